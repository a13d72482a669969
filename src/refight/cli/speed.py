"""Commands about speed: bench, warmup."""

import time

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
    from refight.ensemble import bench, refight
    from refight.report.speed import speed_data, speed_lines

    _compiled()
    paces, shares = {}, {}
    for act in ACTS:
        paces[act] = bench.pace(refight.chunk_runner(act, SEED), refights, REPEATS)
        shares[act] = process_shares(act, SEED)
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


def _compiled() -> None:
    """Refight each act once, which compiles every kernel, and note that."""
    from refight.compiler import mark_warm
    from refight.ensemble.refight import prepare, refight, rerun

    for act in ACTS:
        prepared = prepare(act)
        refight(prepared, 1, SEED, threads=1)
        rerun(prepared, SEED, 0)
    mark_warm()


def process_shares(act: str, seed: int) -> dict[str, float]:
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
    steps = [(*handles, step, seed, 0) for step in range(int(system.clock[0]))]
    return bench.process_shares(named, processes.nothing, steps)
