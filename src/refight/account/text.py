"""Text: a copy of the account, normalised, split, and matched by digest.

The account itself is not shipped. A reader's own copy is recognised sentence by
sentence: each unit has the SHA-256 of its normalised wording. Offsets count
characters of the normalised text, end exclusive. The rules are those printed in
`sentences.yaml` under `normalisation`.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from refight.errors import AccountError
from refight.files import content_of

APOSTROPHES = dict.fromkeys((0x2018, 0x2019, 0x201A, 0x201B), "'")
QUOTATION_MARKS = dict.fromkeys((0x201C, 0x201D, 0x201E, 0x201F), '"')
STRAIGHT = {**APOSTROPHES, **QUOTATION_MARKS}
WHITE_SPACE = re.compile(r"\s+")
# A unit ends at . ? or ! (perhaps closed by a quotation mark) before a capital
# (perhaps opened by one); an omission mark before a small letter ends nothing.
BOUNDARY = re.compile(
    r"(?:(?<=[.?!])|(?<=[.?!][\"'\u2019\u201d]))\s+(?=[\"'\u2018\u201c]?[A-Z])"
)
LARGEST = 60_000  # bytes; the account has seven thousand, and every word is tried
UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # byte order marks


@dataclass(frozen=True)
class Unit:
    """One sentence, heading or byline as it stands in a text."""

    line: int
    position: int
    start: int
    end: int
    text: str
    sha256: str


@dataclass(frozen=True)
class Wanted:
    """What is known of one sentence of the account: id, digest, length."""

    sentence: str
    sha256: str
    length: int


@dataclass(frozen=True)
class Difference:
    """How one sentence of the account stands in a reader's copy.

    state is "same", "moved", "edited" or "missing"; `found` is the wording of the
    copy where there is one. An edited sentence is known by its neighbours alone:
    the wording of the account is not at hand to compare it with.
    """

    sentence: str
    state: str
    found: str


@dataclass(frozen=True)
class Match:
    """A copy held against the account: sentence by sentence, and what is extra."""

    differences: tuple[Difference, ...]
    extra: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Say whether the copy is the account, no more and no less."""
        return not self.extra and all(d.state == "same" for d in self.differences)

    @property
    def wording(self) -> dict[str, str]:
        """Give the original wording of every sentence that matches by digest."""
        kept = ("same", "moved")
        return {d.sentence: d.found for d in self.differences if d.state in kept}


def normalise(text: str) -> str:
    """Bring a text to the form that digests are made of.

    >>> normalise(" a \\u201cb\\u201d\\n c\\u2019s ")
    'a "b" c\\'s'
    """
    composed = unicodedata.normalize("NFKC", text).translate(STRAIGHT)
    return WHITE_SPACE.sub(" ", composed).strip()


def digest(text: str) -> str:
    """Give the SHA-256 of the normalised text, in lower-case hexadecimal."""
    return _sha256(normalise(text))


def split(text: str) -> tuple[Unit, ...]:
    """Split a text into its units: each line apart, each line at its sentences."""
    units: list[Unit] = []
    start, line = 0, 0
    for raw in text.splitlines():
        pieces = [p for p in (normalise(each) for each in BOUNDARY.split(raw)) if p]
        line += bool(pieces)  # blank lines of a copy are not counted
        for position, piece in enumerate(pieces, start=1):
            end = start + len(piece)
            units.append(Unit(line, position, start, end, piece, _sha256(piece)))
            start = end + 1
    return tuple(units)


def joined(units: Sequence[Unit]) -> str:
    """Join units by single spaces: the normalised text."""
    return " ".join(unit.text for unit in units)


def read_copy(path: Path, largest: int = LARGEST) -> str:
    """Read a reader's copy of the account, or another text of theirs.

    Raises AccountError for a missing, empty, enormous, binary or badly encoded file.
    """
    content = content_of(path, AccountError, largest)
    if not content.strip():
        raise AccountError("a text", "an empty file", str(path), "give another file")
    if content.startswith(UTF_16):
        found = "text in UTF-16"
        raise AccountError("UTF-8 text", found, str(path), "save it as UTF-8")
    if b"\0" in content:
        found = "a binary file (it holds zero bytes)"
        raise AccountError("plain text", found, str(path), "save the text as UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = content[: cause.start].count(b"\n") + 1
        found = "bytes that are not UTF-8"
        where = f"{path}:{line}"
        raise AccountError("UTF-8 text", found, where, "save it as UTF-8") from cause


def match(text: str, wanted: Sequence[Wanted]) -> Match:
    """Hold a text against the account's sentences, whatever its line ends.

    A sentence is looked for by digest at every word of the normalised text. One
    out of order is "moved". Text left between two known neighbours is the
    "edited" form of what is missing between them, or else `extra`.
    """
    whole = normalise(text)
    starts = _locate(whole, wanted)
    order = _in_order([(i, starts[i]) for i in sorted(starts)])
    edited, extra = _left_over(whole, wanted, starts, order)
    differences = []
    for index, each in enumerate(wanted):
        if index in starts:
            state = "same" if index in order else "moved"
            found = whole[starts[index] : starts[index] + each.length]
        else:
            state = "edited" if index in edited else "missing"
            found = edited.get(index, "")
        differences.append(Difference(each.sentence, state, found))
    return Match(tuple(differences), tuple(extra))


def _locate(whole: str, wanted: Sequence[Wanted]) -> dict[int, int]:
    """Find where each sentence starts: index of the sentence -> character."""
    by_length: dict[int, dict[str, list[int]]] = {}
    for index, each in enumerate(wanted):
        by_length.setdefault(each.length, {}).setdefault(each.sha256, []).append(index)
    words = [0, *(found.end() for found in WHITE_SPACE.finditer(whole))]
    starts: dict[int, int] = {}
    for start in words:
        for length, waiting in by_length.items():
            if start + length > len(whole):
                continue
            indices = waiting.get(_sha256(whole[start : start + length]))
            if indices:
                starts[indices.pop(0)] = start
    return starts


def _in_order(places: Sequence[tuple[int, int]]) -> set[int]:
    """Give the sentences of the longest run that keeps the account's order."""
    runs: list[tuple[int, tuple[int, ...]]] = []  # last character, sentences
    for index, start in places:
        before = [run for last, run in runs if last < start]
        runs.append((start, (*_longest(before), index)))
    return set(_longest([run for _, run in runs]))


def _longest(runs: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return max(runs, key=lambda run: len(run), default=())


def _left_over(
    whole: str, wanted: Sequence[Wanted], starts: dict[int, int], order: set[int]
) -> tuple[dict[int, str], list[str]]:
    edited: dict[int, str] = {}
    extra: list[str] = []
    for a, b in _gaps(whole, wanted, starts):
        before = [i for i in order if starts[i] < a]
        after = [i for i in order if starts[i] >= b]
        first = max(before, default=-1) + 1
        last = min(after, default=len(wanted))
        missing = [i for i in range(first, last) if i not in starts and i not in edited]
        pieces = [whole[a:b]] if len(missing) == 1 else BOUNDARY.split(whole[a:b])
        for piece in pieces:
            chosen = _nearest_length(len(piece), missing, wanted)
            if chosen is None:
                extra.append(piece)
                continue
            edited[chosen] = piece
            missing = [i for i in missing if i > chosen]
    return edited, extra


def _gaps(
    whole: str, wanted: Sequence[Wanted], starts: dict[int, int]
) -> list[tuple[int, int]]:
    """List the stretches of the text that no known sentence covers."""
    spans = sorted((s, s + wanted[i].length) for i, s in starts.items())
    gaps, at = [], 0
    for start, end in [*spans, (len(whole), len(whole))]:
        piece = whole[at:start]
        if piece.strip():
            left = at + len(piece) - len(piece.lstrip())
            gaps.append((left, left + len(piece.strip())))
        at = max(at, end)
    return gaps


def _nearest_length(
    length: int, missing: Sequence[int], wanted: Sequence[Wanted]
) -> int | None:
    if not missing:
        return None
    return min(missing, key=lambda i: abs(wanted[i].length - length))


def _sha256(normalised: str) -> str:
    return hashlib.sha256(normalised.encode("utf-8")).hexdigest()
