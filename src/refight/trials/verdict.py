"""Verdict: what counts as a win, and how far the chances of refights are believed.

Whoever judged the recorded battles saw how far the front went and what it cost. Their
rule is learnt from records, a logistic of both; no refight takes part. By it each
refight is won with some chance, and their mean is the raw chance of a battle. Refights
do not see all that decides, so raw chances are too sure: a second logistic of one slope
draws them towards the share of wins, as far as wars that are left out ask for.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from refight.trials import logistic
from refight.trials.coefficients import Coefficients, Range

Floats = NDArray[np.float64]

RULE = ("trial.win.level", "trial.win.advance", "trial.win.exchange")
TRUST = ("trial.chance.level", "trial.chance.slope")
RIDGE = 1.0  # penalty of the rule
PENALTIES = (1.0, 3.0, 10.0, 30.0, 100.0)  # of the slope, tried war by war
USUAL = 3.0  # where wars are not told apart
FEWEST = 10  # records from which a rule is learnt
EDGE = 1e-6  # of chances, before their logarithm


@dataclass(frozen=True)
class Verdict:
    """Odds as logarithms: the rule of a win, then level and slope of the trust."""

    rule: tuple[float, float, float]
    trust: tuple[float, float] = (0.0, 1.0)

    @classmethod
    def of(cls, own: Coefficients) -> "Verdict":
        """Read a verdict from coefficients."""
        level, advance, exchange = (own.best(name) for name in RULE)
        base, slope = (own.best(name) for name in TRUST)
        return cls((level, advance, exchange), (base, slope))

    @property
    def ranges(self) -> dict[str, Range]:
        """Return the verdict as ranges of coefficients."""
        names, values = (*RULE, *TRUST), (*self.rule, *self.trust)
        pairs = zip(names, values, strict=True)
        return {name: (value, value, value) for name, value in pairs}

    def raw(self, came: Floats) -> Floats:
        """Return the log-odds of a win as refights (2, B, R) give them, (B,)."""
        level, advance, exchange = self.rule
        odds = level + advance * came[0] + exchange * came[1]
        share = np.clip(_chance(odds).mean(axis=1), EDGE, 1.0 - EDGE)
        return np.asarray(np.log(share / (1.0 - share)))

    def chance(self, came: Floats) -> Floats:
        """Return the chance of a win, (B,)."""
        level, slope = self.trust
        return _chance(level + slope * self.raw(came))


def learn(
    came: Floats, judged: Floats, won: Floats, wars: NDArray[np.str_], usual: Verdict
) -> Verdict:
    """Learn the rule from records, and the trust from these battles' refights.

    judged (B, 2): asinh of the recorded advance, ln of the exchange. The penalty is
    chosen by leaving out each war in turn, as the baselines choose theirs; `usual`
    stands where records are too few.
    """
    rule = rule_of(judged, won, usual)
    raw, known = rule.raw(came), ~np.isnan(won)
    if not known.any():
        return rule
    penalty = _penalty(raw[known], won[known], wars[known])
    return Verdict(rule.rule, trust_of(raw[known], won[known], penalty))


def rule_of(judged: Floats, won: Floats, usual: Verdict) -> Verdict:
    """Learn from records alone what counts as a win."""
    known = ~(np.isnan(won) | np.isnan(judged).any(axis=1))
    if known.sum() < FEWEST or len(set(won[known].tolist())) < 2:
        return usual
    level, advance, exchange = logistic.fit(judged[known], won[known], RIDGE).weights
    return Verdict((float(level), float(advance), float(exchange)))


def trust_of(raw: Floats, won: Floats, penalty: float) -> tuple[float, float]:
    """Return level and slope by which raw odds foretell, drawn towards the mean."""
    middle = float(raw.mean())
    base, slope = logistic.fit((raw - middle)[:, None], won, penalty).weights
    return float(base - slope * middle), float(slope)


def _penalty(raw: Floats, won: Floats, wars: NDArray[np.str_]) -> float:
    named = np.unique(wars)
    if len(named) < 2:
        return USUAL

    def loss(penalty: float) -> float:
        total = 0.0
        for war in named:
            held = wars == war
            level, slope = trust_of(raw[~held], won[~held], penalty)
            told = _chance(level + slope * raw[held])
            total += float(logistic.loss(told, won[held]).sum())
        return total

    return min(PENALTIES, key=loss)


def _chance(odds: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -30.0, 30.0))))
