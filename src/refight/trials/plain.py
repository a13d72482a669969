"""Plain forecasts: baselines that know nothing of combat, fitted on other wars.

majority        the share of attackers who won
force ratio     logistic on the logarithm of the force ratio
objective       logistic on all that is recorded at the start
surprise        the same and the code of surprise, which was judged afterwards
constant rates  the usual daily losses of each side in men and tanks, and the usual
                advance, with spread
Each is fitted without the war that it foretells (leave one war out), the penalty chosen
inside. Given ids, it is fitted on those alone.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from refight.trials import logistic
from refight.trials.battlefield import days_of, men_of
from refight.trials.battles import Battle, Battles, refuse_one_war
from refight.trials.forecasts import ADVANCE, EXTRA, LEVELS, PARTS, TANKS, Forecasts
from refight.trials.score import log_loss

Floats = NDArray[np.float64]

MAJORITY, RATIO, OBJECTIVE, SURPRISE = (
    "majority", "force ratio", "objective", "objective and surprise",
)  # fmt: skip
PENALTIES = (1.0, 3.0, 10.0, 30.0, 100.0)
CLASSES = {
    "posture": ("hasty", "prepared", "fortified"),
    "relief": ("flat", "rugged"),
    "cover": ("bare", "desert", "wooded"),
    "season": ("spring", "autumn", "winter"),
    "temperature": ("cold", "hot"),
}


def plain(battles: Battles, kind: str) -> Forecasts:
    """Foretell each battle from the other wars."""
    won = _won(battles)
    columns = _columns(battles.inputs, kind)
    parts = _parts(battles)
    chance = np.empty(len(won))
    quantiles = np.empty((len(won), len(PARTS), len(LEVELS)))
    refuse_one_war(battles)
    wars = battles.wars
    for war in np.unique(wars):
        held, rest = wars == war, (wars != war) & ~np.isnan(won)
        chance[held] = _foretold(columns, won, wars, rest, held, kind)
        other = parts[wars != war]
        quantiles[held] = _usual(battles.chosen(held).inputs, other)
    return Forecasts(tuple(each.id for each in battles.inputs), chance, quantiles)


def _foretold(
    columns: Floats, won: Floats, wars: NDArray[np.str_], rest: Floats, held: Floats,
    kind: str,
) -> Floats:  # fmt: skip
    if kind == MAJORITY or not rest.any():
        share = float(won[rest].mean()) if rest.any() else 0.5
        return np.full(int(held.sum()), share)
    penalty = _penalty(columns[rest], won[rest], wars[rest]) if kind != RATIO else 1e-3
    return _fitted(columns[rest], won[rest], penalty)(columns[held])


def _fitted(columns: Floats, won: Floats, penalty: float) -> Callable[[Floats], Floats]:
    """Fill blanks with the mean and standardise, both by the rows fitted on.

    A column that is blank in all of them tells nothing and is left out.
    """
    told = ~np.isnan(columns).all(axis=0)
    columns = columns[:, told]
    mean = np.nanmean(columns, axis=0)
    spread = np.nanstd(columns, axis=0)
    spread[spread == 0] = 1.0

    def ready(rows: Floats) -> Floats:
        return np.asarray((np.where(np.isnan(rows), mean, rows) - mean) / spread)

    found = logistic.fit(ready(columns), won, penalty)
    return lambda rows: found.chance(ready(rows[:, told]))


def _penalty(columns: Floats, won: Floats, wars: NDArray[np.str_]) -> float:
    """Choose the penalty by leaving out each war of those fitted on."""

    def loss(penalty: float) -> float:
        total = 0.0
        for war in np.unique(wars):
            held = wars == war
            if held.all():
                return 0.0
            model = _fitted(columns[~held], won[~held], penalty)
            total += float(log_loss(model(columns[held]), won[held]).sum())
        return total

    return min(PENALTIES, key=loss)


def _columns(battles: Sequence[Battle], kind: str) -> Floats:
    """Return what a baseline is told, (B, k); NaN where not recorded."""
    ratio = np.array([[math.log(a / d)] for a, d in map(men_of, battles)])
    if kind in (MAJORITY, RATIO):
        return ratio
    rest = np.array([_told(each) for each in battles])
    told = np.column_stack([ratio, rest])
    if kind == SURPRISE:
        code = [math.nan if b.surprise is None else b.surprise for b in battles]
        told = np.column_stack([told, code])
    return told


def _told(battle: Battle) -> list[float]:
    a, d = men_of(battle)
    width = battle.width_km or math.nan
    said = {
        "posture": battle.posture[0],
        "relief": battle.ground[0][0] if battle.ground else "",
        "cover": battle.ground[0][1] if battle.ground else "",
        "season": battle.season,
        "temperature": battle.temperature,
    }
    flags = [float(said[k] == v) for k, values in CLASSES.items() for v in values]
    return [
        math.log(d),
        _ratio(battle.attacker.tanks, battle.defender.tanks),
        _ratio(battle.attacker.guns, battle.defender.guns),
        _per(battle.attacker.tanks, a), _per(battle.defender.tanks, d),
        _per(battle.attacker.guns, a), _per(battle.defender.guns, d),
        math.log(d / width), math.log(width),
        math.nan if battle.air is None else battle.air,
        float(len(battle.posture) > 1), float(battle.wet == "wet"),
        float(battle.scheme == "frontal"), (battle.year - 1940) / 10, *flags,
    ]  # fmt: skip


def _ratio(one: float | None, other: float | None) -> float:
    if one is None or other is None:
        return math.nan
    return math.log((one + 1) / (other + 1))


def _per(vehicles: float | None, men: float) -> float:
    return math.nan if vehicles is None else math.log1p(1000 * vehicles / men)


def _won(battles: Battles) -> Floats:
    return np.array(
        [math.nan if each.won is None else float(each.won) for each in battles.records]
    )


def _parts(battles: Battles) -> Floats:
    """Return the six parts as constant rates see them, (B, 6).

    ln daily loss rates, asinh of the advance, ln exchange ratio, ln daily loss rates of
    tanks.
    """
    rows = []
    for battle, record in zip(battles.inputs, battles.records, strict=True):
        days = days_of(battle)
        lost = (record.attacker_lost, record.defender_lost)
        tanks = (record.attacker_tanks_lost, record.defender_tanks_lost)
        men = men_of(battle)
        rates = [_rate(n, each * days) for n, each in zip(lost, men, strict=True)]
        wrecks = [
            _rate(n, each * days) for n, each in zip(tanks, _tanks(battle), strict=True)
        ]
        advance = record.advance
        gained = math.nan if advance is None else math.asinh(advance)
        rows.append([*rates, gained, _ratio(lost[1], lost[0]), *wrecks])
    return np.array(rows)


def _rate(lost: float | None, days: float) -> float:
    """Return the logarithm of what is lost of one in a day."""
    if lost is None or days <= 0.0:
        return math.nan
    return math.log(max(lost, 1.0) / days)


def _tanks(battle: Battle) -> tuple[float, float]:
    return battle.attacker.tanks or 0.0, battle.defender.tanks or 0.0


def _usual(battles: Sequence[Battle], others: Floats) -> Floats:
    """Return quantiles from usual daily rates, (B, 6, 5): normal on their scales.

    NaN for a part of which the others record nothing.
    """
    z = np.array([-1.6448536, -0.6744898, 0.0, 0.6744898, 1.6448536])
    mean, spread = np.full((2, len(PARTS)), math.nan)
    told = ~np.isnan(others).all(axis=0)
    mean[told] = np.nanmean(others[:, told], axis=0)
    spread[told] = np.nanstd(others[:, told], axis=0)
    marks = mean[:, None] + spread[:, None] * z
    days = np.array([days_of(each) for each in battles])[:, None]
    men = np.array([men_of(each) for each in battles]) * days
    tanks = np.array([_tanks(each) for each in battles]) * days
    lost = np.exp(marks[None, :2]) * men[:, :, None]
    wrecks = np.exp(marks[None, TANKS:]) * tanks[:, :, None]
    same = np.stack([np.sinh(marks[ADVANCE]), np.exp(marks[EXTRA])])
    both = np.broadcast_to(same, (len(battles), *same.shape))
    return np.concatenate([lost, both, wrecks], axis=1)
