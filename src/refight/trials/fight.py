"""Fight: each battle refought many times by the ordinary engine.

`fight` returns what came of every refight, scaled from the strip to the whole front.
Axes: B battle, R refight. Units: km, persons, vehicles.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from refight.engine import system as sy
from refight.engine.rollout import refight as engine_refight
from refight.ensemble import abroad
from refight.ensemble.desk import Desk
from refight.ensemble.refight import refuse_gap
from refight.ensemble.run import Progress, run
from refight.trials.battlefield import ATTACKER, DEFENDER, Field, fields_of
from refight.trials.battles import Battle
from refight.trials.coefficients import Fit, Pool, pool, rows_of
from refight.trials.strip import BEHIND, ROW

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Fought:
    """What came of refights, each (B, R).

    advance           km that the front was carried forward where it went farthest
    attacker_lost     persons; likewise defender_lost
    attacker_tanks    vehicles lost; likewise defender_tanks
    """

    advance: Floats
    attacker_lost: Floats
    defender_lost: Floats
    attacker_tanks: Floats
    defender_tanks: Floats

    def of(self, keep: NDArray[np.bool_]) -> "Fought":
        """Keep some battles only."""
        return Fought(**{name: each[keep] for name, each in vars(self).items()})


@dataclass(frozen=True)
class Question:
    """What to refight: battles, coefficients, how often, and whether with hindsight."""

    battles: tuple[Battle, ...]
    fit: Fit
    refights: int
    seed: int = 1
    surprise: bool = False


def fight(
    asked: Question, threads: int | None = None, progress: Progress | None = None
) -> Fought:
    """Refight every battle, on threads or where a place has been opened.

    The result depends on neither place, threads nor order.
    """
    place = abroad.HERE.get()
    if place is not None:
        from refight.trials.elsewhere import fight_elsewhere

        return fight_elsewhere(asked, place, progress)
    drawn = [pool(each, asked.seed) for each in asked.fit.members]

    def chunk(indices: Ints) -> dict[str, Floats]:
        battle = asked.battles[int(indices[0]) // asked.refights]
        return one_battle(battle, drawn, asked)

    total = len(asked.battles) * asked.refights
    done = run(chunk, total, threads=threads, chunk=asked.refights, progress=progress)
    if done.interrupted:
        raise KeyboardInterrupt
    shape = (len(asked.battles), asked.refights)
    columns: dict[str, Floats] = {
        name: each.reshape(shape).astype(np.float64)
        for name, each in done.columns.items()
    }
    return Fought(**columns)


def one_battle(
    battle: Battle, drawn: Sequence[Pool], asked: Question
) -> dict[str, Floats]:
    """Refight one battle; return columns of `Fought`, each (R,)."""
    fields = fields_of(battle)
    desks: list[Desk | None] = [None] * len(fields)
    out = np.empty((5, asked.refights))
    for r, row in enumerate(rows_of(battle.id, asked.seed, asked.refights)):
        which = (r // len(drawn)) % len(fields)  # members first: all meet all fields
        field = fields[which]
        draw = drawn[r % len(drawn)].row(row)
        system = field.system(draw, asked.surprise)
        desk = desks[which]
        if desk is None:
            desk = desks[which] = Desk(field.base, system)
        desk.fill(system)
        refuse_gap(
            engine_refight(desk.handle, desk.state_handle, asked.seed, r), battle.id
        )
        out[:, r] = outcome(field, desk.state)
    names = Fought.__dataclass_fields__
    return dict(zip(names, out, strict=True))


def outcome(field: Field, state: sy.State) -> Sequence[float]:
    """Read what came of one refight from the state of the engine."""
    side = field.base.unit[:, sy.U_SIDE]
    lost = state.losses.sum(axis=(1, 2))
    tanks = state.wrecks[:, sy.TANKS] + state.wrecks[:, 3 + sy.TANKS]
    return (
        gained(field, state),
        lost[side == ATTACKER].sum() / field.share,
        lost[side == DEFENDER].sum() / field.share,
        tanks[side == ATTACKER].sum() / field.share,
        tanks[side == DEFENDER].sum() / field.share,
    )


def gained(field: Field, state: sy.State) -> float:
    """Return the km by which the front was carried forward where it went farthest."""
    beyond = state.control.reshape(-1, field.columns)[BEHIND:]
    return float((beyond == ATTACKER).sum(axis=0).max() * ROW)
