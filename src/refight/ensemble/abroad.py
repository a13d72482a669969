"""Abroad: worlds refought at another place, part by part.

Whoever opens a place with `at` has all worlds refought there: causes, rounds of a
calibration, checks. A part is sent as what names it (act, levers, points, fixed
probabilities); the worker lays the act out itself, and refuses when its code, data or
arithmetic are not those of the sender.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.ensemble.design import Design, part_of
from refight.ensemble.place import Calls, Place
from refight.ensemble.refight import Prepared, Runner
from refight.ensemble.study.chunk import LOCK, first_refight, laid_out, trusted
from refight.ensemble.study.plan import Plan, planned
from refight.scenario.deck import Chances

Floats = NDArray[np.float64]
Progress = Callable[[int, int], None]
Choices = Mapping[str, str]
PART = 64  # refights sent at a time: about a second
KEPT = "outcome."

HERE: ContextVar[Place | None] = ContextVar("place", default=None)


@contextmanager
def at(place: Place) -> Iterator[None]:
    """Have worlds refought at a place while a block runs."""
    token = HERE.set(place)
    try:
        yield
    finally:
        HERE.reset(token)


@dataclass(frozen=True)
class Part:
    """Some points of one world; the plan holds its levers only.

    whole  return daily columns and losses too
    """

    plan: Plan
    design: Design
    world: int
    start: int
    fixed: Mapping[str, Floats] = field(default_factory=dict)
    whole: bool = False


def fight_part(part: Part) -> dict[str, Any]:
    """Refight one part; return its outcome columns, (n,), or all of them."""
    with LOCK:
        trusted(part.plan)
        prepared = laid_out(part.plan)
    draws = tuple(part.design.draw.tolist())
    chances = Chances(part.design.seed, draws, part.fixed)
    values = chances.values(prepared.compiled.deck)
    found = Runner(prepared, part.design, values)(np.arange(part.design.count))
    if part.whole:
        return found
    return {name: each for name, each in found.items() if name.startswith(KEPT)}


def refought(
    base: Prepared,
    batch: Sequence[Choices],
    design: Design,
    fixed: Mapping[str, Floats],
    place: Place,
    progress: Progress | None = None,
    whole: bool = False,
) -> dict[str, Any]:
    """Refight some worlds at a place; columns (W x R, ...), world by world.

    Those of outcomes, unless the whole of them is wanted.
    """
    count, done = len(batch) * design.count, 0
    columns: dict[str, Any] = {}
    parts = _parts(base, batch, design, fixed, whole)
    for part, found in Calls(place, fight_part, parts).done():
        begin = part.world * design.count + part.start
        for name, each in found.items():
            shape = (count, *each.shape[1:])
            column = columns.setdefault(name, np.empty(shape, each.dtype))
            column[begin : begin + len(each)] = each
        done += part.design.count
        if progress is not None:
            progress(done, count)
    return columns


def _parts(
    base: Prepared,
    batch: Sequence[Choices],
    design: Design,
    fixed: Mapping[str, Floats],
    whole: bool,
) -> Iterator[Part]:
    first = first_refight(base, design.seed)
    for world, choices in enumerate(batch):
        levers = tuple(f"{lever}={level}" for lever, level in sorted(choices.items()))
        plan = planned(
            base, base.scenario.act, (levers,), design.count, first, seed=design.seed
        )
        for start in range(0, design.count, PART):
            stop = min(start + PART, design.count)
            cut = {name: each[start:stop] for name, each in fixed.items()}
            yield Part(plan, part_of(design, start, stop), world, start, cut, whole)
