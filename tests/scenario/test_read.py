"""Reading: a good folder gives a scenario, a bad one says where and what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from refight.errors import ScenarioError, UsageError
from refight.scenario import read as reading
from refight.scenario.model import Scenario
from refight.scenario.read import read, read_traced, scenario_path

Files = dict[str, dict[str, Any]]
Write = Callable[[Files], Path]


def message(folder: Path) -> str:
    with pytest.raises(ScenarioError) as caught:
        read(folder)
    return caught.value.message()


def test_a_good_folder_is_read(files: Files, write: Write) -> None:
    scenario = read(write(files))
    assert isinstance(scenario, Scenario)
    assert [unit.id for unit in scenario.units] == ["one", "two"]
    assert scenario.units[0].shares == (1.0, 1.0, 1.0, 1.0)


def test_origin_gives_file_and_line(files: Files, write: Write) -> None:
    _, origin = read_traced(write(files))
    where = origin.where(("units", 1, "group"))
    path, line = where.rsplit(":", 1)
    text = Path(path).read_text(encoding="utf-8").splitlines()
    assert "group: blue" in text[int(line) - 1]


def test_unknown_key_names_file_line_and_nearest(files: Files, write: Write) -> None:
    files["units.yaml"]["units"][1]["quallity"] = "q"
    said = message(write(files))
    assert "units.yaml:" in said
    assert '"quallity"' in said and 'did you mean "quality"' in said


def test_unknown_top_level_key(files: Files, write: Write) -> None:
    files["scenario.yaml"]["dayz"] = 3
    assert 'did you mean "days"' in message(write(files))


def test_unit_without_a_place(files: Files, write: Write) -> None:
    del files["units.yaml"]["units"][0]["start"]
    said = message(write(files))
    assert 'the key "start"' in said and "units.yaml:2" in said


@pytest.mark.parametrize("share", [-0.5, 0, 40])
def test_negative_or_absurd_strength(share: float, files: Files, write: Write) -> None:
    files["units.yaml"]["units"][0]["share"] = share
    said = message(write(files))
    assert "units.yaml:" in said and str(share) in said


def test_shares_of_one_entry_beyond_the_whole(files: Files, write: Write) -> None:
    one = files["units.yaml"]["units"][0]
    one["share"] = 0.6
    files["units.yaml"]["units"].append({**one, "id": "three"})
    said = message(write(files))
    assert "at most 1" in said and "1.200 of its men" in said


def test_dates_out_of_order(files: Files, write: Write) -> None:
    files["units.yaml"]["units"][1]["withdrawal"] = "1980-09-22T12:00:00"
    assert "after the arrival" in message(write(files))


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("units", "arrival", ["units", 1]),
        ("plans", "planned_end", ["plans", "go", "phases", 0]),
        ("plans", "not_before", ["plans", "go", "phases", 0, "start"]),
        ("levers", "red", ["levers", 0, "levels", "leave", "arrivals"]),
    ],
)
def test_a_date_before_the_start(
    name: str, key: str, value: list[Any], files: Files, write: Write
) -> None:
    at: Any = files[f"{name}.yaml"]
    for step in value:
        at = at.setdefault(step, {}) if isinstance(at, dict) else at[step]
    at[key] = "1980-08-22T12:00:00"
    said = message(write(files))
    assert "at or after the start" in said and f"{name}.yaml:" in said
    assert "more like" not in said


def declared(files: Files, write: Write, **said: Any) -> str:
    """Declare one more outcome; give the message, or nothing when it is good."""
    outcomes = files["outcomes.yaml"]["outcomes"]
    outcomes.append({"id": "more", "record": "city-fallen", **said})
    folder = write(files)
    try:
        read(folder)
    except ScenarioError as error:
        return error.message()
    return ""


SINCE = {"observable": "captured since", "side": "iraq"}
OF_A_SET = {"observable": "area", "side": "iraq", "set": "city"}
BETWEEN = {"observable": "days between", "side": "iraq"}
DAY = {"on": "1980-09-23T00:00:00"}


@pytest.mark.parametrize("said", [SINCE, OF_A_SET])
def test_what_is_observed_on_a_day_needs_one(
    said: dict[str, Any], files: Files, write: Write
) -> None:
    found = declared(files, write, **said)
    assert 'a day, under "on"' in found
    assert "outcomes.yaml:" in found and '"on": "' in found


@pytest.mark.parametrize(
    "said", [SINCE | DAY, OF_A_SET | DAY, {"observable": "area"}, BETWEEN]
)
def test_an_outcome_that_says_enough_is_read(
    said: dict[str, Any], files: Files, write: Write
) -> None:
    assert declared(files, write, **said) == ""


def test_a_day_of_an_outcome_lies_within_the_act(files: Files, write: Write) -> None:
    found = declared(files, write, **(OF_A_SET | {"on": "1981-01-01T00:00:00"}))
    assert "a day within the act" in found and "1981-01-01" in found


def test_an_outcome_of_a_place_names_it(files: Files, write: Write) -> None:
    assert "without one" in declared(files, write, observable="cut off", side="iran")


def test_days_are_counted_from_something_that_has_a_day(
    files: Files, write: Write
) -> None:
    files["outcomes.yaml"]["outcomes"].append(
        {"id": "held-out", "record": "city-fallen", **BETWEEN}
    )
    found = declared(files, write, **BETWEEN, since="held-out")
    assert "outcomes.yaml:" in found and 'observed as "days between"' in found


def test_only_days_between_are_counted_from_something(
    files: Files, write: Write
) -> None:
    found = declared(files, write, observable="killed", side="iraq", since="fallen")
    assert '"since" with "days between" only' in found


def test_an_act_is_decided_on_a_day(files: Files, write: Write) -> None:
    files["outcomes.yaml"]["outcomes"][0]["observable"] = "ever held"
    found = message(write(files))
    assert "scenario.yaml:" in found and "an act is decided on a day" in found


def test_arrival_after_the_end(files: Files, write: Write) -> None:
    files["units.yaml"]["units"][1]["arrival"] = "1981-09-22T12:00:00"
    assert "before the end" in message(write(files))


def test_phases_out_of_order(files: Files, write: Write) -> None:
    phases = files["plans.yaml"]["plans"]["go"]["phases"]
    second = {**phases[0], "id": "second"}
    phases[0] = {**phases[0], "start": {"not_before": "1980-09-26T06:00:00"}}
    phases.append({**second, "start": {"not_before": "1980-09-24T06:00:00"}})
    said = message(write(files))
    assert "not before the phase above it" in said and "plans.yaml:" in said


def test_a_date_that_is_none(files: Files, write: Write) -> None:
    files["scenario.yaml"]["start"] = "the third day"
    assert "a date and time" in message(write(files))


def test_a_time_zone_is_refused(files: Files, write: Write) -> None:
    files["scenario.yaml"]["start"] = "1980-09-22T06:00:00+03:30"
    assert "without a zone" in message(write(files))


def test_unknown_word_of_a_choice(files: Files, write: Write) -> None:
    files["units.yaml"]["units"][0]["arm"] = "infantery"
    said = message(write(files))
    assert 'did you mean "infantry"' in said


def test_order_to_an_unknown_group(files: Files, write: Write) -> None:
    phase = files["plans.yaml"]["plans"]["go"]["phases"][0]
    phase["orders"]["rad"] = {"stance": "hold"}
    assert 'did you mean "red"' in message(write(files))


def test_same_id_twice(files: Files, write: Write) -> None:
    files["units.yaml"]["units"][1]["id"] = "one"
    assert "an id used once" in message(write(files))


def test_same_key_in_two_files(files: Files, write: Write) -> None:
    files["scenario.yaml"]["units"] = []
    assert "each key in one file only" in message(write(files))


def test_newer_format_is_explained(files: Files, write: Write) -> None:
    files["scenario.yaml"]["format"] = 99
    said = message(write(files))
    assert "newer refight" in said and "scenario.yaml:1" in said


def test_missing_format(files: Files, write: Write) -> None:
    del files["scenario.yaml"]["format"]
    assert "format: 1" in message(write(files))


def test_older_format_goes_through_its_migration(
    files: Files, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rename(raw: dict[str, Any]) -> dict[str, Any]:
        raw = dict(raw)
        raw["days"] = raw.pop("length")
        return raw

    monkeypatch.setattr(reading, "FORMAT", 2)
    monkeypatch.setattr(reading, "MIGRATIONS", {1: rename})
    files["scenario.yaml"]["length"] = files["scenario.yaml"].pop("days")
    scenario = read(write(files))
    assert (scenario.format, scenario.days) == (2, 10)


def test_broken_yaml(files: Files, write: Write) -> None:
    folder = write(files)
    (folder / "units.yaml").write_text("units: [", encoding="utf-8")
    assert "units.yaml" in message(folder)


def test_a_list_where_keys_belong(files: Files, write: Write) -> None:
    folder = write(files)
    (folder / "levers.yaml").write_text("- one\n", encoding="utf-8")
    assert "keys with values" in message(folder)


def test_a_file_instead_of_a_folder(tmp_path: Path) -> None:
    assert "a folder with a scenario" in message(tmp_path / "nowhere")


def test_factual_level_must_change_nothing(files: Files, write: Write) -> None:
    levels = files["levers.yaml"]["levers"][0]["levels"]
    levels["stay"]["plans"] = {"iran": "leave"}
    assert "nothing changed by the factual level" in message(write(files))


def test_unknown_act() -> None:
    with pytest.raises(UsageError) as caught:
        scenario_path("fal")
    assert '"fal"' in caught.value.message()


def test_a_bound_is_explained_by_what_it_is_of(files: Files, write: Write) -> None:
    files["scenario.yaml"]["fallen"]["plain"]["share"] = 1.95
    said = message(write(files))
    assert "a share lies above 0" in said and "order-of-battle" not in said
    files["scenario.yaml"]["fallen"]["plain"]["share"] = 0.95
    files["scenario.yaml"]["days"] = 0
    assert "what to do: docs/reference/scenario.md" in message(write(files))


def test_a_rule_or_a_plan_that_is_not_declared_is_said_with_its_line(
    files: Files, write: Write
) -> None:
    files["scenario.yaml"]["fallen_rule"] = "plane"
    said = message(write(files))
    assert "scenario.yaml:" in said and 'did you mean "plain"' in said
    files["scenario.yaml"]["fallen_rule"] = "plain"
    files["scenario.yaml"]["plan"]["iraq"] = "stay"  # the other side's
    said = message(write(files))
    assert "a known plan of iraq" in said and "scenario.yaml:" in said


def test_a_short_list_and_no_list_are_said_in_words(files: Files, write: Write) -> None:
    files["units.yaml"]["units"] = files["units.yaml"]["units"][:1]
    assert "at least 2 of them, found 1" in message(write(files))
    files["units.yaml"]["units"] = "one"
    assert "expected a list" in message(write(files))


def test_a_folder_without_its_first_file(files: Files, write: Write) -> None:
    folder = write(files)
    (folder / "scenario.yaml").unlink()
    said = message(folder)
    assert "found no scenario.yaml" in said and "did you mean" not in said


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("days", "ten", "a whole number"),
        ("title", 3, "a text"),
        ("fallen", 3, "keys with values"),
    ],
)
def test_a_value_of_another_type(
    key: str, value: Any, expected: str, files: Files, write: Write
) -> None:
    files["scenario.yaml"][key] = value
    said = message(write(files))
    assert f"expected {expected}" in said and "scenario.yaml:" in said
