"""Bad entries: each is refused with file, line, what was found and what to do."""

from pathlib import Path

import pytest

from refight.errors import EvidenceError
from refight.evidence.archive import Archive

BROKEN = [
    ("claims", "side: iran", "side: irann", 'did you mean "iran"?'),
    ("claims", "statement: Nine", "statment: Nine", 'did you mean "statement"?'),
    ("claims", "locator: page 1", "locator: 1", "a text"),
    ("claims", "low: 300, high: 400", "low: 400, high: 300", "swap the two numbers"),
    ("claims", "low: 900, high: 900", "low: -1, high: 900", "not below zero"),
    ("claims", "low: 900, high: 900", "low: .inf, high: .inf", "not below zero"),
    ("claims", "to: '1980-09-24'", "to: '1980-09-20'", "swap the two dates"),
    ("claims", "to: '1980-09-24'", "to: '1980-13-24'", "a date"),
    ("claims", "  locator: page 2\n", "", "this field is required"),
    ("sources", "access: read", "access: seen", "one of"),
    ("sources", "reliability: fair", "reliability: ''", "a text"),
    ("orbat", "withdrawal: '1980-09-24'", "withdrawal: '1980-09-21'", "no earlier"),
    ("orbat", "  reasoning: Split of the total by companies.\n", "", "the reasoning"),
    ("outcomes", "best: '1980-09-24'", "best: '1980-09-28'", "rising order"),
    ("outcomes", "score: true", "score: 3", "true or false"),
    ("outcomes", "kind: date", "kind: number", "a number"),
    ("places", "lat: 30.4", "lat: 130.4", "between -90 and 90"),
    ("places", "  accuracy_m: 500\n", "", "accuracy_m"),
    ("timeline", "date: '1980-09-22'", "date: 22 Sept", "a date"),
]


@pytest.mark.parametrize(("kind", "old", "new", "said"), BROKEN)
def test_refused(campaign: Path, kind: str, old: str, new: str, said: str) -> None:
    path = campaign / f"evidence/ford/{kind}.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(EvidenceError) as caught:
        Archive.read(campaign)
    message = caught.value.message()
    assert said in message
    assert f"{kind}.yaml:" in message


def test_the_line_is_that_of_the_entry(campaign: Path) -> None:
    path = campaign / "evidence/ford/claims.yaml"
    path.write_text(path.read_text().replace("about: strength", "abut: strength"))
    with pytest.raises(EvidenceError, match=r"claims\.yaml:3: "):
        Archive.read(campaign)


def test_a_mapping_is_refused(campaign: Path) -> None:
    (campaign / "evidence/ford/claims.yaml").write_text("a: 1\n")
    with pytest.raises(EvidenceError, match="a list of entries"):
        Archive.read(campaign)


def test_a_missing_file_is_named(campaign: Path) -> None:
    (campaign / "evidence/ford/places.yaml").rename(
        campaign / "evidence/ford/place.yaml"
    )
    with pytest.raises(EvidenceError) as caught:
        Archive.read(campaign)
    assert "places.yaml" in caught.value.where
    assert "place.yaml" in caught.value.hint
