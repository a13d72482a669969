"""Arithmetic: the checks of the account written out, one line each.

Dates stand in both calendars. The word at the end of a line is the check's verdict;
what it is taken from stands below it.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from refight.account.arithmetic import Answers, Worked, decided
from refight.account.calendars import both
from refight.account.model import OPEN, Account
from refight.account.verdict import SPOKEN
from refight.report.lines import amount, span, wrap

Inputs = Mapping[str, Any]
INDENT = 9
LAST_YEAR = 10_000


def worked_data(worked: Worked) -> dict[str, object]:
    """Give one check as plain data, with its sentence of arithmetic."""
    return {
        "id": worked.check.id,
        "kind": worked.check.kind,
        "inputs": dict(worked.inputs),
        "taken_from": dict(worked.traced),
        "basis": list(worked.check.basis),
        "answer": worked.answer,
        "as_stored": worked.agrees if worked.verdict != OPEN else None,
        "verdict": SPOKEN.get(worked.verdict, worked.verdict),
        "note": worked.reason,
        "line": sentence(worked),
    }


def tests_data(
    names: Iterable[str], account: Account, done: Answers
) -> list[dict[str, object]]:
    """Give paper tests as plain data, each with the word of its deciding checks."""
    chosen = [account.tests[name] for name in names]
    return [
        {
            "id": test.id,
            "title": test.title,
            "verdict": SPOKEN.get(decided(test, done), decided(test, done)),
            "shows": test.show,
            "decided_by": list(test.decides),
            "missing": list(test.missing),
        }
        for test in chosen
    ]


def arithmetic_lines(checks: Iterable[Mapping[str, Any]]) -> list[str]:
    """Write worked checks line by line."""
    lines: list[str] = []
    for it in checks:
        lines += wrap(f"{it['line']}: {it['verdict']}", INDENT, f"  {it['id']}")
        if it["note"] and it["verdict"] != OPEN:
            lines += wrap(it["note"], INDENT)
        if it["basis"]:
            lines += wrap(f"from {', '.join(it['basis'])}", INDENT)
    return lines


def sentence(worked: Worked) -> str:
    """Write a check as one sentence of arithmetic, such as a person would say it."""
    if worked.verdict == OPEN:
        return f"{worked.check.kind} needs a copy of the article"
    write = WRITERS.get(worked.check.kind)
    it, answer = worked.inputs, worked.answer
    return write(it, answer) if write else f"{worked.check.kind}: {answer}"


def _difference(it: Inputs, answer: Any) -> str:
    minuend, subtrahend = it["minuend"], it["subtrahend"]
    if max(minuend, subtrahend) < LAST_YEAR:  # years carry no comma
        return f"{minuend} less {subtrahend} is {answer}"
    return f"{amount(minuend)} less {amount(subtrahend)} is {amount(answer)}"


COMPARED = {
    "==": "equals",
    "!=": "differs from",
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
}


def _relation(it: Inputs, answer: Any) -> str:
    left, right = _written(it["left"]), _written(it["right"])
    return f"{left} {COMPARED[it['op']]} {right}: {_yes(answer)}"


def _within(it: Inputs, answer: Any) -> str:
    low, high = it["range"]
    if isinstance(low, str):
        written = f"{both(low)} to {both(high)}"
    else:
        written = span(low, high)
    return f"{_written(it['value'])} lies within {written}: {_yes(answer)}"


def _marks(it: Inputs, answer: Any) -> str:
    pairs = zip(it["marks"], answer, strict=True)
    return "marks in the text: " + ", ".join(f"U+{ord(m):04X} {n}" for m, n in pairs)


def _days(it: Inputs, answer: Any) -> str:
    return f"{both(it['from'])} to {both(it['to'])}: {amount(answer)} days"


WRITERS: Mapping[str, Callable[[Inputs, Any], str]] = {
    "date-minus-days": lambda it, answer: (
        f"{both(it['date'])} less {amount(it['days'])} days is {both(answer)}"
    ),
    "date-plus-days": lambda it, answer: (
        f"{both(it['date'])} plus {amount(it['days'])} days is {both(answer)}"
    ),
    "days-between": _days,
    "days-inclusive": lambda it, answer: f"{_days(it, answer)}, both ends counted",
    "day-index": lambda it, answer: (
        f"{both(it['date'])} is day {amount(answer)}, counted from "
        f"{both(it['origin'])} as day 0"
    ),
    "share-of-range": lambda it, answer: (
        f"{amount(it['share'])} of {span(*it['range'])} is {span(*answer)}"
    ),
    "ratio": lambda it, answer: (
        f"{span(*it['over'])} over {span(*it['under'])} is {span(*answer)}"
    ),
    "difference": _difference,
    "sum": lambda it, answer: (
        f"{' and '.join(span(*term) for term in it['terms'])} make {span(*answer)}"
    ),
    "relation": _relation,
    "within": _within,
    "overlap": lambda it, answer: (
        f"{span(*it['a'])} and {span(*it['b'])} overlap: {_yes(answer)}"
    ),
    "same-range": lambda it, answer: (
        f"{span(*it['a'])} and {span(*it['b'])} are the same range: {_yes(answer)}"
    ),
    "same-month": lambda it, answer: (
        f"{both(it['date'])} lies in {both(it['month'])}: {_yes(answer)}"
    ),
    "solar-hijri": lambda it, answer: (
        f"{both(it['date'])} is {answer} in the Solar Hijri calendar"
    ),
    "member": lambda it, answer: (
        f"{it['item']} is one of {' and '.join(it['set'])}: {_yes(answer)}"
    ),
    "claims-naming": lambda it, answer: (
        f"claims of other sources that name {' or '.join(it['terms'])}: "
        f"{amount(answer)}"
    ),
    "outcome-is": lambda it, answer: (
        f"{it['outcome']}, {it['field']}: {_written(answer)}"
    ),
    "text-starts": lambda it, answer: (
        f"the text starts with {it['prefix']!r}: {_yes(answer)}"
    ),
    "text-count": lambda it, answer: (
        f"the text holds {it['string']!r} {amount(answer)} time(s)"
    ),
    "text-lines": lambda _, answer: f"the text has {amount(answer)} lines",
    "text-units": lambda _, answer: ", ".join(
        f"{count} {name}" for name, count in answer.items()
    ),
    "text-marks": _marks,
    "text-false-ends": lambda _, answer: (
        f"omission marks inside a sentence: {amount(answer)}"
    ),
}


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return _yes(value)
    return both(value) if isinstance(value, str) else amount(value)


def _yes(answer: Any) -> str:
    return "yes" if answer else "no"
