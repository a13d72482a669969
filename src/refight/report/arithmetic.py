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


def _moved(sign: str) -> Callable[[Inputs, Any], str]:
    return lambda it, answer: (
        f"{both(it['date'])} {sign} {amount(it['days'])} days is {both(answer)}"
    )


def _between(it: Inputs, answer: Any) -> str:
    return f"{both(it['from'])} to {both(it['to'])}: {amount(answer)} days"


def _inclusive(it: Inputs, answer: Any) -> str:
    return f"{_between(it, answer)}, both ends counted"


def _index(it: Inputs, answer: Any) -> str:
    origin = both(it["origin"])
    return f"{both(it['date'])} is day {amount(answer)}, counted from {origin} as day 0"


def _share(it: Inputs, answer: Any) -> str:
    return f"{amount(it['share'])} of {span(*it['range'])} is {span(*answer)}"


def _ratio(it: Inputs, answer: Any) -> str:
    return f"{span(*it['over'])} over {span(*it['under'])} is {span(*answer)}"


def _difference(it: Inputs, answer: Any) -> str:
    minuend, subtrahend = it["minuend"], it["subtrahend"]
    if max(minuend, subtrahend) < LAST_YEAR:  # years carry no comma
        return f"{minuend} less {subtrahend} is {answer}"
    return f"{amount(minuend)} less {amount(subtrahend)} is {amount(answer)}"


def _sum(it: Inputs, answer: Any) -> str:
    terms = " and ".join(span(*term) for term in it["terms"])
    return f"{terms} make {span(*answer)}"


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


def _overlap(it: Inputs, answer: Any) -> str:
    return f"{span(*it['a'])} and {span(*it['b'])} overlap: {_yes(answer)}"


def _same_range(it: Inputs, answer: Any) -> str:
    return f"{span(*it['a'])} and {span(*it['b'])} are the same range: {_yes(answer)}"


def _same_month(it: Inputs, answer: Any) -> str:
    return f"{both(it['date'])} lies in {both(it['month'])}: {_yes(answer)}"


def _solar(it: Inputs, answer: Any) -> str:
    return f"{both(it['date'])} is {answer} in the Solar Hijri calendar"


def _member(it: Inputs, answer: Any) -> str:
    return f"{it['item']} is one of {' and '.join(it['set'])}: {_yes(answer)}"


def _naming(it: Inputs, answer: Any) -> str:
    terms = " or ".join(it["terms"])
    return f"claims of other sources that name {terms}: {amount(answer)}"


def _outcome(it: Inputs, answer: Any) -> str:
    return f"{it['outcome']}, {it['field']}: {_written(answer)}"


def _starts(it: Inputs, answer: Any) -> str:
    return f"the text starts with {it['prefix']!r}: {_yes(answer)}"


def _count(it: Inputs, answer: Any) -> str:
    return f"the text holds {it['string']!r} {amount(answer)} time(s)"


def _text_lines(_: Inputs, answer: Any) -> str:
    return f"the text has {amount(answer)} lines"


def _units(_: Inputs, answer: Any) -> str:
    return ", ".join(f"{count} {name}" for name, count in answer.items())


def _marks(it: Inputs, answer: Any) -> str:
    pairs = zip(it["marks"], answer, strict=True)
    return "marks in the text: " + ", ".join(f"U+{ord(m):04X} {n}" for m, n in pairs)


def _false_ends(_: Inputs, answer: Any) -> str:
    return f"omission marks inside a sentence: {amount(answer)}"


WRITERS: Mapping[str, Callable[[Inputs, Any], str]] = {
    "date-minus-days": _moved("less"),
    "date-plus-days": _moved("plus"),
    "days-between": _between,
    "days-inclusive": _inclusive,
    "day-index": _index,
    "share-of-range": _share,
    "ratio": _ratio,
    "difference": _difference,
    "sum": _sum,
    "relation": _relation,
    "within": _within,
    "overlap": _overlap,
    "same-range": _same_range,
    "same-month": _same_month,
    "solar-hijri": _solar,
    "member": _member,
    "claims-naming": _naming,
    "outcome-is": _outcome,
    "text-starts": _starts,
    "text-count": _count,
    "text-lines": _text_lines,
    "text-units": _units,
    "text-marks": _marks,
    "text-false-ends": _false_ends,
}


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return _yes(value)
    return both(value) if isinstance(value, str) else amount(value)


def _yes(answer: Any) -> str:
    return "yes" if answer else "no"
