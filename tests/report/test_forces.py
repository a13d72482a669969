"""The forces page: every unit once, sums that match, ranges, marks, arrivals."""

import json

import pytest

from refight.evidence.archive import Archive
from refight.files import campaign_path, load_yaml
from refight.report.forces import ARMS, forces_data, forces_lines, symbol
from refight.scenario.forces import entries_of, total
from refight.scenario.model import Arm, Scenario, SideId

CAMPAIGN = campaign_path("khorramshahr")
BARE = {
    "format": 1,
    "id": "fall",
    "title": "The fall",
    "version": "recorded",
    "act": "fall",
    "evidence": "khorramshahr-1980",
    "start": "1980-09-22T06:00:00",
    "days": 50,
    "attacker": "iraq",
    "decided_by": "x",
    "fallen": {"plain": {"words": "held", "set": "city", "share": 0.9}},
    "fallen_rule": "plain",
    "plans": {},
    "plan": {},
    "depots": [],
    "outcomes": [],
}


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    units, _ = load_yaml(CAMPAIGN / "scenarios" / "fall" / "units.yaml")
    return Scenario.model_validate({**BARE, **units})


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Archive.read(CAMPAIGN)


def test_data_is_plain_and_sums_match(scenario: Scenario, archive: Archive) -> None:
    data = forces_data(scenario, archive)
    assert json.loads(json.dumps(data)) == data
    entries = entries_of(scenario, archive)
    for side in data["sides"]:
        men = total(scenario, entries, SideId(side["side"])).men
        assert side["strength"]["men"] == [round(end) for end in men]
        assert sum(len(group["units"]) for group in side["groups"]) == side["units"]


def test_every_unit_stands_on_the_page_once(
    scenario: Scenario, archive: Archive
) -> None:
    lines = forces_lines(forces_data(scenario, archive))
    for unit in scenario.units:
        mark = symbol(unit.arm, unit.echelon)
        found = [line for line in lines if line.endswith(f"{mark} {unit.name}")]
        assert len(found) == 1, unit.name
    text = "\n".join(lines)
    assert "400-600 men; special-forces, entry basra, from 28 Sep" in text
    assert "press-women" in text and "Without a unit of their own" in text


def test_marks_cover_every_arm() -> None:
    assert set(ARMS) == set(Arm)
    assert len(set(ARMS.values())) == len(ARMS)
