"""Series: the two published daily series, read from folders that the user has.

Iwo Jima after Engel 1954 (parameters.csv), the Ardennes of 1944-45 day by day
(ardennes_manpower_daily.csv). Where to get them: docs/howto/trials.md.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from refight.engine import system as sy
from refight.engine.rollout import refight as engine_refight
from refight.ensemble.desk import Desk
from refight.ensemble.refight import refuse_gap
from refight.errors import UsageError
from refight.trials.battlefield import fields_of
from refight.trials.battles import Battle, Force, number, read_rows
from refight.trials.coefficients import Fit, pool, rows_of
from refight.trials.laws import Daily, Duel, daily_law

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

GERMAN_DAYS = 6  # the last day on which the Germans count as the attacker
ALLIED, GERMAN = 0, 1
FRONT_KM = 130.0  # about, on 16 December 1944; scale only


@dataclass(frozen=True)
class Ardennes:
    """Strength and losses (T, 2) of Allies and Germans, and who attacks."""

    strength: Floats
    lost: Floats
    attacks: Flags


def iwo_jima(folder: Path) -> tuple[Duel, dict[int, float]]:
    """Read Engel's parameters: the first landing and island as a duel, and landings."""
    path = folder / "parameters.csv"
    found = {
        row.get("quantity", ""): number(row, "value", str(path))
        for row in read_rows(path)
    }

    def ask(name: str) -> float:
        value = found.get(name)
        if value is None:
            raise UsageError(f"the quantity {name}", "none", str(path))
        return value

    landings = {
        2: ask("us_landing_day_2_3"),
        5: ask("us_landing_day_5_6"),
    }
    first = ask("us_landing_day_0_1")
    made = Duel(
        attackers=first,
        defenders=ask("japanese_initial"),
        on_attackers=ask("a_japanese_on_us"),
        on_defenders=ask("b_us_on_japanese"),
        days=int(ask("duration")),
        exponent=1.0,
        landings=tuple(landings.items()),
    )
    return made, {0: first, **landings}


def ardennes(folder: Path) -> Ardennes:
    """Read the daily series. Raises UsageError for a blank or a missing column."""
    path = folder / "ardennes_manpower_daily.csv"
    names = (
        "day", "allied_force", "german_force", "allied_casualties", "german_casualties",
    )  # fmt: skip
    rows = []
    for line, row in enumerate(read_rows(path), start=2):
        values = [number(row, name, f"{path}:{line}") for name in names]
        if None in values:
            raise UsageError(
                f"numbers in {', '.join(names)}", "a blank", f"{path}:{line}"
            )
        rows.append(values)
    table = np.array(rows, np.float64)
    attacks = np.zeros((len(table), 2), bool)
    attacks[:, GERMAN] = table[:, 0] <= GERMAN_DAYS
    attacks[:, ALLIED] = ~attacks[:, GERMAN]
    return Ardennes(table[:, 1:3], table[:, 3:5], attacks)


def engine_law(found: Ardennes, fit: Fit, refights: int = 40, seed: int = 1) -> Daily:
    """Fit the same law to the engine's own daily losses at these strengths.

    The Germans attack throughout, on a front of about the length; refights are pooled.
    """
    battle = Battle(
        id=0, year=1944,
        attacker=Force(float(found.strength[0, GERMAN]), None, None),
        defender=Force(float(found.strength[0, ALLIED]), None, None),
        posture=("hasty",), ground=(("rugged", "mixed", ""),), width_km=FRONT_KM,
        wet="wet", sky="overcast", temperature="cold", season="winter",
        scheme="frontal", air=0.0, days=float(len(found.lost)), surprise=None,
    )  # fmt: skip
    (field,) = fields_of(battle)
    strength, lost = [], []
    for r, row in enumerate(rows_of(battle.id, seed, refights)):
        system = field.system(pool(fit.members[r % len(fit.members)], seed).row(row))
        desk = Desk(field.base, system)
        refuse_gap(engine_refight(desk.handle, desk.state_handle, seed, r), 0)
        series = desk.state.series[sy.STEPS_PER_DAY - 1 :: sy.STEPS_PER_DAY]
        toll = series[:, :, [sy.T_KILLED, sy.T_WOUNDED, sy.T_CAPTURED]].sum(axis=2)
        strength.append(series[:, :, sy.T_MEN].copy())
        lost.append(np.diff(toll, axis=0, prepend=0.0))
    both = np.concatenate(strength), np.concatenate(lost)
    return daily_law(*both, np.tile([True, False], (len(both[0]), 1)))
