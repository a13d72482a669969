"""The commands of studies, from a plan to its removal."""

import json

import pytest

from refight.cli import VERBS, run
from tests.ensemble.study import short
from tests.ensemble.study.short import write_act


@pytest.fixture(scope="module")
def act(tmp_path_factory):
    return str(write_act(tmp_path_factory.mktemp("scenarios") / "short"))


@pytest.fixture
def planned(tmp_path, act, capsys):
    folder = str(tmp_path / "study")
    words = ["plan", folder, act, "--refights", "6", "--chunk", "4", "--seed", "3"]
    assert study(*words) == 0
    assert "1 arm of 6 refights, in 2 chunks of up to 4." in said(capsys)
    return folder


def study(*words):
    return run(["study", *words])


def said(capsys):
    return " ".join(capsys.readouterr().out.split())


def page(capsys):
    return json.loads(capsys.readouterr().out)


def test_a_study_from_its_plan_to_its_end(planned, act, capsys):
    assert study("verify", planned) == 1
    assert "0 of 6 refights done" in said(capsys)
    assert study("run", planned, "--workers", "2") == 0
    assert "Finished: 6 refights fought now." in said(capsys)
    assert study("resume", planned, "--json") == 0
    found = page(capsys)
    assert (found["fought"], found["complete"], found["kept"]) == (0, True, 2)
    assert study("verify", planned, "--json") == 0
    assert page(capsys)["digest"] == found["digest"] == short.in_one_piece(act, 6)
    assert study("query", planned, "select count(*) as n from refights", "--json") == 0
    assert page(capsys) == {"columns": ["n"], "rows": [[6]]}
    assert study("clean", planned, "--all") == 0
    assert "3 files removed" in said(capsys)
    assert study("status", planned) == 2


def test_what_was_planned_with_other_code_is_said(planned, tmp_path, capsys):
    path = tmp_path / "study" / "study.json"
    path.write_text(path.read_text().replace('"code": "', '"code": "x'))
    assert study("status", planned) == 0
    assert "planned with other code" in said(capsys)
    assert study("run", planned) == 2
    assert "plan the study again" in capsys.readouterr().err


def test_a_factorial_without_levers_takes_the_stated_causes(tmp_path, capsys):
    words = ["plan", str(tmp_path / "s"), "fall", "--design", "factorial", "--json"]
    assert study(*words) == 0
    found = page(capsys)
    assert len(found["arms"]) == 2 ** len(found["arms"][-1])
    assert found["arms"][0] == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["plan", "s", "fal"], "scenario.yaml"),
        (["plan", "s", "fall", "--lever", "air=none"], "a lever"),
        (["plan", "s", "fall", "--design", "pairs"], "levers for pairs"),
        (["run", "s"], "refight study plan"),
        (["status", "s"], "refight study plan"),
        (["run", "s", "--on", "dusk"], "refight study plan"),
    ],
)
def test_bad_input_is_one_message(words, message, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert study(*words) == 2
    shown = capsys.readouterr()
    assert message in shown.err
    assert "Traceback" not in shown.err


def test_an_unknown_place_is_answered_with_the_nearest(planned, capsys):
    assert study("run", planned, "--on", "dusk") == 2
    assert 'did you mean "dask"?' in capsys.readouterr().err


def test_studies_are_among_the_verbs():
    assert "study" in VERBS
