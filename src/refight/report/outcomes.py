"""Outcomes: each refought outcome beside what is on record, as data and as lines.

Reads columns `outcome.<id>` (R,) in the record's unit: whole days from the act's first
day for dates (infinity: not within the act), counts, or 0 and 1. A refought outcome and
the record *meet* when the record's best value lies in the 5 to 95 per cent range.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.ensemble.stats import Summary, histogram, quantile, share, summarise
from refight.evidence.archive import Archive
from refight.evidence.records import Outcome as Recorded
from refight.report.bars import blocks, marks
from refight.report.days import date_span, short_date
from refight.report.lines import WIDTH, amount, wrap
from refight.scenario.model import Outcome, Scenario

PLOT = 20  # columns of a small distribution
TEXT = WIDTH - PLOT - 1
EDGE = 0.01  # share of refights beyond either end of the scale
WHOLE = 20  # numbers from here on are written without decimals

Floats = NDArray[np.float64]


def outcomes_data(
    scenario: Scenario, archive: Archive, columns: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Gather every outcome that the ensemble holds, in the scenario's order."""
    return [
        outcome_data(each, scenario, archive, columns[f"outcome.{each.id}"])
        for each in scenario.outcomes
        if f"outcome.{each.id}" in columns
    ]


def outcome_data(
    outcome: Outcome, scenario: Scenario, archive: Archive, column: Any
) -> dict[str, Any]:
    """Gather one outcome: refought, recorded, whether they meet, and the drawing."""
    recorded = archive.outcomes[f"{scenario.evidence}/{outcome.record}"]
    low, high, best = recorded.day_index(scenario.start.date().isoformat())
    values = np.asarray(column, np.float64)
    found = summarise(values)
    ends = _ends(values, low, high, recorded.kind == "date")
    return {
        "id": outcome.id,
        "title": outcome.title(recorded.name),
        "kind": recorded.kind,
        "unit": recorded.unit,
        "scored": outcome.scored and recorded.score and not outcome.input,
        "input": outcome.input,
        "planned": outcome.id == scenario.planned_day,
        "refought": _refought(found, values),
        "record": {"key": recorded.key, "low": low, "best": best, "high": high},
        "claims": len(recorded.claims),
        "meets": meets(recorded, found, best),
        "scale": list(ends),
        "counts": list(histogram(values, PLOT, *ends).counts),
    }


def meets(recorded: Recorded, found: Summary, best: float | None) -> bool | None:
    """Tell whether the record's best value lies in the refought 5 to 95 % range.

    Dates meet by calendar day. None when the record has no best value, or the
    outcome applies to no refight.
    """
    if best is None or found.count == 0:
        return None
    low, high = found.low90, found.high90
    if recorded.kind == "date":
        low, high = _floor(low), _floor(high)
    return low <= best <= high


def outcome_lines(row: Mapping[str, Any], start: datetime) -> list[str]:
    """Write one outcome in three lines or four: name, refought, record."""
    head = wrap(f"{row['id']}: {row['title']}", 2, "")
    tail = _verdict(row)
    if len(head[-1]) + len(tail) + 2 > WIDTH:
        head.append("")
    head[-1] = head[-1].ljust(WIDTH - len(tail)) + tail
    refought, record = _texts(row, start)
    if row["kind"] == "event":
        return [*head, f"    refought  {refought}", f"    record    {record}"]
    drawn, marked = _drawing(row)
    return [
        *head,
        _beside(f"    refought  {refought}", drawn),
        _beside(f"    record    {record}", marked),
    ]


def scored(rows: Iterable[Mapping[str, Any]]) -> tuple[int, int]:
    """Count the scored outcomes that meet the record, and all that can."""
    asked = [each for each in rows if each["scored"] and each["meets"] is not None]
    return sum(bool(each["meets"]) for each in asked), len(asked)


def value_words(row: Mapping[str, Any], value: float | None, start: datetime) -> str:
    """Write one value of an outcome: a date with its day, a count, yes or no."""
    if value is None:
        return "no value"
    if row["kind"] == "event":
        return "yes" if value >= 0.5 else "no"
    if row["kind"] == "date":
        text = short_date(start, value)
        return f"{text}, day {math.floor(value)}" if math.isfinite(value) else text
    return _number(value)


def span_words(row: Mapping[str, Any], low: float, high: float, start: datetime) -> str:
    """Write a range of an outcome's values."""
    if row["kind"] == "date":
        return date_span(start, low, high)
    one, two = _number(low), _number(high)
    return one if one == two else f"{one}-{two}"


def _refought(found: Summary, values: Floats) -> dict[str, Any]:
    never = share(np.isinf(values))
    return {
        "count": found.count,
        "median": found.median,
        "interval50": [found.low50, found.high50],
        "interval90": [found.low90, found.high90],
        "never": never.value,
        "yes": _yes(values),
        "missing": found.missing,
        "monte_carlo_error": found.median_error,
    }


def _yes(values: Floats) -> dict[str, float]:
    """Give the share of refights with a value above a half: for yes and no."""
    found = share(values >= 0.5)
    return {"share": found.value, "low": found.low, "high": found.high}


def _ends(values: Floats, low: float, high: float, whole: bool) -> tuple[float, float]:
    """Give a scale that holds the record's interval and nearly every refight.

    Whole days get the same number of days in every column.
    """
    finite = values[np.isfinite(values)]
    if len(finite):
        low = min(low, quantile(finite, EDGE))
        high = max(high, quantile(finite, 1 - EDGE))
    if whole:
        low = math.floor(low)
        return low, low + PLOT * math.ceil((math.floor(high) + 1 - low) / PLOT)
    return (low, high) if high > low else (low, low + 1.0)


def _verdict(row: Mapping[str, Any]) -> str:
    never = row["refought"]["never"]
    parts = [f"never in {percent(never)}"] if never > 0 else []
    if row["planned"]:  # fought days beside a plan test neither
        return "  " + "; ".join([*parts, "the plan's own, not judged"])
    if row["meets"] is not None:
        parts.append("meets" if row["meets"] else "does not meet")
    if not row["scored"]:
        parts.append("input" if row["input"] else "not scored")
    return "  " + "; ".join(parts)


NONE = 1e-9  # what rounding leaves of nothing at the end of an interval


def percent(value: float) -> str:
    """Write a share in per cent; a small one is never written as none.

    >>> percent(0.004), percent(0.871), percent(0.9996), percent(1.0), percent(1e-18)
    ('<1%', '87%', '>99%', '100%', '0%')
    """
    if NONE < value < 0.005:
        return "<1%"
    if 0.995 <= value < 1 - NONE:
        return ">99%"
    return f"{value:.0%}"


def _texts(row: Mapping[str, Any], start: datetime) -> tuple[str, str]:
    found, record = row["refought"], row["record"]
    if row["kind"] == "event":
        yes = found["yes"]
        ends = f"{percent(yes['low'])} to {percent(yes['high'])}"
        return f"yes in {percent(yes['share'])} [{ends}]", _best(row, start)
    middle = value_words(row, found["median"], start)
    (low50, high50), (low90, high90) = found["interval50"], found["interval90"]
    inner = span_words(row, low50, high50, start)
    outer = span_words(row, low90, high90, start)
    between = span_words(row, record["low"], record["high"], start)
    return f"{middle} [{inner}] ({outer})", f"{_best(row, start)} [{between}]"


def _best(row: Mapping[str, Any], start: datetime) -> str:
    best = row["record"]["best"]
    return "no best value" if best is None else value_words(row, best, start)


def _drawing(row: Mapping[str, Any]) -> tuple[str, str]:
    record, ends = row["record"], tuple(row["scale"])
    interval = (record["low"], record["best"], record["high"])
    return blocks(row["counts"]), marks(*interval, (ends[0], ends[1]), PLOT)


def _beside(text: str, drawn: str) -> str:
    if len(text) > TEXT:  # long numbers: the drawing goes below, still on its column
        return f"{text}\n{' ' * (TEXT + 1)}{drawn}".rstrip()
    return f"{text.ljust(TEXT + 1)}{drawn}".rstrip()


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "never"
    return amount(round(value) if abs(value) >= WHOLE else round(value, 1))


def _floor(value: float) -> float:
    return math.floor(value) if math.isfinite(value) else value
