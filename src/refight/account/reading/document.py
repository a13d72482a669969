"""Document: a text file of a person's own, opened or refused with one clear answer.

Refused are files that are empty, binary, enormous, not UTF-8, spoilt by an earlier
wrong encoding, written from right to left, or not English.
"""

import re
import unicodedata
from pathlib import Path

from refight.account.reading.tokens import words
from refight.account.text import read_copy
from refight.errors import AccountError

LARGEST = 2_000_000  # bytes: a long book; more would take minutes and nobody's review
RIGHT_TO_LEFT = ("R", "AL")  # of the Unicode bidirectional classes
MOST_RIGHT_TO_LEFT = 0.3  # share of letters; names in brackets stay well below
LEAST_ENGLISH = 0.15  # share of words; English prose has about twice as many
ENOUGH_WORDS = 30  # fewer say nothing about the language
FEWEST_WORDS = 6  # fewer may hold none of them in English too
COMMON = frozenset(
    words(
        "the of and to in a was on at for by with from that were had as his its it is "
        "he not but they be which this their or an are we i who into after before"
    )
)
SPOILT = re.compile(
    r"\ufffd|\u00e2\u20ac|\u00c3[\u00a0-\u00bf]|\u00d8[\u00a0-\u00bf]\u00d9"
)
WORD = re.compile(r"[^\W\d_]+")


def open_text(path: Path) -> str:
    """Open a text for reading. Raises AccountError with what to do."""
    text = read_copy(path, LARGEST).replace("\r\n", "\n").replace("\r", "\n")
    _printable(text, path)
    _whole(text, path)
    _left_to_right(text, path)
    _english(text, path)
    return text


def doubts(text: str) -> str:
    """Say when a text too short to be refused has hardly an English word, else ""."""
    known, count = _common(text)
    if count < FEWEST_WORDS or known >= LEAST_ENGLISH * count:
        return ""
    return (
        f"Only {known} of its {count} words are common English ones; no other language "
        "is understood, and what was found may be wrong."
    )


def _common(text: str) -> tuple[int, int]:
    """Count the common English words, and all words."""
    words = [each.lower() for each in WORD.findall(text)]
    return sum(word in COMMON for word in words), len(words)


def _printable(text: str, path: Path) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if any(unicodedata.category(c) == "Cc" and c not in "\t\f" for c in line):
            found = "a binary file (it holds control characters)"
            hint = "save the text as plain UTF-8"
            raise AccountError("plain text", found, f"{path}:{number}", hint)


def _whole(text: str, path: Path) -> None:
    spoilt = SPOILT.search(text)
    if spoilt:
        line = text.count("\n", 0, spoilt.start()) + 1
        found = f'"{spoilt[0]}", the mark of a text decoded wrongly'
        hint = "save it again as UTF-8 from where it came"
        raise AccountError("text in one encoding", found, f"{path}:{line}", hint)


def _left_to_right(text: str, path: Path) -> None:
    letters = [each for each in text if each.isalpha()]
    turned = sum(unicodedata.bidirectional(c) in RIGHT_TO_LEFT for c in letters)
    if not letters:
        raise AccountError("words", "no letter", str(path), "give another file")
    if turned > MOST_RIGHT_TO_LEFT * len(letters):
        found = "a text written from right to left"
        raise AccountError(
            "English text", found, str(path), "give an English translation of it"
        )


def _english(text: str, path: Path) -> None:
    known, count = _common(text)
    if count >= ENOUGH_WORDS and known < LEAST_ENGLISH * count:
        found = f"{known} common English words among {count:,}"
        raise AccountError(
            "English text", found, str(path), "only English prose can be read"
        )
