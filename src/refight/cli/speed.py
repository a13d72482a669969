"""Commands about speed: bench, warmup."""

import time
from typing import Any

import click

from refight.cli.show import ACTS, json_option, show

SEED = 1982
REFIGHTS = 64
REPEATS = 3
MOST = 1_000_000  # refights of the design that is measured from; none is made ahead
COMPILE = "from refight.cli.speed import compile_all; compile_all()"


@click.command("bench")
@click.option(
    "--refights",
    type=click.IntRange(min=2),
    default=REFIGHTS,
    show_default=True,
    help="Refights in each measurement.",
)
@click.option("--no-starts", is_flag=True, help="Leave out how long a start takes.")
@json_option
def bench_command(refights: int, no_starts: bool, as_json: bool) -> None:
    """Measure refights against a calibration loop, and each process's share.

    Seconds differ between machines; calibration loops hardly do. Times are CPU
    time, least of a few rounds, but for the gain of a second thread.

    \b
    Examples:
      refight bench
      refight bench --refights 16 --no-starts --json
    """
    from refight.report.speed import speed_lines

    page = measured(refights, not no_starts)
    show(page, speed_lines(page), as_json)


@click.command("warmup")
@json_option
def warmup_command(as_json: bool) -> None:
    """Compile the engine, so that the next refight starts at once.

    \b
    Examples:
      refight warmup
    """
    from refight.compiler import interpreted, is_warm

    start = time.perf_counter()
    if not is_warm():
        _compiled()
    seconds = round(time.perf_counter() - start, 1)
    page = {"warm": is_warm(), "plain": interpreted(), "seconds": seconds}
    said = "The engine is ready."
    if interpreted():
        said = "Refights run in plain Python here."
    show(page, [f"{said} ({seconds} s)"], as_json)


def measured(refights: int = REFIGHTS, with_starts: bool = True) -> dict[str, Any]:
    """Measure all that `refight bench` tells, as one page of data."""
    from refight.cli import startup
    from refight.ensemble import bench
    from refight.ensemble.design import fresh
    from refight.ensemble.refight import prepare
    from refight.report.speed import speed_data

    startup.apart(COMPILE)  # this process shall hold what refights hold, no compiler
    paces, shares = {}, {}
    for act in ACTS:
        runner = bench.TimedRunner(prepare(act), fresh(MOST, SEED))
        paces[act] = bench.pace(runner, refights, REPEATS, runner.in_code)
    megabytes = bench.peak_megabytes()
    for act in ACTS:
        shares[act] = process_shares(act, SEED)
    starts = startup.starts() if with_starts else {}
    return speed_data(paces, shares, megabytes, starts)


def compile_all() -> None:
    """Compile what a bench runs and keep it on disk."""
    from refight.ensemble.bench import calibration_loop

    _compiled()
    calibration_loop(1)
    process_shares(ACTS[0], SEED, steps=1)


def _compiled() -> None:
    """Refight each act once, which compiles every kernel, and note that."""
    from refight.compiler import mark_warm
    from refight.ensemble.refight import prepare, refight, rerun

    for act in ACTS:
        prepared = prepare(act)
        refight(prepared, 1, SEED, threads=1)
        rerun(prepared, SEED, 0)
    mark_warm()


def process_shares(act: str, seed: int, steps: int | None = None) -> dict[str, float]:
    """Measure the share of each process in one refight of an act."""
    from refight.cli import processes
    from refight.compiler import pack
    from refight.engine.rollout import workspace
    from refight.engine.step import PROCESSES
    from refight.ensemble import bench, refight

    system = refight.system(act, seed)
    handles = pack(system), pack(workspace(system))
    named = {
        name: each
        for (name, _), each in zip(PROCESSES, processes.IN_ORDER, strict=True)
    }
    for compile_first in (processes.nothing, *named.values()):
        processes.start(*handles)
        compile_first(*handles, 0, seed, 0)
    processes.start(*handles)
    last = int(system.clock[0]) if steps is None else steps
    given = [(*handles, step, seed, 0) for step in range(last)]
    return bench.process_shares(named, processes.nothing, given)
