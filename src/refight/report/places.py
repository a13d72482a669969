"""Places: the page of one place, with all that is on record there.

`refight place X`: where each folder puts it and how far apart, how well the spot is
known, what is claimed of it, the dated events, and the formations that start there.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from math import asin, cos, radians, sin, sqrt
from typing import Any

from refight.account.calendars import both
from refight.evidence.archive import Archive
from refight.evidence.records import Event, OrbatEntry, Place, Quantity, short
from refight.report.claims import by, by_date, plain
from refight.report.lines import amount, heading, span, wrap
from refight.report.rivals import claim_data, said_amount, when

EARTH_M = 6_371_000  # mean radius of the Earth in metres
INDENT = 6
OF_POINT = {"point": "point", "centre": "middle of a line or an area"}


def place_data(archive: Archive, name: str) -> dict[str, object]:
    """Gather the page of a place. Raises EvidenceError with the nearest names."""
    places = archive.place(name)
    keys = {each.key for each in places}
    claims = [each for each in archive.claims.values() if each.place in keys]
    claims.sort(key=lambda each: by_date(archive, each))
    events = [
        e for e in chain.from_iterable(archive.timeline.values()) if e.place in keys
    ]
    return {
        "query": name,
        "places": [_point(each) for each in places],
        "apart_m": apart_m(places),
        "claims": [claim_data(each, archive) for each in claims],
        "voices": len(archive.independent(claims)),
        "events": [_event(each) for each in sorted(events, key=lambda e: e.date)],
        "formations": [
            _formation(each) for each in archive.orbat.values() if each.start in keys
        ],
    }


def place_lines(page: Mapping[str, Any], loaded: Sequence[str] = ()) -> list[str]:
    """Write the page of a place."""
    lines: list[str] = []
    for it in page["places"]:
        lines += _point_lines(it, loaded)
    if page["apart_m"]:
        far = amount(round(page["apart_m"], -2))
        lines += wrap(f"The two folders put it {far} m apart.", 2)
    lines += heading("Dated events") + _event_lines(page["events"], loaded)
    lines += heading("Formations that start here")
    lines += _formation_lines(page["formations"])
    lines += heading(f"Claims ({len(page['claims'])}, of {page['voices']} voices)")
    for it in page["claims"]:
        lines += wrap(f"{when(it)} {it['claim']} ({it['about']})", INDENT, "   -")
        lines += wrap(plain(it["statement"], loaded) + said_amount(it), INDENT)
        lines += wrap(by(it, loaded), INDENT)
    return lines


def apart_m(places: Sequence[Place]) -> float | None:
    """Measure how far apart the first points of two folders lie, in metres."""
    first: dict[str, Place] = {}
    for each in places:
        if each.geometry == "point":
            first.setdefault(each.folder, each)
    if len(first) < 2:
        return None
    one, two = list(first.values())[:2]
    return distance_m(one, two)


def distance_m(one: Place, two: Place) -> float:
    """Measure the great circle between two places with points, in metres."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return 0.0
    north, south = radians(one.lat), radians(two.lat)
    across = sin((north - south) / 2) ** 2
    along = cos(north) * cos(south) * sin(radians(one.lon - two.lon) / 2) ** 2
    return 2 * EARTH_M * asin(sqrt(across + along))


def _point(place: Place) -> dict[str, object]:
    return {
        "place": place.key,
        "name": place.name,
        "name_fa": place.name_fa,
        "kind": place.kind,
        "geometry": place.geometry,
        "lon": place.lon,
        "lat": place.lat,
        "accuracy_m": place.accuracy_m,
        "source": place.source,
        "access": place.access,
        "note": place.note,
        "where": place.where,
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "event": event.key,
        "date": event.date,
        "date_end": event.date_end,
        "local_time": event.local_time,
        "what": event.what,
        "confidence": event.confidence,
        "rests_on": [*event.claims, *event.sources],
    }


def _formation(entry: OrbatEntry) -> dict[str, object]:
    men: Quantity | None = entry.personnel
    return {
        "formation": entry.key,
        "name": entry.name,
        "side": entry.side,
        "arrival": entry.arrival,
        "low": men.low if men else None,
        "high": men.high if men else None,
        "derived": entry.derived,
    }


def _point_lines(it: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    persian = f" {it['name_fa']}" if it["name_fa"] else ""
    lines = wrap(f"Place: {it['name']}{persian} ({it['place']})")
    if it["geometry"] == "none":
        lines += wrap(f"{it['kind']}; no fixed spot", 2)
    else:
        at = f"{it['lat']:.3f} N {it['lon']:.3f} E"
        how = OF_POINT[it["geometry"]]
        text = f"{it['kind']}; {how} {at}, within about {amount(it['accuracy_m'])} m"
        lines += wrap(text, 2)
    lines += wrap(f"{it['access']}: {it['source']}", 2)
    return lines + (wrap(f"note: {plain(it['note'], loaded)}", 2) if it["note"] else [])


def _event_lines(
    events: Sequence[Mapping[str, Any]], loaded: Sequence[str]
) -> list[str]:
    lines: list[str] = []
    for it in events:
        last = f" to {both(it['date_end'])}" if it["date_end"] else ""
        hour = f", {it['local_time']}" if it["local_time"] else ""
        day = f"[{both(it['date'])}{last}{hour}]"
        text = f"{day} {plain(it['what'], loaded)} (confidence: {it['confidence']})"
        lines += wrap(text, INDENT, "   -")
        lines += wrap(f"rests on: {', '.join(map(short, it['rests_on']))}", INDENT)
    return lines or ["  None on record."]


def _formation_lines(formations: Sequence[Mapping[str, Any]]) -> list[str]:
    lines: list[str] = []
    for it in formations:
        men = span(it["low"], it["high"], "persons") if it["low"] is not None else "?"
        made = ", apportioned" if it["derived"] else ""
        since = f", from {it['arrival']}" if it["arrival"] else ""
        text = f"{it['name']} ({it['side']}): {men}{made}{since}"
        lines += wrap(text, INDENT, "   -")
    return lines or ["  None."]
