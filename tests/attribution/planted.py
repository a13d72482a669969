"""A campaign whose shares are known: outcomes are written down, not refought.

The day is a sum of what each cause takes off it, an interaction of two causes, and
noise that all worlds of a seed share; the city falls when the day comes within the act.
"""

from dataclasses import dataclass

import numpy as np

from refight.attribution.causes import Cause, Causes, Group
from refight.attribution.factorial import shared_out
from refight.scenario.model import Level, Lever
from tests.report import fake

NAMES = ("belief", "numbers", "supply", "nothing")
DAYS = np.array([-6.0, -3.0, 2.0, 0.0])  # what each takes off the day, alone
BOTH = -4.0  # more where belief and numbers meet
# half of the interaction goes to each of the two
TRUTH = DAYS + np.array([BOTH / 2, BOTH / 2, 0.0, 0.0])


@dataclass(frozen=True)
class Planted:
    causes: Causes
    columns: dict


def cause(name):
    level = Level(words=f"{name} is there")
    lever = Lever(
        id=name,
        title=name,
        factual="was",
        absent="none",
        levels={"was": level, "none": Level(words=f"no {name}")},
    )
    return Cause(name, lever, "none", rows=(8,))


def campaign(seeds, seed=1):
    """Write down the outcomes of every world."""
    causes = Causes(
        act="fall",
        causes=tuple(map(cause, NAMES)),
        groups=(Group("pair", ("belief", "numbers"), "They meet."),),
        scales=("by-record", "within-act", "fall-date"),
        refights=16 * seeds,
    )
    chance = np.random.default_rng(seed)
    shared = chance.normal(0, 3, seeds)
    sizes = 1 + chance.normal(0, 0.3, (len(NAMES), seeds))
    day = np.array([40 + shared + _moved(world, sizes) for world in range(16)])
    columns = {name: np.zeros((16, seeds)) for name in fake.columns(1)}
    return Planted(causes, columns | {"outcome.fall-date": day})


def factorial(seeds, seed=1):
    planted = campaign(seeds, seed)
    return shared_out(fake.prepared(), planted.causes, planted.columns, seed)


def _moved(world, sizes):
    there = [(world >> bit) & 1 for bit in range(len(NAMES))]
    day = sum(
        is_there * days * size
        for is_there, days, size in zip(there, DAYS, sizes, strict=True)
    )
    return day + there[0] * there[1] * BOTH
