"""Map view: a window of the ground on a rectangle of the sheet.

Degrees in, sheet units (pixels) out; flat at the latitude of the window, which is
true to well under 1 % over the ground of an act. Small SVG writers live here too.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

KM_PER_DEGREE = 111.2
LATIN = "DejaVu Sans, Noto Sans, Helvetica, Arial, sans-serif"
PERSIAN = "Vazirmatn, Noto Naskh Arabic, DejaVu Sans, Tahoma, sans-serif"
HALO = "#fbf7ec"

Point = tuple[float, float]


@dataclass(frozen=True)
class View:
    """A window in degrees shown on a rectangle of the sheet.

    west, south, east, north  degrees     x, y, width, height  sheet units
    """

    west: float
    south: float
    east: float
    north: float
    x: float
    y: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Sheet units per kilometre."""
        return self.height / ((self.north - self.south) * KM_PER_DEGREE)

    def project(self, lon: float, lat: float) -> Point:
        """Put a point in degrees on the sheet."""
        right = (lon - self.west) / (self.east - self.west) * self.width
        down = (self.north - lat) / (self.north - self.south) * self.height
        return self.x + right, self.y + down

    def holds(self, lon: float, lat: float, margin: float = 0.0) -> bool:
        """Tell whether a point in degrees lies in the window, less a margin in it."""
        x, y = self.project(lon, lat)
        across = self.x + margin <= x <= self.x + self.width - margin
        return across and self.y + margin <= y <= self.y + self.height - margin


def view(
    west: float,
    south: float,
    east: float,
    north: float,
    x: float,
    y: float,
    wide: float,
) -> View:
    """Make a view of given width whose height keeps the shape of the ground."""
    squeeze = math.cos(math.radians((south + north) / 2))
    height = wide * (north - south) / ((east - west) * squeeze)
    return View(west, south, east, north, x, y, wide, height)


def path(points: Iterable[Point], close: bool = False) -> str:
    """Write points as the d of an SVG path."""
    steps = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f"M{steps}{'Z' if close else ''}"


def line(points: Sequence[Point], **style: object) -> str:
    """Draw a line; style keys with _ become SVG attributes with -."""
    smooth = {"fill": "none", "stroke_linejoin": "round", "stroke_linecap": "round"}
    return f'<path d="{path(points)}" {attributes({**smooth, **style})}/>'


def attributes(style: Mapping[str, object]) -> str:
    """Write a mapping as SVG attributes.

    >>> attributes({"stroke_width": 2, "fill": "none"})
    'stroke-width="2" fill="none"'
    """
    pairs = (
        f'{key.replace("_", "-")}="{escape(str(value))}"'
        for key, value in style.items()
    )
    return " ".join(pairs)


def words(x: float, y: float, text: str, size: float, **style: object) -> str:
    """Write one line of text; a pale halo keeps it readable over lines."""
    given = {
        "x": f"{x:.1f}",
        "y": f"{y:.1f}",
        "font_size": f"{size:g}",
        "font_family": PERSIAN if is_persian(text) else LATIN,
        "fill": "#2d2a26",
        "stroke": HALO,
        "stroke_width": "2.6",
        "stroke_linejoin": "round",
        "paint_order": "stroke",
        **style,
    }
    return f"<text {attributes(given)}>{escape(text)}</text>"


def is_persian(text: str) -> bool:
    """Tell whether a text is written in Arabic script."""
    return any("؀" <= letter <= "ۿ" for letter in text)


def text_width(text: str, size: float) -> float:
    """Estimate the width of a text: exact enough to keep labels apart."""
    share = 0.52 if is_persian(text) else 0.6
    return share * size * len(text)
