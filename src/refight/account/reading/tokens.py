"""Tokens: a sentence as words, numbers and marks, each with its place."""

import re
from dataclasses import dataclass
from unicodedata import numeric

DATE, CLOCK, ORDINAL, NUMBER, WORD, MARK, LONG = (
    "date",
    "clock",
    "ordinal",
    "number",
    "word",
    "mark",
    "long",
)
LONGEST = 18  # figures of a number, marks included; more counts nothing in a war
TOKEN = re.compile(
    r"""
      (?P<date>\d{4}(?P<mid>[-./])\d{1,2}(?P=mid)\d{1,2}(?!\d)
        |\d{1,2}(?P<dot>[./])\d{1,2}(?P=dot)\d{2,4}(?!\d))
    | (?P<clock>\d{1,2}[.:]\d{2}(?=\s*(?:[ap]\.?\s?m\b|hours\b|hrs\b))|\d{1,2}:\d{2}
        |0\d{3}(?!\d))
    | (?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)
    | (?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?[½¼¾]?|\d+(?:\.\d+)?[½¼¾]?|[½¼¾])
    | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Token:
    """One token: its kind, its text as it stands, and where."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """Give the text in small letters."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Tell whether it begins with a capital letter."""
        return self.text[:1].isupper()


END = Token(MARK, "", 0, 0)


class Tokens:
    """The tokens of a sentence; asking beyond either end gives an empty mark."""

    def __init__(self, text: str) -> None:
        """Take a sentence apart."""
        self.text = text
        self._all = [_token(found) for found in TOKEN.finditer(text)]

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self._all)

    def __getitem__(self, at: int) -> Token:
        """Give a token, or an empty mark where there is none."""
        return self._all[at] if 0 <= at < len(self._all) else END

    def low(self, at: int, count: int) -> tuple[str, ...]:
        """Give the small-letter texts of some tokens from `at` on."""
        return tuple(self[n].low for n in range(at, at + count))

    def joined(self, at: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        return at > 0 and self[at].start == self[at - 1].end


def words(text: str) -> tuple[str, ...]:
    """Take a list of words that is written as one text, for lists of many words."""
    return tuple(text.split())


def value_of(text: str) -> float:
    """Give the value of a number written in figures.

    >>> value_of("12,500"), value_of("2½")
    (12500.0, 2.5)
    """
    plain = text.replace(",", "")
    if plain[-1] in "½¼¾":
        return float(plain[:-1] or 0) + numeric(plain[-1])
    return float(plain)


def _token(found: re.Match[str]) -> Token:
    kind = found.lastgroup or MARK
    long = kind == NUMBER and len(found[0]) > LONGEST
    return Token(LONG if long else kind, found[0], found.start(), found.end())
