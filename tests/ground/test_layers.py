"""Layers: complete, coarse enough to be the project's own, and refused when broken."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from refight.errors import GroundError
from refight.files import campaign_path
from refight.ground import build
from refight.ground.layers import Layers, read

LINES = ("rivers", "border", "roads", "rail", "canals", "works", "mines", "control")
GRID = 0.005  # degrees: nobody's survey, nobody's traced line


def test_every_feature_says_how_sure_and_who_says_so(layers: Layers) -> None:
    for features in layers.values():
        for each in features:
            assert each.accuracy_m >= 500, each.id
            assert len(each.source) > 10, each.id


def test_lines_are_on_the_coarse_grid(layers: Layers) -> None:
    for layer in (*LINES, "builtup", "vegetation", "marsh"):
        for feature in layers[layer]:
            if feature.shape == "MultiPoint":
                continue
            for value in (v for point in feature.points for v in point):
                assert abs(value / GRID - round(value / GRID)) < 1e-6, feature.id


def test_lines_are_sparse(layers: Layers) -> None:
    for layer in LINES:
        for feature in layers[layer]:
            assert len(feature.points) <= 100, feature.id


def test_named_things_have_both_scripts(layers: Layers) -> None:
    for layer in ("places", "rivers", "roads", "rail", "crossings", "border"):
        for each in layers[layer]:
            assert any("؀" <= letter <= "ۿ" for letter in each.name_fa), each.id


def test_the_disputed_river_carries_both_names(layers: Layers) -> None:
    (arvand,) = (each for each in layers["rivers"] if each.id == "arvand")
    assert "Arvand" in arvand.name and "Shatt al-Arab" in arvand.name


def test_tributaries_end_on_the_river_they_meet(layers: Layers) -> None:
    rivers = {each.id: each.points for each in layers["rivers"]}
    assert rivers["karun"][-1] in rivers["arvand"]
    assert rivers["bahmanshir"][0] in rivers["karun"]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = tmp_path / "ground"
    shutil.copytree(campaign_path("khorramshahr") / "ground", folder)
    return folder


def change(folder: Path, layer: str, name: str, **properties: Any) -> None:
    """Change properties of one feature; "geometry" replaces its geometry."""
    path = folder / f"{layer}.geojson"
    document = json.loads(path.read_text("utf-8"))
    for each in document["features"]:
        if each["properties"]["id"] == name:
            each["geometry"] = properties.pop("geometry", each["geometry"])
            each["properties"].update(properties)
            break
    lines = ",\n".join(json.dumps(each) for each in document["features"])
    path.write_text(f'{{"features": [\n{lines}\n]}}', "utf-8")


def point(lon: float, lat: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [lon, lat]}


@pytest.mark.parametrize(
    ("layer", "name", "properties", "words"),
    [
        ("crossings", "mared-pontoon", {"over": "karum"}, "karun"),
        ("crossings", "mared-pontoon", {"geometry": point(48.0, 30.7)}, "no stretch"),
        ("crossings", "mared-pontoon", {"capacity_t_day": -1}, "capacity_t_day"),
        ("crossings", "mared-pontoon", {"open_at_start": "no"}, "open_at_start"),
        ("works", "outer-dike", {"level": 9}, "level from 0 to 3"),
        ("builtup", "abadan-city", {"kind": "town"}, "a kind of terrain"),
        ("roads", "road-shalamcheh", {"kind": "pave"}, "paved"),
        ("rivers", "karun", {"accuracy_m": 0}, "positive number"),
        ("rivers", "karun", {"source": ""}, "source"),
        ("rivers", "karun", {"act": "fal"}, "fall"),
        ("rivers", "karun", {"geometry": {"type": "Circle"}}, "geometry"),
        ("rivers", "karun", {"geometry": point(30.4, 148.2)}, "longitude comes first"),
        ("sets", "mosque", {"geometry": point(10.0, 10.0)}, "at least one cell"),
        ("sets", "mosque", {"terrain": ["TOWN"]}, "a terrain class"),
        ("places", "basra", {"entry": {"fall": "entry_bazra"}}, "entry_basra"),
        ("area", "area-fall", {"act": "liberation"}, "one outline"),
    ],
)
def test_a_fault_is_named_with_its_place(
    broken: Path, layer: str, name: str, properties: dict[str, Any], words: str
) -> None:
    change(broken, layer, name, **properties)
    with pytest.raises(GroundError) as caught:
        build.build(broken, "fall")
    assert words in caught.value.message()
    if layer != "area":
        assert f"{layer}.geojson:" in caught.value.where


def test_an_id_twice_in_an_act_is_refused(broken: Path) -> None:
    change(broken, "rivers", "arvand", id="karun")
    with pytest.raises(GroundError, match="second time"):
        read(broken)


def test_broken_json_names_its_line(broken: Path) -> None:
    (broken / "roads.geojson").write_text('{"features": [\n{]', "utf-8")
    with pytest.raises(GroundError, match=r"roads\.geojson:2"):
        read(broken)


def test_a_missing_layer_is_refused(broken: Path) -> None:
    (broken / "rail.geojson").unlink()
    with pytest.raises(GroundError, match=r"rail\.geojson"):
        read(broken)
