"""First answer: one refight in plain Python, in a process of its own.

`NUMBA_DISABLE_JIT=1 python -m refight.cli.firstanswer fall --seed 1` prints what
came of it in two or three lines. `fall` and `liberation` start it while the engine
compiles for the first time.
"""

import argparse
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from refight.cli.show import ACTS
from refight.errors import RefightError
from refight.report.days import date_span, long_date
from refight.report.lines import wrap
from refight.report.summary import VERBS


def answer(act: str, version: str, levers: Sequence[str], seed: int) -> list[str]:
    """Refight an act once; say when it was decided, beside the record."""
    from refight.scenario.refight import prepare, prepare_folder, refight
    from refight.scenario.variant import parse

    known, choices = act in ACTS, parse(levers)
    prepared = (
        prepare(act, version, choices) if known else prepare_folder(Path(act), choices)
    )
    ensemble = refight(prepared, 1, seed, threads=1)
    scenario = prepared.scenario
    decider = next(o for o in scenario.outcomes if o.id == scenario.decided_by)
    recorded = prepared.archive.outcomes[f"{scenario.evidence}/{decider.record}"]
    day = float(ensemble.columns[f"outcome.{decider.id}"][0])
    return said(act, day, scenario.start, recorded)


def said(act: str, day: float, start: Any, recorded: Any) -> list[str]:
    """Write the first answer: one refight, the record, and what it is worth."""
    low, high, best = recorded.day_index(start.date().isoformat())
    verb = VERBS.get(act, "changes hands")
    if math.isfinite(day):
        came = f"the city {verb} on {long_date(start, day)} (day {math.floor(day)})"
    else:
        came = f"the city is not decided within the act: it never {verb}"
    record = date_span(start, low, high)
    if best is not None:
        record = f"{long_date(start, best)} (day {math.floor(best)}; {record})"
    return wrap(
        f"First answer, one refight: {came}; on record {record}. One refight says "
        "little; many follow."
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the first answer; say nothing when there is none."""
    parser = argparse.ArgumentParser(description="Refight an act once.")
    parser.add_argument("act")
    parser.add_argument("--as", dest="version", default="recorded")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lever", action="append", default=[])
    given = parser.parse_args(arguments)
    try:
        print("\n".join(answer(given.act, given.version, given.lever, given.seed)))
    except RefightError as error:
        print(error.message(), file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
