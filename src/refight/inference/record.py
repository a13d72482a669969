"""Record: the claims that state what the model observes, as intervals.

Reads calibration.yaml of the campaign and the archive. Returns `Claimed`: an interval
on the working scale of its outcome (logarithm of a count, day of a date), with the
family of its source. A number that is stated alone is widened to the cell to which it
was rounded, a date to its whole days. Claims of one root with one interval are one.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from refight.errors import ScenarioError, suggest
from refight.evidence.archive import Archive
from refight.evidence.records import Claim, Quantity, as_number
from refight.evidence.records import Outcome as Recorded
from refight.files import campaign_path, load_yaml
from refight.scenario.model import Outcome, Scenario
from refight.units import UNITS

NAME, CAMPAIGN = "calibration.yaml", "khorramshahr"
DAY, COUNT = "day", "count"
JUDGEMENT = "the record's own interval"
DOUBTFUL_ACCESS, DOUBTFUL_GRADE = ("recalled",), ("low",)
OWN = {"iranian-official": "iran", "iraqi": "iraq"}  # whose losses a stance plays down
Z90 = 1.6448536269514722  # a judgement interval holds nine in ten


@dataclass(frozen=True)
class Claimed:
    """One claim about one outcome, on its working scale.

    low, high  ends of the interval; infinite where the claim is open
    lean       +1 where its source would rather have more, -1 less, 0 neither
    doubtful   recalled, or graded low
    spread     standard deviation of a judgement interval; 0 for a rounding cell
    """

    claim: str
    source: str
    family: str
    outcome: str
    kind: str
    low: float
    high: float
    lean: int = 0
    doubtful: bool = False
    spread: float = 0.0


@cache
def settings() -> Mapping[str, Any]:
    """Read the campaign's calibration file."""
    return dict(load_yaml(campaign_path(CAMPAIGN) / NAME, ScenarioError)[0])


def claims_of(scenario: Scenario, archive: Archive) -> tuple[Claimed, ...]:
    """List the claims that state an act's outcomes.

    Raises ScenarioError for an act without a record in the file, or an outcome that the
    act has not.
    """
    wanted = settings()["record"]
    if scenario.id not in wanted:
        hint = suggest(scenario.id, wanted)
        raise ScenarioError("an act with a record", scenario.id, NAME, hint)
    known = {each.id: each for each in scenario.outcomes}
    found: list[Claimed] = []
    for name, how in wanted[scenario.id].items():
        if name not in known:
            hint = suggest(name, known)
            raise ScenarioError("an outcome of the act", f'"{name}"', NAME, hint)
        found += _of_outcome(known[name], how, scenario, archive)
    return tuple(found)


def outcomes_of(claims: tuple[Claimed, ...]) -> dict[str, str]:
    """Give outcome -> kind for every outcome that is claimed, in order."""
    return {each.outcome: each.kind for each in claims}


def cell(low: float, high: float) -> tuple[float, float]:
    """Widen a number stated alone to the cell to which it was rounded.

    >>> cell(19000, 19000), cell(6000, 6000), cell(418, 418), cell(12, 20)
    ((18500.0, 19500.0), (5500.0, 6500.0), (417.5, 418.5), (12, 20))
    """
    if low != high or low <= 0:
        return low, high
    step = 1
    while low % (step * 10) == 0:
        step *= 10
    return low - step / 2, low + step / 2


def _of_outcome(
    outcome: Outcome, how: Mapping[str, Any], scenario: Scenario, archive: Archive
) -> list[Claimed]:
    recorded = archive.outcomes[f"{scenario.evidence}/{outcome.record}"]
    start = scenario.start.date().isoformat()
    if how.get("judgement"):
        return [_judgement(outcome, recorded, start)]
    found: dict[tuple[str, float, float], Claimed] = {}
    for claim in archive.get_claims(recorded.claims):
        if claim.about in how["about"]:
            for low, high in _stated(claim, recorded, start):
                made = _claimed(claim, outcome, recorded, low, high, archive)
                key = (made.family, low, high)
                first = found.setdefault(key, made)
                if not first.lean:  # a family leans as the first of it that does
                    found[key] = replace(first, lean=made.lean)
    if not found:
        raise ScenarioError(f"a claim about {how['about']}", "none", NAME)
    return list(found.values())


def _stated(
    claim: Claim, recorded: Recorded, start: str
) -> Iterator[tuple[float, float]]:
    """Give the interval of a claim on the working scale, if it states one."""
    if recorded.kind == "date":
        if claim.date is not None:
            first = as_number(claim.date.first, start)
            last = as_number(claim.date.last, start)
            if last - first <= float(settings()["longest-date"]):
                yield first, last + 1
    elif claim.value is not None and _fits(claim.value, recorded):
        yield _logs(claim.value)


def _fits(value: Quantity, recorded: Recorded) -> bool:
    """Tell whether a claim counts what the outcome counts."""
    words = {
        recorded.unit,
        "killed",
        "wounded",
        "tanks",
        "armoured vehicles",
        "persons",
    }
    same_base = UNITS.get(value.unit, ("",))[0] == UNITS.get(recorded.unit, (" ",))[0]
    return value.unit in words or same_base


def _logs(value: Quantity) -> tuple[float, float]:
    low, high = value.low, value.high
    if low is not None and low == high:
        low, high = cell(low, low)
    return (
        math.log(low) if low else -math.inf,
        math.log(high) if high else math.inf,
    )


def _claimed(
    claim: Claim,
    outcome: Outcome,
    recorded: Recorded,
    low: float,
    high: float,
    archive: Archive,
) -> Claimed:
    source = archive.sources[claim.source]
    kind = DAY if recorded.kind == "date" else COUNT
    doubtful = source.access in DOUBTFUL_ACCESS or source.reliability in DOUBTFUL_GRADE
    return Claimed(
        claim=claim.key,
        source=source.key,
        family=claim.root,
        outcome=outcome.id,
        kind=kind,
        low=low,
        high=high,
        lean=0 if kind == DAY else _lean(source.stance, outcome),
        doubtful=doubtful,
    )


def _lean(stance: str, outcome: Outcome) -> int:
    """Say whether a source of this stance would rather have the number larger."""
    side = OWN.get(stance)
    if side is None or outcome.side is None:
        return 0
    return -1 if outcome.side.value == side else 1


def _judgement(outcome: Outcome, recorded: Recorded, start: str) -> Claimed:
    low, high, _ = recorded.day_index(start)
    kind = DAY if recorded.kind == "date" else COUNT
    if kind == COUNT:
        low, high = math.log(max(low, 1.0)), math.log(max(high, 1.0))
    middle = (low + high + (1 if kind == DAY else 0)) / 2
    return Claimed(
        claim=f"{recorded.key} ({JUDGEMENT})",
        source=JUDGEMENT,
        family=f"{JUDGEMENT}: {outcome.id}",
        outcome=outcome.id,
        kind=kind,
        low=middle - 0.5 if kind == DAY else middle - 0.05,
        high=middle + 0.5 if kind == DAY else middle + 0.05,
        spread=(high - low) / (2 * Z90),
    )
