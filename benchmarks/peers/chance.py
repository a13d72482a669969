"""Chance: keyed draws for one replication at a time (Philox4x32-10, as in the engine).

The engine's own functions are joined by its own compiler; these stand alone, so that
Numba compiles the scene as any project would. A test holds them to the engine's.
"""

import math

from numba import njit

from refight.engine.random import M0, M1, MASK, TO_UNIT, TWO_PI, W0, W1


@njit(nogil=True)
def philox(
    seed: int, replicate: int, step: int, unit: int, purpose: int
) -> tuple[int, int]:
    """Return two 32-bit words for a key and a counter."""
    k0, k1 = seed & MASK, replicate & MASK
    c0, c1, c2, c3 = step & MASK, unit & MASK, purpose & MASK, 0
    for _ in range(10):
        one, other = M0 * c0, M1 * c2
        c0, c2 = ((other >> 32) & MASK) ^ c1 ^ k0, ((one >> 32) & MASK) ^ c3 ^ k1
        c1, c3 = other & MASK, one & MASK
        k0, k1 = (k0 + W0) & MASK, (k1 + W1) & MASK
    return c0, c1


@njit(nogil=True)
def uniform(seed: int, replicate: int, step: int, unit: int, purpose: int) -> float:
    """Return a number between 0 and 1."""
    word, _ = philox(seed, replicate, step, unit, purpose)
    return (word + 0.5) * TO_UNIT


@njit(nogil=True)
def normal(seed: int, replicate: int, step: int, unit: int, purpose: int) -> float:
    """Return a standard normal number (Box and Muller 1958)."""
    first, second = philox(seed, replicate, step, unit, purpose)
    radius = math.sqrt(-2.0 * math.log((first + 0.5) * TO_UNIT))
    return radius * math.cos(TWO_PI * ((second + 0.5) * TO_UNIT))
