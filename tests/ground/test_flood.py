"""What can be reached dry: rivers part the banks, and only bridges join them."""

from collections import deque

import pytest

from refight.ground.grid import Ground, Obstacle, Terrain


def reached(
    ground: Ground, start: int, bridges: frozenset[str] = frozenset()
) -> set[int]:
    """Flood from a cell over land, never over a major river but on these bridges."""
    open_now = {ground.crossing_index(name) for name in bridges}
    found, waiting = {start}, deque([start])
    while waiting:
        cell = waiting.popleft()
        for slot, other in enumerate(ground.neighbours[cell].tolist()):
            if other < 0 or other in found or ground.terrain[other] == Terrain.WATER:
                continue
            wet = ground.obstacle[cell, slot] == Obstacle.MAJOR
            if wet and ground.crossing[cell, slot] not in open_now:
                continue
            found.add(other)
            waiting.append(other)
    return found


def beside(ground: Ground, lon: float, lat: float) -> int:
    """Find the cell with its centre nearest to a point."""
    away = (ground.lonlat - (lon, lat)) ** 2
    return int(away.sum(axis=1).argmin())


def test_north_bank_reaches_shalamcheh_and_the_iraqi_rear(fall: Ground) -> None:
    dry = reached(fall, fall.cell_of("friday-mosque"))
    for place in ("shalamcheh", "port", "railway-station", "dezh-barracks", "basra"):
        assert fall.cell_of(place) in dry, place
    for name in (
        "city",
        "iraqi_rear",
        "ahvaz_road",
        "border_posts",
        "mared",
        "customs",
    ):
        assert set(fall.cells_of(name).tolist()) <= dry, name


def test_north_bank_does_not_reach_abadan_or_the_other_banks(fall: Ground) -> None:
    dry = reached(fall, fall.cell_of("friday-mosque"))
    for name in ("abadan_island", "south_bank", "mared_east", "entry_darkhovin"):
        assert not set(fall.cells_of(name).tolist()) & dry, name
    for lon, lat in ((48.10, 30.43), (48.15, 30.42), (48.16, 30.36)):  # Iraqi bank
        assert beside(fall, lon, lat) not in dry
    for lon, lat in ((48.24, 30.43), (48.31, 30.48), (48.36, 30.65)):  # east bank
        assert beside(fall, lon, lat) not in dry


def test_abadan_is_joined_to_the_city_by_the_karun_bridge_alone(fall: Ground) -> None:
    city = fall.cell_of("friday-mosque")
    over = reached(fall, city, frozenset({"karun-bridge"}))
    assert set(fall.cells_of("abadan_island").tolist()) <= over
    assert fall.cell_of("darkhovin") not in over


def test_abadan_is_joined_to_the_east_bank_by_the_bahmanshir_bridges(
    fall: Ground,
) -> None:
    for bridge in ("bahmanshir-station-7", "bahmanshir-station-12"):
        over = reached(fall, fall.cell_of("abadan"), frozenset({bridge}))
        assert fall.cell_of("darkhovin") in over
        assert fall.cell_of("friday-mosque") not in over


def test_mared_pontoon_leads_from_the_west_bank_to_the_east(fall: Ground) -> None:
    west = fall.cell_of("shalamcheh")
    over = reached(fall, west, frozenset({"mared-pontoon"}))
    assert set(fall.cells_of("mared_east").tolist()) <= over
    assert fall.cell_of("abadan") not in over


def test_karun_bridge_set_is_the_north_end_of_the_bridge(fall: Ground) -> None:
    end = int(fall.cells_of("karun_bridge")[0])
    assert end in fall.ends("karun-bridge")
    assert end in reached(fall, fall.cell_of("friday-mosque"))


def test_liberation_banks_are_apart(liberation: Ground) -> None:
    west = reached(liberation, liberation.cell_of("khorramshahr"))
    for place in ("shalamcheh", "hamid-garrison", "hoveyzeh", "tanuma", "kushk"):
        assert liberation.cell_of(place) in west, place
    for place in ("darkhovin", "salmanieh", "farsiat", "abadan", "mared", "basra"):
        assert liberation.cell_of(place) not in west, place


@pytest.mark.parametrize("number", range(1, 6))
def test_each_floating_bridge_alone_joins_the_banks(
    liberation: Ground, number: int
) -> None:
    site = f"karun-site-{number}"
    east = liberation.cell_of("darkhovin")
    assert liberation.cell_of("husseiniyeh") not in reached(liberation, east)
    over = reached(liberation, east, frozenset({site}))
    assert liberation.cell_of("husseiniyeh") in over
    ends = set(liberation.ends(site))
    sides = {
        int(liberation.cells_of(f"site_{number}_{bank}")[0])
        for bank in ("west", "east")
    }
    assert ends == sides


def test_iraqi_bridges_join_basra_and_the_front(liberation: Ground) -> None:
    for bridge in ("tanuma-bridges", "nashwa-bridge", "iraqi-pontoon-khorramshahr"):
        over = reached(liberation, liberation.cell_of("basra"), frozenset({bridge}))
        assert liberation.cell_of("shalamcheh") in over


def test_only_a_few_cells_are_cut_off(fall: Ground, liberation: Ground) -> None:
    for ground in (fall, liberation):
        left, parts = set(range(ground.size)), []
        while left:
            part = reached(ground, min(left))
            parts.append(len(part))
            left -= part
        assert min(parts) > 20, parts  # every part is a bank, none a stray cell
        assert len(parts) == 4
