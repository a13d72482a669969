"""Bench: how fast the engine is, against a loop measured in the same minute.

Seconds differ between machines and between neighbours on one machine; the ratio of
a refight to a fixed calibration loop hardly does. Times are CPU seconds, least of
several repeats, except where threads are compared (wall seconds).
"""

import resource
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from refight.compiler import entry
from refight.ensemble.run import RunChunk, run

LOOPS = 2_000_000  # about 5 ms compiled: long for the clock, short for a person
REPEATS = 5
MASK = 0xFFFFFFFF


@dataclass(frozen=True)
class Pace:
    """How fast refights go on one core, and what a second core adds."""

    refights: int
    seconds: float  # CPU seconds of one refight
    loops: float  # one refight in calibration loops
    scaling: float  # wall time on one thread / wall time on two

    @property
    def per_second(self) -> float:
        """Count refights in one CPU second."""
        return 1 / self.seconds


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


def pace(run_chunk: RunChunk, refights: int, repeats: int = REPEATS) -> Pace:
    """Measure refights per core and the gain of a second thread.

    Calibration and refights take turns, so that both see the same machine.
    """
    run(run_chunk, min(refights, 2), threads=1)  # compile and warm up
    loop = calibrate()
    one = least(lambda: run(run_chunk, refights, threads=1), repeats)
    loop = min(loop, calibrate())
    walls = {
        threads: min(
            _timed(lambda n=threads: run(run_chunk, refights, threads=n))  # type: ignore[misc]
            for _ in range(repeats)
        )
        for threads in (1, 2)
    }
    seconds = one / refights
    return Pace(refights, seconds, seconds / loop, walls[1] / walls[2])


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
