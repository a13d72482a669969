"""The first answer: lines that say what one refight brought, and what it is worth."""

import math
from datetime import datetime
from itertools import islice

from refight.cli.firstanswer import _days, answer, line, said
from refight.ensemble.refight import prepare, rerun
from refight.scenario.model import Observable
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


def test_what_is_told_is_refight_0_of_the_compiled_engine():
    fall = prepare("fall")
    whole = rerun(fall, seed=1, replicate=0).outcomes
    found, _ = list(islice(_days(fall, 1), 8))[-1]
    dated = {
        each.id: found[each.id]
        for each in fall.scenario.outcomes
        if each.observable is Observable.FIRST_REACHED and each.id in found
    }
    assert len(dated) > 1
    assert dated.items() <= whole.items()


def test_days_are_told_as_they_are_fought():
    first, *days = islice(answer(prepare("fall"), 1), 3)
    assert first[0].startswith("First answer")
    assert all(lines[0].startswith("22 Sep    Iraq begins") for lines in days[:1])
