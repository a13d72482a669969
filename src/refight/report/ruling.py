"""Ruling: the numbers that the engine's rules have in themselves, as a page."""

from collections.abc import Mapping, Sequence
from typing import Any

from refight.engine.rules import Rule, listed
from refight.errors import EvidenceError
from refight.report.lines import amount, heading, wrap
from refight.report.why import PLAIN

ALL = "rules"  # the name of the page with all of them


def is_rule(name: str) -> bool:
    """Tell whether a name stands for the rules, or for the number of one."""
    return name == ALL or any(each.name == name for each in listed())


def rules_data(name: str = ALL) -> dict[str, Any]:
    """Gather the numbers of the rules, or one of them.

    Raises EvidenceError when no rule has this name.
    """
    found = [each._asdict() for each in listed() if name in (ALL, each.name)]
    if not found:
        raise EvidenceError("the name of a rule", name, "refight why rules")
    return {"what": "rules", "name": name, "assumption": True, "rules": found}


def rules_lines(page: Mapping[str, Any]) -> Sequence[str]:
    """Write the page, one rule a paragraph."""
    lines = heading("Numbers that the engine's rules have in themselves")
    lines += wrap(
        "The same in every campaign, for both sides and in every refight. No claim "
        "states any of them: each is an *assumption*, and a what-if cannot change it."
    )
    for each in page["rules"]:
        lines += ["", *_rule(Rule(**each))]
    return lines


def _rule(rule: Rule) -> list[str]:
    unit = "" if rule.unit == PLAIN else f" {rule.unit}"
    return wrap(
        f"{rule.name}: {amount(rule.value)}{unit}. {rule.does.capitalize()}.", 2
    )
