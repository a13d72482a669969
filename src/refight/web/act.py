"""Act: one act as the page reads it, before anything is refought.

Reads a prepared act and the account. Returns plain data: ground, units, plans,
levers, outcomes, dated record. Indices are those of the engine.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import numpy as np

from refight.account.model import Account
from refight.engine import system as sy
from refight.ensemble.refight import CAMPAIGN, Prepared
from refight.evidence.archive import Archive
from refight.report.diary import COUNTRY, PEOPLE, SIDES
from refight.report.forces import forces_data, symbol
from refight.report.gazetteer import gazetteer
from refight.report.map import SHEETS
from refight.report.plan import plan_data
from refight.report.summary import planned
from refight.report.symbols import sidc
from refight.report.timeline import Filters, timeline_data
from refight.scenario.forces import Strength, entries_of, side_of, strength
from refight.scenario.model import Outcome, Scenario
from refight.web.ground import cells_data, crossings_data, layers_data, sets_data

HOURS = 24
NOON = 12  # an event on record has a day, no hour


def act_data(prepared: Prepared, account: Account) -> dict[str, Any]:
    """Gather an act."""
    scenario, archive, ground = prepared.scenario, prepared.archive, prepared.ground
    sheet = SHEETS[scenario.act]
    names = gazetteer(ground, archive, scenario.evidence)
    outcomes = [_outcome(each, scenario, archive) for each in scenario.outcomes]
    return {
        "act": scenario.act,
        "title": scenario.title,
        "version": scenario.version,
        "variant": list(prepared.variant),
        "start": scenario.start.isoformat(),
        "days": scenario.days,
        "steps": scenario.days * sy.STEPS_PER_DAY,
        "hours_per_step": sy.HOURS_PER_STEP,
        "digest": prepared.digest,
        "sides": _sides(),
        "attacker": SIDES.index(scenario.attacker),
        "window": list(sheet.window),
        "city": list(sheet.inset),
        "rule": scenario.fallen[scenario.fallen_rule].words,
        "planned_day": planned(scenario, archive),
        "cells": cells_data(ground, names),
        "sets": sets_data(ground),
        "layers": layers_data(scenario.act, CAMPAIGN),
        "crossings": crossings_data(ground),
        "units": units_data(prepared),
        "plans": plan_data(scenario, archive)["plans"],
        "levers": levers_of(scenario),
        "outcomes": outcomes,
        "events": _events(scenario, account, archive),
        "marks": [_mark(each) for each in outcomes if each["kind"] == "date"],
    }


def units_data(prepared: Prepared) -> list[dict[str, Any]]:
    """Give every unit in the order of the engine's index."""
    scenario, rows = prepared.scenario, prepared.compiled.base.unit
    entries = entries_of(scenario, prepared.archive)
    known = {each.id: each for each in scenario.units}
    found = []
    for index, name in enumerate(prepared.compiled.units):
        unit, row = known[name], rows[index]
        side = side_of(unit, entries) or SIDES[0]
        found.append(
            {
                "id": unit.id,
                "name": unit.name,
                "side": SIDES.index(side),
                "arm": unit.arm.value,
                "echelon": unit.echelon,
                "component": unit.component,
                "group": unit.group,
                "sidc": sidc(unit.arm.value, unit.echelon),
                "symbol": symbol(unit.arm, unit.echelon),
                "formation": entries[unit.orbat].key,
                "arrival_step": int(row[sy.U_ARRIVAL]),
                "cell": int(row[sy.U_START]),
                **_ranges(strength(unit, entries)),
                "composition": dict(unit.composition),
            }
        )
    return found


def forces_page(prepared: Prepared) -> dict[str, Any]:
    """Gather both sides as a tree, each unit with its index and sign."""
    page = forces_data(prepared.scenario, prepared.archive)
    indices = {name: index for index, name in enumerate(prepared.compiled.units)}
    for side in page["sides"]:
        for group in side["groups"]:
            for unit in group["units"]:
                unit["index"] = indices[unit["id"]]
                unit["sidc"] = sidc(unit["arm"], unit["echelon"])
    return page | {"act": prepared.scenario.act}


def levers_of(scenario: Scenario) -> list[dict[str, Any]]:
    """Give an act's levers: each level with what it means."""
    return [
        {
            "id": lever.id,
            "title": lever.title,
            "factual": lever.factual,
            "absent": lever.absent,
            "levels": {
                name: {"words": level.words.strip()}
                for name, level in lever.levels.items()
            },
            "sentences": list(lever.sentences),
            "claims": list(lever.claims),
        }
        for lever in scenario.levers
    ]


def _sides() -> list[dict[str, str]]:
    names = zip(SIDES, COUNTRY, PEOPLE, strict=True)
    return [
        {"id": side.value, "name": country, "people": people}
        for side, country, people in names
    ]


def _ranges(found: Strength) -> dict[str, list[int]]:
    named = {
        "men": found.men,
        "tanks": found.tanks,
        "carriers": found.carriers,
        "guns": found.guns,
    }
    return {name: [round(end) for end in ends] for name, ends in named.items()}


def _outcome(outcome: Outcome, scenario: Scenario, archive: Archive) -> dict[str, Any]:
    recorded = archive.outcomes[f"{scenario.evidence}/{outcome.record}"]
    low, high, best = recorded.day_index(scenario.start.date().isoformat())
    return {
        "id": outcome.id,
        "title": outcome.title(recorded.name),
        "kind": recorded.kind,
        "unit": recorded.unit,
        "scored": outcome.scored and recorded.score and not outcome.input,
        "input": outcome.input,
        "decides": outcome.id == scenario.decided_by,
        "set": outcome.set,
        "record": {"key": recorded.key, "low": low, "best": best, "high": high},
    }


def _mark(row: Mapping[str, Any]) -> dict[str, Any]:
    record = row["record"]
    return {
        "outcome": row["id"],
        "day": record["best"],
        "low": record["low"],
        "high": record["high"],
        "title": row["title"],
        "set": row["set"],
    }


def _events(
    scenario: Scenario, account: Account, archive: Archive
) -> list[dict[str, Any]]:
    """Give the dated events on record that fall within the act."""
    page: Any = timeline_data(account, archive, Filters(part=scenario.act))
    kept = []
    for it in page["entries"]:
        day = (date.fromisoformat(it["first"]) - scenario.start.date()).days
        if 0 <= day <= scenario.days:
            kept.append(_event(it, day, scenario.start, archive))
    return kept


def _event(
    it: Mapping[str, Any], day: int, start: datetime, archive: Archive
) -> dict[str, Any]:
    place = archive.places.get(it["place"])
    step = (HOURS * day + NOON - start.hour) // sy.HOURS_PER_STEP
    return {
        **{key: it[key] for key in ("id", "first", "last", "place", "what")},
        "day": day,
        "step": int(np.clip(step, 0, None)),
        "lon": place.lon if place else None,
        "lat": place.lat if place else None,
        "elsewhere": it["elsewhere"],
        **{key: it[key] for key in ("confidence", "claims", "sources")},
    }
