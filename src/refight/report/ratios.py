"""Ratios: attacker to defender in the theatre, at the point of attack, in the city.

Reads `ratios.yaml` beside a scenario: whose units count at each scope, and which claims
of the record are rival figures. A ratio of ranges runs from the attacker's least over
the defender's most to the reverse; its middle is that of the two geometric middles.
"""

from collections.abc import Iterable, Mapping
from math import sqrt
from pathlib import Path
from typing import Any

from refight.errors import ScenarioError, suggest
from refight.evidence.archive import Archive
from refight.evidence.records import Claim, short
from refight.files import load_yaml
from refight.report.lines import amount, heading, titled, wrap
from refight.scenario.forces import (
    NOTHING,
    Entries,
    Range,
    Strength,
    entries_of,
    groups_of,
    side_of,
    strength,
)
from refight.scenario.model import Scenario, SideId

FILE = "ratios.yaml"
INDENT = 6
KINDS = ("men", "tanks", "guns")
HOW = (
    "Attacker to defender. The range is that of the evidence; both ends at once are "
    "less likely than the middle. Men are counted, not their arms or their skill."
)


def ratios_data(
    scenario: Scenario, archive: Archive, folder: Path
) -> list[dict[str, Any]]:
    """Gather the ratios of an act; none where its folder has no file of them.

    Raises ScenarioError for an unknown group or claim.
    """
    path = folder / FILE
    if not path.is_file():
        return []
    data, _ = load_yaml(path, ScenarioError)
    entries = entries_of(scenario, archive)
    return [_scope(each, scenario, archive, entries, path) for each in data["ratios"]]


def ratios_lines(ratios: Iterable[Mapping[str, Any]]) -> list[str]:
    """Write the ratios with their rival figures."""
    kept = list(ratios)
    if not kept:
        return []
    lines = heading("Ratios of forces")
    for it in kept:
        lines += wrap(it["words"], 4, f"  {it['scope']}: ")
        sides = f"{it['attacker']} to {it['defender']}"
        for kind, found in it["ratios"].items():
            lines += wrap(f"{kind}, {sides}: {_said(found)}", INDENT, "   -")
        for rival in it["figures"]:
            lines += wrap(_figure(rival), 8, "      *")
        for rival in it["alone"]:
            lines += wrap(_alone(rival), 8, "      *")
    return [*lines, *wrap(HOW, 2)]


def ratio(over: Range, under: Range) -> dict[str, float | None] | None:
    """Divide two ranges; None where the upper one is nothing.

    >>> ratio((30.0, 60.0), (10.0, 15.0))
    {'low': 2.0, 'middle': 3.46, 'high': 6.0}
    """
    if not over[1] or not under[1]:
        return None
    middle = sqrt(over[0] * over[1]) / sqrt(under[0] * under[1]) if under[0] else None
    return {
        "low": round(over[0] / under[1], 2),
        "middle": None if middle is None else round(middle, 2),
        "high": round(over[1] / under[0], 2) if under[0] else None,
    }


def _scope(
    it: Mapping[str, Any],
    scenario: Scenario,
    archive: Archive,
    entries: Entries,
    path: Path,
) -> dict[str, Any]:
    attacker = scenario.attacker
    defender = next(side for side in SideId if side is not attacker)
    groups = it.get("groups", {})
    over, under = (
        _sum(scenario, entries, side, groups.get(side.value), path)
        for side in (attacker, defender)
    )
    ranges = {kind: (getattr(over, kind), getattr(under, kind)) for kind in KINDS}
    made = {kind: (pair, ratio(*pair)) for kind, pair in ranges.items()}
    folder = scenario.evidence
    return {
        "scope": it["scope"],
        "words": it["words"],
        "attacker": attacker.value,
        "defender": defender.value,
        "groups": {side: list(names) for side, names in groups.items()},
        "ratios": {
            kind: {"attacker": list(pair[0]), "defender": list(pair[1]), **found}
            for kind, (pair, found) in made.items()
            if found is not None
        },
        "figures": [_rival(each, folder, archive) for each in it.get("figures", [])],
        "alone": [
            _claim(archive.claim(f"{folder}/{name}"), archive)
            for name in it.get("alone", [])
        ],
    }


def _sum(
    scenario: Scenario,
    entries: Entries,
    side: SideId,
    names: list[str] | None,
    path: Path,
) -> Strength:
    known = groups_of(scenario, entries, side)
    for name in names or ():
        if name not in known:
            hint = suggest(name, known)
            raise ScenarioError("a group of the act", f'"{name}"', str(path), hint)
    found = NOTHING
    for unit in scenario.units:
        if side_of(unit, entries) is side and unit.group in (names or known):
            found = found + strength(unit, entries)
    return found


def _rival(it: Mapping[str, str], folder: str, archive: Archive) -> dict[str, Any]:
    """Give a rival figure: a stated ratio, or two numbers of one source divided."""
    if "ratio" in it:
        claim = archive.claim(f"{folder}/{it['ratio']}")
        value = claim.value
        return {
            "low": value.low if value else None,
            "high": value.high if value else None,
            "claims": [_claim(claim, archive)],
        }
    over, under = (
        archive.claim(f"{folder}/{it[name]}") for name in ("attacker", "defender")
    )
    return {
        "low": _divided(over, "low", under, "high"),
        "high": _divided(over, "high", under, "low"),
        "claims": [_claim(over, archive), _claim(under, archive)],
    }


def _divided(over: Claim, end: str, under: Claim, other: str) -> float | None:
    one = getattr(over.value, end, None)
    two = getattr(under.value, other, None)
    return None if one is None or not two else round(one / two, 2)


def _claim(claim: Claim, archive: Archive) -> dict[str, Any]:
    source = archive.sources[claim.source]
    return {
        "claim": claim.key,
        "statement": claim.statement,
        "root": claim.root,
        "by": source.author or source.publisher or source.title,
        "stance": source.stance,
    }


def _said(found: Mapping[str, Any]) -> str:
    middle = "" if found["middle"] is None else f" (middle {found['middle']:g})"
    ends = _ends(found["low"], found["high"])
    over, under = (_range(found[side]) for side in ("attacker", "defender"))
    return f"{ends} to one{middle}; {over} against {under}"


def _ends(low: float | None, high: float | None) -> str:
    if low == high and low is not None:
        return f"{low:g}"
    if high is None:
        return f"at least {low:g}" if low is not None else "not stated"
    return f"{low:g} to {high:g}" if low is not None else f"at most {high:g}"


def _range(ends: Iterable[float]) -> str:
    low, high = (amount(round(end)) for end in ends)
    return low if low == high else f"{low}-{high}"


def _figure(rival: Mapping[str, Any]) -> str:
    claims = rival["claims"]
    names = " and ".join(short(each["claim"]) for each in claims)
    said = f"{_ends(rival['low'], rival['high'])} to one after {names}"
    return (
        f"{said}, {claims[0]['by']} ({claims[0]['stance']}; root {claims[0]['root']})"
    )


def _alone(it: Mapping[str, Any]) -> str:
    return f"{titled(it['statement'])} {short(it['claim'])} ({it['stance']})"
