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
AT_ONCE = 4  # numbers that Philox makes at a time
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


def stretch(key: int, first: int, last: int) -> Floats:
    """Return numbers `first` to `last` - 1 of a stream, without making those before."""
    skipped, within = divmod(first, AT_ONCE)
    stream = np.random.Generator(np.random.Philox(key=key).advance(skipped))
    return stream.random(within + last - first)[within:]


def draw(deck: Deck, seed: int, draws: Iterable[int]) -> Floats:
    """Return the values of every estimate, `(D, E)`, for these draws."""
    return Chances(seed, tuple(draws)).values(deck)


@dataclass(frozen=True)
class Chances:
    """What chance gives each estimate in some draws; many decks may share it.

    fixed  stream -> probabilities (D,) that stand in the place of drawn ones
    """

    seed: int
    draws: tuple[int, ...]
    fixed: Mapping[str, Floats] = field(default_factory=dict)
    known: dict[tuple[str, Estimate], Floats] = field(default_factory=dict)

    def values(self, deck: Deck) -> Floats:
        """Return the values of every estimate of a deck, `(D, E)`."""
        out = np.empty((len(self.draws), len(deck.own)))
        for column, (name, estimate) in enumerate(deck.own.items()):
            out[:, column] = self._column(deck.streams.get(name, name), estimate)
        return out

    def _column(self, stream: str, estimate: Estimate) -> Floats:
        key = (stream, estimate)
        if key not in self.known:
            self.known[key] = estimate.quantiles(self.chance(stream))
        return self.known[key]

    def chance(self, stream: str) -> Floats:
        """Return the probabilities of one stream, (D,)."""
        if stream in self.fixed:
            return self.fixed[stream]
        wanted = np.asarray(self.draws, dtype=np.int64)
        rows = np.maximum(wanted, 0)
        first, last = int(min(rows, default=0)), int(max(rows, default=-1)) + 1
        chance: Floats = stretch(key_of(self.seed, stream), first, last)[rows - first]
        chance[wanted == CENTRAL] = 0.5
        return chance
