"""A simulator that costs nothing, and claims about it whose truth is known.

Two free parameters decide a day, a count and another day; chance adds to each.
"""

import math
from dataclasses import replace

import numpy as np

from refight.inference.likelihood import Likelihood, preset_of
from refight.inference.record import COUNT, DAY, Claimed

HORIZON = 60.0
KINDS = {"day": DAY, "count": COUNT, "other": DAY}
FAMILIES = 3


def simulate(z, first=0, seed=0):
    """Give outcomes of normal scores (R, 2)."""
    chance = np.random.default_rng([seed, first])
    noise = chance.standard_normal((3, len(z)))
    return {
        "outcome.day": np.floor(np.clip(30 + 6 * z[:, 0] + 2 * noise[0], 0, 59)),
        "outcome.count": np.exp(7 + 0.6 * z[:, 1] + 0.2 * noise[1]),
        "outcome.other": np.floor(
            np.clip(20 + 4 * z[:, 0] - 4 * z[:, 1] + 2 * noise[2], 0, 59)
        ),
    }


def claims(truth, chance, preset="default"):
    """Draw claims as the likelihood says that they come about."""
    how = preset_of(preset)
    found = []
    for name, kind in KINDS.items():
        value = truth[f"outcome.{name}"]
        x = math.log(value) if kind == COUNT else value + 0.5
        low, high = how.anywhere if kind == COUNT else (0.0, HORIZON)
        if chance.random() < how.model["silent"]:
            x = chance.uniform(low, high)
        else:
            x += how.model[kind] * chance.standard_normal()
        for family in range(FAMILIES):
            lean = (1 if family == 0 else 0) if kind == COUNT else 0
            bias = how.bias_mean + how.bias_sd * chance.standard_normal()
            said = x + lean * bias + how.perception[kind] * chance.standard_normal()
            if chance.random() < how.gross:
                said = chance.uniform(low, high)
            found.append(claimed(name, kind, family, said, lean))
    return tuple(found)


def claimed(name, kind, family, said, lean=0):
    ends = _cell(kind, said)
    where = f"{name}-{family}"
    return Claimed(where, where, f"f{family}", name, kind, *ends, lean=lean)


def claimed_as(like, name, said):
    """Make a claim of the same family, kind and trust as another."""
    ends = _cell(like.kind, said)
    return replace(like, claim=name, low=ends[0], high=ends[1])


def _cell(kind, said):
    if kind == DAY:
        return math.floor(said), math.floor(said) + 1.0
    return math.floor(said * 20) / 20, math.floor(said * 20) / 20 + 0.05


def likelihood(found, preset="default"):
    return Likelihood(found, preset_of(preset), HORIZON)
