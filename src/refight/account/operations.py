"""Operations: the arithmetic that a check can name, one small function each.

Each takes the inputs of the check and a context (the archive, the reader's copy)
and gives a number, a date, a truth value, a list or a mapping. Ranges are pairs
[low, high] with None for an open end. Meanings: `operations` in paper-tests.yaml.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from refight.account.calendars import day, shift, solar_hijri
from refight.account.text import BOUNDARY, normalise
from refight.errors import AccountError, suggest
from refight.evidence.archive import Archive

Inputs = Mapping[str, Any]
DECIMALS = 4  # of ratios
OMISSION = re.compile(r"(?:\.{3}|\u2026)\s+(?=[a-z])")


@dataclass(frozen=True)
class Context:
    """What an operation may look at beside its inputs."""

    archive: Archive
    text: str


def _date_minus_days(it: Inputs, _: Context) -> str:
    return shift(it["date"], -_whole(it["days"]))


def _date_plus_days(it: Inputs, _: Context) -> str:
    return shift(it["date"], _whole(it["days"]))


def _days_between(it: Inputs, _: Context) -> int:
    return (day(it["to"]) - day(it["from"])).days


def _days_inclusive(it: Inputs, context: Context) -> int:
    return _days_between(it, context) + 1


def _day_index(it: Inputs, _: Context) -> int:
    return (day(it["date"]) - day(it["origin"])).days


def _share_of_range(it: Inputs, _: Context) -> list[float | None]:
    return [None if end is None else it["share"] * end for end in it["range"]]


def _ratio(it: Inputs, _: Context) -> list[float | None]:
    (over_low, over_high), (under_low, under_high) = it["over"], it["under"]
    return [_divide(over_low, under_high), _divide(over_high, under_low)]


def _difference(it: Inputs, _: Context) -> float:
    answer: float = it["minuend"] - it["subtrahend"]
    return answer


def _sum(it: Inputs, _: Context) -> list[float]:
    lows, highs = zip(*it["terms"], strict=True)
    return [sum(lows), sum(highs)]


RELATIONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": lambda a, b: bool(a == b),
    "!=": lambda a, b: bool(a != b),
    "<": lambda a, b: bool(a < b),
    "<=": lambda a, b: bool(a <= b),
    ">": lambda a, b: bool(a > b),
    ">=": lambda a, b: bool(a >= b),
}


def _relation(it: Inputs, _: Context) -> bool:
    if it["op"] not in RELATIONS:
        hint = suggest(str(it["op"]), RELATIONS)
        raise AccountError("a relation", f'"{it["op"]}"', hint=hint)
    return RELATIONS[it["op"]](_comparable(it["left"]), _comparable(it["right"]))


def _within(it: Inputs, _: Context) -> bool:
    value = _comparable(it["value"])
    low, high = (_comparable(end) for end in it["range"])
    return (low is None or value >= low) and (high is None or value <= high)


def _overlap(it: Inputs, _: Context) -> bool:
    (a_low, a_high), (b_low, b_high) = it["a"], it["b"]
    return _at_most(a_low, b_high) and _at_most(b_low, a_high)


def _same_range(it: Inputs, _: Context) -> bool:
    return list(it["a"]) == list(it["b"])


def _same_month(it: Inputs, _: Context) -> bool:
    return day(it["date"]).isoformat()[:7] == str(it["month"])


def _solar_hijri(it: Inputs, _: Context) -> str:
    return solar_hijri(it["date"])


def _member(it: Inputs, _: Context) -> bool:
    return it["item"] in it["set"]


def _claims_naming(it: Inputs, context: Context) -> int:
    terms = [term.lower() for term in it["terms"]]
    count = 0
    for name, claim in context.archive.claims.items():
        folder = name.split("/")[0]
        source = claim.source.split("/")[-1]
        if folder in it["folders"] and source != it["except_source"]:
            count += any(term in claim.statement.lower() for term in terms)
    return count


def _outcome_is(it: Inputs, context: Context) -> object:
    outcomes = context.archive.outcomes
    if it["outcome"] not in outcomes:
        hint = suggest(it["outcome"], outcomes)
        raise AccountError("an outcome of the record", f'"{it["outcome"]}"', hint=hint)
    outcome = outcomes[it["outcome"]]
    value: object = getattr(outcome, it["field"])
    return bool(value) if outcome.kind == "event" else value


def _text_starts(it: Inputs, context: Context) -> bool:
    return context.text.startswith(it["prefix"])


def _text_count(it: Inputs, context: Context) -> int:
    return context.text.count(it["string"])


def _text_lines(_: Inputs, context: Context) -> int:
    return len(context.text.splitlines())


def _text_units(_: Inputs, context: Context) -> dict[str, int]:
    lines = [line for line in context.text.splitlines() if line.strip()]
    units = [unit for line in lines for unit in BOUNDARY.split(normalise(line))]
    headings = sum(_is_heading(line) for line in lines)
    bylines = sum(_is_byline(line) for line in lines)
    rest = len(units) - headings - bylines
    return {
        "units": len(units),
        "assertions": rest,
        "headings": headings,
        "bylines": bylines,
    }


def _text_marks(it: Inputs, context: Context) -> list[int]:
    return [context.text.count(mark) for mark in it["marks"]]


def _text_false_ends(_: Inputs, context: Context) -> int:
    return len(OMISSION.findall(context.text))


OPERATIONS: Mapping[str, Callable[[Inputs, Context], object]] = {
    "date-minus-days": _date_minus_days,
    "date-plus-days": _date_plus_days,
    "days-between": _days_between,
    "days-inclusive": _days_inclusive,
    "day-index": _day_index,
    "share-of-range": _share_of_range,
    "ratio": _ratio,
    "difference": _difference,
    "sum": _sum,
    "relation": _relation,
    "within": _within,
    "overlap": _overlap,
    "same-range": _same_range,
    "same-month": _same_month,
    "solar-hijri": _solar_hijri,
    "member": _member,
    "claims-naming": _claims_naming,
    "outcome-is": _outcome_is,
    "text-starts": _text_starts,
    "text-count": _text_count,
    "text-lines": _text_lines,
    "text-units": _text_units,
    "text-marks": _text_marks,
    "text-false-ends": _text_false_ends,
}
NEEDS_TEXT = frozenset(name for name in OPERATIONS if name.startswith("text-"))


def _is_heading(line: str) -> bool:
    return line.rstrip().endswith("?") and len(BOUNDARY.split(line.strip())) == 1


def _is_byline(line: str) -> bool:
    return line.lstrip().startswith(("*", "("))


def _whole(value: Any) -> int:
    if value != int(value):
        raise ValueError(f"{value} is not a whole number of days")
    return int(value)


def _divide(over: float | None, under: float | None) -> float | None:
    if over is None or under is None:
        return None
    return round(over / under, DECIMALS)


def _comparable(value: Any) -> Any:
    """Read text as a date, so that dates compare as dates."""
    return day(value) if isinstance(value, str) else value


def _at_most(one: float | None, other: float | None) -> bool:
    return one is None or other is None or one <= other
