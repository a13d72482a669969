"""Values: take the inputs of a check from where they were told, claimed or worked.

A binding is a text in `bindings.yaml`:

    told:s01/occupation-length/low      a value that a sentence asserts
    claim:khorramshahr-1980/ir-576/low  a value of a claim, or a day of it: low, high,
                                        first, last
    outcome:khorramshahr-1980/fall-date/high   a field of an outcome
    check:p01-e                         the answer of an earlier check; a list
    check:s33-a/1                       item of it, numbered from 0
    check:p03-b*24                      an answer times a number (days in hours)

An input inside a list is bound by its place: `range/0`, `terms/1/0`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from refight.account.model import Account, Check
from refight.errors import AccountError, suggest
from refight.evidence.archive import Archive

CLAIM_FIELDS = ("low", "high", "first", "last")
FACTOR = re.compile(r"^(?P<name>[^*/]+)(?:/(?P<item>\d+))?(?:\*(?P<times>\d+))?$")


def resolve(
    check: Check,
    binding: Mapping[str, str],
    account: Account,
    archive: Archive,
    answers: Mapping[str, object],
) -> dict[str, object]:
    """Give the inputs of a check, the bound ones from where they come from.

    Raises AccountError when a binding points to nothing.
    """
    inputs: dict[str, object] = {k: _copy(v) for k, v in check.inputs.items()}
    for place, reference in binding.items():
        value = look_up(reference, account, archive, answers, check.where)
        _put(inputs, place, value, check)
    return inputs


def look_up(
    reference: str,
    account: Account,
    archive: Archive,
    answers: Mapping[str, object],
    where: str,
) -> object:
    """Follow one reference. Raises AccountError with the nearest valid one."""
    kind, _, rest = reference.partition(":")
    if kind == "told":
        return _told(rest, account, where)
    if kind == "claim":
        return _claimed(rest, archive, where)
    if kind == "outcome":
        return _outcome(rest, archive, where)
    if kind == "check":
        return _worked(rest, answers, where)
    kinds = ("told", "claim", "outcome", "check")
    raise AccountError(
        "a reference of a known kind", f'"{reference}"', where, suggest(kind, kinds)
    )


def _told(rest: str, account: Account, where: str) -> object:
    known = {
        f"{told.sentence}/{told.quantity}/{field}": getattr(told, field)
        for sentence in account.sentences.values()
        for told in sentence.told
        for field in ("low", "high", "date", "month")
    }
    return _of(rest, known, "a told value", where)


def _claimed(rest: str, archive: Archive, where: str) -> object:
    name, _, field = rest.rpartition("/")
    claim = _of(name, archive.claims, "a claim of the record", where)
    holder = claim.value if field in ("low", "high") else claim.date
    if holder is None or field not in CLAIM_FIELDS:
        hint = f"the fields of a claim are {', '.join(CLAIM_FIELDS)}"
        raise AccountError(f"{field} of the claim {name}", "nothing", where, hint)
    return getattr(holder, field)


def _outcome(rest: str, archive: Archive, where: str) -> object:
    name, _, field = rest.rpartition("/")
    outcome = _of(name, archive.outcomes, "an outcome of the record", where)
    fields = ("low", "high", "best", "span_low", "span_high")
    if field not in fields:
        hint = suggest(field, fields)
        raise AccountError("a field of an outcome", f'"{field}"', where, hint)
    return getattr(outcome, field)


def _worked(rest: str, answers: Mapping[str, object], where: str) -> object:
    found = FACTOR.match(rest)
    if found is None:
        raise AccountError("check:ID, check:ID/n or check:ID*n", f'"{rest}"', where)
    answer: Any = _of(found["name"], answers, "a check worked out before", where)
    if found["item"] and answer is not None:
        answer = answer[int(found["item"])]
    return answer * int(found["times"]) if found["times"] else answer


def _of(name: str, known: Mapping[str, Any], what: str, where: str) -> Any:
    if name not in known:
        raise AccountError(what, f'"{name}"', where, suggest(name, known))
    return known[name]


def _put(inputs: dict[str, object], place: str, value: object, check: Check) -> None:
    *before, last = place.split("/")
    target: Any = inputs
    try:
        for step in before:
            target = target[int(step) if isinstance(target, list) else step]
        target[int(last) if isinstance(target, list) else last] = value
    except (KeyError, IndexError, ValueError, TypeError) as cause:
        raise AccountError(
            f"a place among the inputs of {check.id}",
            f'"{place}"',
            check.where,
            "mend bindings.yaml",
        ) from cause


def _copy(value: object) -> object:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_copy(each) for each in value]
    return value
