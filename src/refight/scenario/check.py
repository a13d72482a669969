"""Check a scenario against evidence, ground and estimates: nothing may dangle.

Reads: a `Scenario`, the archive, the ground of its act and the estimates. Returns
nothing, or raises ScenarioError for the first fault.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from refight.engine.parameters import PARAMETERS
from refight.errors import nearest
from refight.evidence.archive import Archive
from refight.evidence.estimate import Estimate
from refight.evidence.records import short
from refight.files import DocumentPath
from refight.ground.grid import Ground
from refight.scenario.faults import Fault, Origin, refuse, unknown
from refight.scenario.forces import (
    Entries,
    entries_of,
    groups_of,
    has_men,
    side_of,
    uncovered,
)
from refight.scenario.model import Observable, Phase, Scenario, SideId

SIDES = tuple(SideId)
Named = Iterator[tuple[DocumentPath, str]]


def check(
    scenario: Scenario,
    archive: Archive,
    ground: Ground,
    estimates: Mapping[str, Estimate],
    origin: Origin | None = None,
) -> None:
    """Raise ScenarioError for the first reference that leads nowhere; else return."""
    refuse(_evidence(scenario, archive), origin or Origin(scenario.id))
    entries = entries_of(scenario, archive)
    faults = chain(
        _entries(scenario, entries),
        uncovered(scenario, entries),
        misplaced(scenario, entries, ground),
        _groups(scenario, entries),
        _known(_sets(scenario), "named set", ground.sets),
        _known(_crossings(scenario), "crossing", [x.id for x in ground.crossings]),
        _known(_places(scenario), "place or named set", _places_on(ground)),
        _known(_records(scenario), "outcome on record", _recorded(scenario, archive)),
        _depots(scenario),
        _known(_parameters(scenario), "engine parameter", _parameter_names()),
        _known(_estimates(scenario), "estimate", estimates),
        _claims(scenario, archive),
    )
    refuse(faults, origin or Origin(scenario.id))


def _known(named: Named, kind: str, words: Collection[str]) -> Iterator[Fault]:
    for place, word in named:
        if word not in words:
            yield unknown(place, kind, word, words)


def cells_at(ground: Ground, name: str) -> tuple[int, ...]:
    """Give the cells of a named set, or the cell of a place; none when unknown."""
    if name in ground.sets:
        return tuple(int(cell) for cell in ground.sets[name])
    return (ground.place_cell[name],) if name in ground.place_cell else ()


def _places_on(ground: Ground) -> list[str]:
    return [*ground.place_cell, *ground.sets]


def _evidence(scenario: Scenario, archive: Archive) -> Iterator[Fault]:
    """Refuse evidence that is not there: every other name would be unknown too."""
    folders = {each.folder for each in archive.orbat.values()}
    if scenario.evidence not in folders:
        kind = "folder of evidence"
        yield unknown(("evidence",), kind, scenario.evidence, folders)


def _entries(scenario: Scenario, entries: Entries) -> Iterator[Fault]:
    kind = "order-of-battle entry"
    for at, unit in enumerate(scenario.units):
        if unit.orbat not in entries:
            yield unknown(("units", at, "orbat"), kind, unit.orbat, entries)
        elif not has_men(entries[unit.orbat]):
            yield Fault(
                ("units", at, "orbat"),
                "an entry with men of its own",
                f'"{unit.orbat}", which has none',
                "take the unit out, or name the entry that holds its men",
            )
    for name in scenario.left_out:
        if name not in entries:
            yield unknown(("left_out", name), kind, name, entries)


def misplaced(scenario: Scenario, entries: Entries, ground: Ground) -> Iterator[Fault]:
    """Refuse a unit without a place, or on ground that the enemy holds."""
    for at, unit in enumerate(scenario.units):
        place: DocumentPath = ("units", at, "start")
        side, cells = side_of(unit, entries), cells_at(ground, unit.start)
        if not cells:
            kind = "place or named set"
            yield unknown(place, kind, unit.start, _places_on(ground))
        elif side and not _held(ground, cells, SIDES.index(side)):
            yield Fault(
                place,
                f"ground that {side.value} holds at the start",
                f'"{unit.start}", held by the other side',
                "choose a place on its own side of the line",
            )


def _held(ground: Ground, cells: Iterable[int], side: int) -> bool:
    return any(ground.control[cell] == side for cell in cells)


def _groups(scenario: Scenario, entries: Entries) -> Iterator[Fault]:
    """Refuse groups without orders or of the other side, and names both sides use."""
    own = {side: groups_of(scenario, entries, side) for side in SIDES}
    for name, plan in scenario.plans.items():
        for at, phase in enumerate(plan.phases):
            for group in phase.orders:
                if group not in own[plan.side]:
                    place = ("plans", name, "phases", at, "orders", group)
                    kind = f"group of {plan.side.value}"
                    yield unknown(place, kind, group, own[plan.side])
    yield from _orderless(scenario, entries)
    for at, lever in enumerate(scenario.levers):
        for name, level in lever.levels.items():
            for group in (*level.absent_groups, *level.arrivals):
                if all(group in groups for groups in own.values()):
                    yield Fault(
                        ("levers", at, "levels", name),
                        "a group of one side",
                        f'"{group}", which both sides have',
                        "give the groups of the two sides different names",
                    )


def _orderless(scenario: Scenario, entries: Entries) -> Iterator[Fault]:
    """Refuse a unit whose group no plan of its side names: it would stand unasked."""
    told = {
        side: {group for plan in scenario.plans.values() if plan.side is side
               for phase in plan.phases for group in phase.orders}
        for side in SIDES
    }  # fmt: skip
    for at, unit in enumerate(scenario.units):
        side = side_of(unit, entries)
        if side and unit.group not in told[side]:
            close = nearest(unit.group, told[side])
            stay = "to keep it in place, order its group to hold in a phase"
            yield Fault(
                ("units", at, "group"),
                f"a group that a plan of {side.value} gives orders to",
                f'"{unit.group}"',
                f'did you mean "{close}"? Else, {stay}' if close else stay,
            )


def _phases(scenario: Scenario) -> Iterator[tuple[DocumentPath, Phase]]:
    for name, plan in scenario.plans.items():
        for at, phase in enumerate(plan.phases):
            yield ("plans", name, "phases", at), phase


def _sets(scenario: Scenario) -> Named:
    for place, phase in _phases(scenario):
        yield from _said(place, "objective", phase.objective)
        yield from _said((*place, "start"), "enemy_holds", phase.start.enemy_holds)
        for group, order in phase.orders.items():
            where = (*place, "orders", group)
            yield from _said(where, "objective", order.objective)
            yield from _said(where, "released_to", order.released_to)
    for name, rule in scenario.fallen.items():
        yield from _said(("fallen", name), "set", rule.set)
        yield from _said(("fallen", name), "no_defenders_in", rule.no_defenders_in)
    for at, each in enumerate(scenario.outcomes):
        if each.observable is not Observable.CROSSING_OPEN:
            yield from _said(("outcomes", at), "set", each.set)


def _said(place: DocumentPath, key: str, word: str | None) -> Named:
    if word is not None:
        yield (*place, key), word


def _crossings(scenario: Scenario) -> Named:
    for place, phase in _phases(scenario):
        for at, work in enumerate(phase.works):
            yield (*place, "works", at, "crossing"), work.crossing
    for at, each in enumerate(scenario.outcomes):
        if each.observable is Observable.CROSSING_OPEN:
            yield from _said(("outcomes", at), "set", each.set)


def _places(scenario: Scenario) -> Named:
    for at, depot in enumerate(scenario.depots):
        yield ("depots", at, "place"), depot.place


def _records(scenario: Scenario) -> Named:
    for at, each in enumerate(scenario.outcomes):
        yield ("outcomes", at, "record"), each.record


def _recorded(scenario: Scenario, archive: Archive) -> list[str]:
    folder = scenario.evidence
    return [each.id for each in archive.outcomes.values() if each.folder == folder]


def _depots(scenario: Scenario) -> Iterator[Fault]:
    for at, depot in enumerate(scenario.depots):
        if bool(depot.claims) == bool(depot.assumption):
            yield Fault(
                ("depots", at),
                "claims, or else an assumption with its reason",
                "both" if depot.claims else "neither",
                f"say what the depot {depot.id} rests on",
            )


def _parameters(scenario: Scenario) -> Named:
    for name in scenario.parameters:
        yield ("parameters", name), name


def _parameter_names() -> list[str]:
    own = (f"{name}.{side.value}" for name in PARAMETERS for side in SIDES)
    return [*PARAMETERS, *own]


def _estimates(scenario: Scenario) -> Named:
    for at, unit in enumerate(scenario.units):
        yield ("units", at, "quality"), unit.quality
    for name, word in scenario.parameters.items():
        yield ("parameters", name), word
    for place, phase in _phases(scenario):
        pause = phase.start.pause_after_failure
        yield from _said(place, "limit", phase.limit)
        yield from _said((*place, "start"), "pause_after_failure", pause)
    for at, lever in enumerate(scenario.levers):
        for name, level in lever.levels.items():
            for key, new in level.together.items():
                yield ("levers", at, "levels", name, "together", key), new
            for old, new in level.estimates.items():
                where = ("levers", at, "levels", name, "estimates", old)
                yield from ((where, old), (where, new))


def _claims(scenario: Scenario, archive: Archive) -> Iterator[Fault]:
    ids = set(archive.claims)
    ids |= {short(key) for key in archive.claims}
    for place, claims in _cited(scenario):
        numbered = (((*place, at), word) for at, word in enumerate(claims))
        yield from _known(numbered, "claim", ids)


def _cited(scenario: Scenario) -> Iterator[tuple[DocumentPath, tuple[str, ...]]]:
    for name, plan in scenario.plans.items():
        yield ("plans", name, "claims"), plan.claims
    for place, phase in _phases(scenario):
        yield (*place, "claims"), phase.claims
    for at, depot in enumerate(scenario.depots):
        yield ("depots", at, "claims"), depot.claims
    for at, lever in enumerate(scenario.levers):
        yield ("levers", at, "claims"), lever.claims
