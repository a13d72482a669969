"""The listing of elements: done, open, failed; a row that points to nothing fails."""

from dataclasses import replace

import pytest

from refight.account.coverage import (
    DONE,
    FAILED,
    OPEN,
    by_stance,
    counts,
    coverage,
    exit_code,
    faults,
)
from refight.account.model import Part
from refight.errors import UsageError


def shows_all(account):
    return lambda command: "\n".join(
        text
        for check in account.row_checks.values()
        for text in (*check.shows, "something")
    )


def of(statuses, number):
    return next(each for each in statuses if each.row.number == number)


def test_no_row_of_the_account_is_at_fault(account, archive):
    found = {r.number: [*faults(r, account, archive)] for r in account.rows.values()}
    assert {number: each for number, each in found.items() if each} == {}


def test_rows_whose_commands_are_not_there_are_open_never_done(account, archive):
    statuses = coverage(account, archive, lambda command: None)
    assert counts(statuses) == {DONE: 0, OPEN: 54, FAILED: 0}
    assert all("waits for refight" in each.reason for each in statuses)
    assert exit_code(statuses) == 0


def test_every_row_says_what_its_command_has_to_show(account):
    assert [n for n, check in account.row_checks.items() if not check.shows] == []


def test_no_row_waits_for_anything(account):
    """What rows ask of map and replay is tested in tests/web/test_browser.py."""
    assert {check.needs for check in account.row_checks.values()} == {""}


def test_a_row_that_needs_more_stays_open_whatever_its_command_shows(account, archive):
    waiting = replace(account.row_checks[9], needs="a map")
    changed = replace(account, row_checks={**account.row_checks, 9: waiting})
    statuses = coverage(changed, archive, shows_all(account))
    assert of(statuses, 9).word == OPEN
    assert counts(statuses) == {DONE: 53, OPEN: 1, FAILED: 0}


def test_a_command_that_does_not_show_the_row_fails_it(account, archive):
    statuses = coverage(account, archive, lambda command: "another page")
    assert of(statuses, 6).word == FAILED
    assert "26 October 1980" in of(statuses, 6).reason
    assert exit_code(statuses) == 1


def test_a_silent_command_fails_its_row(account, archive):
    assert of(coverage(account, archive, lambda command: " \n"), 4).word == FAILED


def test_a_wrapped_line_still_counts_as_shown(account, archive):
    text = shows_all(account)(()).replace(" ", "\n   ")
    assert of(coverage(account, archive, lambda command: text), 6).word == DONE


def test_a_command_that_breaks_fails_its_row(account, archive):
    def breaks(command):
        raise UsageError("a lever", '"air"')

    status = of(coverage(account, archive, breaks), 11)
    assert status.word == FAILED
    assert "expected a lever" in status.reason


def test_each_command_runs_once(account, archive):
    ran = []

    def run(command):
        ran.append(command)

    coverage(account, archive, run)
    assert len(ran) == len(set(ran))


def changed(account, number, **fields):
    row = replace(account.rows[number], **fields)
    return row, replace(account, rows={**account.rows, number: row})


def test_a_row_that_points_to_no_claim_fails(account, archive):
    record = account.rows[6].record
    links = replace(record.claims, own=("khorramshahr-1980/none",))
    row, other = changed(account, 6, record=replace(record, claims=links))
    assert any(
        "none is not in the record" in each for each in faults(row, other, archive)
    )
    status = of(coverage(other, archive, shows_all(account)), 6)
    assert status.word == FAILED


def test_a_row_that_its_sentence_does_not_list_fails(account, archive):
    row, other = changed(account, 6, sentences=("s01", "s02"))
    found = list(faults(row, other, archive))
    assert "s02 does not list the row" in found
    assert "the row does not list s11" in found


def test_a_cause_without_a_lever_fails(account, archive):
    row, other = changed(account, 8, lever="")
    assert any("without a lever" in each for each in faults(row, other, archive))


def test_a_verdict_bolder_than_its_parts_fails(account, archive):
    record = account.rows[6].record
    parts = (*record.parts, Part("More.", "contradicted"))
    row, other = changed(account, 6, record=replace(record, parts=parts))
    assert any("parts give contradicted" in f for f in faults(row, other, archive))


def test_the_outlet_cannot_corroborate_itself(account, archive):
    record = account.rows[43].record
    own = "beit-ol-moqaddas-1982/bm-islamicinvitation-01"
    links = replace(record.claims, corroborating=(own,))
    row, other = changed(account, 43, record=replace(record, claims=links))
    assert any("no corroboration" in each for each in faults(row, other, archive))


def test_corroborated_needs_a_source_that_was_read(account, archive):
    record = account.rows[3].record
    links = replace(record.claims, corroborating=())
    row, other = changed(account, 3, record=replace(record, claims=links))
    assert any("by no source" in each for each in faults(row, other, archive))


def test_stances_are_counted_from_the_record(account, archive):
    record = account.rows[6].record
    assert by_stance(record.claims.contradicting, archive) == {
        "iranian-official": 5,
        "unknown": 2,
    }
    row, other = changed(account, 6, record=replace(record, stances={}))
    assert any("stances" in each for each in faults(row, other, archive))


@pytest.mark.parametrize("number", range(1, 55))
def test_every_row_names_one_command(account, number):
    assert account.row_checks[number].command
