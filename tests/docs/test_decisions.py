import re
from pathlib import Path

import pytest

from refight.engine.step import PROCESSES

FOLDER = Path(__file__).parent.parent.parent / "docs" / "decisions"
PAGES = sorted(FOLDER.glob("[0-9]*.md"))
PARTS = ["## Context", "## Decision", "## Consequences"]


def test_decisions_are_numbered_without_gaps():
    numbers = [int(page.name[:4]) for page in PAGES]
    assert numbers == list(range(1, len(PAGES) + 1))
    assert len(PAGES) >= 7


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_decision_has_its_parts_on_one_page(page):
    text = page.read_text("utf-8")
    assert re.match(rf"# {int(page.name[:4])}\. \S", text)
    assert "\nStatus: " in text
    assert [part for part in PARTS if part in text] == PARTS
    assert [text.index(part) for part in PARTS] == sorted(map(text.index, PARTS))
    assert len(text.splitlines()) <= 80


def test_the_engine_runs_its_processes_in_the_order_decided():
    (page,) = FOLDER.glob("0007-*.md")
    decided = re.findall(r"^\d\. (.+)$", page.read_text("utf-8"), re.MULTILINE)
    assert [name for name, _ in PROCESSES] == decided
