"""Working: arithmetic between the dates and the lengths of time of a draft.

Worked out are, sentence by sentence: two dates that are one day in two calendars;
the days between two dates, held against a length told beside them; and, for a length
that stands beside one date, the days on which it would begin or end. A long length far
from any date is counted from the last day of the text, and that is said.
A claim that was refused takes no part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from refight.account.calendars import both, day, shift, written
from refight.account.model import CONSISTENT, DEPENDS, INCONSISTENT
from refight.account.reading.draft import NO, Claim, Draft
from refight.account.reading.model import DATE, DAYS_OF, DURATION

ROUND = ("about", "some", "around", "roughly", "approximately", "nearly", "almost")
SOLAR_SINCE = "1925-03-31"  # the day of the law that made the calendar official
LONG = 30  # days: shorter lengths mean little away from the date that they belong to
NEAR = 2  # sentences: a length farther from a date than that is not held against it
HALF = 0.5  # a length told as "about" may be off by half of its unit
LONGEST = 400 * 366  # days: what reaches further back is no length of a campaign


@dataclass(frozen=True)
class Worked:
    """One line of arithmetic: the claims it uses, the words, the verdict or ""."""

    of: tuple[str, ...]
    words: str
    verdict: str = ""

    @property
    def data(self) -> dict[str, object]:
        """Give the line as plain data."""
        plain: dict[str, object] = {"of": list(self.of), "words": self.words}
        return plain | ({"verdict": self.verdict} if self.verdict else {})


def work_out(draft: Draft) -> tuple[Worked, ...]:
    """Work out what the dates and lengths of a draft give; refused claims aside."""
    kept = [claim for claim in draft.claims if claim.answer != NO]
    lines: list[Worked] = []
    earlier: list[Claim] = []
    since = 0
    for sentence in draft.sentences:
        own = [claim for claim in kept if claim.sentence == sentence.id]
        days = [
            claim for claim in own if claim.kind == DATE and claim.first == claim.last
        ]
        lengths = [claim for claim in own if claim.kind == DURATION]
        lines += _of_sentence(days, lengths, earlier, sentence.text)
        since = 0 if days else since + 1
        earlier = days or (earlier[-1:] if since < NEAR else [])
    return (*lines, *_from_the_last_day(kept, lines))


def _from_the_last_day(
    kept: Sequence[Claim], lines: Sequence[Worked]
) -> Iterator[Worked]:
    """Count long lengths that no date stands near from the last day of the text."""
    days = [claim for claim in kept if claim.kind == DATE and claim.first == claim.last]
    used = {name for line in lines for name in line.of}
    for length in (each for each in kept if each.kind == DURATION):
        low, high = span_in_days(length)
        if days and length.id not in used and (low or high or 0) >= LONG:
            for line in _reach(max(days, key=lambda c: c.first), length):
                yield Worked(line.of, f"{line.words} (no date stands near it)")


def written_day(text: str) -> str:
    """Write a day; in both calendars from the year in which Iran took up its own."""
    return both(text) if text >= SOLAR_SINCE else written(text)


def span_in_days(claim: Claim) -> tuple[float | None, float | None]:
    """Give the fewest and most days that a length can mean."""
    least, most = DAYS_OF[claim.unit]
    slack = HALF if claim.reading.split(" ")[0] in ROUND else 0.0
    low = None if claim.low is None else (claim.low - slack) * least
    high = None if claim.high is None else (claim.high + slack) * most
    return low, high


def _of_sentence(
    days: Sequence[Claim], lengths: Sequence[Claim], earlier: Sequence[Claim], text: str
) -> Iterator[Worked]:
    pairs = []
    for one, other in pairwise(days):
        if one.calendar != other.calendar and _in_brackets(one, other, text):
            yield _same_day(one, other)
        elif one.first != other.first:
            pairs.append((one, other) if one.first < other.first else (other, one))
    for one, other in pairs:
        yield from _between(one, other, lengths)
    if pairs:
        return
    beside = _distinct(days) or list(earlier)
    for length in lengths:
        for claim in beside[-1:]:
            yield from _reach(claim, length)
        yield from _fitting(earlier[-1:], days, length)


def _fitting(
    earlier: Sequence[Claim], days: Sequence[Claim], length: Claim
) -> Iterator[Worked]:
    """Hold a length against the date of a sentence before; only a fit says anything."""
    for one in earlier:
        for other in days[:1]:
            first, last = sorted((one, other), key=lambda claim: claim.first)
            for line in _between(first, last, [length]):
                if line.verdict == CONSISTENT and one.first != other.first:
                    yield line


def _distinct(days: Sequence[Claim]) -> list[Claim]:
    return list({claim.first: claim for claim in reversed(days)}.values())[::-1]


def _in_brackets(one: Claim, other: Claim, text: str) -> bool:
    before = text.find(one.text)
    between = text[before + len(one.text) : text.find(other.text, before)]
    return between.strip(" ,") in ("(", "/", "=", "or", "that is", "(that is")


def _same_day(one: Claim, other: Claim) -> Worked:
    same = one.first == other.first
    said = "are one day" if same else f"are {_apart(one, other)} days apart"
    words = f"{one.text} and {other.text} {said}: {written_day(one.first)}"
    words += "" if same else f" and {written_day(other.first)}"
    return Worked((one.id, other.id), words, CONSISTENT if same else INCONSISTENT)


def _between(one: Claim, other: Claim, lengths: Sequence[Claim]) -> Iterator[Worked]:
    count = _apart(one, other)
    words = f"{written_day(one.first)} to {written_day(other.first)}: "
    words += (
        f"{count:,} {'day' if count == 1 else 'days'}, {count + 1:,} with both ends"
    )
    if not lengths:
        yield Worked((one.id, other.id), words)
    for length in lengths:
        verdict, why = _fits(count, length)
        text = f"{words}; told {length.text}: {why}"
        yield Worked((one.id, other.id, length.id), text, verdict)


def _fits(count: int, length: Claim) -> tuple[str, str]:
    low, high = span_in_days(length)
    fitting = [
        (low is None or low <= days) and (high is None or days <= high)
        for days in (count, count + 1)
    ]
    if fitting[0]:
        return CONSISTENT, "fits"
    if fitting[1]:
        return DEPENDS, "fits with both ends"
    return INCONSISTENT, "does not fit"


def _reach(claim: Claim, length: Claim) -> Iterator[Worked]:
    """Say on which days a length before and after one date would begin and end."""
    low, high = span_in_days(length)
    ends = [end for end in (low, high) if end is not None]
    if not ends or max(ends) < 1 or max(ends) > LONGEST:
        return
    back = _written([shift(claim.first, -int(end)) for end in ends])
    ahead = _written([shift(claim.first, int(end)) for end in ends])
    words = (
        f"{length.text} before {written_day(claim.first)}: {back}; after it: {ahead}"
    )
    yield Worked((claim.id, length.id), words)


def _written(days: Sequence[str]) -> str:
    first, last = min(days), max(days)
    return (
        written_day(first)
        if first == last
        else f"{written_day(first)} to {written_day(last)}"
    )


def _apart(one: Claim, other: Claim) -> int:
    return abs((day(other.first) - day(one.first)).days)
