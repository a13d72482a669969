"""Forces of both acts: every man of the order of battle once, and on his own side."""

from collections import defaultdict
from collections.abc import Callable

import pytest

from refight.evidence.archive import Archive
from refight.evidence.records import OrbatEntry
from refight.ground.grid import load
from refight.scenario import forces
from refight.scenario.check import misplaced
from refight.scenario.model import Scenario, SideId
from refight.scenario.placement import start_cells

ACTS = ("fall", "liberation")
SIDES = tuple(SideId)
Forces = Callable[[str], Scenario]

# of the evidence's own totals, less army aviation, which has no unit
GROUPS = {
    ("fall", "iraq"): (
        "vanguard city hook road commando commando2 fresh guards guns engineers"
    ),
    ("fall", "iran"): (
        "border north dezh marines irgc gendarmes locals outsiders cadets island "
        "abadan guns"
    ),
    ("liberation", "iraq"): (
        "karkheh karun garrison border mobile reserve guns-north guns-centre guns-south"
    ),
    ("liberation", "iran"): "quds fath nasr fajr guns engineers",
}


@pytest.fixture(params=ACTS)
def act(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def scenario(act: str, forces_of: Forces) -> Scenario:
    return forces_of(act)


@pytest.fixture
def entries(scenario: Scenario, archive: Archive) -> dict[str, OrbatEntry]:
    return forces.entries_of(scenario, archive)


def test_every_entry_has_units_or_a_reason(
    scenario: Scenario, entries: dict[str, OrbatEntry]
) -> None:
    used = {unit.orbat for unit in scenario.units}
    assert used <= set(entries) and set(scenario.left_out) <= set(entries)
    assert not used & set(scenario.left_out)
    bare = {name for name, entry in entries.items() if forces.has_men(entry)}
    assert bare <= used | set(scenario.left_out)
    assert all(scenario.left_out.values())


def test_no_entry_is_uncovered_or_counted_twice(
    scenario: Scenario, entries: dict[str, OrbatEntry]
) -> None:
    assert [fault.found for fault in forces.uncovered(scenario, entries)] == []


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("column", ["men", "tanks", "carriers", "guns"])
def test_totals_equal_the_order_of_battle(
    scenario: Scenario, entries: dict[str, OrbatEntry], side: SideId, column: str
) -> None:
    named = {"men": "personnel", "tanks": "tanks", "carriers": "apcs", "guns": "guns"}
    stated = sum(
        forces.middle(getattr(entry, named[column]))
        for name, entry in entries.items()
        if entry.side == side
        and not entry.counted_in  # its men are in another entry's number
        and name not in scenario.left_out
    )
    low, high = getattr(forces.total(scenario, entries, side), column)
    assert (low + high) / 2 == pytest.approx(stated, abs=0.5)


def test_vehicles_follow_the_arm(scenario: Scenario) -> None:
    """A tank battalion split from a brigade takes tanks, its infantry does not."""
    for unit in scenario.units:
        if unit.tank_share is not None:
            assert (unit.tank_share > unit.share) == (unit.arm == "armour")


def test_groups_are_those_that_plans_may_order(
    act: str, scenario: Scenario, entries: dict[str, OrbatEntry]
) -> None:
    for side in SIDES:
        found = set(forces.groups_of(scenario, entries, side))
        assert found == set(GROUPS[act, side.value].split())


def test_each_unit_starts_on_ground_of_its_own_side(
    act: str, scenario: Scenario, entries: dict[str, OrbatEntry]
) -> None:
    ground = load(act)
    assert list(misplaced(scenario, entries, ground)) == []
    cells = start_cells(scenario, entries, ground)
    assert len(cells) == len(scenario.units)
    for unit in scenario.units:
        side = forces.side_of(unit, entries)
        assert side is not None
        assert ground.control[cells[unit.id]] == SIDES.index(side)


def test_a_set_is_shared_out_evenly(
    scenario: Scenario, act: str, entries: dict[str, OrbatEntry]
) -> None:
    ground = load(act)
    cells = start_cells(scenario, entries, ground)
    groups: dict[str, list[int]] = defaultdict(list)
    for unit in scenario.units:
        if len(ground.sets.get(unit.start, ())) > len(scenario.units):
            groups[unit.start].append(cells[unit.id])
    assert all(len(set(found)) == len(found) for found in groups.values())


def test_women_are_carried_with_their_claims(
    forces_of: Forces, archive: Archive
) -> None:
    locals_ = [u for u in forces_of("fall").units if u.group == "locals"]
    assert len(locals_) == 4
    for unit in locals_:
        words = unit.composition["women"]
        cited = ("press-women", "ww-25", "hw-women", "jw-500", "ww-500")
        assert all(name in words and archive.claim(name) for name in cited)


def test_no_unit_leaves_on_the_day_of_the_record(scenario: Scenario) -> None:
    """When a unit gave way is an outcome, never an input."""
    assert all(unit.withdrawal is None for unit in scenario.units)
