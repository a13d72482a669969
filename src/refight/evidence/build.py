"""Build: one entry of an evidence file -> one record.

One function per kind of record; its fields are those of the record itself. Unknown
fields, wrong words and impossible numbers are refused with file and line.
"""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Literal, cast

from refight.evidence.item import Item
from refight.evidence.records import (
    Claim,
    Event,
    OrbatEntry,
    Outcome,
    Place,
    Root,
    Source,
)

SIDES = ("iraq", "iran")
STANCES = ("iranian-official", "iraqi", "western", "neutral", "unknown")
ACCESSES = ("read", "cited", "recalled")
KINDS_OF_OUTCOME = ("date", "number", "event")
WEIGHTS = ("high", "medium", "low", "none")
CONFIDENCES = ("high", "medium", "low", "very low")
GEOMETRIES = ("point", "centre", "none")
BASES = ("sourced", "recalled", "derived", "judgement")

READ_FROM_PLACE = {"folder", "root", "where"}  # known from the file, not said in it


Groups = Mapping[str, str]  # key of a source or a claim -> id of its root


def source(item: Item, groups: Groups) -> Source:
    """Build a source; in no group it is its own root."""
    item.known(_fields(Source))
    key = item.full(item.text("id"))
    return Source(
        folder=item.folder,
        id=item.text("id"),
        title=item.text("title"),
        author=item.maybe("author"),
        publisher=item.maybe("publisher"),
        year=item.whole("year"),
        url=item.maybe("url"),
        kind=item.text("kind"),
        stance=item.word("stance", STANCES),
        access=item.word("access", ACCESSES),
        extent=item.maybe("extent"),
        reliability=item.text("reliability"),
        root=groups.get(key, key),
        note=item.maybe("note"),
        cited_in=item.key("cited_in"),
        where=item.where,
    )


def claim(item: Item, counts: Groups, sources: Mapping[str, Source]) -> Claim:
    """Build a claim; it must name its source and the passage (locator).

    Its root is the count it hands on, or else the root of its source.
    """
    item.known(_fields(Claim))
    key, named = item.full(item.text("id")), item.key("source", required=True)
    root = sources[named].root if named in sources else named
    return Claim(
        folder=item.folder,
        id=item.text("id"),
        source=named,
        root=counts.get(key, root),
        about=item.text("about"),
        statement=item.text("statement"),
        side=item.word("side", (*SIDES, "both", "")),
        value=item.quantity("value"),
        date=item.span("date"),
        place=item.key("place"),
        locator=item.text("locator"),
        note=item.maybe("note"),
        audited=item.flag("audited"),
        audit_note=item.maybe("audit_note"),
        where=item.where,
    )


def orbat_entry(item: Item) -> OrbatEntry:
    """Build an entry of the order of battle; derived numbers need a reasoning."""
    item.known(_fields(OrbatEntry))
    arrival, withdrawal = item.day("arrival"), item.day("withdrawal")
    if arrival and withdrawal and withdrawal < arrival:
        raise item.fault("withdrawal", "a day no earlier than the arrival")
    if item.flag("derived") and not item.maybe("reasoning"):
        raise item.fault("reasoning", "the reasoning behind derived numbers")
    return OrbatEntry(
        folder=item.folder,
        id=item.text("id"),
        name=item.text("name"),
        side=item.word("side", SIDES),
        type=item.text("type"),
        echelon=item.text("echelon"),
        personnel=item.quantity("personnel"),
        tanks=item.quantity("tanks"),
        apcs=item.quantity("apcs"),
        guns=item.quantity("guns"),
        helicopters=item.quantity("helicopters"),
        battalions=_battalions(item),
        quality=item.maybe("quality"),
        quality_claims=item.keys("quality_claims"),
        quality_sources=item.keys("quality_sources"),
        start=item.key("start"),
        arrival=arrival,
        withdrawal=withdrawal,
        parent=item.key("parent"),
        headquarters=item.key("headquarters"),
        component=item.text("component"),
        counted_in=item.key("counted_in"),
        derived=item.flag("derived"),
        reasoning=item.maybe("reasoning"),
        confidence=item.text("confidence"),
        role=item.maybe("role"),
        disputed=item.flag("disputed"),
        commanders=item.names("commanders"),
        claims=item.keys("claims"),
        sources=item.keys("sources"),
        note=item.maybe("note"),
        where=item.where,
    )


def event(item: Item) -> Event:
    """Build a dated event; it must rest on claims or sources."""
    item.known(_fields(Event))
    first, last = item.day("date", required=True), item.day("date_end")
    if last and last < first:
        raise item.fault("date_end", "a day no earlier than the date")
    return Event(
        folder=item.folder,
        id=item.text("id"),
        date=first,
        date_end=last,
        place=item.key("place"),
        what=item.text("what"),
        front=item.maybe("front"),
        phase=item.maybe("phase"),
        local_time=item.maybe("local_time"),
        confidence=item.word("confidence", CONFIDENCES),
        claims=item.keys("claims"),
        sources=item.keys("sources"),
        note=item.maybe("note"),
        where=item.where,
    )


def outcome(item: Item) -> Outcome:
    """Build an observable; best lies inside the interval, the interval in the span."""
    item.known(_fields(Outcome))
    kind = item.word("kind", KINDS_OF_OUTCOME)
    low, high = item.value("low", kind, True), item.value("high", kind, True)
    best = item.value("best", kind, False)
    span = item.value("span_low", kind, False), item.value("span_high", kind, False)
    _ordered(item, "best", (low, best, high))
    _ordered(item, "span_low", (span[0], low, high, span[1]))
    assert low is not None and high is not None  # both were required above
    return Outcome(
        folder=item.folder,
        id=item.text("id"),
        name=item.text("name"),
        kind=cast(Literal["date", "number", "event"], kind),
        unit=item.text("unit"),
        low=low,
        high=high,
        best=best,
        span_low=span[0],
        span_high=span[1],
        score=item.flag("score"),
        weight=item.word("weight", WEIGHTS),
        confidence=item.word("confidence", CONFIDENCES),
        reasoning=item.maybe("reasoning"),
        claims=item.keys("claims"),
        excluded=item.keys("excluded"),
        basis=_basis(item),
        where=item.where,
    )


def place(item: Item) -> Place:
    """Build a place; one with a geometry needs its point and its accuracy."""
    item.known(_fields(Place))
    geometry = item.word("geometry", GEOMETRIES)
    lon, lat = item.number("lon", -180, 180), item.number("lat", -90, 90)
    accuracy = item.number("accuracy_m", 1, 1_000_000)
    if geometry != "none" and None in (lon, lat, accuracy):
        raise item.fault("geometry", "lon, lat and accuracy_m with this geometry")
    return Place(
        folder=item.folder,
        id=item.text("id"),
        name=item.text("name"),
        name_fa=item.maybe("name_fa"),
        kind=item.text("kind"),
        lon=lon,
        lat=lat,
        geometry=cast(Literal["point", "centre", "none"], geometry),
        accuracy_m=accuracy,
        source=item.key("source", required=True),
        access=item.word("access", ACCESSES),
        note=item.maybe("note"),
        where=item.where,
        aliases=item.names("aliases"),
    )


def root(item: Item) -> Root:
    """Build a group of sources or of claims; a group without a reason is refused."""
    item.known(("id", "reason", "members"))
    return Root(item.text("id"), item.text("reason"), item.names("members"))


def alias(item: Item) -> Root:
    """Build a group of places that are one place."""
    item.known(("name", "members"))
    return Root(item.text("name"), "one place", item.names("members"))


@cache
def _fields(record: type) -> frozenset[str]:
    names = {each.name for each in fields(record)}
    return frozenset(names - READ_FROM_PLACE)


def _battalions(item: Item) -> tuple[tuple[str, int], ...]:
    table = item.table("battalions")
    for count in table.values():
        if not isinstance(count, int) or count < 0:
            raise item.fault("battalions", "a whole number for each kind of battalion")
    return tuple((kind, int(str(count))) for kind, count in table.items())


def _basis(item: Item) -> tuple[tuple[str, str], ...]:
    table = item.table("basis")
    for word in table.values():
        if word not in BASES:
            raise item.fault("basis", f"one of {list(BASES)} for low, high and best")
    return tuple((end, str(word)) for end, word in table.items())


def _ordered(item: Item, key: str, values: tuple[object, ...]) -> None:
    present = [value for value in values if value is not None]
    if present != sorted(present, key=_sortable):
        raise item.fault(key, f"these in rising order: {present}")


def _sortable(value: object) -> tuple[float, str]:
    if isinstance(value, str):
        return 0.0, value
    return float(str(value)), ""
