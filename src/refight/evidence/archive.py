"""Archive: all the evidence of one campaign, read, checked and looked up.

Reads a campaign's folder through `shelf`, returns one frozen record. Sources and
claims that go back to one root are grouped, so that copies count once.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self, TypeVar

from refight.errors import EvidenceError
from refight.evidence import build, check
from refight.evidence.item import Item
from refight.evidence.lookup import find, places_named
from refight.evidence.records import (
    Claim,
    Event,
    OrbatEntry,
    Outcome,
    Place,
    Root,
    Source,
)
from refight.evidence.shelf import Shelf, read_shelf


class Keyed(Protocol):
    """A record with a key and a place where it was read."""

    @property
    def key(self) -> str:
        """Name the record across folders."""

    @property
    def where(self) -> str:
        """Name file and line."""


Record = TypeVar("Record", bound=Keyed)


@dataclass(frozen=True)
class Archive:
    """The evidence of one campaign; dictionaries are keyed by `<folder>/<id>`."""

    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    orbat: Mapping[str, OrbatEntry]
    outcomes: Mapping[str, Outcome]
    places: Mapping[str, Place]
    timeline: Mapping[str, tuple[Event, ...]]
    source_groups: tuple[Root, ...]
    counts: tuple[Root, ...]
    aliases: tuple[Root, ...]

    @classmethod
    def read(cls, campaign: Path) -> Self:
        """Read `<campaign>/evidence`. Raises EvidenceError with file and line."""
        archive = cls._build(read_shelf(campaign))
        check.references(archive)
        return archive

    @classmethod
    def _build(cls, shelf: Shelf) -> Self:
        groups = tuple(map(build.root, shelf.get("roots:sources", [])))
        counts = tuple(map(build.root, shelf.get("roots:counts", [])))
        of_source, of_claim = _by_member(groups), _by_member(counts)
        sources = _records(shelf, "sources", lambda i: build.source(i, of_source))
        return cls(
            sources=sources,
            claims=_records(
                shelf, "claims", lambda i: build.claim(i, of_claim, sources)
            ),
            orbat=_records(shelf, "orbat", build.orbat_entry),
            outcomes=_records(shelf, "outcomes", build.outcome),
            places=_records(shelf, "places", build.place),
            timeline=_timeline(_records(shelf, "timeline", build.event)),
            source_groups=groups,
            counts=counts,
            aliases=tuple(map(build.alias, shelf.get("aliases", []))),
        )

    def claim(self, name: str) -> Claim:
        """Find a claim by key, or by short id when only one folder has it."""
        return find(self.claims, name, "a claim")

    def source(self, name: str) -> Source:
        """Find a source by key, or by short id when only one folder has it."""
        return find(self.sources, name, "a source")

    def outcome(self, name: str) -> Outcome:
        """Find an outcome by key, or by short id when only one folder has it."""
        return find(self.outcomes, name, "an outcome")

    def orbat_entry(self, name: str) -> OrbatEntry:
        """Find a formation by key, or by short id when only one folder has it."""
        return find(self.orbat, name, "a formation of the order of battle")

    def place(self, name: str) -> tuple[Place, ...]:
        """Find a place, by id, name or alias: every entry that stands for it."""
        keys = places_named(self.places, self.aliases, name)
        return tuple(self.places[key] for key in keys)

    def roots(self) -> dict[str, tuple[str, ...]]:
        """Give every root with the sources (keys) that go back to it."""
        found: dict[str, list[str]] = {}
        for source in self.sources.values():
            found.setdefault(source.root, []).append(source.key)
        return {root: tuple(keys) for root, keys in found.items()}

    def independent(self, claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
        """Group claims by root, so that copies of one root are one voice."""
        return by_root(claims)

    def reason_of(self, root: str) -> str:
        """Say why sources or claims were grouped under a root; "" for one source."""
        groups = (*self.source_groups, *self.counts)
        return next((each.reason for each in groups if each.id == root), "")

    def on(self, about: str) -> tuple[Claim, ...]:
        """List the claims on one subject, from all folders."""
        return tuple(each for each in self.claims.values() if each.about == about)

    def get_claims(self, keys: Iterable[str]) -> tuple[Claim, ...]:
        """Look up claims by key or short id, in order."""
        return tuple(self.claim(key) for key in keys)


def _records(
    shelf: Shelf, kind: str, make: Callable[[Item], Record]
) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for name, items in shelf.items():
        if name.endswith(f"/{kind}"):
            for item in items:
                record = make(item)
                if record.key in found:
                    first = found[record.key].where
                    hint = f"the first stands at {first}; rename one"
                    raise EvidenceError("each id once", record.key, item.at("id"), hint)
                found[record.key] = record
    return found


def by_root(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    """Group claims by root, in the order in which the roots first appear."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.root, []).append(claim)
    return {root: tuple(group) for root, group in found.items()}


def _by_member(groups: Iterable[Root]) -> dict[str, str]:
    return {key: group.id for group in groups for key in group.members}


def _timeline(events: Mapping[str, Event]) -> dict[str, tuple[Event, ...]]:
    folders: dict[str, list[Event]] = {}
    for event in events.values():
        folders.setdefault(event.folder, []).append(event)
    return {folder: tuple(found) for folder, found in folders.items()}
