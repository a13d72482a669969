"""Dates: days, months, years and spans, Gregorian and Solar Hijri, in English.

`date_at` reads one mention at a token and gives it raw: what it leaves unsaid (most
often the year) is filled by `resolve.resolve`, which sees the whole text. A mention
is one date or, for "13 and 21 October", several.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from refight.account.calendars import GREGORIAN_MONTHS, SOLAR_HIJRI_MONTHS
from refight.account.reading.nouns import unit_at
from refight.account.reading.numerals import number_at
from refight.account.reading.tokens import (
    DATE,
    MARK,
    NUMBER,
    ORDINAL,
    WORD,
    Tokens,
    words,
)

GREGORIAN, SOLAR = "gregorian", "solar-hijri"
SHORT = words("jan feb mar apr may jun jul aug sep oct nov dec")
VARIANTS = {
    "sept": 9,
    **{name: number for number, name in enumerate(SHORT, 1)},
    **{name.lower(): number for number, name in enumerate(GREGORIAN_MONTHS, 1)},
}
SOLAR_VARIANTS = {
    **{name.lower(): number for number, name in enumerate(SOLAR_HIJRI_MONTHS, 1)},
    "urdibihisht": 2,
    "ordibihisht": 2,
    "khurdad": 3,
    "amordad": 5,
    "murdad": 5,
    "shahrivar": 6,
    "isfand": 12,
}
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
ORDINALS = {
    word: value
    for value, word in enumerate(
        words(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
            "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
            "nineteenth twentieth"
        ),
        start=1,
    )
} | {"thirtieth": 30}
BEFORE_MONTH = frozenset(
    words(
        "in by since until till during of from to through before after early late mid "
        "last next and or between throughout"
    )
)
BEFORE_YEAR = BEFORE_MONTH | frozenset(
    words("around circa about spring summer autumn winter year ( c")
)
SEASONS = frozenset(words("spring summer autumn winter"))
BEFORE_DAY = frozenset(words("on of by until till from since to before after"))
AFTER_DAY = frozenset(
    words("the he she they it we i a an in at and of was were , . ; : ) ")
) | {""}
TO, DASHES = ("to", "until", "till"), ("-", "\u2013", "\u2014")
DAYS, FIRST_YEAR, LAST_YEAR, SOLAR_YEARS = 31, 1000, 2100, (1200, 1500)


@dataclass(frozen=True)
class Raw:
    """A date as it stands in the text: what is not said is None.

    last_day   of a span of days; last_year of a span of years
    past       "of December last": the one before what was dated before
    note       what was seen beside it and left aside
    fault      why it is no date; "" for one that can be resolved
    """

    start: int
    end: int
    calendar: str = GREGORIAN
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    weekday: int | None = None
    past: bool = False
    note: str = ""
    fault: str = ""


Mention = tuple[list[Raw], int]


def date_at(tokens: Tokens, at: int) -> Mention | None:
    """Read a mention of a date that begins at a token; None when there is none."""
    for way in (_numeric, _era, _named_day, _day_month, _month_day, _month, _day):
        found = way(tokens, at)
        if found is not None:
            return found
    return _year(tokens, at)


def _numeric(tokens: Tokens, at: int) -> Mention | None:
    token = tokens[at]
    if token.kind != DATE:
        return None
    parts = [int(p) for p in token.text.replace(".", "-").replace("/", "-").split("-")]
    raw = Raw(token.start, token.end)
    if parts[0] > DAYS:
        year, month, day = parts
    else:
        day, month, year = parts
        if month > 12:
            day, month = month, day
        elif "/" in token.text and day <= 12 and day != month:
            fault = "day first or month first cannot be told"
            return [replace(raw, fault=fault)], at + 1
    if year < 100:
        return [replace(raw, fault="a year of two figures")], at + 1
    kind = SOLAR if SOLAR_YEARS[0] < year < SOLAR_YEARS[1] else GREGORIAN
    return [replace(raw, calendar=kind, year=year, month=month, day=day)], at + 1


def _era(tokens: Tokens, at: int) -> Mention | None:
    """Read years before the year 1, years marked AD, and centuries."""
    token = tokens[at]
    if token.kind == NUMBER and (after := _marks(tokens, at + 1, ("bc", "bce"))):
        fault = "a year before the year 1, which no calendar here counts"
        return [Raw(token.start, tokens[after - 1].end, fault=fault)], after
    if tokens[at + 1].low in ("century", "centuries") and _ordinal(tokens, at):
        fault = "a century is no date"
        return [Raw(token.start, tokens[at + 1].end, fault=fault)], at + 2
    after = _marks(tokens, at, ("ad",)) if token.text[:1] == "A" else 0
    if after and tokens[after].kind == NUMBER:
        year = int(tokens[after].text.split(".")[0].replace(",", ""))
        return [Raw(token.start, tokens[after].end, year=year)], after + 1
    return None


def _named_day(tokens: Tokens, at: int) -> Mention | None:
    """Read a day of the week with the date that follows it."""
    if tokens[at].low not in WEEKDAYS:
        return None
    after = _skip(tokens, at + 1, (",", "the"))
    found = _day_month(tokens, after) or _month_day(tokens, after)
    if found is None or len(found[0]) > 1:
        return None
    number = WEEKDAYS.index(tokens[at].low)
    return [replace(found[0][0], start=tokens[at].start, weekday=number)], found[1]


def _day_month(tokens: Tokens, at: int) -> Mention | None:
    """Read 18 April 1689, the 18th of April, 13 and 21 October, 4 to 10 January."""
    days = _days(tokens, at)
    if days is None:
        return None
    spans, after = days
    after = _skip(tokens, after, ("of",))
    month = _month_name(tokens, after)
    if month is None:
        return None
    calendar, number, after = month
    past = tokens[after].low == "last"
    year, end = _year_after(tokens, after)
    made = [
        Raw(start, end_of, calendar, year, number, first, last, past=past)
        for start, end_of, first, last in spans
    ]
    stop = tokens[end - 1].end
    return [*made[:-1], replace(made[-1], end=stop)], end


def _month_day(tokens: Tokens, at: int) -> Mention | None:
    """Read April 18, 1689; Jan. 28, 1871; September 22 and 24, 1980."""
    month = _month_name(tokens, at)
    if month is None:
        return None
    calendar, number, after = month
    days = _days(tokens, after)
    if days is None:
        return None
    spans, after = days
    year, end = _year_after(tokens, after)
    counted = tokens[after].kind == WORD and tokens[after].low.endswith("s")
    if year is None and counted and tokens[after - 1].kind == NUMBER:
        return None  # "in May 20 tanks": a number with its noun, no day
    made = [
        Raw(start, end_of, calendar, year, number, first, last)
        for start, end_of, first, last in spans
    ]
    made[0] = replace(made[0], start=tokens[at].start)
    return [*made[:-1], replace(made[-1], end=tokens[end - 1].end)], end


def _month(tokens: Tokens, at: int) -> Mention | None:
    """Read June 1689; and a month alone where a preposition says that it is one."""
    month = _month_name(tokens, at)
    if month is None:
        return None
    calendar, number, after = month
    year, end = _year_after(tokens, after)
    alone = calendar == GREGORIAN and tokens[at - 1].low in BEFORE_MONTH
    if year is None and not alone:
        return None
    raw = Raw(tokens[at].start, tokens[end - 1].end, calendar, year, number)
    return [raw], end


def _day(tokens: Tokens, at: int) -> Mention | None:
    """Read "on the 27th" without its month."""
    token = tokens[at]
    known = tokens[at - 1].low == "the" and tokens[at - 2].low in BEFORE_DAY
    listed = tokens[at + 2].kind == ORDINAL  # "the 3rd, 4th and 5th Divisions"
    if token.kind != ORDINAL or not known or listed:
        return None
    if tokens[at + 1].low not in AFTER_DAY:
        return None
    number = int(token.text[:-2])
    return ([Raw(token.start, token.end, day=number)], at + 1) if number < 32 else None


def _year(tokens: Tokens, at: int) -> Mention | None:
    """Read a year, a span of years or a decade that stands alone."""
    token = tokens[at]
    year = _as_year(tokens, at)
    if year is None:
        return None
    if tokens[at + 1].low == "s" and tokens.joined(at + 1):
        raw = Raw(token.start, tokens[at + 1].end, year=year, last_year=year + 9)
        return [raw], at + 2
    if tokens[at + 1].text in DASHES and (last := _last_year(tokens, at + 2, year)):
        raw = Raw(token.start, tokens[at + 2].end, year=year, last_year=last)
        return [raw], at + 3
    before = tokens[at - 1].low
    if before not in BEFORE_YEAR or _counts(tokens, at + 1):
        return None
    season = before in SEASONS or (before == "of" and tokens[at - 2].low in SEASONS)
    note = "the season is not read" if season else ""
    return [Raw(token.start, token.end, year=year, note=note)], at + 1


def _days(
    tokens: Tokens, at: int
) -> tuple[list[tuple[int, int, int, int | None]], int] | None:
    """Read days of a month: (start, end, first, last) of each, the index after."""
    first = _day_number(tokens, at)
    if first is None:
        return None
    spans = [(tokens[at].start, tokens[at].end, first, None)]
    found: list[tuple[int, int, int, int | None]] = [*spans]
    after = at + 1
    while (link := tokens[after].low) in (*TO, *DASHES, "and", "or", ","):
        number = _day_number(tokens, after + 1)
        if number is None:
            break
        start, _, earlier, _ = found[-1]
        between = link == "and" and tokens[at - 1].low == "between"
        if link in (*TO, *DASHES) or between:
            found[-1] = (start, tokens[after + 1].end, earlier, number)
        else:
            found.append((tokens[after + 1].start, tokens[after + 1].end, number, None))
        after += 2
    return found, after


def _day_number(tokens: Tokens, at: int) -> int | None:
    token = tokens[at]
    if token.kind == ORDINAL:
        number = int(token.text[:-2])
    elif token.kind == NUMBER and token.text.isdigit():
        number = int(token.text)
    elif token.low in ORDINALS:
        number = ORDINALS[token.low]
    else:
        return None
    return number if 1 <= number <= DAYS else None


def _ordinal(tokens: Tokens, at: int) -> bool:
    return tokens[at].kind == ORDINAL or tokens[at].low in ORDINALS


def _month_name(tokens: Tokens, at: int) -> tuple[str, int, int] | None:
    """Read the name of a month: calendar, number, the index after it."""
    token = tokens[at]
    if token.kind != WORD or not token.capital:
        return None
    after = at + 1
    if tokens[after].text == "." and token.low in (*SHORT, "sept"):
        after += 1
    if token.low in VARIANTS:
        return GREGORIAN, VARIANTS[token.low], after
    if token.low in SOLAR_VARIANTS:
        return SOLAR, SOLAR_VARIANTS[token.low], after
    return None


def _year_after(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """Read the year after a month or a day, over a comma; else None and `at`."""
    after = at + 1 if tokens[at].text == "," else at
    token = tokens[after]
    plain = token.kind == NUMBER and token.text.isdigit() and len(token.text) == 4
    if plain and not (after > at and _counts(tokens, after + 1)):
        return int(token.text), after + 1
    return None, at


def _as_year(tokens: Tokens, at: int) -> int | None:
    token = tokens[at]
    if token.kind != NUMBER or not token.text.isdigit() or len(token.text) != 4:
        return None
    year = int(token.text)
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _last_year(tokens: Tokens, at: int, first: int) -> int | None:
    token = tokens[at]
    if token.kind != NUMBER or not token.text.isdigit():
        return None
    year = int(token.text)
    if len(token.text) == 2:
        year += first - first % 100
    return year if first < year <= LAST_YEAR and len(token.text) in (2, 4) else None


def _counts(tokens: Tokens, at: int) -> bool:
    """Tell whether the word after a number makes it a count: 1500 men, 1900 metres."""
    link = tokens[at].low
    ranged = link in (*TO, *DASHES, "or") and number_at(tokens, at + 1) is not None
    return ranged or unit_at(tokens, at) is not None


def _marks(tokens: Tokens, at: int, wanted: tuple[str, ...]) -> int:
    """Read BC, B.C., BCE, AD: give the index after it, or 0."""
    letters, after = "", at
    for part in _run(tokens, at):
        letters, after = letters + part, after + 1
        if letters.replace(".", "") in wanted:
            dotted = "." in letters and tokens[after].text == "."
            return after + 1 if dotted else after
    return 0


def _run(tokens: Tokens, at: int) -> Iterator[str]:
    for number in range(at, at + 6):
        if number > at and not tokens.joined(number):
            return
        if tokens[number].kind not in (WORD, MARK):
            return
        yield tokens[number].low


def _skip(tokens: Tokens, at: int, words: tuple[str, ...]) -> int:
    while tokens[at].low in words:
        at += 1
    return at
