"""Results that come with the package: shown while they hold, else marked or not."""

from dataclasses import replace

import pytest

from refight.account import read
from refight.account.verdict import INPUT, NOT_MODELLED, OPEN, model_axis
from refight.attribution.causes import acts_with, stated
from refight.cli import causepages
from refight.cli.found import rounded
from refight.files import campaign_path
from refight.report import shipped
from tests.ensemble.acts import ACTS, ready

ASKED = causepages.Asked(200, 1, None, quiet=True, shipped=True)


@pytest.fixture(scope="module")
def account():
    return read(campaign_path("khorramshahr") / "account")


def levers(row):
    return [name.strip() for name in row.lever.split("(")[0].split(",")]


def test_every_cause_of_the_listing_has_its_page(account):
    causes = [row for row in account.rows.values() if row.cause == "modelled"]
    assert len(causes) == 20
    for row in causes:
        pages = [acts_with(name) for name in levers(row)]
        acts = {act for each in pages for act in each}
        assert row.section not in ("fall", "liberation") or row.section in acts
        served = {
            number
            for act, said in stated()["acts"].items()
            for each in said["causes"].values()
            for number in each["rows"]
        } | {*stated()["swap"]["rows"]}
        assert row.number in served


def test_every_row_that_the_model_touches_has_its_word(account):
    words = shipped.words(ready(act) for act in ACTS)
    spoken = {}
    for row in account.rows.values():
        sentences = tuple(account.sentences[name] for name in row.sentences)
        spoken[row.number] = model_axis((row,), sentences, words).word
    assert OPEN not in spoken.values()
    assert spoken[9] == INPUT and spoken[5] == NOT_MODELLED
    assert sum(word != NOT_MODELLED for word in spoken.values()) == 39


def test_pages_of_all_causes_are_there_and_answer_at_once(monkeypatch):
    """Were they refought, `rivals_of` would be called."""
    monkeypatch.setattr(causepages, "rivals_of", None)
    monkeypatch.setattr(shipped, "holds", lambda _: True)
    names = {n for said in stated()["acts"].values() for n in said["causes"]}
    for name in (*names, *stated()["order"]):
        _, lines = causepages.page(name, ASKED)
        assert "Results shipped with the package" in " ".join(lines)
        assert max(map(len, lines)) <= 80


def test_results_of_another_act_or_rules_are_no_page_and_marked_words(monkeypatch):
    base = ready("fall")
    older = replace(base, scenario=base.scenario.model_copy(update={"days": 3}))
    assert older.digest != base.digest
    assert not shipped.holds(older)
    assert shipped.cause_page(older, "iraqi-belief") is None
    reasons = [reason for _, reason in shipped.words([older]).values()]
    assert reasons and all(shipped.OLDER in each for each in reasons)
    monkeypatch.setattr(shipped, "BEHAVIOUR_VERSION", -1)
    assert not shipped.holds(base)


def test_numbers_are_rounded_far_below_their_errors():
    assert rounded({"a": (1.23456, [float("inf")], "b", 12345)}) == {
        "a": [1.235, [float("inf")], "b", 12345]
    }  # fmt: skip
