"""Three axes, kept apart, each with its reason; what is told, ready for a scenario."""

import pytest

from refight.account.lookup import find
from refight.account.model import RECORD_WORDS
from refight.account.told import told
from refight.account.verdict import INPUT, NOT_MODELLED, OPEN, verdicts
from refight.errors import UsageError
from refight.report.topic import topic_data

ARITHMETIC = {"consistent", "inconsistent", "depends on a definition", "open", "none"}


def axes(query, account, archive, done, model=None):
    target = find(query, account, archive)
    rows = [account.rows[number] for number in target.rows]
    spoken = [account.sentences[name] for name in target.sentences]
    checks = [c for t in target.tests for c in account.tests[t].decides]
    return verdicts(rows, spoken, checks, account, done, model)


@pytest.mark.parametrize(
    ("query", "record", "arithmetic", "model"),
    [
        ("575", "contested", "depends on a definition", "not modelled"),
        ("month-and-a-half", "contested", "depends on a definition", "open"),
        ("6000", "contested", "consistent", "open"),
        ("15000", "contested", "consistent", "open"),
        ("parthian-shot", "contested", "none", "open"),
        ("women", "contested", "depends on a definition", "open"),
        ("bonn", "contradicted", "inconsistent", "not modelled"),
        ("chemical", "contested", "depends on a definition", "not modelled"),
        ("arbaeen", "judgement, not testable", "none", "not modelled"),
    ],
)
def test_three_words_for_what_people_look_for(
    account, archive, done, query, record, arithmetic, model
):
    found = axes(query, account, archive, done)
    assert [axis.name for axis in found] == ["record", "arithmetic", "model"]
    assert [axis.word for axis in found] == [record, arithmetic, model]
    assert all(axis.reason for axis in found)


def test_every_row_has_three_known_words(account, archive, done):
    for number in account.rows:
        record, arithmetic, model = axes(f"r{number}", account, archive, done)
        assert record.word in RECORD_WORDS
        assert arithmetic.word in ARITHMETIC
        assert model.word in (OPEN, NOT_MODELLED, INPUT)


def test_an_open_model_word_says_what_it_waits_for(account, archive, done):
    *_, model = axes("women", account, archive, done)
    assert "women-defenders" in model.reason


def test_results_of_the_model_are_worded_with_their_limits(account, archive, done):
    said = {"women-defenders": ("no visible effect", "0.01 [-0.02, 0.04]")}
    *_, model = axes("women", account, archive, done, said)
    assert model.word == "no visible effect"
    assert "in this model, given these sources" in model.reason


def test_a_cause_that_is_only_recorded_says_so(account, archive, done):
    *_, model = axes("washington", account, archive, done)
    assert model.word == "not modelled"
    assert "Refight does not test this sentence." in model.reason


def test_the_account_tells_the_fall(account):
    values = told(account, "fall")
    assert (values["defenders"].low, values["defenders"].high) == (2000, 5000)
    assert values["attackers"].low == 20000
    assert values["attackers"].high is None
    assert values["attackers"].open_ends == 1
    assert values["attack-start"].first == values["attack-start"].last == "1980-09-22"
    assert values["women-share"].best == 0.25
    assert "s09" in values["resistance"].sentences


def test_the_account_tells_the_liberation(account, archive):
    values = told(account, "liberation")
    assert values["garrison"].best == 17500
    assert values["city-retaken"].sentences == ("s11", "s32")
    start = values["operation-start"]
    assert (start.first, start.last) == ("1982-04-01", "1982-04-30")
    assert all(key in archive.claims for v in values.values() for key in v.claims)


def test_an_unknown_act_is_answered_with_the_nearest(account):
    with pytest.raises(UsageError, match='did you mean "fall"'):
        told(account, "fal")


def test_checks_that_are_shown_and_do_not_decide_are_named(account, archive, done):
    page = topic_data(find("6000", account, archive), account, archive, done)
    shown = {each["id"]: each["verdict"] for each in page["arithmetic"]}
    reason = page["verdicts"]["arithmetic"]["reason"]
    assert reason.startswith("3 checks decide: consistent 3; shown beside them: ")
    assert "s12-c, s12-d (inconsistent 1, consistent 1)" in reason
    assert shown["s12-d"] == "inconsistent"
    page = topic_data(find("15000", account, archive), account, archive, done)
    assert "1 check decides: " in page["verdicts"]["arithmetic"]["reason"]
