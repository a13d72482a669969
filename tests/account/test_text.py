"""Recognising a copy: digests, splitting, damage, and files that are no text."""

import hashlib

import pytest

from refight.account.copy import open_copy, remember, remembered, wanted
from refight.account.text import (
    LARGEST,
    Wanted,
    digest,
    joined,
    match,
    normalise,
    read_copy,
    split,
)
from refight.errors import AccountError

INVENTED = (
    "elta lies low. The ford was held for nine days... said one. "
    "\u201cIt rained.\u201d\n"
    "What of the ford?\n"
    'He added: "Nobody\u2019s boats came... and none left." Then it fell.\n'
    "*** By By Ada Miller"
)


def wanted_of(text):
    return [Wanted(f"s{n}", u.sha256, len(u.text)) for n, u in enumerate(split(text))]


def states(found):
    return {each.sentence: each.state for each in found.differences}


def test_normalising_makes_one_form_of_quotes_and_white_space():
    assert normalise("  \u2018a\u2019\u00a0\n\u201eb\u201f ") == "'a' \"b\""


def test_normalising_leaves_dashes_omission_marks_and_case():
    assert normalise("A\u2013b... C\u2014d") == "A\u2013b... C\u2014d"


def test_a_digest_is_that_of_the_normalised_text():
    assert digest(" a\u2019b ") == hashlib.sha256(b"a'b").hexdigest()


def test_splitting_survives_omission_marks_and_mixed_quotes():
    assert [unit.text for unit in split(INVENTED)] == [
        "elta lies low.",
        "The ford was held for nine days... said one.",
        '"It rained."',
        "What of the ford?",
        'He added: "Nobody\'s boats came... and none left."',
        "Then it fell.",
        "*** By By Ada Miller",
    ]


def test_units_are_the_normalised_text_at_their_offsets():
    units, whole = split(INVENTED), normalise(INVENTED)
    assert joined(units) == whole
    assert all(whole[unit.start : unit.end] == unit.text for unit in units)


def test_the_same_text_matches_whole():
    found = match(INVENTED, wanted_of(INVENTED))
    assert found.whole
    assert len(found.wording) == 7


@pytest.mark.parametrize("end", ["\r\n", "\n\n", " ", "\t\n"])
def test_line_ends_do_not_matter(end):
    assert match(INVENTED.replace("\n", end), wanted_of(INVENTED)).whole


def test_a_changed_sentence_is_named_and_shown():
    found = match(INVENTED.replace("nine days", "ten days"), wanted_of(INVENTED))
    assert states(found)["s1"] == "edited"
    assert found.differences[1].found == "The ford was held for ten days... said one."
    assert list(states(found).values()).count("same") == 6
    assert not found.extra
    assert not found.whole


def test_a_mended_first_word_is_an_edited_first_sentence():
    found = match("D" + INVENTED, wanted_of(INVENTED))
    assert states(found)["s0"] == "edited"


def test_a_lost_sentence_is_missing_and_an_added_one_is_extra():
    without = INVENTED.replace("What of the ford?\n", "")
    assert states(match(without, wanted_of(INVENTED)))["s3"] == "missing"
    found = match("A title\n" + INVENTED, wanted_of(INVENTED))
    assert found.extra == ("A title",)
    assert set(states(found).values()) == {"same"}


def test_a_moved_sentence_is_moved_not_lost():
    moved = INVENTED.replace("What of the ford?\n", "") + "\nWhat of the ford?"
    found = match(moved, wanted_of(INVENTED))
    assert states(found)["s3"] == "moved"
    assert "s3" in found.wording


def test_a_foreign_text_has_no_original_wording():
    found = match("Quite another story. It has two sentences.", wanted_of(INVENTED))
    assert found.wording == {}


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b" \n ", "an empty file"),
        (b"PK\0\1", "a binary file"),
        (b"caf\xe9 au lait", "not UTF-8"),
        (b"a" * (LARGEST + 1), "bytes"),
    ],
)
def test_files_that_are_no_copy_are_refused_by_name(tmp_path, content, found):
    path = tmp_path / "copy.txt"
    path.write_bytes(content)
    with pytest.raises(AccountError, match=found) as raised:
        read_copy(path)
    assert "copy.txt" in raised.value.where


def test_a_copy_that_is_not_there_is_named(tmp_path):
    with pytest.raises(AccountError, match="no such file"):
        read_copy(tmp_path / "none.txt")


def test_the_wrong_encoding_is_named_with_its_line(tmp_path):
    path = tmp_path / "copy.txt"
    path.write_bytes(b"one\ntwo \xff")
    with pytest.raises(AccountError) as raised:
        read_copy(path)
    assert raised.value.where.endswith("copy.txt:2")


def test_only_the_path_of_a_copy_is_remembered(tmp_path, monkeypatch):
    monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path / "cache"))
    assert remembered() is None
    copy = tmp_path / "copy.txt"
    copy.write_text(INVENTED, "utf-8")
    kept = remember(copy)
    assert remembered() == copy
    assert "ford" not in kept.read_text("utf-8").replace(str(copy), "")
    copy.unlink()
    assert remembered() is None


def test_a_copy_is_recognised_sentence_by_sentence(told):
    account, text = told
    assert hashlib.sha256(text.encode()).hexdigest() == account.document.sha256_file
    assert digest(text) == account.document.sha256_normalised
    units = split(text)
    assert len(units) == len(account.sentences)
    for unit, sentence in zip(units, account.sentences.values(), strict=True):
        assert unit.sha256 == sentence.sha256
        assert (unit.start, unit.end) == (sentence.start, sentence.end)
        assert (unit.line, unit.position) == (sentence.line, sentence.position)


def test_a_copy_opens_as_a_whole(told, tmp_path):
    account, text = told
    path = tmp_path / "mine.txt"
    path.write_text(text, "utf-8")
    found = open_copy(path, account).match
    assert found.whole
    assert list(found.wording) == list(account.sentences)


def test_one_changed_word_is_found(told):
    account, text = told
    second = split(text)[1]
    changed = text[: text.rindex(" ")] + " another"
    found = match(changed, wanted(account))
    last = list(account.sentences)[-1]
    assert [d.sentence for d in found.differences if d.state != "same"] == [last]
    assert found.differences[1].found == second.text


def test_the_text_of_another_account_is_not_recognised(account, invented):
    assert match(invented[1], wanted(account)).wording == {}
