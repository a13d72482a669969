import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refight import files
from refight.documents import kept
from refight.documents.parse import parse
from refight.errors import RefightError

TEXT = """\
title: a town
start: 1980-09-22T06:00:00
day: 1980-09-22
shares: [0.5, 1, .inf]
shared: &shared
  - {id: one}
again: *shared
nothing:
"""


def read(text):
    return parse(text, "x.yaml", RefightError)


def test_a_document_comes_back_as_it_was():
    data, lines = read(TEXT)
    assert kept.loads(kept.dumps(data, lines)) == (data, lines)
    assert type(data["start"]) is dt.datetime and type(data["day"]) is dt.date
    assert (("shared", 0, "id") in lines) != (("again", 0, "id") in lines)


WORDS = st.text("abc .:'#\n\0ñب", max_size=6)
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner),
    max_leaves=8,
)


@given(TREES)
def test_any_plain_data_comes_back_or_is_not_kept(tree):
    paths = []
    kept._walk(tree, (), paths, 10_000)
    lines = {path: number for number, path in enumerate(paths)}
    try:
        content = kept.dumps(tree, lines)
    except kept.NotKept:
        assert "\0" in str(tree) or "\\x00" in repr(tree)
        return
    assert kept.loads(content) == (tree, lines)


@pytest.mark.parametrize("text", ["<<: {a: 1}\nb: 2"])
def test_what_json_would_change_is_not_kept(text):
    data, lines = read(text)
    with pytest.raises(kept.NotKept):
        kept.dumps(data, lines)


def test_aliases_that_multiply_are_given_up_early():
    data = ["x"]
    for _ in range(40):
        data = [data, data]
    with pytest.raises(kept.NotKept, match="multiply"):
        kept.dumps(data, {(): 1})


def test_a_bit_turned_over_is_seen():
    content = kept.dumps(*read("name: Khorramshahr"))
    for at in range(0, len(content), 7):
        turned = bytes([content[at] ^ 1])
        assert kept.loads(content[:at] + turned + content[at + 1 :]) is None


@pytest.mark.parametrize(
    "content", [b"", b"[", b"{}", b"[2, {}, [1]]", b"[1, {}, []]", b"[1, [1], [1]]"]
)
def test_a_damaged_file_is_passed_over(content):
    assert kept.loads(content) is None


@pytest.fixture
def campaign(tmp_path, monkeypatch):
    """Ship a campaign of one file, with an empty cache."""
    monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(files, "_campaigns_root", lambda: tmp_path / "campaigns")
    (tmp_path / "campaigns").mkdir()
    return tmp_path / "campaigns" / "town.yaml"


def test_a_shipped_document_is_parsed_once_and_again_when_it_changes(
    campaign, monkeypatch
):
    campaign.write_text(TEXT)
    first = files.load_yaml(campaign)
    calls = []
    monkeypatch.setattr(
        files, "_parsed", lambda *given: calls.append(given) or read(given[0])
    )
    assert files.load_yaml(campaign) == first and not calls
    campaign.write_text(TEXT.replace("one", "two"))
    assert files.load_yaml(campaign)[0]["shared"] == [{"id": "two"}] and len(calls) == 1
    campaign.write_text(TEXT.replace("title", "\ntitle"))  # lines move, words do not
    assert files.load_yaml(campaign)[1][("title",)] == 2


def test_a_damaged_cache_is_read_past_and_mended(campaign, tmp_path):
    campaign.write_text(TEXT)
    first = files.load_yaml(campaign)
    (cached,) = (tmp_path / "cache").rglob("*.json")
    cached.write_bytes(cached.read_bytes()[:20])
    assert files.load_yaml(campaign) == first
    assert kept.loads(cached.read_bytes()) == first


def test_a_folder_of_ones_own_leaves_nothing_in_the_cache(campaign, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text(TEXT)
    files.load_yaml(own)
    assert not (tmp_path / "cache").exists()


def test_an_unwritable_cache_costs_only_the_cache(campaign, tmp_path):
    (tmp_path / "cache").write_text("in the way")
    campaign.write_text(TEXT)
    assert files.load_yaml(campaign) == read(TEXT)
