"""The arithmetic of the account, recomputed from structured values."""

from dataclasses import replace

import pytest

from refight.account import read
from refight.account.arithmetic import decided, most_cautious, same, work, work_all
from refight.account.model import Check
from refight.account.operations import NEEDS_TEXT, OPERATIONS
from refight.account.read import read as read_account
from refight.errors import AccountError
from refight.evidence.records import DateSpan, Quantity
from refight.files import campaign_path, load_yaml

ACCOUNT = read_account(campaign_path("khorramshahr") / "account")
CHECKS = [check.id for check in ACCOUNT.checks if check.kind not in NEEDS_TEXT]
TESTS = [name for name in ACCOUNT.tests if name != "p12"]  # p12 needs the article


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_gives_the_stored_answer(done, name):
    worked = done[name]
    assert same(worked.answer, worked.check.expected)
    assert worked.verdict == worked.check.verdict


@pytest.mark.parametrize("name", TESTS)
def test_every_paper_test_gives_its_verdict(account, done, name):
    assert decided(account.tests[name], done) == account.tests[name].verdict


def test_the_test_of_the_text_is_open_without_a_copy(account, done):
    assert decided(account.tests["p12"], done) == "open"


def test_the_text_passes_its_own_test(account, archive, original):
    answers = work_all(account, archive, original)
    assert all(answers[check.id].agrees for check in account.tests["p12"].checks)
    assert decided(account.tests["p12"], answers) == "consistent"


def test_every_operation_is_listed_with_the_tests():
    data, _ = load_yaml(campaign_path("khorramshahr") / "account/paper-tests.yaml")
    assert set(data["operations"]) == set(OPERATIONS)


def test_most_inputs_are_traced_to_where_they_come_from(done):
    dated = [
        (worked.check.id, name)
        for worked in done.values()
        for name in ("date", "from", "to", "origin")
        if name in worked.inputs and name not in worked.traced
    ]
    assert dated == []  # no date of the arithmetic stands on its own


def test_a_changed_date_of_the_account_changes_the_verdict(broken, archive):
    folder = broken(
        "sentences.yaml",
        "{quantity: city-retaken, date: '1982-05-24'",
        "{quantity: city-retaken, date: '1982-05-30'",
        2,
    )
    changed = read(folder)
    answers = work_all(changed, archive)
    assert answers["p01-a"].answer == "1980-11-01"
    assert answers["p01-a"].verdict == "inconsistent"
    assert answers["p01-n"].verdict == "inconsistent"
    assert decided(changed.tests["p01"], answers) == "inconsistent"
    assert "1980-10-26" in answers["p01-a"].reason


def test_a_changed_length_can_make_the_account_agree(broken, archive):
    folder = broken(
        "sentences.yaml",
        "quantity: occupation-length, low: 575, high: 575",
        "quantity: occupation-length, low: 564, high: 564",
    )
    answers = work_all(read(folder), archive)
    assert answers["p01-f"].answer is True
    assert answers["p01-f"].verdict == "consistent"


def test_a_changed_claim_changes_what_rests_on_it(account, archive):
    key = "beit-ol-moqaddas-1982/bm-enwiki-lib-2023-03"
    claim = replace(archive.claims[key], value=Quantity(5000, 15000, "persons"))
    changed = replace(archive, claims={**archive.claims, key: claim})
    answers = work_all(account, changed)
    assert answers["p06-e"].answer is True
    assert answers["p06-e"].verdict == "consistent"


def test_a_changed_date_of_a_claim_changes_what_rests_on_it(account, archive):
    key = "khorramshahr-1980/ud-bonn"
    span = DateSpan("1980-09-21", "1980-09-22")
    claim = replace(archive.claims[key], date=span)
    changed = replace(archive, claims={**archive.claims, key: claim})
    answers = work_all(account, changed)
    assert answers["p03-c"].inputs["left"] == 0
    assert answers["p03-c"].verdict == "consistent"


def check_of(kind, inputs, expected=None):
    return Check("x-a", kind, inputs, expected, "consistent", (), "", False, "x:1")


@pytest.mark.parametrize(
    ("kind", "inputs", "answer"),
    [
        ("date-minus-days", {"date": "1982-05-24", "days": 575}, "1980-10-26"),
        ("date-plus-days", {"date": "1980-09-22", "days": 45}, "1980-11-06"),
        ("days-between", {"from": "1980-02-28", "to": "1980-03-01"}, 2),
        ("days-inclusive", {"from": "1980-02-28", "to": "1980-03-01"}, 3),
        ("day-index", {"origin": "1980-09-22", "date": "1980-10-26"}, 34),
        ("share-of-range", {"share": 0.25, "range": [3000, None]}, [750, None]),
        ("ratio", {"over": [2, 3], "under": [3, 4]}, [0.5, 1.0]),
        ("ratio", {"over": [2, None], "under": [3, 4]}, [0.5, None]),
        ("difference", {"minuend": 5, "subtrahend": 7}, -2),
        ("sum", {"terms": [[1, 2], [3, 5]]}, [4, 7]),
        ("relation", {"left": 5, "op": "<=", "right": 5}, True),
        ("relation", {"left": "1980-10-26", "op": "<", "right": "1980-11-06"}, True),
        ("within", {"value": 5, "range": [None, 4]}, False),
        ("within", {"value": 5, "range": [5, None]}, True),
        ("overlap", {"a": [1, 2], "b": [2, 3]}, True),
        ("overlap", {"a": [1, 2], "b": [3, None]}, False),
        ("same-range", {"a": [1, 2], "b": [1, 2]}, True),
        ("same-month", {"date": "1982-04-30", "month": "1982-04"}, True),
        ("same-month", {"date": "1982-05-01", "month": "1982-04"}, False),
        ("solar-hijri", {"date": "1982-05-24"}, "1361-03-03"),
        ("member", {"item": "a", "set": ["b"]}, False),
    ],
)
def test_operations(account, archive, kind, inputs, answer):
    assert work(check_of(kind, inputs), account, archive).answer == answer


TEXT = "ocated. By By\n... and \u201ctwo\u201d\n"


@pytest.mark.parametrize(
    ("kind", "inputs", "answer"),
    [
        ("text-starts", {"prefix": "ocated"}, True),
        ("text-count", {"string": "By By"}, 1),
        ("text-lines", {}, 2),
        ("text-marks", {"marks": ["\u201c", '"']}, [1, 0]),
        ("text-false-ends", {}, 1),
    ],
)
def test_operations_on_a_text(account, archive, kind, inputs, answer):
    assert work(check_of(kind, inputs), account, archive, TEXT).answer == answer


@pytest.mark.parametrize(
    ("kind", "inputs", "found"),
    [
        ("day-indx", {}, 'mean "day-index"'),
        ("day-index", {"date": "1980-10-26"}, "no input 'origin'"),
        ("day-index", {"origin": "soon", "date": "1980-10-26"}, "YYYY-MM-DD"),
        ("relation", {"left": 1, "op": "=", "right": 1}, "a relation"),
        ("relation", {"left": 1, "op": "<", "right": "1980-10-26"}, "can use"),
        ("ratio", {"over": [1, 1], "under": [0, 0]}, "division by zero"),
        ("date-plus-days", {"date": "1980-10-26", "days": 1.5}, "whole number"),
        ("outcome-is", {"outcome": "none", "field": "best"}, "an outcome"),
    ],
)
def test_bad_checks_are_refused(account, archive, kind, inputs, found):
    with pytest.raises(AccountError, match=found):
        work(check_of(kind, inputs), account, archive)


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("told:s01/occupation-lenght/low", "mean"),
        ("claim:khorramshahr-1980/ir-577/low", "mean"),
        ("claim:khorramshahr-1980/ir-576/middle", "fields of a claim"),
        ("outcome:khorramshahr-1980/fall-date/lowest", "a field of an outcome"),
        ("check:p01-zz", "worked out before"),
        ("check:", "check:ID"),
        ("claims:x", "a known kind"),
    ],
)
def test_bindings_that_point_to_nothing_are_refused(account, archive, reference, found):
    bound = replace(account, bindings={"x-a": {"date": reference}})
    check = check_of("solar-hijri", {"date": "1982-05-24"})
    with pytest.raises(AccountError, match=found):
        work(check, bound, archive)


@pytest.mark.parametrize("bounds", [[1, 2], None, 7])
def test_a_binding_to_no_place_is_refused(account, archive, bounds):
    bound = replace(account, bindings={"x-a": {"range/7": "told:s28/garrison/low"}})
    check = check_of("within", {"value": 5, "range": bounds})
    with pytest.raises(AccountError, match="a place among the inputs"):
        work(check, bound, archive)


def test_the_most_cautious_word_wins_and_open_waits():
    assert most_cautious(["consistent", "inconsistent"]) == "inconsistent"
    assert most_cautious(["consistent", "open"]) == "consistent"
    assert most_cautious(["open"]) == most_cautious([]) == "open"


def test_true_is_no_number():
    assert not same(True, 1)
    assert same([1, 2.0], [1.0, 2])
    assert not same([1], [1, 2])
