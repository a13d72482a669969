"""Ground: the cells of an act and its map layers, as the page reads them.

Cells are a net of shared corners in whole steps of a hundred-thousandth of a degree
(about a metre), so that the front is the sides between cells of other control.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.engine import system as sy
from refight.files import campaign_path
from refight.ground.grid import Ground, Terrain
from refight.ground.layers import Feature, of_act, read
from refight.ground.mesh import corners
from refight.report.gazetteer import LINES as ROADS
from refight.report.gazetteer import SPOTS, Gazetteer, said_at

GRAIN = 1e-5  # degrees
LINES = ("LineString", "MultiPoint")


def cells_data(ground: Ground, names: Gazetteer) -> dict[str, Any]:
    """Give the cells: corners, rings, what lies across each side, what covers them."""
    points, rings, across = corners(ground.cells)
    origin = np.floor(points.min(axis=0) * 10) / 10
    return {
        "count": ground.size,
        "resolution": ground.resolution,
        "origin": origin.round(1).tolist(),
        "grain": GRAIN,
        "vertices": _grains(points, origin),
        "rings": rings.ravel().tolist(),
        "neighbours": across.ravel().tolist(),
        "centres": _grains(ground.lonlat, origin),
        "terrain": ground.terrain.tolist(),
        "terrain_words": [each.name.lower() for each in Terrain],
        "works": _short(ground.works),
        "mines": _short(ground.mines),
        "control": ground.control.tolist(),
        "names": [said_at([names.spot(cell)]) for cell in range(ground.size)],
    }


def sets_data(ground: Ground) -> dict[str, Any]:
    """Give the named sets of cells, with words where people have a name for them."""
    words = {**SPOTS, **ROADS}
    return {
        name: {
            "words": words.get(name, name.replace("_", " ")),
            "cells": cells.tolist(),
        }
        for name, cells in ground.sets.items()
    }


def layers_data(act: str, campaign: str) -> dict[str, Any]:
    """Give the map layers of an act as GeoJSON; named sets stand elsewhere."""
    layers = of_act(read(campaign_path(campaign) / "ground"), act)
    return {
        name: _collection(features)
        for name, features in layers.items()
        if name != "sets"
    }


def crossings_data(ground: Ground) -> list[dict[str, Any]]:
    """Give the crossings in the order of the engine's index."""
    return [_crossing(ground, index) for index in range(len(ground.crossings))]


def _crossing(ground: Ground, index: int) -> dict[str, Any]:
    crossing = ground.crossings[index]
    ends = ground.ends(crossing.id)
    lon, lat = ground.lonlat[list(ends)].mean(axis=0)
    return {
        "id": crossing.id,
        "name": crossing.name,
        "kind": crossing.kind,
        "state": sy.BRIDGE if crossing.open_at_start else sy.CLOSED,
        "lon": round(float(lon), 5),
        "lat": round(float(lat), 5),
        "cells": list(ends),
    }


def _grains(points: NDArray[np.float64], origin: NDArray[np.float64]) -> list[int]:
    whole = np.rint((points - origin) / GRAIN).astype(int).ravel()
    return [int(each) for each in whole]


def _short(values: NDArray[np.float64]) -> list[float]:
    return [float(each) for each in values.round(2)]


def _collection(features: Iterable[Feature]) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {**each.properties, "name_fa": each.name_fa},
                "geometry": {"type": each.shape, "coordinates": _points(each)},
            }
            for each in features
        ],
    }


def _points(feature: Feature) -> Any:
    points = [list(each) for each in feature.points]
    if feature.shape == "Point":
        return points[0]
    return points if feature.shape in LINES else [points]
