"""Design: which refights to run.

A refight is named by two numbers: its *draw* (one set of values for everything
that the evidence leaves uncertain) and its *replicate* (the chance of battle).
Axis: R refight. Two designs that are equal have common random numbers, so that a
variant run on the same design differs only where it was changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from refight.errors import UsageError

Indices = NDArray[np.int64]
Variant = tuple[str, ...]  # "lever=level"

MOST = 10**9  # refights that anybody could wait for: weeks of a hundred cores
LARGEST_SEED = 2**32 - 1  # half of the key of the engine's random streams


@dataclass(frozen=True)
class Design:
    """Draws x replicates under one seed.

    Refight i has draw `draw[i]` and replicate `replicate[i]`. Draws take turns and
    replicates count up, so a longer run begins with the shorter one, and no two
    refights share the chance of battle.
    """

    seed: int
    draws: int  # different draws
    replicates: int  # refights of each draw
    first: int = 0  # index of the first draw

    def __post_init__(self) -> None:
        """Refuse counts and seeds that mean nothing."""
        _at_least("draws", self.draws, 1)
        _at_least("replicates", self.replicates, 1)
        _at_least("first draw", self.first, 0)
        _at_least("seed", self.seed, 0)
        if self.draws * self.replicates + self.first > MOST:
            found = f"{self.draws * self.replicates:,}"
            raise UsageError(f"at most {MOST:,} refights", found, hint="ask for fewer")
        if self.seed > LARGEST_SEED:
            hint = "any whole number up to that will do"
            raise UsageError(
                f"a seed of at most {LARGEST_SEED}", str(self.seed), hint=hint
            )

    @property
    def count(self) -> int:
        """Count the refights."""
        return self.draws * self.replicates

    @property
    def draw(self) -> Indices:
        """Give the draw of each refight, (R,)."""
        return self.first + np.arange(self.count, dtype=np.int64) % self.draws

    @property
    def replicate(self) -> Indices:
        """Give the replicate of each refight, (R,)."""
        return self.first + np.arange(self.count, dtype=np.int64)

    def point(self, index: int) -> tuple[int, int]:
        """Name one refight by (draw, replicate), to run it again alone."""
        if not 0 <= index < self.count:
            raise UsageError(
                f"a refight from 0 to {self.count - 1}",
                str(index),
                hint="choose one of the refights of this ensemble",
            )
        return self.first + index % self.draws, self.first + index


@dataclass(frozen=True)
class Chosen(Design):
    """Some refights of a fresh design: number n has draw n and replicate n + luck.

    luck  0 for the chance of battle that each had, else that of none of the design
    """

    points: tuple[int, ...] = ()
    luck: int = 0

    def point(self, index: int) -> tuple[int, int]:
        """Name one refight by (draw, replicate)."""
        super().point(index)  # refuses what is not there
        return self.points[index], self.points[index] + self.luck

    @property
    def draw(self) -> Indices:
        """Give the draw of each refight, (R,)."""
        return np.array(self.points, np.int64)

    @property
    def replicate(self) -> Indices:
        """Give the replicate of each refight, (R,)."""
        return np.array(self.points, np.int64) + self.luck


@dataclass(frozen=True)
class Arm:
    """One variant of a comparison, on the design that it shares with the others."""

    variant: Variant
    design: Design


def fresh(count: int, seed: int, first: int = 0) -> Design:
    """Make every refight one fresh draw: draw i goes with replicate i.

    >>> fresh(3, seed=1).draw.tolist()
    [0, 1, 2]
    """
    return Design(seed=seed, draws=count, replicates=1, first=first)


def fixed(draw: int, count: int, seed: int) -> Design:
    """Refight one draw many times: what is left is the chance of battle.

    The first of them is refight `draw` of a fresh design.

    >>> fixed(7, count=3, seed=1).replicate.tolist()
    [7, 8, 9]
    """
    return Design(seed=seed, draws=1, replicates=count, first=draw)


def chosen(points: Iterable[int], seed: int, luck: int = 0) -> Chosen:
    """Pick some refights of a fresh design out, to refight them in other worlds.

    >>> chosen([7, 3], seed=1).draw.tolist()
    [7, 3]
    """
    kept = tuple(points)
    return Chosen(seed=seed, draws=len(kept), replicates=1, points=kept, luck=luck)


def part_of(design: Design, start: int, stop: int) -> Design:
    """Give refights start to stop - 1 as a design of their own.

    Raises UsageError for a design that repeats its draws.

    >>> part_of(fresh(9, seed=1), 3, 5).replicate.tolist()
    [3, 4]
    """
    if isinstance(design, Chosen):
        return chosen(design.points[start:stop], design.seed, design.luck)
    if design.replicates > 1:
        hint = "run it on threads"
        raise UsageError("a design of fresh draws", "repeated draws", hint=hint)
    return fresh(stop - start, design.seed, design.first + start)


def paired(design: Design, variants: Iterable[Iterable[str]]) -> tuple[Arm, ...]:
    """Put several variants on one design; the factual one is the empty variant.

    Raises UsageError when two variants are the same.

    >>> [arm.variant for arm in paired(fresh(2, seed=1), [(), ("belief=accurate",)])]
    [(), ('belief=accurate',)]
    """
    arms = tuple(Arm(tuple(sorted(each)), design) for each in variants)
    seen: set[Variant] = set()
    for arm in arms:
        if arm.variant in seen:
            name = ", ".join(arm.variant) or "the factual variant"
            raise UsageError("different variants", f"{name} twice", hint="remove one")
        seen.add(arm.variant)
    return arms


def _at_least(name: str, value: int, least: int) -> None:
    if value < least:
        hint = f"give {least} or more"
        raise UsageError(f"{name} of at least {least}", str(value), hint=hint)
