"""Folds: each war foretold by what the others teach, and no other way.

Candidates are refought once; for each war the choice among them, and the objective,
rest on the other wars alone. The wars of the nearest equipment take no part in any fit.
What the left-out war has done helps to say which candidates were visited at all; blind
rows do not even do that.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from refight.ensemble.bench import calibrate
from refight.ensemble.run import Progress
from refight.trials.battles import ARAB_ISRAELI, Battles, refuse_one_war
from refight.trials.coefficients import Fit
from refight.trials.fit import Bank, Plan, chosen, search
from refight.trials.forecasts import Forecasts
from refight.trials.trial import Asked, foretell, to_fit

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Folded:
    """Forecasts of every battle, each war left out of its own, and the whole fit.

    surprise  the same with the code of surprise (hindsight)
    loops     CPU time of the headline forecasts, in calibration loops a refight
    seconds   the same in CPU seconds, all of them
    """

    made: Forecasts
    surprise: Forecasts
    fit: Fit
    loops: float
    seconds: float


def fold(
    battles: Battles, plan: Plan, asked: Asked, progress: Progress | None = None,
    folder: Path | None = None,
) -> Folded:  # fmt: skip
    """Foretell each war from the others, without and with surprise."""
    taught = to_fit(battles)
    refuse_one_war(taught)
    bank = search(taught, plan, asked.threads, progress, folder)
    fits = _fits(bank, taught, plan)
    ask = _by_war(battles, fits, progress)
    start = time.process_time()
    made = ask(asked)
    seconds = time.process_time() - start
    refights = asked.refights * len(battles.inputs)
    return Folded(
        made=made,
        surprise=ask(replace(asked, surprise=True)),
        fit=fits[ARAB_ISRAELI],
        loops=seconds / refights / calibrate(),
        seconds=seconds,
    )


def _fits(bank: Bank, taught: Battles, plan: Plan) -> dict[str, Fit]:
    """Give each war the fit of the others; the war never fitted on, that of all."""
    wars = taught.wars
    found = {ARAB_ISRAELI: chosen(bank, taught, plan)}
    for war in np.unique(wars):
        rest = wars != war
        found[str(war)] = chosen(bank.of(rest), taught.chosen(rest), plan)
    return found


def _by_war(
    battles: Battles, fits: dict[str, Fit], progress: Progress | None
) -> Callable[[Asked], Forecasts]:
    def ask(asked: Asked) -> Forecasts:
        parts = []
        for war, fit in fits.items():
            here = battles.chosen(each.war == war for each in battles.groups)
            if here.inputs:
                parts.append(foretell(here, fit, asked, progress))
        whole = Forecasts(
            tuple(each for part in parts for each in part.ids),
            np.concatenate([part.won for part in parts]),
            np.concatenate([part.quantiles for part in parts]),
        )
        return whole.of([each.id for each in battles.inputs])

    return ask
