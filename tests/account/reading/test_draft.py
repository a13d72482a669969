"""Drafts: every claim unconfirmed, nothing lost on the way to disk and back."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from refight.account.reading.answers import answered, edited
from refight.account.reading.draft import (
    NO,
    YES,
    draft_of,
    read_draft,
    write_draft,
)
from refight.account.reading.reader import read_text
from refight.errors import AccountError
from tests.account.reading.planted import NO_NAMES

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))


def draft(text):
    return draft_of("text.txt", text, read_text(text, NO_NAMES))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_draft_comes_back_as_it_was_written(path, tmp_path):
    made = draft(path.read_text("utf-8"))
    write_draft(tmp_path / "draft.yaml", made, [])
    assert read_draft(tmp_path / "draft.yaml") == made


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_claim_of_a_draft_is_unconfirmed(path, tmp_path):
    write_draft(tmp_path / "draft.yaml", draft(path.read_text("utf-8")), [])
    page = yaml.safe_load((tmp_path / "draft.yaml").read_text("utf-8"))
    claims = [claim for each in page["sentences"] for claim in each["claims"]]
    assert claims
    assert {claim["confirmed"] for claim in claims} == {False}


def test_answers_are_kept_with_the_claims(tmp_path):
    made = draft("On 24 May 1982 it fell after 34 days with 6,000 men.")
    day, length, men = made.claims
    made = answered(answered(made, day, YES), length, NO)
    made = edited(made, men, "5,000..7,000 soldiers")
    write_draft(tmp_path / "d.yaml", made, [])
    again = read_draft(tmp_path / "d.yaml")
    assert again == made
    assert [c.confirmed for c in again.claims] == [True, False, True]
    assert [c.answer for c in again.claims] == ["yes", "no", "edited"]
    assert (again.claims[2].low, again.claims[2].high) == (5000, 7000)
    assert again.claims[2].unit == "soldiers"
    assert again.waiting == ()


def test_a_claim_confirmed_by_hand_is_answered(tmp_path):
    path = tmp_path / "d.yaml"
    write_draft(path, draft("On 24 May 1982 it fell."), [])
    text = path.read_text("utf-8")
    path.write_text(text.replace("confirmed: false", "confirmed: true"), "utf-8")
    assert read_draft(path).waiting == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("refight reading 1", "another thing", "a draft"),
        ("'1982-05-24'", "'1982-05-34'", "YYYY-MM-DD"),
        ("unit: days", "unit: moons", "days"),
        ("kind: date", "kind: dat", "one of date"),
        ("confirmed: false", "confirmed: perhaps", "true or false"),
        ("id: c002", "id: c001", "each claim once"),
    ],
)
def test_a_fault_in_a_draft_is_said_with_its_place(tmp_path, old, new, message):
    path = tmp_path / "d.yaml"
    write_draft(path, draft("On 24 May 1982 it fell after 34 days."), [])
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(AccountError, match=message) as caught:
        read_draft(path)
    assert str(path) in caught.value.where


@pytest.mark.parametrize("typed", ["", "soon", "1982-05-25..1982-05-24", "1982-13-01"])
def test_an_edit_that_is_no_date_is_refused(typed):
    made = draft("On 24 May 1982 it fell.")
    with pytest.raises(AccountError):
        edited(made, made.claims[0], typed)


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        ("575 days", (575, 575, "days")),
        ("500.. days", (500, None, "days")),
        ("..48 weeks", (None, 48, "weeks")),
        ("40..48", (40, 48, "days")),
    ],
)
def test_edits_of_a_length(typed, ends):
    made = draft("It fell after 34 days.")
    claim = edited(made, made.claims[0], typed).claims[0]
    assert (claim.low, claim.high, claim.unit) == ends
    assert claim == replace(claim, confirmed=True, answer="edited")


@pytest.mark.parametrize("typed", ["days", "48..40 days", "3 moons"])
def test_edits_that_are_no_length(typed):
    made = draft("It fell after 34 days.")
    with pytest.raises(AccountError):
        edited(made, made.claims[0], typed)


def test_a_text_that_is_taken_for_a_draft_is_told_how_to_make_one(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("They said: we lost: 30 men.", "utf-8")
    with pytest.raises(AccountError) as caught:
        read_draft(path)
    assert "a draft" in caught.value.expected
    assert caught.value.hint == f"make one with refight read {path}"
    made = draft("It fell after 34 days.")
    write_draft(path, made, [])
    assert read_draft(path) == made
