"""Timeline: dated events of both acts and the interlude, with filters.

Events come from the record's timeline. What happened elsewhere, and between the
acts, comes also from dated claims that the rows named in `views.yaml` rest on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from refight.account.calendars import both
from refight.account.model import Account
from refight.errors import UsageError, suggest
from refight.evidence.archive import Archive
from refight.evidence.records import Claim, Event, short
from refight.report.lines import guarded, heading, plural, wrap

INTERLUDE = "interlude"
INDENT = 6
INTERLUDE_LABEL = "The interlude is a timeline."


@dataclass(frozen=True)
class Filters:
    """Which entries to show; empty filters show all.

    part  "", an act, or "interlude"
    """

    part: str = ""
    place: str = ""
    source: str = ""
    elsewhere: bool = False


def timeline_data(
    account: Account, archive: Archive, filters: Filters
) -> dict[str, object]:
    """Gather the timeline in order of date.

    Raises UsageError for an unknown act, place or source.
    """
    parts = (*account.views.acts, INTERLUDE)
    if filters.part and filters.part not in parts:
        hint = suggest(filters.part, parts)
        raise UsageError("an act or interlude", f'"{filters.part}"', hint=hint)
    entries = [*_events(account, archive), *_dated_claims(account, archive)]
    entries.sort(key=lambda it: (it["first"], it["last"], it["id"]))
    _known_place(filters.place, archive)
    sources = _known_source(filters.source, archive)
    kept = [it for it in entries if _passes(it, filters, sources, archive)]
    return {"entries": kept, "of": len(entries)}


def timeline_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    """Write the timeline, the two acts and the interlude apart."""
    lines = [f"{plural(len(page['entries']), 'entry', 'entries')} of {page['of']}"]
    part = None
    for it in page["entries"]:
        if it["part"] != part:
            part = it["part"]
            lines += heading(part.capitalize())
            lines += [f"  {INTERLUDE_LABEL}"] if part == INTERLUDE else []
        lines += _entry_lines(it, loaded)
    return lines


def _entry_lines(it: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    until = "" if it["first"] == it["last"] else f" to {both(it['last'])}"
    place = f", {short(it['place'])}" if it["place"] else ""
    away = " (elsewhere)" if it["elsewhere"] else ""
    lines = wrap(f"{both(it['first'])}{until}{place}{away}", 2)
    lines += wrap(guarded(it["what"], loaded), INDENT)
    behind = ", ".join(it["claims"] or it["sources"])
    confidence = f"; confidence: {it['confidence']}" if it["confidence"] else ""
    return [*lines, *wrap(f"from {behind}{confidence}", INDENT)]


def _events(account: Account, archive: Archive) -> Iterable[dict[str, Any]]:
    for name, (folder, _, _) in account.views.acts.items():
        for event in archive.timeline.get(folder, ()):
            yield _event(event, name, account, archive)


def _event(
    event: Event, act: str, account: Account, archive: Archive
) -> dict[str, Any]:
    claimed = [archive.claims[key].source for key in event.claims]
    return {
        "id": event.key,
        "part": act,
        "first": event.date,
        "last": event.date_end or event.date,
        "place": event.place,
        "what": event.what,
        "phase": event.phase,
        "confidence": event.confidence,
        "claims": list(event.claims),
        "sources": sorted({*event.sources, *claimed}),
        "elsewhere": _is_away(event, account),
    }


def _is_away(event: Event, account: Account) -> bool:
    away = account.views.elsewhere["places"]
    return event.place in away


def _dated_claims(account: Account, archive: Archive) -> Iterable[dict[str, Any]]:
    """Give the dated claims that stand for elsewhere and for the interlude."""
    views = account.views
    away = _claims_of(views.elsewhere["rows"], account)
    between = set(_claims_of(views.interlude["rows"], account))
    between |= {c.key for t in views.interlude["topics"] for c in archive.on(t)}
    first_act, second_act = (span for span in views.acts.values())
    for key in away:
        claim = archive.claims[key]
        if claim.place and claim.place not in views.elsewhere["places"]:
            continue
        if claim.date and first_act[1] <= claim.date.first <= first_act[2]:
            yield _claim_entry(claim, next(iter(views.acts)), True)
    for key in sorted(between):
        claim = archive.claims[key]
        if claim.date and first_act[2] < claim.date.first < second_act[1]:
            yield _claim_entry(claim, INTERLUDE, False)


def _claims_of(rows: Iterable[str], account: Account) -> list[str]:
    links = (account.rows[int(number)].record.claims for number in rows)
    return list(dict.fromkeys(key for each in links for key in each.every))


def _claim_entry(claim: Claim, part: str, away: bool) -> dict[str, Any]:
    assert claim.date is not None
    return {
        "id": claim.key,
        "part": part,
        "first": claim.date.first,
        "last": claim.date.last,
        "place": claim.place,
        "what": claim.statement,
        "phase": "",
        "confidence": "",
        "claims": [claim.key],
        "sources": [claim.source],
        "elsewhere": away,
    }


def _known_place(name: str, archive: Archive) -> None:
    if name:
        archive.place(name)


def _known_source(name: str, archive: Archive) -> set[str]:
    if not name:
        return set()
    found = {k for k in archive.sources if name in (k, short(k))}
    if not found:
        near = [*archive.sources, *(short(k) for k in archive.sources)]
        raise UsageError(
            "a source of the record", f'"{name}"', hint=suggest(name, near)
        )
    return found


def _passes(
    it: Mapping[str, Any], filters: Filters, sources: set[str], archive: Archive
) -> bool:
    if filters.part and it["part"] != filters.part:
        return False
    if filters.elsewhere and not it["elsewhere"]:
        return False
    if filters.place:
        keys = {place.key for place in archive.place(filters.place)}
        if short(it["place"]) not in {short(key) for key in keys}:
            return False
    return not sources or bool(sources & set(it["sources"]))
