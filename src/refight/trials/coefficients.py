"""Coefficients: the engine's own estimates, and the few that a trial adds.

Every refight of a battle draws each of them anew from its range, as the campaigns do: a
range says how battles differ as well as what is not known. A fit replaces some ranges
and is written with what it was made from. A draw is keyed by seed, name and battle.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.engine.parameters import PARAMETERS
from refight.errors import EvidenceError, UsageError, suggest
from refight.evidence.archive import Archive
from refight.evidence.distribution import FIXED, Estimate, rule_for
from refight.evidence.estimate import read_estimates
from refight.files import campaign_path, parse_json, read_text
from refight.scenario.deck import key_of, stretch

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Range = tuple[float, float, float]

ADDED = Path(__file__).parent / "coefficients.yaml"
CAMPAIGN = "khorramshahr"  # whose common estimates are the engine's own
COST = "cost."  # so that ways are laid out once a battle, not once a refight
POOL = 1024  # draws from which each battle takes its own
LUCK = "trial.luck"  # a standard normal number, for quality
FORMAT = "refight trial fit 1"


@dataclass(frozen=True)
class Coefficients:
    """Estimates by name."""

    estimates: Mapping[str, Estimate]

    def with_ranges(self, ranges: Mapping[str, Range]) -> "Coefficients":
        """Put other ranges in the place of some. Raises UsageError for a new name."""
        changed = dict(self.estimates)
        for name, (low, best, high) in ranges.items():
            if name not in changed:
                hint = suggest(name, changed)
                raise UsageError("the name of a coefficient", f'"{name}"', hint=hint)
            rule = FIXED if low == high else rule_for(low, best, high)
            changed[name] = replace(
                changed[name], low=low, best=best, high=high, rule=rule
            )
        return Coefficients(changed)

    def best(self, name: str) -> float:
        """Return the middle of a range."""
        return self.estimates[name].best

    @property
    def moved(self) -> dict[str, Range]:
        """Return the ranges that are not the shipped ones."""
        base = shipped().estimates
        ours = {name: (e.low, e.best, e.high) for name, e in self.estimates.items()}
        theirs = {name: (e.low, e.best, e.high) for name, e in base.items()}
        return {name: each for name, each in ours.items() if each != theirs[name]}


@dataclass(frozen=True)
class Fit:
    """Members among which refights take turns, and what they were made from."""

    members: tuple[Coefficients, ...]
    made_from: Mapping[str, Any]

    @property
    def assumed(self) -> int:
        """Count the estimates without a claim behind them."""
        return sum(each.is_assumption for each in self.members[0].estimates.values())

    def best(self, name: str, refights: int) -> Floats:
        """Return the middle of a range in each refight, (R,)."""
        values = [each.best(name) for each in self.members]
        return np.array([values[r % len(values)] for r in range(refights)])


@dataclass(frozen=True)
class Draw:
    """One draw: the engine's parameters (P,) in order, and the trial's by name."""

    param: Floats
    own: Mapping[str, float]


@dataclass(frozen=True)
class Pool:
    """Draws of every coefficient: the engine's (POOL, P), and the trial's."""

    param: Floats
    names: tuple[str, ...]
    own: Floats  # (POOL, names)

    def row(self, number: int) -> Draw:
        """Return one draw."""
        own = dict(zip(self.names, self.own[number].tolist(), strict=True))
        return Draw(self.param[number], own)


def rows_of(battle: int, seed: int, refights: int) -> Ints:
    """Return which draws of the pool a battle's refights take, (R,)."""
    first = key_of(seed, f"trial/{battle}") % POOL
    step = 2 * (key_of(seed, f"trial/{battle}/step") % (POOL // 2)) + 1
    return np.asarray((first + step * np.arange(refights)) % POOL)  # odd: all are met


def pool(coefficients: Coefficients, seed: int) -> Pool:
    """Draw every coefficient; what ground costs to cross stays at its best value."""
    found = coefficients.estimates
    param = [_column(seed, found[name]) for name in PARAMETERS]
    for index, name in enumerate(PARAMETERS):
        if name.startswith(COST):
            param[index] = np.full(POOL, found[name].best)
    names = tuple(name for name in found if name not in PARAMETERS)
    own = [_column(seed, found[name]) for name in names]
    return Pool(np.stack(param, 1), (*names, LUCK), np.stack([*own, _luck(seed)], 1))


@cache
def costs() -> Floats:
    """Return the best value of every engine parameter for both sides, (P, 2)."""
    best = [shipped().best(name) for name in PARAMETERS]
    return np.stack([best, best], axis=1)


@cache
def shipped() -> Coefficients:
    """Read the engine's own estimates, common to both sides, and the trial's."""
    campaign = campaign_path(CAMPAIGN)
    archive = Archive.read(campaign)
    known = read_estimates(campaign / "estimates.yaml", archive)
    missing = [name for name in PARAMETERS if name not in known]
    if missing:
        raise EvidenceError("an estimate of each parameter", missing[0], CAMPAIGN)
    own = {name: known[name] for name in PARAMETERS}
    return Coefficients(own | read_estimates(ADDED, archive))


def as_shipped() -> Fit:
    """Give the shipped ranges as they are, nothing fitted."""
    return Fit((shipped(),), {"ranges": "as shipped"})


def to_json(fit: Fit) -> str:
    """Write the ranges that are not the shipped ones, and what they were made of."""
    content = {
        "format": FORMAT,
        "made_from": dict(fit.made_from),
        "members": [each.moved for each in fit.members],
    }
    return json.dumps(content, indent=2, sort_keys=True) + "\n"


def read_fit(path: Path) -> Fit:
    """Read what `refight trial fit` wrote. Raises UsageError for anything else."""
    hint = "hand over the file that refight trial fit wrote"
    content = parse_json(read_text(path), str(path), UsageError, "a fit in JSON", hint)
    try:
        members = [
            {str(k): (float(a), float(b), float(c)) for k, (a, b, c) in each.items()}
            for each in content["members"]
        ]
        found, made = content["format"], dict(content["made_from"])
    except (ValueError, LookupError, TypeError, AttributeError) as cause:
        raise UsageError("a fit in JSON", str(cause), str(path), hint) from cause
    if found != FORMAT or not members:
        raise UsageError(f'the format "{FORMAT}"', str(found), str(path), hint)
    return Fit(tuple(shipped().with_ranges(each) for each in members), made)


@lru_cache(maxsize=2048)
def _column(seed: int, estimate: Estimate) -> Floats:
    chance = stretch(key_of(seed, f"trial/{estimate.id}"), 0, POOL)
    return estimate.quantiles(np.asarray(chance))


@cache
def _luck(seed: int) -> Floats:
    chance = np.random.Philox(key=key_of(seed, f"trial/{LUCK}"))
    return np.random.Generator(chance).standard_normal(POOL)
