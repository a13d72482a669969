"""Cross-references: nothing points to nothing; contradictions are listed."""

from pathlib import Path

import pytest

from refight.errors import EvidenceError
from refight.evidence import check
from refight.evidence.archive import Archive

LOOSE = [
    ("ford/claims.yaml", "source: copy", "source: gazete", "a source"),
    ("ford/claims.yaml", "place: the-ford", "place: the-fort", "a place"),
    ("ford/orbat.yaml", "claims: [c-1]", "claims: [c-9]", "a claim"),
    ("ford/orbat.yaml", "component: army", "component: army\n  parent: gard", "forma"),
    ("ford/outcomes.yaml", "claims: [c-3]", "claims: [c-33]", "a claim"),
    ("ford/timeline.yaml", "claims: [c-3]", "sources: [diry]", "a source"),
    ("ford/sources.yaml", "cited_in: gazette", "cited_in: gazzette", "a source"),
    ("ford/places.yaml", "source: diary", "source: dairy", "a source"),
    ("roots.yaml", "ford/copy", "ford/copies", "a source"),
    ("roots.yaml", "ford/c-3]", "ford/c-4]", "a claim"),
    ("aliases.yaml", "ford/the-ford", "ford/the-fjord", "a place"),
    ("roots.yaml", "ford/c-3]", "ford/c-1]", "each member in one group"),
    ("ford/timeline.yaml", "  claims: [c-3]\n", "", "claims or sources"),
    ("ford/claims.yaml", "id: c-2", "id: c-1", "each id once"),
    (
        "ford/orbat.yaml",
        "component: army",
        "component: army\n  parent: guard",
        "circle",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), LOOSE)
def test_refused(campaign: Path, name: str, old: str, new: str, said: str) -> None:
    path = campaign / "evidence" / name
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(EvidenceError) as caught:
        Archive.read(campaign)
    assert said in caught.value.message()
    assert caught.value.where


def test_nearest_id_is_offered(campaign: Path) -> None:
    path = campaign / "evidence/ford/claims.yaml"
    path.write_text(path.read_text().replace("source: copy", "source: gazete"))
    with pytest.raises(EvidenceError) as caught:
        Archive.read(campaign)
    assert caught.value.hint == 'did you mean "ford/gazette"?'


def test_no_orphan_is_shipped(archive: Archive) -> None:
    assert check.orphans(archive) == ()


def test_orphan_is_found(campaign: Path) -> None:
    path = campaign / "evidence/ford/places.yaml"
    path.write_text(path.read_text().replace("source: diary", "source: gazette"))
    claims = campaign / "evidence/ford/claims.yaml"
    claims.write_text(claims.read_text().replace("source: diary", "source: gazette"))
    assert check.orphans(Archive.read(campaign)) == ("ford/diary",)


def test_unused_claim_is_found(campaign: Path) -> None:
    assert check.unused(Archive.read(campaign)) == ("ford/c-2",)


def test_conflict_is_listed(campaign: Path) -> None:
    found = check.conflicts(Archive.read(campaign))
    assert list(found) == [("ford", "strength", "persons")]


def test_the_dead_of_1980_are_in_conflict(archive: Archive) -> None:
    name = ("khorramshahr-1980", "iraqi-killed", "killed")
    assert {c.id for c in check.conflicts(archive)[name]} >= {"wpn-iqk", "fr-iqk"}
