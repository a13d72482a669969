"""Levers: what a side could have chosen otherwise, with what each level means.

Reads a scenario. Returns plain data, and lines for 80 columns.
"""

from collections.abc import Mapping
from typing import Any

from refight.report.lines import heading, plural, wrap
from refight.scenario.model import Lever, Scenario

INDENT = 4


def levers_data(scenario: Scenario) -> dict[str, Any]:
    """Gather an act's levers."""
    return {
        "act": scenario.id,
        "title": scenario.title,
        "version": scenario.version,
        "levers": [lever_data(each) for each in scenario.levers],
    }


def lever_data(lever: Lever) -> dict[str, Any]:
    """Gather one lever: its levels in words, and the sentences that it serves."""
    return {
        "id": lever.id,
        "title": lever.title,
        "factual": lever.factual,
        "absent": lever.absent,
        "levels": {name: level.words.strip() for name, level in lever.levels.items()},
        "sentences": list(lever.sentences),
        "claims": list(lever.claims),
    }


def levers_lines(page: Mapping[str, Any]) -> list[str]:
    """Write the levers of an act."""
    many = plural(len(page["levers"]), "lever")
    lines = [f"{page['title']}, as {page['version']}: {many}"]
    for lever in page["levers"]:
        lines += heading(f"{lever['id']}: {lever['title']}") + lever_lines(lever)
    first = next((f"{e['id']}={e['absent']}" for e in page["levers"]), "LEVER=LEVEL")
    return [*lines, "", f"Set one: refight whatif {page['act']} {first}"]


def lever_lines(lever: Mapping[str, Any]) -> list[str]:
    """Write one lever's levels, the factual one first, then what it serves."""
    lines: list[str] = []
    order = sorted(lever["levels"], key=lambda name: name != lever["factual"])
    for name in order:
        lines += wrap(f"{_called(lever, name)}: {lever['levels'][name]}", INDENT, "  -")
    sentences = ", ".join(lever["sentences"]) or "none"
    claims = plural(len(lever["claims"]), "claim")
    return [*lines, *wrap(f"serves sentences {sentences}; {claims} bear on it", 2)]


def _called(lever: Mapping[str, Any], name: str) -> str:
    if name == lever["factual"]:
        return f"{name} (as it was)"
    return f"{name} (absent)" if name == lever["absent"] else name
