"""Reader: from a text to sentences, findings, and what could not be read.

One pass over the tokens of each sentence: a date first, then a length of time, then
a number. Every figure of the text ends in a finding or among the unread, with why.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import accumulate

from sentencex import segment

from refight.account.reading.amounts import amount_at, duration_at
from refight.account.reading.dates import SOLAR, Raw, date_at
from refight.account.reading.model import UNIT, Finding, Read, Unread
from refight.account.reading.names import Known, names_in
from refight.account.reading.nouns import MEASURES
from refight.account.reading.numerals import number_at
from refight.account.reading.resolve import anchors, resolve, shared_years, weekday_of
from refight.account.reading.speech import quotes_in
from refight.account.reading.tokens import (
    CLOCK,
    LONG,
    NUMBER,
    ORDINAL,
    WORD,
    Tokens,
    words,
)

Progress = Callable[[int, int], None]  # sentences scanned, sentences in all
PARAGRAPH = re.compile(r"\n[ \t]*\n+")
NAMED = frozenset(
    words(
        "route hill group no nos number regiment division brigade battalion company "
        "point phase line type mark chapter page highway road day sector article "
        "appendix figure table act operation battery squadron mk unit karbala ramadan "
        "valfajr"
    )
)
LENGTHS = frozenset(words("hours days weeks months years decades centuries"))
LEFT = {
    NUMBER: "meaning not told",
    CLOCK: "meaning not told",
    ORDINAL: "an ordinal",
    LONG: "too long for a number",
}
HALVES = ("past", "to")
DAYTIMES = frozenset(("morning", "afternoon", "evening"))
VAGUE = re.compile(
    r"\b(?:a few (?:hundred|thousand|dozen)|a few|several(?: hundred| thousand)?|"
    r"many|countless|a handful of|most of)\b",
    re.IGNORECASE,
)


@dataclass
class _Scan:
    """What a pass over one sentence has found so far."""

    dates: list[Raw] = field(default_factory=list)
    others: list[Finding] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def read_text(
    text: str, known: Known, progress: Progress | None = None
) -> tuple[Read, ...]:
    """Read a text sentence by sentence; `progress` is told how many are scanned."""
    read: list[Read] = []
    last: date | None = None
    pieces = list(sentences(text))
    scans: list[_Scan] = []
    for _, piece in pieces:
        scans.append(_scan(Tokens(piece)))
        if progress:
            progress(len(scans), len(pieces))
    solar = any(raw.calendar == SOLAR for scan in scans for raw in scan.dates)
    for (line, piece), scan in zip(pieces, scans, strict=True):
        dated, unread, last = _dated(_calendars(scan.dates, solar), piece, last)
        found = [*dated, *scan.others, *quotes_in(piece), *names_in(piece, known)]
        found.sort(key=lambda each: (each.start, each.end))
        vague = [
            Unread(it[0], "an amount without a number") for it in VAGUE.finditer(piece)
        ]
        name = f"s{len(read) + 1:02d}"
        named = " ".join(each.text for each in found if each.kind == UNIT)
        kept = [each for each in scan.unread if each.text not in named]
        left = (*kept, *unread, *vague)
        read.append(Read(name, line, piece, tuple(found), left))
    return tuple(read)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Split a text into sentences, each with the line it begins on.

    Lines broken inside a paragraph are joined; the splitter is sentencex.
    """
    at = 0
    for block in [*PARAGRAPH.finditer(text), None]:
        end = block.start() if block else len(text)
        yield from _of_paragraph(text[at:end], text.count("\n", 0, at) + 1)
        at = block.end() if block else end


def _of_paragraph(paragraph: str, line: int) -> Iterator[tuple[int, str]]:
    joined = re.sub(r"[ \t]*\n[ \t]*", " ", paragraph)
    before = list(accumulate(map(_letters, paragraph.split("\n")), initial=0))[:-1]
    passed = 0  # letters of the paragraph that stand before a piece
    for piece in segment("en", joined):
        plain = re.sub(r"\s+", " ", piece.strip())
        if plain:
            yield line + bisect_right(before, passed) - 1, plain
        passed += _letters(piece)


def _letters(text: str) -> int:
    return sum(map(len, text.split()))


def _scan(tokens: Tokens) -> _Scan:
    scan, at = _Scan(), 0
    while at < len(tokens):
        at = _passed_over(tokens, at, scan) or _read_at(tokens, at, scan)
    return scan


def _read_at(tokens: Tokens, at: int, scan: _Scan) -> int:
    dated = date_at(tokens, at)
    if dated is not None:
        scan.dates += dated[0]
        return dated[1]
    found = duration_at(tokens, at) or amount_at(tokens, at)
    if found is not None:
        scan.others.append(found[0])
        return found[1]
    if tokens[at].low in LENGTHS:
        scan.unread.append(Unread(tokens[at].text, "a length without a number"))
    if tokens[at].kind in LEFT:
        scan.unread.append(Unread(tokens[at].text, LEFT[tokens[at].kind]))
    return at + 1


def _passed_over(tokens: Tokens, at: int, scan: _Scan) -> int:
    """Pass over times of day and numbers that are part of a name; 0 when neither."""
    after = _time_of_day(tokens, at)
    why = "a time of day"
    if not after and (after := _odd_comma(tokens, at)):
        why = "a comma that parts no thousands"
    if not after and (after := _hijri(tokens, at)):
        why = "a Hijri year; whether lunar or solar is not told"
    if not after and _is_name(tokens, at):
        after, why = at + 1, "a number that is part of a name"
    if after:
        first = at - _named_by(tokens, at) if after == at + 1 else at
        piece = tokens.text[tokens[first].start : tokens[after - 1].end]
        scan.unread.append(Unread(piece, why))
    return after


def _odd_comma(tokens: Tokens, at: int) -> int:
    """Pass over 2,5 and 25,00, which may mean other numbers elsewhere; 0 if neither."""
    after = at
    while _short(tokens, after) and tokens[after + 1].text == ",":
        if not (tokens.joined(after + 1) and tokens.joined(after + 2)):
            break
        after += 2
    return after + 1 if after > at and _short(tokens, after) else 0


def _short(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return token.kind == NUMBER and len(token.text.rpartition(",")[2]) <= 3


def _hijri(tokens: Tokens, at: int) -> int:
    """Pass over 1361 AH and 1361 A.H.; 0 when it is neither."""
    year = tokens[at].kind == NUMBER and tokens[at].text.isdigit()
    if year and tokens[at + 1].text == "AH":
        return at + 2
    return at + 4 if year and tokens.low(at + 1, 3) == ("a", ".", "h") else 0


def _time_of_day(tokens: Tokens, at: int) -> int:
    if tokens[at].kind == CLOCK:
        return at + 1
    words = tokens.low(at, 2)
    if words[0] in ("half", "quarter") and words[1] in HALVES:
        found = number_at(tokens, at + 2)
        one = tokens[at + 2].low == "one"
        return found[1] if found else at + 3 if one else 0
    found = number_at(tokens, at)
    after = found[1] if found else at + 1 if words[0] == "one" else 0
    if not after:
        return 0
    following = tokens.low(after, 3)
    marked = following[0] in ("o'clock", "o\u2019clock", "am", "pm", "hrs")
    spelled = following[0] in ("a", "p") and following[1:] == (".", "m")
    daily = following[:2] == ("in", "the") and following[2] in DAYTIMES
    figures = tokens[at].text.isdigit() and len(tokens[at].text) == 4
    military = following[0] == "hours" and figures
    return after if marked or spelled or daily or military else 0


def _is_name(tokens: Tokens, at: int) -> bool:
    token, before = tokens[at], tokens[at - 1]
    if token.kind != NUMBER or at == 0:
        return False
    if before.kind == WORD and tokens.joined(at):
        return True
    if before.text == "-" and tokens.joined(at) and tokens[at - 2].kind == WORD:
        return tokens.joined(at - 1)
    dotted = before.text == "." and tokens[at - 2].low in ("no", "nos", "mk")
    plain = token.text.isdigit() and tokens[at + 1].low not in MEASURES
    return dotted or (before.low in NAMED and before.capital and plain)


def _named_by(tokens: Tokens, at: int) -> int:
    """Count the tokens before a number that make a name with it: B-29, Group 33."""
    if not _is_name(tokens, at):
        return 0
    return 2 if tokens[at - 1].text in ("-", ".") else 1


def _calendars(raws: list[Raw], solar: bool) -> list[Raw]:
    """Take 1361 for a Solar Hijri year where the text counts in that calendar."""
    return [
        replace(raw, calendar=SOLAR, note="a Solar Hijri year, as others in the text")
        if solar and raw.month is None and raw.year and 1300 <= raw.year < 1420
        else raw
        for raw in raws
    ]


def _dated(
    raws: list[Raw], text: str, last: date | None
) -> tuple[list[Finding], list[Unread], date | None]:
    found: list[Finding] = []
    unread: list[Unread] = []
    for raw in shared_years(raws, text):
        made = resolve(raw, text, last)
        if isinstance(made, str):
            unread.append(Unread(text[raw.start : raw.end], made))
            continue
        if weekday_of(raw, made) is False:
            made = replace(made, reading=f"{made.reading}; the day of the week differs")
        found.append(made)
        last = date.fromisoformat(made.first) if anchors(made) else last
    return found, unread, last
