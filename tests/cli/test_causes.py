"""The commands about causes, against a fake act."""

import json
import re
from dataclasses import replace
from statistics import NormalDist
from types import SimpleNamespace

import numpy as np
import pytest

from refight import cli
from refight.attribution import factorial, rivals, sensitivity, swap, whatif
from refight.cli import cold
from refight.ensemble import refight as engine
from refight.inference import calibrate
from refight.inference import check as inference_check
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
    monkeypatch.setattr(engine, "varied", checked)
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


@pytest.fixture
def written(monkeypatch):
    """Refight the shipped acts in no time: outcomes are written down."""
    asked = []

    def write_down(worlds, *_):
        asked.append(worlds)
        shape = (len(worlds.choices), worlds.design.count)
        chance = np.random.default_rng(1).normal(0, 0.5, shape[1])
        lacking = np.array([len(each) for each in worlds.choices])[:, None]
        columns = {
            f"outcome.{each.id}": np.full(shape, 100.0)
            for each in worlds.base.scenario.outcomes
        }
        columns[f"outcome.{worlds.base.scenario.decided_by}"] = 25 + lacking + chance
        return columns

    monkeypatch.undo()
    monkeypatch.setattr(cold, "warm_up", lambda *_: None)
    monkeypatch.setattr(rivals, "refight_worlds", write_down)
    monkeypatch.setattr(factorial, "refight_worlds", write_down)
    monkeypatch.setattr(factorial, "kept_worlds", lambda *_: None)
    return asked


def test_causes_are_shared_out(capsys, written):
    code, out, err = output(capsys, "causes", "liberation", "--seeds", "3")
    assert (code, err) == (0, "")
    (worlds,) = written
    assert (len(worlds.choices), worlds.design.count) == (1024, 3)
    assert "10 stated causes, 1,024 worlds, 3 seeds of each" in out
    assert "(placebo)" in out
    assert "Ask for more with --seeds." in " ".join(out.split())
    assert "numbers + popular-forces" in out
    # every cause takes a day off, in every order
    assert out.count("      -1  [-") == 10
    assert max(map(len, out.splitlines())) <= 80


def test_causes_as_data(capsys, written):
    _, out, _ = output(capsys, "causes", "fall", "--seeds", "2", "--json")
    page = json.loads(out)
    day = next(each for each in page["scales"] if each["id"] == "fall-date")
    shares = [each["shapley"]["value"] for each in day["shares"].values()]
    assert sum(shares) == pytest.approx(day["whole"]["value"])


def test_a_cause_of_both_acts_has_a_page_for_each(capsys, written):
    code, out, err = output(capsys, "cause", "popular-forces", "--pairs", "4")
    assert (code, err) == (0, "")
    assert "popular-forces, in The fall" in out
    assert "popular-forces, in The liberation" in out
    assert "Row 25 of the account" in out and "Row 47 of the account" in out
    assert "Under rival priors" in out
    assert "refight causes fall (some minutes)" in out
    assert max(map(len, out.splitlines())) <= 80


def test_the_page_of_a_cause_holds_its_share_where_it_is_kept(
    capsys, written, monkeypatch
):
    monkeypatch.setattr(factorial, "kept_worlds", factorial.refight_worlds)
    code, out, _ = output(capsys, "cause", "parthian-shot", "--pairs", "4", "--json")
    (page,) = json.loads(out)["acts"]
    assert code == 0
    assert page["shares"]["seeds"] == 48
    assert list(page["priors"]) == ["as shipped", "lower", "higher", "wider"]
    assert [each["level"] for each in page["beside"]] == ["trade-space"]


def test_the_ordered_claim_is_weighed_under_every_prior(capsys, written):
    code, out, _ = output(capsys, "cause", "faith-over-skill", "--pairs", "4")
    assert code == 0
    assert "cannot tell it from" in out
    for prior in ("as shipped", "sceptical", "credulous", "wide"):
        assert f"{prior}: chance of the order 0%" in out
    assert max(map(len, out.splitlines())) <= 80


def test_an_unknown_cause_is_answered_with_the_nearest(capsys, written):
    code, out, err = output(capsys, "cause", "moral")
    assert (code, out) == (2, "")
    assert 'did you mean "morale"?' in err


def test_a_swap_that_is_stopped_shows_no_cells(capsys, monkeypatch):
    asked = []

    def stopped(act_name, *_):
        asked.append(act_name)
        one, other = fake.ensemble(32), fake.ensemble(32)
        return whatif.paired_up(fake.prepared(), one, other)

    monkeypatch.undo()
    monkeypatch.setattr(cold, "warm_up", lambda *_: None)
    monkeypatch.setattr(swap, "contrast", stopped)
    code, out, err = output(capsys, "swap", "--pairs", "400")
    assert (code, out, asked) == (130, "", ["fall"])
    assert "Stopped" in err


def test_the_swap_has_four_cells(capsys, monkeypatch):
    def written_down(act_name, choices, *_):
        base = engine.prepare(act_name)
        one, other = acts_of(base, 0), acts_of(base, 2)
        return whatif.paired_up(base, one, other)

    def acts_of(base, later):
        names = [f"outcome.{each.id}" for each in base.scenario.outcomes]
        columns = {name: np.arange(20.0) + later for name in names}
        found = fake.ensemble(20)
        return replace(found, columns=columns)

    monkeypatch.undo()
    monkeypatch.setattr(cold, "warm_up", lambda *_: None)
    monkeypatch.setattr(swap, "contrast", written_down)
    code, out, _ = output(capsys, "swap", "--pairs", "20")
    assert code == 0
    assert "command-unity, divided -> joint" in out
    assert "command-unity, joint -> divided" in out
    assert out.count("swapped ") == 7  # the day and the losses of both acts
    assert re.search(r"\+2 \[-[\d.]+ to \+[\d.]+\]", out)  # 20 pairs hold no surprise
    assert max(map(len, out.splitlines())) <= 80


@pytest.fixture
def easy(monkeypatch):
    """Refight in no time what calibration asks for: the free parameters decide."""

    def write_down(worlds, *_):
        score = NormalDist().inv_cdf
        z = [np.array(list(map(score, e))) for e in worlds.fixed.values()]
        scenario = worlds.base.scenario
        columns = {f"outcome.{e.id}": 300.0 + 0 * z[0] for e in scenario.outcomes}
        columns[f"outcome.{scenario.decided_by}"] = np.floor(30 + 4 * z[0])
        columns["outcome.iraqi-killed"] = np.exp(7.5 + 0.5 * z[1])
        return {name: each[None] for name, each in columns.items()}

    monkeypatch.undo()
    monkeypatch.setattr(cold, "warm_up", lambda *_: None)
    monkeypatch.setattr(calibrate, "refight_worlds", write_down)


def test_a_posterior_is_shown_with_its_diagnostics(capsys, easy):
    code, out, err = output(capsys, "calibrate", "fall", "--refights", "4000")
    assert (code, err) == (0, "")
    assert "Effective draws" in out and "k-hat" in out
    assert "loss.attacker (1/day): prior" in out
    assert "sceptical:" in out
    assert "One family of sources left out" in out
    assert "(the posterior)" in out
    assert max(map(len, out.splitlines())) <= 80


def test_too_few_effective_draws_show_no_posterior(capsys, easy):
    code, out, _ = output(capsys, "calibrate", "fall", "--refights", "20", "--json")
    page = json.loads(out)
    assert code == 0
    assert page["effective"] < 100
    assert (page["shown"], page["parameters"]) == (False, None)
    assert len(page["believed"]) == page["claims"]


def test_an_unknown_preset_is_refused_before_the_work(capsys, easy):
    code, out, err = output(capsys, "calibrate", "fall", "--preset", "naive")
    assert (code, out) == (2, "")
    assert "credulous" in err


def test_acts_are_checked_against_each_other(capsys, easy, monkeypatch):
    monkeypatch.setattr(inference_check, "refight_worlds", calibrate.refight_worlds)
    code, out, err = output(capsys, "check", "fall", "--refights", "3000")
    assert (code, err) == (0, "")
    assert "Each outcome beside its record" in out
    assert "Each fitted outcome foretold from the others" in out
    assert "Foretold by what the liberation taught" in out
    for who in ("as shipped", "base rates", "force ratio"):
        assert f"against {who}: CRPS lower by" in out
    assert max(map(len, out.splitlines())) <= 80


def test_a_check_without_enough_draws_says_so(capsys, easy):
    code, out, _ = output(capsys, "check", "--refights", "20")
    assert code == 0
    said = " ".join(out.split())  # each act, and each taught by the other
    assert said.count("nothing is shown") == 4


def test_what_decides_is_shown_with_chance_as_its_own_bar(capsys, monkeypatch):
    def write_down(worlds, *_):
        base, design = worlds.base, worlds.design
        drawn = sensitivity.drawn_of(base, design.seed, design.draws)["loss.attacker"]
        names = [f"outcome.{each.id}" for each in base.scenario.outcomes]
        columns = {name: np.full((1, design.count), 100.0) for name in names}
        chance = np.random.default_rng(1).normal(size=(1, design.count))
        columns["outcome.fall-date"] = 20 + 10 * np.tile(drawn, 2) + chance / 2
        return columns

    monkeypatch.undo()
    monkeypatch.setattr(cold, "warm_up", lambda *_: None)
    monkeypatch.setattr(sensitivity, "refight_worlds", write_down)
    code, out, err = output(capsys, "decides", "fall", "--draws", "300")
    assert (code, err) == (0, "")
    assert "chance of battle" in out and "rule loss" in out
    assert "loss.attacker" in out and "assumption" in out
    assert "The same in every refight." in out  # the losses
    assert max(map(len, out.splitlines())) <= 80


@pytest.fixture
def all_written(monkeypatch, easy):
    """Refight in no time, whatever asks: the free parameters and the levers decide."""
    write = calibrate.refight_worlds

    def write_down(worlds, *_):
        if not worlds.fixed:
            drawn = worlds.design.draw
            fixed = {str(n): (1 + drawn + n) % 97 / 97 + 0.001 for n in range(2)}
            worlds = replace(worlds, fixed=fixed)
        one = write(worlds)
        lacking = np.array([len(each) for each in worlds.choices])[:, None]
        columns = {n: np.repeat(e, len(worlds.choices), 0) for n, e in one.items()}
        decided = f"outcome.{worlds.base.scenario.decided_by}"
        return columns | {decided: columns[decided] + lacking}

    for module in (rivals, factorial, swap, calibrate):
        monkeypatch.setattr(module, "refight_worlds", write_down)
    for module in (factorial, calibrate):
        monkeypatch.setattr(module, "kept_worlds", write_down)


def test_shares_before_and_after_calibration(capsys, all_written):
    code, out, err = output(capsys, "cause", "iraqi-belief", "--pairs", "8")
    assert (code, err) == (0, "")
    assert "Before and after calibration" in out
    assert "in 8 draws that the record makes likely, with other luck" in " ".join(
        out.split()
    )
    assert "Share after calibration:" in out
    assert max(map(len, out.splitlines())) <= 80


def test_causes_and_swap_after_calibration(capsys, all_written):
    code, out, _ = output(capsys, "causes", "fall", "--seeds", "4", "--calibrated")
    assert code == 0
    assert "After calibration: draws that the record makes likely" in out
    assert "--calibrated" in out
    code, out, _ = output(capsys, "swap", "--pairs", "6", "--calibrated")
    assert code == 0
    assert "6 pairs of refights of each act" in out
    assert "refight swap --pairs 6 --seed 1 --calibrated" in out


def test_what_is_not_calibrated_says_so(capsys, written, monkeypatch):
    monkeypatch.setattr(calibrate, "kept_worlds", lambda *_: None)
    _, out, _ = output(capsys, "cause", "preparedness", "--pairs", "4")
    assert "Not calibrated yet: refight calibrate fall." in out


def test_a_stopped_study_says_that_it_goes_on(capsys, written, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(factorial, "refight_worlds", stop)
    code, out, err = output(capsys, "causes", "fall")
    assert (code, out) == (130, "")
    assert "goes on from here" in err
