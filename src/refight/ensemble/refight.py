"""Refight: an act, prepared once, fought many times, and any one of them again.

`prepare` reads and checks an act; `refight` runs an ensemble; `rerun` repeats one
replicate exactly and keeps its events and its trace.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight import __version__, files
from refight.compiler import mark_warm
from refight.engine import system as sy
from refight.engine.rollout import refight as engine_refight
from refight.engine.rollout import workspace
from refight.ensemble.design import Design, fresh
from refight.ensemble.desk import Desk, Draws
from refight.ensemble.run import RunChunk, refuse_too_many, run
from refight.ensemble.store import Ensemble
from refight.ensemble.told import Assumed, AsTold, as_told, assumptions_of
from refight.errors import EnsembleError, ScenarioError, UsageError, suggest
from refight.evidence.archive import Archive
from refight.evidence.estimate import Estimate, read_estimates
from refight.ground.grid import Ground, load
from refight.manifest import BEHAVIOUR_VERSION, Manifest, digest, now
from refight.scenario.check import check
from refight.scenario.compile import Compiled, compiled
from refight.scenario.deck import draw
from refight.scenario.model import Scenario
from refight.scenario.outcomes import Observed, columns
from refight.scenario.read import read_traced, scenario_path
from refight.scenario.variant import named, replaced, vary

CAMPAIGN = "khorramshahr"
VERSIONS = ("recorded", "told")
Progress = Callable[[int, int], None]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Prepared:
    """An act ready to be refought."""

    scenario: Scenario
    archive: Archive
    ground: Ground
    estimates: Mapping[str, Estimate]
    variant: tuple[str, ...]
    streams: Mapping[str, str]
    told: AsTold | None = None  # how the act as told was made; none as recorded

    @cached_property
    def compiled(self) -> Compiled:
        """The engine's arrays."""
        laid_out = compiled(
            self.scenario, self.archive, self.ground, self.estimates, self.streams
        )
        if self.told is not None:
            own, strengths = laid_out.deck.own, self.told.strengths
            own.update({name: strengths[name] for name in own if name in strengths})
        return laid_out

    @cached_property
    def assumed(self) -> tuple[Assumed, ...]:
        """What the account made it necessary to assume; nothing as recorded."""
        if self.told is None:
            return ()
        return assumptions_of(self.told, self.compiled.deck.own)

    @cached_property
    def digest(self) -> str:
        """The digest of all that shapes a refight: scenario, estimates and ground."""
        deck = self.compiled.deck.own
        values = {name: [e.low, e.best, e.high, e.rule] for name, e in deck.items()}
        ground = [self.ground.cells, self.ground.terrain.tolist()]
        return digest([self.scenario.model_dump(mode="json"), values, ground])


@dataclass(frozen=True)
class Replay:
    """One refight in full."""

    events: NDArray[np.int64]  # (E, 6)
    trace: NDArray[np.float64]  # (T, F, 6)
    outcomes: dict[str, float]
    scenario: Scenario
    ground: Ground
    units: tuple[str, ...]
    losses: NDArray[np.int64]  # (F, cause, kind)
    system: sy.System


def prepare(
    act: str, version: str = "recorded", choices: Mapping[str, str] | None = None
) -> Prepared:
    """Read an act of the shipped campaign, as recorded or as told, varied as chosen.

    Raises UsageError for an unknown act or version, ScenarioError for an unknown
    lever or level.
    """
    if version not in VERSIONS:
        hint = suggest(version, VERSIONS)
        raise UsageError("a version of the act", f'"{version}"', hint=hint)
    return prepare_folder(scenario_path(act), choices, version)


def prepare_folder(
    folder: Path,
    choices: Mapping[str, str] | None = None,
    version: str = "recorded",
) -> Prepared:
    """Read a scenario from a folder; evidence and ground are the campaign's.

    Raises ScenarioError, with file and line, for whatever in it leads nowhere.
    """
    campaign = files.campaign_path(CAMPAIGN)
    scenario, origin = read_traced(folder)
    archive, ground = Archive.read(campaign), load(scenario.act)
    estimates: Mapping[str, Estimate]
    estimates = read_estimates(campaign / "estimates.yaml", archive)
    check(scenario, archive, ground, estimates, origin)
    made = None
    if version == "told":
        made = as_told(scenario, archive, estimates, campaign)
        scenario, estimates = made.scenario, made.estimates
    return Prepared(
        scenario=vary(scenario, choices or {}),
        archive=archive,
        ground=ground,
        estimates=estimates,
        variant=named(scenario, choices or {}),
        streams={**(made.streams if made else {}), **replaced(scenario, choices or {})},
        told=made,
    )


def varied(base: Prepared, choices: Mapping[str, str]) -> Prepared:
    """Set levers of an act that was prepared as it was, without reading it again.

    Raises ScenarioError when the act already has levers set.
    """
    if base.variant:
        found = ", ".join(base.variant)
        raise ScenarioError("an act as it was", found, base.scenario.id)
    return replace(
        base,
        scenario=vary(base.scenario, choices),
        variant=named(base.scenario, choices),
        streams={**base.streams, **replaced(base.scenario, choices)},
    )


def _drawn(prepared: Prepared, design: Design, indices: range) -> Floats:
    wanted = [design.point(index)[0] for index in indices]
    return draw(prepared.compiled.deck, design.seed, wanted)


class Runner:
    """Runs chunks of refights; one workspace for each thread."""

    def __init__(
        self, prepared: Prepared, design: Design, values: Floats | None = None
    ) -> None:
        """Make ready to draw the estimates of every refight, or take them, (R, E)."""
        self.prepared = prepared
        self.design = design
        # not a method: it would hold the runner, and so its arrays, in a circle
        own = Draws(design.count, partial(_drawn, prepared, design))
        self.values: Draws | Floats = own if values is None else values
        self.own = threading.local()

    def __call__(self, indices: NDArray[np.int64]) -> dict[str, Any]:
        """Refight these points of the design; return the result columns."""
        out = self._empty(indices.size)
        for row, index in enumerate(indices):
            self._one(int(index), row, out)
        return columns(self.prepared.scenario, self.prepared.compiled, out)

    def _one(self, index: int, row: int, out: Observed) -> None:
        desk = self._desk(self.prepared.compiled.system(self.values[index]))
        _, replicate = self.design.point(index)
        refuse_gap(self.fight(desk, self.design.seed, replicate), replicate)
        keep(out, row, desk.system, desk.state)

    def fight(self, desk: Desk, seed: int, replicate: int) -> int:
        """Refight once; return what is missing from the ledger (0 if it holds)."""
        return engine_refight(desk.handle, desk.state_handle, seed, replicate)

    def _desk(self, system: sy.System) -> Desk:
        """Give this thread's desk, with this system on it."""
        desk: Desk | None = getattr(self.own, "desk", None)
        if desk is None:
            desk = self.own.desk = Desk(self.prepared.compiled.base, system)
        desk.fill(system)
        return desk

    def _empty(self, rows: int) -> Observed:
        base = self.prepared.compiled.base
        steps, plans = int(base.clock[0]), base.phase.shape[1]
        return Observed(
            seen=np.empty((rows, base.watch.shape[0]), np.int64),
            series=np.empty((rows, steps, 2, sy.SERIES)),
            losses=np.empty((rows, 2, sy.CAUSES, 3), np.int64),
            wrecks=np.empty((rows, 2, 6), np.int64),
            phases=np.empty((rows, 2, plans, 3), np.int64),
        )


def refuse_gap(gap: int, replicate: int) -> None:
    """Raise EnsembleError when the ledger does not balance."""
    if gap:
        raise EnsembleError(
            "a ledger that balances", f"{gap} persons or vehicles unaccounted for",
            f"replicate {replicate}", "a defect of the engine; please report it",
        )  # fmt: skip


def keep(out: Observed, row: int, system: sy.System, state: sy.State) -> None:
    """Copy one refight's observations out of the workspace."""
    out.seen[row] = state.seen
    out.series[row] = state.series
    out.phases[row] = state.phases
    mine = system.unit[:, sy.U_SIDE] == np.arange(2)[:, None]
    losses = mine @ state.losses.reshape(mine.shape[1], -1)
    out.losses[row] = losses.reshape(out.losses[row].shape)
    out.wrecks[row] = mine @ state.wrecks


def refight(
    prepared: Prepared,
    count: int,
    seed: int = 1,
    threads: int | None = None,
    chunk: int = 16,
    progress: Progress | None = None,
    design: Design | None = None,
) -> Ensemble:
    """Refight an act `count` times, each with a fresh draw of the estimates.

    Raises EnsembleError for more than memory holds.
    """
    design = fresh(count, seed) if design is None else design
    refuse_too_many(design.count)
    runner = Runner(prepared, design)
    done = run(runner, design.count, threads=threads, chunk=chunk, progress=progress)
    mark_warm()
    return Ensemble(manifest(prepared, design, done.count), done.columns)


def manifest(prepared: Prepared, design: Design, count: int) -> Manifest:
    """Return the line from which these results can be made again."""
    scenario = prepared.scenario
    return Manifest(
        campaign=CAMPAIGN,
        act=scenario.act,
        version=scenario.version,
        variant=prepared.variant,
        seed=design.seed,
        draws=count if design.replicates == 1 else design.draws,
        replicates=design.replicates,
        scenario_digest=prepared.digest,
        code_version=__version__,
        behaviour_version=BEHAVIOUR_VERSION,
        created=now(),
    )


def rerun(
    prepared: Prepared, seed: int, replicate: int, draw_of: int | None = None
) -> Replay:
    """Refight one replicate exactly as in the ensemble, keeping events and trace."""
    index = replicate if draw_of is None else draw_of
    values = draw(prepared.compiled.deck, seed, [index])[0]
    system = prepared.compiled.system(values)
    state = workspace(system, recording=True)
    refuse_gap(engine_refight(system, state, seed, replicate), replicate)
    return replay_of(prepared, system, state)


def replay_of(prepared: Prepared, system: sy.System, state: sy.State) -> Replay:
    """Gather a recorded refight from the workspace in which it was fought."""
    seen = Observed(
        state.seen[None], state.series[None],
        np.zeros((1, 2, sy.CAUSES, 3), np.int64), np.zeros((1, 2, 6), np.int64),
        state.phases[None],
    )  # fmt: skip
    keep(seen, 0, system, state)
    found = columns(prepared.scenario, prepared.compiled, seen)
    return Replay(
        events=state.event[: int(state.note[1])].copy(),
        trace=state.trace,
        outcomes={
            name.removeprefix("outcome."): float(value[0])
            for name, value in found.items()
            if name.startswith("outcome.")
        },
        scenario=prepared.scenario,
        ground=prepared.ground,
        units=prepared.compiled.units,
        losses=state.losses,
        system=system,
    )


def chunk_runner(act: str, seed: int, count: int = 100_000) -> RunChunk:
    """Return the chunk runner of an act as recorded, for benchmarks and goldens."""
    return Runner(prepare(act), fresh(count, seed))


def system(act: str, seed: int, draw_of: int = 0) -> sy.System:
    """Return the system of one draw of an act as recorded."""
    ready = prepare(act)
    return ready.compiled.system(draw(ready.compiled.deck, seed, [draw_of])[0])
