"""Claims: what is on record under one id, number or some words, without an account.

`refight claim X` shows first what the account says of it (topic); this is the
record alone: the claim, its rivals by date with how each source was seen, and how
many voices they are. Several subjects that fit are listed as candidates.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from refight.errors import EvidenceError, nearest
from refight.evidence.archive import Archive
from refight.evidence.lookup import folded
from refight.evidence.records import Claim, Outcome, short
from refight.report.lines import guarded, heading, plural, span, wrap
from refight.report.rivals import by as by_whom
from refight.report.rivals import claim_data, said_amount, when

LAST = "9999"  # sorts after every year
SHOWN = 12  # candidates listed; more would fill the screen
INDENT = 6
NO_WORDS = ("\0",)  # a list of loaded words that no text contains
NUMBER = re.compile(r"^\d[\d,]*(\.\d+)?$")


def find_claims(archive: Archive, query: str) -> tuple[Claim, ...]:
    """Find claims by key, short id, subject, number or words, in this order.

    Raises EvidenceError with the nearest id or subject when nothing fits.
    """
    wanted = query.strip()
    for way in (_by_id, _by_subject, _by_number, _by_words):
        found = way(archive, wanted) if wanted else ()
        if found:
            return found
    subjects = {claim.about for claim in archive.claims.values()}
    close = nearest(wanted, [*map(short, archive.claims), *subjects])
    hint = f'did you mean "{close}"?' if close else "try a number, or other words"
    raise EvidenceError("an id, a subject, a number or words", f'"{query}"', hint=hint)


def record_data(archive: Archive, query: str) -> dict[str, object]:
    """Gather the record of one subject, or the subjects among which to choose."""
    found = find_claims(archive, query)
    subjects = list(dict.fromkeys(claim.about for claim in found))
    if len(subjects) > 1:
        return {"query": query, "candidates": _candidates(found, subjects)}
    rivals = sorted(archive.on(subjects[0]), key=lambda each: by_date(archive, each))
    return {
        "query": query,
        "about": subjects[0],
        "asked": [claim.key for claim in found],
        "recorded": [claim_data(each, archive) for each in rivals],
        "voices": voices_data(archive, rivals),
        "outcomes": [outcome_data(each) for each in _resting(archive, rivals)],
    }


def record_lines(page: Mapping[str, Any], loaded: Sequence[str] = ()) -> list[str]:
    """Write the record of a subject, or the list of candidates."""
    if "candidates" in page:
        return _candidate_lines(page, loaded)
    lines = [f"On record: {page['about']}", ""]
    lines += wrap(voices_words(page["voices"]), 2)
    for it in page["recorded"]:
        mark = "   >" if it["claim"] in page["asked"] else "   -"
        lines += wrap(f"{when(it)} {it['claim']}", INDENT, mark)
        lines += wrap(plain(it["statement"], loaded) + said_amount(it), INDENT)
        lines += wrap(by(it, loaded), INDENT)
        if it["note"]:
            lines += wrap(f"note: {plain(it['note'], loaded)}", INDENT)
    lines += _group_lines(page["voices"]) + _outcome_lines(page["outcomes"])
    return lines


def plain(text: str, loaded: Sequence[str]) -> str:
    """Put loaded words into quotation marks, when there is a list of them."""
    return guarded(text, loaded or NO_WORDS)


def by_date(archive: Archive, claim: Claim) -> tuple[str, str, str]:
    """Order claims by the date they give, then by year of publication."""
    year = archive.sources[claim.source].year
    published = f"{year:04d}" if year else LAST
    return (claim.date.first if claim.date else LAST, published, claim.key)


def by(it: Mapping[str, Any], loaded: Sequence[str]) -> str:
    """Write who says it, with the stance and how it was seen."""
    return by_whom(it, loaded or NO_WORDS)


def voices_data(archive: Archive, claims: Iterable[Claim]) -> list[dict[str, object]]:
    """List the voices among claims: each root once, with why it was grouped."""
    return [
        {
            "root": root,
            "claims": [claim.key for claim in group],
            "reason": archive.reason_of(root),
        }
        for root, group in archive.independent(claims).items()
    ]


def voices_words(voices: Sequence[Mapping[str, Any]]) -> str:
    """Say how many claims there are and how many voices."""
    claims = sum(len(each["claims"]) for each in voices)
    said = f"{plural(claims, 'claim')} of {plural(len(voices), 'voice')}."
    return f"{said} Sources that go back to one root are one voice."


def outcome_data(outcome: Outcome) -> dict[str, object]:
    """Give an outcome with its interval as plain data."""
    return {
        "outcome": outcome.key,
        "title": outcome.name,
        "unit": outcome.unit,
        "low": outcome.low,
        "best": outcome.best,
        "high": outcome.high,
        "score": outcome.score,
        "confidence": outcome.confidence,
        "reasoning": outcome.reasoning,
    }


def interval_words(it: Mapping[str, Any]) -> str:
    """Write an outcome's interval and best value in words."""
    low, high, best = it["low"], it["high"], it["best"]
    if isinstance(low, str):
        text = low if low == high else f"{low} to {high}"
    else:
        text = span(low, high, it["unit"])
    if best is None or low == high:
        return text
    return f"{text}, best {best if isinstance(best, str) else span(best, best)}"


def _by_id(archive: Archive, name: str) -> tuple[Claim, ...]:
    keys = [key for key in archive.claims if name in (key, short(key))]
    return tuple(archive.claims[key] for key in keys)


def _by_subject(archive: Archive, name: str) -> tuple[Claim, ...]:
    wanted = folded(name)
    return tuple(c for c in archive.claims.values() if folded(c.about) == wanted)


def _by_number(archive: Archive, name: str) -> tuple[Claim, ...]:
    if not NUMBER.match(name):
        return ()
    number = float(name.replace(",", ""))
    return tuple(
        claim
        for claim in archive.claims.values()
        if claim.value is not None and number in (claim.value.low, claim.value.high)
    )


def _by_words(archive: Archive, name: str) -> tuple[Claim, ...]:
    words = name.casefold().split()
    return tuple(
        claim
        for claim in archive.claims.values()
        if all(word in _text(claim) for word in words)
    )


def _text(claim: Claim) -> str:
    about = claim.about.replace("-", " ")
    return f"{claim.id} {about} {claim.statement} {claim.note}".casefold()


def _candidates(
    found: Iterable[Claim], subjects: Iterable[str]
) -> list[dict[str, object]]:
    kept = tuple(found)
    return [
        {
            "about": about,
            "claims": [c.key for c in kept if c.about == about],
            "statement": next(c.statement for c in kept if c.about == about),
        }
        for about in subjects
    ]


def _candidate_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    several = page["candidates"]
    text = f'"{page["query"]}" fits {plural(len(several), "subject")}. Ask for one:'
    lines = wrap(text)
    for it in several[:SHOWN]:
        lines += wrap(f"{it['about']} ({plural(len(it['claims']), 'claim')})", 4, "  ")
        lines += wrap(plain(it["statement"], loaded), INDENT)
    if len(several) > SHOWN:
        lines += wrap(f"and {len(several) - SHOWN} more; add a word", 4)
    return lines


def _resting(archive: Archive, claims: Iterable[Claim]) -> list[Outcome]:
    keys = {claim.key for claim in claims}
    return [each for each in archive.outcomes.values() if keys & set(each.claims)]


def _group_lines(voices: Iterable[Mapping[str, Any]]) -> list[str]:
    lines: list[str] = []
    for it in voices:
        if it["reason"] and len(it["claims"]) > 1:
            names = ", ".join(map(short, it["claims"]))
            lines += wrap(f"{it['root']}: {names}. {it['reason']}", INDENT, "   -")
    return [*heading("Counted as one voice"), *lines] if lines else []


def _outcome_lines(outcomes: Iterable[Mapping[str, Any]]) -> list[str]:
    lines: list[str] = []
    for it in outcomes:
        text = f"{it['title']}: {interval_words(it)} ({it['outcome']})"
        lines += wrap(text, INDENT, "   -")
    return [*heading("Outcomes that rest on these"), *lines] if lines else []
