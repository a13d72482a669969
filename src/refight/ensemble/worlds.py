"""Worlds: one design refought under many variants of one act, kept as it goes.

Every world has the same draws and the same keyed chance (common random numbers). What
is done is kept in the cache, batch by batch, under names that hold all that decides
the numbers: a stopped study goes on where it was, and a finished one is only read.
Returns outcome columns with axes W world, R refight. Leaves out daily and loss columns.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight import __version__
from refight.ensemble import abroad
from refight.ensemble.design import Design, Indices
from refight.ensemble.keep import read, sources_digest
from refight.ensemble.refight import CAMPAIGN, Prepared, Runner, varied
from refight.ensemble.run import run
from refight.ensemble.store import Ensemble, file_name, save
from refight.files import cache_folder
from refight.manifest import BEHAVIOUR_VERSION, Manifest, digest, now
from refight.scenario.deck import Chances

Floats = NDArray[np.float64]
Progress = Callable[[int, int], None]
Choices = Mapping[str, str]
BATCH = 1024  # refights kept at a time: what a stop can cost, some seconds
PART = 16  # refights of a world handed to a thread at a time, as near as may be
KEPT = "outcome."


@dataclass(frozen=True)
class Worlds:
    """Variants of an act on one design.

    choices  levers set in each world, (W,); none for the act as it was
    fixed    stream -> probabilities (R,) instead of drawn ones
    """

    base: Prepared
    choices: tuple[Choices, ...]
    design: Design
    fixed: Mapping[str, Floats] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Count the refights over all worlds."""
        return len(self.choices) * self.design.count

    @cached_property
    def digest(self) -> str:
        """Hash all that decides the numbers."""
        known = {
            name: [e.low, e.best, e.high, e.rule, e.bounds]
            for name, e in self.base.estimates.items()
        }
        fixed = {name: values.tolist() for name, values in self.fixed.items()}
        levers = [each.model_dump(mode="json") for each in self.base.scenario.levers]
        worlds = [*map(dict, self.choices)]
        act = [self.base.digest, known, levers, sources_digest()]
        return digest([act, worlds, self.design, fixed])


def refight_worlds(
    worlds: Worlds,
    threads: int | None = None,
    progress: Progress | None = None,
    folder: Path | None = None,
) -> dict[str, Floats]:
    """Refight every world, or read what is kept of it; outcome columns (W, R).

    Ctrl-C goes on to the caller; what was done is kept.
    """
    place = cache_folder() / "worlds" if folder is None else folder
    fought: list[Mapping[str, Any]] = []
    size = _size(worlds)
    chances = Chances(
        worlds.design.seed, tuple(worlds.design.draw.tolist()), worlds.fixed
    )
    for start in range(0, len(worlds.choices), size):
        batch = worlds.choices[start : start + size]
        before = start * worlds.design.count
        report = _onward(progress, before, worlds.count)
        fought.append(_batch(worlds, batch, chances, place, threads, report))
    return _stacked(worlds, fought)


def kept_worlds(worlds: Worlds, folder: Path | None = None) -> dict[str, Floats] | None:
    """Read every world if all of it is kept; refight nothing."""
    place = cache_folder() / "worlds" if folder is None else folder
    size = _size(worlds)
    starts = range(0, len(worlds.choices), size)
    lines = [_manifest(worlds, worlds.choices[e : e + size]) for e in starts]
    found = [read(place / file_name(line)) for line in lines]
    parts = [each.columns for each in found if each is not None]
    return _stacked(worlds, parts) if len(parts) == len(found) else None


def _size(worlds: Worlds) -> int:
    return max(1, BATCH // worlds.design.count)


def _stacked(worlds: Worlds, parts: Sequence[Mapping[str, Any]]) -> dict[str, Floats]:
    shape = (len(worlds.choices), worlds.design.count)
    return {
        name: np.concatenate([part[name] for part in parts]).reshape(shape)
        for name in parts[0]
    }


def _batch(
    worlds: Worlds,
    batch: Sequence[Choices],
    chances: Chances,
    place: Path,
    threads: int | None,
    progress: Progress | None,
) -> Mapping[str, Any]:
    line = _manifest(worlds, batch)
    kept = read(place / file_name(line))
    if kept is None:
        fought = _fought(worlds, batch, chances, threads, progress)
        kept = Ensemble(line, fought)
        save(kept, place)
    elif progress is not None:
        progress(kept.count, kept.count)
    return kept.columns


def _fought(
    worlds: Worlds,
    batch: Sequence[Choices],
    chances: Chances,
    threads: int | None,
    progress: Progress | None,
) -> dict[str, Any]:
    """Refight a batch on threads, or where a place has been opened for it."""
    place = abroad.HERE.get()
    if place is not None:
        return abroad.refought(
            worlds.base, batch, worlds.design, worlds.fixed, place, progress
        )
    count = len(batch) * worlds.design.count
    chunk = _chunk(worlds, batch, chances)
    part = PART if len(batch) == 1 else part_of_world(worlds.design.count)
    done = run(chunk, count, threads=threads, chunk=part, progress=progress)
    if done.interrupted:
        raise KeyboardInterrupt
    return done.columns


def part_of_world(refights: int) -> int:
    """Part a world evenly, so that no thread waits long for the last of a batch.

    >>> part_of_world(48), part_of_world(24), part_of_world(13)
    (16, 12, 13)
    """
    parts = max(1, round(refights / PART))
    while refights % parts:
        parts -= 1
    return refights // parts


def _chunk(
    worlds: Worlds, batch: Sequence[Choices], chances: Chances
) -> Callable[[Indices], dict[str, Any]]:
    """Make what refights some points of one world; index = world x R + refight."""
    ready: dict[int, Runner] = {}
    handed_out = dict.fromkeys(range(len(batch)), 0)
    lock = threading.Lock()

    def runner(world: int, rows: Indices) -> Runner:
        with lock:  # worlds are laid out one at a time: Python holds its own lock here
            if world not in ready:
                prepared = varied(worlds.base, batch[world])
                values = chances.values(prepared.compiled.deck)
                ready[world] = Runner(prepared, worlds.design, values)
            handed_out[world] += rows.size
            done = handed_out[world] == worlds.design.count
            # a world's arrays are large: nobody else needs them once all is handed out
            return ready.pop(world) if done else ready[world]

    def chunk(indices: Indices) -> dict[str, Any]:
        world, rows = divmod(indices, worlds.design.count)
        found = runner(int(world[0]), rows)(rows)
        return {name: each for name, each in found.items() if name.startswith(KEPT)}

    return chunk


def _manifest(worlds: Worlds, batch: Sequence[Choices]) -> Manifest:
    scenario, design = worlds.base.scenario, worlds.design
    names = tuple(",".join(f"{k}={v}" for k, v in each.items()) for each in batch)
    return Manifest(
        campaign=CAMPAIGN,
        act=scenario.act,
        version=scenario.version,
        variant=names,
        seed=design.seed,
        draws=design.draws,
        replicates=design.replicates,
        scenario_digest=worlds.digest,
        code_version=__version__,
        behaviour_version=BEHAVIOUR_VERSION,
        created=now(),
    )


def _onward(progress: Progress | None, before: int, wanted: int) -> Progress | None:
    if progress is None:
        return None
    report = progress
    return lambda done, _: report(before + done, wanted)
