"""Why: every number ends at claims and sources, or at the word *assumption*."""

import json
from dataclasses import replace

import pytest

from refight.errors import EvidenceError
from refight.evidence.archive import Archive
from refight.evidence.estimate import Estimate
from refight.files import campaign_path
from refight.report.lines import WIDTH
from refight.report.why import why_data, why_lines
from refight.report.whyact import why_act_data

DELAY = Estimate(
    "order-delay",
    "hours",
    6,
    12,
    24,
    "split-lognormal",
    assumption="No source times the orders.",
)


@pytest.fixture(scope="module")
def archive() -> Archive:
    """Read the shipped archive once."""
    return Archive.read(campaign_path("khorramshahr"))


def test_an_outcome_goes_down_to_sources(archive: Archive) -> None:
    page = why_data(archive, "fall-date")
    assert page["name"] == "khorramshahr-1980/fall-date"
    assert {"wd2-saddam", "fa-dates"} <= {
        it["claim"].split("/")[1] for it in page["claims"]
    }
    text = "\n".join(why_lines(page))
    assert "15 claims of 13 voices" in text
    assert "seen: read" in text
    assert "assumption" not in text


def test_rivals_set_aside_are_shown(archive: Archive) -> None:
    page = why_data(archive, "phase-1-start")
    assert page["set_aside"]
    assert "Set aside" in why_lines(page)


def test_an_estimate_without_claims_says_assumption(archive: Archive) -> None:
    page = why_data(archive, "order-delay", {"order-delay": DELAY})
    text = "\n".join(why_lines(page))
    assert "*assumption*" in text
    assert "No source times the orders." in text
    assert "best 12, 5 to 95 per cent: 6 to 24 hours" in text


def test_a_number_of_a_formation(archive: Archive) -> None:
    page = why_data(archive, "iq-6ab.tanks")
    assert page["assumption"] is None
    assert "derived:" in page["note"]
    assert {it["claim"].split("/")[1] for it in page["claims"]} == {
        "re-3div",
        "de-mission",
    }


def test_an_apportioned_number_without_claims_is_an_assumption(
    archive: Archive,
) -> None:
    page = why_data(archive, "ir-16-1.tanks")
    assert "tank battalion" in page["assumption"]
    assert [it["source"] for it in page["sources"]] == ["beit-ol-moqaddas-1982/ihuo"]


def test_several_that_fit_are_listed(archive: Archive) -> None:
    with pytest.raises(EvidenceError) as caught:
        why_data(archive, "iranian-killed")
    assert "khorramshahr-1980/iranian-killed" in caught.value.hint
    assert "beit-ol-moqaddas-1982/iranian-killed" in caught.value.hint


def test_unknown_number_names_the_nearest(archive: Archive) -> None:
    with pytest.raises(EvidenceError, match='did you mean "fall-date"'):
        why_data(archive, "fal-date")
    with pytest.raises(EvidenceError, match='did you mean "order-delay"'):
        why_data(archive, "order-dely", {"order-delay": DELAY})


def test_everything_ends_at_sources_or_at_an_assumption(archive: Archive) -> None:
    for key in (*archive.outcomes, *archive.orbat, "press-575"):
        page = why_data(archive, key)
        json.dumps(page, allow_nan=False)
        assert page["claims"] or page["assumption"] or page["sources"]
        assert all(len(line) <= WIDTH for line in why_lines(page))


def test_a_part_of_the_account_is_sent_to_its_own_command() -> None:
    archive = Archive.read(campaign_path("khorramshahr"))
    for name in ("s09", "r20", "p06"):
        with pytest.raises(EvidenceError, match=f"refight claim {name}"):
            why_act_data(archive, {}, {}, name)


def test_a_plain_number_has_no_unit(archive: Archive) -> None:
    plain = replace(DELAY, id="share", unit="1")
    page = why_data(archive, "share", {"share": plain})
    assert "5 to 95 per cent: 6 to 24\n" in "\n".join(why_lines(page))
