"""The shipped evidence: sums that are attested, places that are our own, rules kept."""

import re
from pathlib import Path

import pytest

from refight.evidence import shelf
from refight.evidence.archive import Archive
from refight.evidence.shelf import evidence_files
from refight.files import campaign_path

MAPS_OF_OTHERS = re.compile(r"osm|openstreetmap|natural.?earth|gshhg|geonames", re.I)


def _men(archive: Archive, folder: str, side: str) -> tuple[float, float]:
    entries = [
        each.personnel
        for each in archive.orbat.values()
        if each.folder == folder and each.side == side and not each.counted_in
    ]
    kept = [each for each in entries if each is not None]
    return sum(e.low or 0 for e in kept), sum(e.high or 0 for e in kept)


@pytest.mark.parametrize(
    ("folder", "side", "men"),
    [
        ("beit-ol-moqaddas-1982", "iran", (64_681, 76_193)),
        ("beit-ol-moqaddas-1982", "iraq", (70_572, 80_433)),
        ("khorramshahr-1980", "iraq", (15_700, 25_200)),
    ],
)
def test_strengths_add_up_to_the_stated_totals(
    archive: Archive, folder: str, side: str, men: tuple[float, float]
) -> None:
    low, high = _men(archive, folder, side)
    assert low == pytest.approx(men[0], rel=0.01)
    assert high == pytest.approx(men[1], rel=0.01)


def test_tanks_of_1982_add_up(archive: Archive) -> None:
    tanks = {"iran": 0.0, "iraq": 0.0}
    for each in archive.orbat.values():
        if each.folder == "beit-ol-moqaddas-1982" and each.tanks:
            tanks[each.side] += each.tanks.low or 0
    assert tanks == {"iran": 690, "iraq": 1431}


def test_no_place_comes_from_a_map_of_others() -> None:
    for name, path in evidence_files(campaign_path("khorramshahr")).items():
        if name.endswith(("/places", "/sources")):
            assert not MAPS_OF_OTHERS.search(path.read_text(encoding="utf-8")), name


def test_places_lie_in_the_theatre(archive: Archive) -> None:
    for each in archive.places.values():
        if each.lon is not None and each.lat is not None:
            assert 47.5 < each.lon < 49, each.key
            assert 30 < each.lat < 32, each.key


def test_recall_alone_carries_no_scored_outcome_but_the_ones_that_say_so(
    archive: Archive,
) -> None:
    for each in archive.outcomes.values():
        accesses = {
            archive.sources[archive.claims[key].source].access for key in each.claims
        }
        if each.score and accesses == {"recalled"}:
            assert "recall" in each.reasoning.lower(), each.key


def test_nobody_is_counted_twice(archive: Archive) -> None:
    for each in archive.orbat.values():
        if each.counted_in:
            whole = archive.orbat[each.counted_in]
            assert whole.side == each.side
            assert not whole.counted_in


def test_warm_reading_parses_no_yaml(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Archive.read(campaign)
    monkeypatch.delattr(shelf, "load_yaml")
    assert len(Archive.read(campaign).claims) == 3
