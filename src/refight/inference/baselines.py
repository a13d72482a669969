"""Baselines: two plain forecasts that know nothing of the campaign.

Base rates: the lengths and loss rates of comparable operations, as they are. Force
ratio: a straight line of their logarithms on the logarithm of the force ratio, with its
scatter. Both are given the strengths on record, and give draws on the working scale.
Reads baselines.yaml of the campaign.
"""

import math
from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.errors import ScenarioError
from refight.evidence.archive import Archive
from refight.files import campaign_path, load_yaml
from refight.inference.record import CAMPAIGN
from refight.scenario.model import Scenario

Floats = NDArray[np.float64]
BASE_RATES, FORCE_RATIO = "base rates", "force ratio"
DAYS, RATIO, ATTACKER, DEFENDER = 1, 2, 3, 4  # columns of a battle
LOSSES = {"attacker-losses": ("attacker", ATTACKER),
          "defender-losses": ("defender", DEFENDER)}  # fmt: skip


def baselines(
    scenario: Scenario, archive: Archive, count: int, seed: int = 1
) -> dict[str, dict[str, Floats]]:
    """Give baseline -> outcome -> draws (count,) on the working scale."""
    said = _file()["acts"][scenario.id]
    strength = {
        side: _on_record(scenario, archive, said[side])
        for side in ("attacker", "defender")
    }
    ratio = strength["attacker"] / strength["defender"]
    found: dict[str, dict[str, Floats]] = {BASE_RATES: {}, FORCE_RATIO: {}}
    for number, (name, make) in enumerate(
        ((BASE_RATES, _as_they_are), (FORCE_RATIO, _line))
    ):
        chance = np.random.default_rng([seed, number])
        days = make(DAYS, ratio, count, chance)
        found[name][said["day"]] = np.exp(days)
        for key, (side, column) in LOSSES.items():
            if key in said:
                rate = np.minimum(make(column, ratio, count, chance), 0.0)
                found[name][said[key]] = math.log(strength[side]) + rate
    return found


def battles() -> Floats:
    """Give the comparable operations, (B, 5)."""
    return np.array(_file()["battles"], np.float64)


def _as_they_are(
    column: int, _: float, count: int, chance: np.random.Generator
) -> Floats:
    return np.asarray(np.log(chance.choice(battles()[:, column], count)))


def _line(column: int, ratio: float, count: int, chance: np.random.Generator) -> Floats:
    """Forecast from the straight line, with the error of line and scatter."""
    x, y = np.log(battles()[:, RATIO]), np.log(battles()[:, column])
    slope, start = np.polyfit(x, y, 1)
    scatter = float((y - start - slope * x).std(ddof=2))
    at = math.log(ratio)
    leverage = 1 / len(x) + (at - x.mean()) ** 2 / ((x - x.mean()) ** 2).sum()
    width = scatter * math.sqrt(1 + leverage)
    return np.asarray(start + slope * at + width * chance.standard_t(len(x) - 2, count))


def _on_record(scenario: Scenario, archive: Archive, name: str) -> float:
    found = archive.outcomes[f"{scenario.evidence}/{name}"].best
    if found is None:
        raise ScenarioError("a strength with a best value", name, "baselines.yaml")
    return float(found)


@cache
def _file() -> Mapping[str, Any]:
    path = campaign_path(CAMPAIGN) / "baselines.yaml"
    return dict(load_yaml(path, ScenarioError)[0])
