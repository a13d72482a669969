"""Watch: how far a run is and what memory it holds, looked at while it runs.

Reads /proc, so Linux only; elsewhere memory is 0. MB are a million bytes.
"""

import os
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

LOOK = 2.0  # seconds between looks
SAY = 30.0  # seconds between lines for whoever waits
BEGIN = 0.2  # share of a run in which memory is still being filled for the first time
STEPS, SPAN = 10, 20_000  # numbers of refights that a line needs, and how far apart
MILLION = 1_000_000


@dataclass(frozen=True)
class Sample:
    """One look: seconds since the start, refights done, MB held."""

    seconds: float
    done: int
    own: float  # by this process
    largest: float  # by the largest of its children
    children: int


@dataclass
class Watch:
    """Looks at this process and its children on a thread of its own."""

    wanted: int
    look: float = LOOK
    done: int = 0
    samples: list[Sample] = field(default_factory=list)

    def __enter__(self) -> Self:
        """Begin to look."""
        self.start = self.said = time.monotonic()
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._looking, daemon=True)
        self.thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Look once more, and end."""
        self.over.set()
        self.thread.join()
        self._look()
        self._say()

    @property
    def seconds(self) -> float:
        """Count the seconds since the start."""
        return time.monotonic() - self.start

    def progress(self, done: int, _: int) -> None:
        """Hear how many refights are done."""
        self.done = done

    def note(self, said: str) -> None:
        """Tell whoever waits what happened, and when."""
        print(f"{self.seconds:7.0f} s  {said}", file=sys.stderr, flush=True)

    def held(self) -> dict[str, float]:
        """Sum up the memory held, and what a million refights would hold."""
        late = [s for s in self.samples if s.done >= BEGIN * self.wanted]
        return {
            "driver MB, a fifth done": round(late[0].own, 1),
            "driver MB, all done": round(late[-1].own, 1),
            "driver MB, most": round(max(s.own for s in self.samples), 1),
            "worker MB, most": round(max(s.largest for s in self.samples), 1),
        } | line_through(late)

    def _looking(self) -> None:
        while not self.over.wait(self.look):
            self._look()
            if time.monotonic() - self.said >= SAY:
                self._say()

    def _look(self) -> None:
        children = [_held(pid) for pid in _children(os.getpid())]
        largest = max(children, default=0.0)
        own = _held(os.getpid())
        found = Sample(self.seconds, self.done, own, largest, len(children))
        self.samples.append(found)

    def _say(self) -> None:
        self.said = time.monotonic()
        last = self.samples[-1]
        pace = self.done / max(self.seconds, 1e-9)
        self.note(
            f"{self.done:,} of {self.wanted:,} refights ({pace:.0f} a second); MB: "
            f"{last.own:.0f} here, {last.largest:.0f} in the largest worker"
        )


def line_through(samples: Sequence[Sample]) -> dict[str, float]:
    """Lay a line through the memory held here; nothing where the run was short.

    A megabyte that the system gives back when it likes would else look like growth.

    >>> found = line_through([Sample(0.0, n * 10**4, 100 + n, 0, 0) for n in range(10)])
    >>> {name: round(value) for name, value in found.items()}
    {'driver, bytes more a refight': 100, 'driver MB at a million': 200}
    """
    done = np.array([each.done for each in samples], np.float64)
    if np.unique(done).size < STEPS or np.ptp(done) < SPAN:
        return {}
    more, none = np.polyfit(done, [each.own for each in samples], 1)
    return {
        "driver, bytes more a refight": float(more) * MILLION,
        "driver MB at a million": float(none + more * MILLION),
    }


def _held(pid: int) -> float:
    """Give the MB that a process holds now; 0 when it has gone."""
    with suppress(OSError, ValueError, IndexError):
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return 0.0


def _children(pid: int) -> list[int]:
    """List the living children of a process, and theirs."""
    found: list[int] = []
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            found += map(int, listed.read_text().split())
    return found + [each for child in found for each in _children(child)]
