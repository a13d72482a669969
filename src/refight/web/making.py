"""Making: how far an answer is that takes many refights, and a way to stop it.

Such an answer names its points beforehand; each is refought in turn. Whoever waits is
told how many refights are done and how long the rest takes at the pace so far.
"""

import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

from refight.ensemble.film import Watched
from refight.ensemble.refight import Prepared, Progress
from refight.web.jobs import Stopped
from refight.web.point import Point

READY, WORKING, IDLE = "ready", "working", "idle"


class Source(Protocol):
    """Where refights come from, and how many make an answer."""

    refights: int

    def prepared(self, point: Point) -> Prepared:
        """Give an act, ready."""

    def watched(self, point: Point, progress: Progress | None = None) -> Watched:
        """Give an act, refought."""


class Making:
    """Refights for one answer, counted; they end as soon as it is stopped."""

    def __init__(self, source: Source, points: Iterable[Point]) -> None:
        """Start to count; `points` are those that have not been refought yet."""
        self.source, self.open = source, set(points)
        self.wanted = len(self.open)
        self.part = 0.0  # of the point under way
        self.begun = time.monotonic()
        self.stop = threading.Event()

    def prepared(self, point: Point) -> Prepared:
        """Give an act, ready."""
        return self.source.prepared(point)

    def watched(self, point: Point) -> Watched:
        """Give an act, refought. Raises Stopped once nobody wants the answer."""
        if self.stop.is_set():
            raise Stopped
        found = self.source.watched(point, self._report)
        self.open.discard(point)
        self.part = 0.0
        return found

    def _report(self, done: int, total: int) -> None:
        if self.stop.is_set():
            raise Stopped
        self.part = done / max(1, total)

    def page(self) -> dict[str, Any]:
        """Say how many refights are done, of how many, and the seconds left."""
        done = self.wanted - len(self.open) + self.part
        took = time.monotonic() - self.begun
        left = took * (self.wanted - done) / done if done > 0 else None
        return {
            "state": WORKING,
            "done": round(done * self.source.refights),
            "total": self.wanted * self.source.refights,
            "seconds_left": left,
        }


def still(ready: bool) -> dict[str, Any]:
    """Say of an answer that nobody works on whether it is there."""
    state = READY if ready else IDLE
    return {"state": state, "done": 0, "total": 0, "seconds_left": None}


@dataclass
class Workshop:
    """Slow answers under way, by name; an answer may be stopped from any thread."""

    under_way: dict[str, Making] = field(default_factory=dict)
    turns: Counter[str] = field(default_factory=Counter)  # how often it was stopped

    @contextmanager
    def making(
        self, name: str, source: Source, points: Iterable[Point]
    ) -> Iterator[Making]:
        """Count refights for an answer while it is being made."""
        self.under_way[name] = Making(source, points)
        try:
            yield self.under_way[name]
        finally:
            del self.under_way[name]

    def stop(self, name: str) -> None:
        """Stop an answer, for all who wait for it; what was refought is not lost."""
        self.turns[name] += 1
        making = self.under_way.get(name)
        if making is not None:
            making.stop.set()

    def check(self, name: str, turn: int) -> None:
        """Leave a queue in which one waited since a turn. Raises Stopped."""
        if self.turns[name] != turn:
            raise Stopped

    def page(self, name: str, ready: bool) -> dict[str, Any]:
        """Say how far an answer is."""
        making = self.under_way.get(name)
        return making.page() if making is not None and not ready else still(ready)
