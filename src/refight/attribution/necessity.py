"""Necessity: how far a cause was necessary, and how far it was sufficient.

Reads the same event with and without a cause, refight by refight. The chances p1 (with)
and p0 (without) give the risk ratio and the bounds of the probabilities of necessity
(PN), sufficiency (PS) and both (PNS) that hold whatever couples the two worlds. The
values by pairs hold under the model's own chance only, and are named coupled. All have
intervals for the number of pairs: draws from the Dirichlet distribution of the four
kinds of pair, half a pair of each kind added (Jeffreys), so that what was never seen
still has a width.
Source: Tian and Pearl 2000; Hannart et al. 2016 for the use in attribution.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from refight.attribution.interval import RULE_OF_THREE
from refight.ensemble.stats import Share, share

Floats = NDArray[np.float64]


Flags = NDArray[np.bool_]
DRAWS, SEED = 2000, 1
ENDS = (0.025, 0.975)


@dataclass(frozen=True)
class Bounds:
    """What must hold of a probability, and its value under the model's own chance.

    outer  95% Monte-Carlo interval of both bounds together
    """

    low: float
    high: float
    coupled: float
    outer: tuple[float, float]


@dataclass(frozen=True)
class Necessity:
    """One cause and one event.

    event      whether it is that the act was decided, or that it was not: the one that
               the cause makes likelier
    ratio      p1 / p0; fraction: 1 - p0 / p1; each with its 95% Monte-Carlo interval
    against    share of pairs in which the cause prevents the event (not monotone)
    none_high  upper bound of p0 when no refight without the cause has the event
    """

    event: bool
    with_it: Share
    without: Share
    ratio: float
    ratio_ends: tuple[float, float]
    fraction: float
    fraction_ends: tuple[float, float]
    necessary: Bounds
    sufficient: Bounds
    both: Bounds
    against: Share
    none_high: float | None


@dataclass(frozen=True)
class _Kinds:
    """Shares of the four kinds of pair, one number or many draws of it each."""

    both: Floats
    only_with: Floats
    only_without: Floats

    @property
    def p1(self) -> Floats:
        return self.both + self.only_with

    @property
    def p0(self) -> Floats:
        return self.both + self.only_without


def necessity(with_it: Floats, without: Floats) -> Necessity:
    """Work out the probabilities for events (R,) of 0 and 1 with and without a cause.

    When the cause makes the event rarer, all is given for the event not coming about.
    """
    kept = np.isfinite(with_it) & np.isfinite(without)
    one, other = with_it[kept] >= 0.5, without[kept] >= 0.5
    event = bool(one.mean() >= other.mean())
    if not event:
        one, other = ~one, ~other
    found, drawn = _kinds(one, other)
    return Necessity(
        event=event,
        with_it=share(one),
        without=share(other),
        ratio=float(_over(found.p1, found.p0)),
        ratio_ends=_ends(_over(drawn.p1, drawn.p0)),
        fraction=float(1 - _over(found.p0, found.p1)),
        fraction_ends=_ends(1 - _over(drawn.p0, drawn.p1)),
        necessary=_bounds(_necessary, found, drawn),
        sufficient=_bounds(_sufficient, found, drawn),
        both=_bounds(_both, found, drawn),
        against=share(~one & other),
        none_high=None if other.any() else RULE_OF_THREE / one.size,
    )


def _kinds(one: Flags, other: Flags) -> tuple[_Kinds, _Kinds]:
    """Give the shares of the kinds of pair, and draws of what they may be."""
    counts = np.array(
        [each.sum() for each in (one & other, one & ~other, ~one & other)], float
    )
    cells = np.append(counts, one.size - counts.sum()) + 0.5
    drawn = np.random.default_rng(SEED).dirichlet(cells, DRAWS)
    return _Kinds(*(counts / one.size)), _Kinds(*drawn.T[:3])


Three = tuple[Floats, Floats, Floats]  # low, high, coupled


def _bounds(rule: Callable[[_Kinds], Three], found: _Kinds, drawn: _Kinds) -> Bounds:
    low, high, coupled = map(float, rule(found))
    lows, highs, _ = rule(drawn)
    return Bounds(low, high, coupled, (_ends(lows)[0], _ends(highs)[1]))


def _necessary(kinds: _Kinds) -> Three:
    p1, p0 = kinds.p1, kinds.p0
    low, high = _over(p1 - p0, p1), _over(1 - p0, p1)
    return np.maximum(low, 0), np.minimum(high, 1), _over(kinds.only_with, p1)


def _sufficient(kinds: _Kinds) -> Three:
    p1, p0 = kinds.p1, kinds.p0
    low, high = _over(p1 - p0, 1 - p0), _over(p1, 1 - p0)
    return np.maximum(low, 0), np.minimum(high, 1), _over(kinds.only_with, 1 - p0)


def _both(kinds: _Kinds) -> Three:
    p1, p0 = kinds.p1, kinds.p0
    return np.maximum(p1 - p0, 0), np.minimum(p1, 1 - p0), kinds.only_with


def _over(one: Floats, other: Floats) -> Floats:
    """Divide; infinite over nothing, and undefined where nothing is over nothing."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.true_divide(one, other))


def _ends(drawn: Floats) -> tuple[float, float]:
    low, high = np.quantile(drawn, ENDS)
    return float(low), float(high)
