"""Bars: a distribution and an interval on one scale, drawn in characters.

Pure. The scale runs from `low` to `high` over `width` columns; what lies outside it
is left out, and the caller says how much that is.
"""

import math
from collections.abc import Sequence

BLOCKS = "▁▂▃▄▅▆▇█"
LEFT, RIGHT, BETWEEN, BEST = "[", "]", "-", "|"


def blocks(counts: Sequence[int]) -> str:
    """Draw counts as a row of blocks; anything above none is visible.

    >>> blocks([0, 1, 4, 8])
    ' ▁▄█'
    """
    most = max(counts, default=0)
    return "".join(_block(each, most) for each in counts)


def marks(
    low: float,
    best: float | None,
    high: float,
    ends: tuple[float, float],
    width: int,
) -> str:
    """Draw an interval with its best value on a scale from `ends[0]` to `ends[1]`.

    >>> marks(2, 4, 8, (0, 10), 11)
    '  [-|---]  '
    >>> marks(2, 8, 8, (0, 10), 11)
    '  [-----|] '
    """
    row = [" "] * width
    first, last = column(low, ends, width), column(high, ends, width)
    middle = None if best is None else column(best, ends, width)
    # a best value at an end pushes the bracket out, where there is room
    if first < last:
        first -= middle == first and first > 0
        last += middle == last and last < width - 1
    row[first : last + 1] = BETWEEN * (last - first + 1)
    row[first], row[last] = LEFT, RIGHT
    if middle is not None:
        row[middle] = BEST
    return "".join(row)


def column(value: float, ends: tuple[float, float], width: int) -> int:
    """Give the column of a value; values off the scale go to its nearer end."""
    low, high = ends
    if not math.isfinite(value) or high <= low:
        return width - 1 if value > low else 0
    return min(width - 1, max(0, math.floor((value - low) / (high - low) * width)))


def _block(count: int, most: int) -> str:
    if count <= 0 or most <= 0:
        return " "
    return BLOCKS[math.ceil(len(BLOCKS) * count / most) - 1]
