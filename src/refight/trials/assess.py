"""Assess: forecasts side by side, battle by battle, with paired differences.

All forecasts are scored on the same battles. Intervals come from resampled campaigns.
Difference: engine less the other; below zero the engine is the better.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from refight.trials.battles import Battles
from refight.trials.forecasts import PARTS, Forecasts
from refight.trials.score import (
    Bin,
    Interval,
    Truth,
    area_under_curve,
    brier,
    by_campaign,
    crps,
    inside,
    log_loss,
    reliability,
    scaled,
    slope,
    truth,
)

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
FACTOR = 0.6931472  # within a factor of two, on the scale of logarithms
FEWEST = 3  # battles of a group that are worth a line of their own


@dataclass(frozen=True)
class PartScore:
    """Scores of one side's casualties or of the advance.

    blank  battles of which it is recorded and nothing was foretold: not scored
    """

    crps: Interval
    half: Interval  # share inside the middle 50 per cent
    nine: Interval  # share inside the middle 90 per cent
    near: float  # share within a factor of two (asinh for the advance)
    bias: float  # mean of recorded less foretold middle
    blank: int = 0


@dataclass(frozen=True)
class Scores:
    """All scores of one set of forecasts."""

    name: str
    battles: int
    log_loss: Interval
    brier: Interval
    area: float
    right: float  # share with the likelier result, at 0.5
    slope: float
    parts: Mapping[str, PartScore]


@dataclass(frozen=True)
class Difference:
    """Engine less another, pair by pair: result, squared chance, parts."""

    other: str
    log_loss: Interval
    brier: Interval
    parts: Mapping[str, Interval]


def scores(name: str, battles: Battles, made: Forecasts) -> Scores:
    """Score one set of forecasts."""
    seen, marks = truth(battles.records), scaled(made)
    names = [each.campaign for each in battles.groups]
    known = ~np.isnan(seen.won)
    with np.errstate(invalid="ignore"):
        right = float(np.mean((made.won[known] > 0.5) == (seen.won[known] > 0.5)))
    return Scores(
        name=name,
        battles=int(known.sum()),
        log_loss=by_campaign(log_loss(made.won, seen.won), names),
        brier=by_campaign(brier(made.won, seen.won), names),
        area=area_under_curve(made.won, seen.won),
        right=right,
        slope=slope(made.won, seen.won),
        parts={
            part: part_score(marks[:, k], seen.parts[:, k], names)
            for k, part in enumerate(PARTS)
        },
    )


def part_score(marks: Floats, seen: Floats, names: Sequence[str]) -> PartScore:
    """Score quantiles (B, 5) on their scale against what is recorded (B,)."""
    away = seen - marks[:, 2]
    blank = np.isnan(marks).any(axis=1) & ~np.isnan(seen)
    if np.isnan(away).all():
        nothing = Interval(math.nan, math.nan, math.nan)
        return PartScore(
            nothing, nothing, nothing, math.nan, math.nan, int(blank.sum())
        )
    return PartScore(
        crps=by_campaign(crps(marks, seen), names),
        half=by_campaign(inside(marks, seen, wide=False), names),
        nine=by_campaign(inside(marks, seen, wide=True), names),
        near=float(np.nanmean(np.where(np.isnan(away), np.nan, abs(away) <= FACTOR))),
        bias=float(np.nanmean(away)),
        blank=int(blank.sum()),
    )


def difference(
    battles: Battles, engine: Forecasts, other: Forecasts, name: str
) -> Difference:
    """Compare two sets of forecasts pair by pair."""
    seen = truth(battles.records)
    names = [each.campaign for each in battles.groups]

    def paired(score: Callable[[Floats, Floats], Floats]) -> Interval:
        mine, theirs = score(engine.won, seen.won), score(other.won, seen.won)
        return by_campaign(mine - theirs, names)

    one, two = scaled(engine), scaled(other)
    return Difference(
        other=name,
        log_loss=paired(log_loss),
        brier=paired(brier),
        parts={
            part: by_campaign(
                crps(one[:, k], seen.parts[:, k]) - crps(two[:, k], seen.parts[:, k]),
                names,
            )
            for k, part in enumerate(PARTS)
        },
    )


def bins(battles: Battles, made: Forecasts) -> tuple[Bin, ...]:
    """Sort forecasts by chance and count how often the attacker won."""
    return reliability(made.won, truth(battles.records).won)


def part_of(made: Forecasts, keep: Flags) -> Forecasts:
    """Keep some rows of forecasts."""
    ids = tuple(each for each, flag in zip(made.ids, keep, strict=True) if flag)
    return Forecasts(ids, made.won[keep], made.quantiles[keep])


def by_key(keys: Sequence[str]) -> dict[str, Flags]:
    """Give the rows of each key that has enough of them, in order of the keys."""
    found = np.array(keys)
    return {
        str(key): found == key
        for key in sorted(set(keys))
        if (found == key).sum() >= FEWEST
    }


__all__ = ["Difference", "Scores", "Truth", "bins", "difference", "scores"]
