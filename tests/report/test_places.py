"""The page of a place: both points, how far apart, and all that happened there."""

import json
from dataclasses import replace

import pytest

from refight.errors import EvidenceError
from refight.evidence.archive import Archive
from refight.files import campaign_path
from refight.report.lines import WIDTH
from refight.report.places import distance_m, place_data, place_lines


@pytest.fixture(scope="module")
def archive() -> Archive:
    """Read the shipped archive once."""
    return Archive.read(campaign_path("khorramshahr"))


def test_both_folders_and_their_distance(archive: Archive) -> None:
    page = place_data(archive, "hosseiniyeh")
    assert len(page["places"]) == 2
    assert 6_000 < page["apart_m"] < 9_000
    assert "m apart" in "\n".join(place_lines(page))


def test_a_degree_of_latitude_is_111_km(archive: Archive) -> None:
    here = archive.place("customs")[0]
    assert here.lat is not None
    north = replace(here, lat=here.lat + 1)
    assert distance_m(here, north) == pytest.approx(111_195, rel=1e-3)


def test_events_formations_and_claims(archive: Archive) -> None:
    page = place_data(archive, "shalamcheh")
    assert {"khorramshahr-1980/iq-6ab", "beit-ol-moqaddas-1982/iq-rg-10"} <= {
        it["formation"] for it in page["formations"]
    }
    dates = [it["date"] for it in page["events"]]
    assert dates == sorted(dates)
    assert page["claims"]


def test_a_working_line_has_no_fixed_spot(archive: Archive) -> None:
    text = "\n".join(place_lines(place_data(archive, "front-start")))
    assert "no fixed spot" in text


def test_unknown_place_names_the_nearest(archive: Archive) -> None:
    with pytest.raises(EvidenceError, match="shalamcheh"):
        place_data(archive, "shalamcha")


def test_every_place_has_a_page_that_fits(archive: Archive) -> None:
    for key in archive.places:
        page = place_data(archive, key)
        json.dumps(page, allow_nan=False)
        assert all(len(line) <= WIDTH for line in place_lines(page))
