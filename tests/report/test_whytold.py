"""Why, for the acts as told: every chain ends at the account or at *assumption*."""

from functools import cache

import pytest

from refight.account import read
from refight.account.told import told
from refight.ensemble.refight import prepare
from refight.errors import EvidenceError
from refight.files import campaign_path
from refight.report.whytold import why_told_data, why_told_lines

ACTS = ("fall", "liberation")


@cache
def account():
    return read(campaign_path("khorramshahr") / "account")


@cache
def prepared(act):
    return prepare(act, "told")


def page(act, name):
    return why_told_data(prepared(act), account(), name)


def roots(found):
    return {claim["root"] for claim in found["claims"]}


@pytest.mark.parametrize("act", ACTS)
def test_every_told_value_leads_to_the_accounts_own_claims(act):
    for name, value in told(account(), act).items():
        found = page(act, name)
        text = " ".join(why_told_lines(found, account().loaded_words))
        assert all(sentence in text for sentence in value.sentences)
        assert {claim["claim"] for claim in found["claims"]} == {*value.claims}
        assert found["claims"] or "assumption" in text


def test_the_garrison_is_the_whole_of_its_side_and_a_unit_has_its_part():
    whole = page("liberation", "garrison")
    assert (round(whole["low"]), round(whole["high"])) == (15_000, 20_000)
    part = page("liberation", "iq-sf-33-1")
    assert 0 < part["best"] < whole["best"]
    assert roots(part) == {"the-account"}
    assert "garrison" in part["by"][0]


@pytest.mark.parametrize("act", ACTS)
def test_whatever_was_assumed_has_its_reason(act):
    for each in prepared(act).assumed:
        if each.kind == "vehicles":
            continue
        found = page(act, each.id)
        text = " ".join(" ".join(why_told_lines(found)).split())
        assert "assumption" in text or "the curator's reading" in text, each.id


def test_estimates_keep_no_claim_of_the_record():
    found = page("liberation", "cohesion.start.iraq82")
    assert {claim["source"].rpartition("/")[2] for claim in found["claims"]} == {
        "presstv"
    }


def test_a_mistyped_number_is_answered_with_the_nearest():
    with pytest.raises(EvidenceError) as caught:
        page("liberation", "garison")
    assert "garrison" in caught.value.hint


def test_pages_fit():
    for name in ("garrison", "elsewhere", "city-retaken", "iq-sf-33-1"):
        lines = why_told_lines(page("liberation", name), account().loaded_words)
        assert max(len(line) for line in lines) <= 80
