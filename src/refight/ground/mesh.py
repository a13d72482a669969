"""Mesh: the H3 cells of an area, their centres, shapes and neighbours.

Reads an outline in degrees; returns a `Mesh`. The only file that knows H3.
Axes: C cell, 6 slots by bearing from north. Not for places near a pentagon.
"""

import math
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import h3
import numpy as np
from numpy.typing import NDArray
from shapely import Polygon

from refight.errors import GroundError

RESOLUTION = {"fall": 8, "liberation": 7}  # centre spacing about 0.9 km and 2.4 km
SLOTS = 6


@dataclass(frozen=True)
class Mesh:
    """Cells of an area: ids sorted, neighbours by bearing, -1 where the area ends."""

    resolution: int
    cells: tuple[str, ...]
    lonlat: NDArray[np.float64]
    neighbours: NDArray[np.int32]

    @property
    def size(self) -> int:
        """Count the cells."""
        return len(self.cells)

    @cached_property
    def index(self) -> dict[str, int]:
        """Map an H3 id to its number."""
        return {cell: number for number, cell in enumerate(self.cells)}

    @cached_property
    def shapes(self) -> list[Polygon]:
        """Give the outline of each cell in degrees."""
        return [Polygon([(x, y) for y, x in outline(cell)]) for cell in self.cells]

    def locate(self, lon: float, lat: float) -> int | None:
        """Find the cell under a point, or None when it lies off the ground."""
        return self.index.get(h3.latlng_to_cell(lat, lon, self.resolution))

    def area_km2(self) -> NDArray[np.float64]:
        """Measure the cells on the sphere."""
        return np.array([h3.cell_area(cell, unit="km^2") for cell in self.cells])

    def distance_m(self) -> NDArray[np.float64]:
        """Measure from centre to centre; 0 where there is no neighbour."""
        distance = np.zeros((self.size, SLOTS))
        for cell, slot in np.argwhere(self.neighbours >= 0):
            here, there = self.lonlat[cell], self.lonlat[self.neighbours[cell, slot]]
            distance[cell, slot] = metres(here, there)
        return distance

    def trail(self, points: tuple[tuple[float, float], ...]) -> list[int]:
        """List the cells under a line, each next to the one before; -1 off the ground.

        Steps of a quarter of the spacing; a corner cut between two cells that do
        not touch is filled by the grid's own path.
        """
        step = 0.25 * h3.average_hexagon_edge_length(self.resolution, unit="m")
        found: list[str] = []
        for lon, lat in densify(points, step):
            cell = h3.latlng_to_cell(lat, lon, self.resolution)
            if not found:
                found.append(cell)
            elif cell != found[-1]:
                found.extend(h3.grid_path_cells(found[-1], cell)[1:])
        return [self.index.get(cell, -1) for cell in found]


def mesh(outline: tuple[tuple[float, float], ...], act: str) -> Mesh:
    """Cover an outline with the cells whose centres lie inside it.

    Raises GroundError when the outline holds no cell, or a pentagon.
    """
    resolution = RESOLUTION[act]
    ring = [(lat, lon) for lon, lat in outline]
    cells = tuple(sorted(h3.h3shape_to_cells(h3.LatLngPoly(ring), resolution)))
    if not cells or any(h3.is_pentagon(cell) for cell in cells):
        found = "a pentagon" if cells else "no cell at all"
        raise GroundError("an outline of six-sided cells", found, f"area of {act}")
    centres = np.array([h3.cell_to_latlng(cell)[::-1] for cell in cells])
    return Mesh(resolution, cells, centres, _neighbours(cells, centres))


def metres(here: NDArray[np.float64], there: NDArray[np.float64]) -> float:
    """Measure the great circle between two points in degrees."""
    a, b = (here[1], here[0]), (there[1], there[0])
    return float(h3.great_circle_distance(a, b, unit="m"))


def densify(
    points: tuple[tuple[float, float], ...], step_m: float
) -> list[tuple[float, float]]:
    """Put points along a line in degrees, no further apart than a step in metres."""
    dense = [points[0]]
    for here, there in pairwise(points):
        length = metres(np.array(here), np.array(there))
        pieces = max(1, math.ceil(length / step_m))
        for number in range(1, pieces + 1):
            share = number / pieces
            dense.append(
                (
                    here[0] + share * (there[0] - here[0]),
                    here[1] + share * (there[1] - here[1]),
                )
            )
    return dense


def outline(cell: str) -> tuple[tuple[float, float], ...]:
    """Give the corners of a cell as (latitude, longitude).

    Six as a rule; a cell cut by an icosahedron edge has seven or eight.
    """
    return tuple(h3.cell_to_boundary(cell))


def corners(
    cells: tuple[str, ...],
) -> tuple[NDArray[np.float64], NDArray[np.int32], NDArray[np.int32]]:
    """Give the corners of cells as one net without repeats.

    Returns corners (V, 2) as longitude and latitude; rings (C, 6) of corner indices,
    counter-clockwise; across (C, 6), the cell beyond the side from ring corner k to
    k + 1, -1 where the area ends. Raises GroundError for a cell without six corners.
    """
    found: dict[str, int] = {}
    rings = np.empty((len(cells), SLOTS), np.int32)
    for number, cell in enumerate(cells):
        names = h3.cell_to_vertexes(cell)
        if len(names) != SLOTS:
            raise GroundError("a cell with six corners", f"{len(names)}", cell)
        rings[number] = [found.setdefault(name, len(found)) for name in names]
    points = np.array([h3.vertex_to_latlng(name)[::-1] for name in found])
    return points, rings, _across(rings)


def _across(rings: NDArray[np.int32]) -> NDArray[np.int32]:
    sides = {
        (int(a), int(b)): number
        for number, ring in enumerate(rings)
        for a, b in zip(ring, np.roll(ring, -1), strict=True)
    }
    table = np.full(rings.shape, -1, np.int32)
    for number, ring in enumerate(rings):
        for k, (a, b) in enumerate(zip(ring, np.roll(ring, -1), strict=True)):
            table[number, k] = sides.get((int(b), int(a)), -1)  # it runs the other way
    return table


def _neighbours(
    cells: tuple[str, ...], centres: NDArray[np.float64]
) -> NDArray[np.int32]:
    index = {cell: number for number, cell in enumerate(cells)}
    table = np.full((len(cells), SLOTS), -1, dtype=np.int32)
    for number, cell in enumerate(cells):
        around = [each for each in h3.grid_disk(cell, 1) if each != cell]
        around.sort(key=lambda each: _bearing(cell, each))
        table[number] = [index.get(each, -1) for each in around]
    return table


def _bearing(here: str, there: str) -> float:
    """Bearing in degrees from north, 0 to 360, on a locally flat map."""
    lat, lon = h3.cell_to_latlng(here)
    other_lat, other_lon = h3.cell_to_latlng(there)
    east = (other_lon - lon) * math.cos(math.radians(lat))
    return math.degrees(math.atan2(east, other_lat - lat)) % 360
