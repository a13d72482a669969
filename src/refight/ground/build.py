"""Build: layers to a `Ground`, in the order a surveyor would work.

Mesh, cover, edges, then names. Imports h3 and shapely through its neighbours, so
grid.py imports this file only when the cache is cold.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from refight.errors import GroundError, suggest
from refight.ground import cover, edges
from refight.ground.grid import Ground, Terrain
from refight.ground.layers import Feature, Layers, of_act, read
from refight.ground.mesh import Mesh, mesh

Sets = dict[str, NDArray[np.int32]]


def build(folder: Path, act: str) -> Ground:
    """Build the ground of one act from a folder of layers.

    Raises GroundError for any fault in the layers, with file and line.
    """
    return from_layers(of_act(read(folder), act), act)


def from_layers(layers: Layers, act: str) -> Ground:
    """Build a ground from layers already read and kept to one act."""
    grid = mesh(_only(layers["area"], "area", act).points, act)
    pairs = edges.Pairs(grid)
    terrain = cover.terrain(grid, layers)
    crossings, crossing = edges.crossings(pairs, layers)
    sets = named_sets(grid, layers, terrain)
    return Ground(
        act=act,
        resolution=grid.resolution,
        cells=grid.cells,
        lonlat=grid.lonlat,
        area_km2=grid.area_km2(),
        neighbours=grid.neighbours,
        distance_m=grid.distance_m(),
        terrain=terrain,
        obstacle=edges.obstacles(pairs, layers),
        crossing=crossing,
        road=edges.roads(pairs, layers),
        works=cover.works(grid, layers),
        mines=cover.mines(grid, layers),
        control=cover.control(grid, layers),
        sets=sets,
        crossings=crossings,
        place_cell=place_cells(grid, layers, sets, act),
    )


def named_sets(
    grid: Mesh, layers: Layers, terrain: NDArray[np.int32]
) -> dict[str, NDArray[np.int32]]:
    """Collect the named sets; a set may keep only some terrain classes.

    Raises GroundError for an empty set: no outcome could ever be read from it.
    """
    sets: Sets = {}
    for each in layers["sets"]:
        cells = cover.touched(grid, each)
        wanted = _terrain_of(each)
        if wanted:
            cells = [cell for cell in cells if terrain[cell] in wanted]
        if not cells:
            raise GroundError("at least one cell in the set", "none", each.where)
        sets[each.id] = np.array(cells, dtype=np.int32)
    return sets


def place_cells(grid: Mesh, layers: Layers, sets: Sets, act: str) -> dict[str, int]:
    """Map every place and its other ids to a cell.

    A place off the ground has no cell, unless it names the entry (a set) through
    which what comes from there arrives; then it maps to that entry's first cell.
    """
    cells: dict[str, int] = {}
    for each in layers["places"]:
        cell = grid.locate(*each.points[0])
        if cell is None:
            cell = _entry(each, sets, act)
        if cell is not None:
            for name in (each.id, *each.properties.get("aliases", ())):
                cells[name] = cell
    return cells


def _entry(place: Feature, sets: Sets, act: str) -> int | None:
    name = (place.properties.get("entry") or {}).get(act)
    if name is None:
        return None
    if name not in sets:
        raise GroundError("a named set", f'"{name}"', place.where, suggest(name, sets))
    return int(sets[name][0])


def _terrain_of(feature: Feature) -> set[int]:
    words = feature.properties.get("terrain") or []
    unknown = [word for word in words if word not in Terrain.__members__]
    if unknown:
        hint = suggest(str(unknown[0]), Terrain.__members__)
        raise GroundError("a terrain class", f'"{unknown[0]}"', feature.where, hint)
    return {int(Terrain[word]) for word in words}


def _only(features: tuple[Feature, ...], layer: str, act: str) -> Feature:
    if len(features) == 1:
        return features[0]
    raise GroundError(f"one outline in layer {layer}", str(len(features)), act)
