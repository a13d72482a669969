"""Upstream: tell the widely copied tables whose negative codes were lost.

The tidy tables of the repository `jrnold/CDB90` blank every code below zero: attacker
defeats, defender-favouring surprise and air, attacker retreats. Whoever drops or fills
those blanks models another set of battles. A blank there may as well be unknown, so the
sign cannot be given back from that table alone: it is refused.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from refight.errors import UsageError

MARKS = ("isqno", "wina", "surpa")  # columns of the table as published
SIGNED = ("wina", "surpa", "aeroa", "kmda", "cea", "leada")
ENOUGH = 20  # results below which the absence of a defeat says nothing
WHY = (
    "in copies of this table every negative code is blank: attacker defeats, surprise "
    "and air in the defender's favour, retreats; what is left is nearly all victories"
)
HINT = f"{WHY}. Take the corrected table: docs/howto/trials.md says where"


def refuse_broken(rows: Sequence[Mapping[str, str]], path: Path) -> None:
    """Raise UsageError for a table whose negative codes were lost."""
    found = broken(rows)
    if found:
        raise UsageError("a table with its negative codes", found, str(path), HINT)


def broken(rows: Sequence[Mapping[str, str]]) -> str:
    """Say what shows that a table has lost its negative codes"""
    if all(mark in rows[0] for mark in MARKS):
        return _as_published(rows)
    results = [row.get("result", "") for row in rows if row.get("result", "")]
    if len(results) >= ENOUGH and "attacker_loss" not in results:
        return f"{len(results)} results and not one defeat of an attacker"
    return ""


def _as_published(rows: Sequence[Mapping[str, str]]) -> str:
    """Look for one negative code in the columns of the table as published."""
    for name in SIGNED:
        if any(row.get(name, "").strip().startswith("-") for row in rows):
            return "the table as published, with signs but with other columns"
    blank = sum(row.get("wina", "") == "" for row in rows)
    return (
        f"the table as published upstream: no negative code in {len(rows)} rows, "
        f"{blank} results blank"
    )
