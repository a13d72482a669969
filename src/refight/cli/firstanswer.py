"""First answer: one refight in plain Python, told day by day while it runs.

`fall` and `liberation` tell it while the engine compiles for the first time: a line
for each dated thing that comes true, with what is on record, and the outcome at the
end. It is refight 0 of the seed: the same that the compiled engine will give.
"""

import math
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from refight.evidence.records import Outcome as Recorded
from refight.report.chronicle import day_of
from refight.report.days import date_span, long_date, short_date
from refight.report.diary import COUNTRY, phase_title
from refight.report.lines import wrap
from refight.report.summary import VERBS
from refight.scenario.model import Scenario

if TYPE_CHECKING:
    from refight.ensemble.refight import Prepared

FIRST = "First answer, one refight in plain Python; in brackets the record:"


def answer(prepared: "Prepared", seed: int) -> Iterator[list[str]]:
    """Refight an act once; give the lines of each day, of many days none."""
    yield [FIRST]
    scenario = prepared.scenario
    dated = {
        each.id: prepared.archive.outcomes[f"{scenario.evidence}/{each.record}"]
        for each in scenario.outcomes
        if each.scored or each.id == scenario.decided_by
    }
    dated = {name: each for name, each in dated.items() if each.kind == "date"}
    told: dict[str, float] = {}
    for found, lines in _days(prepared, seed):
        for name in dated.keys() & found.keys() - told.keys():
            told[name] = found[name]
            lines.append(line(dated[name], found[name], scenario.start))
        yield lines
    day = told.get(scenario.decided_by, math.inf)
    yield said(scenario.act, day, scenario.start, dated[scenario.decided_by])


def _days(
    prepared: "Prepared", seed: int
) -> Iterator[tuple[dict[str, float], list[str]]]:
    """Run one refight, a day at a time.

    Gives the day of every watched outcome so far, and lines on phases that began.
    """
    from refight.engine import system as code
    from refight.engine.rollout import reset, workspace
    from refight.engine.step import advance_step
    from refight.scenario.deck import draw
    from refight.scenario.outcomes import days

    compiled = prepared.compiled
    system = compiled.system(draw(compiled.deck, seed, [0])[0])
    state = workspace(system)
    reset(system, state)
    phases = [code.NOWHERE, code.NOWHERE]
    for step in range(int(system.clock[0])):
        advance_step(system, state, step, (seed, 0))
        if step % code.STEPS_PER_DAY == code.STEPS_PER_DAY - 1:
            index = days(state.seen, prepared.scenario)
            found = {name: float(index[row]) for name, row in compiled.watch.of.items()}
            began = _began(prepared.scenario, phases, state.plan[:, code.S_PHASE], step)
            yield {n: day for n, day in found.items() if math.isfinite(day)}, began


def _began(scenario: Scenario, before: list[int], now: Any, step: int) -> list[str]:
    """Say which phases have begun since the last look, and note them in `before`."""
    lines = []
    for side, index in enumerate(int(each) for each in now):
        if index != before[side]:
            before[side] = index
            day = short_date(scenario.start, day_of(scenario, step))
            title = phase_title(scenario, side, index)
            lines.append(f'{COUNTRY[side]} begins "{title}"')
            lines[-1] = "\n".join(wrap(lines[-1], 10, day))
    return lines


def line(recorded: Recorded, day: float, start: datetime) -> str:
    """Write one dated outcome of the refight with the record's date."""
    low, high, best = recorded.day_index(start.date().isoformat())
    record = date_span(start, low, high)
    if best is not None:
        record = short_date(start, best)
    return "\n".join(wrap(f"{recorded.name} [{record}]", 10, short_date(start, day)))


def said(act: str, day: float, start: datetime, recorded: Any) -> list[str]:
    """Write what came of the refight, the record, and what one refight is worth."""
    low, high, best = recorded.day_index(start.date().isoformat())
    verb = VERBS.get(act, "changes hands")
    came = f"the city {verb} on {long_date(start, day)} (day {day:g})"
    if not math.isfinite(day):
        came = "the city does not change hands within the act"
    record = date_span(start, low, high)
    if best is not None:
        record = f"{long_date(start, best)} (day {best:g}; {record})"
    return wrap(
        f"In this one refight {came}; on record {record}. One refight says little."
    )
