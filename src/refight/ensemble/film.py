"""Film: one refight step by step, and who holds each cell day by day in many.

`film` repeats one replicate exactly, as `rerun` does, and keeps what a map needs at
the end of each step. `watched` refights many times and keeps, beside the columns of an
ensemble, control of cells and state of crossings at the end of each day.
Axes: R refight, T step, D day, F unit, C cell, X crossing.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.compiler import mark_warm, pack
from refight.engine import system as sy
from refight.engine.rollout import stretch, workspace
from refight.ensemble.design import Design
from refight.ensemble.desk import Desk
from refight.ensemble.refight import (
    Prepared,
    Progress,
    Replay,
    Runner,
    manifest,
    refuse_gap,
    replay_of,
)
from refight.ensemble.run import run
from refight.ensemble.store import Ensemble
from refight.scenario.deck import draw

Bytes = NDArray[np.uint8]


@dataclass(frozen=True)
class Film:
    """One refight, with the state at the end of each step."""

    replay: Replay
    stance: Bytes  # (T, F) as ordered
    cut: NDArray[np.bool_]  # (T, F) without a supply route
    moved: NDArray[np.bool_]  # (T, F) in this step
    fought: NDArray[np.bool_]  # (T, F) in this step
    control: Bytes  # (T, C) side
    bridge: Bytes  # (T, X) state of the crossing
    series: NDArray[np.float64]  # (T, S, SERIES)
    phases: NDArray[np.int64]  # (S, P, 3) step begun, step ended, how
    seen: NDArray[np.int64]  # (V,) first step each watched thing was true


@dataclass(frozen=True)
class Watched:
    """Many refights, and how often Iran held each cell at the end of each day."""

    ensemble: Ensemble
    held: NDArray[np.float64]  # (D, C) share of refights
    bridge: NDArray[np.float64]  # (D, X) share in which the crossing is a bridge


def film(prepared: Prepared, seed: int, replicate: int) -> Film:
    """Refight one replicate exactly as in the ensemble, looking at every step."""
    values = draw(prepared.compiled.deck, seed, [replicate])[0]
    system = prepared.compiled.system(values)
    state = workspace(system, recording=True)
    handles = pack(system), pack(state)
    steps = int(system.clock[0])
    kept = _empty(steps, state)
    for step in range(steps):
        gap = stretch(*handles, seed, replicate, step, step + 1)
        refuse_gap(gap, replicate)
        _look(kept, step, state)
    mark_warm()
    return Film(
        replay=replay_of(prepared, system, state),
        series=state.series,
        phases=state.phases,
        seen=state.seen,
        **kept,
    )


def watched(
    prepared: Prepared,
    design: Design,
    threads: int | None = None,
    progress: Progress | None = None,
) -> Watched:
    """Refight the points of a design and keep who holds what at the end of each day."""
    watcher = Watcher(prepared, design)
    done = run(watcher, design.count, threads=threads, progress=progress)
    mark_warm()
    return Watched(
        ensemble=Ensemble(manifest(prepared, design, done.count), done.columns),
        held=watcher.held / watcher.seen,
        bridge=watcher.bridge / watcher.seen,
    )


class Watcher(Runner):
    """Runs chunks of refights day by day and counts who holds what each evening.

    Counts are sums of whole numbers: they hang on neither threads nor chunks.
    """

    def __init__(self, prepared: Prepared, design: Design) -> None:
        """Draw the estimates of every refight; begin to count at nothing."""
        super().__init__(prepared, design)
        base = prepared.compiled.base
        self.days = int(base.clock[0]) // sy.STEPS_PER_DAY
        self.held = np.zeros((self.days, base.control.size), np.int64)
        self.bridge = np.zeros((self.days, base.bridge.size), np.int64)
        self.seen = 0
        self.lock = threading.Lock()

    def fight(self, desk: Desk, seed: int, replicate: int) -> int:
        """Refight once, looking at the end of each day."""
        gap = 0
        held, bridge = np.empty_like(self.held), np.empty_like(self.bridge)
        for day in range(self.days):
            first, last = day * sy.STEPS_PER_DAY, (day + 1) * sy.STEPS_PER_DAY
            handles = desk.handle, desk.state_handle
            gap = stretch(*handles, seed, replicate, first, last)
            held[day] = desk.state.control
            bridge[day] = desk.state.bridge == sy.BRIDGE
        with self.lock:
            self.held += held
            self.bridge += bridge
            self.seen += 1
        return gap


def _empty(steps: int, state: sy.State) -> dict[str, Any]:
    units, cells = state.cell.size, state.control.size
    return {
        "stance": np.empty((steps, units), np.uint8),
        "cut": np.empty((steps, units), np.bool_),
        "moved": np.empty((steps, units), np.bool_),
        "fought": np.empty((steps, units), np.bool_),
        "control": np.empty((steps, cells), np.uint8),
        "bridge": np.empty((steps, state.bridge.size), np.uint8),
    }


def _look(kept: Mapping[str, Any], step: int, state: sy.State) -> None:
    """Copy what the state says at the end of a step; `busy` has the last steps."""
    kept["stance"][step] = state.stance
    kept["fought"][step] = state.busy[:, 0] == step
    kept["moved"][step] = state.busy[:, 1] == step
    kept["cut"][step] = state.busy[:, 2] > 0
    kept["control"][step] = state.control
    kept["bridge"][step] = state.bridge
