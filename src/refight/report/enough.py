"""Enough: does the account suffice to produce the outcome that it describes?

Reads an act prepared as told, and an ensemble of it. Returns plain data, one answer
in words, and the list of what had to be assumed. Shares have 95% Wilson intervals.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from refight.ensemble.stats import Share, share
from refight.report.days import long_date
from refight.report.lines import heading, plural, wrap
from refight.report.outcomes import percent
from refight.report.resting import resting_data, told_line

if TYPE_CHECKING:
    from refight.ensemble.refight import Prepared
    from refight.ensemble.store import Ensemble

VERBS = {"fall": "falls", "liberation": "is retaken"}
ENOUGH, SHORT, OPEN = "enough", "not enough", "undecided"
HALF = 0.5


def answer_data(prepared: "Prepared", ensemble: "Ensemble") -> dict[str, Any]:
    """Give how often the outcome told comes about, by the day told, and when.

    A length of resistance is told as a floor, so it is judged apart whether the city
    holds out so long; None where a day is told.
    """
    scenario, made = prepared.scenario, prepared.told
    if made is None:
        raise ValueError("an act as told is needed")
    values = np.asarray(ensemble.column(f"outcome.{scenario.decided_by}"), np.float64)
    by_day = share(values < made.day + 1)
    not_before = share(values >= made.day)
    return {
        "act": scenario.act,
        "start": scenario.start.isoformat(),
        "refights": ensemble.count,
        "seed": ensemble.manifest.seed,
        "manifest": ensemble.manifest.short,
        "day_told": made.day,
        "day_of": made.day_of,
        "within_act": _share(share(np.isfinite(values))),
        "by_day_told": _share(by_day),
        "not_before": _share(not_before),
        "verdict": verdict(by_day),
        "verdict_of_length": verdict(not_before) if made.floor else None,
        "rests_on": resting_data(prepared)["told"],
    }


def verdict(found: Share) -> str:
    """Name the answer: on which side of one half the whole interval lies."""
    if found.low > HALF:
        return ENOUGH
    return SHORT if found.high < HALF else OPEN


def answer_words(data: Mapping[str, Any]) -> str:
    """Say the answer of one act in words."""
    verb = VERBS[data["act"]]
    start = datetime.fromisoformat(data["start"])
    day = f"{long_date(start, data['day_told'])} (day {data['day_told']:g})"
    return (
        f"As told, the city {verb} in {_times(data['within_act'])}; by the day told, "
        f"{day}, in {_times(data['by_day_told'])}: {data['verdict']}, judged by "
        "whether more than half of the refights do so. "
        f"Not before that day: {_times(data['not_before'])}{_held_out(data)}. "
        f"{told_line(data['rests_on'])}"
    )


def short_words(data: Mapping[str, Any]) -> str:
    """Say in a sentence whether the account is enough, for the act's own page."""
    start = datetime.fromisoformat(data["start"])
    day = f"{long_date(start, data['day_told'])} (day {data['day_told']:g})"
    length = data["verdict_of_length"]
    held = f"; held out so long in {_times(data['not_before'])}: {length}"
    return (
        f"Is the account enough? By the day told, {day}, in "
        f"{_times(data['by_day_told'])}: {data['verdict']}{held if length else ''}."
    )


def _held_out(data: Mapping[str, Any]) -> str:
    found = data["verdict_of_length"]
    return f": {found} for a resistance of the length told" if found else ""


def assumed_lines(answers: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """List what had to be assumed: arrangements with reasons, numbers by name."""
    lines: list[str] = []
    for act, data in answers.items():
        told = data["rests_on"]
        lines += heading(f"{act.capitalize()}: {plural(told['count'], 'assumption')}")
        for kind in told["kinds"]:
            found = [each for each in told["assumed"] if each["kind"] == kind]
            if found:
                lines += wrap(_listed(kind, found), 2)
    return [*lines, "", "Reasons of each: refight account --enough --json"]


def _listed(kind: str, found: list[dict[str, str]]) -> str:
    if kind in ("arrangement", "open end"):
        said = " ".join(f"{each['id']}: {each['reason']}" for each in found)
    else:
        said = ", ".join(each["id"] for each in found) + "."
    return f"{kind} ({len(found)}). {said}"


def _share(found: Share) -> dict[str, float]:
    return {
        "hits": found.hits,
        "count": found.count,
        "share": found.value,
        "low": found.low,
        "high": found.high,
    }


def _times(found: Mapping[str, Any]) -> str:
    ends = f"{percent(found['low'])} to {percent(found['high'])}"
    return f"{found['hits']:,} of {found['count']:,} refights ({ends})"
