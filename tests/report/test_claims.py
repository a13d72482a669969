"""The record of one claim: found, ordered by date, copies counted once."""

import json

import pytest

from refight.errors import EvidenceError
from refight.evidence.archive import Archive
from refight.files import campaign_path
from refight.report.claims import find_claims, record_data, record_lines
from refight.report.lines import WIDTH


@pytest.fixture(scope="module")
def archive() -> Archive:
    """Read the shipped archive once."""
    return Archive.read(campaign_path("khorramshahr"))


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("press-575", "khorramshahr-1980/press-575"),
        ("khorramshahr-1980/press-575", "khorramshahr-1980/press-575"),
        ("occupation length", "khorramshahr-1980/press-575"),
        ("575", "khorramshahr-1980/press-575"),
        ("19,070", "beit-ol-moqaddas-1982/bm-enwiki-current-23"),
        ("Parthian", "khorramshahr-1980/press-parthian"),
    ],
)
def test_found_by_id_subject_number_and_words(
    archive: Archive, query: str, key: str
) -> None:
    assert key in {claim.key for claim in find_claims(archive, query)}


@pytest.mark.parametrize("query", ["pres-575", "occupation-lenght"])
def test_wrong_id_names_the_nearest(archive: Archive, query: str) -> None:
    with pytest.raises(EvidenceError, match="did you mean"):
        find_claims(archive, query)


def test_nothing_asked_is_refused(archive: Archive) -> None:
    with pytest.raises(EvidenceError):
        find_claims(archive, "  ")


def test_several_subjects_are_candidates(archive: Archive) -> None:
    page = record_data(archive, "women")
    assert "women-share" in {it["about"] for it in page["candidates"]}
    assert "Ask for one" in record_lines(page)[0]


def test_rivals_stand_in_order_of_date(archive: Archive) -> None:
    page = record_data(archive, "city-fell-on")
    dates = [it["first"] for it in page["recorded"] if it["first"]]
    assert dates == sorted(dates)
    assert len(dates) > 10


def test_how_each_source_was_seen_is_said(archive: Archive) -> None:
    text = "\n".join(record_lines(record_data(archive, "city-fell-on")))
    assert "seen: read" in text
    assert "recalled, not checked" in text


def test_copies_are_one_voice(archive: Archive) -> None:
    page = record_data(archive, "iraqi-prisoners")
    assert len(page["voices"]) < len(page["recorded"])
    text = "\n".join(record_lines(page))
    assert "14 claims of 7 voices" in text
    assert "Counted as one voice" in text


def test_outcomes_that_rest_on_it_are_named(archive: Archive) -> None:
    page = record_data(archive, "press-575")
    assert "khorramshahr-1980/fall-date" in {o["outcome"] for o in page["outcomes"]}


def test_every_subject_has_a_page_that_fits(archive: Archive) -> None:
    for about in sorted({claim.about for claim in archive.claims.values()}):
        page = record_data(archive, about)
        json.dumps(page, allow_nan=False)
        for line in record_lines(page):
            assert len(line) <= WIDTH or " " not in line.strip()


def test_loaded_words_are_put_into_quotation_marks(archive: Archive) -> None:
    page = record_data(archive, "iraqi-prisoners")
    assert '"prisoners"' in "\n".join(record_lines(page, ["prisoners"]))
