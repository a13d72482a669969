"""Processes: worker processes of this machine, each replaced when it dies.

Every worker has a pool of its own, so that a killed one takes no neighbour with it.
Workers leave Ctrl-C to their parent, and end when the parent is gone, however it went.
"""

import multiprocessing
import multiprocessing.util
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import (
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    process,
)
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Any, NoReturn

from refight.ensemble.place import Place

SOON = 1.0  # seconds; workers that were killed end in a fraction of it
GONE = 1  # exit code of a worker whose parent has gone


@contextmanager
def processes(count: int) -> Iterator[Place]:
    """Open `count` worker processes."""
    pool = Processes(count)
    try:
        yield Place(pool, lambda: count, lost=(BrokenProcessPool,))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


class Processes(Executor):
    """An executor of single workers, each led by one thread of this process."""

    def __init__(self, count: int) -> None:
        """Make room for `count` workers; they start when there is work."""
        self.threads = ThreadPoolExecutor(count)
        self.free: SimpleQueue[ProcessPoolExecutor] = SimpleQueue()
        self.all: list[ProcessPoolExecutor] = []
        for _ in range(count):
            self.free.put(self._worker())

    def submit(
        self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Future[Any]:
        """Do a call in the next free worker. BrokenProcessPool: the worker died."""
        return self.threads.submit(self._done, fn, args, kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers; at once when not asked to wait."""
        self.threads.shutdown(wait, cancel_futures=cancel_futures)
        for each in tuple(self.all):
            living = list((each._processes or {}).values())
            each.shutdown(wait, cancel_futures=True)
            for child in living if not wait else ():
                child.kill()

    def pids(self) -> list[int]:
        """List the processes that live now."""
        pools = [(each._processes or {}) for each in self.all]
        return [pid for each in pools for pid in tuple(each)]

    def _done(self, fn: Callable[..., Any], args: Any, kwargs: Any) -> Any:
        worker = self.free.get()
        try:
            begun = worker.submit(fn, *args, **kwargs)
            # this end would never write, but while it is open nobody learns that a
            # worker died in the middle of an answer
            worker._result_queue._writer.close()  # type: ignore[attr-defined]
            return begun.result()
        except BrokenProcessPool:
            self.all.remove(worker)
            worker = self._worker()
            raise
        finally:
            self.free.put(worker)

    def _worker(self) -> ProcessPoolExecutor:
        # spawned: a fork would copy threads' locks and hold the study's lock open
        context = multiprocessing.get_context("spawn")
        made = ProcessPoolExecutor(1, mp_context=context, initializer=_begin)
        self.all.append(made)
        return made


def leave(code: int) -> NoReturn:
    """End this process at once, without waiting for threads that still work.

    What the ways to worker processes hold of the system is given back first, or it
    would be said at the end to have leaked. Threads that lead pools which were shut
    down give it back too: one of them cut off in the middle would leave it half done.
    """
    for leader in tuple(process._threads_wakeups):
        leader.join(SOON)
    multiprocessing.util._run_finalizers(0)  # type: ignore[attr-defined]
    os._exit(code)


def dask_setup(_: Any) -> None:
    """Make a worker that Dask starts here leave Ctrl-C to its parent too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _begin() -> None:
    """Make a fresh worker leave Ctrl-C to its parent, and follow it to its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(GONE)
