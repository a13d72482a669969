"""The archive: it reads, it refuses loose ends, it counts copies once."""

from pathlib import Path

import pytest

from refight.errors import EvidenceError
from refight.evidence.archive import Archive


def test_shipped_counts(archive: Archive) -> None:
    assert len(archive.sources) == 260
    assert len(archive.claims) == 751
    assert len(archive.orbat) == 121
    assert len(archive.outcomes) == 66
    assert {key: len(each) for key, each in archive.timeline.items()} == {
        "khorramshahr-1980": 33,
        "beit-ol-moqaddas-1982": 35,
    }


def test_references_are_keys_that_resolve(archive: Archive) -> None:
    claim = archive.claim("press-575")
    assert claim.key == "khorramshahr-1980/press-575"
    assert archive.sources[claim.source].title
    assert archive.places[claim.place].name == "Khorramshahr (battle reference point)"
    assert claim.where.startswith("khorramshahr-1980/claims.yaml:")


def test_where_is_the_line_of_the_claim(campaign: Path) -> None:
    assert Archive.read(campaign).claim("c-2").where == "ford/claims.yaml:9"


def test_cached_reading_gives_the_same(campaign: Path) -> None:
    first = Archive.read(campaign)
    assert list((campaign / "cache").glob("evidence-*.json"))
    assert Archive.read(campaign) == first


def test_a_changed_file_is_seen_in_spite_of_the_cache(campaign: Path) -> None:
    Archive.read(campaign)
    path = campaign / "evidence/ford/claims.yaml"
    path.write_text(path.read_text().replace("900", "700"))
    value = Archive.read(campaign).claim("c-3").value
    assert value is not None
    assert value.low == 700


def test_a_broken_cache_is_passed_over(campaign: Path) -> None:
    first = Archive.read(campaign)
    for each in (campaign / "cache").glob("*.json"):
        each.write_text("{")
    assert Archive.read(campaign) == first


def test_an_unwritable_cache_is_passed_over(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (campaign / "taken").write_text("")
    monkeypatch.setenv("REFIGHT_CACHE", str(campaign / "taken"))
    assert len(Archive.read(campaign).claims) == 3


def test_copies_of_one_root_are_one_voice(campaign: Path) -> None:
    archive = Archive.read(campaign)
    assert archive.roots()["pair"] == ("ford/gazette", "ford/copy")
    voices = archive.independent(archive.on("strength"))
    assert {root: [c.id for c in each] for root, each in voices.items()} == {
        "official": ["c-1", "c-3"],
        "pair": ["c-2"],
    }


def test_the_official_count_of_prisoners_is_one_voice(archive: Archive) -> None:
    voices = archive.independent(archive.on("iraqi-prisoners"))
    assert len(voices["official-prisoners"]) == 8
    assert len(voices) < len(archive.on("iraqi-prisoners"))


def test_every_group_says_why(archive: Archive) -> None:
    for group in (*archive.source_groups, *archive.counts):
        assert len(group.reason) > 20
        assert len(group.members) > 1


def test_the_account_and_its_outlet_are_one_root(archive: Archive) -> None:
    both = {archive.sources[f"{f}/presstv"].root for f in archive.timeline}
    assert both == {archive.source("islamicinvitation").root}


def test_short_id_in_two_folders_lists_both(archive: Archive) -> None:
    with pytest.raises(EvidenceError) as caught:
        archive.source("presstv")
    assert "khorramshahr-1980/presstv" in caught.value.hint
    assert "beit-ol-moqaddas-1982/presstv" in caught.value.hint


def test_wrong_id_names_the_nearest(archive: Archive) -> None:
    with pytest.raises(EvidenceError) as caught:
        archive.claim("pres-575")
    assert "press-575" in caught.value.hint


@pytest.mark.parametrize("name", ["hosseiniyeh", "husseiniyeh", "Husseiniyeh"])
def test_alias_gives_both_points(archive: Archive, name: str) -> None:
    assert {p.key for p in archive.place(name)} == {
        "khorramshahr-1980/hosseiniyeh",
        "beit-ol-moqaddas-1982/husseiniyeh",
    }


def test_place_by_persian_name(archive: Archive) -> None:
    assert "khorramshahr-1980/karun" in {p.key for p in archive.place("کارون")}


def test_unknown_place_names_the_nearest(archive: Archive) -> None:
    with pytest.raises(EvidenceError) as caught:
        archive.place("shalamche")
    assert "shalamcheh" in caught.value.hint


def test_folder_without_evidence_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match="a folder of evidence"):
        Archive.read(tmp_path)
