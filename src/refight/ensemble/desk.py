"""Desk: where one thread refights, laid out once and filled in place.

A draw changes a few arrays of the `System` only. They are written into arrays that
stay where they are, so that the handle compiled code reads them through is made once
for each thread and not once for each refight. `Draws` holds the values of a few
blocks of refights, so that memory does not grow with their number.
"""

import threading
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.compiler import pack
from refight.engine import system as sy
from refight.engine.rollout import workspace

Floats = NDArray[np.float64]

BLOCK = 1024  # refights whose values are drawn together: 3 MB of the larger act
HELD = 4  # blocks kept: threads work side by side, so two are in use at most


class Desk:
    """The system and the state of one thread, with their handles."""

    def __init__(self, base: sy.System, system: sy.System) -> None:
        """Lay out copies of what a draw changes; all else is shared with `base`."""
        pairs: Any = zip(base, system, strict=True)  # arrays of several types
        self.system = sy.System._make(
            array if array is shared else array.copy() for shared, array in pairs
        )
        self.state = workspace(self.system)
        self.handle, self.state_handle = pack(self.system), pack(self.state)

    def fill(self, system: sy.System) -> None:
        """Take over the arrays of another draw."""
        pairs: Any = zip(self.system, system, strict=True)
        for own, new in pairs:
            if own is not new:
                own[...] = new


class Draws:
    """The values of the estimates of each refight, drawn block by block."""

    def __init__(self, count: int, draw: Callable[[range], Floats]) -> None:
        """Keep how to draw; `draw` returns the values (n, E) of n refights."""
        self.count, self.draw = count, draw
        self.blocks: dict[int, Floats] = {}
        self.lock = threading.Lock()

    def __getitem__(self, index: int) -> Any:
        """Return the values of one refight, (E,)."""
        block, row = divmod(index, BLOCK)
        with self.lock:
            if block not in self.blocks:
                self._add(block)
            return self.blocks[block][row]

    def _add(self, block: int) -> None:
        first = block * BLOCK
        values = self.draw(range(first, min(first + BLOCK, self.count)))
        while len(self.blocks) >= HELD:
            del self.blocks[next(iter(self.blocks))]  # the oldest
        self.blocks[block] = values
