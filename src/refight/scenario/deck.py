"""Deck: the estimates that a scenario uses, drawn together.

A draw is keyed by (seed, estimate name, draw index): adding an estimate, or asking for
more draws, leaves every other value alone. An estimate that a lever puts in the place
of another is drawn from that other's stream, so that pairs differ by the lever alone.
Returns arrays `(D, E)`.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from refight.errors import ScenarioError, suggest
from refight.evidence.estimate import Estimate

Floats = NDArray[np.float64]
CENTRAL = -1  # the draw in which every estimate takes its best value


@dataclass
class Deck:
    """Estimates in the order in which they were first asked for."""

    known: Mapping[str, Estimate]
    streams: Mapping[str, str] = field(default_factory=dict)
    own: dict[str, Estimate] = field(default_factory=dict)

    def ask(self, name: str, where: str) -> int:
        """Return the column of an estimate; raise ScenarioError if there is none."""
        if name not in self.own:
            if name not in self.known:
                raise ScenarioError(
                    "the name of an estimate", repr(name), where,
                    suggest(name, self.known),
                )  # fmt: skip
            self.own[name] = self.known[name]
        return list(self.own).index(name)

    def add(self, estimate: Estimate) -> int:
        """Return the column of an estimate that the scenario brings itself."""
        self.own.setdefault(estimate.id, estimate)
        return list(self.own).index(estimate.id)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """Return the names of the estimates without claims."""
        return tuple(name for name, each in self.own.items() if each.is_assumption)


def key_of(seed: int, name: str) -> int:
    """Return the 128-bit key of one estimate's stream."""
    words = hashlib.sha256(f"{seed}/{name}".encode()).digest()
    return int.from_bytes(words[:16], "little")


def draw(deck: Deck, seed: int, draws: Iterable[int]) -> Floats:
    """Return the values of every estimate, `(D, E)`, for these draws."""
    wanted = np.asarray(list(draws), dtype=np.int64)
    last = int(wanted.max(initial=0)) + 1
    out = np.empty((wanted.size, len(deck.own)))
    for column, (name, estimate) in enumerate(deck.own.items()):
        key = key_of(seed, deck.streams.get(name, name))
        stream = np.random.Generator(np.random.Philox(key=key))
        chance = stream.random(last)[np.maximum(wanted, 0)]
        chance[wanted == CENTRAL] = 0.5
        out[:, column] = estimate.quantiles(chance)
    return out
