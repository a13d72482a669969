"""The arrays of a ground agree with each other, and with the cache."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from refight.errors import GroundError
from refight.ground import grid
from refight.ground.grid import Ground


@pytest.fixture(params=["fall", "liberation"])
def ground(request: pytest.FixtureRequest) -> Ground:
    found: Ground = request.getfixturevalue(request.param)
    return found


def test_sizes_are_what_the_engine_was_told(fall: Ground, liberation: Ground) -> None:
    assert (fall.resolution, liberation.resolution) == (8, 7)
    assert fall.size <= 3000
    assert liberation.size <= 2800
    assert list(fall.cells) == sorted(fall.cells)


def test_neighbours_are_mutual_and_pairs_alike(ground: Ground) -> None:
    for cell, slot in np.argwhere(ground.neighbours >= 0):
        other = ground.neighbours[cell, slot]
        back = np.flatnonzero(ground.neighbours[other] == cell)
        assert back.size == 1
        for table in (ground.obstacle, ground.crossing, ground.road):
            assert table[cell, slot] == table[other, back[0]]
        assert ground.distance_m[cell, slot] == pytest.approx(
            ground.distance_m[other, back[0]]
        )


def test_slots_turn_clockwise_and_face_each_other(ground: Ground) -> None:
    inner = np.flatnonzero((ground.neighbours >= 0).all(axis=1))
    for cell in inner[::50]:
        for slot in range(6):
            other = ground.neighbours[cell, slot]
            assert ground.neighbours[other, (slot + 3) % 6] == cell


def test_no_neighbour_means_no_edge(ground: Ground) -> None:
    gone = ground.neighbours < 0
    assert (ground.obstacle[gone] == 0).all()
    assert (ground.crossing[gone] == -1).all()
    assert (ground.road[gone] == 0).all()
    assert (ground.distance_m[gone] == 0).all()


def test_distances_and_areas_are_of_the_resolution(ground: Ground) -> None:
    there = ground.distance_m[ground.neighbours >= 0]
    expected = {8: 906, 7: 2396}[ground.resolution]
    assert np.abs(there / expected - 1).max() < 0.06
    assert ground.area_km2.max() / ground.area_km2.min() < 1.06


def test_every_crossing_has_one_pair_and_crosses_something(ground: Ground) -> None:
    for number, crossing in enumerate(ground.crossings):
        assert (ground.crossing == number).sum() == 2
        first, second = ground.ends(crossing.id)
        slot = np.flatnonzero(ground.neighbours[first] == second)[0]
        assert ground.obstacle[first, slot] > 0
        assert crossing.capacity_t_day > 0
        assert crossing.source


def test_quarters_of_the_city_are_distinct_and_in_order(fall: Ground) -> None:
    names = ("port", "customs", "station", "chehel_metri", "farmandari", "mosque")
    cells = [set(fall.cells_of(name).tolist()) for name in (*names, "karun_bridge")]
    assert sum(len(each) for each in cells) == len(set().union(*cells))
    city = set(fall.cells_of("city").tolist())
    assert all(each <= city for each in cells)
    lon = {name: fall.lonlat[fall.cells_of(name), 0].mean() for name in names}
    assert lon["port"] < lon["station"] < lon["chehel_metri"] < lon["farmandari"]


def test_control_at_the_start(fall: Ground, liberation: Ground) -> None:
    assert (fall.control[fall.cells_of("city")] == 1).all()
    assert (fall.control[fall.cells_of("border_posts")] == 1).all()
    assert (fall.control[fall.cells_of("iraqi_rear")] == 0).all()
    for name in ("city", "hoveyzeh", "hamid", "road", "ring", "karkheh_noor_line"):
        assert (liberation.control[liberation.cells_of(name)] == 0).all(), name
    for name in ("karun_east", "abadan_island", "karkheh_assembly", "ahvaz_west"):
        assert (liberation.control[liberation.cells_of(name)] == 1).all(), name


def test_terrain_of_known_places(fall: Ground, liberation: Ground) -> None:
    kind = grid.Terrain
    assert fall.terrain[fall.cell_of("friday-mosque")] == kind.URBAN
    assert fall.terrain[fall.cell_of("port")] == kind.PORT
    assert fall.terrain[fall.cell_of("railway-station")] == kind.SUBURB
    assert fall.terrain[fall.cell_of("husseiniyeh")] == kind.OPEN
    marsh = liberation.lonlat[liberation.terrain == kind.MARSH]
    assert (marsh[:, 0] < 47.9).any() and (marsh[:, 0] > 48.5).any()


def test_roads_run_unbroken(fall: Ground, liberation: Ground) -> None:
    for ground, ends in (
        (fall, ("shalamcheh", "police-rah")),
        (liberation, ("hamid-garrison", "garmdasht")),
    ):
        start, goal = (ground.cell_of(each) for each in ends)
        seen, waiting = {start}, [start]
        while waiting:
            cell = waiting.pop()
            for slot in np.flatnonzero(ground.road[cell] == 2):
                other = int(ground.neighbours[cell, slot])
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        assert goal in seen


def test_works_and_mines_stay_in_range(ground: Ground) -> None:
    assert 0 <= ground.works.min() <= ground.works.max() <= 3
    assert 0 <= ground.mines.min() <= ground.mines.max() <= 1
    assert ground.works.max() > 0
    assert (ground.mines.max() > 0) == (ground.act == "liberation")


def test_pack_and_unpack_are_inverse(ground: Ground) -> None:
    again = grid.unpack(grid.pack(ground))
    for each in fields(Ground):
        ours, theirs = getattr(ground, each.name), getattr(again, each.name)
        if each.name == "sets":
            assert list(ours) == list(theirs)
            assert all((ours[key] == theirs[key]).all() for key in ours)
        else:
            assert np.array_equal(ours, theirs), each.name


def test_load_fills_the_cache_and_survives_a_damaged_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fall: Ground
) -> None:
    monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path))
    first = grid.load("fall")
    (cached,) = (tmp_path / "ground").glob("fall-*.npz")
    cached.write_bytes(cached.read_bytes()[:1000])
    assert grid.load("fall").cells == first.cells == fall.cells
    assert len(cached.read_bytes()) > 1000


def test_a_warm_load_needs_neither_h3_nor_shapely(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess
    import sys

    monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path))
    grid.load("fall")
    code = (
        "import sys; from refight import ground; ground.load('fall'); "
        "raise SystemExit('h3' in sys.modules or 'shapely' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_unknown_words_get_the_nearest(fall: Ground) -> None:
    with pytest.raises(GroundError, match="mosque"):
        fall.cells_of("mosk")
    with pytest.raises(GroundError, match="karun-bridge"):
        fall.crossing_index("karun-bridg")
    with pytest.raises(GroundError, match="shalamcheh"):
        fall.cell_of("shalamche")
    with pytest.raises(GroundError, match="fall"):
        grid.load("fal")
