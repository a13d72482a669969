"""Map labels: put names where they do not lie on each other.

A greedy placer: each label tries a few spots about its point and takes the first
that is free; a name of low rank that finds none is left out rather than crowded in.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from refight.report.mapview import Point, View, text_width, words

PADDING = 1.5
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass
class Placer:
    """What is already taken on one view."""

    view: View
    taken: list[Box] = field(default_factory=list)

    def free(self, box: Box) -> bool:
        """Tell whether a box lies inside the view and on nothing taken."""
        left, top, right, bottom = box
        inside = (
            left >= self.view.x + 2
            and top >= self.view.y + 2
            and right <= self.view.x + self.view.width - 2
            and bottom <= self.view.y + self.view.height - 2
        )
        return inside and not any(_meet(box, other) for other in self.taken)

    def take(self, box: Box) -> None:
        """Mark a box as taken."""
        self.taken.append(box)

    def first_free(self, boxes: Iterable[Box]) -> Box | None:
        """Take and return the first free box, or None."""
        for box in boxes:
            if self.free(box):
                self.take(box)
                return box
        return None


def name(
    placer: Placer, point: Point, latin: str, persian: str, size: float, bold: bool
) -> str:
    """Write a name in both scripts beside a point, or nothing where nothing fits."""
    small = size * 0.9
    width = max(text_width(latin, size), text_width(persian, small)) + 2 * PADDING
    height = size + (small * 1.15 if persian else 0) + 2 * PADDING
    box = placer.first_free(_around(point, width, height))
    if box is None:
        return ""
    left, top, right, _ = box
    anchor, x = _anchor(point, left, right)
    weight = 700 if bold else 400
    first = words(x, top + size, latin, size, text_anchor=anchor, font_weight=weight)
    if not persian:
        return first
    second = words(
        x, top + size + small * 1.1, persian, small, text_anchor=anchor, fill="#5b554c"
    )
    return first + second


def along(
    placer: Placer,
    points: Sequence[Point],
    texts: tuple[str, ...],
    size: float,
    ink: str,
) -> str:
    """Write names along the straightest free stretch of a line, one under another."""
    width = max(text_width(text, size) for text in texts)
    for middle, angle in _stretches(points, width):
        height = size * 1.15 * len(texts)
        for lift in (-height / 2 - 5, height / 2 + 5):
            x = middle[0] - math.sin(angle) * lift
            y = middle[1] + math.cos(angle) * lift
            boxes = _tiles(x, y, width, height, angle)
            if all(placer.free(box) for box in boxes):
                for box in boxes:
                    placer.take(box)
                return _turned(x, y, angle, texts, size, ink)
    return ""


def _turned(
    x: float, y: float, angle: float, texts: tuple[str, ...], size: float, ink: str
) -> str:
    step = size * 1.15
    top = -step * len(texts) / 2 + size * 0.85
    lines = "".join(
        words(0, top + number * step, text, size, text_anchor="middle", fill=ink)
        for number, text in enumerate(texts)
    )
    turn = math.degrees(angle)
    return f'<g transform="translate({x:.1f} {y:.1f}) rotate({turn:.1f})">{lines}</g>'


def _stretches(points: Sequence[Point], width: float) -> list[tuple[Point, float]]:
    """List stretches as long as the text, straightest first, with their angle."""
    found: list[tuple[float, Point, float]] = []
    for start in range(len(points)):
        end, length = start, 0.0
        while end + 1 < len(points) and length < width * 1.15:
            length += math.dist(points[end], points[end + 1])
            end += 1
        if length < width:
            break
        here, there = points[start], points[end]
        straight = math.dist(here, there) / length
        angle = math.atan2(there[1] - here[1], there[0] - here[0])
        if abs(angle) > math.pi / 2:
            angle -= math.copysign(math.pi, angle)
        middle = points[(start + end) // 2]
        found.append((-round(straight, 2), middle, angle))
    return [(middle, angle) for _, middle, angle in sorted(found)]


def _tiles(x: float, y: float, width: float, height: float, angle: float) -> list[Box]:
    """Cover a turned label with small upright boxes."""
    count = max(1, math.ceil(width / height))
    half = height / 2
    shifts = [(number + 0.5) / count * width - width / 2 for number in range(count)]
    centres = [
        (x + math.cos(angle) * shift, y + math.sin(angle) * shift) for shift in shifts
    ]
    return [(a - half, b - half, a + half, b + half) for a, b in centres]


def _around(point: Point, width: float, height: float) -> list[Box]:
    x, y = point
    boxes = []
    for gap in (5.0, 11.0, 18.0):
        for left, top in (
            (x + gap, y - height / 2),
            (x - gap - width, y - height / 2),
            (x - width / 2, y - gap - height),
            (x - width / 2, y + gap),
            (x + gap * 0.7, y - gap * 0.7 - height),
            (x + gap * 0.7, y + gap * 0.7),
            (x - gap * 0.7 - width, y - gap * 0.7 - height),
            (x - gap * 0.7 - width, y + gap * 0.7),
        ):
            boxes.append((left, top, left + width, top + height))
    return boxes


def _anchor(point: Point, left: float, right: float) -> tuple[str, float]:
    if left >= point[0]:
        return "start", left + PADDING
    if right <= point[0]:
        return "end", right - PADDING
    return "middle", (left + right) / 2


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
