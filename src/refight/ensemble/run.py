"""Run: many refights at a place (threads, unless told), merged by index.

The caller hands over `run_chunk`, which takes refight indices (n,) and returns
named arrays whose first axis is those n refights. Compiled kernels let go of the
interpreter lock, so threads use every core. The result depends on neither the
number of threads nor the size of chunks. Axes: R refight, then any others.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.ensemble.design import Indices
from refight.ensemble.place import cores as cores  # known by this name too
from refight.ensemble.place import threads as in_threads
from refight.errors import EnsembleError

Floats = NDArray[np.float64] | NDArray[np.float32]
Columns = dict[str, Floats]
RunChunk = Callable[[Indices], Mapping[str, Floats]]
Progress = Callable[[int, int], None]  # refights done, refights asked for

CHUNK = 16  # refights handed to a thread at a time; 8-32 run equally fast
MOST = 1_000_000  # refights with all their columns: some gigabytes
AHEAD = 4  # chunks waiting per thread, so that a stop is not far away


@dataclass(frozen=True)
class Run:
    """What came of running: refights 0 to count - 1, and how many were asked for."""

    columns: Columns  # each (R, ...)
    asked: int

    @property
    def count(self) -> int:
        """Count the refights that were kept."""
        return next((len(each) for each in self.columns.values()), 0)

    @property
    def interrupted(self) -> bool:
        """Tell whether the run was stopped before its end."""
        return self.count < self.asked

    def said(self) -> str:
        """Say in a sentence how far the run came."""
        if self.interrupted:
            return (
                f"Stopped after {self.count:,} of {self.asked:,} refights; "
                f"the first {self.count:,} are kept."
            )
        return f"{self.count:,} refights."


def run(
    run_chunk: RunChunk,
    count: int,
    *,
    threads: int | None = None,
    chunk: int = CHUNK,
    progress: Progress | None = None,
) -> Run:
    """Run refights 0 to `count` - 1 and merge what they return by index.

    Ctrl-C ends the run after the chunks under way and keeps the refights up to
    the first missing one, so that what is kept equals a shorter run. When nothing
    was finished the interrupt goes on to the caller.
    Raises EnsembleError when chunks do not fit each other, and whatever
    `run_chunk` raises.
    """
    chunks = list(_chunks(count, chunk))
    merged = _Merged(count)
    waiting: list[tuple[Indices, Future[Mapping[str, Floats]]]] = []
    with in_threads(threads) as place:
        pool, depth = place.executor, AHEAD * place.width()
        try:
            for position, indices in enumerate(chunks):
                waiting.append((indices, pool.submit(run_chunk, indices)))
                if position >= depth:
                    _take(waiting, merged, progress)
            while waiting:
                _take(waiting, merged, progress)
        except KeyboardInterrupt:
            pool.shutdown(wait=True, cancel_futures=True)
            _take_finished(waiting, merged)
            if not merged.done:
                raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    return Run(merged.kept(), asked=count)


def refuse_too_many(count: int) -> None:
    """Raise EnsembleError for more refights than memory holds."""
    if count > MOST:
        hint = "refight study fights more, and keeps them in files"
        what = f"at most {MOST:,} refights at once"
        raise EnsembleError(what, f"{count:,}", hint=hint)


def time_left(done: int, total: int, elapsed: float) -> float:
    """Estimate the seconds left from the pace so far; infinite before the first.

    >>> time_left(done=250, total=1000, elapsed=2.0)
    6.0
    """
    return elapsed * (total - done) / done if done else float("inf")


class _Merged:
    """Arrays that fill up from the front as chunks come in, in order."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.done = 0
        self.columns: dict[str, Any] = {}

    def put(self, indices: Indices, part: Mapping[str, Floats]) -> None:
        arrays = {name: np.asarray(values) for name, values in part.items()}
        if not self.columns:
            self.columns = {
                name: np.empty((self.count, *each.shape[1:]), each.dtype)
                for name, each in arrays.items()
            }
        _check(arrays, self.columns, len(indices))
        for name, each in arrays.items():
            self.columns[name][indices] = each
        self.done += len(indices)

    def kept(self) -> Columns:
        if self.done == self.count:
            return self.columns
        return {name: each[: self.done].copy() for name, each in self.columns.items()}


def _chunks(count: int, size: int) -> Iterator[Indices]:
    if count < 1:
        raise EnsembleError("at least 1 refight", str(count), hint="ask for more")
    if size < 1:
        raise EnsembleError("chunks of at least 1 refight", str(size))
    for start in range(0, count, size):
        yield np.arange(start, min(start + size, count), dtype=np.int64)


def _take(
    waiting: list[tuple[Indices, Future[Mapping[str, Floats]]]],
    merged: _Merged,
    progress: Progress | None,
) -> None:
    indices, future = waiting[0]
    part = future.result()
    # no interrupt may come between counting a chunk and crossing it off: the
    # list is shortened first, and `put` alone moves the count
    del waiting[0]
    merged.put(indices, part)
    if progress is not None:
        progress(merged.done, merged.count)


def _take_finished(
    waiting: list[tuple[Indices, Future[Mapping[str, Floats]]]], merged: _Merged
) -> None:
    for indices, future in waiting:
        if not future.done() or future.cancelled() or future.exception() is not None:
            return
        if indices[0] != merged.done:  # the interrupt fell between two chunks
            return
        merged.put(indices, future.result())


def _check(arrays: Mapping[str, Any], columns: Mapping[str, Any], rows: int) -> None:
    if not columns:
        raise EnsembleError("at least one column from run_chunk", "none")
    if arrays.keys() != columns.keys():
        odd = ", ".join(sorted(arrays.keys() ^ columns.keys()))
        raise EnsembleError("the same columns in every chunk", f"odd ones: {odd}")
    for name, each in arrays.items():
        like = columns[name]
        if each.dtype not in (np.float32, np.float64) or each.dtype != like.dtype:
            raise EnsembleError(
                "float32 or float64 throughout", str(each.dtype), f"column {name}"
            )
        if each.shape != (rows, *like.shape[1:]):
            raise EnsembleError(
                f"shape {(rows, *like.shape[1:])}", str(each.shape), f"column {name}"
            )
