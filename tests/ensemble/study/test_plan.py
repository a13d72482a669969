"""A plan names every chunk by all that decides its numbers."""

from dataclasses import replace

import pytest

from refight.ensemble.study.plan import (
    NAME,
    Plan,
    arms_of,
    read_plan,
    refuse_other_code,
    write_plan,
)
from refight.errors import EnsembleError, UsageError

PLAN = Plan(
    act="fall",
    version="recorded",
    design="pairs",
    arms=((), ("supply=cut",)),
    seed=1,
    refights=10,
    scenario="a" * 64,
    code="b" * 16,
    first="c" * 64,
    chunk=4,
)


def keys(plan):
    return [each.key for each in plan.chunks()]


def test_chunks_cover_every_refight_of_every_arm_once():
    covered = [
        (each.arm, refight)
        for each in PLAN.chunks()
        for refight in range(each.start, each.stop)
    ]
    assert covered == [(arm, refight) for arm in (0, 1) for refight in range(10)]
    assert [each.count for each in PLAN.chunks()] == [4, 4, 2] * 2


@pytest.mark.parametrize(
    "change",
    [
        {"version": "told"},
        {"arms": (("supply=full",), ("air=none",))},
        {"seed": 2},
        {"scenario": "d" * 64},
        {"code": "e" * 16},
        {"behaviour": PLAN.behaviour + 1},
        {"chunk": 3},
    ],
)
def test_whatever_decides_the_numbers_changes_every_name(change):
    full = [each.key for each in PLAN.chunks() if each.count > 1]
    assert not set(full) & set(keys(replace(PLAN, **change)))


def test_more_refights_keep_the_chunks_that_are_whole():
    more = keys(replace(PLAN, refights=12))
    assert [key in more for key in keys(PLAN)] == [True, True, False] * 2


def test_a_plan_comes_back_from_its_file(tmp_path):
    write_plan(PLAN, tmp_path / "new")
    assert read_plan(tmp_path / "new") == PLAN


def test_a_plan_goes_over_one_of_the_same_question_only(tmp_path):
    write_plan(PLAN, tmp_path)
    write_plan(replace(PLAN, refights=20, code="f" * 16), tmp_path)
    assert read_plan(tmp_path).refights == 20
    with pytest.raises(EnsembleError, match="another study"):
        write_plan(replace(PLAN, seed=2), tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        PLAN.to_json().replace('"format": 1', '"format": 2'),
        PLAN.to_json().replace('"seed": 1', '"seed": "one"'),
        PLAN.to_json().replace('"seed": 1', '"seed": 1, "colour": "red"'),
        PLAN.to_json().replace('"supply=cut"', "[]").replace("[]", "7"),
        PLAN.to_json()[:-30],
    ],
)
def test_what_is_not_a_plan_is_refused_with_its_place(tmp_path, text):
    (tmp_path / NAME).write_text(text)
    with pytest.raises(EnsembleError, match=NAME):
        read_plan(tmp_path)


def test_a_folder_without_a_plan_says_how_to_make_one(tmp_path):
    with pytest.raises(EnsembleError, match="refight study plan"):
        read_plan(tmp_path)


@pytest.mark.parametrize("change", [{}, {"behaviour": 0}])
def test_a_plan_of_other_code_is_refused(change):
    with pytest.raises(EnsembleError, match="plan the study again"):
        refuse_other_code(replace(PLAN, **change), "here")


def test_a_factorial_has_every_combination():
    arms = arms_of("factorial", {"b": "1", "a": "2", "c": "3"})
    assert len(set(arms)) == 8
    assert arms[0] == ()
    assert arms[-1] == ("a=2", "b=1", "c=3")


def test_a_comparison_needs_levers():
    with pytest.raises(UsageError, match="levers for pairs"):
        arms_of("pairs", {})
