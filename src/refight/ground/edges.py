"""Edges: what lies between two neighbouring cells.

Obstacle: a water line or dike parts a pair when the segment between the centres
meets it an odd number of times; met twice, both ends are on the same bank.
Crossing: one pair of cells, the nearest that its own water line parts.
Axes: C cell, 6 slots. Both directions of a pair are written alike.
"""

from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, Point

from refight.errors import GroundError, suggest
from refight.ground.cover import METRES_PER_DEGREE
from refight.ground.grid import Crossing, Obstacle
from refight.ground.layers import Feature, Layers
from refight.ground.mesh import Mesh

Ints = NDArray[np.int32]
CLASS = {"major": Obstacle.MAJOR, "minor": Obstacle.MINOR}
ROADS = {"track": 1, "paved": 2}
REACH = 2.0  # a crossing may lie this many cell spacings from the pair that takes it


class Pairs:
    """Each pair of neighbours once, with the segment between the centres."""

    def __init__(self, mesh: Mesh) -> None:
        """List the pairs (n, 2) with the slot of each in the lower cell."""
        cell, slot = np.nonzero(mesh.neighbours >= 0)
        other = mesh.neighbours[cell, slot]
        once = cell < other
        self.mesh = mesh
        self.first, self.slot, self.second = cell[once], slot[once], other[once]
        ends = np.stack([mesh.lonlat[self.first], mesh.lonlat[self.second]], axis=1)
        self.segments = np.asarray(shapely.linestrings(ends))
        self.tree = shapely.STRtree(self.segments)

    def parted(self, line: LineString) -> NDArray[np.intp]:
        """List the pairs whose segment meets a line an odd number of times."""
        near = self.tree.query(line, predicate="intersects")
        meets = shapely.get_num_geometries(
            shapely.intersection(self.segments[near], line)
        )
        found: NDArray[np.intp] = np.sort(near[meets % 2 == 1])
        return found

    def write(self, table: Ints, pair: int, value: int) -> None:
        """Write a value for both directions of a pair."""
        first, second = self.first[pair], self.second[pair]
        table[first, self.slot[pair]] = value
        table[second, self.mesh.neighbours[second] == first] = value


def obstacles(pairs: Pairs, layers: Layers) -> Ints:
    """Class every pair by the worst thing that parts it."""
    table = np.zeros_like(pairs.mesh.neighbours)
    for level, feature in sorted(_lines(layers), key=lambda each: each[0]):
        for pair in pairs.parted(LineString(feature.points)):
            pairs.write(table, int(pair), int(level))
    return table


def roads(pairs: Pairs, layers: Layers) -> Ints:
    """Give every pair the best road that runs from one cell to the other."""
    table = np.zeros_like(pairs.mesh.neighbours)
    for feature in sorted(layers["roads"], key=_road_class):
        trail = pairs.mesh.trail(feature.points)
        for here, there in pairwise(trail):
            if here >= 0 and there >= 0:
                level = _road_class(feature)
                table[here, pairs.mesh.neighbours[here] == there] = level
                table[there, pairs.mesh.neighbours[there] == here] = level
    return table


def crossings(pairs: Pairs, layers: Layers) -> tuple[tuple[Crossing, ...], Ints]:
    """Put each crossing on the nearest free pair that its own water line parts."""
    table = np.full_like(pairs.mesh.neighbours, -1)
    water = {each.id: each for _, each in _lines(layers)}
    taken: set[int] = set()
    for number, feature in enumerate(layers["crossings"]):
        pair = _pair_of(pairs, feature, water, taken)
        taken.add(pair)
        pairs.write(table, pair, number)
    return tuple(_crossing(each) for each in layers["crossings"]), table


def _lines(layers: Layers) -> list[tuple[Obstacle, Feature]]:
    rivers = [(CLASS[each.kind], each) for each in layers["rivers"]]
    canals = [(Obstacle.DIKE, each) for each in layers["canals"]]
    dikes = [(Obstacle.DIKE, each) for each in layers["works"] if each.kind == "dike"]
    return [*rivers, *canals, *dikes]


def _pair_of(
    pairs: Pairs, feature: Feature, water: dict[str, Feature], taken: set[int]
) -> int:
    over = str(feature.properties.get("over"))
    if over not in water:
        hint = suggest(over, water)
        raise GroundError(
            "the id of a river or canal", f'"{over}"', feature.where, hint
        )
    site = Point(feature.points[0])
    parted = [
        int(each)
        for each in pairs.parted(LineString(water[over].points))
        if int(each) not in taken
    ]
    distance = shapely.distance(pairs.segments[parted], site) * METRES_PER_DEGREE
    spacing = float(pairs.mesh.distance_m().max())
    if not parted or distance.min() > REACH * spacing:
        found = "no stretch of it near this point"
        raise GroundError(f"a bridge over {over}", found, feature.where)
    return parted[int(distance.argmin())]


def _crossing(feature: Feature) -> Crossing:
    held = feature.properties
    capacity, is_open = held.get("capacity_t_day"), held.get("open_at_start")
    if not isinstance(capacity, int | float) or capacity <= 0:
        found = repr(capacity)
        raise GroundError("a positive capacity_t_day", found, feature.where)
    if not isinstance(is_open, bool):
        raise GroundError("open_at_start true or false", repr(is_open), feature.where)
    return Crossing(
        id=feature.id,
        name=feature.name,
        kind=feature.kind,
        open_at_start=is_open,
        capacity_t_day=float(capacity),
        accuracy_m=feature.accuracy_m,
        source=feature.source,
    )


def _road_class(feature: Feature) -> int:
    if feature.kind in ROADS:
        return ROADS[feature.kind]
    hint = suggest(feature.kind, ROADS)
    raise GroundError("a kind of road", f'"{feature.kind}"', feature.where, hint)
