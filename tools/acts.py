"""Acts: the shipped acts as chunk runners, for benchmarks and golden numbers."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from refight.compiler import entry
from refight.ensemble import bench
from refight.ensemble.run import RunChunk

ORDER = (  # the functions that engine.step calls, in its order
    "take_orders",
    "look",
    "supply",
    "movement",
    "combat",
    "cohesion",
    "control",
)
KEYLESS = {"supply", "control"}  # processes without chance
ACTS = ("fall", "liberation")


def chunk_runner(act: str, seed: int) -> RunChunk:
    """Read and prepare an act as recorded; return its `run_chunk`.

    `refight.scenario.refight.chunk_runner(act, seed)` does the work.
    """
    found: RunChunk = _scenario().chunk_runner(act, seed)
    return found


def process_shares(act: str, seed: int) -> dict[str, float]:
    """Measure the share of each engine process in one refight of an act.

    `refight.scenario.refight.system(act, seed, draw)` compiles one draw.
    """
    from refight.engine import rollout

    sys = _scenario().system(act, seed, draw=0)
    state = rollout.workspace(sys)
    rollout.rollout(sys, state, seed, 0)  # compile
    rollout.reset(sys, state)
    steps = [(sys, state, step, (seed, 0)) for step in range(int(sys.clock[0]))]
    nothing = _same_arguments(idle, keyless=False)
    nothing(*steps[0])  # compile
    return bench.process_shares(_processes(), nothing, steps)


@entry
def idle(sys: Any, state: Any, step: int, key: tuple[int, int]) -> None:
    """Do nothing: the cost of a call from Python."""


def _processes() -> dict[str, Callable[..., object]]:
    from refight.engine import step as page

    return {
        name: _same_arguments(getattr(page, name), name in KEYLESS) for name in ORDER
    }


def _same_arguments(
    process: Callable[..., object], keyless: bool
) -> Callable[..., object]:
    def call(sys: Any, state: Any, step: int, key: tuple[int, int]) -> object:
        return process(sys, state, step) if keyless else process(sys, state, step, key)

    return call


def _scenario() -> Any:
    return import_module("refight.scenario.refight")
