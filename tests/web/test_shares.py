"""Shares are read from kept studies, before and after calibration, never made."""

import json

import pytest

from refight.attribution.causes import causes_of
from refight.report.cause import cause_data
from refight.web import causes, shares
from refight.web.payloads import Payloads
from refight.web.point import Point
from tests.attribution import planted

SHARE = {"value": 0.2, "monte_carlo_error": 0.02, "low": 0.16, "high": 0.24}


def page_of(payloads):
    return shares.shares_page(lambda act: payloads.prepared(Point(act)))


@pytest.fixture
def nothing(monkeypatch):
    monkeypatch.setattr(shares, "kept_factorial", lambda base: None)
    monkeypatch.setattr(shares, "after_calibration", lambda base: None)
    monkeypatch.setattr(shares, "cause_page", lambda base, name: None)


@pytest.fixture
def kept(monkeypatch, nothing):
    """Studies of planted causes: of the fall before and after calibration."""
    found = {
        "before": planted.factorial(seeds=40, seed=1),
        "after": planted.factorial(seeds=40, seed=2),
    }

    def give(when):
        return lambda base: found[when] if base.scenario.act == "fall" else None

    monkeypatch.setattr(shares, "kept_factorial", give("before"))
    monkeypatch.setattr(shares, "after_calibration", give("after"))
    monkeypatch.setattr(shares, "causes_of", lambda scenario: found["before"].causes)
    monkeypatch.setattr(shares, "name_of", lambda cause, act: cause)
    return found


def test_shares_stand_before_and_after_calibration(kept, payloads):
    page = page_of(payloads)
    marks = {each["act"]: (each["before"], each["after"]) for each in page["acts"]}
    assert marks == {"fall": (True, True), "liberation": (False, False)}
    first, *_ = page["shares"]
    assert first["outcome"] == kept["before"].decision and first["title"]
    for when in ("before", "after"):
        cause = kept[when].causes.causes[0].id
        wanted = kept[when].shares(cause, first["outcome"]).shapley
        assert first["bars"][0][when]["value"] == wanted.value
        assert first["bars"][0][when]["low"] == wanted.low


def test_without_studies_the_commands_are_named(nothing, payloads):
    page = page_of(payloads)
    assert page["shares"] == [] and not page["acts"][0]["before"]
    assert page["acts"][0]["commands"][1] == "refight causes fall --calibrated"


def test_shipped_results_stand_in_for_a_study(nothing, monkeypatch, payloads):
    names = ("fall-date", "by-record")
    scales = [{"id": name, "share": {"shapley": SHARE}} for name in names]
    shipped = {
        "shares": {"scales": scales},
        "scale": "by-record",
        "calibrated": {"share": {**SHARE, "value": 0.3}},
    }
    fall = payloads.prepared(Point("fall"))

    def give(base, name):
        return shipped if base is fall else None

    monkeypatch.setattr(shares, "cause_page", give)
    monkeypatch.setattr(shares, "made", lambda base: "shipped")
    page = page_of(payloads)
    assert [each["outcome"] for each in page["shares"]] == ["by-record", "fall-date"]
    bar = page["shares"][0]["bars"][0]
    assert (bar["before"]["value"], bar["after"]["value"]) == (0.2, 0.3)
    assert page["shares"][1]["bars"][0]["after"] is None
    assert page["acts"][0]["made"] == "shipped" and page["acts"][1]["made"] == ""


def test_a_study_that_is_added_is_noticed(nothing, monkeypatch, tmp_path):
    monkeypatch.setattr(shares, "cache_folder", lambda: tmp_path)
    payloads = Payloads(refights=2, on_disk=False)
    made = payloads.get("shares")
    assert payloads.recall("api/shares") is made
    (tmp_path / "worlds").mkdir()  # a study begins
    assert payloads.recall("api/shares") is None


def test_what_is_shipped_is_not_refought(monkeypatch, payloads):
    names = {
        act: causes_of(payloads.prepared(Point(act)).scenario).names
        for act in ("fall", "liberation")
    }
    monkeypatch.setattr(causes, "cause_page", lambda base, name: {"shipped": name})
    assert causes.points_of_causes(payloads) == set()
    only = names["fall"][0]
    monkeypatch.setattr(
        causes, "cause_page", lambda base, name: None if name == only else {}
    )
    assert Point("fall") in causes.points_of_causes(payloads)
    assert len(causes.points_of_causes(payloads)) == 2


@pytest.mark.slow
def test_a_shipped_page_reads_like_one_that_was_refought(monkeypatch, payloads):
    base = payloads.prepared(Point("fall"))
    stated = causes_of(base.scenario)
    cause = stated.causes[stated.index("iraqi-belief")]
    axes = [{"verdicts": {"record": {}, "arithmetic": {}}}]
    monkeypatch.setattr(causes, "cause_page", lambda base, name: None)
    mine = causes._cause(payloads, base, cause, None, axes)
    rival = causes._rival(payloads, base, [[cause]], stated)
    page = json.loads(json.dumps(cause_data(base, cause, [rival], None)))
    monkeypatch.setattr(causes, "cause_page", lambda base, name: page)
    monkeypatch.setattr(causes, "cause_lines", lambda page: [page["cause"]])
    monkeypatch.setattr(causes, "made", lambda base: "with the package")
    shipped = causes._cause(payloads, base, cause, None, axes)
    assert shipped["made"] == "with the package" and not mine["made"]
    for key in ("model", "effect", "taken_away", "pairs"):
        assert shipped[key] == mine[key]
