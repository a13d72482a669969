"""Map units: start positions as rows of unit signs that do not hide each other.

Units of one side that stand close together on the sheet share a row; like signs are
drawn once with their number. A row that had to move aside keeps a thin leader.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from refight.report.maplabels import Box, Placer
from refight.report.mapview import Point, line, words
from refight.report.symbols import HEIGHT, SIDES, WIDTH, symbol

TOGETHER = 26.0  # sheet units: nearer than this, units of a side share a row
STEP = WIDTH + 5
TOP, FOOT = HEIGHT / 2 + 9, HEIGHT / 2 + 12
MOST = 4  # signs in a row


@dataclass(frozen=True)
class Position:
    """A unit at the start: its cell, side ("iraq", "iran"), arm and echelon."""

    cell: int
    side: str
    arm: str
    echelon: str = ""
    name: str = ""


Placed = tuple[Position, Point]


def draw(placer: Placer, units: Sequence[Placed]) -> str:
    """Draw all units of a view, the largest rows first.

    A row leans away from the other side, so that nobody seems to stand across the
    line before the first shot.
    """
    rows = sorted(_rows(units), key=len, reverse=True)
    return "".join(_row(placer, row, _lean(row[0][0].side, units)) for row in rows)


def _lean(side: str, units: Sequence[Placed]) -> float:
    """Give +1 when a side stands to the right of the other, -1 to the left, else 0."""
    ours = [point[0] for unit, point in units if unit.side == side]
    others = [point[0] for unit, point in units if unit.side != side]
    if not others:
        return 0.0
    return math.copysign(1.0, sum(ours) / len(ours) - sum(others) / len(others))


def _rows(units: Sequence[Placed]) -> list[list[Placed]]:
    rows: list[list[Placed]] = []
    for unit in units:
        for row in rows:
            first = row[0]
            same = first[0].side == unit[0].side
            if same and math.dist(first[1], unit[1]) < TOGETHER:
                row.append(unit)
                break
        else:
            rows.append([unit])
    return rows


def _row(placer: Placer, row: list[Placed], lean: float) -> str:
    side = row[0][0].side
    kinds = Counter((each.arm, each.echelon) for each, _ in row).most_common()
    lines = [kinds[start : start + MOST] for start in range(0, len(kinds), MOST)]
    width = STEP * max(len(each) for each in lines)
    height = (TOP + FOOT) * len(lines)
    anchor = row[0][1]
    box = placer.first_free(_spots(anchor, width, height, lean))
    if box is None:
        box = _centred(anchor, width, height)
        placer.take(box)
    return _leader(anchor, box, side) + "".join(
        _line(box, number, each, side) for number, each in enumerate(lines)
    )


def _line(
    box: Box, number: int, kinds: list[tuple[tuple[str, str], int]], side: str
) -> str:
    y = box[1] + TOP + number * (TOP + FOOT)
    middle = (box[0] + box[2]) / 2
    start = middle - STEP * (len(kinds) - 1) / 2
    parts = []
    for place, ((arm, echelon), count) in enumerate(kinds):
        x = start + place * STEP
        parts.append(symbol(x, y, side, arm, echelon))
        if count > 1:
            parts.append(
                words(
                    x,
                    y + HEIGHT / 2 + 9.5,
                    f"×{count}",
                    9,
                    text_anchor="middle",
                    fill=SIDES[side],
                    font_weight=700,
                )
            )
    return "".join(parts)


def _leader(anchor: Point, box: Box, side: str) -> str:
    left, top, right, bottom = box
    inside = left <= anchor[0] <= right and top <= anchor[1] <= bottom
    dot = (
        f'<circle cx="{anchor[0]:.1f}" cy="{anchor[1]:.1f}" r="2.4" '
        f'fill="{SIDES[side]}"/>'
    )
    if inside:
        return ""
    nearest = (
        min(max(anchor[0], left + 4), right - 4),
        min(max(anchor[1], top + 8), bottom - 12),
    )
    return line([anchor, nearest], stroke=SIDES[side], stroke_width=1) + dot


def _centred(point: Point, width: float, height: float) -> Box:
    left, top = point[0] - width / 2, point[1] - height / 2
    return left, top, left + width, top + height


def _spots(point: Point, width: float, height: float, lean: float) -> list[Box]:
    """List boxes from the point outwards, those on the row's own side first."""
    home = (point[0] + lean * (width - STEP) / 2, point[1])
    boxes = [_centred(home, width, height)]
    for ring in (0.8, 1.3, 1.9, 2.6):
        for turn in (0, 1, -1, 2, -2, 3, -3, 4):
            angle = turn * math.pi / 4
            across = math.cos(angle) * (1.0 if lean >= 0 else -1.0)
            x = home[0] + across * (width / 2 + 14) * ring
            y = home[1] + math.sin(angle) * (height / 2 + 10) * ring
            boxes.append(_centred((x, y), width, height))
    return boxes
