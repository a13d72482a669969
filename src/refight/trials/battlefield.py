"""Battlefield: a battle's inputs become the engine's `System`, one for each refight.

What is recorded is laid out once (`Field`), for each posture and ground recorded; what
is not (quality, missing guns, the engine's own coefficients) is drawn for each refight.
Side 0 attacks. Outcomes, judgements and names are not in a `Battle`, so none gets here.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.engine import at
from refight.engine import system as sy
from refight.engine.parameters import PARAMETERS
from refight.trials import strip
from refight.trials.battles import ARMOURED_AGE, Battle, Force
from refight.trials.coefficients import LUCK, Draw

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ATTACKER, DEFENDER = 0, 1
MEN_OF_A_UNIT = 800.0  # a battalion in the field
FEWEST, MOST = 2, 8  # manoeuvre units of a side on the strip
SERVE = {"tanks": 15.0, "guns": 25.0}  # men behind each, never in the line
LINE = 0.1  # share of a side's men in its line, at least
TANKS_TO_RIDE = 8.0  # tanks per 1,000 men from which a side is taken to be motorised
DAWN = 6  # hour at which a battle begins
PACES = [at.SPEED_FOOT, at.SPEED_MOTOR]
DENSE = [at.LOSS_ATTACKER, at.LOSS_DEFENDER, at.LOSS_CONTACT, at.GUNS_RATE]
LONGEST = 150  # days; longer battles are played so long
RATIO = 1.7  # attackers to a defender where one side's men are not recorded
MEN, DAYS = 12_000.0, 2.0  # where nothing is recorded
STANCES = {"delay": sy.DELAY, "withdrawal": sy.WITHDRAW}
COLUMNS = {"tanks": sy.TANKS, "guns": sy.PIECES}
WORKS = {name: f"trial.works.{name}" for name in ("hasty", "prepared", "fortified")}


@dataclass(frozen=True)
class Field:
    """A strip with two forces, before anything is drawn.

    share   of the front that is played     days, columns  of the strip
    men     (2,) persons on the strip       parts          (F, 4) a unit's share of its
            side's line, men behind it, tanks and guns
    """

    base: sy.System
    battle: Battle
    posture: str
    share: float
    days: int
    columns: int
    men: tuple[float, float]
    parts: Floats

    def system(self, draw: Draw, surprise: bool = False) -> sy.System:
        """Return the system of one draw."""
        side = self.base.unit[:, sy.U_SIDE]
        arms = {kind: self._vehicles(kind, draw.own) for kind in COLUMNS}
        vehicles = np.zeros_like(self.base.vehicles)
        for part, (kind, column) in enumerate(COLUMNS.items(), start=2):
            vehicles[:, column] = _whole(arms[kind][side] * self.parts[:, part])
        better = math.exp(0.5 * log_quality(self.battle, draw.own))
        level = draw.own[WORKS[self.posture]] if self.posture in WORKS else 0.0
        line = self._line(arms, draw.own["trial.tail"])
        heads = self.parts[:, 0] * line[side] + self.parts[:, 1] * (1.0 - line[side])
        return self.base._replace(
            men=_whole(np.array(self.men)[side] * heads),
            vehicles=vehicles,
            quality=np.where(side == ATTACKER, better, 1.0 / better),
            works=self.base.works * level,
            param=self._param(draw, surprise),
        )

    def _line(self, arms: Mapping[str, Floats], tail: float) -> Floats:
        """Return the share of each side's men who fight in its line, (2,).

        The others serve guns and tanks, and of the rest the tail serves the line.
        """
        served = sum(SERVE[kind] * count for kind, count in arms.items())
        rest = 1.0 - np.asarray(served) / np.maximum(1.0, self.men)
        return np.asarray(np.maximum(LINE, (1.0 - tail) * rest))

    def _vehicles(self, kind: str, own: Mapping[str, float]) -> Floats:
        """Return tanks or guns of both sides on the strip, (2,)."""
        found = []
        for force, men in zip(forces(self.battle), self.men, strict=True):
            recorded: float | None = getattr(force, kind)
            if recorded is None:
                usual = own[f"trial.usual.{kind}"] * men / 1000.0
                old = kind == "tanks" and self.battle.year < ARMOURED_AGE
                found.append(0.0 if old else usual)
            else:
                found.append(recorded * self.share)
        return np.array(found)

    def _param(self, draw: Draw, surprise: bool) -> Floats:
        param = np.stack([draw.param, draw.param], axis=1)
        param[at.BELIEF_START] = 1.0  # what each side believed is not recorded
        param[at.AIR_SORTIES] *= self._sorties(draw.own)
        if self.battle.year < ARMOURED_AGE:
            param[DENSE] *= draw.own["trial.massing"]
        if self.battle.wet == "wet":
            param[PACES] *= draw.own["trial.wet"]
        if surprise and self.battle.surprise:
            code = self.battle.surprise
            hit = DEFENDER if code > 0 else ATTACKER
            param[at.SURPRISE, hit] = min(0.9, abs(code) * draw.own["trial.surprise"])
            param[at.SURPRISE_DAYS, hit] = 1.0
        return param

    def _sorties(self, own: Mapping[str, float]) -> Floats:
        """Return the factor on each side's sorties: width, sky, air superiority."""
        part = self.columns * strip.CELL / own["trial.air.front"]
        if self.battle.sky == "heavy" or self.battle.year < ARMOURED_AGE:
            return np.zeros(2)
        air = self.battle.air or 0.0
        factor = own["trial.air.superior"]
        return part * np.array([factor**air, factor**-air])


def fields_of(battle: Battle) -> tuple[Field, ...]:
    """Lay a battle out for each recorded posture and ground; refights take turns."""
    pairs = [
        (posture, ground)
        for posture in battle.posture
        for ground in battle.ground or (("", "", ""),)
    ]
    return tuple(_field(battle, posture, ground) for posture, ground in pairs)


def forces(battle: Battle) -> tuple[Force, Force]:
    """Return the attacker's and the defender's force."""
    return battle.attacker, battle.defender


def men_of(battle: Battle) -> tuple[float, float]:
    """Return both sides' men; what is not recorded follows from the other side."""
    one, other = battle.attacker.men, battle.defender.men
    if one is None and other is None:
        return MEN, MEN / RATIO
    if one is None:
        return RATIO * float(other or MEN), float(other or MEN)
    return one, one / RATIO if other is None else other


def days_of(battle: Battle) -> int:
    """Return the days that are played: the length as given."""
    return int(max(1, min(LONGEST, round(battle.days or DAYS))))


def log_quality(battle: Battle, draw: Mapping[str, float]) -> float:
    """Return the logarithm of the attacker's quality over the defender's."""
    one, other = men_of(battle)
    mean = draw["trial.quality.centre"]
    mean -= draw["trial.quality.selection"] * math.log(one / other)
    mean += draw["trial.quality.air"] * (battle.air or 0.0)
    return mean + draw["trial.quality.spread"] * draw[LUCK]


def _field(battle: Battle, posture: str, ground: tuple[str, str, str]) -> Field:
    men, days = men_of(battle), days_of(battle)
    width = battle.width_km or men[0] / 3000.0
    columns = strip.columns_of(width)
    share = min(1.0, columns * strip.CELL / width)
    played = (men[0] * share, men[1] * share)
    depth = strip.depth_of(days)
    land = strip.lay_out(columns, depth, ground, 1.0)
    rows = [
        row
        for side, force in enumerate(forces(battle))
        for row in _units(force, side, men[side], played[side], columns)
    ]
    unit = np.array([row[0] for row in rows], np.int64)
    base = sy.System(
        **land,
        unit=unit,
        men=np.zeros(len(unit), np.int64),
        vehicles=np.zeros((len(unit), 3), np.int64),
        quality=np.ones(len(unit)),
        **plan(STANCES.get(posture, sy.HOLD)),
        depot=depots(columns, strip.BEHIND + depth),
        param=np.ones((len(PARAMETERS), 2)),
        clock=np.array([days * sy.STEPS_PER_DAY, DAWN], np.int64),
    )
    parts = np.array([row[1:] for row in rows])
    return Field(base, battle, posture, share, days, columns, played, parts)


def _units(
    force: Force, side: int, men: float, played: float, columns: int
) -> list[tuple[list[int], float, float, float, float]]:
    """Return a side's units: row, and its parts as in `Field`."""
    count = max(columns + 1, FEWEST, min(MOST, round(played / MEN_OF_A_UNIT)))
    rides = 1000.0 * (force.tanks or 0.0) / men >= TANKS_TO_RIDE
    arm = sy.MECHANISED if rides else sy.INFANTRY
    found = []
    for n in range(count):
        cell = _start(side, n, columns)
        row = [side, arm, 0, 0, cell, 0, sy.NOWHERE, 0]
        found.append((row, 1.0 / count, 0.0, 1.0 / count, 0.0))
    guns = [side, sy.ARTILLERY, 0, 0, _behind(side, columns), 0, sy.NOWHERE, 0]
    return [*found, (guns, 0.0, 1.0, 0.0, 1.0)]


def _start(side: int, n: int, columns: int) -> int:
    """Return the cell of a side's n-th unit: two in three in the first line."""
    second = n >= columns and n % 3 == 2
    row = strip.BEHIND - 1 - second if side == ATTACKER else strip.BEHIND + second
    return row * columns + n % columns


def _behind(side: int, columns: int) -> int:
    row = 0 if side == ATTACKER else strip.BEHIND + 4
    return row * columns + columns // 2


def depots(columns: int, rows: int) -> Ints:
    """Return the cells from which each side is fed: its own end of the strip."""
    first = np.arange(columns)
    return np.stack([first, first + (rows - 1) * columns]).astype(np.int64)


def plan(stance: int) -> dict[str, Any]:
    """Return one phase for each side: go for the far end, and hold the ground."""
    phase = np.full((2, 1, 7), sy.NOWHERE, np.int64)
    phase[:, 0, [sy.P_EXISTS, sy.P_NOT_BEFORE, sy.P_AFTER, sy.P_PAUSE]] = (1, 0, 0, 0)
    phase[ATTACKER, 0, sy.P_OBJECTIVE] = strip.FAR
    order = np.full((2, 1, 1, 3), sy.NOWHERE, np.int64)
    order[ATTACKER, 0, 0, :2] = (sy.ATTACK, strip.FAR)
    goal = strip.FAR if stance == sy.WITHDRAW else strip.ZONE
    order[DEFENDER, 0, 0, :2] = (stance, goal)
    return {
        "phase": phase,
        "order": order,
        "work": np.full((2, 1, 1, 2), sy.NOWHERE, np.int64),
        "watch": np.array([(sy.WATCH_PEAK_MEN, 0, sy.NOWHERE, -1, 0)], np.int64),
        "watch_share": np.ones(1),
    }


def _whole(counts: Floats) -> Ints:
    """Round to whole men or vehicles."""
    return np.floor(counts + 0.5).astype(np.int64)
