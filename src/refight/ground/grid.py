"""Grid: the ground as flat arrays, whatever the cells behind it.

`load(act)` returns a `Ground`; it reads a cache, and only builds (build.py, with
h3 and shapely) when layers or code have changed.
Axes: C cell, 6 neighbour slots by bearing. Metres, square kilometres, degrees.
Leaves out: heights, weather, tides.
"""

import io
import json
import zipfile
from dataclasses import asdict, dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight import files
from refight.errors import GroundError, suggest
from refight.manifest import digest

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]

ACTS = ("fall", "liberation")
ARRAYS = (
    "lonlat",
    "area_km2",
    "neighbours",
    "distance_m",
    "terrain",
    "obstacle",
    "crossing",
    "road",
    "works",
    "mines",
    "control",
)


class Terrain(IntEnum):
    """What covers most of a cell."""

    OPEN = 0
    CULTIVATED = 1
    MARSH = 2
    SUBURB = 3
    URBAN = 4
    PORT = 5
    WATER = 6


class Obstacle(IntEnum):
    """What lies between two neighbouring cells."""

    NONE = 0
    DIKE = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True)
class Crossing:
    """A bridge, pontoon or ferry site between one pair of cells."""

    id: str
    name: str
    kind: str
    open_at_start: bool
    capacity_t_day: float
    accuracy_m: float
    source: str


@dataclass(frozen=True)
class Ground:
    """The ground of one act.

    cells       C ids, sorted            lonlat     (C, 2) degrees, centres
    area_km2    (C,)                     neighbours (C, 6) cell, -1 none
    distance_m  (C, 6) between centres   terrain    (C,)   Terrain
    obstacle    (C, 6) Obstacle          crossing   (C, 6) index, -1 none
    road        (C, 6) 0 none, 1 track, 2 paved
    works       (C,) 0..3 at the start   mines      (C,) 0..1 at the start
    control     (C,) side at the start: 0 iraq, 1 iran
    sets        named cells              place_cell place id -> cell
    """

    act: str
    resolution: int
    cells: tuple[str, ...]
    lonlat: Floats
    area_km2: Floats
    neighbours: Ints
    distance_m: Floats
    terrain: Ints
    obstacle: Ints
    crossing: Ints
    road: Ints
    works: Floats
    mines: Floats
    control: Ints
    sets: dict[str, Ints]
    crossings: tuple[Crossing, ...]
    place_cell: dict[str, int]

    @property
    def size(self) -> int:
        """Count the cells."""
        return len(self.cells)

    def crossing_index(self, name: str) -> int:
        """Find a crossing by id. Raises GroundError with the nearest id."""
        ids = [each.id for each in self.crossings]
        if name in ids:
            return ids.index(name)
        raise GroundError(
            "the id of a crossing", f'"{name}"', self.act, suggest(name, ids)
        )

    def ends(self, name: str) -> tuple[int, int]:
        """Give the two cells that a crossing joins, the lower index first."""
        found = np.argwhere(self.crossing == self.crossing_index(name))
        first, second = sorted(int(cell) for cell in found[:, 0])
        return first, second

    def cells_of(self, name: str) -> Ints:
        """Give the cells of a named set. Raises GroundError with the nearest name."""
        if name in self.sets:
            return self.sets[name]
        raise GroundError(
            "a named set of cells", f'"{name}"', self.act, suggest(name, self.sets)
        )

    def cell_of(self, place: str) -> int:
        """Give the cell of a place. Raises GroundError with the nearest id."""
        if place in self.place_cell:
            return self.place_cell[place]
        hint = suggest(place, self.place_cell)
        raise GroundError("a place on this ground", f'"{place}"', self.act, hint)


def load(act: str, campaign: str = "khorramshahr") -> Ground:
    """Load the ground of an act from the cache, or build it and fill the cache.

    Raises GroundError for an unknown act or a fault in the layers.
    """
    if act not in ACTS:
        raise GroundError("an act", f'"{act}"', "ground", suggest(act, ACTS))
    folder = files.campaign_path(campaign) / "ground"
    path = files.cache_folder() / "ground" / f"{act}-{_key(folder, act)}.npz"
    cached = _read_cache(path)
    if cached is not None:
        return cached
    from refight.ground import build  # h3 and shapely: only when the cache is cold

    ground = build.build(folder, act)
    _fill_cache(path, ground)
    return ground


def pack(ground: Ground) -> bytes:
    """Write a ground as the bytes of an .npz archive without pickles."""
    words = {
        "act": ground.act,
        "resolution": ground.resolution,
        "cells": ground.cells,
        "crossings": [asdict(each) for each in ground.crossings],
        "place_cell": ground.place_cell,
        "sets": list(ground.sets),
    }
    arrays: dict[str, NDArray[Any]] = {name: getattr(ground, name) for name in ARRAYS}
    arrays |= {f"set:{name}": cells for name, cells in ground.sets.items()}
    arrays["words"] = np.frombuffer(json.dumps(words).encode(), dtype=np.uint8)
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def unpack(content: bytes) -> Ground:
    """Read back what `pack` wrote. Raises ValueError or KeyError for anything else."""
    with np.load(io.BytesIO(content), allow_pickle=False) as held:
        words = json.loads(held["words"].tobytes())
        arrays = {name: held[name] for name in ARRAYS}
        sets = {name: held[f"set:{name}"] for name in words["sets"]}
    return Ground(
        act=words["act"],
        resolution=words["resolution"],
        cells=tuple(words["cells"]),
        **arrays,
        sets=sets,
        crossings=tuple(Crossing(**each) for each in words["crossings"]),
        place_cell=words["place_cell"],
    )


def _key(folder: Path, act: str) -> str:
    """Digest the layers and the code that turns them into cells."""
    layers = sorted(folder.glob("*.geojson"))
    code = sorted(Path(__file__).parent.glob("*.py"))
    parts = [act, *(digest(each.read_bytes()) for each in (*layers, *code))]
    return digest(parts)[:16]


def _read_cache(path: Path) -> Ground | None:
    try:
        return unpack(path.read_bytes())
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile):
        return None  # absent or damaged: it can be built again


def _fill_cache(path: Path, ground: Ground) -> None:
    try:
        files.write_atomic(path, pack(ground), GroundError)
    except GroundError:
        return  # a read-only home slows the next start, no more
