"""The commands about causes, against a fake act."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from refight import cli
from refight.attribution import whatif
from refight.cli import cold
from refight.ensemble import refight as engine
from refight.scenario.variant import named, vary
from tests.report import fake

LEVER = {
    "id": "resolve",
    "title": "Resolve of the garrison",
    "factual": "high",
    "absent": "ordinary",
    "sentences": ["s02"],
    "levels": {
        "high": {"words": "They hold."},
        "ordinary": {"words": "They hold as others do."},
    },
}


def act(name="fall", *_):
    return replace(fake.prepared(name), scenario=fake.scenario(levers=[LEVER]))


@pytest.fixture(autouse=True)
def without_engine(monkeypatch):
    def both(base, choices, design, *_):
        scenario = base.scenario
        variant = tuple(f"{k}={v}" for k, v in choices.items())
        one, other = fake.ensemble(), fake.ensemble(variant=variant)
        other.columns["outcome.fall-date"] = one.columns["outcome.fall-date"] - 4
        found = whatif.paired_up(replace(base, scenario=scenario), one, other)
        return replace(found, variant=variant)

    monkeypatch.setattr(engine, "prepare", act)
    monkeypatch.setattr(whatif, "contrasted", both)
    monkeypatch.setattr(whatif, "varied", checked)
    monkeypatch.setattr(cold, "warm_up", lambda *_: None)


def checked(base, choices):
    vary(base.scenario, choices)
    return SimpleNamespace(variant=named(base.scenario, choices))


def output(capsys, *arguments):
    code = cli.run(arguments)
    caught = capsys.readouterr()
    return code, caught.out, caught.err


def test_a_what_if_says_both_arms_and_the_difference(capsys):
    code, out, err = output(capsys, "whatif", "fall", "resolve=ordinary")
    assert (code, err) == (0, "")
    assert "what if resolve=ordinary" in out
    assert "as it was (high): They hold." in out
    assert "95% Monte-Carlo interval" in out
    assert "-3.6 [" in out  # four days earlier, but never stays never in one of ten
    assert "earlier" in out
    assert "identical in every pair" in out
    assert "max-iraqi-tanks" not in out  # an input
    assert max(map(len, out.splitlines())) <= 80


def test_json_holds_the_error_apart_from_the_spread(capsys):
    _, out, _ = output(capsys, "whatif", "fall", "resolve=ordinary", "--json")
    page = json.loads(out)
    day = next(each for each in page["measures"] if each["id"] == "fall-date")
    assert day["effect"].keys() == {"value", "monte_carlo_error", "low", "high"}
    assert day["single"].keys() == {"low90", "median", "high90"}
    assert page["variant"] == ["resolve=ordinary"]


def test_without_a_choice_the_levers_are_listed(capsys):
    code, out, _ = output(capsys, "whatif", "fall")
    assert code == 0
    assert "high (as it was): They hold." in out
    assert "ordinary (absent): They hold as others do." in out
    assert "serves sentences s02" in out
    assert "refight whatif fall resolve=ordinary" in out


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("resolv=ordinary",), 'did you mean "resolve"?'),
        (("resolve=ordinray",), 'did you mean "ordinary"?'),
        (("resolve",), "for example"),
        (("resolve=high", "resolve=ordinary"), "one level"),
    ],
)
def test_bad_choices_are_one_message(words, hint, capsys):
    code, out, err = output(capsys, "whatif", "fall", *words)
    assert (code, out) == (2, "")
    assert hint in err
    assert "Traceback" not in err
