"""Layers: the project's own GeoJSON map layers, read and checked.

Reads `<campaign>/ground/*.geojson`, one file a layer, one feature a line;
returns `Feature` records. Degrees (WGS84), metres. Period 1980-82.
Every feature carries `accuracy_m` and `source`. Knows nothing of cells.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from refight.errors import GroundError, suggest
from refight.files import parse_json, read_text

ACTS = ("fall", "liberation")
LAYERS = (
    "area",
    "border",
    "builtup",
    "canals",
    "control",
    "crossings",
    "marsh",
    "mines",
    "places",
    "rail",
    "rivers",
    "roads",
    "sets",
    "vegetation",
    "works",
)
SHAPES = ("Point", "MultiPoint", "LineString", "Polygon")
REQUIRED = ("id", "name", "kind", "act", "accuracy_m", "source")


@dataclass(frozen=True)
class Feature:
    """One drawn thing: what it is, where it lies, how sure that is, and who says so.

    points      (n, 2)  longitude and latitude in degrees; a polygon's outer ring
    properties          what its layer needs besides (level, density, over ...)
    where               file:line, for error messages
    """

    layer: str
    id: str
    name: str
    name_fa: str
    kind: str
    act: str
    shape: str
    points: tuple[tuple[float, float], ...]
    accuracy_m: float
    source: str
    properties: dict[str, Any]
    where: str

    def serves(self, act: str) -> bool:
        """Tell whether the feature belongs to an act."""
        return self.act in (act, "both")


Layers = dict[str, tuple[Feature, ...]]


def read(folder: Path) -> Layers:
    """Read every layer of a campaign's ground folder.

    Raises GroundError for a missing layer, broken JSON, a feature without its
    required properties, an unknown act or shape, or an id used twice in an act.
    """
    return {layer: _read_layer(folder / f"{layer}.geojson", layer) for layer in LAYERS}


def of_act(layers: Layers, act: str) -> Layers:
    """Keep the features of one act. Raises GroundError for an unknown act."""
    if act not in ACTS:
        raise GroundError(
            "the name of an act", f'"{act}"', "ground", suggest(act, ACTS)
        )
    return {
        layer: tuple(each for each in features if each.serves(act))
        for layer, features in layers.items()
    }


def find(layers: Layers, layer: str, name: str) -> Feature:
    """Find a feature by id. Raises GroundError with the nearest id."""
    for each in layers[layer]:
        if each.id == name:
            return each
    known = [each.id for each in layers[layer]]
    raise GroundError(
        f"an id of layer {layer}", f'"{name}"', layer, suggest(name, known)
    )


def _read_layer(path: Path, layer: str) -> tuple[Feature, ...]:
    text = read_text(path, GroundError)
    hint = "mend the line named here"
    document = parse_json(text, str(path), GroundError, "GeoJSON", hint)
    raw = document.get("features") if isinstance(document, dict) else None
    if not isinstance(raw, list):
        raise GroundError("a FeatureCollection", "no list of features", str(path))
    lines = _feature_lines(text)
    features = tuple(
        _feature(each, layer, f"{path}:{lines.get(index, 1)}")
        for index, each in enumerate(raw)
    )
    _refuse_twins(features)
    return features


def _feature_lines(text: str) -> dict[int, int]:
    """Map the number of a feature to its line: layers hold one feature a line."""
    starts = [
        number
        for number, line in enumerate(text.splitlines(), 1)
        if line.lstrip().startswith('{"type": "Feature",')
    ]
    return dict(enumerate(starts))


def _feature(raw: Any, layer: str, where: str) -> Feature:
    if not isinstance(raw, dict) or raw.get("type") != "Feature":
        raise GroundError("a GeoJSON Feature", repr(raw)[:40], where)
    properties = raw.get("properties") or {}
    if not isinstance(properties, dict):
        raise GroundError("a mapping of properties", repr(properties)[:40], where)
    for key in REQUIRED:
        if properties.get(key) in (None, ""):
            raise GroundError(f'the property "{key}"', "none", where, f"add {key}")
    if properties["act"] not in (*ACTS, "both"):
        found = f'"{properties["act"]}"'
        hint = suggest(str(properties["act"]), (*ACTS, "both"))
        raise GroundError("an act", found, where, hint)
    shape, points = _geometry(raw.get("geometry"), where)
    return Feature(
        layer=layer,
        id=str(properties["id"]),
        name=str(properties["name"]),
        name_fa=str(properties.get("name_fa") or ""),
        kind=str(properties["kind"]),
        act=str(properties["act"]),
        shape=shape,
        points=points,
        accuracy_m=_positive(properties["accuracy_m"], "accuracy_m", where),
        source=str(properties["source"]),
        properties=properties,
        where=where,
    )


def _geometry(raw: Any, where: str) -> tuple[str, tuple[tuple[float, float], ...]]:
    shape = raw.get("type") if isinstance(raw, dict) else None
    if shape not in SHAPES:
        hint = f"use one of: {', '.join(SHAPES)}"
        raise GroundError("a geometry the ground knows", repr(shape), where, hint)
    try:
        held = raw["coordinates"]
        held = [held] if shape == "Point" else held[0] if shape == "Polygon" else held
        points = tuple((float(x), float(y)) for x, y in held)
    except (KeyError, IndexError, TypeError, ValueError) as cause:
        raise GroundError(
            "pairs of longitude and latitude", "something else", where
        ) from cause
    if not all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in points):
        hint = "longitude comes first"
        raise GroundError("degrees", "a coordinate out of range", where, hint)
    return shape, points


def _positive(value: Any, key: str, where: str) -> float:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and value > 0:
        return float(value)
    raise GroundError(f"a positive number of metres in {key}", repr(value), where)


def _refuse_twins(features: tuple[Feature, ...]) -> None:
    seen: dict[tuple[str, str], str] = {}
    for each in features:
        for act in ACTS:
            if not each.serves(act):
                continue
            first = seen.setdefault((each.id, act), each.where)
            if first != each.where:
                found = f'"{each.id}" a second time (first at {first})'
                raise GroundError("each id once in an act", found, each.where)
