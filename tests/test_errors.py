import pickle

import pytest

from refight.errors import (
    AccountError,
    EnsembleError,
    EvidenceError,
    GroundError,
    RefightError,
    ScenarioError,
    UsageError,
    nearest,
    suggest,
)

KINDS = [
    AccountError,
    EnsembleError,
    EvidenceError,
    GroundError,
    ScenarioError,
    UsageError,
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_all_four_parts(kind):
    error = kind("a date", "a name", "claims.yaml:12", "write it as 1980-10-26")
    assert isinstance(error, RefightError)
    assert error.message() == (
        "claims.yaml:12: expected a date, found a name\n"
        "  what to do: write it as 1980-10-26"
    )
    assert str(error) == error.message()


def test_parts_that_are_not_known_leave_no_gap():
    assert UsageError("one", "two").message() == "expected one, found two"


def test_errors_cross_process_borders_whole():
    error = pickle.loads(pickle.dumps(EnsembleError("a", "b", "c", "d")))
    assert (error.expected, error.found, error.where, error.hint) == tuple("abcd")


def test_nearest_ignores_case_and_gives_up_on_the_far():
    assert nearest("Abadn", ["abadan", "ahvaz"]) == "abadan"
    assert nearest("zzz", ["abadan", "ahvaz"]) is None
    assert nearest("x", []) is None


def test_suggest_lists_all_when_nothing_is_near():
    assert suggest("zzz", ["fall", "liberation"]) == "use one of: fall, liberation"
