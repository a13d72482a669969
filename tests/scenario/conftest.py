"""A small scenario folder, and the shipped acts with whatever files they have."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from refight.evidence.archive import Archive
from refight.files import campaign_path, load_yaml
from refight.scenario.model import Scenario

CAMPAIGN = campaign_path("khorramshahr")
STARTS = {"fall": "1980-09-22T06:00:00", "liberation": "1982-04-29T18:00:00"}
EVIDENCE = {"fall": "khorramshahr-1980", "liberation": "beit-ol-moqaddas-1982"}


def unit(name: str, orbat: str, group: str, **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "name": name,
        "orbat": orbat,
        "arm": "infantry",
        "echelon": "battalion",
        "component": "army",
        "group": group,
        "quality": "quality.all",
        "start": "city",
        **more,
    }


def small() -> dict[str, dict[str, Any]]:
    """Give the files of a scenario of two units, one plan each, and two levers."""
    phase = {
        "id": "first",
        "title": "First",
        "orders": {"red": {"stance": "attack", "objective": "city"}},
        "limit": "limit.first",
    }
    hold = {"id": "hold", "title": "Hold", "orders": {"blue": {"stance": "hold"}}}
    return {
        "scenario.yaml": {
            "format": 1,
            "id": "small",
            "title": "A small fight",
            "version": "recorded",
            "act": "fall",
            "evidence": "khorramshahr-1980",
            "start": "1980-09-22T06:00:00",
            "days": 10,
            "attacker": "iraq",
            "decided_by": "fallen",
            "fallen": {"plain": {"words": "held", "set": "city", "share": 0.9}},
            "fallen_rule": "plain",
            "plan": {"iraq": "go", "iran": "stay"},
            "depots": [
                {"id": "d", "side": "iraq", "place": "city", "assumption": "small"}
            ],
        },
        "units.yaml": {
            "units": [
                unit("one", "iq-112bn", "red"),
                unit("two", "ir-gend", "blue", arrival="1980-09-23T06:00:00"),
            ]
        },
        "plans.yaml": {
            "plans": {
                "go": {"side": "iraq", "title": "Go", "phases": [phase]},
                "stay": {"side": "iran", "title": "Stay", "phases": [hold]},
                "leave": {"side": "iran", "title": "Leave", "phases": [hold]},
            }
        },
        "levers.yaml": {
            "levers": [
                {
                    "id": "resolve",
                    "title": "Resolve",
                    "factual": "stay",
                    "absent": "leave",
                    "levels": {
                        "stay": {"words": "as it was"},
                        "leave": {
                            "words": "they leave",
                            "plans": {"iran": "leave"},
                            "estimates": {
                                "quality.all": "quality.less",
                                "command.delay": "command.delay.long",
                                "limit.first": "limit.other",
                            },
                            "arrivals": {"blue": "1980-09-25T06:00:00"},
                        },
                    },
                },
                {
                    "id": "help",
                    "title": "Help",
                    "factual": "present",
                    "absent": "absent",
                    "levels": {
                        "present": {"words": "as it was"},
                        "absent": {"words": "none", "absent_groups": ["blue"]},
                        "late": {
                            "words": "later",
                            "arrivals": {"blue": "1980-09-26T06:00:00"},
                        },
                    },
                },
            ]
        },
        "outcomes.yaml": {
            "outcomes": [
                {
                    "id": "fallen",
                    "record": "city-fallen",
                    "observable": "first held",
                    "side": "iraq",
                    "set": "city",
                }
            ]
        },
    }


@pytest.fixture
def files() -> dict[str, dict[str, Any]]:
    return small()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[dict[str, dict[str, Any]]], Path]:
    def _write(files: dict[str, dict[str, Any]]) -> Path:
        for name, data in files.items():
            text = yaml.safe_dump(data, sort_keys=False)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return _write


@pytest.fixture(scope="session")
def archive() -> Archive:
    return Archive.read(CAMPAIGN)


@pytest.fixture(scope="session")
def forces_of() -> Callable[[str], Scenario]:
    """Give an act's units in a bare scenario, whatever its other files hold."""

    def _forces(act: str) -> Scenario:
        data, _ = load_yaml(CAMPAIGN / "scenarios" / act / "units.yaml")
        bare = {key: value for part in small().values() for key, value in part.items()}
        plans = {
            name: {**plan, "phases": [{**plan["phases"][0], "orders": {}}]}
            for name, plan in bare["plans"].items()
        }
        return Scenario.model_validate(
            {
                **bare,
                **data,
                "id": act,
                "act": act,
                "evidence": EVIDENCE[act],
                "start": STARTS[act],
                "days": 50,
                "plans": plans,
                "levers": [],
            }
        )

    return _forces
