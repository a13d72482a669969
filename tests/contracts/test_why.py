"""Every number of the summary can be asked why, and the answer ends at its ground."""

import pytest

from refight.ensemble.refight import refight
from refight.report.summary import summary_data
from refight.report.whyact import why_act_data
from tests.ensemble.acts import ACTS, ready

GROUNDS = ("claims", "assumption", "sources")


@pytest.mark.parametrize("act", ACTS)
def test_every_number_of_the_summary_has_a_why(act):
    prepared = ready(act)
    page = summary_data(prepared, refight(prepared, 4, 1))
    names = [row["id"] for row in page["outcomes"]]
    names += [row["record"]["key"] for row in page["outcomes"]]
    names += [page["decision"]["outcome"]]
    if page["decision"]["planned"]:
        names += [page["decision"]["planned"]["record"]]
    names += list(prepared.compiled.deck.own)
    assert len(names) > 100
    for name in dict.fromkeys(names):
        assert grounded(why(prepared, act, name)), name


@pytest.mark.parametrize("act", ACTS)
def test_every_loss_of_the_summary_has_a_why(act):
    prepared = ready(act)
    columns = refight(prepared, 2, 1).columns
    names = [name for name in columns if name.startswith(("losses.", "wrecks."))]
    assert len(names) > 30
    for name in names:
        page = why(prepared, act, name)
        assert page["estimates"], name
        assert all(grounded(each) for each in page["estimates"]), name


def why(prepared, act, name):
    return why_act_data(
        prepared.archive, prepared.estimates, {act: prepared.scenario}, name
    )


def grounded(page):
    return any(page.get(word) for word in GROUNDS)
