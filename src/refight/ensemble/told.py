"""Told: an act compiled from the account's own claims, the rest counted as assumed.

Reads: the recorded scenario, the account, the estimates, and `account/as-told.yaml`,
which says which told quantity is whose strength and which estimates the account
supports. Returns: `AsTold`. No number keeps a claim that is not the account's own.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from refight.ensemble.toldstrength import strengths_of, told_value
from refight.errors import AccountError, suggest
from refight.evidence.archive import Archive
from refight.evidence.estimate import Estimate, read_estimates
from refight.files import load_yaml
from refight.scenario.forces import Entries, entries_of, side_of
from refight.scenario.model import Level, Lever, Plan, Scenario, Unit

if TYPE_CHECKING:
    from refight.account import Account
    from refight.account.told import ToldValue

Estimates = Mapping[str, Estimate]

ARRANGED, OPEN_END, SIZE, VEHICLES, GENERIC = (
    "arrangement",
    "open end",
    "size of a direction",
    "vehicles",
    "generic default",
)
KINDS = (ARRANGED, OPEN_END, SIZE, VEHICLES, GENERIC)
UNTOLD = "The account does not tell it; taken over as a default, without its claims."
DIRECTION = "The account tells the direction; the size is the curator's reading."


@dataclass(frozen=True)
class Assumed:
    """One assumption that the account made necessary by leaving something open."""

    kind: str
    id: str
    reason: str


@dataclass(frozen=True)
class AsTold:
    """An act as told, and what had to be assumed for it.

    strengths  estimates that take the place of the order of battle's, by id
    streams    one stream for a side's men: the units share the total that is told
    day        the day told for the outcome, counted from the first day (day 0)
    floor      that day is told as a length that was held out at least
    numbers    told quantities that are used as numbers
    sides      side -> the told quantity that is its strength
    """

    scenario: Scenario
    estimates: Estimates
    strengths: Estimates
    streams: Mapping[str, str]
    assumed: tuple[Assumed, ...]
    day: float
    floor: bool
    day_of: str
    numbers: tuple[str, ...]
    sides: Mapping[str, str]
    directions: tuple[str, ...]


def as_told(
    scenario: Scenario, archive: Archive, estimates: Estimates, campaign: Path
) -> AsTold:
    """Build an act from the account alone.

    Raises AccountError when as-told.yaml names what there is not.
    """
    from refight.account import read as read_account  # an act as recorded needs none
    from refight.account.told import told

    account = read_account(campaign / "account")
    rules = _rules(campaign / "account" / "as-told.yaml", scenario.act)
    known = {**estimates, **read_estimates(_generic(campaign), archive)}
    values = told(account, scenario.act)
    entries = entries_of(scenario, archive)
    scenario = standing(scenario, entries, rules.get("counted_in", {}))
    directions = _own_claims(rules["directions"], account, known)
    strengths, streams = strengths_of(scenario, entries, values, rules, known)
    return AsTold(
        scenario=_scenario(scenario, entries, rules),
        estimates={name: _estimate(e, directions) for name, e in known.items()},
        strengths=strengths,
        streams=streams,
        assumed=(*_arranged(rules), *_ends(rules, values, known)),
        day=_day(told_value(values, rules["day"]), scenario),
        floor=not told_value(values, rules["day"]).last,
        day_of=rules["day"],
        numbers=tuple(sorted({*rules["strength"].values()})),
        sides=dict(rules["strength"]),
        directions=tuple(directions),
    )


def assumptions_of(made: AsTold, deck: Estimates) -> tuple[Assumed, ...]:
    """List every assumption that a prepared act needed; `deck` are its draws.

    The vehicles of a side rest on one default for each kind and are counted so.
    """
    found = list(made.assumed)
    for name, each in deck.items():
        if name in made.directions:
            found.append(Assumed(SIZE, name, DIRECTION))
        elif name not in made.strengths and each.is_assumption:
            found.append(Assumed(GENERIC, name, each.assumption))
    vehicles = {
        made.streams[name]: each.assumption
        for name, each in made.strengths.items()
        if each.is_assumption and name in deck
    }
    found += [Assumed(VEHICLES, name, why) for name, why in vehicles.items()]
    return tuple(sorted(found, key=lambda each: (KINDS.index(each.kind), each.id)))


def counted(found: Iterable[Assumed]) -> dict[str, int]:
    """Count assumptions by kind, in the order of `KINDS`."""
    tally = Counter(each.kind for each in found)
    return {kind: tally[kind] for kind in KINDS}


def _generic(campaign: Path) -> Path:
    return campaign / "account" / "generic.yaml"


def _rules(path: Path, act: str) -> dict[str, Any]:
    data, _ = load_yaml(path, AccountError)
    if act not in data:
        raise AccountError(f"the act {act} as told", "nothing", str(path))
    return dict(data[act])


def _own_claims(
    directions: Mapping[str, list[str]], account: "Account", known: Estimates
) -> dict[str, tuple[str, ...]]:
    """Give the account's own claims behind each estimate whose direction it tells."""
    found: dict[str, tuple[str, ...]] = {}
    for name, sentences in directions.items():
        if name not in known:
            hint = suggest(name, known)
            raise AccountError("an estimate", f'"{name}"', "as-told.yaml", hint)
        own = (c for s in sentences for c in account.sentences[s].claims.own)
        found[name] = tuple(dict.fromkeys(own))
        if not found[name]:
            where = f"as-told.yaml: {name}"
            raise AccountError("a claim of the account's own", "none", where)
    return found


def _estimate(
    estimate: Estimate, directions: Mapping[str, tuple[str, ...]]
) -> Estimate:
    """Take from an estimate every claim but the account's own."""
    if estimate.id in directions:
        own = directions[estimate.id]
        return replace(estimate, claims=own, assumption="", note=DIRECTION)
    if estimate.claims:
        return replace(estimate, claims=(), assumption=UNTOLD, note="", reconciled="")
    return estimate


def standing(
    scenario: Scenario, entries: Entries, places: Mapping[str, Mapping[str, Any]]
) -> Scenario:
    """Keep of a side whose men are counted in one place only the troops of that place.

    places  side -> `group` of the troops there, and `units` -> start of those that
            are counted among them though the record has them elsewhere
    Raises AccountError when a side would have no unit, or a unit is unknown.
    """
    units: list[Unit] = []
    for unit in scenario.units:
        side = side_of(unit, entries)
        place = places.get(side.value if side else "")
        if place is None or unit.group == place["group"]:
            units.append(unit)
        elif unit.id in place["units"]:
            moved = {"group": place["group"], "start": place["units"][unit.id]}
            units.append(unit.model_copy(update=moved))
    kept = {unit.id for unit in units}
    for place in places.values():
        lost = [name for name in place["units"] if name not in kept]
        if lost or place["group"] not in {unit.group for unit in units}:
            found = ", ".join(lost) or place["group"]
            raise AccountError("units of the act", found, "as-told.yaml: counted_in")
    return scenario.model_copy(update={"units": tuple(units)})


def _scenario(
    scenario: Scenario, entries: Entries, rules: Mapping[str, Any]
) -> Scenario:
    kept = {k: v for k, v in scenario.parameters.items() if v in rules["directions"]}
    stripped = (_without_plans(each, rules) for each in scenario.levers)
    levers = tuple(
        _told_factual(each, scenario, rules["lever"].get(each.id))
        for each in stripped
        if _still_means_something(each, kept)
    )
    own = _own_plans(rules)
    plan = {**scenario.plan, **{each.side: name for name, each in own.items()}}
    for lever in levers:
        if lever.id in rules["lever"]:
            plan |= lever.levels[lever.factual].plans
    return scenario.model_copy(
        update={
            "version": "told",
            "planned_day": None,  # no account of the two tells a plan's day
            "units": tuple(_unit(each, entries) for each in scenario.units),
            "parameters": kept,
            "levers": levers,
            "plans": {**scenario.plans, **own},
            "plan": plan,
        }
    )


def _unit(unit: Unit, entries: Entries) -> Unit:
    side = side_of(unit, entries)
    quality = f"told.quality.{side.value}" if side else unit.quality
    return unit.model_copy(update={"quality": quality})


def _still_means_something(lever: Lever, kept: Mapping[str, str]) -> bool:
    """Tell whether all that a lever's levels replace is there as told."""
    replaced = {old for level in lever.levels.values() for old in level.estimates}
    return replaced <= {*kept.values()}


def _own_plans(rules: Mapping[str, Any]) -> dict[str, Plan]:
    """Read the plans that are made from the account; one for a side at most."""
    plans = rules.get("plans", {}).values()
    made = (Plan.model_validate(each) for each in plans)
    return {f"told-{each.side.value}": each for each in made}


def _without_plans(lever: Lever, rules: Mapping[str, Any]) -> Lever:
    """Take from a lever the plans that would take the place of a told one."""
    own = {*rules.get("plans", {})}
    levels = {
        name: level.model_copy(
            update={
                "plans": {s: p for s, p in level.plans.items() if s.value not in own}
            }
        )
        for name, level in lever.levels.items()
    }
    return lever.model_copy(update={"levels": levels})


def _told_factual(lever: Lever, scenario: Scenario, told_level: str | None) -> Lever:
    """Make the level that is told the factual one; the recorded one says its plan."""
    if told_level is None:
        return lever
    recorded: Level = lever.levels[lever.factual]
    sides = lever.levels[told_level].plans
    plans = {side: scenario.plan[side] for side in sides}
    explicit = recorded.model_copy(update={"plans": plans})
    levels = {**lever.levels, lever.factual: explicit}
    return lever.model_copy(update={"factual": told_level, "levels": levels})


def _arranged(rules: Mapping[str, Any]) -> list[Assumed]:
    return [Assumed(ARRANGED, name, why) for name, why in rules["arranged"].items()]


def _ends(
    rules: Mapping[str, Any], values: Mapping[str, "ToldValue"], known: Estimates
) -> list[Assumed]:
    return [
        Assumed(OPEN_END, quantity, known[rules["ends"][quantity]].assumption)
        for quantity in rules["strength"].values()
        if told_value(values, quantity).open_ends
    ]


def _day(value: "ToldValue", scenario: Scenario) -> float:
    """Give the day told, from a date or from a length of days after the first."""
    if value.last:
        return float((date.fromisoformat(value.last) - scenario.start.date()).days)
    if value.best is None:
        raise AccountError("a date or a length", "neither", f"as-told: {value.id}")
    return value.best
