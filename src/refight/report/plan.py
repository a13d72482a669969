"""Plan: what each side meant to do, phase by phase, and what that rests on.

Reads: a `Scenario` and the archive. Returns: plain data, and lines for 80 columns.
A plan is made on believed strengths; nothing here says what came of it.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from refight.evidence.archive import Archive
from refight.report.lines import spaced, wrap
from refight.scenario.model import Order, Phase, Plan, Scenario

AFTER = {
    "success": "once the phase before it has succeeded",
    "failure": "once the phase before it has failed",
}
INDENT = 6


def plan_data(scenario: Scenario, archive: Archive) -> dict[str, Any]:
    """Gather every plan of an act; the one that each side follows is marked."""
    followed = set(scenario.plan.values())
    return {
        "act": scenario.id,
        "title": scenario.title,
        "start": scenario.start.isoformat(),
        "plans": [
            {"id": name, "followed": name in followed, **_plan_data(plan, archive)}
            for name, plan in scenario.plans.items()
        ],
    }


def plan_lines(data: Mapping[str, Any]) -> list[str]:
    """Write the plans phase by phase."""
    lines = [f"Plans: {data['title']}"]
    for plan in data["plans"]:
        mark = "followed" if plan["followed"] else "an alternative"
        lines += ["", *wrap(f"{plan['side'].upper()}  {plan['title']} ({mark})", 2, "")]
        lines += _claim_lines(plan["claims"])
        for at, phase in enumerate(plan["phases"], 1):
            lines += _phase_lines(at, phase)
    return lines


def _plan_data(plan: Plan, archive: Archive) -> dict[str, Any]:
    return {
        "side": plan.side.value,
        "title": plan.title,
        "claims": _claims(plan.claims, archive),
        "phases": [_phase_data(phase, archive) for phase in plan.phases],
    }


def _phase_data(phase: Phase, archive: Archive) -> dict[str, Any]:
    start = phase.start
    return {
        "id": phase.id,
        "title": phase.title,
        "not_before": _iso(start.not_before),
        "after": start.after,
        "enemy_holds": start.enemy_holds,
        "pause_after_failure": start.pause_after_failure,
        "objective": phase.objective,
        "planned_end": _iso(phase.planned_end),
        "limit": phase.limit,
        "orders": {name: _order(order) for name, order in phase.orders.items()},
        "works": [f"{work.action} {work.crossing}" for work in phase.works],
        "claims": _claims(phase.claims, archive),
        "note": phase.note,
    }


def _order(order: Order) -> str:
    """Say an order in words."""
    said = order.stance.value
    if order.objective is not None:
        said += f" {order.objective}"
    if order.released_to is not None:
        said += f", when released attack {order.released_to}"
    return said


def _claims(names: Iterable[str], archive: Archive) -> list[dict[str, str]]:
    found = [archive.claim(name) for name in names]
    return [{"claim": each.key, "says": each.statement} for each in found]


def _phase_lines(at: int, phase: Mapping[str, Any]) -> list[str]:
    lines = wrap(f"{at}. {phase['title']} ({_when(phase)})", INDENT, "  ")
    if phase["objective"]:
        lines += wrap(f"succeeds when it holds {spaced(phase['objective'])}", INDENT)
    if phase["limit"]:
        said = f"has failed after the days of an estimate: refight why {phase['limit']}"
        lines += wrap(said, INDENT)
    for group, order in phase["orders"].items():
        lines += wrap(f"{group}: {spaced(order)}", INDENT + 4, " " * (INDENT + 2))
    if phase["works"]:
        lines += wrap(f"crossings: {', '.join(phase['works'])}", INDENT)
    if phase["note"]:
        lines += wrap(phase["note"], INDENT)
    return lines + _claim_lines(phase["claims"])


def _when(phase: Mapping[str, Any]) -> str:
    parts = []
    if phase["not_before"]:
        parts.append(f"from {_said(phase['not_before'])}")
    if phase["after"] in AFTER:
        parts.append(AFTER[phase["after"]])
    if phase["pause_after_failure"]:
        parts.append(f"after a halt of {phase['pause_after_failure']} days (estimate)")
    if phase["enemy_holds"]:
        parts.append(f"once the enemy holds {spaced(phase['enemy_holds'])}")
    if phase["planned_end"]:
        parts.append(f"planned to end {_said(phase['planned_end'])}")
    return "; ".join(parts) or "at once"


def _claim_lines(claims: Iterable[Mapping[str, str]]) -> list[str]:
    lines: list[str] = []
    for each in claims:
        lines += wrap(f"{each['claim']}: {each['says']}", INDENT + 2, " " * INDENT)
    return lines


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _said(moment: str) -> str:
    return f"{datetime.fromisoformat(moment):%-d %B, %H:%M}"
