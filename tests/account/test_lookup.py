"""From an id, a number or words to the part of the account that is meant."""

import pytest

from refight.account.lookup import find, seek, slug
from refight.errors import UsageError


@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("575", 6),
        ("575-days", 6),
        ("575 days", 6),
        ("month-and-a-half", 20),
        ("month and a half", 20),
        ("6000", 43),
        ("6,000", 43),
        ("15000", 35),
        ("15,000", 35),
        ("Parthian", 23),
        ("parthian-shot", 23),
        ("women", 21),
        ("Bonn", 12),
        ("chemical", 51),
        ("Arbaeen", 53),
        ("45", 20),
        ("49", 20),
        ("578", 6),
        ("r6", 6),
        ("row 6", 6),
        ("s10", 21),
        ("s10-a", 21),
        ("p07", 18),
    ],
)
def test_what_people_look_for_is_found(account, archive, query, row):
    assert row in find(query, account, archive).rows


def test_a_sentence_brings_its_rows_and_tests(account, archive):
    target = find("S5", account, archive)
    assert target.sentences == ("s05",)
    assert target.rows == (12, 13)
    assert target.tests == ("p03",)


def test_a_claim_of_the_record_is_found_by_either_name(account, archive):
    for name in ("ir-576", "khorramshahr-1980/ir-576"):
        assert find(name, account, archive).claim == "khorramshahr-1980/ir-576"


def test_a_number_that_only_a_rival_gives_is_found(account, archive):
    target = find("5038", account, archive)
    assert target.sentences == ("s33",)


def test_an_unknown_name_answers_with_the_nearest(account, archive):
    with pytest.raises(UsageError, match='did you mean "parthian-shot"'):
        find("pathian-shut", account, archive)
    assert seek("xyzzy", account, archive) is None


def test_an_ambiguous_word_answers_with_the_candidates(account, archive):
    with pytest.raises(UsageError, match=r"r4 .*r13") as raised:
        find("saddam", account, archive)
    assert "several" in raised.value.found


def test_a_number_told_of_two_things_is_ambiguous(account, archive):
    with pytest.raises(UsageError, match=r"iranian-wounded.*iraqi-losses"):
        find("1000", account, archive)


def test_a_mistyped_word_of_an_element_is_answered_with_it(account, archive):
    with pytest.raises(UsageError, match='did you mean "khorramshahr"'):
        find("Khoramshahrr", account, archive)


@pytest.mark.parametrize("query", ["", "  ", "--"])
def test_nothing_is_no_name(account, archive, query):
    with pytest.raises(UsageError, match="found nothing"):
        seek(query, account, archive)


@pytest.mark.parametrize("query", ["s99", "r55", "p13", "9.9.9"])
def test_ids_out_of_range_are_unknown(account, archive, query):
    assert seek(query, account, archive) is None


def test_slugs():
    assert slug("Month, and a HALF!") == "month-and-a-half"
    assert slug("15,000") == "15000"
