"""The shipped account reads whole; a broken copy is refused with file and line."""

import pytest

from refight.account import read
from refight.errors import AccountError


def test_the_counts_are_those_of_the_account(account):
    units = [sentence.unit for sentence in account.sentences.values()]
    assert len(units) == 53
    assert units.count("assertion") == 49
    assert units.count("heading") == units.count("byline") == 2
    assert len(account.rows) == 54
    assert len(account.tests) == 12
    assert len(account.checks) == 73 + 76


def test_every_own_claim_of_the_account_is_linked_to_a_sentence(account, archive):
    own = {
        key
        for key, claim in archive.claims.items()
        if claim.source in account.document.sources
    }
    linked = {c for s in account.sentences.values() for c in s.claims.own}
    assert own - linked == set()


def test_every_linked_claim_is_on_record(account, archive):
    linked = {c for s in account.sentences.values() for c in s.claims.every}
    assert linked - set(archive.claims) == set()


def test_every_basis_is_a_sentence_a_claim_or_an_outcome(account, archive):
    known = {*account.sentences, *archive.claims, *archive.outcomes}
    unknown = {b for check in account.checks for b in check.basis} - known
    assert unknown == set()


def test_every_alias_points_to_something(account):
    known = {*account.sentences, *account.tests, *(f"r{n}" for n in account.rows)}
    pointed = {each for names in account.views.aliases.values() for each in names}
    assert pointed - known == set()


def test_rows_and_places_of_the_views_exist(account, archive):
    rows = {n for numbers in account.views.after.values() for n in numbers}
    rows |= {int(n) for n in account.views.elsewhere["rows"]}
    rows |= {int(n) for n in account.views.interlude["rows"]}
    assert rows <= set(account.rows)
    assert set(account.views.elsewhere["places"]) <= set(archive.places)
    assert all(archive.on(topic) for topic in account.views.interlude["topics"])


@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        ("sentences.yaml", "unit: assertion", "unit: asertion", 'did you mean "asser'),
        ("sentences.yaml", "- id: s02", "- id: s01", "a second time"),
        ("sentences.yaml", "elements: [7, 8]", "elements: [7, 88]", 'found "88"'),
        ("sentences.yaml", "elements: [7, 8]", "elements: seven", "whole numbers"),
        ("sentences.yaml", "    id: author", "    id: auther", 'mean "author"'),
        ("sentences.yaml", "  units: 53", "  units: 54", "expected 54 sentences"),
        ("sentences.yaml", "low: 575, high: 575", "high: 575", "low and high"),
        ("sentences.yaml", "verdict: consistent", "verdict: fine", "one of"),
        ("coverage.yaml", "sentences: [s02]", "sentences: [s002]", 'mean "s02"'),
        ("coverage.yaml", "layer: [ledger]", "layer: [legder]", 'mean "ledger"'),
        ("coverage.yaml", "  rows: 54", "  rows: 53", "expected 53 rows"),
        ("coverage.yaml", "verdict: corroborated", "verdict: true", "a text"),
        ("paper-tests.yaml", "rows: [9, 22]", "rows: [9, 220]", 'found "220"'),
        ("bindings.yaml", "[p05-a]", "[p05-z]", "a check of this test"),
        ("checks.yaml", "- {row: 3,", "- {row: 300,", "a row with a check"),
    ],
)
def test_a_broken_copy_is_refused_with_its_place(broken, name, old, new, found):
    with pytest.raises(AccountError, match=found) as raised:
        read(broken(name, old, new))
    assert ".yaml:" in raised.value.where


def test_a_missing_file_is_named(broken):
    folder = broken("views.yaml", "aliases", "aliases")
    (folder / "views.yaml").unlink()
    with pytest.raises(AccountError, match=r"views\.yaml"):
        read(folder)


def test_a_document_that_is_no_mapping_is_refused(broken):
    folder = broken("views.yaml", "acts:", "acts:")
    (folder / "views.yaml").write_text("- one\n", "utf-8")
    with pytest.raises(AccountError, match="a mapping"):
        read(folder)
