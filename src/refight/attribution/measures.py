"""Measures: what of a refight is compared, as one finite number for each refight.

Reads columns `outcome.<id>` (R,) as the ensemble keeps them: infinity for *not within
the act*, NaN for *does not apply*. Returns values (R,) in which *never* has become the
day after the act's last, so that means and differences exist; NaN stays. A mean day is
therefore a mean within the act's horizon (a restricted mean), and is named so.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.attribution.interval import Estimated, chance, mean
from refight.errors import UsageError, suggest
from refight.evidence.archive import Archive
from refight.evidence.records import Outcome as Recorded
from refight.scenario.model import Outcome, Scenario

Floats = NDArray[np.float64]
CHANCE, DAY, COUNT = "chance", "day", "count"
BY_RECORD, WITHIN_ACT = "by-record", "within-act"
HOURS = 24
NEARLY = 0.05  # a chance so near none or all leaves no room for a visible effect


@dataclass(frozen=True)
class Measure:
    """One number of a refight.

    kind   chance (0 or 1), day (from the act's first day, day 0), count (in `unit`)
    limit  for a day: the day after the act's last, which stands for *never*
    by     for a chance: the column is a day, and the chance is that of not being later
    """

    id: str
    title: str
    unit: str
    kind: str
    column: str
    limit: float
    by: float | None = None
    scored: bool = True
    input: bool = False  # given to the model, so shown for checking only


def measures_of(scenario: Scenario, archive: Archive) -> dict[str, Measure]:
    """List an act's measures: the two chances of its decision, then every outcome."""
    found = [_decided(scenario, archive), _within(scenario)]
    found += [_measure(each, scenario, archive) for each in scenario.outcomes]
    return {each.id: each for each in found if each is not None}


def measure_of(scenario: Scenario, archive: Archive, name: str) -> Measure:
    """Give one measure. Raises UsageError with the nearest name."""
    known = measures_of(scenario, archive)
    if name in known:
        return known[name]
    hint = suggest(name, known)
    raise UsageError(f"a measure of {scenario.id}", f'"{name}"', hint=hint)


def values_of(measure: Measure, columns: Mapping[str, Any]) -> Floats:
    """Read a measure from the columns of an ensemble, (R,)."""
    found = np.asarray(columns[measure.column], np.float64)
    missing = np.isnan(found) | np.isneginf(found)  # minus: its start never came
    if measure.kind == CHANCE:
        happened = found >= 0.5 if measure.by is None else found < measure.by
        return np.where(missing, np.nan, happened.astype(np.float64))
    return np.where(missing, np.nan, np.minimum(found, measure.limit))


def estimated(
    measure: Measure,
    differences: Floats,
    span: float,
    independent: float | None = None,
    order: int = 1,
    averaged: bool = False,
) -> Estimated:
    """Estimate a mean difference by the method of the measure's kind, whatever it is.

    span      how far the measure's values lie apart (of a chance: always 1)
    order     2 for differences of differences, which reach twice as far
    averaged  each value is a mean over many worlds
    """
    if measure.kind == CHANCE:
        return chance(
            differences, bound=float(order), independent=independent, averaged=averaged
        )
    return mean(differences, span=order * span, independent=independent)


def decision_scale(chances: Iterable[float]) -> str:
    """Name the scale on which a verdict speaks of the decision.

    chances  of the decision by the day on record, in the worlds compared

    That scale, unless it tells nothing: where the decision by then comes about in
    almost none of the worlds, or in almost all, the chance within the act is taken.
    """
    found = tuple(chances)
    rare = max(found) < NEARLY or min(found) > 1 - NEARLY
    return WITHIN_ACT if rare else BY_RECORD


def horizon(scenario: Scenario) -> float:
    """Give the day after the last of an act, counted from its first (day 0)."""
    return float(math.ceil((scenario.start.hour + HOURS * scenario.days) / HOURS))


def _decided(scenario: Scenario, archive: Archive) -> Measure | None:
    best = _recorded(scenario, archive, _deciding(scenario))[1]
    if best is None:
        return None
    title = "Decided by the day on record"
    return _chance(BY_RECORD, title, scenario, by=best + 1)


def _within(scenario: Scenario) -> Measure:
    title = "Decided within the act"
    return _chance(WITHIN_ACT, title, scenario, by=math.inf)


def _chance(name: str, title: str, scenario: Scenario, by: float) -> Measure:
    column = f"outcome.{scenario.decided_by}"
    return Measure(name, title, "share", CHANCE, column, 1.0, by)


def _measure(outcome: Outcome, scenario: Scenario, archive: Archive) -> Measure:
    recorded, _ = _recorded(scenario, archive, outcome)
    kind = {"date": DAY, "event": CHANCE}.get(recorded.kind, COUNT)
    return Measure(
        id=outcome.id,
        title=outcome.title(recorded.name),
        unit={CHANCE: "share", DAY: "days"}.get(kind, recorded.unit),
        kind=kind,
        column=f"outcome.{outcome.id}",
        limit=horizon(scenario) if kind == DAY or _in_days(recorded) else math.inf,
        scored=outcome.scored and recorded.score and not outcome.input,
        input=outcome.input,
    )


def _in_days(recorded: Recorded) -> bool:
    return recorded.unit == "days"


def _deciding(scenario: Scenario) -> Outcome:
    return next(e for e in scenario.outcomes if e.id == scenario.decided_by)


def _recorded(
    scenario: Scenario, archive: Archive, outcome: Outcome
) -> tuple[Recorded, float | None]:
    found = archive.outcomes[f"{scenario.evidence}/{outcome.record}"]
    return found, found.day_index(scenario.start.date().isoformat())[2]
