"""Campaign: fitted ranges of combat as priors of an act.

Only the engine's own parameters that a fit has moved are replaced, where the act uses
the common range; a side's own range stays. A range is the middle of the members'.
"""

from dataclasses import replace

import numpy as np

from refight.engine.parameters import PARAMETERS
from refight.ensemble.refight import Prepared
from refight.trials.coefficients import Fit, Range

WHY = "Fitted to other battles by refight trial fit; see docs/explanation/trials.md."


def priors(fit: Fit) -> dict[str, Range]:
    """Return the ranges of the engine's parameters that the members agree to move."""
    names = {name for each in fit.members for name in each.moved} & set(PARAMETERS)
    found = {}
    for name in sorted(names):
        own = [each.estimates[name] for each in fit.members]
        rows = np.array([(each.low, each.best, each.high) for each in own])
        low, best, high = rows.mean(axis=0).tolist()
        found[name] = (low, best, high)
    return found


def with_combat(base: Prepared, fit: Fit) -> Prepared:
    """Put fitted ranges in the place of the common ones of an act."""
    changed = dict(base.estimates)
    for name, (low, best, high) in priors(fit).items():
        own = changed[name]
        changed[name] = replace(
            own, low=low, best=best, high=high, claims=(), assumption=WHY
        )
    return replace(base, estimates=changed)
