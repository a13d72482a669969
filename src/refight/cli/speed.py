"""Commands about speed: bench, warmup."""

import time
from typing import Any

import click

from refight.cli.show import ACTS, json_option, show

SEED = 1982
REFIGHTS = 64
REPEATS = 3


@click.command("bench")
@click.option(
    "--refights",
    type=click.IntRange(min=2),
    default=REFIGHTS,
    show_default=True,
    help="Refights in each measurement.",
)
@json_option
def bench_command(refights: int, as_json: bool) -> None:
    """Measure refights against a calibration loop, and each process's share.

    Seconds differ between machines; calibration loops hardly do. Times are CPU
    time, least of a few repeats, but for the gain of a second thread.

    \b
    Examples:
      refight bench
      refight bench --refights 16 --json
    """
    from refight.ensemble import bench
    from refight.report.speed import speed_data, speed_lines
    from refight.scenario import refight

    _compiled()
    paces, shares = {}, {}
    for act in ACTS:
        paces[act] = bench.pace(refight.chunk_runner(act, SEED), refights, REPEATS)
        shares[act] = _shares(act)
    page = speed_data(paces, shares, bench.peak_megabytes())
    show(page, speed_lines(page), as_json)


@click.command("warmup")
@json_option
def warmup_command(as_json: bool) -> None:
    """Compile the engine, so that the next refight starts at once.

    \b
    Examples:
      refight warmup
    """
    from refight.compiler import is_warm, plain

    start = time.perf_counter()
    if not is_warm():
        _compiled()
    seconds = round(time.perf_counter() - start, 1)
    page = {"warm": is_warm(), "plain": plain(), "seconds": seconds}
    said = "Refights run in plain Python here." if plain() else "The engine is ready."
    show(page, [f"{said} ({seconds} s)"], as_json)


def _compiled() -> None:
    """Refight each act once, which compiles every kernel, and note that."""
    from refight.compiler import mark_warm
    from refight.scenario.refight import prepare, refight, rerun

    for act in ACTS:
        prepared = prepare(act)
        refight(prepared, 1, SEED, threads=1)
        rerun(prepared, SEED, 0)
    mark_warm()


def _shares(act: str) -> dict[str, float]:
    """Measure the share of each process in one refight of an act."""
    from refight.engine import rollout
    from refight.engine import step as page
    from refight.ensemble import bench
    from refight.scenario import refight

    sys: Any = refight.system(act, SEED, 0)
    state = rollout.workspace(sys)
    rollout.rollout(sys, state, SEED, 0)
    rollout.reset(sys, state)
    key = (SEED, 0)
    steps = [(sys, state, step, key) for step in range(int(sys.clock[0]))]
    processes = {
        said: _as_step(getattr(page, name), name in KEYLESS)
        for (said, _), name in zip(page.PROCESSES, ORDER, strict=True)
    }
    return bench.process_shares(processes, _nothing, steps)


# the functions that a step calls, in its order, and those that take no key
ORDER = (
    "take_orders",
    "look",
    "supply",
    "movement",
    "combat",
    "cohesion",
    "control",
)
KEYLESS = ("supply", "control")


def _as_step(process: Any, keyless: bool) -> Any:
    def call(sys: Any, state: Any, step: int, key: tuple[int, int]) -> None:
        process(*((sys, state, step) if keyless else (sys, state, step, key)))

    return call


def _nothing(sys: Any, state: Any, step: int, key: tuple[int, int]) -> None:
    """Do nothing: the cost of a call from Python."""
