"""Cover: what lies on each cell, from layers to arrays over cells.

Terrain by greatest share of area, works and mines by touch, control by centre.
Axes: C cell. Shares 0..1, works 0..3, mines 0..1.
"""

import math
from collections.abc import Iterable

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiPoint, Point, Polygon
from shapely.geometry.base import BaseGeometry

from refight.errors import GroundError
from refight.ground.grid import Terrain
from refight.ground.layers import Feature, Layers
from refight.ground.mesh import Mesh

IRAQ, IRAN = 0, 1
METRES_PER_DEGREE = 111_000.0
KINDS = {
    "palm": Terrain.CULTIVATED,
    "field": Terrain.CULTIVATED,
    "marsh": Terrain.MARSH,
    "suburb": Terrain.SUBURB,
    "urban": Terrain.URBAN,
    "port": Terrain.PORT,
    "water": Terrain.WATER,
}
BUILT = (Terrain.SUBURB, Terrain.URBAN, Terrain.PORT)
BUILT_ENOUGH = 0.3  # a cell a third built up is fought over as a built-up one
FULL = 3.0  # the highest level of works


def geometry(feature: Feature) -> BaseGeometry:
    """Make the shape of a feature in degrees; a belt is widened to its half width."""
    shape: BaseGeometry
    if feature.shape == "Polygon":
        shape = Polygon(feature.points)
    elif feature.shape == "LineString":
        shape = LineString(feature.points)
    elif feature.shape == "Point":
        shape = Point(feature.points[0])
    else:
        shape = MultiPoint(feature.points)
    half = feature.properties.get("half_width_m")
    return shape if half is None else widen(shape, float(half))


def widen(shape: BaseGeometry, half_m: float) -> BaseGeometry:
    """Widen a shape in degrees by metres on both sides."""
    squeeze = math.cos(math.radians(shape.centroid.y))
    flat = shapely.affinity.scale(shape, squeeze, 1.0, origin=(0, 0))
    wide = flat.buffer(half_m / METRES_PER_DEGREE)
    return shapely.affinity.scale(wide, 1 / squeeze, 1.0, origin=(0, 0))


def terrain(mesh: Mesh, layers: Layers) -> NDArray[np.int32]:
    """Class each cell by what covers most of it.

    Built-up ground wins from a third of the cell on; of the built-up classes the
    largest. What no layer covers is open.
    """
    shares = _shares(
        mesh, (*layers["vegetation"], *layers["marsh"], *layers["builtup"])
    )
    built = shares[:, BUILT].sum(axis=1) >= BUILT_ENOUGH
    shares[:, Terrain.OPEN] = 1.0 - shares[:, 1:].max(axis=1)
    best: NDArray[np.int32] = shares.argmax(axis=1).astype(np.int32)
    best[built] = np.array(BUILT)[shares[built][:, BUILT].argmax(axis=1)]
    return best


def works(mesh: Mesh, layers: Layers) -> NDArray[np.float64]:
    """Give each cell the highest level of the works that touch it."""
    return _touched(mesh, layers["works"], "level", FULL)


def mines(mesh: Mesh, layers: Layers) -> NDArray[np.float64]:
    """Give each cell the highest density of the minefields that touch it."""
    return _touched(mesh, layers["mines"], "density", 1.0)


def control(mesh: Mesh, layers: Layers) -> NDArray[np.int32]:
    """Say which side holds each cell at the start.

    Ground drawn as held by Iraq is Iraq's; without such a layer the border decides.
    """
    held = [geometry(each) for each in layers["control"]]
    if not held:
        held = [_iraq(layers["border"][0])]
    inside = centres_in(mesh, shapely.union_all(held))
    return np.where(inside, IRAQ, IRAN).astype(np.int32)


def centres_in(mesh: Mesh, shape: BaseGeometry) -> NDArray[np.bool_]:
    """Tell which cell centres lie inside a shape."""
    lon, lat = mesh.lonlat.T
    inside: NDArray[np.bool_] = shapely.contains_xy(shape, lon, lat)
    return inside


def touched(mesh: Mesh, feature: Feature) -> list[int]:
    """List the cells that a feature lies on.

    A line or points: the cells under them. A polygon: the cells with centres in it.
    """
    if feature.shape == "Polygon":
        return [
            int(each) for each in np.flatnonzero(centres_in(mesh, geometry(feature)))
        ]
    if feature.shape == "LineString":
        found: Iterable[int | None] = mesh.trail(feature.points)
    else:
        found = [mesh.locate(lon, lat) for lon, lat in feature.points]
    return sorted({each for each in found if each is not None and each >= 0})


def _shares(mesh: Mesh, features: tuple[Feature, ...]) -> NDArray[np.float64]:
    shares = np.zeros((mesh.size, len(Terrain)))
    tree = shapely.STRtree(mesh.shapes)
    for kind, shape in _by_class(features).items():
        for cell in tree.query(shape, predicate="intersects"):
            outline = mesh.shapes[cell]
            part = outline.intersection(shape).area / outline.area
            shares[cell, kind] = part
    return shares


def _by_class(features: tuple[Feature, ...]) -> dict[Terrain, BaseGeometry]:
    shapes: dict[Terrain, list[BaseGeometry]] = {}
    for each in features:
        if each.kind not in KINDS:
            hint = f"use one of: {', '.join(KINDS)}"
            raise GroundError("a kind of terrain", f'"{each.kind}"', each.where, hint)
        shapes.setdefault(KINDS[each.kind], []).append(geometry(each))
    return {kind: shapely.union_all(held) for kind, held in shapes.items()}


def _touched(
    mesh: Mesh, features: tuple[Feature, ...], key: str, most: float
) -> NDArray[np.float64]:
    values = np.zeros(mesh.size)
    for each in features:
        value = each.properties.get(key)
        if not isinstance(value, int | float) or not 0 <= value <= most:
            raise GroundError(f"{key} from 0 to {most:g}", repr(value), each.where)
        cells = touched(mesh, each)
        values[cells] = np.maximum(values[cells], float(value))
    return values


def _iraq(border: Feature) -> BaseGeometry:
    """Close the border line into the ground west and south of it."""
    first, last = border.points[0], border.points[-1]
    west, south = first[0] - 2.0, last[1] - 2.0  # far outside every area
    return Polygon([*border.points, (last[0], south), (west, south), (west, first[1])])
