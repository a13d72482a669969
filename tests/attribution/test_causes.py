"""The stated causes are those of the account's listing."""

import pytest

from refight.account import read
from refight.attribution.causes import acts_with, causes_of, stated
from refight.attribution.order import order_of
from refight.attribution.swap import ACTS
from refight.errors import UsageError
from refight.files import campaign_path
from refight.scenario.variant import vary
from tests.ensemble.acts import ready


def served():
    """Name every row that some cause, the swap, or an ordered claim serves."""
    rows = set(stated()["swap"]["rows"])
    for act in stated()["acts"].values():
        rows |= {row for each in act["causes"].values() for row in each["rows"]}
    return rows | {row for each in stated()["order"].values() for row in each["rows"]}


def test_every_cause_of_the_listing_has_its_page():
    account = read(campaign_path("khorramshahr") / "account")
    modelled = {n for n, row in account.rows.items() if row.cause == "modelled"}
    assert served() == modelled


def test_rows_name_the_levers_that_serve_them():
    account = read(campaign_path("khorramshahr") / "account")
    for act in stated()["acts"].values():
        for name, each in act["causes"].items():
            levers = [account.rows[row].lever for row in each["rows"]]
            # the ordered claim speaks of skill, for which the model has three levers
            assert any(name in lever for lever in levers) or each["rows"] == [46]


def test_causes_are_found_under_all_their_names():
    assert acts_with("morale") == {"liberation": "iranian-cohesion"}
    assert acts_with("popular-forces") == dict.fromkeys(ACTS, "popular-forces")
    with pytest.raises(UsageError, match="parthian-shot"):
        acts_with("parthian-shoot")
    with pytest.raises(UsageError, match="faith-over-skill"):
        order_of("faith-over-skil")


@pytest.mark.parametrize("act", ACTS)
def test_groups_scales_and_swapped_levels_exist(act):
    scenario = ready(act).scenario
    causes = causes_of(scenario)
    for group in causes.groups:
        assert set(group.causes) <= set(causes.names)
    vary(scenario, stated()["swap"][act])
    order = order_of("faith-over-skill")
    if act == order.act:
        assert [len(each) for each in order.sets(causes)] == [1, 2]


def test_worlds_are_numbered_by_what_is_there():
    causes = causes_of(ready("fall").scenario)
    assert len(causes.worlds()) == 512
    world = 512 - 1 - 2 ** causes.index("iraqi-belief")
    assert causes.choices(world) == {"iraqi-belief": "accurate"}
