"""What can be wrong with what a person handed in, and how it is said.

RefightError
├── EvidenceError   sources, claims, order of battle, timeline, estimates
├── GroundError     map layers and the grid
├── ScenarioError   scenario files, variants, levers
├── AccountError    the document being examined
├── EnsembleError   runs, saved results
└── UsageError      arguments, paths, files that are not there

The command line prints `message()` and ends with exit code 2.
"""

from collections.abc import Iterable
from difflib import get_close_matches

CLOSE_ENOUGH = 0.6  # share of letters in common; difflib's own default
KEPT = (
    "\n\t\u200c\u200d"  # not printable by themselves; the last two join Persian letters
)
MOST_SHOWN = 600  # letters of one part of a message; what is wrong stands at its start


class RefightError(Exception):
    """Say what was expected, what was found, where, and what to do next."""

    def __init__(
        self, expected: str, found: str, where: str = "", hint: str = ""
    ) -> None:
        """Keep the four parts, so that a caller can raise them again elsewhere."""
        super().__init__(expected, found, where, hint)
        self.expected = expected
        self.found = found
        self.where = where
        self.hint = hint

    def message(self) -> str:
        """Write the error as one or two lines of plain text."""
        place = f"{shown(self.where)}: " if self.where else ""
        first = f"{place}expected {shown(self.expected)}, found {shown(self.found)}"
        return f"{first}\n  what to do: {shown(self.hint)}" if self.hint else first

    def __str__(self) -> str:
        """Read as the message wherever an exception is printed."""
        return self.message()


class EvidenceError(RefightError):
    """A fault in sources, claims, order of battle, timeline or estimates."""


class GroundError(RefightError):
    """A fault in map layers or in the grid made from them."""


class ScenarioError(RefightError):
    """A fault in a scenario file, a variant or a lever."""


class AccountError(RefightError):
    """A fault in the account or in the listing of what tests it."""


class EnsembleError(RefightError):
    """A fault in running many refights, or in saved results."""


class UsageError(RefightError):
    """A fault in an argument, a path, or a file that is not there."""


def shown(text: str) -> str:
    """Bring a text that came from outside to what a terminal and a person can take.

    >>> shown("a\\x1b[31m b\\ud800")
    'a\\\\x1b[31m b\\\\ud800'
    """
    short = text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
    if short.isprintable():
        return short
    return "".join(
        each if each.isprintable() or each in KEPT else repr(each)[1:-1]
        for each in short
    )


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Find the valid word most like a mistyped one, or None when none is near.

    >>> nearest("khoramshahr", ["khorramshahr", "abadan"])
    'khorramshahr'
    """
    by_lower = {candidate.lower(): candidate for candidate in words}
    found = get_close_matches(word.lower(), by_lower, n=1, cutoff=CLOSE_ENOUGH)
    return by_lower[found[0]] if found else None


def suggest(word: str, words: Iterable[str]) -> str:
    """Write the hint that goes with an unknown word.

    >>> suggest("fal", ["fall", "liberation"])
    'did you mean "fall"?'
    """
    known = list(words)
    close = nearest(word, known)
    if close is not None:
        return f'did you mean "{close}"?'
    return f"use one of: {', '.join(known)}"
