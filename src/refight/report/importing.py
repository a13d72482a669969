"""Importing: sources of a reference manager as entries for sources.yaml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from refight.evidence.csl import read_csl
from refight.report.lines import plural

LINE = 100  # characters of a line of the YAML
HOW = (
    "# Add these to evidence/<folder>/sources.yaml. Set of each the stance (iranian-",
    "# official, iraqi, western, neutral, unknown) and access (read, cited, recalled).",
)


def import_data(path: Path) -> dict[str, Any]:
    """Gather the entries made from a CSL JSON file, and what was left out."""
    found = read_csl(path)
    return {
        "file": str(path),
        "sources": list(found.entries),
        "left_out": [{"item": name, "why": why} for name, why in found.left_out],
    }


def import_lines(page: Mapping[str, Any]) -> list[str]:
    """Write the entries as YAML; what was left out stands in comments."""
    lines = [f"# {plural(len(page['sources']), 'source')} from {page['file']}.", *HOW]
    lines += [f"# left out: {it['item']} ({it['why']})" for it in page["left_out"]]
    if not page["sources"]:
        return lines
    text: str = yaml.safe_dump(
        page["sources"], sort_keys=False, allow_unicode=True, width=LINE
    )
    return lines + text.rstrip("\n").split("\n")
