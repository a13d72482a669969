"""Exchange: a posterior under the group names of ArviZ.

`groups` needs nothing; `to_arviz` needs the extra `plot`. Weighted draws are resampled
to equal ones, one chain; dimensions are chain and draw, then any others.
"""

from inspect import signature
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.errors import UsageError
from refight.inference.calibrate import Posterior
from refight.inference.record import outcomes_of
from refight.inference.sampler import systematic

Floats = NDArray[np.float64]
Groups = dict[str, dict[str, Floats]]


def groups(posterior: Posterior, draws: int = 1000, seed: int = 1) -> Groups:
    """Give posterior, posterior predictive, log likelihood, sample stats, record.

    Parameters are normal scores: their prior is a standard normal.
    """
    sample = posterior.sample
    chance = np.random.default_rng(seed)
    # in no order: the draws of a chain are read as a walk
    picked = chance.permutation(systematic(posterior.weights, draws, seed))
    z = sample.z[picked]
    names = outcomes_of(posterior.likelihood.claims)
    by_outcome = posterior.likelihood.by_outcome(sample.columns)
    return {
        "posterior": _chain(dict(zip(posterior.free, z.T, strict=True))),
        "prior": _chain({e: chance.standard_normal(draws) for e in posterior.free}),
        "posterior_predictive": _chain(
            {name: sample.columns[f"outcome.{name}"][picked] for name in names}
        ),
        "log_likelihood": _chain({e: v[picked] for e, v in by_outcome.items()}),
        "sample_stats": _chain({"log_weight": sample.log_weights[picked]}),
        "observed_data": {
            each.claim: np.array([each.low, each.high])
            for each in posterior.likelihood.claims
        },
    }


def to_arviz(posterior: Posterior, draws: int = 1000, seed: int = 1) -> Any:
    """Give an ArviZ container. Raises UsageError when ArviZ is not installed."""
    try:
        import arviz
    except ImportError as cause:
        hint = "install it with: pip install 'refight[plot]'"
        raise UsageError("ArviZ", "none installed", hint=hint) from cause
    found, make = groups(posterior, draws, seed), arviz.from_dict
    if "posterior" in signature(make).parameters:  # before 1.0: a word for each group
        return make(**found)
    return make(found)


def _chain(found: dict[str, Floats]) -> dict[str, Floats]:
    return {name: values[None] for name, values in found.items()}
