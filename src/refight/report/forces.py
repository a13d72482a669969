"""Forces: both sides of an act as a tree, with symbols in text and ranges.

Reads: a `Scenario` and the archive. Symbols follow APP-6 as far as letters allow: the
echelon's mark (I company, II battalion, X brigade), then the arm in a frame.
Composition, such as women among the volunteers, is carried and shown.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from refight.evidence.archive import Archive
from refight.report.lines import amount, spaced, wrap
from refight.scenario.forces import (
    NOTHING,
    Entries,
    Range,
    Strength,
    entries_of,
    groups_of,
    side_of,
    strength,
    total,
)
from refight.scenario.model import Scenario, SideId, Unit

ARMS = {
    "infantry": "[X]",
    "militia": "[m]",
    "commando": "[C]",
    "mechanised": "[Ø]",
    "armour": "[O]",
    "artillery": "[•]",
    "engineer": "[E]",
}
ECHELONS = {
    "platoon": "•••",
    "company": "I",
    "battery": "I",
    "battalion": "II",
    "brigade": "X",
    "division": "XX",
}
VEHICLES = ("tanks", "carriers", "guns")
INDENT = 13


def forces_data(scenario: Scenario, archive: Archive) -> dict[str, Any]:
    """Gather both sides by group, with every unit's share of the evidence."""
    entries = entries_of(scenario, archive)
    return {
        "act": scenario.id,
        "title": scenario.title,
        "sides": [_side_data(scenario, entries, side) for side in SideId],
        "left_out": dict(scenario.left_out),
    }


def forces_lines(data: Mapping[str, Any]) -> list[str]:
    """Write the forces as a tree for 80 columns."""
    lines = [f"Forces: {data['title']}", ""]
    for side in data["sides"]:
        lines += _side_lines(side)
    lines += ["Without a unit of their own"]
    for name, reason in data["left_out"].items():
        lines += wrap(f"{name}: {reason}", 4, "  ")
    key = [f"{mark} {arm}" for arm, mark in ARMS.items()]
    lines += ["", *wrap(", ".join(key), 2, "")]
    lines += wrap(
        "Ranges are the lowest and highest of the evidence, times a unit's share; "
        "sums of ranges are wider than anyone believes.",
        2,
        "",
    )
    return lines


def symbol(arm: str, echelon: str) -> str:
    """Write a unit's symbol in text.

    >>> symbol("armour", "battalion")
    'II [O]'
    """
    return f"{ECHELONS.get(echelon, echelon)} {ARMS[arm]}"


def _side_data(scenario: Scenario, entries: Entries, side: SideId) -> dict[str, Any]:
    groups = groups_of(scenario, entries, side)
    units = [unit for unit in scenario.units if side_of(unit, entries) is side]
    return {
        "side": side.value,
        "units": len(units),
        "strength": _strength_data(total(scenario, entries, side)),
        "components": _components(units, entries),
        "groups": [_group_data(name, units, entries) for name in groups],
    }


def _components(units: Iterable[Unit], entries: Entries) -> dict[str, list[float]]:
    men: dict[str, Strength] = {}
    for unit in units:
        before = men.get(unit.component, NOTHING)
        men[unit.component] = before + strength(unit, entries)
    return {name: _round(each.men) for name, each in men.items()}


def _group_data(name: str, units: list[Unit], entries: Entries) -> dict[str, Any]:
    own = [unit for unit in units if unit.group == name]
    found = NOTHING
    for unit in own:
        found = found + strength(unit, entries)
    return {
        "group": name,
        "strength": _strength_data(found),
        "units": [_unit_data(unit, entries) for unit in own],
    }


def _unit_data(unit: Unit, entries: Entries) -> dict[str, Any]:
    return {
        "id": unit.id,
        "name": unit.name,
        "symbol": symbol(unit.arm, unit.echelon),
        "arm": unit.arm.value,
        "echelon": unit.echelon,
        "component": unit.component,
        "entry": entries[unit.orbat].key,
        "share": unit.share,
        "derived": entries[unit.orbat].derived,
        "strength": _strength_data(strength(unit, entries)),
        "quality": unit.quality,
        "start": unit.start,
        "arrival": unit.arrival.isoformat() if unit.arrival else None,
        "composition": dict(unit.composition),
    }


def _strength_data(found: Strength) -> dict[str, list[float]]:
    named = {
        "men": found.men,
        "tanks": found.tanks,
        "carriers": found.carriers,
        "guns": found.guns,
    }
    return {name: _round(each) for name, each in named.items()}


def _round(ends: Range) -> list[float]:
    return [round(end) for end in ends]


def _side_lines(side: Mapping[str, Any]) -> list[str]:
    head = f"{side['side'].upper()}  {side['units']} units"
    lines = wrap(f"{head}, {_words(side['strength'])}")
    parts = [f"{name} {_range(men)}" for name, men in side["components"].items()]
    lines += wrap("men by component: " + "; ".join(parts), 4, "  ")
    for at, group in enumerate(side["groups"]):
        lines += _group_lines(group, last=at == len(side["groups"]) - 1)
    return [*lines, ""]


def _group_lines(group: Mapping[str, Any], last: bool) -> list[str]:
    corner, rail = ("└─", "  ") if last else ("├─", "│ ")
    lines = [f"{corner} {group['group']}: {_words(group['strength'])}"]
    count = len(group["units"])
    for at, unit in enumerate(group["units"]):
        branch = "└─" if at == count - 1 else "├─"
        first = f"{rail} {branch} {unit['symbol']:>7} "
        stem = f"{rail} {'  ' if at == count - 1 else '│ '}"
        lines += _unit_lines(unit, first, stem)
    return lines


def _unit_lines(unit: Mapping[str, Any], first: str, stem: str) -> list[str]:
    arrival = f", from {_day(unit['arrival'])}" if unit["arrival"] else ""
    where = f"{unit['component']}, {spaced(unit['start'])}{arrival}"
    parts = f"{_words(unit['strength'])}; {where}"
    lines = [first + unit["name"]]
    for text in (parts, *unit["composition"].values()):
        body = wrap(text, INDENT, " " * INDENT)
        lines += [stem + line[len(stem) :] for line in body]
    return lines


def _words(found: Mapping[str, list[float]]) -> str:
    parts = [f"{_range(found['men'])} men"]
    parts += [f"{_range(found[kind])} {kind}" for kind in VEHICLES if any(found[kind])]
    return ", ".join(parts)


def _range(ends: list[float]) -> str:
    low, high = ends
    return amount(low) if low == high else f"{amount(low)}-{amount(high)}"


def _day(moment: str) -> str:
    return f"{datetime.fromisoformat(moment):%-d %b}"
