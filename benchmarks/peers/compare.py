"""Compare: all peers on one scene, in turns, as ratios; and what larger scenes cost."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import numpy as np

from benchmarks.peers.scene import COLUMNS, ROWS, STEPS, UNITS
from benchmarks.peers.worker import Size

WHOLE: Size = (ROWS, COLUMNS, UNITS, STEPS)
KERNEL = "refight"
# peer -> refights in a round: about a second, and as many as a batch wants
COUNTS = {KERNEL: 100, "numpy": 32, "plain": 1, "mesa": 1}
TITLES = {
    KERNEL: "Refight's way: compiled loops",
    "numpy": "NumPy, batches of 32",
    "plain": "the first without compiling",
    "mesa": "Mesa",
}
SAME = {"numpy": ("numpy", 8), "plain": ("plain", 1), "mesa": ("mesa keyed", 2)}
CLOSE = 1e-6  # of a record's number; floating sums in another order differ by far less
SIZES: Mapping[str, Size] = {
    "units, half": (ROWS, COLUMNS, UNITS // 2, STEPS),
    "units, twice": (ROWS, COLUMNS, UNITS * 2, STEPS),
    "cells, twice": (ROWS * 2, COLUMNS, UNITS, STEPS),
    "steps, twice": (ROWS, COLUMNS, UNITS, STEPS * 2),
    "all three, twice": (ROWS * 2, COLUMNS, UNITS * 2, STEPS * 2),
}
RUNS = (1, 10, 1000)
USUAL = 50  # refights of one measurement


@dataclass
class Child:
    """A worker that is running."""

    process: "subprocess.Popen[str]"

    def ask(self, first: int, count: int, size: Size = WHOLE) -> dict[str, Any]:
        """Have refights made; raises RuntimeError when the worker has died."""
        assert self.process.stdin and self.process.stdout
        print(first, count, *size, file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("a worker ended before its answer")
        found: dict[str, Any] = json.loads(line)
        return found


@contextmanager
def child(name: str) -> Iterator[Child]:
    """Start a worker in this process's group, and end it."""
    plain = {"NUMBA_DISABLE_JIT": "1"} if name == "plain" else {}
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.peers.worker", name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **plain},
    )
    try:
        yield Child(process)
    finally:
        assert process.stdin
        process.stdin.close()
        process.wait()


def installed() -> list[str]:
    """List the peers that are at hand; Mesa comes with the extra of its name."""
    return [each for each in COUNTS if each != "mesa" or find_spec("mesa")]


@contextmanager
def children(peers: Sequence[str]) -> Iterator[dict[str, Child]]:
    """Start a worker for each peer, and for what its records are checked with."""
    names = dict.fromkeys([*peers, *(SAME[p][0] for p in peers if p in SAME)])
    with ExitStack() as stack:
        yield {each: stack.enter_context(child(each)) for each in names}


def agreement(workers: Mapping[str, Child], peers: Sequence[str]) -> dict[str, float]:
    """Give the largest difference of each peer's records from the kernel's."""
    found = {}
    for each in peers:
        if each in SAME:
            name, count = SAME[each]
            right = workers[KERNEL].ask(0, count)["record"]
            found[each] = _apart(workers[name].ask(0, count)["record"], right)
    return found


def _apart(one: Any, other: Any) -> float:
    return float(np.abs(np.array(one) - np.array(other)).max())


def paces(
    workers: Mapping[str, Child], peers: Sequence[str], rounds: int
) -> dict[str, dict[str, float]]:
    """Measure all peers in turns: least CPU seconds of a refight, peak memory."""
    for each in peers:
        workers[each].ask(0, 1)  # compile, import, fill what is kept
    told: dict[str, list[dict[str, Any]]] = {each: [] for each in peers}
    for number in range(rounds):
        for each in peers:
            told[each].append(workers[each].ask(number * 1000, COUNTS[each]))
    return {each: _pace(found, COUNTS[each]) for each, found in told.items()}


def _pace(found: Sequence[Mapping[str, Any]], count: int) -> dict[str, float]:
    seconds = min(each["seconds"] for each in found) / count
    return {"seconds": seconds, "megabytes": max(each["megabytes"] for each in found)}


def scaling(kernel: Child, rounds: int) -> dict[str, float]:
    """Give the kernel's cost, in its usual one, on other sizes and in other numbers."""
    told: dict[str, list[float]] = {}
    for _ in range(rounds):
        usual = kernel.ask(0, USUAL)["seconds"] / USUAL
        for name, size in SIZES.items():
            took = kernel.ask(0, USUAL, size)["seconds"] / USUAL
            told.setdefault(name, []).append(took / usual)
        for count in RUNS:
            took = kernel.ask(0, count)["seconds"] / count
            told.setdefault(f"{count:,} refights", []).append(took / usual)
    return {name: float(np.median(each)) for name, each in told.items()}
