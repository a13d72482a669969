"""Checking: whatever a scenario names must exist in evidence, ground and estimates."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from refight.ensemble.refight import prepare_folder
from refight.errors import ScenarioError
from refight.evidence.archive import Archive
from refight.ground.grid import Ground, load
from refight.scenario.check import check
from refight.scenario.forces import entries_of, has_men
from refight.scenario.read import read_traced, scenario_path

Files = dict[str, dict[str, Any]]
ESTIMATES: dict[str, Any] = dict.fromkeys(
    (
        "quality.all",
        "quality.less",
        "command.delay",
        "command.delay.long",
        "limit.first",
        "limit.other",
    )
)


@pytest.fixture(scope="module")
def ground() -> Ground:
    return load("fall")


@pytest.fixture
def good(files: Files, archive: Archive) -> Files:
    """Complete the small scenario so that nothing in it dangles."""
    units = files["units.yaml"]["units"]
    units[0]["start"] = "iraqi_rear"
    files["outcomes.yaml"]["outcomes"][0]["record"] = next(
        each.id
        for each in archive.outcomes.values()
        if each.folder == "khorramshahr-1980"
    )
    files["units.yaml"]["left_out"] = {
        each.id: "not in this test"
        for each in archive.orbat.values()
        if each.folder == "khorramshahr-1980"
        and has_men(each)
        and each.id not in ("iq-112bn", "ir-gend")
    }
    return files


@pytest.fixture
def said(
    write: Callable[[Files], Path], archive: Archive, ground: Ground
) -> Callable[[Files], str]:
    def _said(files: Files) -> str:
        scenario, origin = read_traced(write(files))
        with pytest.raises(ScenarioError) as caught:
            check(scenario, archive, ground, ESTIMATES, origin)
        return caught.value.message()

    return _said


def test_a_whole_scenario_passes(
    good: Files, write: Callable[[Files], Path], archive: Archive, ground: Ground
) -> None:
    scenario, origin = read_traced(write(good))
    check(scenario, archive, ground, ESTIMATES, origin)
    assert entries_of(scenario, archive)["ir-gend"].side == "iran"


def change(files: Files, name: str, path: list[Any], value: Any) -> None:
    place: Any = files[name]
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value


UNIT = ["units", 0]
PHASE = ["plans", "go", "phases", 0]


@pytest.mark.parametrize(
    ("name", "path", "value", "expected"),
    [
        ("units", [*UNIT, "orbat"], "iq-113bn", 'did you mean "iq-112bn"'),
        ("units", [*UNIT, "start"], "iraqi_rer", 'did you mean "iraqi_rear"'),
        ("units", [*UNIT, "start"], "city", "held by the other side"),
        ("units", [*UNIT, "quality"], "quality.al", 'did you mean "quality.all"'),
        ("units", [*UNIT, "orbat"], "iq-air", "which has none"),
        ("plans", [*PHASE, "objective"], "citty", 'did you mean "city"'),
        ("plans", [*PHASE, "limit"], "limit.frst", 'did you mean "limit.first"'),
        ("plans", [*PHASE, "orders", "blue"], {"stance": "hold"}, "group of iraq"),
        (
            "plans",
            [*PHASE, "works"],
            [{"crossing": "mared-pontoom", "action": "build"}],
            'did you mean "mared-pontoon"',
        ),
        ("plans", [*PHASE, "claims"], ["fi-2okt"], 'did you mean "fi-2oct"'),
        ("outcomes", ["outcomes", 0, "record"], "x", "outcome on record"),
        ("outcomes", ["outcomes", 0, "set"], "cit", 'did you mean "city"'),
        ("scenario", ["depots", 0, "place"], "cit", 'did you mean "city"'),
        ("scenario", ["depots", 0, "assumption"], "", "neither"),
        ("scenario", ["fallen", "plain", "set"], "cit", 'did you mean "city"'),
        ("scenario", ["parameters"], {"frontage": "front"}, "a known estimate"),
        ("scenario", ["parameters"], {"fontage": "x"}, 'did you mean "frontage"'),
        ("scenario", ["evidence"], "stalingrad", "use one of: beit-ol-moqaddas-1982"),
    ],
)
def test_dangling_names(
    name: str,
    path: list[Any],
    value: Any,
    expected: str,
    good: Files,
    said: Callable[[Files], str],
) -> None:
    change(good, f"{name}.yaml", path, value)
    text = said(good)
    assert expected in text and f"{name}.yaml:" in text


def test_an_entry_without_units_or_reason(
    good: Files, said: Callable[[Files], str]
) -> None:
    del good["units.yaml"]["left_out"]["iq-eng"]
    assert "of the men of iq-eng" in said(good)


def test_a_lever_on_a_group_that_both_sides_have(
    good: Files, said: Callable[[Files], str]
) -> None:
    good["units.yaml"]["units"][0]["group"] = "blue"
    good["plans.yaml"]["plans"]["go"]["phases"][0]["orders"] = {
        "blue": {"stance": "hold"}
    }
    assert "which both sides have" in said(good)


def test_a_unit_whose_group_no_plan_names(
    good: Files, said: Callable[[Files], str]
) -> None:
    one = good["units.yaml"]["units"][0]
    halves = [one | {"share": 0.5}, one | {"id": "one-b", "share": 0.5}]
    halves[1]["group"] = "redd"
    good["units.yaml"]["units"][:1] = halves
    text = said(good)
    assert 'did you mean "red"' in text and "units.yaml:" in text
    assert "order its group to hold" in text


def test_a_misspelt_name_is_refused_where_an_act_is_prepared(tmp_path: Path) -> None:
    folder = tmp_path / "fall"
    copytree(scenario_path("fall"), folder)
    units = folder / "units.yaml"
    units.write_text(units.read_text().replace("iraqi_rear", "iraqi_reer"))
    with pytest.raises(ScenarioError, match=r'units.yaml:\d+: .*\n.*"iraqi_rear"'):
        prepare_folder(folder)
