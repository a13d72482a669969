"""The page of a source: bibliography, stance, what rests on it, its root."""

import json

import pytest

from refight.errors import EvidenceError
from refight.evidence.archive import Archive
from refight.files import campaign_path
from refight.report.lines import WIDTH
from refight.report.sources import (
    find_sources,
    source_page_data,
    source_page_lines,
    stance_data,
    stance_lines,
)


@pytest.fixture(scope="module")
def archive() -> Archive:
    """Read the shipped archive once."""
    return Archive.read(campaign_path("khorramshahr"))


def test_one_id_in_two_folders_is_one_page(archive: Archive) -> None:
    page = source_page_data(archive, "presstv")
    assert len(page["records"]) == 2
    assert page["root"] == "the-account"


def test_two_ids_of_one_word_are_candidates(archive: Archive) -> None:
    page = source_page_data(archive, "Samadi")
    assert len(page["candidates"]) == 5
    assert "Ask for one" in source_page_lines(page)[0]


def test_a_word_is_not_found_across_two_others(archive: Archive) -> None:
    with pytest.raises(EvidenceError, match='"nope"'):  # "on Operation" holds it
        source_page_data(archive, "nope")
    assert "candidates" in source_page_data(archive, "beitol")  # Beit-ol-Moqaddas


def test_what_rests_on_it(archive: Archive) -> None:
    (record,) = source_page_data(archive, "fisk")["records"]
    assert "khorramshahr-1980/enter-port" in record["rests"]["outcomes"]
    assert len(record["claims"]) == 8


def test_copies_are_named(archive: Archive) -> None:
    page = source_page_data(archive, "wp-fr")
    assert "khorramshahr-1980/wp-en-old" in page["shares_root_with"]
    assert "One voice with others" in source_page_lines(page)


def test_unknown_source_names_the_nearest(archive: Archive) -> None:
    with pytest.raises(EvidenceError, match='did you mean "fisk"'):
        source_page_data(archive, "fiskk")


def test_every_source_has_a_page_that_fits(archive: Archive) -> None:
    for key in archive.sources:
        page = source_page_data(archive, key)
        json.dumps(page, allow_nan=False)
        for line in source_page_lines(page):
            assert len(line) <= WIDTH or " " not in line.strip()


def test_every_claim_is_counted_once_in_the_table_by_stance(archive: Archive) -> None:
    rows = stance_data(archive)
    assert sum(row["claims"] for row in rows) == len(archive.claims)
    assert sum(row["sources"] for row in rows) == len(archive.sources)
    assert len(stance_lines(rows)) == len(rows) + 1


def test_a_word_is_not_found_across_words(archive: Archive) -> None:
    # "nope" stands in "Ceremony o[n Ope]ration ..." only when spaces are passed over
    with pytest.raises(EvidenceError, match="a source"):
        find_sources(archive, "nope")
    assert find_sources(archive, "kaman ceremony")
