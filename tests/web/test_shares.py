"""Shares are read from kept studies, before and after calibration, never made."""

import pytest

from refight.web import shares
from refight.web.payloads import Payloads
from tests.attribution import planted


@pytest.fixture
def kept(monkeypatch):
    """Studies that are kept: of the fall before and after, of the liberation before."""
    found = {
        "before": planted.factorial(seeds=40, seed=1),
        "after": planted.factorial(seeds=40, seed=2),
    }
    monkeypatch.setattr(shares, "kept_factorial", lambda act: found["before"])
    after = {"fall": found["after"]}
    monkeypatch.setattr(shares, "after_calibration", lambda act: after.get(act))
    monkeypatch.setattr(shares, "name_of", lambda cause, act: cause)
    return found


def test_shares_stand_before_and_after_calibration(kept):
    page = shares.shares_page(str)
    marks = {each["act"]: (each["before"], each["after"]) for each in page["acts"]}
    assert marks == {"fall": (True, True), "liberation": (True, False)}
    first, *_ = page["shares"]
    assert first["outcome"] == kept["before"].decision and first["title"]
    for when in ("before", "after"):
        cause = kept[when].causes.causes[0].id
        wanted = kept[when].shares(cause, first["outcome"]).shapley
        assert first["bars"][0][when]["value"] == wanted.value
        assert first["bars"][0][when]["low"] == wanted.low
    last = page["shares"][-1]
    assert last["act"] == "liberation" and last["bars"][0]["after"] is None


def test_without_studies_the_commands_are_named(monkeypatch):
    monkeypatch.setattr(shares, "kept_factorial", lambda act: None)
    monkeypatch.setattr(shares, "after_calibration", lambda act: None)
    page = shares.shares_page(str)
    assert page["shares"] == [] and not page["acts"][0]["before"]
    assert page["acts"][0]["commands"][1] == "refight causes fall --calibrated"


def test_a_study_that_is_added_is_noticed(monkeypatch, tmp_path):
    monkeypatch.setattr(shares, "cache_folder", lambda: tmp_path)
    payloads = Payloads(refights=2, on_disk=False)
    made = payloads.get("shares")
    assert payloads.recall("api/shares") is made
    (tmp_path / "worlds").mkdir()  # a study begins
    assert payloads.recall("api/shares") is None
