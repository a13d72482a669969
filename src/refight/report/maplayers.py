"""Map layers: draw the ground of one view, from terrain up to the crossings.

Reads a `Ground` (what the model sees) and the layers (what was drawn); returns SVG.
Terrain is shown by cells, so that nobody takes it for a survey; lines as drawn.
"""

import math
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from refight.ground.grid import Ground, Terrain
from refight.ground.layers import Feature, Layers
from refight.ground.mesh import densify, outline
from refight.report.mapview import Point, View, attributes, line, path

COLOURS = {
    Terrain.OPEN: "#f4ecd9",
    Terrain.CULTIVATED: "#d3dfb4",
    Terrain.MARSH: "#c3dedb",
    Terrain.SUBURB: "#e2cbb2",
    Terrain.URBAN: "#c79f80",
    Terrain.PORT: "#b9b3bd",
    Terrain.WATER: "#9cc6da",
}
RIVER, RIVER_EDGE = "#8fbfd8", "#4a8aac"
BORDER = "#7d3c6b"
ROAD, RAIL = "#8c4a32", "#3f3b36"
WORKS, MINES = "#6b4f1d", "#a02c2c"
FRONT = "#2d2a26"
STEP_M = 400.0


def draw(ground: Ground, layers: Layers, view: View) -> str:
    """Draw everything but names and units."""
    parts = [
        terrain(ground, view),
        *(river(each, view) for each in layers["rivers"]),
        *(canal(each, view) for each in layers["canals"]),
        *(border(each, view) for each in layers["border"]),
        front(ground, view) if layers["control"] else "",  # else it is the border
        *(rail(each, view) for each in layers["rail"]),
        *(road(each, view) for each in layers["roads"]),
        *(works(each, view) for each in layers["works"]),
        *(mines(each, view) for each in layers["mines"]),
        *(crossing(each, layers, view) for each in layers["crossings"]),
    ]
    return "".join(parts)


def terrain(ground: Ground, view: View) -> str:
    """Draw the cells by terrain class, and the net of cells faintly over them."""
    seen = [i for i, each in enumerate(ground.lonlat) if _near(each, view)]
    shapes = np.array([_shape(ground.cells[i]) for i in seen])
    kinds = ground.terrain[seen]
    parts = []
    for kind, colour in COLOURS.items():
        merged = shapely.union_all(shapes[kinds == kind])
        # A hair of the same colour closes the seams between the merged pieces.
        style = {"fill": colour, "stroke": colour, "stroke_width": 0.6}
        parts.append(f'<path d="{_areas(merged, view)}" {attributes(style)}/>')
    net = "".join(_ring(shape, view) for shape in shapes)
    style = {"fill": "none", "stroke": "#ffffff", "stroke_width": 0.5, "opacity": 0.55}
    return "".join(parts) + f'<path d="{net}" {attributes(style)}/>'


def river(feature: Feature, view: View) -> str:
    """Draw a river at its own width, never thinner than a line."""
    wide = float(feature.properties.get("width_m", 0)) / 1000 * view.scale
    inner = max(2.2 if feature.kind == "major" else 1.3, wide)
    points = trace(feature, view)
    edge = line(points, stroke=RIVER_EDGE, stroke_width=f"{inner + 1.4:.1f}")
    return edge + line(points, stroke=RIVER, stroke_width=f"{inner:.1f}")


def canal(feature: Feature, view: View) -> str:
    """Draw a canal or creek."""
    return line(trace(feature, view), stroke=RIVER_EDGE, stroke_width=1.6)


def border(feature: Feature, view: View) -> str:
    """Draw the border: a pale band under dashes and dots.

    On land its corners are real; from `river_from` on it follows a river, eased.
    """
    start = int(feature.properties.get("river_from", len(feature.points) - 1))
    tail = _ease(feature.points[start:])
    points = [view.project(*each) for each in (*feature.points[:start], *tail)]
    band = line(points, stroke=BORDER, stroke_width=7, opacity=0.13)
    return band + line(
        points, stroke=BORDER, stroke_width=1.5, stroke_dasharray="9 4 1 4"
    )


def road(feature: Feature, view: View) -> str:
    """Draw a paved road whole, a track in dashes."""
    points = trace(feature, view)
    if feature.kind == "track":
        return line(points, stroke=ROAD, stroke_width=1.2, stroke_dasharray="5 4")
    casing = line(points, stroke="#fff8ea", stroke_width=3.6)
    return casing + line(points, stroke=ROAD, stroke_width=2)


def rail(feature: Feature, view: View) -> str:
    """Draw a railway: a line with sleepers."""
    points = trace(feature, view)
    sleepers = line(
        points,
        stroke=RAIL,
        stroke_width=5.5,
        stroke_dasharray="1.1 7",
        stroke_linecap="butt",
    )
    return line(points, stroke=RAIL, stroke_width=1.1) + sleepers


def works(feature: Feature, view: View) -> str:
    """Draw works: a line with teeth, heavier by level; a post as a small square."""
    level = float(feature.properties["level"])
    if feature.shape == "MultiPoint":
        return "".join(_post(view.project(*each)) for each in feature.points)
    points = trace(feature, view)
    teeth = line(
        points,
        stroke=WORKS,
        stroke_width=3.5 + 1.5 * level,
        stroke_dasharray="1.2 4.2",
        stroke_linecap="butt",
        opacity=0.85,
    )
    return line(points, stroke=WORKS, stroke_width=0.6 + 0.5 * level) + teeth


def mines(feature: Feature, view: View) -> str:
    """Draw a minefield as a row of dots, closer where it is denser."""
    gap = 12 - 8 * float(feature.properties["density"])
    return line(
        trace(feature, view),
        stroke=MINES,
        stroke_width=3,
        stroke_dasharray=f"0.1 {gap:.1f}",
    )


def crossing(feature: Feature, layers: Layers, view: View) -> str:
    """Draw a crossing: a bar over the water, dashed while it is closed or absent."""
    x, y = view.project(*feature.points[0])
    angle = _across(feature, layers, view)
    is_open = bool(feature.properties["open_at_start"])
    style = {"fill": "none", "stroke": "#1e1c19", "stroke_width": 1.7}
    if not is_open:
        style["stroke_dasharray"] = "2.6 2"
    bars = "M-7 -2.4H7M-7 2.4H7M-7 -2.4L-9 -5M7 -2.4L9 -5M-7 2.4L-9 5M7 2.4L9 5"
    pale = '<rect x="-7" y="-2.4" width="14" height="4.8" fill="#fffdf6"/>'
    turned = f'transform="translate({x:.1f} {y:.1f}) rotate({angle:.0f})"'
    return f'<g {turned}>{pale}<path d="{bars}" {attributes(style)}/></g>'


def front(ground: Ground, view: View) -> str:
    """Draw the line between the two sides at the start, calmed from cell edges."""
    held = shapely.union_all(
        np.array([_shape(ground.cells[i]) for i in np.flatnonzero(ground.control == 0)])
    )
    other = shapely.union_all(
        np.array([_shape(ground.cells[i]) for i in np.flatnonzero(ground.control == 1)])
    )
    shared = shapely.line_merge(shapely.intersection(held.boundary, other.boundary))
    return "".join(
        line(
            _calm([view.project(*each) for each in part.coords]),
            stroke=FRONT,
            stroke_width=2.2,
            stroke_dasharray="2 5",
            opacity=0.8,
        )
        for part in _parts(shared)
        if isinstance(part, LineString)
    )


def trace(feature: Feature, view: View) -> list[Point]:
    """Put a line on the sheet with its corners eased."""
    points = densify(_ease(feature.points), STEP_M)
    return [view.project(*each) for each in points]


def _ease(points: tuple[Point, ...], rounds: int = 2) -> tuple[Point, ...]:
    """Cut corners (Chaikin), for the eye only: the model uses the lines as drawn."""
    for _ in range(rounds if len(points) > 2 else 0):
        cut = [points[0]]
        for (ax, ay), (bx, by) in pairwise(points):
            cut.append((0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by))
            cut.append((0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by))
        points = (*cut, points[-1])
    return points


def _across(feature: Feature, layers: Layers, view: View) -> float:
    """Give the angle in degrees of a bar across the water at a crossing."""
    over = feature.properties["over"]
    water = next(
        each for each in (*layers["rivers"], *layers["canals"]) if each.id == over
    )
    points = trace(water, view)
    site = view.project(*feature.points[0])
    near = min(range(1, len(points) - 1), key=lambda i: math.dist(points[i], site))
    (ax, ay), (bx, by) = points[near - 1], points[near + 1]
    return math.degrees(math.atan2(by - ay, bx - ax)) + 90


def _post(point: Point) -> str:
    x, y = point
    return (
        f'<rect x="{x - 3.5:.1f}" y="{y - 3.5:.1f}" width="7" height="7" '
        f'fill="#fffdf6" stroke="{WORKS}" stroke-width="1.8"/>'
    )


def _calm(points: list[Point], rounds: int = 3) -> list[Point]:
    """Average each point with its neighbours: cell edges zigzag, fronts do not."""
    for _ in range(rounds):
        inner = [
            ((a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3)
            for a, b, c in zip(points, points[1:], points[2:], strict=False)
        ]
        points = [points[0], *inner, points[-1]]
    return points


def _near(lonlat: NDArray[np.float64], view: View) -> bool:
    return view.holds(float(lonlat[0]), float(lonlat[1]), -3 * view.scale)


def _shape(cell: str) -> Polygon:
    return Polygon([(lon, lat) for lat, lon in outline(cell)])


def _areas(shape: BaseGeometry, view: View) -> str:
    rings = []
    for part in _parts(shape):
        if not isinstance(part, Polygon):
            continue
        rings.append(_ring(part, view))
        rings.extend(_ring(Polygon(hole), view) for hole in part.interiors)
    return "".join(rings)


def _ring(shape: Polygon, view: View) -> str:
    return path((view.project(*each) for each in shape.exterior.coords), close=True)


def _parts(shape: BaseGeometry) -> list[BaseGeometry]:
    if shape.is_empty:
        return []
    return list(getattr(shape, "geoms", [shape]))
