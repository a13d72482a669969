"""Forces: the units of a scenario beside the order of battle they come from.

Reads: a `Scenario` and the archive. Returns: the entry, side and strength of each unit,
the totals of each side, and what of the order of battle has no unit.
An entry counted inside another one takes its men out of that one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from refight.evidence.archive import Archive
from refight.evidence.records import OrbatEntry, Quantity
from refight.scenario.faults import Fault
from refight.scenario.model import Scenario, SideId, Unit

ROUNDING = 1e-6  # shares are written with three decimals and add up in binary
ONE_MAN = 1.0  # a remainder written as a share may be off by so many
Range = tuple[float, float]
Entries = Mapping[str, OrbatEntry]


@dataclass(frozen=True)
class Strength:
    """Men and vehicles as ranges: the least and the most that the evidence allows."""

    men: Range
    tanks: Range
    carriers: Range
    guns: Range

    def __add__(self, other: "Strength") -> "Strength":
        """Add two strengths end by end."""
        pairs = zip(_four(self), _four(other), strict=True)
        return Strength(*((a[0] + b[0], a[1] + b[1]) for a, b in pairs))


NOTHING = Strength((0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0))


def entries_of(scenario: Scenario, archive: Archive) -> dict[str, OrbatEntry]:
    """Give the order of battle of an act by short id."""
    folder = scenario.evidence
    return {each.id: each for each in archive.orbat.values() if each.folder == folder}


def side_of(unit: Unit, entries: Entries) -> SideId | None:
    """Give the side of a unit: that of its entry; None when the entry is unknown."""
    entry = entries.get(unit.orbat)
    return None if entry is None else SideId(entry.side)


def groups_of(scenario: Scenario, entries: Entries, side: SideId) -> dict[str, int]:
    """Count the units in each group of a side, in the order of the scenario."""
    groups: dict[str, int] = defaultdict(int)
    for unit in scenario.units:
        if side_of(unit, entries) is side:
            groups[unit.group] += 1
    return dict(groups)


def strength(unit: Unit, entries: Entries) -> Strength:
    """Give a unit's strength: its shares of what its entry states."""
    entry = entries[unit.orbat]
    stated = (entry.personnel, entry.tanks, entry.apcs, entry.guns)
    pairs = zip(stated, unit.shares, strict=True)
    return Strength(*(_part(amount, share) for amount, share in pairs))


def total(scenario: Scenario, entries: Entries, side: SideId) -> Strength:
    """Add up the units of a side."""
    found = NOTHING
    for unit in scenario.units:
        if side_of(unit, entries) is side:
            found = found + strength(unit, entries)
    return found


def has_men(entry: OrbatEntry) -> bool:
    """Tell whether an entry states men of its own; headquarters and sorties do not."""
    return middle(entry.personnel) > 0


def middle(amount: Quantity | None) -> float:
    """Give the middle of a stated amount; 0 when nothing is stated."""
    low, high = _part(amount, 1.0)
    return (low + high) / 2


def uncovered(scenario: Scenario, entries: Entries) -> Iterator[Fault]:
    """List the entries whose men are in no unit, or in units twice."""
    used: dict[str, float] = defaultdict(float)
    for unit in scenario.units:
        used[unit.orbat] += unit.share
    for name, entry in entries.items():
        if not has_men(entry) or name in scenario.left_out:
            continue
        expected, allowed = _expected(entry, entries, used)
        if abs(used[name] - expected) > allowed:
            yield Fault(
                ("units",),
                f"units with {expected:.3f} of the men of {name}",
                f"{used[name]:.3f}",
                "mend the shares, or give the reason under left_out",
            )


def _expected(
    entry: OrbatEntry, entries: Entries, used: Mapping[str, float]
) -> tuple[float, float]:
    """Give the share of an entry to be in units of its own, and the error allowed."""
    men = middle(entry.personnel)
    inside = sum(
        middle(other.personnel) * used.get(other.id, 0.0)
        for other in entries.values()
        if other.counted_in == entry.key
    )
    return 1 - inside / men, ONE_MAN / men if inside else ROUNDING


def _part(amount: Quantity | None, share: float) -> Range:
    if amount is None:
        return 0.0, 0.0
    low = 0.0 if amount.low is None else amount.low
    high = low if amount.high is None else amount.high
    return low * share, high * share


def _four(strength: Strength) -> tuple[Range, Range, Range, Range]:
    return strength.men, strength.tanks, strength.carriers, strength.guns
