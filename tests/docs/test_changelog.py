import re
from pathlib import Path

import refight
from refight.manifest import BEHAVIOUR_VERSION

TEXT = (Path(__file__).parent.parent.parent / "CHANGELOG.md").read_text("utf-8")


def test_the_newest_entry_is_unreleased_or_this_version():
    headings = re.findall(r"^## \[([^\]]+)\]", TEXT, re.MULTILINE)
    assert headings[0] in ("Unreleased", refight.__version__)


def test_every_entry_has_a_results_part():
    entries = re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]
    assert entries
    assert all("### Results" in entry for entry in entries)


def test_the_behaviour_version_of_the_code_is_in_the_changelog():
    assert f"behaviour version {BEHAVIOUR_VERSION}" in TEXT.lower()
