"""Why: from a number down to the claims behind it, or the word *assumption*.

`refight why NUMBER` takes the id of an estimate, an outcome, a formation (with
`.tanks` and the like for one of its numbers) or a claim. Every chain ends at
sources and says how each was seen; a number that rests on no claim says so and why.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from refight.errors import EvidenceError, nearest
from refight.evidence.archive import Archive
from refight.evidence.estimate import RULES, Estimate, orbat_estimate
from refight.evidence.reconcile import FIELDS
from refight.evidence.records import Claim, OrbatEntry, Outcome, Quantity, short
from refight.report.claims import (
    by,
    by_date,
    interval_words,
    outcome_data,
    plain,
    voices_data,
    voices_words,
)
from refight.report.lines import amount, heading, span, wrap
from refight.report.rivals import claim_data, said_amount, seen, source_data, when

INDENT = 6
PLAIN = "1"  # the unit of a plain number
WHOLE = 10  # from here on numbers are shown without decimals
NOTHING: Mapping[str, Estimate] = {}


def why_data(
    archive: Archive, name: str, estimates: Mapping[str, Estimate] = NOTHING
) -> dict[str, object]:
    """Gather the chain behind a number.

    Raises EvidenceError with the nearest id, or the candidates, when `name` does
    not stand for one estimate, outcome, formation or claim.
    """
    if name in estimates:
        return estimate_chain(archive, estimates[name])
    head, _, field = name.rpartition(".")
    if head and field in FIELDS:
        entry = archive.orbat_entry(head)
        return estimate_chain(archive, orbat_estimate(entry, field), entry)
    kind, key = _one(archive, name, estimates)
    if kind == "outcome":
        return outcome_chain(archive, archive.outcomes[key])
    if kind == "formation":
        return formation_chain(archive, archive.orbat[key])
    return claim_chain(archive, archive.claims[key])


def estimate_chain(
    archive: Archive, estimate: Estimate, entry: OrbatEntry | None = None
) -> dict[str, object]:
    """Gather the chain behind an estimate."""
    return {
        "what": "estimate",
        "name": estimate.id,
        "unit": estimate.unit,
        "low": estimate.low,
        "best": estimate.best,
        "high": estimate.high,
        "rule": f"{estimate.rule}: {RULES[estimate.rule]}",
        "reconciled": estimate.reconciled,
        "note": estimate.note,
        "where": estimate.where,
        "assumption": estimate.assumption or None,
        "sources": _sources(archive, entry.sources if entry else ()),
        **below(archive, archive.get_claims(estimate.claims)),
    }


def outcome_chain(archive: Archive, outcome: Outcome) -> dict[str, object]:
    """Gather the chain behind what is on record for an outcome."""
    ends = {"low", "high", "best"}
    basis = {end: word for end, word in outcome.basis if end in ends}
    return {
        "what": "outcome",
        "name": outcome.key,
        **outcome_data(outcome),
        "basis": basis,
        "where": outcome.where,
        "assumption": None if outcome.claims else outcome.reasoning,
        "sources": [],
        **below(archive, archive.get_claims(outcome.claims)),
        "set_aside": _claims(archive, archive.get_claims(outcome.excluded)),
    }


def formation_chain(archive: Archive, entry: OrbatEntry) -> dict[str, object]:
    """Gather the chain behind a formation and all its numbers."""
    numbers: dict[str, Quantity | None] = {f: getattr(entry, f) for f in FIELDS}
    return {
        "what": "formation",
        "name": entry.key,
        "title": entry.name,
        "side": entry.side,
        "numbers": {
            field: {"low": each.low, "high": each.high, "unit": each.unit}
            for field, each in numbers.items()
            if each is not None
        },
        "derived": entry.derived,
        "reasoning": entry.reasoning,
        "confidence": entry.confidence,
        "where": entry.where,
        "assumption": None if entry.claims else entry.reasoning or None,
        "sources": _sources(archive, entry.sources),
        **below(archive, archive.get_claims(entry.claims)),
    }


def claim_chain(archive: Archive, claim: Claim) -> dict[str, object]:
    """Gather the chain behind one claim: its source, and nothing below it."""
    return {
        "what": "claim",
        "name": claim.key,
        "where": claim.where,
        "assumption": None,
        "sources": [],
        **below(archive, (claim,)),
    }


def why_lines(page: Mapping[str, Any], loaded: Sequence[str] = ()) -> list[str]:
    """Write the chain behind a number."""
    lines = [f"Why: {page['name']}", ""]
    lines += [line for part in _said(page) for line in wrap(plain(part, loaded), 2)]
    return lines + chain_lines(page, loaded)


def chain_lines(page: Mapping[str, Any], loaded: Sequence[str] = ()) -> list[str]:
    """Write what stands behind a number: the assumption, its claims, its sources."""
    lines: list[str] = []
    if page["assumption"]:
        reason = plain(page["assumption"], loaded)
        lines += wrap(f"*assumption*: no claim states this number. {reason}", 2)
    if page["claims"]:
        lines += heading("Claims") + wrap(voices_words(page["voices"]), 2)
        lines += _claim_lines(page["claims"], loaded)
    if page["sources"]:
        lines += heading("Sources named without a single claim")
        lines += _source_lines(page["sources"], loaded)
    if page.get("set_aside"):
        lines += heading("Set aside") + _claim_lines(page["set_aside"], loaded)
    return lines


def _one(
    archive: Archive, name: str, estimates: Mapping[str, Estimate]
) -> tuple[str, str]:
    known = {
        "outcome": archive.outcomes,
        "formation": archive.orbat,
        "claim": archive.claims,
    }
    found = [
        (kind, key)
        for kind, records in known.items()
        for key in records
        if name in (key, short(key))
    ]
    if len(found) == 1:
        return found[0]
    every = [key for records in known.values() for key in records]
    raise _not_one(name, [key for _, key in found], [*every, *estimates])


def _not_one(name: str, found: list[str], known: Iterable[str]) -> EvidenceError:
    what = "the id of an estimate, outcome, formation or claim"
    if found:
        hint = f"choose one of: {', '.join(found)}"
        return EvidenceError(what, f'"{name}", which several fit', hint=hint)
    by_short = {short(each): each for each in known}
    close = nearest(name, [*by_short, *by_short.values()])
    hint = f'did you mean "{close}"?' if close else "see the ids in a summary"
    return EvidenceError(what, f'"{name}"', hint=hint)


def below(archive: Archive, claims: Sequence[Claim]) -> dict[str, object]:
    """Gather claims with their voices, as they stand below a number."""
    return {
        "claims": _claims(archive, claims),
        "voices": voices_data(archive, claims),
    }


def _claims(archive: Archive, claims: Iterable[Claim]) -> list[dict[str, object]]:
    ordered = sorted(claims, key=lambda each: by_date(archive, each))
    return [claim_data(each, archive) for each in ordered]


def _sources(archive: Archive, keys: Iterable[str]) -> list[dict[str, object]]:
    return [
        {**source_data(archive.sources[key]), "seen": seen(archive.sources[key])}
        for key in keys
    ]


def _said(page: Mapping[str, Any]) -> list[str]:
    what = page["what"]
    if what == "estimate":
        return _estimate_said(page)
    if what == "outcome":
        return _outcome_said(page)
    if what == "formation":
        return _formation_said(page)
    return [f"One claim ({page['where']})."]


def _estimate_said(page: Mapping[str, Any]) -> list[str]:
    low, best, high = (amount(_rounded(page[end])) for end in ("low", "best", "high"))
    unit = "" if page["unit"] == PLAIN else f" {page['unit']}"
    said = [f"best {best}, 5 to 95 per cent: {low} to {high}{unit}"]
    said.append(f"distribution: {page['rule']}")
    if page["reconciled"]:
        said.append(f"made by the rule {page['reconciled']}")
    if page["note"]:
        said.append(f"note: {page['note']}")
    return [*said, f"stands at {page['where']}"] if page["where"] else said


def _outcome_said(page: Mapping[str, Any]) -> list[str]:
    said = [f"{page['title']}: {interval_words(page)}"]
    said.append(f"confidence: {page['confidence']}; scored: {_yes(page['score'])}")
    if page["basis"]:
        each = ", ".join(f"{end} {word}" for end, word in page["basis"].items())
        said.append(f"rests on: {each}")
    if page["reasoning"]:
        said.append(f"reasoning: {page['reasoning']}")
    return [*said, f"stands at {page['where']}"]


def _formation_said(page: Mapping[str, Any]) -> list[str]:
    said = [f"{page['title']} ({page['side']}); confidence: {page['confidence']}"]
    for it in page["numbers"].values():
        said.append(span(it["low"], it["high"], it["unit"]))
    if page["derived"] and page["claims"]:
        said.append(f"derived, not stated: {page['reasoning']}")
    return [*said, f"stands at {page['where']}"]


def _rounded(value: float) -> float:
    return round(value) if abs(value) >= WHOLE else round(value, 2)


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _claim_lines(
    claims: Iterable[Mapping[str, Any]], loaded: Sequence[str]
) -> list[str]:
    lines: list[str] = []
    for it in claims:
        lines += wrap(f"{when(it)} {it['claim']}", INDENT, "   -")
        lines += wrap(plain(it["statement"], loaded) + said_amount(it), INDENT)
        lines += wrap(by(it, loaded), INDENT)
    return lines


def _source_lines(
    sources: Iterable[Mapping[str, Any]], loaded: Sequence[str]
) -> list[str]:
    lines: list[str] = []
    for it in sources:
        who = f'{it["source"]}: "{it["title"]}", {it["year"] or "no year"}'
        text = f"{who}; stance: {it['stance']}; seen: {it['seen']}"
        lines += wrap(plain(text, loaded), INDENT, "   -")
    return lines
