"""The schema and its page: complete, and as fresh as the models."""

from pathlib import Path

from refight.scenario.model import Scenario, Unit
from refight.scenario.schema import page, write

DOCS = Path(__file__).parents[2] / "docs" / "reference"


def test_the_page_is_fresh(tmp_path: Path) -> None:
    write(tmp_path)
    for name in ("scenario.md", "scenario.schema.json"):
        fresh = (tmp_path / name).read_text(encoding="utf-8")
        stored = (DOCS / name).read_text(encoding="utf-8")
        assert stored == fresh, "run python -m refight.scenario.schema docs/reference"


def test_every_key_is_on_the_page() -> None:
    text = page()
    for model in (Scenario, Unit):
        for key in model.model_fields:
            assert f"| `{key}` |" in text
