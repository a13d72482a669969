"""Draft: a reading as a YAML file that a person reviews; every claim unconfirmed.

A draft says what was found, sentence by sentence, what was worked out and what was
not read. Answers are kept in it: `confirmed` and, once asked, `answer`.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from refight.account.calendars import day
from refight.account.fields import Fields, open_document
from refight.account.reading.model import (
    DATE,
    DAYS_OF,
    DURATION,
    KINDS,
    NUMBER,
    QUOTE,
    Meaning,
    Read,
)
from refight.errors import AccountError
from refight.files import write_atomic

try:  # the C emitter is several times faster, but not every PyYAML has it
    from yaml import CSafeDumper as Dumper
except ImportError:  # pragma: no cover
    from yaml import SafeDumper as Dumper  # type: ignore[assignment]

FORMAT = "refight reading 1"
HOW = (
    "Found by rules, without understanding the text. Each claim waits for a person: "
    "refight confirm asks for each, or set confirmed to true by hand."
)
YAML = (".yaml", ".yml")
YES, NO, EDITED = "yes", "no", "edited"
ANSWERS = ("", YES, NO, EDITED)
LINE = 88  # characters of a line of the file


@dataclass(frozen=True)
class Claim(Meaning):
    """One claim of a draft.

    answer  what a person said: yes, no, edited, or "" while not asked
    """

    id: str
    sentence: str
    kind: str
    text: str
    confirmed: bool = False
    answer: str = ""


@dataclass(frozen=True)
class Sentence:
    """One sentence of the text, with what was not read in it: (piece, reason)."""

    id: str
    line: int
    text: str
    unread: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Draft:
    """A whole draft: the file that was read, its sentences, its claims."""

    name: str
    sha256: str
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]

    @property
    def waiting(self) -> tuple[Claim, ...]:
        """List the claims that nobody has answered."""
        return tuple(each for each in self.claims if not each.answer)

    def sentence(self, name: str) -> Sentence:
        """Give a sentence by its id."""
        return next(each for each in self.sentences if each.id == name)

    def with_claim(self, changed: Claim) -> "Draft":
        """Put a changed claim in the place of the one with its id."""
        same = (changed if each.id == changed.id else each for each in self.claims)
        return replace(self, claims=tuple(same))


def draft_of(name: str, text: str, read: Sequence[Read]) -> Draft:
    """Make a draft of a reading: claims numbered in order, none confirmed."""
    found = [(each.id, finding) for each in read for finding in each.findings]
    claims = (
        Claim(f"c{number:03d}", sentence, it.kind, it.text, **it.meaning)
        for number, (sentence, it) in enumerate(found, 1)
    )
    sentences = (
        Sentence(
            each.id,
            each.line,
            each.text,
            tuple((u.text, u.reason) for u in each.unread),
        )
        for each in read
    )
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Draft(name, digest, tuple(sentences), tuple(claims))


def draft_bytes(draft: Draft, worked: Sequence[Mapping[str, object]]) -> bytes:
    """Write a draft as YAML; `worked` are the lines of arithmetic, for reading only."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for each in draft.claims:
        claims[each.sentence].append(each)
    page = {
        "format": FORMAT,
        "how": HOW,
        "source": {"file": draft.name, "sha256": draft.sha256},
        "sentences": [_sentence_data(it, claims[it.id]) for it in draft.sentences],
        "arithmetic": [dict(each) for each in worked],
    }
    text: str = yaml.dump(
        page, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=LINE
    )
    return text.encode("utf-8")


def write_draft(
    path: Path, draft: Draft, worked: Sequence[Mapping[str, object]]
) -> None:
    """Write a draft, whole or not at all."""
    write_atomic(path, draft_bytes(draft, worked), AccountError)


def read_draft(path: Path) -> Draft:
    """Read a draft back. Raises AccountError with file and line for a fault in it."""
    it = _opened(path)
    source = it.part("source")
    sentences = tuple(map(_sentence, it.parts("sentences")))
    claims = tuple(_claims(it))
    twice = [name for name, n in Counter(c.id for c in claims).items() if n > 1]
    if twice:
        raise AccountError("each claim once", ", ".join(sorted(twice)), str(path), "")
    return Draft(source.text("file"), source.text("sha256"), sentences, claims)


def _opened(path: Path) -> Fields:
    """Open a draft; another file is refused with how a draft is made."""
    expected, hint = f'a draft ("format: {FORMAT}")', "make one with refight read FILE"
    try:
        it = open_document(path)
    except AccountError as error:
        if path.suffix in YAML or not path.is_file():  # its own fault says more
            raise
        hint = f"make one with refight read {path}"
        raise AccountError(expected, "another file", str(path), hint) from error
    form = it.data.get("format")
    if form != FORMAT:
        found = f'"{form}"' if form else "another file"
        raise AccountError(expected, found, f"{path}:1", hint)
    return it


def claim_data(claim: Claim) -> dict[str, object]:
    """Give a claim as plain data: only the fields that its kind has."""
    data: dict[str, object] = {"id": claim.id, "kind": claim.kind, "text": claim.text}
    if claim.kind == DATE:
        data |= {"first": claim.first, "last": claim.last, "calendar": claim.calendar}
    elif claim.kind in (DURATION, NUMBER):
        data |= {"low": claim.low, "high": claim.high, "unit": claim.unit}
    elif claim.kind == QUOTE:
        data["speaker"] = claim.speaker
    else:
        data["names"] = list(claim.names)
    data |= {"reading": claim.reading, "confirmed": claim.confirmed}
    return data | ({"answer": claim.answer} if claim.answer else {})


def _sentence_data(sentence: Sentence, claims: Iterable[Claim]) -> dict[str, object]:
    data: dict[str, object] = {
        "id": sentence.id,
        "line": sentence.line,
        "text": sentence.text,
        "claims": [claim_data(each) for each in claims],
    }
    if sentence.unread:
        data["not_read"] = [{"text": t, "reason": r} for t, r in sentence.unread]
    return data


def _sentence(it: Fields) -> Sentence:
    unread = tuple((e.text("text"), e.text("reason")) for e in it.parts("not_read"))
    return Sentence(it.text("id"), it.whole("line"), it.text("text"), unread)


def _claims(it: Fields) -> Iterator[Claim]:
    for sentence in it.parts("sentences"):
        for each in sentence.parts("claims"):
            yield _claim(each, sentence.text("id"))


def _claim(it: Fields, sentence: str) -> Claim:
    kind = it.word("kind", KINDS)
    dated = kind == DATE
    return Claim(
        id=it.text("id"),
        sentence=sentence,
        kind=kind,
        text=it.text("text"),
        first=_day(it, "first") if dated else "",
        last=_day(it, "last") if dated else "",
        calendar=it.text("calendar", ""),
        low=it.number("low"),
        high=it.number("high"),
        unit=it.word("unit", tuple(DAYS_OF))
        if kind == DURATION
        else it.text("unit", ""),
        speaker=it.text("speaker", ""),
        names=it.texts("names"),
        reading=it.text("reading", ""),
        confirmed=_truth(it, "confirmed"),
        answer=_answer(it),
    )


def _day(it: Fields, key: str) -> str:
    value: Any = it.any(key)
    text = value if isinstance(value, str) else str(value)  # YAML reads days itself
    try:
        return day(text).isoformat()
    except AccountError as error:
        raise AccountError(
            error.expected, error.found, it.at(key), error.hint
        ) from error


def _truth(it: Fields, key: str) -> bool:
    value = it.any(key)
    if isinstance(value, bool):
        return value
    raise it.wrong(key, "true or false", value)


def _answer(it: Fields) -> str:
    """Give the answer kept; a claim confirmed by hand counts as answered with yes."""
    if "answer" not in it.data:
        return YES if it.data.get("confirmed") is True else ""
    value: Any = it.data["answer"]
    plain = (
        {True: YES, False: NO}.get(value, value) if isinstance(value, bool) else value
    )
    if plain in ANSWERS:
        return str(plain)
    raise it.wrong("answer", "yes, no or edited", value)
