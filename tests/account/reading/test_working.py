"""Arithmetic of a reading: days between dates, lengths, two calendars."""

import pytest

from refight.account.reading.answers import answered, edited
from refight.account.reading.draft import NO, draft_of
from refight.account.reading.reader import read_text
from refight.account.reading.working import work_out
from tests.account.reading.planted import NO_NAMES


def draft(text):
    return draft_of("text", text, read_text(text, NO_NAMES))


def worked(text):
    return [(line.words, line.verdict) for line in work_out(draft(text))]


@pytest.mark.parametrize(
    ("text", "part", "verdict"),
    [
        (
            "From 19 September 1870 to 28 January 1871, 131 days.",
            "131 days",
            "consistent",
        ),
        (
            "From 19 September 1870 to 28 January 1871, 132 days.",
            "fits with both ends",
            "depends-on-definition",
        ),
        (
            "From 19 September 1870 to 28 January 1871, 150 days.",
            "does not fit",
            "inconsistent",
        ),
        ("From 1 May 1982 to 12 June 1982, about 6 weeks.", "fits", "consistent"),
        ("From 1 May 1982 to 12 June 1982, over 30 days.", "fits", "consistent"),
        ("On 3 Khordad 1361 (24 May 1982) it fell.", "are one day", "consistent"),
        ("On 3 Khordad 1361 (25 May 1982) it fell.", "1 days apart", "inconsistent"),
    ],
)
def test_dates_and_a_length_of_one_sentence(text, part, verdict):
    lines = worked(text)
    assert len(lines) == 1
    assert part in lines[0][0]
    assert lines[0][1] == verdict


def test_575_days_before_the_liberation_is_day_34():
    text = "It was entered on 24 May 1982. By then 575 days had passed."
    [(words, verdict)] = worked(text)
    assert "26 October 1980 (4 Aban 1359)" in words
    assert verdict == ""


def test_a_length_far_from_any_date_is_left_alone():
    text = "It was on 24 May 1982. Men came. Others went. Nobody spoke. It took 9 days."
    assert worked(text) == []


def test_a_long_length_far_from_any_date_is_counted_from_the_last_day():
    text = "It fell. Men came. It took 575 days. Others went. It was on 24 May 1982."
    [(words, _)] = worked(text)
    assert "26 October 1980" in words
    assert "no date stands near" in words


def test_refused_claims_take_no_part_and_edited_ones_do():
    made = draft("From 1 May 1982 to 31 May 1982, 20 days.")
    first, second, length = made.claims
    assert len(work_out(made)) == 1
    assert work_out(answered(made, first, NO))[0].of == (second.id, length.id)
    mended = edited(made, length, "30 days")
    assert work_out(mended)[0].verdict == "consistent"


def test_no_day_before_the_calendar_begins():
    assert all("000" not in w for w, _ in worked("In AD 70, after 500 years, it fell."))
