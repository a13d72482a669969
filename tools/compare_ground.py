"""Compare the project's own map lines with reference lines in a folder.

The reference lines (OpenStreetMap, GSHHG, hand-digitised roads) are under other
licences, are not shipped, and serve for nothing but this measurement.
Reads GeoJSON, prints a Markdown table. Metres; both directions are measured.

    python tools/compare_ground.py FOLDER
"""

import argparse
import json
import math
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiLineString

from refight.errors import GroundError, RefightError
from refight.files import campaign_path
from refight.ground.layers import find, read
from refight.ground.mesh import densify

LATITUDE = 30.9  # middle of the theatre: the flat map is true there within 1 %
DEGREE_M = 111_000.0
STEP_M = 100.0
WINDOW = (47.65, 30.30, 48.75, 31.50)  # west, south, east, north: the grids' ground

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Pairing:
    """One of our lines, the reference lines for it, and how far off it may be.

    limit_m     90 % of both lines lie nearer to the other than this
    reference   accuracy of the reference itself in metres, as its README gives it
    """

    layer: str
    line: str
    file: str
    names: tuple[str, ...]
    limit_m: float
    reference: str


@dataclass(frozen=True)
class Gap:
    """How far two lines lie apart, both directions together, in metres."""

    median_m: float
    ninety_m: float
    greatest_m: float


PAIRINGS = (
    Pairing("rivers", "karun", "rivers", ("Karun",), 1000, "150-1500"),
    Pairing("rivers", "arvand", "rivers", ("Shatt al-Arab",), 800, "250-1500"),
    Pairing("rivers", "bahmanshir", "rivers", ("Bahmanshir",), 800, "800"),
    Pairing("border", "border", "border", ("Iran-Iraq border",), 700, "150"),
    Pairing(
        "roads",
        "road-ahvaz-khorramshahr",
        "roads",
        ("Ahvaz-Khorramshahr road (west of the Karun)",),
        3500,
        "3000",
    ),
    Pairing(
        "roads",
        "road-ahvaz-abadan",
        "roads",
        ("Ahvaz-Darkhovin-Abadan road (east of the Karun)",),
        3500,
        "2000",
    ),
    Pairing(
        "roads",
        "road-shalamcheh",
        "roads",
        ("Khorramshahr-Shalamcheh-Basra road",),
        1500,
        "1200",
    ),
    Pairing(
        "rail",
        "rail-ahvaz-khorramshahr",
        "rail",
        ("Ahvaz-Khorramshahr railway",),
        5500,
        "2500",
    ),
)


def measure(pairing: Pairing, folder: Path) -> Gap:
    """Measure one of our lines against its reference in a folder.

    Raises GroundError when the folder lacks the file or the line.
    """
    ground = read(campaign_path("khorramshahr") / "ground")
    ours = find(ground, pairing.layer, pairing.line).points
    theirs = _reference(folder / f"{pairing.file}.geojson", pairing.names)
    return gap((ours,), theirs)


def gap(ours: tuple[Points, ...], theirs: tuple[Points, ...]) -> Gap:
    """Measure two sets of lines along the stretch that both cover."""
    here, there = _flat(ours), _flat(theirs)
    away = np.concatenate([_distances(here, there), _distances(there, here)])
    return Gap(
        median_m=float(np.median(away)),
        ninety_m=float(np.quantile(away, 0.9)),
        greatest_m=float(away.max()),
    )


def table(folder: Path) -> str:
    """Write the Markdown table of all pairings."""
    rows = [
        "| line | half within | 90 % within | greatest | limit for 90 % |"
        " reference itself |",
        "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for each in PAIRINGS:
        found = measure(each, folder)
        figures = (found.median_m, found.ninety_m, found.greatest_m, each.limit_m)
        cells = " | ".join(f"{figure:,.0f} m" for figure in figures)
        rows.append(f"| {each.line} | {cells} | {each.reference} m |")
    return "\n".join(rows)


def _reference(path: Path, names: tuple[str, ...]) -> tuple[Points, ...]:
    if not path.is_file():
        raise GroundError("a folder of reference lines", "no such file", str(path))
    lines: list[Points] = []
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        if feature["properties"].get("name") not in names:
            continue
        held = feature["geometry"]["coordinates"]
        parts = [held] if feature["geometry"]["type"] == "LineString" else held
        lines.extend(tuple((float(x), float(y)) for x, y, *_ in part) for part in parts)
    if not lines:
        raise GroundError("a reference line", f"none named {names}", str(path))
    return tuple(lines)


def _flat(lines: tuple[Points, ...]) -> MultiLineString:
    squeeze = math.cos(math.radians(LATITUDE))
    return MultiLineString(
        [
            LineString(
                [
                    (lon * squeeze * DEGREE_M, lat * DEGREE_M)
                    for lon, lat in densify(line, STEP_M)
                ]
            )
            for line in lines
        ]
    )


def _distances(here: MultiLineString, there: MultiLineString) -> NDArray[np.float64]:
    """Measure from the points of one set to the other, where both exist.

    A point counts while it lies on the ground of the grids, and not where the
    nearest thing on the other line is only the place where that line stops.
    """
    points = shapely.points(shapely.get_coordinates(here))
    inside = shapely.contains(_window(), points)
    ends = shapely.union_all([line.boundary for line in _outer(there)])
    stops = shapely.distance(points, ends) <= shapely.distance(points, there)
    kept = np.asarray(points)[inside & ~stops]
    distances: NDArray[np.float64] = np.asarray(shapely.distance(kept, there))
    return distances


def _window() -> shapely.Polygon:
    west, south, east, north = WINDOW
    across = math.cos(math.radians(LATITUDE)) * DEGREE_M
    return shapely.box(west * across, south * DEGREE_M, east * across, north * DEGREE_M)


def _outer(lines: MultiLineString) -> list[LineString]:
    merged = shapely.line_merge(lines)
    return list(getattr(merged, "geoms", [merged]))


def main() -> int:
    """Print the table; 1 when a line is further off than its limit, 2 for bad input."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    try:
        print(table(folder))
        over = [p for p in PAIRINGS if measure(p, folder).ninety_m > p.limit_m]
    except RefightError as error:
        print(error.message(), file=sys.stderr)
        return 2
    return 1 if over else 0


if __name__ == "__main__":
    raise SystemExit(main())
