"""Lines: small helpers with which pages of plain text are written.

Wrapping, numbers, and the rule that a loaded word stands in quotation marks only.
"""

import re
import textwrap
from collections.abc import Iterable, Sequence

WIDTH = 80  # characters of a line
QUOTED = re.compile(r'("[^"]*"|\u201c[^\u201d]*\u201d)')


def wrap(text: str, indent: int = 0, first: str = "") -> list[str]:
    """Wrap a text at the page's width; `first` stands before the first line.

    >>> wrap("a b", 4, "s01")
    ['s01 a b']
    """
    hanging = " " * indent
    start = first.ljust(indent) if first else hanging
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=start,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [start.rstrip()]


def heading(text: str) -> list[str]:
    """Write a heading with its line below."""
    return ["", text, "-" * len(text)]


def spaced(name: str) -> str:
    """Write the id of a named set as words.

    >>> spaced("iraqi_rear")
    'iraqi rear'
    """
    return name.replace("_", " ")


def amount(value: float | None) -> str:
    """Write a number with commas, or a dash for an open end.

    >>> amount(15000), amount(0.25), amount(None)
    ('15,000', '0.25', '...')
    """
    if value is None:
        return "..."
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.4f}".rstrip("0")


def span(low: float | None, high: float | None, unit: str = "") -> str:
    """Write a range with its unit; one number once, an open end in words.

    >>> span(15000, 20000, "persons"), span(500, None, "days"), span(575, 575)
    ('15,000 to 20,000 persons', 'at least 500 days', '575')
    """
    if low == high:
        text = amount(low)
    elif high is None:
        text = f"at least {amount(low)}"
    elif low is None:
        text = f"at most {amount(high)}"
    else:
        text = f"{amount(low)} to {amount(high)}"
    return f"{text} {unit}".strip()


def guarded(text: str, loaded: Iterable[str]) -> str:
    """Put loaded words that stand bare into quotation marks.

    >>> guarded('the enemy, or "enemy"', ["enemy"])
    'the "enemy", or "enemy"'
    """
    words = "|".join(map(re.escape, loaded))
    bare = re.compile(rf"\b({words})\b", re.IGNORECASE)
    pieces = QUOTED.split(text)
    return "".join(
        piece if number % 2 else bare.sub(r'"\1"', piece)
        for number, piece in enumerate(pieces)
    )


def titled(text: str) -> str:
    """Put a title into quotation marks, single ones inside it."""
    return '"' + text.replace('"', "'") + '"'


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Write rows as columns, the first row as the head."""
    if not rows:
        return []
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    out = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    return [line.rstrip() for line in out]


def turned(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Turn a table on its side, so that many columns fit a page.

    >>> turned([["side", "men"], ["iraq", "3"]])
    [['side', 'iraq'], ['men', '3']]
    """
    return [list(column) for column in zip(*rows, strict=True)]


def plural(count: int, one: str, many: str = "") -> str:
    """Write a count with its noun.

    >>> plural(1, "row"), plural(2, "row")
    ('1 row', '2 rows')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"
