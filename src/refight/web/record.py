"""Record: places and sources as the page reads them, each claim once."""

from itertools import chain
from typing import Any

from refight.account.model import Account
from refight.evidence.archive import Archive
from refight.evidence.records import Event, Place, Source
from refight.report.lines import guarded
from refight.report.rivals import seen
from refight.report.sources import stance_data
from refight.web.account import claim_page


def places_page(account: Account, archive: Archive) -> dict[str, Any]:
    """Gather every place with what is on record there."""
    return {
        "places": [_place(each, account, archive) for each in archive.places.values()]
    }


def sources_page(account: Account, archive: Archive) -> dict[str, Any]:
    """Gather every source, every claim, and which sources share a root."""
    loaded = account.loaded_words
    roots = {root: archive.reason_of(root) for root in archive.roots()}
    return {
        "sources": {
            key: _source(each, archive) for key, each in archive.sources.items()
        },
        "claims": {key: claim_page(key, archive, loaded) for key in archive.claims},
        "roots": {root: reason for root, reason in roots.items() if reason},
        "stances": stance_data(archive),
    }


def _place(place: Place, account: Account, archive: Archive) -> dict[str, Any]:
    events = chain.from_iterable(archive.timeline.values())
    here = sorted((e for e in events if e.place == place.key), key=lambda e: e.date)
    return {
        "place": place.key,
        "name": place.name,
        "name_fa": place.name_fa,
        "aliases": list(place.aliases),
        "kind": place.kind,
        "geometry": place.geometry,
        "lon": place.lon,
        "lat": place.lat,
        "accuracy_m": place.accuracy_m,
        "source": place.source,
        "access": place.access,
        "note": place.note,
        "claims": [c.key for c in archive.claims.values() if c.place == place.key],
        "formations": [e.name for e in archive.orbat.values() if e.start == place.key],
        "events": [_event(each, account) for each in here],
    }


def _event(event: Event, account: Account) -> dict[str, Any]:
    return {
        "event": event.key,
        "date": event.date,
        "date_end": event.date_end,
        "what": guarded(event.what, account.loaded_words),
        "confidence": event.confidence,
    }


def _source(source: Source, archive: Archive) -> dict[str, Any]:
    return {
        "source": source.key,
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "year": source.year,
        "url": source.url,
        "kind": source.kind,
        "stance": source.stance,
        "seen": seen(source),
        "reliability": source.reliability,
        "note": source.note,
        "root": source.root,
        "claims": [c.key for c in archive.claims.values() if c.source == source.key],
        "shares_root_with": [
            key for key in archive.roots().get(source.root, ()) if key != source.key
        ],
    }
