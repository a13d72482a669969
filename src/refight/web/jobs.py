"""Jobs: what-ifs waiting, running and done; one at a time, few in the queue.

A job runs on a thread of its own, off the event loop, and can be cancelled at any
refight. Listeners see its state whenever it changes.
"""

import asyncio
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from refight.errors import RefightError, UsageError

WAITING, RUNNING = "waiting", "running"
DONE, FAILED, CANCELLED = "done", "failed", "cancelled"
ENDED = (DONE, FAILED, CANCELLED)
QUEUE = 4  # what-ifs that may wait or run at a time
HISTORY = 32  # ended what-ifs that can still be asked for
LIMIT = 300.0  # seconds that one what-if may take
LOOK = 0.1  # seconds between looks at a job for a listener

Progress = Callable[[int, int], None]
Work = Callable[[Progress], Any]  # gives the result as plain data


class QueueFull(UsageError):
    """There are too many what-ifs already."""


class Stopped(Exception):
    """Raised inside a job that was cancelled, to leave the engine's loop."""


@dataclass
class Job:
    """One what-if.

    lock  of the whole queue: nobody sees a job between two states
    """

    id: str
    request: dict[str, Any]
    work: Work
    lock: threading.Lock = field(default_factory=threading.Lock)
    state: str = WAITING
    done: int = 0
    total: int = 0
    result: Any = None
    error: Any = None
    stop: threading.Event = field(default_factory=threading.Event)
    begun: float = 0.0  # seconds of a clock that only goes forward

    def run(self) -> None:
        """Do the work; end as done, failed or cancelled, and never raise."""
        if not self._begin():
            return
        try:
            result = self.work(self.progress)
            self._end(DONE, result=result)
        except Stopped:
            self._end(CANCELLED)
        except RefightError as error:
            self._end(FAILED, error=error_data(error))
        except Exception as error:  # a defect must not kill the queue
            what = UsageError("the what-if to end well", repr(error))
            self._end(FAILED, error=error_data(what))

    def cancel(self) -> None:
        """Stop the work at the next refight; or end at once while it waits."""
        with self.lock:
            self.stop.set()
            if self.state == WAITING:
                self.state = CANCELLED

    def _begin(self) -> bool:
        with self.lock:
            if self.state != WAITING:
                return False
            self.state, self.begun = RUNNING, time.monotonic()
            return True

    def _end(self, state: str, result: Any = None, error: Any = None) -> None:
        with self.lock:
            self.result, self.error, self.state = result, error, state

    def progress(self, done: int, total: int) -> None:
        """Note how far the work is. Raises Stopped when it was cancelled.

        Raises UsageError when it takes too long.
        """
        self.done, self.total = done, total
        if self.stop.is_set():
            raise Stopped
        if time.monotonic() - self.begun > LIMIT:
            found = f"{done} of {total} pairs after {LIMIT:.0f} seconds"
            raise UsageError(
                "an answer in time", found, "whatif", "ask for fewer pairs"
            )


class Jobs:
    """The queue."""

    def __init__(self, queue: int = QUEUE) -> None:
        """Start with nothing to do; `queue` jobs may be open at a time."""
        self.queue, self.closed = queue, False
        self.lock = threading.Lock()
        self.jobs: OrderedDict[str, Job] = OrderedDict()
        self.pool = ThreadPoolExecutor(1, thread_name_prefix="whatif")

    def start(self, request: dict[str, Any], work: Work) -> Job:
        """Queue a what-if. Raises QueueFull when too many are open.

        Raises Stopped when the queue has been closed.
        """
        with self.lock:
            if self.closed:
                raise Stopped
            waiting = len(self._open())
            if waiting >= self.queue:
                hint = "wait until one has ended, or cancel one"
                found = f"{waiting} what-ifs open"
                raise QueueFull(f"at most {self.queue}", found, "whatif", hint)
            job = Job(f"w{secrets.token_hex(8)}", request, work, self.lock)
            self.jobs[job.id] = job
            self._forget()
            self.pool.submit(job.run)
        return job

    def find(self, name: str) -> Job:
        """Give a job by its id. Raises UsageError for an unknown one."""
        with self.lock:
            job = self.jobs.get(name)
        if job is None:
            hint = "ask for it anew: the server keeps the last ones only"
            raise UsageError("the id of a what-if", f'"{name[:40]}"', "whatif", hint)
        return job

    def cancel(self, name: str) -> Job:
        """Stop a job, at the latest after the refights under way."""
        job = self.find(name)
        job.cancel()
        return job

    def page(self, job: Job) -> dict[str, Any]:
        """Give a job as plain data."""
        with self.lock:
            waiting = self._open()
            return {
                "id": job.id,
                "state": job.state,
                "place": waiting.index(job.id) if job.id in waiting else 0,
                "done": job.done,
                "total": job.total,
                "request": job.request,
                "result": job.result,
                "error": job.error,
            }

    async def follow(self, job: Job) -> AsyncIterator[tuple[str, dict[str, Any]]]:
        """Give a job's state whenever it changes, until it has ended."""
        last: Any = None
        while job.state not in ENDED:
            page = self.page(job)
            if page != last:
                last = page
                yield "progress", page
            await asyncio.sleep(LOOK)
        yield job.state, self.page(job)

    def results(self) -> list[Any]:
        """Give the results of this session."""
        with self.lock:
            return [each.result for each in self.jobs.values() if each.state == DONE]

    def close(self) -> None:
        """Stop everything; wait for the refights under way."""
        with self.lock:
            self.closed = True
            jobs = list(self.jobs.values())
        for job in jobs:
            job.cancel()
        self.pool.shutdown(wait=True, cancel_futures=True)

    def _open(self) -> list[str]:
        return [key for key, each in self.jobs.items() if each.state not in ENDED]

    def _forget(self) -> None:
        ended = [key for key, each in self.jobs.items() if each.state in ENDED]
        for key in ended[: max(0, len(ended) - HISTORY)]:
            del self.jobs[key]


def error_data(error: RefightError) -> dict[str, str]:
    """Give an error as plain data."""
    return {
        "expected": error.expected,
        "found": error.found,
        "where": error.where,
        "hint": error.hint,
    }
