"""Cluster: calls done by the workers of a Dask scheduler.

`dask` opens a cluster of worker processes on this machine; an address joins one that
runs already, whoever started it (`dask scheduler`, dask-jobqueue). A worker that dies
is the scheduler's affair, and its work is done again; a scheduler that dies is said.
"""

import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from typing import Any

from refight.ensemble.place import Place, cores
from refight.errors import EnsembleError, UsageError

ANSWER = 30.0  # seconds that a scheduler is given to answer
SILENCE = 15.0  # seconds without one until it counts as lost
POLL = 0.2  # seconds between looks for it
LOST = 60.0  # seconds that a local worker is given to come back
DEATHS = 1000  # a death counts against every task of the worker, so allow many

Mend = Callable[[], object]


def _nothing() -> None:
    """Leave the workers of a cluster to whoever started it."""


@contextmanager
def cluster(on: str, workers: int | None = None) -> Iterator[Place]:
    """Open a local cluster (`dask`), or join the one at an address."""
    dask, distributed = _installed()
    with ExitStack() as stack:
        stack.enter_context(dask.config.set(_settings()))
        mend: Mend = _nothing
        if on == "dask":
            on, mend = stack.enter_context(_local(distributed, workers or cores()))
        client = stack.enter_context(_joined(distributed, on))
        lost = (
            CancelledError,  # what was under way when a scheduler went
            distributed.scheduler.KilledWorker,
            distributed.client.FutureCancelledError,
            distributed.comm.CommClosedError,
        )
        watch = Watch(client, on, mend)
        executor = client.get_executor(pure=False)
        yield Place(executor, watch.width, lost, watch.check, tells=False)


class Watch:
    """Looks whether a scheduler is still there, and how many workers it has."""

    def __init__(
        self,
        client: Any,
        address: str,
        mend: Mend = _nothing,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Begin to watch, by a clock that cannot be set."""
        self.client, self.address, self.mend = client, address, mend
        self.clock, self.sleep = clock, sleep

    def width(self) -> int:
        """Count the threads of all workers; 1 while none is known."""
        self.mend()
        known = self.client.scheduler_info(n_workers=-1)["workers"].values()
        return max(1, sum(int(each["nthreads"]) for each in known))

    def check(self) -> None:
        """Wait for a scheduler that is away; EnsembleError when it stays away."""
        self.mend()
        since = self.clock()
        while self.client.status != "running":
            gone = self.client.status == "closed"
            if gone or self.clock() - since > SILENCE:
                raise EnsembleError(
                    "a Dask scheduler that answers",
                    "one that has gone",
                    self.address,
                    "start it again, then resume: finished chunks are kept",
                )
            self.sleep(POLL)


@contextmanager
def _local(distributed: Any, workers: int) -> Iterator[tuple[str, Mend]]:
    made = distributed.LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        # even without a dashboard a port is opened: any, and for this machine only
        scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
        preload=["refight.ensemble.processes"],
        silence_logs=logging.CRITICAL,
    )
    try:
        # a worker that did not come back in LOST seconds is given up by Dask: ask for
        # another, which does nothing while all are there
        yield made.scheduler_address, lambda: made.scale(workers)
    finally:
        made.close(timeout=ANSWER)


@contextmanager
def _joined(distributed: Any, address: str) -> Iterator[Any]:
    try:
        client = distributed.Client(address, timeout=ANSWER, set_as_default=False)
    except (OSError, ValueError) as cause:
        raise EnsembleError(
            "a Dask scheduler",
            "nothing that answers",
            address,
            "start one with `dask scheduler`, or check the address",
        ) from cause
    try:
        yield client
    finally:
        client.close(timeout=ANSWER)


def _settings() -> dict[str, Any]:
    return {
        "distributed.scheduler.allowed-failures": DEATHS,
        "distributed.comm.timeouts.connect": ANSWER,
        "distributed.deploy.lost-worker-timeout": LOST,
    }


def _installed() -> tuple[Any, Any]:
    try:
        import dask
        import distributed
    except ImportError as cause:
        raise UsageError(
            "Dask, for a run on a cluster",
            "it is not installed",
            "--on",
            'install it with: pip install "refight[cluster]"',
        ) from cause
    _hush()
    return dask, distributed


def _hush() -> None:
    """Leave it to this program to say what went wrong, in its own words."""
    for name in [*logging.root.manager.loggerDict, "tornado.application", "asyncio"]:
        if name.partition(".")[0] in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
