"""Amounts: numbers with their ends and units, and durations.

`duration_at` and `amount_at` read at a token and give (finding, index after), or
None. "More than" opens the upper end, "up to" the lower one, "about" is kept in words.
"""

from dataclasses import dataclass

from refight.account.reading.model import DURATION, Finding
from refight.account.reading.model import NUMBER as AMOUNT
from refight.account.reading.nouns import single_at, unit_at
from refight.account.reading.numerals import (
    AND_A_HALF,
    HALF,
    SCALES,
    number_at,
    share_at,
    vague_at,
)
from refight.account.reading.tokens import WORD, Tokens, words

LEAST, MOST, ABOUT = "at least", "at most", "about"
LINKS = ("to", "or", "-", "\u2013", "\u2014")
QUALIFIERS: dict[tuple[str, ...], str] = {
    **dict.fromkeys(
        [
            ("more", "than"),
            ("greater", "than"),
            ("no", "fewer", "than"),
            ("not", "fewer", "than"),
            ("no", "less", "than"),
            ("not", "less", "than"),
            ("at", "least"),
            ("in", "excess", "of"),
            ("upwards", "of"),
            ("over",),
            ("above",),
        ],
        LEAST,
    ),
    **dict.fromkeys(
        [
            ("less", "than"),
            ("fewer", "than"),
            ("no", "more", "than"),
            ("not", "more", "than"),
            ("at", "most"),
            ("up", "to"),
            ("as", "many", "as"),
            ("below",),
            ("under",),
        ],
        MOST,
    ),
    **{
        (word,): ABOUT
        for word in words(
            "about some around roughly approximately nearly almost perhaps barely circa"
        )
    },
}
BEFORE_UNDER = frozenset(
    words("well just little slightly in at of to for was were is numbered")
)
SPANS = {
    **{word: word for word in words("minutes hours days weeks months years decades")},
    "minute": "minutes",
    "hour": "hours",
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
    "decade": "decades",
    "nights": "nights",
    "night": "nights",
    "fortnight": "fortnights",
    "fortnights": "fortnights",
    "centuries": "centuries",
}
BEFORE_A_SPAN = frozenset(
    words(
        "for in within after nearly almost about over than of under least half some "
        "roughly around lasted took last take took last"
    )
)
AFTER_A_SPAN = frozenset(("later", "before", "after", "ago", "earlier"))
CURRENCIES = "\u00a3$\u20ac"
Found = tuple[Finding, int]


@dataclass(frozen=True)
class Ends:
    """Two ends of an amount, the index after it, and how it was read."""

    low: float | None
    high: float | None
    after: int
    reading: str


def duration_at(tokens: Tokens, at: int) -> Found | None:
    """Read a length of time: 105 days, a month and a half, two to three months."""
    found = _ends_at(tokens, at) or _article(tokens, at)
    if found is None:
        return None
    unit_place = found.after
    if tokens[unit_place].text == "-" and tokens.joined(unit_place):
        unit_place += 1
    unit = SPANS.get(tokens[unit_place].low)
    clock = unit == "hours" and len(tokens[at].text) == 4 and tokens[at].text.isdigit()
    if unit is None or clock or tokens[unit_place + 1].low == "old":
        return None
    after, extra = _tail(tokens, unit_place + 1)
    if tokens.low(after, 2) == ("-", "old"):
        return None
    ends = Ends(_plus(found.low, extra), _plus(found.high, extra), 0, found.reading)
    return _finding(tokens, at, after, DURATION, ends, unit), after


def amount_at(tokens: Tokens, at: int) -> Found | None:
    """Read a number with its ends and what it counts."""
    share = share_at(tokens, at)
    if share is not None:
        ends = _qualified(tokens, at, Ends(share[0], share[0], share[1], ""))
        return _finding(tokens, at, share[1], AMOUNT, ends, "share"), share[1]
    if tokens[at].low == "one":
        single = single_at(tokens, at + 1)
        if single is not None:
            ends = _qualified(tokens, at, Ends(1.0, 1.0, single[1], ""))
            return _finding(tokens, at, single[1], AMOUNT, ends, single[0]), single[1]
    found = _ends_at(tokens, at)
    if found is None:
        return _vague(tokens, at)
    unit, after = _unit(tokens, at, found.after)
    return _finding(tokens, at, after, AMOUNT, found, unit), after


def _ends_at(tokens: Tokens, at: int) -> Ends | None:
    first = number_at(tokens, at)
    if first is None:
        return None
    low, after = first
    second = _second(tokens, at, after)
    if second is not None and second[0] > low:
        high, after = second
        scale = SCALES.get(tokens[after - 1].low, 0)
        if scale and low < scale and tokens[after - 2].kind != WORD:
            low *= scale
        return Ends(low, high, after, "")
    return _qualified(tokens, at, Ends(low, low, after, ""))


def _second(tokens: Tokens, at: int, after: int) -> tuple[float, int] | None:
    link = tokens[after].low
    between = link == "and" and tokens[at - 1].low == "between"
    if link not in LINKS and not between:
        return None
    return number_at(tokens, after + 1)


def _qualified(tokens: Tokens, at: int, ends: Ends) -> Ends:
    words = next(
        (
            words
            for size in (3, 2, 1)
            if (words := tokens.low(at - size, size)) in QUALIFIERS
        ),
        (),
    )
    way = QUALIFIERS.get(words, "")
    if words == ("under",) and tokens[at - 2].low not in BEFORE_UNDER:
        way = ""
    if way == LEAST:
        return Ends(ends.low, None, ends.after, "the upper end is left open")
    if way == MOST:
        return Ends(None, ends.high, ends.after, "the lower end is left open")
    return Ends(ends.low, ends.high, ends.after, " ".join(words) if way else "")


def _vague(tokens: Tokens, at: int) -> Found | None:
    found = vague_at(tokens, at)
    if found is None:
        return None
    low, after = found
    noun = unit_at(tokens, after + 1) if tokens[after].low == "of" else None
    unit, after = noun if noun else ("", after)
    ends = Ends(low, None, after, "coded: a plural as at least two")
    return _finding(tokens, at, after, AMOUNT, ends, unit), after


def _article(tokens: Tokens, at: int) -> Ends | None:
    """Read "a week" and "half an hour" as lengths, but not the day of a rate."""
    words = tokens.low(at, 2)
    if words in (("half", "a"), ("half", "an")) and tokens[at + 2].low in SPANS:
        return Ends(HALF, HALF, at + 2, "")
    if words[0] not in ("a", "an", "one") or words[1] not in SPANS:
        return None
    half = tokens.low(at + 2, 3) == AND_A_HALF
    after = tokens[at + 2].low in AFTER_A_SPAN
    known = half or after or tokens[at - 1].low in BEFORE_A_SPAN
    return _qualified(tokens, at, Ends(1.0, 1.0, at + 1, "")) if known else None


def _tail(tokens: Tokens, at: int) -> tuple[int, float]:
    """Read what may follow the unit: "and a half", "and nights"."""
    if tokens.low(at, 3) == AND_A_HALF:
        return at + 3, HALF
    if tokens[at].low == "and" and tokens[at + 1].low == "nights":
        return at + 2, 0.0
    return at, 0.0


def _plus(end: float | None, extra: float) -> float | None:
    return None if end is None else end + extra


def _unit(tokens: Tokens, at: int, after: int) -> tuple[str, int]:
    if tokens[at - 1].text and tokens[at - 1].text in CURRENCIES:
        return tokens[at - 1].text, after
    if tokens[after].low == "years" and tokens[after + 1].low == "old":
        return "years old", after + 2
    found = unit_at(tokens, after)
    if found is not None:
        return found
    return _shared(tokens, after)


def _shared(tokens: Tokens, after: int) -> tuple[str, int]:
    """Give "100 Basij and 40 army battalions" one noun; else none."""
    for place in range(after, after + 3):
        if tokens[place].low in ("and", "or"):
            following = number_at(tokens, place + 1)
            found = unit_at(tokens, following[1]) if following else None
            return (found[0], after) if found and place > after else ("", after)
        if tokens[place].kind != WORD:
            break
    return "", after


def _finding(
    tokens: Tokens, at: int, after: int, kind: str, ends: Ends, unit: str
) -> Finding:
    start, end = tokens[at].start, tokens[after - 1].end
    if tokens[at - 1].text and tokens[at - 1].text in CURRENCIES:
        start = tokens[at - 1].start
    return Finding(
        kind,
        start,
        end,
        tokens.text[start:end],
        low=ends.low,
        high=ends.high,
        unit=unit,
        reading=ends.reading or "as written",
    )
