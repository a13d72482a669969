"""Diary: the events of one day as plain sentences.

Reads rows of the event log (columns `E_*` of the engine's system) and the names of
what they point to. Returns entries with the step at which each began. Many assaults
at one place are one sentence. Nothing is said that no row says.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from refight.engine import system as code
from refight.report.gazetteer import Gazetteer, Spot, said_at
from refight.report.lines import plural
from refight.scenario.model import Scenario, SideId

SIDES = tuple(SideId)
PEOPLE = ("Iraqi", "Iranian")
COUNTRY = ("Iraq", "Iran")
HOURS = ((6, "night"), (12, "morning"), (18, "afternoon"), (24, "evening"))
BY_NAME = 3  # units named in one sentence; the others are counted
PLACES = 4  # places whose fighting gets a sentence of its own in a day
SENTENCES = 10  # of the log, in a day; dated outcomes come on top
# what is kept first on a crowded day
RANKS = (
    "phase",
    "fighting",
    "surrender",
    "crossing",
    "reserve",
    "broken up",
    "giving way",
    "arrival",
    "cut off",
    "order",
    "supply",
)
ENDED = {
    code.SUCCEEDED: "reaches its objective",
    code.FAILED: "has failed",
    code.OVERTAKEN: "gives way to the next",
}
CROSSING = {
    code.CLOSED: "is closed or destroyed",
    code.BOATS: "can be passed on foot or by boat, not by vehicles",
    code.BRIDGE: "is open as a bridge",
}

# what becomes of defenders who are not driven back; told in sentences of their own
GONE = (code.GAVE_WAY, code.GAVE_UP, code.WAS_DESTROYED)
OPENED = {
    code.CLOSED: "Crossings closed or destroyed",
    code.BOATS: "Passable on foot or by boat, not by vehicles",
    code.BRIDGE: "Bridges open",
}


@dataclass(frozen=True)
class Happening:
    """One row of the event log."""

    step: int
    kind: int
    unit: int
    cell: int
    a: int
    b: int


@dataclass(frozen=True)
class Entry:
    """One sentence of the diary, with the units and cells that it is about."""

    step: int
    kind: str
    text: str
    units: tuple[int, ...] = ()
    cells: tuple[int, ...] = ()


@dataclass(frozen=True)
class Names:
    """What the indices in the log point to."""

    scenario: Scenario
    places: Gazetteer
    units: Sequence[str]  # names, by index
    side_of: Sequence[int]  # side, by index
    running: Mapping[tuple[int, int], int]  # (side, step) of an end -> phase

    def hour(self, step: int) -> str:
        """Name the part of the day in which a step begins."""
        clock = self.scenario.start.hour + code.HOURS_PER_STEP * step
        return next(word for end, word in HOURS if clock % 24 < end)

    def phase_title(self, side: int, index: int) -> str:
        """Give the title of a phase of the plan that a side follows."""
        return phase_title(self.scenario, side, index)

    def listed(self, units: Iterable[int]) -> str:
        """Name a few units, and count the others."""
        return listed(list(dict.fromkeys(self.units[each] for each in units)))

    def crossing(self, index: int) -> str:
        """Name a crossing."""
        return self.places.ground.crossings[index].name

    def banks(self, index: int) -> tuple[int, int]:
        """Give the two cells that a crossing joins."""
        ground = self.places.ground
        return ground.ends(ground.crossings[index].id)

    def at(self, cells: Iterable[int]) -> str:
        """Say where a few cells are; the first, and that there are others."""
        spots = [self.places.spot(cell) for cell in cells]
        here = [each for each in spots if each.key == spots[0].key]
        return said_at(here) + ("" if len(here) == len(spots) else " and elsewhere")


def phase_title(scenario: Scenario, side: int, index: int) -> str:
    """Give the title of a phase of the plan that a side follows."""
    return scenario.plans[scenario.plan[SIDES[side]]].phases[index].title


def entries(events: Sequence[Happening], names: Names) -> list[Entry]:
    """Turn one day's events into sentences, in the order in which they began."""
    by_kind: dict[int, list[Happening]] = defaultdict(list)
    for each in events:
        by_kind[each.kind].append(each)
    found = fighting(by_kind, names)
    for kind, tell in TELLERS.items():
        if kind in by_kind:
            found += tell(by_kind[kind], names)
    return sorted(weightiest(found), key=lambda each: each.step)


def weightiest(found: Sequence[Entry], most: int = SENTENCES) -> list[Entry]:
    """Keep the sentences of a day that matter most; say how many are left out."""
    if len(found) <= most:
        return list(found)
    ranked = sorted(found, key=lambda each: RANKS.index(each.kind))
    rest = ranked[most - 1 :]
    text = f"{len(rest)} lesser matters are left out ({listed(_kinds(rest))})."
    return [*ranked[: most - 1], Entry(max(e.step for e in found), "rest", text)]


def _kinds(found: Iterable[Entry]) -> list[str]:
    return list(dict.fromkeys(each.kind for each in found))


def listed(words: Sequence[str], most: int = BY_NAME) -> str:
    """Write a list of words, the last of many as a count.

    Semicolons part words that hold a comma or an "and" of their own.

    >>> listed(["a", "b"]), listed(["a", "b", "c", "d", "e"])
    ('a and b', 'a, b, c and 2 more')
    >>> listed(["1st, of two", "b", "c"])
    '1st, of two; b; and c'
    """
    rest = len(words) - most
    shown = [*words[:most], *([f"{rest} more"] if rest > 0 else [])]
    apart = any("," in each or " and " in each for each in shown)
    parts = [("; " if apart else ", ").join(shown[:-1]), shown[-1]]
    return ("; and " if apart else " and ").join(parts) if shown[1:] else shown[0]


def fighting(by_kind: dict[int, list[Happening]], names: Names) -> list[Entry]:
    """Tell the day's assaults place by place, the hardest fought first."""
    grouped: dict[tuple[int, tuple[str, str, str]], list[Happening]] = defaultdict(list)
    for each in by_kind.get(code.ASSAULTED, []):
        grouped[each.unit, names.places.spot(each.cell).key].append(each)
    order = sorted(grouped.values(), key=_weight, reverse=True)
    found = [_assault(group, by_kind, names) for group in order[:PLACES]]
    for side in range(len(SIDES)):
        rest = [group for group in order[PLACES:] if group[0].unit == side]
        found += [_smaller(rest, side, names)] if rest else []
    return found


def _smaller(rest: Sequence[Sequence[Happening]], side: int, names: Names) -> Entry:
    """Tell what is left of a side's assaults in one sentence."""
    spots = list(dict.fromkeys(names.at(e.cell for e in group) for group in rest))
    text = f"Smaller {PEOPLE[side]} attacks {listed(spots, PLACES)}."
    begun = min(each.step for group in rest for each in group)
    cells = _once(each.cell for group in rest for each in group)
    return Entry(begun, "fighting", text, cells=cells)


def _weight(group: Sequence[Happening]) -> int:
    return sum(each.a + each.b for each in group)


def _assault(
    group: Sequence[Happening], by_kind: dict[int, list[Happening]], names: Names
) -> Entry:
    side, cells = group[0].unit, {each.cell for each in group}
    taken = _there(by_kind.get(code.TOOK, []), cells, side, names)
    driven = _there(by_kind.get(code.DRIVEN_BACK, []), cells, 1 - side, names)
    gone = [e for kind in GONE for e in by_kind.get(kind, [])]
    first, last = group[0].step, group[-1].step
    when = _hours(first, last, names)
    text = f"{PEOPLE[side]} troops attack {names.at(cells)} {when}"
    if taken:
        text += f"; {names.listed(each.unit for each in taken)} "
        text += "takes ground" if len({e.unit for e in taken}) == 1 else "take ground"
    elif not driven and not _there(gone, cells, 1 - side, names):
        text += " and gain nothing"
    if driven:
        moved = names.listed(each.unit for each in driven)
        text += f"; {moved} driven back"
    units = _once(each.unit for each in (*taken, *driven))
    return Entry(first, "fighting", f"{text}.", units, tuple(sorted(cells)))


def _once(indices: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(indices))


def _about(step: int, kind: str, text: str, rows: Sequence[Happening]) -> Entry:
    """Make the entry of rows that each name a unit and the cell where it stood."""
    units, cells = _once(e.unit for e in rows), _once(e.cell for e in rows)
    return Entry(step, kind, text, units, cells)


def _there(
    rows: Iterable[Happening], cells: set[int], side: int, names: Names
) -> list[Happening]:
    return [e for e in rows if e.cell in cells and names.side_of[e.unit] == side]


def _hours(first: int, last: int, names: Names) -> str:
    one, two = names.hour(first), names.hour(last)
    if one == two:
        return "at night" if one == "night" else f"in the {one}"
    return f"from {one} to {two}"


def _began(rows: Iterable[Happening], names: Names) -> list[Entry]:
    return [
        Entry(
            each.step,
            "phase",
            f'{COUNTRY[each.a]} begins a phase: "{names.phase_title(each.a, each.b)}" '
            f"({names.hour(each.step)}).",
        )
        for each in rows
    ]


def _ended(rows: Iterable[Happening], names: Names) -> list[Entry]:
    found = []
    for each in rows:
        index = names.running.get((each.a, each.step))
        title = "" if index is None else f' "{names.phase_title(each.a, index)}"'
        text = f"{COUNTRY[each.a]}'s phase{title} {ENDED.get(each.b, 'ends')}"
        found.append(Entry(each.step, "phase", f"{text} ({names.hour(each.step)})."))
    return found


def _arrived(rows: Sequence[Happening], names: Names) -> list[Entry]:
    return _by_side(rows, names, "arrival", "Arrived, {people}: {units} {at}.")


def _crossed(rows: Iterable[Happening], names: Names) -> list[Entry]:
    grouped: dict[tuple[int, int], list[int]] = defaultdict(list)
    for each in rows:
        grouped[each.step, each.a].append(each.unit)
    found = []
    for (step, state), indices in grouped.items():
        crossings = [names.crossing(index) for index in indices]
        cells = _once(cell for index in indices for cell in names.banks(index))
        if len(crossings) == 1:
            text = f"{crossings[0]} {CROSSING[state]} ({names.hour(step)})."
        else:
            every = "; ".join(crossings)
            text = f"{OPENED[state]} ({names.hour(step)}): {every}."
        found.append(Entry(step, "crossing", text, cells=cells))
    return found


def _released(rows: Iterable[Happening], names: Names) -> list[Entry]:
    return [
        Entry(each.step, "reserve", f"{COUNTRY[each.a]} releases its reserves.")
        for each in rows
    ]


def _gave_way(rows: Sequence[Happening], names: Names) -> list[Entry]:
    return _by_side(rows, names, "giving way", "{People} units give way {at}: {units}.")


def _gave_up(rows: Iterable[Happening], names: Names) -> list[Entry]:
    grouped: dict[tuple[int, tuple[str, str, str]], list[Happening]] = defaultdict(list)
    for each in rows:
        spot = names.places.spot(each.cell).key
        grouped[names.side_of[each.unit], spot].append(each)
    return [_surrender(group, names) for group in grouped.values()]


def _surrender(group: Sequence[Happening], names: Names) -> Entry:
    units = names.listed(each.unit for each in group)
    verb = "surrenders" if len(group) == 1 else "surrender"
    men = plural(sum(each.a for each in group), "man", "men")
    at = names.at(each.cell for each in group)
    text = f"{units} {verb} {at}: {men} taken prisoner."
    return _about(group[0].step, "surrender", text, group)


def _destroyed(rows: Iterable[Happening], names: Names) -> list[Entry]:
    return [
        _about(
            each.step,
            "broken up",
            f"Broken up {names.at([each.cell])}: {names.units[each.unit]}; "
            f"{_left(each.a)}.",
            [each],
        )
        for each in rows
    ]


def _left(men: int) -> str:
    if men < 1:
        return "nobody is left"
    return f"{plural(men, 'man', 'men')} {'is' if men == 1 else 'are'} left"


def _cut_off(rows: Sequence[Happening], names: Names) -> list[Entry]:
    return _by_side(
        rows, names, "cut off", "Without a supply route for a day, {people}: {units}."
    )


def _hungry(rows: Sequence[Happening], names: Names) -> list[Entry]:
    return _by_side(rows, names, "supply", "Out of supplies, {people}: {units}.")


def _refused(rows: Sequence[Happening], names: Names) -> list[Entry]:
    return _by_side(
        rows, names, "order", "Do not act on the order to attack, {people}: {units}."
    )


def _by_side(
    rows: Sequence[Happening], names: Names, kind: str, pattern: str
) -> list[Entry]:
    found = []
    for side, people in enumerate(PEOPLE):
        own = [each for each in rows if names.side_of[each.unit] == side]
        if own:
            text = pattern.format(
                people=people,
                People=people,
                units=names.listed(each.unit for each in own),
                at=names.at(each.cell for each in own),
            )
            found.append(_about(own[0].step, kind, text, own))
    return found


Teller = Callable[[Sequence[Happening], Names], list[Entry]]

# an end is told before a beginning: it is the older phase that ends
TELLERS: dict[int, Teller] = {
    code.PHASE_ENDED: _ended,
    code.PHASE_BEGAN: _began,
    code.ARRIVED: _arrived,
    code.CROSSING_CHANGED: _crossed,
    code.RESERVES_RELEASED: _released,
    code.GAVE_WAY: _gave_way,
    code.GAVE_UP: _gave_up,
    code.WAS_DESTROYED: _destroyed,
    code.CUT_OFF_NOW: _cut_off,
    code.WENT_HUNGRY: _hungry,
    code.REFUSED: _refused,
}

__all__ = ["Entry", "Happening", "Names", "Spot", "entries", "listed"]
