"""What the tests of evidence share: the shipped archive, and a tiny one to break."""

from pathlib import Path

import pytest

from refight.evidence.archive import Archive
from refight.files import campaign_path

FILES = {
    "roots.yaml": "sources:\n- id: pair\n  reason: one text\n"
    "  members: [ford/gazette, ford/copy]\n"
    "counts:\n- id: official\n  reason: one count\n  members: [ford/c-1, ford/c-3]\n",
    "aliases.yaml": "- {name: river-ford, members: [ford/the-ford]}\n",
    "ford/sources.yaml": """\
- id: gazette
  title: Gazette of the ford
  kind: article
  stance: neutral
  access: read
  reliability: fair
- id: copy
  title: Copy of the gazette
  kind: article
  stance: neutral
  access: cited
  reliability: low
  cited_in: gazette
- id: diary
  title: Diary of a miller
  kind: memoir
  stance: iraqi
  access: recalled
  reliability: low
""",
    "ford/claims.yaml": """\
- id: c-1
  source: gazette
  about: strength
  statement: Three hundred men held the ford.
  side: iran
  value: {low: 300, high: 300, unit: persons}
  place: the-ford
  locator: page 1
- id: c-2
  source: copy
  about: strength
  statement: Three to four hundred men held it.
  value: {low: 300, high: 400, unit: persons}
  locator: page 2
- id: c-3
  source: diary
  about: strength
  statement: Nine hundred men held it.
  value: {low: 900, high: 900, unit: persons}
  date: {from: '1980-09-22', to: '1980-09-24'}
  locator: 3 May
""",
    "ford/orbat.yaml": """\
- id: guard
  name: Guard of the ford
  side: iran
  type: infantry
  echelon: company
  personnel: {low: 100, high: 400, unit: persons}
  tanks: {low: 10, high: 10, unit: tanks}
  start: the-ford
  arrival: '1980-09-22'
  withdrawal: '1980-09-24'
  component: army
  derived: true
  reasoning: Split of the total by companies.
  confidence: low
  claims: [c-1]
""",
    "ford/timeline.yaml": """\
- id: t-1
  date: '1980-09-22'
  place: the-ford
  what: The ford is attacked.
  confidence: low
  claims: [c-3]
""",
    "ford/outcomes.yaml": """\
- id: fell-on
  name: Day the ford fell
  kind: date
  unit: date
  low: '1980-09-23'
  high: '1980-09-25'
  best: '1980-09-24'
  score: true
  weight: high
  confidence: medium
  claims: [c-3]
""",
    "ford/places.yaml": """\
- id: the-ford
  name: Ford of the mill
  kind: ford
  geometry: point
  lon: 48.1
  lat: 30.4
  accuracy_m: 500
  source: diary
  access: recalled
""",
}


@pytest.fixture(scope="session")
def archive() -> Archive:
    """Read the shipped archive once."""
    return Archive.read(campaign_path("khorramshahr"))


@pytest.fixture
def campaign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a tiny campaign, with a cache of its own."""
    monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path / "cache"))
    for name, text in FILES.items():
        path = tmp_path / "evidence" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path
