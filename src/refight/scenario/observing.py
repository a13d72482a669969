"""What an outcome must say, so that the engine can observe it.

Reads: a `Scenario`. Returns: the faults found, in reading order. An outcome that says
too little would be observed as something else, and a number would come out all the
same.
"""

from collections.abc import Iterator
from datetime import timedelta

from refight.files import DocumentPath
from refight.scenario.faults import Fault
from refight.scenario.model import Observable, Outcome, Scenario

DATED = frozenset(
    (
        Observable.FIRST_REACHED,
        Observable.FIRST_HELD,
        Observable.CROSSING_OPEN,
        Observable.CUT_OFF,
    )
)  # their value is the day on which something first happened
PLACED = DATED | {
    Observable.NEVER_HELD,
    Observable.EVER_HELD,
    Observable.CUT_OFF_MEN,
    Observable.LAST_MEN,
}
QUOTED = 'write "on" with its quotation marks, as in `"on": "1980-10-24T00:00:00"`'


def faults_of(scenario: Scenario) -> Iterator[Fault]:
    """Find outcomes that cannot be observed as they are declared."""
    for at, outcome in enumerate(scenario.outcomes):
        place: DocumentPath = ("outcomes", at)
        yield from _dated(place, outcome, scenario)
        yield from _placed(place, outcome, scenario)
        yield from _counted_from(place, outcome, scenario)
    yield from _deciding(scenario)


def _dated(
    place: DocumentPath, outcome: Outcome, scenario: Scenario
) -> Iterator[Fault]:
    kind, on = outcome.observable, outcome.on
    of_a_set = kind is Observable.AREA and outcome.set is not None
    if on is None and (of_a_set or kind is Observable.CAPTURED_SINCE):
        what = f'the area of "{outcome.set}"' if of_a_set else f'"{kind.value}"'
        yield Fault(place, 'a day, under "on"', f"{what} without one", QUOTED)
    end = scenario.start + timedelta(days=scenario.days)
    if on is not None and not scenario.start <= on.replace(tzinfo=None) < end:
        expected = f"a day within the act ({scenario.start} to {end})"
        yield Fault((*place, "on"), expected, str(on), "choose a day of the act")


def _placed(
    place: DocumentPath, outcome: Outcome, scenario: Scenario
) -> Iterator[Fault]:
    by_rule = outcome.id == scenario.decided_by  # its set is that of fallen_rule
    if outcome.observable in PLACED and outcome.set is None and not by_rule:
        found = f'"{outcome.observable.value}" without one'
        yield Fault(place, 'a named set or crossing, under "set"', found, "name it")


def _counted_from(
    place: DocumentPath, outcome: Outcome, scenario: Scenario
) -> Iterator[Fault]:
    if outcome.since is None:
        return
    where = (*place, "since")
    if outcome.observable is not Observable.DAYS_BETWEEN:
        expected = f'"since" with "{Observable.DAYS_BETWEEN.value}" only'
        yield Fault(where, expected, f'"{outcome.observable.value}"', "leave it out")
    begun = _named(scenario, outcome.since)
    if begun is not None and begun.observable not in DATED:
        yield _undated(where, begun, "count from an outcome that happens on a day")


def _deciding(scenario: Scenario) -> Iterator[Fault]:
    deciding = _named(scenario, scenario.decided_by)
    if deciding is not None and deciding.observable not in DATED:
        yield _undated(("decided_by",), deciding, "an act is decided on a day")


def _undated(place: DocumentPath, outcome: Outcome, hint: str) -> Fault:
    kinds = ", ".join(sorted(each.value for each in DATED))
    found = f'"{outcome.id}", observed as "{outcome.observable.value}"'
    return Fault(place, f"an outcome observed as one of: {kinds}", found, hint)


def _named(scenario: Scenario, name: str) -> Outcome | None:
    return next((each for each in scenario.outcomes if each.id == name), None)
