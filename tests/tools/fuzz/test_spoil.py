"""Spoiling: each change does what its name says, where it says."""

import pytest
import yaml

from tools.fuzz.spoil import KINDS, OF_BYTES, OF_NODES, PLACES, Spoiling, lay, nodes
from tools.fuzz.spoil import spoilt as spoilt_bytes
from tools.fuzz.words import WORDS

TEXT = "name: x\nparts:\n- {men: 3}\n- {men: 4}\nmore:\n  deep: z\nlast: y\n"


def spoilt(how, at=0, to=0, word=""):
    return spoilt_bytes(TEXT.encode(), (Spoiling(how, at, to, word),)).decode()


def at(value):
    """Find the number of the node that says something."""
    spans = nodes(TEXT)
    return next(i for i, (_, a, b) in enumerate(spans) if TEXT[a:b] == value)


def test_a_value_is_replaced_where_it_stands():
    assert spoilt("put", at("3"), word=".nan") == TEXT.replace("3", ".nan")


def test_a_key_is_replaced_removed_and_written_twice():
    assert "word: x" in spoilt("key", at("x"), word="word")
    assert yaml.safe_load(spoilt("remove", at("y"))).keys() == {"name", "parts", "more"}
    assert spoilt("twice", at("x")).count("name: x") == 2


def test_a_value_goes_where_another_stood():
    assert yaml.safe_load(spoilt("swap", at("x"), at("4")))["name"] == 4


def test_a_document_that_holds_itself_has_an_end():
    assert len(nodes("a: &a [*a, b]\nc: *a\n")) == 3


def test_a_table_has_fields():
    assert spoilt_bytes(b"a,b\n1,2\n", (Spoiling("put", 2, word="x"),)) == b"a,b\nx,2\n"


@pytest.mark.parametrize("how", [*OF_NODES, *OF_BYTES])
def test_every_change_changes_something(how):
    made = [spoilt_bytes(TEXT.encode(), (Spoiling(how, n, 7, "w"),)) for n in (1, 3, 9)]
    assert any(each != TEXT.encode() for each in made)


@pytest.mark.parametrize("how", PLACES)
def test_something_else_stands_in_a_files_place(tmp_path, how):
    path = tmp_path / "a.yaml"
    lay(path, TEXT.encode(), (Spoiling(how),))
    sound = path.is_file() and not path.is_symlink()
    assert sound == (how == "private")
    lay(path, TEXT.encode(), ())
    assert path.read_text() == TEXT


def test_words_and_changes_are_named_once():
    assert len(set(WORDS)) == len(WORDS)
    assert len(set(KINDS)) == len(KINDS)
