"""Verdict: the three axes of a row or a sentence, kept apart, each with its reason.

record      what other sources say
arithmetic  what the numbers give when recomputed
model       what refights show; "not modelled", or "open" until there are results
There is never one word for all three, and no percentage.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from refight.account.arithmetic import Answers, Worked, most_cautious
from refight.account.model import (
    ARITHMETIC_WORDS,
    OPEN,
    RECORD_WORDS,
    Account,
    Row,
    Sentence,
)

NOT_MODELLED = "not modelled"
JOINT = "in this model, given these sources"
HOW = " (save refights with --out FOLDER, then --run FOLDER)"
SPOKEN = {"depends-on-definition": "depends on a definition"}
# what refights show of an outcome, the most cautious first; an input is no result
NOT_MET, NOT_APPLYING = "not met by refights", "does not apply to any refight"
INPUT, MET = "an input, not a result", "met by refights"
SHOWN = (NOT_MET, NOT_APPLYING, MET, INPUT)
MODEL_LAYERS = ("engine", "policy")


@dataclass(frozen=True)
class Axis:
    """One axis of a verdict: its name, the word, and why."""

    name: str
    word: str
    reason: str


# What the model has to say: lever or outcome -> (word, reason). Empty until there
# are results; filled in by the parts that run refights.
ModelWords = Mapping[str, tuple[str, str]]


def verdicts(
    rows: Iterable[Row],
    sentences: Iterable[Sentence],
    checks: Iterable[str],
    account: Account,
    done: Answers,
    model: ModelWords | None = None,
    shows: str = "",
    beside: Iterable[str] = (),
) -> tuple[Axis, Axis, Axis]:
    """Word the three axes for some rows and sentences seen together.

    checks  the checks that make the arithmetic word; shows  what they show, in words
    beside  checks that are shown and do not make the word
    """
    kept, spoken = tuple(rows), tuple(sentences)
    return (
        record_axis(kept, account),
        arithmetic_axis(checks, done, shows, beside),
        model_axis(kept, spoken, model or {}),
    )


def record_axis(rows: Iterable[Row], account: Account) -> Axis:
    """Give the most cautious record word of the rows, and what it rests on."""
    kept = sorted(rows, key=lambda row: RECORD_WORDS.index(row.record.verdict))
    if not kept:
        return Axis("record", "none", "no element of the account is at stake")
    first = kept[0]
    word = first.record.verdict
    meaning = account.record_words.get(word, "")
    parts = "; ".join(f"{p.text.rstrip('.')}: {p.verdict}" for p in first.record.parts)
    said = [meaning, parts, first.record.note]
    return Axis("record", word, ". ".join(s.rstrip(".") for s in said if s))


def arithmetic_axis(
    checks: Iterable[str], done: Answers, shows: str = "", beside: Iterable[str] = ()
) -> Axis:
    """Give the most cautious arithmetic word of some checks, and their count.

    beside  checks that are shown and do not decide, named with their words
    """
    worked = [done[name] for name in checks]
    if not worked:
        return Axis("arithmetic", "none", "nothing in it can be recomputed")
    word = most_cautious([each.verdict for each in worked])
    decide = f"{len(worked)} checks decide" if len(worked) > 1 else "1 check decides"
    reason = f"{decide}: {_counted(worked)}"
    others = [done[name] for name in beside]
    if others:
        named = ", ".join(each.check.id for each in others)
        reason += f"; shown beside them: {named} ({_counted(others)})"
    moved = [w.check.id for w in worked if w.verdict != OPEN and not w.agrees]
    if moved:
        reason += f"; another answer than stood with {', '.join(moved)}"
    return Axis(
        "arithmetic", SPOKEN.get(word, word), f"{reason}. {shows}" if shows else reason
    )


def _counted(worked: Iterable[Worked]) -> str:
    found = Counter(each.verdict for each in worked)
    words = (each for each in (*ARITHMETIC_WORDS, OPEN) if found[each])
    return ", ".join(f"{SPOKEN.get(each, each)} {found[each]}" for each in words)


def model_axis(
    rows: tuple[Row, ...], sentences: tuple[Sentence, ...], model: ModelWords
) -> Axis:
    """Say what refights show of the rows, or why there is nothing to show."""
    levers = [name for row in rows for name in _levers(row)]
    tests = [t.name for s in sentences for t in s.model_tests if t.kind == "outcome"]
    asked = [place for row in rows for place in _places(row)]
    known = [name for name in (*asked, *levers) if name in model]
    if known:
        return _shown([model[name] for name in dict.fromkeys(known)])
    seen = [model[name] for name in dict.fromkeys(tests) if name in model]
    modelled = not rows or any(set(row.layer) & set(MODEL_LAYERS) for row in rows)
    if seen and not levers and modelled:
        return _shown(seen)
    if levers:
        names = ", ".join(dict.fromkeys(levers))
        return Axis("model", OPEN, f"needs paired refights with and without: {names}")
    if tests and rows and modelled:
        names = ", ".join(dict.fromkeys(tests))
        return Axis("model", OPEN, f"needs the act refought, for: {names}{HOW}")
    if rows and modelled:
        return Axis("model", INPUT, "given to the model: no refight shows it otherwise")
    return Axis("model", NOT_MODELLED, _why_not(sentences))


def _levers(row: Row) -> list[str]:
    plain = row.lever.split("(")[0]
    return [name.strip() for name in plain.split(",") if name.strip()]


def _places(row: Row) -> list[str]:
    """Name a row's levers with the act of its section, as refights of one act do."""
    return [f"{row.section}/{name}" for name in _levers(row)]


def _shown(found: list[tuple[str, str]]) -> Axis:
    """Join what refights show: the most cautious word, inputs aside."""
    words = list(dict.fromkeys(word for word, _ in found))
    known = [word for word in SHOWN if word in words]
    word = known[0] if known else "; ".join(words)
    reasons = "; ".join(
        reason if len(words) == 1 else f"{reason} [{word}]" for word, reason in found
    )
    return Axis("model", word, f"{reasons} ({JOINT})")


def _why_not(sentences: tuple[Sentence, ...]) -> str:
    for sentence in sentences:
        if sentence.label:
            return sentence.label
    return sentences[0].reason if sentences else "recorded, not simulated"
