"""Order: whether one cause outweighs another, as an account claims.

Reads rivals that took both away. Returns, for each prior, the mean difference of the
two effects and how often the first is the greater, refight by refight (ties count
half).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.attribution.causes import Causes, stated
from refight.attribution.interval import Estimated, chance
from refight.attribution.rivals import Rival
from refight.errors import UsageError, suggest

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Order:
    """An ordered claim: the first set of causes outweighs the second."""

    id: str
    act: str
    rows: tuple[int, ...]
    more: tuple[str, ...]
    less: tuple[str, ...]
    sees: str

    def sets(self, causes: Causes) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        """Give both sets of causes."""
        one, other = (
            tuple(causes.causes[causes.index(name)] for name in names)
            for names in (self.more, self.less)
        )
        return one, other


@dataclass(frozen=True)
class Weighed:
    """The two effects under one prior, and their order."""

    prior: str
    more: Estimated
    less: Estimated
    gap: Estimated
    chance: Estimated  # share of refights in which the first effect is the greater
    ties: float  # share in which the two are equal; half of them count


def order_of(name: str) -> Order:
    """Read an ordered claim. Raises UsageError with the nearest name."""
    known: Mapping[str, Any] = stated()["order"]
    if name not in known:
        raise UsageError("an ordered claim", f'"{name}"', hint=suggest(name, known))
    said = known[name]
    return Order(
        name,
        said["act"],
        tuple(said["rows"]),
        tuple(said["more"]),
        tuple(said["less"]),
        said["sees"].strip(),
    )


def weigh(order: Order, rival: Rival, scale: str, sign: int = 1) -> Weighed:
    """Compare the two effects on a scale; `sign` -1 where less is more (a day)."""
    one, other = (
        sign * rival.difference(each, scale) for each in (order.more, order.less)
    )
    more, less = (rival.estimated(scale, each) for each in (one, other))
    gap = rival.estimated(scale, one - other, order=2)
    kept = np.isfinite(one) & np.isfinite(other)
    signs = np.sign(one[kept] - other[kept])
    ties = float((signs == 0).mean())
    return Weighed(rival.name, more, less, gap, _greater(signs), ties)


def _greater(signs: Floats) -> Estimated:
    """Estimate the chance that the first is the greater; ties count half."""
    found = chance(signs)
    low, value, high = ((1 + e) / 2 for e in (found.low, found.value, found.high))
    return Estimated(value, found.error / 2, low, high)
