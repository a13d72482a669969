"""Speech: quoted words, with who says them where the text says it beside them."""

import re

from refight.account.reading.model import QUOTE, Finding

QUOTED = re.compile(r"[\"\u201c]([^\"\u201c\u201d]{2,}?)[\"\u201d]")
VERB = (
    r"(?:said|says|say|told|tells|wrote|writes|recalled|recalls|added|adds|declared|"
    r"declares|announced|answered|asked|replied|cried|shouted|explained|remembered|"
    r"noted|stated|reported|insisted|warned|remarked)"
)
TITLE = (
    r"(?:the |a |an )?(?:(?:emperor|king|queen|general|colonel|major|captain|sergeant|"
    r"commander|minister|president|lord|bishop|governor|envoy|chief)\b,? )?"
)
CAPITAL = r"[A-Z][\w'\u2019-]*\.?"
PROPER = rf"{CAPITAL}(?: (?:(?:of|the|ol|al|de|von|van|ibn) )?{CAPITAL})*"
COMMON = r"(?:the|a|an) (?:[a-z]+ ){0,2}[a-z]+(?: of the [\w ]{3,30})?"
PRONOUN = r"(?:she|he|they|I|we)"
NAME = rf"(?P<name>{TITLE}{PROPER}|{PRONOUN}|{COMMON}?)"
AFTER = (
    re.compile(rf"^[,.]?\s*{VERB} {NAME}(?=[\s,.;:]|$)"),
    re.compile(rf"^[,.]?\s*{NAME},? {VERB}\b"),
)
BEFORE = re.compile(
    rf"(?:^|[\s,;]){NAME},?(?: [a-z]+){{0,3}}? {VERB}(?: [\w ]{{1,30}})?[,:]?\s*$"
)
BESIDE = 400  # characters beside a quotation in which its speaker is looked for
PRONOUNS = frozenset(("she", "he", "they", "i", "we"))


def quotes_in(text: str) -> list[Finding]:
    """Find the quoted words of a sentence; speaker "" where it was not read."""
    return [
        Finding(
            QUOTE,
            found.start(),
            found.end(),
            found[0],
            speaker=speaker,
            reading="as written" if speaker else "the speaker was not read",
        )
        for found in QUOTED.finditer(text)
        for speaker in [speaker_of(_before(text, found.start()), _after(text, found))]
    ]


def _after(text: str, found: re.Match[str]) -> str:
    return text[found.end() : found.end() + BESIDE]


def _before(text: str, end: int) -> str:
    """Give the whole words just before a place."""
    words = text[max(0, end - BESIDE) : end]
    return words if end <= BESIDE else words.partition(" ")[2]


def speaker_of(before: str, after: str) -> str:
    """Name who speaks, from the words just after or just before a quotation.

    >>> speaker_of("", " said Archidamus, their king.")
    'Archidamus'
    """
    for pattern in AFTER:
        found = pattern.search(after)
        if found:
            return _known(found["name"])
    found = BEFORE.search(before)
    return _known(found["name"]) if found else ""


def _known(name: str) -> str:
    """Drop a pronoun, which names nobody, and the stop that ends a sentence."""
    plain = name.strip(" ,")
    initial = plain[-3:-2] in (" ", ".")  # "Nina P." keeps its stop
    kept = plain if initial else plain.rstrip(".")
    return "" if kept.lower() in PRONOUNS else kept
