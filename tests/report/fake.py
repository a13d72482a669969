"""A prepared act, an ensemble and a replay without the engine, for tests of pages."""

from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace
from typing import Any

import numpy as np

from refight.ensemble.store import Ensemble
from refight.evidence.archive import Archive
from refight.evidence.estimate import Estimate
from refight.files import campaign_path
from refight.ground.grid import Ground
from refight.ground.grid import load as load_ground
from refight.manifest import Manifest
from refight.scenario.model import Scenario

SIDES, CAUSES = ("iraq", "iran"), ("direct", "guns", "mines", "air", "surrender")
UNITS = [("iq-a", "First Brigade", "iq-26ab"), ("ir-a", "City Battalion", "ir-151")]


@dataclass(frozen=True)
class Prepared:
    scenario: Scenario
    archive: Archive
    ground: Ground
    estimates: dict[str, Estimate]
    compiled: Any


@dataclass(frozen=True)
class Replay:
    events: np.ndarray
    trace: np.ndarray
    outcomes: dict[str, Any]
    scenario: Scenario
    ground: Ground
    system: Any
    units: tuple[str, ...] = tuple(name for name, _, _ in UNITS)


def scenario(**more: Any) -> Scenario:
    def unit(name: str, title: str, orbat: str) -> dict[str, Any]:
        return {
            "id": name,
            "name": title,
            "orbat": orbat,
            "arm": "infantry",
            "echelon": "battalion",
            "component": "army",
            "group": name[:2],
            "quality": "quality.all",
            "start": "city",
        }

    phase = {"id": "one", "title": "Take the port", "orders": {}}
    hold = {"id": "hold", "title": "Hold", "orders": {}}
    outcomes = [
        ("fall-date", "first held", {"set": "city", "side": "iraq"}),
        ("hold-port", "first held", {"set": "port", "side": "iraq"}),
        ("iraqi-killed", "killed", {"side": "iraq"}),
        ("south-bank", "never held", {"set": "south_bank", "side": "iraq"}),
        ("max-iraqi-tanks", "peak tanks", {"side": "iraq", "input": True}),
    ]
    content = {
        "format": 1,
        "id": "fall",
        "title": "The fall of Khorramshahr",
        "version": "recorded",
        "act": "fall",
        "evidence": "khorramshahr-1980",
        "start": "1980-09-22T06:00:00",
        "days": 50,
        "attacker": "iraq",
        "planned_day": "planned-capture-day",
        "decided_by": "fall-date",
        "fallen": {"plain": {"words": "The city is held", "set": "city", "share": 0.9}},
        "fallen_rule": "plain",
        "units": [unit(*each) for each in UNITS],
        "plans": {
            "go": {"side": "iraq", "title": "Attack", "phases": [phase, hold]},
            "stay": {"side": "iran", "title": "Defend", "phases": [hold]},
        },
        "plan": {"iraq": "go", "iran": "stay"},
        "depots": [],
        "outcomes": [
            {"id": name, "record": name, "observable": seen, **rest}
            for name, seen, rest in outcomes
        ],
    }
    return Scenario.model_validate({**content, **more})


@cache
def archive() -> Archive:
    return Archive.read(campaign_path("khorramshahr"))


def estimate(name: str, claim: str = "") -> Estimate:
    made: dict[str, Any] = {
        "id": name,
        "unit": "1",
        "low": 0.5,
        "best": 1.0,
        "high": 2.0,
        "rule": "split-lognormal",
        "claims": (claim,) if claim else (),
        "assumption": "" if claim else "judgement",
        "note": "",
    }
    return Estimate(**made)


def prepared(act: str = "fall", *_: Any) -> Prepared:
    claim = next(iter(archive().outcomes["khorramshahr-1980/fall-date"].claims))
    known = {
        "loss.attacker": estimate("loss.attacker"),
        "guns.rate": estimate("guns.rate", claim),
        "quality.all": estimate("quality.all"),
    }
    compiled = SimpleNamespace(deck=SimpleNamespace(own=known))
    return Prepared(scenario(), archive(), load_ground("fall"), known, compiled)


def columns(count: int = 400, seed: int = 1) -> dict[str, np.ndarray]:
    chance = np.random.default_rng(seed)
    day = chance.normal(34, 3, count)
    day[chance.random(count) < 0.1] = np.inf
    found = {
        "outcome.fall-date": day,
        "outcome.hold-port": chance.normal(20, 2, count),
        "outcome.iraqi-killed": chance.normal(1900, 300, count).round(),
        "outcome.south-bank": (chance.random(count) < 0.9).astype(float),
        "outcome.max-iraqi-tanks": chance.normal(200, 10, count).round(),
    }
    for side in SIDES:
        for cause in CAUSES:
            for kind in ("killed", "wounded", "captured"):
                values = chance.poisson(41.3, count).astype(float)
                found[f"losses.{side}.{cause}.{kind}"] = values
        for what in ("tanks", "carriers", "guns"):
            for fate in ("destroyed", "captured"):
                values = chance.poisson(9.4, count).astype(float)
                found[f"wrecks.{side}.{what}.{fate}"] = values
    return found


def ensemble(count: int = 400, **more: Any) -> Ensemble:
    content: dict[str, Any] = {
        "campaign": "khorramshahr",
        "act": "fall",
        "version": "recorded",
        "variant": (),
        "seed": 1,
        "draws": count,
        "replicates": 1,
        "scenario_digest": "0" * 64,
    }
    return Ensemble(Manifest(**{**content, **more}), columns(count))


def replay(events: list[tuple[int, ...]], **outcomes: float) -> Replay:
    trace = np.zeros((200, len(UNITS), 6))
    trace[:, :, 1], trace[:, :, 2] = 1, 1000
    trace[8:, 0, 2] -= 30  # on the third day the brigade loses 30 men
    rows = np.array(events, np.int64).reshape(-1, 6)
    named = {name.replace("_", "-"): value for name, value in outcomes.items()}
    start = SimpleNamespace(men=np.full(2, 1005), vehicles=np.zeros((2, 3), np.int64))
    return Replay(rows, trace, named, scenario(), load_ground("fall"), start)
