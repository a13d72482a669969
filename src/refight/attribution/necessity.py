"""Necessity: how far a cause was necessary, and how far it was sufficient.

Reads the same event with and without a cause, refight by refight. The chances p1 (with)
and p0 (without) give the risk ratio and the bounds of the probabilities of necessity
(PN), sufficiency (PS) and both (PNS) that hold whatever couples the two worlds. The
values by pairs hold under the model's own chance only, and are named coupled.
Source: Tian and Pearl 2000; Hannart et al. 2016 for the use in attribution.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from refight.attribution.interval import RULE_OF_THREE
from refight.ensemble.stats import Share, share

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Bounds:
    """What must hold of a probability, and its value under the model's own chance."""

    low: float
    high: float
    coupled: float


@dataclass(frozen=True)
class Necessity:
    """One cause and one event.

    event      whether it is that the act was decided, or that it was not: the one that
               the cause makes likelier
    against    share of pairs in which the cause prevents the event (not monotone)
    none_high  upper bound of p0 when no refight without the cause has the event
    """

    event: bool
    with_it: Share
    without: Share
    ratio: float
    fraction: float
    necessary: Bounds
    sufficient: Bounds
    both: Bounds
    against: float
    none_high: float | None


def necessity(with_it: Floats, without: Floats) -> Necessity:
    """Work out the probabilities for events (R,) of 0 and 1 with and without a cause.

    When the cause makes the event rarer, all is given for the event not coming about.
    """
    kept = np.isfinite(with_it) & np.isfinite(without)
    one, other = with_it[kept] >= 0.5, without[kept] >= 0.5
    event = bool(one.mean() >= other.mean())
    if not event:
        one, other = ~one, ~other
    p1, p0 = float(one.mean()), float(other.mean())
    return Necessity(
        event=event,
        with_it=share(one),
        without=share(other),
        ratio=_over(p1, p0),
        fraction=_over(p1 - p0, p1),
        necessary=_necessary(p1, p0, one, other),
        sufficient=_sufficient(p1, p0, one, other),
        both=_both(p1, p0, one, other),
        against=float((~one & other).mean()),
        none_high=RULE_OF_THREE / one.size if p0 == 0 else None,
    )


Flags = NDArray[np.bool_]


def _necessary(p1: float, p0: float, one: Flags, other: Flags) -> Bounds:
    low = max(0.0, _over(p1 - p0, p1))
    high = min(1.0, _over(1 - p0, p1))
    return Bounds(low, high, _over(float((one & ~other).mean()), p1))


def _sufficient(p1: float, p0: float, one: Flags, other: Flags) -> Bounds:
    low = max(0.0, _over(p1 - p0, 1 - p0))
    high = min(1.0, _over(p1, 1 - p0))
    return Bounds(low, high, _over(float((one & ~other).mean()), 1 - p0))


def _both(p1: float, p0: float, one: Flags, other: Flags) -> Bounds:
    return Bounds(max(0.0, p1 - p0), min(p1, 1 - p0), float((one & ~other).mean()))


def _over(one: float, other: float) -> float:
    if other > 0:
        return one / other
    return math.inf if one > 0 else math.nan
