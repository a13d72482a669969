"""Forecasts: what refights say of a battle, as chances and quantiles.

The form is that of the blind scoring: a chance that the attacker wins, and five
quantiles of each side's casualties and of the advance per day. Each refight is judged
won or not by the rule that records were judged by (see verdict).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from refight.errors import UsageError
from refight.files import write_atomic
from refight.scenario.deck import key_of
from refight.trials.battlefield import days_of
from refight.trials.battles import Battle, number, read_rows
from refight.trials.coefficients import Fit
from refight.trials.fight import Fought
from refight.trials.verdict import Verdict

Floats = NDArray[np.float64]

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
# exr: defender's loss over attacker's; blind scoring does not ask for the last three
PARTS = ("att_cas", "def_cas", "adv", "exr", "att_tanks", "def_tanks")
ADVANCE, EXTRA, TANKS = 2, 3, 4  # places in PARTS
COLUMNS = tuple(f"{part}_q{round(100 * q):02d}" for part in PARTS for q in LEVELS)
DIGITS = 6
RECORD_LOSSES, RECORD_ADVANCE = "trial.record.error", "trial.record.advance"


@dataclass(frozen=True)
class Forecasts:
    """One row a battle: chance (B,), and quantiles (B, 6, 5) of PARTS at LEVELS.

    Casualties and tanks lost over the whole battle; the advance in km a day. A
    quantile may be NaN where nothing could be foretold; a chance may not.
    """

    ids: tuple[int, ...]
    won: Floats
    quantiles: Floats

    def __post_init__(self) -> None:
        """Refuse what is no chance: means would leave it out and look better."""
        odd = ~((self.won >= 0) & (self.won <= 1))
        if odd.any():
            first = int(np.argmax(odd))
            found = f"{self.won[first]} of battle {self.ids[first]}"
            raise UsageError("a chance from 0 to 1 for each battle", found)

    def of(self, ids: Sequence[int]) -> "Forecasts":
        """Put the rows of these ids in this order."""
        at = {each: n for n, each in enumerate(self.ids)}
        rows = [at[each] for each in ids]
        return Forecasts(tuple(ids), self.won[rows], self.quantiles[rows])


@dataclass(frozen=True)
class Samples:
    """Refights on the scales of the scores.

    true    (5, B, R): ln casualties of both sides, asinh of the advance in km a day,
            ln (1 + tanks lost) of both sides
    noise   (5, B, R), standard normal, for what a record says beside it
    error   spread of recorded losses, and of the advance: numbers, or one a refight
    """

    true: Floats
    noise: Floats
    error: tuple[Floats | float, Floats | float]

    @property
    def came(self) -> Floats:
        """Return the advance and ln of the exchange ratio as they came, (2, B, R)."""
        return np.stack([self.true[ADVANCE], self.true[1] - self.true[0]])

    @property
    def parts(self) -> Floats:
        """Return PARTS as they would be recorded, (6, B, R)."""
        lost, gained = self.error
        read = self.true + lost * self.noise
        read[ADVANCE] = self.true[ADVANCE] + gained * self.noise[ADVANCE]
        tanks = np.maximum(read[ADVANCE + 1 :], 0.0)
        return np.concatenate([read[: ADVANCE + 1], read[1:2] - read[:1], tanks])


def samples(
    battles: Sequence[Battle], fought: Fought, fit: Fit, seed: int = 1
) -> Samples:
    """Put refights on the scales of the scores."""
    size = fought.advance.shape[1]
    days = np.array([days_of(each) for each in battles], np.float64)[:, None]
    lost = [fought.attacker_lost, fought.defender_lost]
    true = [
        *(np.log(np.maximum(each, 1.0)) for each in lost),
        np.arcsinh(fought.advance / days),
        *(np.log1p(each) for each in (fought.attacker_tanks, fought.defender_tanks)),
    ]
    noise = np.stack([_noise(each.id, seed, size) for each in battles], axis=1)
    error = fit.best(RECORD_LOSSES, size), fit.best(RECORD_ADVANCE, size)
    return Samples(np.stack(true), noise, error)


def forecasts(
    battles: Sequence[Battle], fought: Fought, fit: Fit, seed: int = 1
) -> Forecasts:
    """Turn refights into forecasts."""
    drawn = samples(battles, fought, fit, seed)
    size = drawn.noise.shape[2]
    chance = Verdict.of(fit.members[0]).chance(drawn.came)
    marks = np.quantile(drawn.parts, LEVELS, axis=2)  # (5, 6, B)
    advance, tanks = np.sinh(marks[:, ADVANCE]), np.expm1(marks[:, TANKS:])
    marks = np.exp(marks)
    marks[:, ADVANCE], marks[:, TANKS:] = advance, tanks
    won = (chance * size + 0.5) / (size + 1.0)
    return Forecasts(tuple(each.id for each in battles), won, marks.transpose(2, 1, 0))


def write_forecasts(made: Forecasts, path: Path) -> None:
    """Write forecasts as the table that blind scoring reads."""
    lines = [",".join(("id", "p_win", *COLUMNS))]
    for row, battle in enumerate(made.ids):
        numbers = [made.won[row], *made.quantiles[row].ravel()]
        lines.append(",".join([str(battle), *(f"{x:.{DIGITS}g}" for x in numbers)]))
    write_atomic(path, ("\n".join(lines) + "\n").encode())


def read_forecasts(path: Path) -> Forecasts:
    """Read such a table. Raises UsageError with the line for what is not one."""
    rows = read_rows(path)
    for name in ("id", "p_win", *COLUMNS[: EXTRA * len(LEVELS)]):
        if name not in rows[0]:
            raise UsageError(f"the column {name}", "a table without it", str(path))
    numbers = np.array([_numbers(row, f"{path}:{n}") for n, row in enumerate(rows, 2)])
    ids = tuple(int(each) for each in numbers[:, 0])
    if len(set(ids)) < len(ids):
        raise UsageError("each id once", "one twice", str(path))
    for line, chance in enumerate(numbers[:, 1], 2):
        if not 0 <= chance <= 1:
            raise UsageError("p_win from 0 to 1", str(chance), f"{path}:{line}")
    ordered = np.sort(numbers[:, 2:].reshape(-1, len(PARTS), len(LEVELS)), axis=2)
    return Forecasts(ids, numbers[:, 1], ordered)


def _numbers(row: Mapping[str, str], where: str) -> list[float]:
    found = []
    for n, name in enumerate(("id", "p_win", *COLUMNS)):
        value = number(row, name, where)
        if value is None and n < 2 + EXTRA * len(LEVELS):
            raise UsageError(f"a number in {name}", "a blank", where)
        found.append(float("nan") if value is None else value)
    return found


def _noise(battle: int, seed: int, refights: int) -> Floats:
    key = key_of(seed, f"trial/{battle}/record")
    return np.random.Generator(np.random.Philox(key=key)).standard_normal((5, refights))
