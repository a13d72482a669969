"""Shapley: the share of each cause in a difference, exact over a full factorial.

Values are (2^k, R): world by world, refight by refight; bit i of a world's number is 1
where cause i is as it was. Every result keeps the axis R, so that the error of a share
is that of a mean over refights (one cluster for each draw and chance of battle), not
over runs. Shares of all causes sum to v(all) - v(none) in every refight.
Source: Shapley 1953; interactions after Grabisch and Roubens 1999.
"""

from collections.abc import Callable, Iterable, Sequence
from math import factorial

import numpy as np
from numpy.typing import NDArray

from refight.errors import UsageError

Floats = NDArray[np.float64]


def causes_in(values: Floats) -> int:
    """Count the causes of a factorial. Raises UsageError when it is not a full one."""
    worlds = len(values)
    count = worlds.bit_length() - 1
    if worlds != 2**count:
        raise UsageError("all worlds of a factorial, 2 ^ causes", f"{worlds} worlds")
    return count


def shapley(values: Floats) -> Floats:
    """Give the Shapley value of each cause, (k, R).

    >>> shapley(np.array([[0.0], [1.0], [2.0], [5.0]])).tolist()
    [[2.0], [3.0]]
    """
    count = causes_in(values)
    return np.stack([_share(values, each, count) for each in range(count)])


def alone(values: Floats) -> Floats:
    """Give what each cause does where all others are absent, (k, R)."""
    single = [2**each for each in range(causes_in(values))]
    return np.asarray(values[single] - values[0])


def last(values: Floats) -> Floats:
    """Give what each cause does where all others are as they were, (k, R)."""
    full = values.shape[0] - 1
    lacking = [full - 2**each for each in range(causes_in(values))]
    return np.asarray(values[full] - values[lacking])


def interaction(values: Floats, one: int, other: int) -> Floats:
    """Give the interaction index of two causes, (R,): above what each adds alone."""
    count = causes_in(values)
    rest = _without(count, (one, other))
    both, first, second = 2**one + 2**other, 2**one, 2**other
    weight = _weights(count - 1)
    total = np.zeros(values.shape[1])
    for world in rest:
        gain = values[world + both] - values[world + first]
        gain = gain - values[world + second] + values[world]
        total += weight(world) * gain
    return total


def joint(values: Floats, group: Sequence[int]) -> Floats:
    """Give the Shapley value of a group taken as one cause, (R,)."""
    count = causes_in(values)
    weight = _weights(count - len(group) + 1)
    mask = sum(2**each for each in group)
    return _sum(values, _without(count, group), weight, mask, 0)


def within(values: Floats, group: Sequence[int], cause: int) -> tuple[Floats, Floats]:
    """Give a cause's part of its group's share when it comes first and last, (R,) each.

    First: before the other causes of the group; last: after all of them; in both, the
    group as a whole stands in every order with the causes outside it.
    """
    count = causes_in(values)
    weight = _weights(count - len(group) + 1)
    rest = _without(count, group)
    others = sum(2**each for each in group if each != cause)
    first = _sum(values, rest, weight, 2**cause, 0)
    return first, _sum(values, rest, weight, 2**cause, others)


def placebo(values: Floats) -> Floats:
    """Weigh the worlds as one more cause would that does nothing, (R,).

    Its coalitions are the worlds, with Shapley's weights: its share is the difference
    of this between refights with it and refights without it.
    """
    weight = _weights(causes_in(values) + 1)
    return sum(
        (weight(n) * each for n, each in enumerate(values)), np.zeros(values.shape[1])
    )


def _share(values: Floats, cause: int, count: int) -> Floats:
    rest = _without(count, (cause,))
    return _sum(values, rest, _weights(count), 2**cause, 0)


def _sum(
    values: Floats,
    worlds: Iterable[int],
    weight: Callable[[int], float],
    adds: int,
    beside: int,
) -> Floats:
    """Sum the weighted gains of adding some causes to worlds, others being beside."""
    total = np.zeros(values.shape[1])
    for world in worlds:
        gain = values[world + beside + adds] - values[world + beside]
        total += weight(world) * gain
    return total


def _without(count: int, causes: Sequence[int]) -> list[int]:
    mask = sum(2**each for each in causes)
    return [world for world in range(2**count) if not world & mask]


def _weights(players: int) -> Callable[[int], float]:
    """Give Shapley's weight of a coalition, by how many it holds."""
    table = [
        factorial(size) * factorial(players - 1 - size) / factorial(players)
        for size in range(players)
    ]
    return lambda world: table[world.bit_count()]
