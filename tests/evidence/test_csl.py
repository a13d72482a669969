"""Sources to CSL JSON and back; files of other hands; what is no CSL JSON."""

import json

import pytest
import yaml

from refight.errors import EvidenceError
from refight.evidence.archive import Archive
from refight.evidence.build import source as build_source
from refight.evidence.csl import OWN, read_csl, to_csl
from refight.evidence.item import Item
from refight.files import campaign_path

FIELDS = ("title", "author", "publisher", "url", "note", *OWN)


@pytest.fixture(scope="module")
def archive():
    return Archive.read(campaign_path("khorramshahr"))


def written(tmp_path, items):
    path = tmp_path / "library.json"
    path.write_text(json.dumps(items), "utf-8")
    return path


def test_every_source_comes_back_as_it_went(archive, tmp_path):
    sources = list(archive.sources.values())
    found = read_csl(written(tmp_path, [to_csl(each) for each in sources]))
    assert len(found.entries) == len(sources)
    assert found.left_out == ()
    for source, entry in zip(sources, found.entries, strict=True):
        assert {n: entry.get(n, "") for n in FIELDS} == {
            n: getattr(source, n) for n in FIELDS
        }
        assert entry.get("year") == source.year
    assert len({entry["id"] for entry in found.entries}) == len(sources)


def test_an_item_of_another_hand_is_neither_read_nor_given_a_stance(tmp_path):
    item = {
        "id": "http://zotero.org/users/1/items/AB12",
        "citation-key": "karsh_2002",
        "type": "chapter",
        "title": "A war & its year",
        "container-title": "Essays",
        "author": [
            {"family": "Doe", "given": "Ann"},
            {"literal": "An office"},
            {"family": "Berg", "given": "Ina", "non-dropping-particle": "van den"},
        ],
        "issued": {"date-parts": [["2002", 5]]},
        "abstract": "left aside",
    }
    (entry,) = read_csl(written(tmp_path, {"items": [item]})).entries
    assert entry["id"] == "karsh-2002"
    assert entry["author"] == "Ann Doe; An office; Ina van den Berg"
    assert (entry["kind"], entry["publisher"]) == ("book", "Essays")
    assert entry["year"] == 2002
    assert (entry["stance"], entry["access"]) == ("unknown", "recalled")
    assert "Imported" in entry["note"]


def test_entries_can_be_read_as_sources(tmp_path):
    items = [{"id": "a", "title": "One"}, {"id": "a", "title": "Two", "issued": {}}]
    entries = read_csl(written(tmp_path, items)).entries
    assert [entry["id"] for entry in entries] == ["a", "a-2"]
    path = tmp_path / "sources.yaml"
    path.write_text(yaml.safe_dump(list(entries)), "utf-8")
    for number, entry in enumerate(entries):
        made = build_source(Item(entry, "own", path, (number,), number + 1), {})
        assert made.key == f"own/{entry['id']}"


@pytest.mark.parametrize(
    ("issued", "year"),
    [
        ({"raw": "May 1982"}, 1982),
        ({"literal": "circa 1990"}, 1990),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": []}, None),
        ("1982", None),
    ],
)
def test_years(tmp_path, issued, year):
    items = [{"id": "a", "title": "One", "issued": issued}]
    assert read_csl(written(tmp_path, items)).entries[0].get("year") == year


def test_items_without_a_title_are_left_out_and_named(tmp_path):
    found = read_csl(written(tmp_path, [{"id": "x"}, "text", {"id": 7, "title": "T"}]))
    assert found.left_out == (("x", "no title"), ("item 2", "no title"))
    assert [entry["id"] for entry in found.entries] == ["7"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', "7", "[" * 100_000])
def test_what_is_no_csl_json_is_refused(tmp_path, content):
    path = tmp_path / "library.json"
    path.write_text(content, "utf-8")
    with pytest.raises(EvidenceError) as caught:
        read_csl(path)
    assert caught.value.where.startswith(str(path))
    assert caught.value.hint


def test_a_missing_file_is_answered_with_the_nearest(tmp_path):
    written(tmp_path, [])
    with pytest.raises(EvidenceError, match=r"library\.json"):
        read_csl(tmp_path / "libary.json")
