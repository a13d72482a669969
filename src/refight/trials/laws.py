"""Laws: the engine at its limits beside Lanchester's laws, and two published series.

Without ground, cohesion, fatigue, night and noise, one assault is left: losses are a
rate times the odds to a power (Helmbold 1961). At the power 1 that is Lanchester's
square law, at 1/2 his linear law, at 0 the logarithmic one (Peterson 1953). `duel` runs
that engine, the ordinary one, by its coefficients alone; `square`, `linear` and
`logarithmic` are the closed forms. Units: persons, days.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from refight.engine import at
from refight.engine import system as sy
from refight.engine.rollout import refight as engine_refight
from refight.ensemble.desk import Desk
from refight.ensemble.refight import refuse_gap
from refight.trials import strip
from refight.trials.battlefield import ATTACKER, DEFENDER, depots, plan
from refight.trials.coefficients import costs

Floats = NDArray[np.float64]

SQUARE, LINEAR, LOGARITHMIC = 1.0, 0.5, 0.0
OPEN_GROUND = ("flat", "desert", "")
ENDLESS = 1e12  # a limit that is never reached
FIRST = 5  # days that must be known before the first forecast

# what is switched off, and to which value
LIMITS = {
    at.FRONTAGE: ENDLESS, at.PUSH_ODDS: ENDLESS, at.STACKING: ENDLESS,
    at.SUPPLY_DAYS: 1e6, at.SUPPLY_RANGE: 1e6,
    at.LOSS_NOISE: 0.0, at.LOSS_CONTACT: 0.0, at.LOSS_COVER: 0.0,
    at.COHESION_START: 1.0, at.COHESION_LOSS: 0.0, at.COHESION_BREAK: 0.0,
    at.COHESION_HALT: 0.0, at.NIGHT_ATTACK: 1.0, at.SURPRISE: 0.0,
    at.ASSAULT_ODDS: 0.0, at.WORKS_RATE: 0.0, at.AIR_SORTIES: 0.0,
    at.COMMAND_REFUSAL: 0.0, at.BELIEF_START: 1.0,
}  # fmt: skip


@dataclass(frozen=True)
class Duel:
    """Two forces, and the rates at even odds by which each suffers, per day."""

    attackers: float
    defenders: float
    on_attackers: float
    on_defenders: float
    days: int
    exponent: float
    landings: tuple[tuple[int, float], ...] = ()  # day, attackers who land in it


def duel(asked: Duel, seed: int = 1) -> Floats:
    """Run the engine at its limits; return both strengths at each day's end, (T, 2)."""
    base = _system(asked)
    desk = Desk(base, base)
    refuse_gap(engine_refight(desk.handle, desk.state_handle, seed, 0), 0)
    ends = np.arange(sy.STEPS_PER_DAY - 1, asked.days * sy.STEPS_PER_DAY, 4)
    return np.asarray(desk.state.series[ends][:, :, sy.T_MEN].copy())


def square(asked: Duel) -> Floats:
    """Solve the square law: each loses in proportion to the enemy, (T, 2)."""
    t = np.arange(1, asked.days + 1)
    a, d = asked.on_attackers, asked.on_defenders
    rate, ratio = math.sqrt(a * d), math.sqrt(a / d)
    grow, shrink = np.cosh(rate * t), np.sinh(rate * t)
    attackers = asked.attackers * grow - ratio * asked.defenders * shrink
    defenders = asked.defenders * grow - asked.attackers / ratio * shrink
    return np.stack([attackers, defenders], axis=1)


def linear(asked: Duel) -> Floats:
    """Solve the linear law in its Helmbold form: losses as the root of both, (T, 2).

    Both square roots fall as a linear pair: sqrt(A)' = -a/2 sqrt(D), and the reverse,
    so the loss of one is always the same multiple of the other's.
    """
    roots = Duel(
        math.sqrt(asked.attackers), math.sqrt(asked.defenders),
        asked.on_attackers / 2, asked.on_defenders / 2, asked.days, SQUARE,
    )  # fmt: skip
    return np.asarray(square(roots) ** 2)


def logarithmic(asked: Duel) -> Floats:
    """Solve the logarithmic law: each loses in proportion to itself, (T, 2)."""
    t = np.arange(1, asked.days + 1)
    attackers = asked.attackers * np.exp(-asked.on_attackers * t)
    defenders = asked.defenders * np.exp(-asked.on_defenders * t)
    return np.stack([attackers, defenders], axis=1)


CLOSED: dict[str, tuple[float, Callable[[Duel], Floats]]] = {
    "square": (SQUARE, square),
    "linear": (LINEAR, linear),
    "logarithmic": (LOGARITHMIC, logarithmic),
}


def worst(asked: Duel, closed: Callable[[Duel], Floats]) -> float:
    """Return the greatest relative distance of the engine from a closed form."""
    found, wanted = duel(asked), closed(asked)
    return float(np.max(np.abs(found / wanted - 1.0)))


@dataclass(frozen=True)
class Daily:
    """A fitted law of daily losses: ln loss = constant + p ln enemy + q ln own +- ln d.

    enemy  p, power of the enemy's strength   own   q, of one's own; with errors
    attacker  d after Fricker: the attacker's losses are d times, the defender's 1/d
              times what strengths say; NaN where the attacker never changes
    right     share of the variance about the sides' means that is explained (R2)
    """

    enemy: float
    enemy_error: float
    own: float
    own_error: float
    attacker: float
    right: float


def daily_law(
    strength: Floats, lost: Floats, attacks: NDArray[np.bool_]
) -> Daily:  # fmt: skip
    """Fit daily losses of two sides with common powers, as Bracken and Fricker did.

    strength, lost  (T, 2), each day's; attacks (T, 2) whether a side attacks that day
    """
    kept = (lost > 0).all(axis=1) & (strength > 0).all(axis=1)
    own, seen = np.log(strength[kept]), np.log(lost[kept])
    enemy = own[:, ::-1]
    tilt = np.where(attacks[kept], 1.0, -1.0)
    side = np.tile([0.0, 1.0], (int(kept.sum()), 1))
    columns = np.stack([1 - side, side, enemy, own, tilt], axis=2).reshape(-1, 5)
    if (tilt == tilt[0]).all():  # side and attack cannot be told apart
        columns = columns[:, :4]
    values, *_ = np.linalg.lstsq(columns, seen.ravel(), rcond=None)
    rest = seen.ravel() - columns @ values
    free = max(1, len(rest) - columns.shape[1])
    spread = np.linalg.pinv(columns.T @ columns) * float(rest @ rest) / free
    about = seen - seen.mean(axis=0)
    error = np.sqrt(np.diag(spread))
    return Daily(
        float(values[2]), float(error[2]), float(values[3]), float(error[3]),
        math.exp(values[4]) if columns.shape[1] == 5 else math.nan,
        1.0 - float(rest @ rest) / float((about**2).sum()),
    )  # fmt: skip


def one_day_ahead(lost: Floats) -> dict[str, float]:
    """Score forecasts of the morrow's losses, CRPS of the logarithm, (T, 2) -> means.

    same      as today, with the spread of changes so far
    constant  the mean so far, with its spread
    """
    found: dict[str, list[float]] = {"same as yesterday": [], "constant rate": []}
    for side in range(2):
        logs = np.log(np.maximum(lost[:, side], 1.0))
        for day in range(FIRST, len(logs)):
            before = logs[:day]
            steps = np.diff(before)
            pairs = (
                ("same as yesterday", before[-1], math.sqrt(float((steps**2).mean()))),
                ("constant rate", before.mean(), float(before.std())),
            )
            for name, middle, spread in pairs:
                found[name].append(_normal_crps(logs[day] - middle, spread))
    return {name: float(np.mean(each)) for name, each in found.items()}


def _normal_crps(away: float, spread: float) -> float:
    """Return the CRPS of a normal forecast in closed form."""
    spread = max(spread, 1e-9)
    z = away / spread
    density = math.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    below = 0.5 * (1 + math.erf(z / math.sqrt(2)))
    return spread * (z * (2 * below - 1) + 2 * density - 1 / math.sqrt(math.pi))


def _system(asked: Duel) -> sy.System:
    """Lay out one column of open ground with one unit of each side, and landings."""
    depth = strip.SHALLOW
    land = strip.lay_out(1, depth, OPEN_GROUND, 0.0)
    first = [(ATTACKER, 0, asked.attackers), (DEFENDER, 0, asked.defenders)]
    late = [(ATTACKER, day * sy.STEPS_PER_DAY, men) for day, men in asked.landings]
    rows = [
        [side, sy.INFANTRY, 0, 0, strip.BEHIND - 1 + side, step, sy.NOWHERE, 0]
        for side, step, _ in (*first, *late)
    ]
    men = np.array([each for _, _, each in (*first, *late)])
    base = sy.System(
        **land,
        unit=np.array(rows, np.int64),
        men=np.floor(men + 0.5).astype(np.int64),
        vehicles=np.zeros((len(rows), 3), np.int64),
        quality=np.ones(len(rows)),
        **plan(sy.HOLD),
        depot=depots(1, strip.BEHIND + depth),
        param=_limits(asked),
        clock=np.array([asked.days * sy.STEPS_PER_DAY, 0], np.int64),
    )
    return base


def _limits(asked: Duel) -> Floats:
    param = costs().copy()
    for index, value in LIMITS.items():
        param[index] = value
    param[at.LOSS_EXPONENT] = asked.exponent
    param[at.LOSS_ATTACKER] = asked.on_attackers
    param[at.LOSS_DEFENDER] = asked.on_defenders
    return param


def engel(
    start: float, rates: tuple[float, float], landings: Sequence[tuple[int, float]],
    days: int,
) -> Floats:  # fmt: skip
    """Return Engel's square law with landings, day by day, (T, 2): landed, island.

    rates: losses of the landed per man of the island a day, and the reverse.
    """
    fine, own, other = 100, 0.0, start
    out = []
    by_day = dict(landings)
    for day in range(days):
        own += by_day.get(day, 0.0)
        for _ in range(fine):
            own, other = (
                max(0.0, own - rates[0] * other / fine),
                max(0.0, other - rates[1] * own / fine),
            )
        out.append((own, other))
    return np.array(out)
