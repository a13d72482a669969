"""Told strength: a side's men and vehicles as told, spread over its units.

The total that the account tells is spread as the record spreads its own; vehicles are a
generic share for each man. All units of a side draw from one stream.
"""

from collections import defaultdict
from collections.abc import Mapping
from math import sqrt
from typing import TYPE_CHECKING, Any

from refight.errors import AccountError, suggest
from refight.evidence.estimate import Estimate, orbat_estimate, rule_for
from refight.scenario.compile import FIELDS
from refight.scenario.forces import Entries
from refight.scenario.model import Scenario

if TYPE_CHECKING:
    from refight.account.told import ToldValue

Estimates = Mapping[str, Estimate]
Points = tuple[float, float, float]


def told_value(values: Mapping[str, "ToldValue"], name: str) -> "ToldValue":
    """Give a told quantity.

    Raises AccountError with the nearest when it is not told.
    """
    if name not in values:
        raise AccountError(
            "a quantity that the account tells",
            f'"{name}"',
            "as-told.yaml",
            suggest(name, values),
        )
    return values[name]


def strengths_of(
    scenario: Scenario,
    entries: Entries,
    values: Mapping[str, "ToldValue"],
    rules: Mapping[str, Any],
    known: Estimates,
) -> tuple[dict[str, Estimate], dict[str, str]]:
    """Spread each side's men and vehicles as the record spreads its own."""
    strengths: dict[str, Estimate] = {}
    streams: dict[str, str] = {}
    for side, quantity in rules["strength"].items():
        value = told_value(values, quantity)
        men = _men(value, rules["ends"], known)
        for index, name in enumerate(FIELDS):
            total = men if index == 0 else _times(men[1], known[f"told.{name}"])
            for entry, part in _parts(scenario, entries, side, index).items():
                key = f"{entries[entry].key}.{name}"
                claims = value.claims if index == 0 else ()
                strengths[key] = _strength(key, name, total, part, claims)
                streams[key] = f"told.{side}.{name}"
    return strengths, streams


def _men(value: "ToldValue", ends: Mapping[str, str], known: Estimates) -> Points:
    low, high = value.low, value.high
    if low is None or high is None:
        end = known[ends[value.id]].best
        low, high = (end if x is None else x for x in (low, high))
    return low, sqrt(low * high), high


def _times(men: float, share: Estimate) -> Points:
    return men * share.low, men * share.best, men * share.high


def _parts(
    scenario: Scenario, entries: Entries, side: str, index: int
) -> dict[str, float]:
    """Give what an entry's number is for each one of the side's total."""
    taken: dict[str, float] = defaultdict(float)
    for unit in scenario.units:
        if entries[unit.orbat].side == side:
            taken[unit.orbat] += unit.shares[index]
    best = {
        name: orbat_estimate(entries[name], FIELDS[index]).best
        for name in taken
        if getattr(entries[name], FIELDS[index]) is not None
    }
    total = sum(best[name] * taken[name] for name in best)
    return {name: best[name] / total if total else 0.0 for name in best}


def _strength(
    key: str, unit: str, total: Points, part: float, claims: tuple[str, ...]
) -> Estimate:
    low, best, high = (each * part for each in total)
    claims = claims if part else ()
    return Estimate(
        id=key,
        unit=unit,
        low=low,
        best=best,
        high=high,
        rule=rule_for(low, best, high),
        claims=claims,
        assumption="" if claims else f"generic share of {unit} for each man told",
        note="the side's total as told, spread as the record spreads its own",
    )
