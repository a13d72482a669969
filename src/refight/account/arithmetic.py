"""Arithmetic: recompute every check of the account from structured values.

A check names an operation and its inputs. Where `bindings.yaml` says so, an input
is taken from where it was told or claimed (see `values`), so that a changed date
changes the answer; otherwise it stands as given with the check. The verdict word
stored with a check holds for the stored answer only: another answer, another word.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from refight.account.model import (
    ARITHMETIC_WORDS,
    CONSISTENT,
    DEPENDS,
    INCONSISTENT,
    OPEN,
    Account,
    Check,
    PaperTest,
)
from refight.account.operations import NEEDS_TEXT, OPERATIONS, Context
from refight.account.values import resolve
from refight.errors import AccountError, suggest
from refight.evidence.archive import Archive

Answers = dict[str, "Worked"]


@dataclass(frozen=True)
class Worked:
    """One check worked out: its inputs as found, the answer, the verdict.

    traced   inputs taken from a told value, a claim or an outcome: name -> where
    answer   None together with verdict "open" when something is needed first
    """

    check: Check
    inputs: Mapping[str, object]
    traced: Mapping[str, str]
    answer: object
    verdict: str
    reason: str

    @property
    def agrees(self) -> bool:
        """Say whether the answer is the one that stands with the check."""
        return same(self.answer, self.check.expected)


def work(
    check: Check,
    account: Account,
    archive: Archive,
    text: str = "",
    done: Answers | None = None,
) -> Worked:
    """Work one check out. Raises AccountError for an unknown operation or input."""
    operation = OPERATIONS.get(check.kind)
    if operation is None:
        hint = suggest(check.kind, OPERATIONS)
        raise AccountError("a known operation", f'"{check.kind}"', check.where, hint)
    binding = account.bindings.get(check.id, {})
    answers = {name: each.answer for name, each in (done or {}).items()}
    inputs = resolve(check, binding, account, archive, answers)
    if check.kind in NEEDS_TEXT and not text:
        reason = "open: needs a copy of the article (--text FILE)"
        return Worked(check, inputs, binding, None, OPEN, reason)
    answer = _apply(check, inputs, Context(archive, text))
    verdict, reason = _word(check, answer)
    return Worked(check, inputs, binding, answer, verdict, reason)


def work_all(account: Account, archive: Archive, text: str = "") -> Answers:
    """Work out all checks; a check may use the answer of one that stands before it."""
    done: Answers = {}
    for check in account.checks:
        done[check.id] = work(check, account, archive, text, done)
    return done


def decided(test: PaperTest, done: Answers) -> str:
    """Give the most cautious word of the checks that decide a paper test."""
    return most_cautious([done[name].verdict for name in test.decides])


def most_cautious(words: list[str]) -> str:
    """Give the most cautious of some arithmetic words; open when all are open.

    >>> most_cautious(["consistent", "depends-on-definition", "open"])
    'depends-on-definition'
    """
    known = [word for word in words if word != OPEN]
    return min(known, key=ARITHMETIC_WORDS.index) if known else OPEN


def same(one: object, other: object) -> bool:
    """Compare answers: lists by their items, whole and broken numbers alike."""
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return (type(one) is type(other) and one == other) or _equal_numbers(one, other)


def _equal_numbers(one: object, other: object) -> bool:
    numbers = type(one) in (int, float) and type(other) in (int, float)
    return numbers and one == other


def _apply(check: Check, inputs: Mapping[str, object], context: Context) -> object:
    try:
        return OPERATIONS[check.kind](inputs, context)
    except KeyError as cause:
        found = f"no input {cause}"
        raise AccountError(
            f"the inputs of {check.kind}", found, check.where, "add it"
        ) from cause
    except (TypeError, ValueError, ZeroDivisionError) as cause:
        raise AccountError(
            f"inputs that {check.kind} can use",
            str(cause),
            check.where,
            "mend the inputs or what they are taken from",
        ) from cause


def _word(check: Check, answer: object) -> tuple[str, str]:
    """Give the verdict for an answer: the stored word, unless the answer moved."""
    if same(answer, check.expected):
        return check.verdict, check.note
    moved = f"gives {answer!r} where {check.expected!r} stood with the check"
    if isinstance(answer, bool) and check.verdict != CONSISTENT:
        return CONSISTENT, moved
    if check.verdict == CONSISTENT:
        return INCONSISTENT, moved
    return (DEPENDS if check.verdict == DEPENDS else INCONSISTENT), moved
