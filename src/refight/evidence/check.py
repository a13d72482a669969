"""Check: every reference in the evidence resolves, and what nothing refers to.

`references` refuses an archive with a loose end; `orphans` and `conflicts` only
list, for a person to judge. Contradictions are kept, never mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from refight.errors import EvidenceError, suggest
from refight.evidence.records import Claim, OrbatEntry, Root

if TYPE_CHECKING:
    from refight.evidence.archive import Archive

Reference = tuple[str, str, str, Mapping[str, object]]  # what, key, where, known

NEAR = 200  # ids listed at most when none is near: the hint names them only if few


def references(archive: Archive) -> None:
    """Refuse an id that stands for nothing. Raises EvidenceError with file and line."""
    for kind, key, where, known in _references(archive):
        if key and key not in known:
            raise EvidenceError(kind, f'"{key}"', where, _hint(key, known))
    for entry in archive.orbat.values():
        _no_circle(archive, entry)
    for event in chain.from_iterable(archive.timeline.values()):
        if not event.claims and not event.sources:
            raise EvidenceError("claims or sources of an event", "none", event.where)
    _once(archive.source_groups, "evidence/roots.yaml")
    _once(archive.counts, "evidence/roots.yaml")
    _once(archive.aliases, "evidence/aliases.yaml")


def orphans(archive: Archive) -> tuple[str, ...]:
    """List the sources without a claim that no entry or place names either."""
    used = {claim.source for claim in archive.claims.values()}
    used |= {source.cited_in for source in archive.sources.values()}
    used |= {place.source for place in archive.places.values()}
    for entry in archive.orbat.values():
        used |= {*entry.sources, *entry.quality_sources}
    for event in chain.from_iterable(archive.timeline.values()):
        used |= set(event.sources)
    return tuple(key for key in archive.sources if key not in used)


def unused(archive: Archive) -> tuple[str, ...]:
    """List the claims that no outcome, entry or event rests on."""
    used: set[str] = set()
    for outcome in archive.outcomes.values():
        used |= {*outcome.claims, *outcome.excluded}
    for entry in archive.orbat.values():
        used |= {*entry.claims, *entry.quality_claims}
    for event in chain.from_iterable(archive.timeline.values()):
        used |= set(event.claims)
    return tuple(key for key in archive.claims if key not in used)


def conflicts(archive: Archive) -> dict[tuple[str, str, str], tuple[Claim, ...]]:
    """List the subjects on which stated values cannot all hold.

    Keyed by folder, subject and unit; at least two values share no number.
    """
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in archive.claims.values():
        if claim.value is not None:
            name = (claim.folder, claim.about, claim.value.unit)
            groups.setdefault(name, []).append(claim)
    return {name: tuple(group) for name, group in groups.items() if _apart(group)}


def _references(
    archive: Archive,
) -> Iterator[Reference]:
    sources, claims = archive.sources, archive.claims
    for source in sources.values():
        yield "a source", source.cited_in, source.where, sources
    for claim in claims.values():
        yield "a source", claim.source, claim.where, sources
        yield "a place", claim.place, claim.where, archive.places
    for place in archive.places.values():
        yield "a source", place.source, place.where, sources
    for outcome in archive.outcomes.values():
        for key in (*outcome.claims, *outcome.excluded):
            yield "a claim", key, outcome.where, claims
    yield from _of_forces(archive)
    yield from _of_groups(archive)


def _of_forces(
    archive: Archive,
) -> Iterator[Reference]:
    for entry in archive.orbat.values():
        for key in (entry.parent, entry.headquarters, entry.counted_in):
            yield "a formation", key, entry.where, archive.orbat
        yield "a place", entry.start, entry.where, archive.places
        for key in (*entry.claims, *entry.quality_claims):
            yield "a claim", key, entry.where, archive.claims
        for key in (*entry.sources, *entry.quality_sources):
            yield "a source", key, entry.where, archive.sources
    for event in chain.from_iterable(archive.timeline.values()):
        yield "a place", event.place, event.where, archive.places
        for key in event.claims:
            yield "a claim", key, event.where, archive.claims
        for key in event.sources:
            yield "a source", key, event.where, archive.sources


def _of_groups(
    archive: Archive,
) -> Iterator[Reference]:
    for group in archive.source_groups:
        for key in group.members:
            yield "a source", key, f"roots.yaml, group {group.id}", archive.sources
    for group in archive.counts:
        for key in group.members:
            yield "a claim", key, f"roots.yaml, count {group.id}", archive.claims
    for group in archive.aliases:
        for key in group.members:
            yield "a place", key, f"aliases.yaml, {group.id}", archive.places


def _hint(key: str, known: Iterable[str]) -> str:
    folder = key.partition("/")[0]
    near = [each for each in known if each.startswith(f"{folder}/")]
    hint = suggest(key, near)
    return hint if len(hint) < NEAR else "add the record, or mend the id"


def _no_circle(archive: Archive, entry: OrbatEntry) -> None:
    for step in ("parent", "counted_in"):
        seen, at = {entry.key}, getattr(entry, step)
        while at:
            if at in seen:
                raise EvidenceError(
                    f"a {step} above the formation",
                    f"a circle through {at}",
                    entry.where,
                )
            seen.add(at)
            at = getattr(archive.orbat[at], step)


def _once(groups: Iterable[Root], where: str) -> None:
    seen: dict[str, str] = {}
    for group in groups:
        for key in group.members:
            if key in seen:
                found = f"{key} in {seen[key]} and in {group.id}"
                raise EvidenceError("each member in one group", found, where)
            seen[key] = group.id


def _apart(claims: Iterable[Claim]) -> bool:
    lows, highs = [], []
    for claim in claims:
        assert claim.value is not None  # only valued claims come here
        if claim.value.low is not None:
            lows.append(claim.value.low)
        if claim.value.high is not None:
            highs.append(claim.value.high)
    return bool(lows and highs) and max(lows) > min(highs)
