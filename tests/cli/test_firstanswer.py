"""The first answer: lines that say what one refight brought, and what it is worth."""

import math
from datetime import datetime

from refight.cli.firstanswer import line, said
from tests.report import fake

START = datetime(1980, 9, 22)
RECORD = fake.archive().outcomes["khorramshahr-1980/fall-date"]


def test_a_dated_outcome_stands_beside_the_record():
    text = line(RECORD, 19.0, START)
    assert text.startswith("11 Oct    Day the city")
    assert " ".join(text.split()).endswith("[26 Oct]")
    assert max(map(len, text.splitlines())) <= 80


def test_the_outcome_is_said_with_the_record():
    text = " ".join(said("fall", 19.0, START, RECORD))
    assert "the city falls on 11 October 1980 (day 19)" in text
    assert "on record 26 October 1980 (day 34; 24-27 Oct)" in text


def test_a_city_that_holds_is_said_to_hold():
    text = " ".join(said("fall", math.inf, START, RECORD))
    assert "the city does not change hands within the act" in text
