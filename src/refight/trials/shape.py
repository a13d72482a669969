"""Shape: whether forecasts bend as battles do, beside what is recorded.

Slopes of logarithms by least squares, of recorded figures and of the middles of
forecasts, on the same battles. They are descriptions: attackers choose when to attack.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from refight.trials import logistic
from refight.trials.battlefield import days_of, men_of
from refight.trials.battles import Battle, Battles
from refight.trials.forecasts import ADVANCE, Forecasts
from refight.trials.score import scaled, truth

Floats = NDArray[np.float64]
SIDES = ("attacker", "defender")


def shapes(battles: Battles, made: Forecasts) -> list[dict[str, float | str]]:
    """Give name, recorded, foretold of each shape."""
    seen, marks = truth(battles.records), scaled(made)
    columns = _columns(battles.inputs)
    found: list[dict[str, float | str]] = [
        _row(
            "win slope on ln force ratio",
            _win_slope(battles.inputs, seen.won),
            _win_slope(battles.inputs, made.won),
        )
    ]
    for side, name in enumerate(SIDES):
        past = _slopes(columns, seen.parts[:, side])
        told = _slopes(columns, marks[:, side, 2])
        words = (f"{name}'s losses on own men", "on the enemy's men", "on days")
        order = (side, 1 - side, 2)
        for word, k in zip(words, order, strict=True):
            found.append(_row(word, float(past[k]), float(told[k])))
    return found + _middles(battles, seen.won, seen.parts, marks, made.won)


def _middles(
    battles: Battles, won: Floats, parts: Floats, marks: Floats, chance: Floats
) -> list[dict[str, float | str]]:
    found = []
    for posture in ("hasty", "prepared", "fortified"):
        here = np.array([each.posture[0] == posture for each in battles.inputs])
        if here.any() and not np.isnan(won[here]).all():
            name = f"attacker wins, {posture} defence"
            told = float(chance[here].mean())
            found.append(_row(name, float(np.nanmean(won[here])), told))
    gained = np.sinh(parts[:, ADVANCE])
    known = ~np.isnan(gained)
    if known.any():
        middle = np.sinh(marks[:, ADVANCE, 2])
        found.append(
            _row(
                "km a day, middle of battles",
                float(np.median(gained[known])),
                float(np.median(middle[known])),
            )
        )
    return found


def _row(name: str, recorded: float, foretold: float) -> dict[str, float | str]:
    return {"name": name, "recorded": recorded, "foretold": foretold}


def _columns(battles: Sequence[Battle]) -> Floats:
    rows = [(*map(math.log, men_of(b)), math.log(days_of(b)), 1.0) for b in battles]
    return np.array(rows)


def _slopes(columns: Floats, values: Floats) -> Floats:
    kept = ~np.isnan(values)
    if kept.sum() <= columns.shape[1]:
        return np.full(columns.shape[1], math.nan)
    return np.asarray(np.linalg.lstsq(columns[kept], values[kept], rcond=None)[0])


def _win_slope(battles: Sequence[Battle], won: Floats) -> float:
    kept = ~np.isnan(won)
    ratio = np.array([math.log(a / d) for a, d in map(men_of, battles)])
    return float(logistic.fit(ratio[kept, None], won[kept], 1e-3).weights[1])
