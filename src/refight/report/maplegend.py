"""Map legend: scale bar, north arrow, graticule, key, and the notes under it."""

import textwrap
from collections.abc import Callable, Mapping

import numpy as np

from refight.ground.grid import Ground, Terrain
from refight.ground.layers import Layers
from refight.report import maplayers
from refight.report.mapview import View, attributes, line, words
from refight.report.symbols import SIDES, symbol

INK = "#2d2a26"
ROW = 21.0
NAMES = {
    Terrain.OPEN: "open ground",
    Terrain.CULTIVATED: "palms, fields",
    Terrain.MARSH: "marsh, flooded",
    Terrain.SUBURB: "suburb, small town",
    Terrain.URBAN: "dense town",
    Terrain.PORT: "port, industry",
    Terrain.WATER: "water",
}
ARMS = (
    ("infantry", "infantry"),
    ("militia", "militia, irregulars"),
    ("special-forces", "special forces"),
    ("mechanised", "mechanised"),
    ("armour", "armour"),
    ("artillery", "artillery"),
    ("engineer", "engineers"),
    ("marine", "marines"),
)
ECHELONS = "| company   || battalion   ||| regiment   × brigade   ×× division   + group"


def legend(
    ground: Ground, layers: Layers, left: float, top: float, width: float
) -> str:
    """Write the key in three columns and the notes under it."""
    second, third = left + 0.31 * width, left + 0.71 * width
    terrain = [kind for kind in Terrain if np.any(ground.terrain == kind)]
    parts = [
        _swatch(left, top + ROW * number, kind) for number, kind in enumerate(terrain)
    ]
    parts += [
        _line_key(second, top + ROW * number, sample, text)
        for number, (sample, text) in enumerate(_samples(layers))
    ]
    parts += [
        symbol(third + 15, top + ROW * number * 1.2, "", arm)
        + words(third + 38, top + ROW * number * 1.2 + 4, text, 10.5, **PLAIN)
        for number, (arm, text) in enumerate(ARMS)
    ]
    foot = top + ROW * 10 + 6
    parts += [_sides(left, foot), words(left, foot + 24, ECHELONS, 9.5, **PLAIN)]
    parts += [
        words(left, foot + 50 + 13 * number, text, 9.5, fill="#5b554c", stroke="none")
        for number, text in enumerate(_notes(layers))
    ]
    return "".join(parts)


def height(ground: Ground) -> float:
    """Give the height that the legend takes on the sheet."""
    return ROW * 10 + 56 + 13 * 9


def scale_bar(shown: View, x: float, y: float) -> str:
    """Draw a scale bar of round kilometres, about a seventh of the width."""
    rough = shown.width / shown.scale / 7
    km = max(each for each in (1, 2, 5, 10, 20) if each <= max(rough, 1))
    long = km * shown.scale
    bar = [(x, y - 5), (x, y), (x + long, y), (x + long, y - 5)]
    return line(bar, stroke=INK, stroke_width=1.6) + words(
        x + long / 2, y - 6, f"{km} km", 10.5, text_anchor="middle"
    )


def north(x: float, y: float) -> str:
    """Draw the north arrow."""
    arrow = f"M{x} {y - 30}L{x + 8} {y}L{x} {y - 6}L{x - 8} {y}Z"
    return f'<path d="{arrow}" fill="{INK}" stroke="#fbf7ec"/>' + words(
        x, y + 14, "N", 13, text_anchor="middle", font_weight=700
    )


def graticule(shown: View) -> str:
    """Write degrees along the frame, every tenth or quarter of a degree."""
    step = 0.1 if shown.east - shown.west < 0.8 else 0.2
    parts = []
    for lon in np.arange(np.ceil(shown.west / step) * step, shown.east, step):
        x, _ = shown.project(float(lon), shown.south)
        y = shown.y + shown.height
        parts.append(line([(x, y), (x, y + 5)], stroke=INK, stroke_width=1))
        parts.append(_degrees(x, y + 15, f"{lon:.1f}°E", "middle"))
    for lat in np.arange(np.ceil(shown.south / step) * step, shown.north, step):
        _, y = shown.project(shown.west, float(lat))
        parts.append(line([(shown.x - 5, y), (shown.x, y)], stroke=INK, stroke_width=1))
        turn = f"rotate(-90 {shown.x - 9:.1f} {y:.1f})"
        parts.append(_degrees(shown.x - 9, y, f"{lat:.1f}°N", "middle", transform=turn))
    return "".join(parts)


PLAIN: dict[str, object] = {"stroke": "none"}
Sample = Callable[[float, float], str]


def _degrees(x: float, y: float, text: str, anchor: str, **more: object) -> str:
    return words(x, y, text, 8.5, text_anchor=anchor, stroke="none", **more)


def _swatch(x: float, y: float, kind: Terrain) -> str:
    style = {
        "x": x,
        "y": y - 8,
        "width": 24,
        "height": 15,
        "fill": maplayers.COLOURS[kind],
        "stroke": "#b7ad99",
        "stroke_width": 0.7,
    }
    text = words(x + 32, y + 4, NAMES[kind], 10.5, **PLAIN)
    return f"<rect {attributes(style)}/>{text}"


def _line_key(x: float, y: float, sample: Sample, text: str) -> str:
    return sample(x, y) + words(x + 40, y + 4, text, 10.5, **PLAIN)


def _stroke(**style: object) -> Sample:
    def sample(x: float, y: float) -> str:
        return line([(x, y), (x + 30, y)], **style)

    return sample


def _both(first: Sample, second: Sample) -> Sample:
    return lambda x, y: first(x, y) + second(x, y)


def _bridge(is_open: bool) -> Sample:
    dash = "" if is_open else 'stroke-dasharray="2.6 2" '

    def sample(x: float, y: float) -> str:
        path = f"M{x + 5} {y - 3}h20M{x + 5} {y + 3}h20"
        return (
            f'<path d="{path}" fill="none" stroke="#1e1c19" stroke-width="1.7" {dash}/>'
        )

    return sample


def _lined(colour: str, width: float, dashes: str = "", **more: object) -> Sample:
    dashed = {"stroke_dasharray": dashes} if dashes else {}
    return _stroke(stroke=colour, stroke_width=width, **dashed, **more)


def _barred(colour: str, width: float, bars: float, dashes: str) -> Sample:
    """Draw a line with bars across it."""
    across = _lined(colour, bars, dashes, stroke_linecap="butt")
    return _both(_lined(colour, width), across)


SAMPLES: tuple[tuple[Sample, str], ...] = (
    (_lined(maplayers.RIVER, 5), "river"),
    (_lined(maplayers.ROAD, 2), "road"),
    (_lined(maplayers.ROAD, 1.2, "5 4"), "track"),
    (_barred(maplayers.RAIL, 1.1, 5.5, "1.1 7"), "railway"),
    (_lined(maplayers.BORDER, 1.5, "9 4 1 4"), "border (1975)"),
    (_barred(maplayers.WORKS, 1.4, 6, "1.2 4.2"), "works, dikes"),
    (_bridge(True), "crossing, open"),
    (_bridge(False), "crossing, not at start"),
)
WHERE_DRAWN: Mapping[str, tuple[Sample, str]] = {
    "control": (_lined(maplayers.FRONT, 2.2, "2 5"), "line between the sides"),
    "mines": (_lined(maplayers.MINES, 3, "0.1 7"), "mines"),
}


def _samples(layers: Layers) -> list[tuple[Sample, str]]:
    return [*SAMPLES, *(each for name, each in WHERE_DRAWN.items() if layers[name])]


def _sides(x: float, y: float) -> str:
    parts = []
    for number, (side, colour) in enumerate(SIDES.items()):
        at = x + number * 120
        parts.append(
            f'<rect x="{at}" y="{y - 9}" width="14" height="11" fill="{colour}"/>'
        )
        parts.append(words(at + 20, y, side.capitalize(), 11, font_weight=700, **PLAIN))
    return "".join(parts)


def _notes(layers: Layers) -> list[str]:
    """Say how sure the sheet is and what it stands on."""
    drawn = [
        each for name in ("rivers", "roads", "rail", "works") for each in layers[name]
    ]
    least = min(each.accuracy_m for each in drawn)
    most = max(each.accuracy_m for each in drawn)
    text = (
        f"Drawn by the project from its own control points, with the accuracy stated "
        f"for each feature: {least:,.0f} to {most:,.0f} m for the lines on this sheet. "
        "Nothing here is surveyed; works, minefields and crossing sites are the least "
        "certain. State of the period, not of today. Terrain is shown by the cells of "
        "the model (H3); unit signs after APP-6, coloured by side. Sources: general "
        "geographical knowledge, the boundary protocols, gazetteers (GeoNames, "
        "CC BY 4.0), the campaign's evidence. Two names of one river are both given."
    )
    return textwrap.wrap(text, 84)
