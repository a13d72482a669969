"""Keyed random numbers: Philox4x32-10, one draw per (replicate; step, unit, purpose).

Key (seed, replicate), counter (step, unit, purpose, index): a draw keeps its meaning
when another is skipped, so that a variant differs only where it was changed.
Source: Salmon and others 2011, "Parallel random numbers: as easy as 1, 2, 3".
A product may run over the sign bit of an int64; the 64 bits are right all the same, and
masks after the shift take the wanted half, so that compiled and plain Python agree bit
for bit. Purposes are never renumbered.
"""

import math

from refight.compiler import kernel

ASSAULT_NOISE_OWN = 1
ASSAULT_NOISE_ENEMY = 2
PUSH_BACK = 3
CASUALTIES = 4
VEHICLES = 5
BOMBARDMENT = 6
AIR = 7
MINES = 8
ORDER_DELAY = 9
REFUSAL = 10
SURRENDER = 11
INTELLIGENCE = 12
WORKS = 13
KILLED = 14
VEHICLES_TWO = 15
WEATHER = 16
ENGAGED = 17
CONTACT = 18

MASK = 0xFFFFFFFF
M0 = 0xD2511F53
M1 = 0xCD9E8D57
W0 = 0x9E3779B9
W1 = 0xBB67AE85
TO_UNIT = 1.0 / 4294967296.0
TWO_PI = 2.0 * math.pi
ROUNDING = 1e-9  # far more than a sum of chances can be out


@kernel
def high(a: int, b: int) -> int:
    """Return the high 32 bits of a 32 x 32 bit product."""
    return ((a * b) >> 32) & MASK


@kernel
def low(a: int, b: int) -> int:
    """Return the low 32 bits of a 32 x 32 bit product."""
    return (a * b) & MASK


@kernel
def philox(
    seed: int, replicate: int, step: int, unit: int, purpose: int, index: int
) -> tuple[int, int]:
    """Return two of the four 32-bit words of Philox4x32-10 for this key and counter."""
    k0 = int(seed) & MASK
    k1 = int(replicate) & MASK
    c0 = int(step) & MASK
    c1 = int(unit) & MASK
    c2 = int(purpose) & MASK
    c3 = int(index) & MASK
    for _ in range(10):
        h0 = high(M0, c0)
        l0 = low(M0, c0)
        h1 = high(M1, c2)
        l1 = low(M1, c2)
        c0 = h1 ^ c1 ^ k0
        c1 = l1
        c2 = h0 ^ c3 ^ k1
        c3 = l0
        k0 = (k0 + W0) & MASK
        k1 = (k1 + W1) & MASK
    return c0, c1


@kernel
def uniform(
    seed: int, replicate: int, step: int, unit: int, purpose: int, index: int
) -> float:
    """Return a number strictly between 0 and 1."""
    word, _ = philox(seed, replicate, step, unit, purpose, index)
    return (word + 0.5) * TO_UNIT


@kernel
def normal(
    seed: int, replicate: int, step: int, unit: int, purpose: int, index: int
) -> float:
    """Return a standard normal number (Box and Muller 1958)."""
    first, second = philox(seed, replicate, step, unit, purpose, index)
    radius = math.sqrt(-2.0 * math.log((first + 0.5) * TO_UNIT))
    return radius * math.cos(TWO_PI * ((second + 0.5) * TO_UNIT))


@kernel
def binomial(
    n: int, p: float, seed: int, replicate: int, step: int, unit: int, purpose: int,
    index: int,
) -> int:  # fmt: skip
    """Return a binomial count: exact by inversion when small, else a rounded normal.

    Inversion needs about `n p` steps; above 12 the normal form is used and clipped to
    0..n, as is usual for such counts.
    """
    if n <= 0 or p <= 0.0:
        return 0
    if p >= 1.0:
        return n
    if n * p > 12.0:
        z = normal(seed, replicate, step, unit, purpose, index)
        x = math.floor(n * p + math.sqrt(n * p * (1.0 - p)) * z + 0.5)
        return int(min(max(x, 0.0), float(n)))
    u = uniform(seed, replicate, step, unit, purpose, index)
    if u < 1.0 - n * p - ROUNDING:
        return 0  # the chance of none is at least 1 - n p: no need to work it out
    mass = math.exp(n * math.log(1.0 - p))
    odds = p / (1.0 - p)
    count = 0
    while u > mass and count < n:
        u -= mass
        mass *= odds * (n - count) / (count + 1.0)
        count += 1
    return count
