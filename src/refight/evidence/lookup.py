"""Lookup: find a record by key, by short id, or by words.

Pure. A name that fits nothing is answered with the nearest, one that fits several
with the list of them.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from refight.errors import EvidenceError, nearest
from refight.evidence.records import Place, Root, short

Found = TypeVar("Found")
SHOWN = 8  # candidates listed in a message; more would bury the first


def find(records: Mapping[str, Found], name: str, what: str) -> Found:
    """Find one record by key or by short id.

    Raises EvidenceError naming the nearest id, or the candidates when several fit.
    """
    if name in records:
        return records[name]
    fitting = [key for key in records if key.rpartition("/")[2] == name]
    if len(fitting) == 1:
        return records[fitting[0]]
    if fitting:
        hint = f"choose one of: {', '.join(fitting[:SHOWN])}"
        raise EvidenceError(what, f'"{name}", which several fit', hint=hint)
    raise EvidenceError(what, f'"{name}"', hint=_nearest(records, name))


def matches(records: Mapping[str, Found], name: str) -> list[str]:
    """List the keys whose id contains a piece of text, letter case aside."""
    wanted = folded(name)
    return [key for key in records if wanted in folded(key.rpartition("/")[2])]


def places_named(
    places: Mapping[str, Place], aliases: Iterable[Root], name: str
) -> tuple[str, ...]:
    """List the keys that stand for one place, by id, alias, name or Persian name.

    Raises EvidenceError when no place fits, or pieces of several do.
    """
    groups = {key: group for group in aliases for key in group.members}
    wanted = folded(name)
    found = [key for key, place in places.items() if wanted in _names(place, groups)]
    found = found or matches(places, name)
    whole = {groups[key].members if key in groups else (key,): key for key in found}
    if len(whole) == 1:
        return next(iter(whole))
    if not name.strip() or len(whole) > 1:
        hint = f"choose one of: {', '.join(found[:SHOWN])}"
        raise EvidenceError("a place", f'"{name}", which several fit', hint=hint)
    raise EvidenceError("a place", f'"{name}"', hint=_nearest(places, name))


def folded(text: str) -> str:
    """Bring a text to the form in which names are compared.

    >>> folded("Pol-e Now") == folded("pol e now")
    True
    """
    return "".join(each for each in text.casefold() if each.isalnum() or each == "/")


def _names(place: Place, groups: Mapping[str, Root]) -> set[str]:
    names = [place.key, place.id, place.name, place.name_fa, *place.aliases]
    if place.key in groups:
        group = groups[place.key]
        names += [group.id, *map(short, group.members)]
    return {folded(each) for each in names if each}


def _nearest(records: Mapping[str, Found], name: str) -> str:
    inside = matches(records, name) if name else []
    if inside:
        return f"did you mean one of: {', '.join(inside[:SHOWN])}"
    short = {key.rpartition("/")[2]: key for key in records}
    close = nearest(name, [*records, *short])
    return f'did you mean "{close}"?' if close else "search by words or by number"
