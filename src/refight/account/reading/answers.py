"""Answers: what a person says to a claim of a draft, and what becomes of it.

Pure: a draft and an answer in, the changed draft out. Edits are typed in one line:
1982-05-24, 1982-05-19..1982-05-24, 575 days, 15000..20000 men, 500.. days.
"""

import re
from dataclasses import replace

from refight.account.calendars import day
from refight.account.reading.draft import EDITED, NO, YES, Claim, Draft
from refight.account.reading.model import DATE, DAYS_OF, DURATION, NUMBER, QUOTE
from refight.errors import AccountError, suggest

WORDS = {
    "y": YES,
    "yes": YES,
    "n": NO,
    "no": NO,
    "e": "edit",
    "edit": "edit",
    "s": "skip",
    "skip": "skip",
    "q": "quit",
    "quit": "quit",
}
FORMS = {
    DATE: "1982-05-24 or 1982-05-19..1982-05-24",
    DURATION: "575 days, 42..48 days, 500.. days",
    NUMBER: "6000 men, 15000..20000 men, ..300 tanks",
    QUOTE: "the speaker's name",
}
AMOUNT = re.compile(
    r"^(?P<low>-?[\d,]+(?:\.\d+)?)?\s*(?P<to>\.\.)?\s*(?P<high>-?[\d,]+(?:\.\d+)?)?\s*(?P<unit>.*)$"
)


def answered(draft: Draft, claim: Claim, answer: str) -> Draft:
    """Keep a yes or a no."""
    return draft.with_claim(replace(claim, confirmed=answer == YES, answer=answer))


def edited(draft: Draft, claim: Claim, typed: str) -> Draft:
    """Take a corrected value, which counts as confirmed.

    Raises AccountError when the text has not the form of the claim's kind.
    """
    text = typed.strip()
    if not text:
        raise AccountError(form_of(claim), "nothing", claim.id, "type it, or skip")
    if claim.kind == DATE:
        changed = _date(claim, text)
    elif claim.kind in (DURATION, NUMBER):
        changed = _amount(claim, text)
    elif claim.kind == QUOTE:
        changed = replace(claim, speaker=text)
    else:
        changed = replace(claim, names=tuple(text.replace(",", " ").split()))
    kept = replace(changed, confirmed=True, answer=EDITED, reading="edited by a person")
    return draft.with_claim(kept)


def form_of(claim: Claim) -> str:
    """Say in which form a value of a claim is typed."""
    return FORMS.get(claim.kind, "the keys of what the name stands for")


def _date(claim: Claim, text: str) -> Claim:
    first, _, last = text.partition("..")
    start, end = day(first.strip()), day((last or first).strip())
    if end < start:
        raise AccountError("the first day before the last", f'"{text}"', claim.id, "")
    return replace(claim, first=start.isoformat(), last=end.isoformat())


def _amount(claim: Claim, text: str) -> Claim:
    found = AMOUNT.match(text)
    low, high = (_number(found[end]) if found else None for end in ("low", "high"))
    if found is None or (low is None and high is None):
        raise AccountError(form_of(claim), f'"{text}"', claim.id, "type it again")
    if not found["to"]:
        high = low
    if low is not None and high is not None and high < low:
        raise AccountError("the low end first", f'"{text}"', claim.id, "swap the ends")
    unit = found["unit"].strip() or claim.unit
    if claim.kind == DURATION and unit not in DAYS_OF:
        hint = suggest(unit, DAYS_OF)
        raise AccountError("a unit of time", f'"{unit}"', claim.id, hint)
    return replace(claim, low=low, high=high, unit=unit)


def _number(text: str | None) -> float | None:
    return float(text.replace(",", "")) if text else None
