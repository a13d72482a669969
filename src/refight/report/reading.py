"""Reading: the page of a text that was read, and the lines of a review.

`refight read` prints what was found, what was worked out and what was not read;
`refight confirm` prints one claim at a time, then how the review stands.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from refight.account.reading.document import doubts
from refight.account.reading.draft import EDITED, NO, YES, Claim, Draft, claim_data
from refight.account.reading.model import (
    DATE,
    DURATION,
    KINDS,
    NUMBER,
    PLACE,
    QUOTE,
    UNIT,
)
from refight.account.reading.working import Worked, written_day
from refight.account.verdict import SPOKEN
from refight.evidence.records import short
from refight.report.lines import guarded, heading, plural, span, titled, wrap

INDENT = 6
WORDS = {
    DATE: ("date", "dates"),
    DURATION: ("length of time", "lengths of time"),
    NUMBER: ("number", "numbers"),
    QUOTE: ("quotation", "quotations"),
    PLACE: ("place of the campaign", "places of the campaign"),
    UNIT: ("formation of the campaign", "formations of the campaign"),
}
NOT_UNDERSTOOD = (
    "Found by rules: nothing here was understood, and nothing is confirmed until a "
    "person says so."
)


def reading_data(
    draft: Draft, worked: Sequence[Worked], path: Path
) -> dict[str, object]:
    """Gather what was found in a text as plain data; `path` is that of the draft."""
    return {
        "file": draft.name,
        "draft": str(path),
        "doubts": doubts(" ".join(each.text for each in draft.sentences)),
        "sentences": [
            {
                "id": it.id,
                "line": it.line,
                "text": it.text,
                "claims": [
                    {**claim_data(c), "value": value_of(c)}
                    for c in draft.claims
                    if c.sentence == it.id
                ],
                "not_read": [{"text": t, "reason": r} for t, r in it.unread],
            }
            for it in draft.sentences
        ],
        "counts": {kind: sum(c.kind == kind for c in draft.claims) for kind in KINDS},
        "arithmetic": [each.data for each in worked],
    }


def reading_lines(page: Mapping[str, Any], loaded: Sequence[str] = ()) -> list[str]:
    """Write what was found sentence by sentence, the arithmetic, the unread.

    The text is a person's own and stands in quotation marks.
    """
    counts = page["counts"]
    said = [plural(counts[kind], *WORDS[kind]) for kind in KINDS if counts[kind]]
    count = plural(len(page["sentences"]), "sentence")
    lines = wrap(f"{page['file']}: {count}; {', '.join(said) or 'nothing found'}.")
    lines += wrap(NOT_UNDERSTOOD) + wrap(page["doubts"])
    lines += heading("Found")
    for it in page["sentences"]:
        lines += wrap(titled(it["text"]), INDENT, f"  {it['id']}")
        for claim in it["claims"]:
            text = f"{claim['kind']}: {titled(claim['text'])} = {claim['value']}"
            note = "" if claim["reading"] == "as written" else f" ({claim['reading']})"
            lines += wrap(guarded(text + note, loaded), 14, f"      {claim['id']}")
    lines += heading("Worked out") + worked_lines(page["arithmetic"])
    lines += heading("Not read") + _unread_lines(page["sentences"])
    lines += ["", f"Draft: {page['draft']}", f"Next: refight confirm {page['draft']}"]
    return lines


def worked_lines(arithmetic: Sequence[Mapping[str, Any]]) -> list[str]:
    """Write the lines of arithmetic."""
    lines: list[str] = []
    for it in arithmetic:
        word = str(it.get("verdict", ""))
        verdict = f": {SPOKEN.get(word, word)}" if word else ""
        lines += wrap(f"[{', '.join(it['of'])}] {it['words']}{verdict}", INDENT, "   -")
    return lines or ["  No dates and lengths that stand together."]


def claim_lines(draft: Draft, claim: Claim, loaded: Sequence[str] = ()) -> list[str]:
    """Write one claim for review: its sentence, what was found, as what."""
    it = draft.sentence(claim.sentence)
    lines = ["", *wrap(titled(it.text), INDENT, f"  {it.id}")]
    lines += wrap(f"{claim.kind}: {titled(claim.text)}", INDENT, f"{claim.id}")
    value = guarded(f"= {value_of(claim)} ({claim.reading})", loaded)
    return lines + wrap(value, INDENT)


def review_data(
    draft: Draft, worked: Sequence[Worked], path: Path
) -> dict[str, object]:
    """Give how a review stands, as plain data."""
    tally = Counter(claim.answer for claim in draft.claims)
    return {
        "draft": str(path),
        "claims": len(draft.claims),
        "confirmed": tally[YES],
        "edited": tally[EDITED],
        "refused": tally[NO],
        "waiting": [claim.id for claim in draft.waiting],
        "arithmetic": [each.data for each in worked],
    }


def review_lines(page: Mapping[str, Any]) -> list[str]:
    """Write how a review stands, and the arithmetic of what was not refused."""
    waiting = len(page["waiting"])
    lines = [
        "",
        f"{plural(page['claims'], 'claim')}: {page['confirmed']} confirmed, "
        f"{page['edited']} edited, {page['refused']} refused, {waiting} waiting.",
    ]
    if waiting:
        return [*lines, f"To go on: refight confirm {page['draft']}"]
    return [*lines, *heading("Worked out"), *worked_lines(page["arithmetic"])]


def value_of(claim: Claim) -> str:
    """Write the value of a claim in one line."""
    if claim.kind == DATE:
        if claim.first == claim.last:
            return written_day(claim.first)
        return f"{written_day(claim.first)} to {written_day(claim.last)}"
    if claim.kind in (DURATION, NUMBER):
        return span(claim.low, claim.high, claim.unit or "(unit not read)")
    if claim.kind == QUOTE:
        return f"said by {claim.speaker}" if claim.speaker else "speaker not read"
    return " or ".join(dict.fromkeys(short(key) for key in claim.names))


def _unread_lines(sentences: Sequence[Mapping[str, Any]]) -> list[str]:
    lines: list[str] = []
    for it in sentences:
        said = [f"{titled(e['text'])}: {e['reason']}" for e in it["not_read"]]
        if not said and not it["claims"]:
            said = ["nothing in it was read"]
        if said:
            lines += wrap("; ".join(said), INDENT, f"  {it['id']}")
    return lines or ["  Every figure of the text is among what was found."]
