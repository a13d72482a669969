"""The plan page: phases in order, with dates, objectives, orders and claims."""

import json
from datetime import datetime

import pytest

from refight.errors import EvidenceError
from refight.evidence.archive import Archive
from refight.files import campaign_path
from refight.report.plan import plan_data, plan_lines
from refight.scenario.model import Plan, Scenario, SideId

PLAN = Plan.model_validate(
    {
        "side": "iraq",
        "title": "Three days",
        "claims": ["fi-2oct"],
        "phases": [
            {
                "id": "rush",
                "title": "Rush",
                "objective": "city",
                "planned_end": "1980-09-25T06:00:00",
                "limit": "limit.rush",
                "orders": {
                    "red": {"stance": "attack", "objective": "outer_dikes"},
                    "back": {"stance": "reserve", "released_to": "port"},
                },
                "works": [{"crossing": "mared-pontoon", "action": "build"}],
            },
            {
                "id": "siege",
                "title": "Siege",
                "start": {"after": "failure", "not_before": "1980-10-01T06:00:00"},
                "orders": {"red": {"stance": "hold"}},
            },
        ],
    }
)


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Archive.read(campaign_path("khorramshahr"))


def scenario_with(plan: Plan) -> Scenario:
    return Scenario.model_construct(
        id="small",
        title="Small",
        start=datetime(1980, 9, 22, 6),
        plans={"go": plan, "other": plan},
        plan={SideId.IRAQ: "go"},
    )


def test_phases_orders_dates_and_claims(archive: Archive) -> None:
    data = plan_data(scenario_with(PLAN), archive)
    assert json.loads(json.dumps(data)) == data
    assert [plan["followed"] for plan in data["plans"]] == [True, False]
    text = " ".join(" ".join(plan_lines(data)).split())
    for words in (
        "1. Rush (planned to end 25 September, 06:00)",
        "succeeds when it holds city",
        "red: attack outer dikes",
        "has failed after the days of an estimate: refight why limit.rush",
        "back: reserve, when released attack port",
        "crossings: build mared-pontoon",
        "2. Siege (from 1 October, 06:00; once the phase before it has failed)",
        "khorramshahr-1980/fi-2oct: ",
        archive.claim("fi-2oct").statement,
    ):
        assert words in text


def test_an_unknown_claim_is_refused(archive: Archive) -> None:
    wrong = PLAN.model_copy(update={"claims": ("fi-2okt",)})
    with pytest.raises(EvidenceError):
        plan_data(scenario_with(wrong), archive)
