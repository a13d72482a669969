"""Place: where calls are done, several at a time - threads, processes, or a cluster.

A place holds an executor of the standard library's own interface, so that whoever
runs refights needs to know nothing else. `open_place` reads the word a person gives:
threads, processes, dask (a local cluster), or the address of a Dask scheduler.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    Executor,
    Future,
    ThreadPoolExecutor,
    wait,
)
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from refight.errors import EnsembleError, UsageError, suggest

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 2  # calls handed out per worker: one under way, one ready to begin
TRIES = 5  # times a call is handed out when its worker dies
POLL = 1.0  # seconds between looks whether the place is still there
WORDS = ("threads", "processes", "dask")
ADDRESSES = ("tcp://", "tls://", "ucx://", "ws://", "wss://")


@dataclass(frozen=True)
class Place:
    """An executor, how many calls it does at a time, and what may befall it.

    lost   errors that mean: the worker died, not the call; it is handed out again
    check  raises EnsembleError when the place itself is gone
    tells  whether a future knows that its call has begun; one that does not would
           let itself be cancelled under way
    """

    executor: Executor
    width: Callable[[], int]
    lost: tuple[type[BaseException], ...] = ()
    check: Callable[[], None] = lambda: None
    tells: bool = True


def open_place(on: str, workers: int | None = None) -> AbstractContextManager[Place]:
    """Open the place that a word or an address names.

    Raises UsageError for another word, or when Dask is not installed; EnsembleError
    when no scheduler answers at an address.
    """
    if on == "threads":
        return threads(workers)
    if on == "processes":
        from refight.ensemble.processes import processes

        return processes(workers or cores())
    if on == "dask" or on.startswith(ADDRESSES):
        from refight.ensemble.cluster import cluster

        return cluster(on, workers)
    raise UsageError(
        "threads, processes, dask, or tcp://HOST:PORT",
        f'"{on}"',
        "--on",
        suggest(on, WORDS),
    )


@contextmanager
def threads(count: int | None = None) -> Iterator[Place]:
    """Open threads of this process; compiled kernels let go of Python's lock."""
    wide = count or cores()
    pool = ThreadPoolExecutor(max_workers=wide)
    try:
        yield Place(pool, lambda: wide)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def cores() -> int:
    """Count the cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not every system can tell
        return os.cpu_count() or 1


class Calls:
    """Calls of one function on many items, done at a place as it has room.

    Items are taken as they are needed, so their number costs no memory.
    """

    def __init__(
        self, place: Place, function: Callable[[Any], Any], items: Iterable[Any]
    ) -> None:
        """Keep what is to be done; nothing is handed out yet."""
        self.place, self.function = place, function
        self.feed = iter(items)
        self.waiting: dict[Future[Any], tuple[Any, int]] = {}

    def done(self) -> Iterator[tuple[Any, Any]]:
        """Give (item, result) as they come, in any order.

        Raises what a call raised; EnsembleError when its worker died each time.
        """
        self._fill()
        while self.waiting:
            finished, _ = wait(self.waiting, POLL, FIRST_COMPLETED)
            if not finished:
                self.place.check()
            for future in finished:
                yield from self._taken(future)
            self._fill()

    def under_way(self) -> Iterator[tuple[Any, Any]]:
        """Take back what has not begun, and give what has, when it is done.

        Where none can tell, all that was handed out is done: AHEAD calls a worker.
        What fails now is left out.
        """
        self.feed = iter(())
        if self.place.tells:
            self.waiting = {f: w for f, w in self.waiting.items() if not f.cancel()}
        while self.waiting:
            finished, _ = wait(self.waiting, POLL, FIRST_COMPLETED)
            if not finished:
                self.place.check()
            for future in finished:
                item, _ = self.waiting.pop(future)
                if not future.cancelled() and future.exception() is None:
                    yield item, future.result()

    def _fill(self) -> None:
        room = AHEAD * max(1, self.place.width()) - len(self.waiting)
        for _, item in zip(range(room), self.feed, strict=False):
            self._hand_out(item, 1)

    def _hand_out(self, item: Any, tries: int) -> None:
        self.waiting[self.place.executor.submit(self.function, item)] = item, tries

    def _taken(self, future: Future[Any]) -> Iterator[tuple[Any, Any]]:
        item, tries = self.waiting.pop(future)
        try:
            result = future.result()
        except self.place.lost as cause:
            self.place.check()
            if tries >= TRIES:
                raise _hopeless(tries) from cause
            self._hand_out(item, tries + 1)
            return
        yield item, result


def _hopeless(tries: int) -> EnsembleError:
    return EnsembleError(
        "a worker that lives until its work is done",
        f"{tries} workers that died at the same piece of work",
        hint="look for a lack of memory, take fewer workers, then resume",
    )
