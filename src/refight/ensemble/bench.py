"""Bench: how fast the engine is, against a loop measured in the same minute.

Seconds differ between machines and between neighbours on one machine; the ratio of
a refight to a fixed calibration loop hardly does. Times are CPU seconds, least of
several rounds. Only the gain of a second thread needs wall time: the least wall time
of one thread by that of two, and beside it what two threads gain on calibration loops,
which need no lock at all. A busy neighbour lowers both; what Python does between
refights, with the lock held, lowers the first alone (`python`).
"""

import resource
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from refight.compiler import entry
from refight.ensemble.desk import Desk
from refight.ensemble.refight import Runner
from refight.ensemble.run import RunChunk, run

LOOPS = 2_000_000  # some milliseconds: long for the clock, short for a person
TASKS = 32  # calibration loops run on one thread and on two
REPEATS = 5
MASK = 0xFFFFFFFF

Clock = Callable[[], float]


@dataclass(frozen=True)
class Pace:
    """How fast refights go on one core, and what a second core adds."""

    refights: int
    seconds: float  # CPU seconds of one refight
    loop: float  # CPU seconds of one calibration loop
    python: float  # share of those seconds in Python, 0..1
    walls: tuple[float, float]  # wall seconds of all refights on one and two threads
    loops_gain: float  # calibration loops: wall time on one thread / on two
    held: float  # bytes kept of one refight

    @property
    def per_second(self) -> float:
        """Count refights in one CPU second."""
        return 1 / self.seconds

    @property
    def loops(self) -> float:
        """Give one refight in calibration loops."""
        return self.seconds / self.loop

    @property
    def gain(self) -> float:
        """Give the wall time on one thread by that on two."""
        return self.walls[0] / self.walls[1]

    def wall(self, refights: int) -> float:
        """Extrapolate the wall seconds of many refights on two threads."""
        return self.walls[1] / self.refights * refights


class TimedRunner(Runner):
    """Runs refights and counts the CPU seconds spent in machine code."""

    compiled_seconds = 0.0
    lock = threading.Lock()

    def fight(self, desk: Desk, seed: int, replicate: int) -> int:
        """Refight once by the clock."""
        start = time.thread_time()
        gap = super().fight(desk, seed, replicate)
        took = time.thread_time() - start
        with self.lock:
            self.compiled_seconds += took
        return gap

    def in_code(self) -> float:
        """Give the CPU seconds spent in machine code so far."""
        return self.compiled_seconds


@entry
def calibration_loop(count: int) -> float:
    """Do a fixed amount of integer and floating point work."""
    word, total = 2463534242, 0.0
    for _ in range(count):
        word ^= (word << 13) & MASK
        word ^= word >> 17
        word ^= (word << 5) & MASK
        if word & 1:
            total += word / 4294967296.0
        else:
            total *= 0.999
    return total


def calibrate(loops: int = LOOPS, repeats: int = REPEATS) -> float:
    """Measure the CPU seconds of one calibration loop."""
    calibration_loop(1)  # compile
    return least(lambda: calibration_loop(loops), repeats)


def least(action: Callable[[], object], repeats: int = REPEATS) -> float:
    """Give the least CPU seconds that an action took."""
    return min(_timed(action, time.process_time) for _ in range(repeats))


def pace(
    run_chunk: RunChunk,
    refights: int,
    repeats: int = REPEATS,
    compiled_seconds: Clock = lambda: 0.0,
) -> Pace:
    """Measure refights per core and the gain of a second thread.

    compiled_seconds  the CPU seconds spent in machine code so far

    Loops and refights, one thread and two take turns, so that all see one machine.
    """
    done = run(run_chunk, 2, threads=1)  # warm up
    rounds = [_round(run_chunk, refights, compiled_seconds) for _ in range(repeats)]
    cpu, code, loop, one, two, loops_one, loops_two = map(
        min, zip(*rounds, strict=True)
    )
    return Pace(
        refights=refights,
        seconds=cpu / refights,
        loop=loop,
        python=1 - code / cpu,
        walls=(one, two),
        loops_gain=loops_one / loops_two,
        held=sum(each.nbytes for each in done.columns.values()) / done.count,
    )


def _round(run_chunk: RunChunk, refights: int, compiled: Clock) -> tuple[float, ...]:
    """Measure everything once, in the order in which `pace` takes it apart."""
    loop = calibrate(repeats=1)
    before, start = compiled(), time.perf_counter()
    cpu = _timed(lambda: run(run_chunk, refights, threads=1), time.process_time)
    one, code = time.perf_counter() - start, compiled() - before
    two = _timed(lambda: run(run_chunk, refights, threads=2))
    loops = [_timed(lambda n=n: run(_loops, TASKS, threads=n, chunk=1)) for n in (1, 2)]  # type: ignore[misc]
    return cpu, code, loop, one, two, *loops


def _loops(indices: Any) -> dict[str, Any]:
    return {"loops": np.array([calibration_loop(LOOPS) for _ in indices])}


def process_shares(
    processes: Mapping[str, Callable[..., object]],
    nothing: Callable[..., object],
    arguments: Iterable[tuple[Any, ...]],
) -> dict[str, float]:
    """Measure each process's share of the time of a refight.

    processes  name -> the compiled function that advances it by one step
    nothing    a compiled function that takes the same arguments and does nothing:
               the cost of a call from Python, taken off
    arguments  the arguments of each step, in order
    """
    spent = dict.fromkeys(processes, 0.0)
    for step in arguments:
        call = _timed(lambda given=step: nothing(*given))  # type: ignore[misc]
        for name, process in processes.items():
            took = _timed(lambda do=process, given=step: do(*given))  # type: ignore[misc]
            spent[name] += max(took - call, 0.0)
    total = sum(spent.values()) or 1.0
    return {name: each / total for name, each in spent.items()}


def peak_megabytes() -> float:
    """Give the most memory this process has held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kilobytes = peak / 1024 if sys.platform == "darwin" else peak
    return kilobytes / 1024


def _timed(
    action: Callable[[], object], clock: Callable[[], float] = time.perf_counter
) -> float:
    start = clock()
    action()
    return clock() - start
