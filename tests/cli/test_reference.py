"""The reference page is that of the commands as they are."""

import subprocess
import sys
from pathlib import Path

import pytest

from refight.cli import VERBS

DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Make the page in a process of its own: click remembers how it was called."""
    folder = tmp_path_factory.mktemp("reference")
    command = [sys.executable, "-m", "refight.cli.reference", str(folder)]
    subprocess.run(command, check=True)
    return (folder / "cli.md").read_text("utf-8")


def test_the_page_is_fresh(made):
    text = (DOCS / "reference" / "cli.md").read_text("utf-8")
    assert text == made, "run python -m refight.cli.reference docs/reference"


def test_every_verb_has_a_section_with_its_options(made):
    text = made
    for name in VERBS:
        section = text.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        assert f"Usage: refight {name}" in section
        assert "--json" in section


def test_lines_fit_80_columns(made):
    fenced = made.partition("\n## ")[2]
    assert max(map(len, fenced.splitlines())) <= 80
