"""The reference page is that of the commands as they are."""

from pathlib import Path

from refight.cli import VERBS
from refight.cli.reference import main, page

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_the_page_is_fresh():
    text = (DOCS / "reference" / "cli.md").read_text("utf-8")
    assert text == page(), "run python -m refight.cli.reference docs/reference"


def test_every_verb_has_a_section_with_its_options():
    text = page()
    for name in VERBS:
        section = text.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        assert f"Usage: refight {name}" in section
        assert "--json" in section


def test_lines_fit_80_columns():
    fenced = page().partition("\n## ")[2]
    assert max(map(len, fenced.splitlines())) <= 80


def test_the_page_is_written_where_it_is_asked(tmp_path):
    main(tmp_path)
    assert (tmp_path / "cli.md").read_text("utf-8") == page()
