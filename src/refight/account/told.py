"""Told: the values that the account itself asserts, ready for a scenario.

One value per quantity and act, with the sentences behind it. Where two sentences
tell the same quantity (575 days, and over 500), the tighter bounds are kept. An end
that the account leaves open is None: the as-told scenario has to fill it with a
generic default and count that as an assumption.
"""

from calendar import monthrange
from dataclasses import dataclass

from refight.account.model import Account, Told
from refight.errors import UsageError, suggest

SECTIONS_OF_ACT = {
    "fall": ("setting", "fall"),
    "liberation": ("liberation",),
}


@dataclass(frozen=True)
class ToldValue:
    """What the account gives for one quantity.

    low, best, high  numbers in `unit`, None where left open; best is the middle of
                     a closed range, else the end that is given
    first, last      ISO dates for a day or a month, else ""
    claims           the account's own claims in the record behind the sentences
    """

    id: str
    unit: str
    low: float | None
    best: float | None
    high: float | None
    first: str
    last: str
    rule: str
    sentences: tuple[str, ...]
    claims: tuple[str, ...]
    readings: tuple[str, ...]

    @property
    def open_ends(self) -> int:
        """Count the ends that the account leaves open: each needs an assumption."""
        if self.first:
            return 0
        return (self.low is None) + (self.high is None)


def told(account: Account, act: str) -> dict[str, ToldValue]:
    """Gather what the account tells of an act: quantity -> value.

    Raises UsageError for an unknown act.
    """
    if act not in SECTIONS_OF_ACT:
        hint = suggest(act, SECTIONS_OF_ACT)
        raise UsageError("an act of the campaign", f'"{act}"', hint=hint)
    grouped: dict[str, list[Told]] = {}
    for sentence in account.sentences.values():
        if sentence.section in SECTIONS_OF_ACT[act]:
            for each in sentence.told:
                grouped.setdefault(each.quantity, []).append(each)
    return {name: _joined(name, group, account) for name, group in grouped.items()}


def _joined(name: str, group: list[Told], account: Account) -> ToldValue:
    low = max((t.low for t in group if t.low is not None), default=None)
    high = min((t.high for t in group if t.high is not None), default=None)
    first, last = _days(group)
    sentences = tuple(dict.fromkeys(t.sentence for t in group))
    owned = (c for s in sentences for c in account.sentences[s].claims.own)
    return ToldValue(
        id=name,
        unit="date" if first else group[0].unit,
        low=low,
        best=_middle(low, high),
        high=high,
        first=first,
        last=last,
        rule="told",
        sentences=sentences,
        claims=tuple(dict.fromkeys(owned)),
        readings=tuple(t.reading for t in group),
    )


def _days(group: list[Told]) -> tuple[str, str]:
    dates = sorted(t.date for t in group if t.date)
    if dates:
        return dates[0], dates[-1]
    months = [t.month for t in group if t.month]
    if months:
        return f"{months[0]}-01", _last_of(months[0])
    return "", ""


def _last_of(month: str) -> str:
    year, number = (int(part) for part in month.split("-"))
    return f"{month}-{monthrange(year, number)[1]:02d}"


def _middle(low: float | None, high: float | None) -> float | None:
    if low is None or high is None:
        return low if high is None else high
    return low if low == high else (low + high) / 2
