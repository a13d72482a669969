"""Check: does what was fitted foresee what was not?

Posterior predictive: for each outcome, where the record lies in the weighted refights.
Left out: each fitted outcome foretold from the others, by re-weighting. Across acts:
the free parameters as the other act teaches them, everything else as drawn, the record
of this act never used; beside the same refights as shipped and two plain baselines.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from refight.ensemble.design import fresh
from refight.ensemble.refight import Prepared
from refight.ensemble.worlds import refight_worlds
from refight.inference.baselines import baselines
from refight.inference.calibrate import Posterior, posed, quantile
from refight.inference.likelihood import Preset, scaled
from refight.inference.record import COUNT, DAY, outcomes_of
from refight.inference.sampler import effective, log_prior, normalised, systematic
from refight.inference.scores import (
    SMALLEST,
    Forecast,
    Scored,
    Seen,
    crps,
    forecast,
    log_score,
    mean_gain,
    scored,
    seen_of,
)
from refight.scenario.model import Scenario
from refight.scenario.outcomes import depends

Floats = NDArray[np.float64]
Interval = tuple[float, float, str]  # low, high, kind
Progress = Callable[[int, int], None]
BLIND, SHIPPED = "blind", "as shipped"


@dataclass(frozen=True)
class Predicted:
    """One outcome: weighted ranges beside the interval on record.

    applies  weighted share of the refights in which there is such an outcome; the
             ranges are of these
    """

    outcome: str
    fitted: bool
    applies: float
    range50: tuple[float, float]
    range90: tuple[float, float]
    record: tuple[float, float]

    @property
    def meets50(self) -> bool:
        """Tell whether the record's interval meets the middle half."""
        return _meet(self.range50, self.record)

    @property
    def meets90(self) -> bool:
        """Tell whether it meets the middle nine tenths."""
        return _meet(self.range90, self.record)


@dataclass(frozen=True)
class LeftOut:
    """One fitted outcome, foretold without its own claims and with none at all."""

    outcome: str
    effective: float
    log_score: float
    prior: float


@dataclass(frozen=True)
class Across:
    """Forecasts of one act that never saw its record.

    crps, log_score  forecaster -> outcome -> score
    gains            forecaster -> how much lower the blind CRPS is, as a share of the
                     forecaster's: geometric mean over the outcomes that both foretell
    """

    act: str
    taught_by: str
    refights: int
    crps: Mapping[str, Mapping[str, Scored]]
    log_score: Mapping[str, Mapping[str, Scored]]
    gains: Mapping[str, Scored]


def predicted(base: Prepared, posterior: Posterior) -> tuple[Predicted, ...]:
    """Set each scored outcome's weighted refights beside its record."""
    fitted = outcomes_of(posterior.likelihood.claims)
    columns, found = posterior.sample.columns, []
    for name, (low, high, kind) in on_record(base).items():
        values = columns[f"outcome.{name}"]
        ends = [
            quantile(values, posterior.weights, each)
            for each in (0.05, 0.25, 0.75, 0.95)
        ]
        if kind == DAY:
            ends = [float(np.floor(each)) for each in ends]
        found.append(
            Predicted(
                name,
                name in fitted,
                float(posterior.weights[~np.isnan(values)].sum()),
                (ends[1], ends[2]),
                (ends[0], ends[3]),
                (low, high),
            )
        )
    return tuple(found)


def left_out(posterior: Posterior) -> tuple[LeftOut, ...]:
    """Foretell the claims on each fitted outcome from those on the others."""
    sample, by = (
        posterior.sample,
        posterior.likelihood.by_outcome(posterior.sample.columns),
    )
    prior = normalised(log_prior(sample.z) - sample.proposals)
    found = []
    for name, own in by.items():
        rest = sum(each for other, each in by.items() if other != name)
        weights = normalised(log_prior(sample.z) - sample.proposals + rest)
        found.append(
            LeftOut(
                name, effective(weights), _log_mean(own, weights), _log_mean(own, prior)
            )
        )
    return tuple(found)


def across(
    base: Prepared,
    teacher: Posterior,
    preset: Preset,
    refights: int = 1000,
    seed: int = 1,
    threads: int | None = None,
    progress: Progress | None = None,
) -> Across:
    """Foretell an act with what another act taught, and score it beside baselines."""
    picked = systematic(teacher.weights, refights, seed)
    chance = np.random.default_rng(seed)
    taught = chance.permutation(teacher.sample.z[picked])
    shipped = chance.standard_normal(taught.shape)
    draws = {}
    for number, (name, z) in enumerate(((BLIND, taught), (SHIPPED, shipped))):
        report = _part(progress, number * refights, 2 * refights)
        worlds = posed(base, teacher.free, z, fresh(refights, seed))
        draws[name] = {
            k: v[0] for k, v in refight_worlds(worlds, threads, report).items()
        }
    return scored_across(base, teacher.act, draws, preset, refights, seed)


def scored_across(
    base: Prepared,
    taught_by: str,
    columns: Mapping[str, Mapping[str, Floats]],
    preset: Preset,
    refights: int,
    seed: int = 1,
) -> Across:
    """Score forecasts from outcome columns, beside the baselines."""
    # a length of days repeats its two dates: one error would be scored twice
    record, horizon = on_record(base, derived=False), float(base.scenario.days)
    forecasts = {
        who: {
            name: forecast(scaled(each[f"outcome.{name}"], kind, horizon))
            for name, (_, _, kind) in record.items()
        }
        for who, each in columns.items()
    }
    plain = baselines(base.scenario, base.archive, refights, seed)
    for who, draws in plain.items():
        forecasts[who] = {
            name: forecast(
                np.minimum(each, horizon) if record[name][2] == DAY else each
            )
            for name, each in draws.items()
        }
    seen = {
        name: seen_of(low, high, k == COUNT) for name, (low, high, k) in record.items()
    }
    kinds = {name: kind for name, (_, _, kind) in record.items()}
    one = {who: _crps(each, seen, seed) for who, each in forecasts.items()}
    other = {
        who: _logs(each, seen, kinds, preset, seed) for who, each in forecasts.items()
    }
    gains = {who: _gain(one[BLIND], one[who]) for who in forecasts if who != BLIND}
    return Across(base.scenario.id, taught_by, refights, one, other, gains)


def on_record(base: Prepared, derived: bool = True) -> dict[str, Interval]:
    """Give the interval on record of every scored outcome that is no yes or no.

    derived  also those that count days between two others
    """
    scenario: Scenario = base.scenario
    start, found = scenario.start.date().isoformat(), {}
    for outcome in scenario.outcomes:
        recorded = base.archive.outcomes[f"{scenario.evidence}/{outcome.record}"]
        wanted = outcome.scored and recorded.score and not outcome.input
        if wanted and recorded.kind != "event" and (derived or not depends(outcome)):
            low, high, _ = recorded.day_index(start)
            days = recorded.kind == "date" or recorded.unit == "days"
            found[outcome.id] = (low, high, DAY if days else COUNT)
    return found


def _crps(
    forecasts: Mapping[str, Forecast], seen: Mapping[str, Seen], seed: int
) -> dict[str, Scored]:
    return {
        name: scored(lambda f, n=name: crps(f, seen[n]), each, seed)  # type: ignore[misc]
        for name, each in forecasts.items()
    }


def _logs(
    forecasts: Mapping[str, Forecast],
    seen: Mapping[str, Seen],
    kinds: Mapping[str, str],
    preset: Preset,
    seed: int,
) -> dict[str, Scored]:
    return {
        name: scored(
            lambda f, n=name: log_score(f, seen[n], preset.model[kinds[n]]),  # type: ignore[misc]
            each,
            seed,
        )
        for name, each in forecasts.items()
    }


def _gain(blind: Mapping[str, Scored], other: Mapping[str, Scored]) -> Scored:
    both = [name for name in other if name in blind]
    ratios = [blind[n].value / max(other[n].value, SMALLEST) for n in both]
    return mean_gain(np.array(ratios))


def _log_mean(logs: Floats, weights: Floats) -> float:
    most = float(logs.max())
    return most + float(np.log(weights @ np.exp(logs - most)))


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _part(progress: Progress | None, before: int, wanted: int) -> Progress | None:
    if progress is None:
        return None
    report = progress
    return lambda done, _: report(before + done, wanted)
