"""Lookup: from an id, a number or some words to the part of the account meant.

A target gathers the rows, sentences and paper tests that belong together, or names
one claim of the record. Unknown and ambiguous names answer with the nearest ones.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from refight.account.model import Account, Check, Told
from refight.errors import UsageError, nearest
from refight.evidence.archive import Archive

ID = re.compile(r"^(?P<kind>s|r|row|p)[ -]?0*(?P<number>\d+)$")
NUMBER = re.compile(r"^\d[\d,. ]*$")
WORD = re.compile(r"[a-z0-9]+")
SHOWN = 8  # candidates listed for an ambiguous name
TELLING = 6  # letters of a word worth suggesting; "under" names nothing
STOP = frozenset(("a", "an", "and", "the", "of", "in", "to", "for", "on", "by"))


@dataclass(frozen=True)
class Target:
    """What a name stands for: parts of the account, or one claim of the record."""

    name: str
    rows: tuple[int, ...] = ()
    sentences: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    claim: str = ""


def find(query: str, account: Account, archive: Archive) -> Target:
    """Find what a query stands for, as `seek`; an unknown name raises as well.

    Raises UsageError for an unknown name (with the nearest) and an ambiguous one
    (with the candidates).
    """
    target = seek(query, account, archive)
    if target is None:
        raise unknown(query, account, archive)
    return target


def seek(query: str, account: Account, archive: Archive) -> Target | None:
    """Look for a query as id, alias, claim, number, then words; None when unknown.

    Raises UsageError for an empty name and an ambiguous one.
    """
    name = slug(query)
    if not name:
        raise UsageError("an id, a number or some words", "nothing", hint="try 575")
    for way in (_by_id, _by_alias, _by_claim, _by_number, _by_words):
        target = way(query.strip(), account, archive)
        if target is not None:
            return target
    return None


def slug(text: str) -> str:
    """Bring a name to small letters joined by hyphens; commas in numbers go.

    >>> slug("Month and a half"), slug("6,000")
    ('month-and-a-half', '6000')
    """
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text.lower())
    return "-".join(WORD.findall(plain))


def gather(names: Iterable[str], account: Account, name: str = "") -> Target:
    """Make a target of ids such as r6, s01, p01."""
    ids = tuple(names)
    rows = tuple(int(each[1:]) for each in ids if each[0] == "r")
    sentences = tuple(each for each in ids if each in account.sentences)
    tests = tuple(each for each in ids if each in account.tests)
    return Target(name or ids[0], rows, sentences, tests)


def of_sentence(sentence: str, account: Account) -> Target:
    """Gather what belongs to a sentence: its rows and the tests that use it."""
    tests = tuple(t.id for t in account.tests.values() if sentence in t.sentences)
    rows = account.sentences[sentence].elements
    return Target(sentence, rows, (sentence,), tests)


def of_row(number: int, account: Account) -> Target:
    """Gather what belongs to a row: its sentences and the tests that touch it."""
    tests = tuple(t.id for t in account.tests.values() if number in t.rows)
    return Target(f"r{number}", (number,), account.rows[number].sentences, tests)


def of_test(name: str, account: Account) -> Target:
    """Gather what belongs to a paper test."""
    test = account.tests[name]
    return Target(name, test.rows, test.sentences, (name,))


def told_only(target: Target, account: Account) -> Target:
    """Leave out tests of the text's own damage: they judge nothing that it tells."""
    kept = tuple(
        name
        for name in target.tests
        if not all(c.kind.startswith("text-") for c in account.tests[name].checks)
    )
    return replace(target, tests=kept)


def _by_id(query: str, account: Account, _: Archive) -> Target | None:
    found = ID.match(query.lower())
    if found is None:
        owner = query.lower().rpartition("-")[0]
        if query.lower() in {check.id for check in account.checks}:
            return _by_id(owner, account, _)
        return None
    number = int(found["number"])
    if found["kind"] == "s" and f"s{number:02d}" in account.sentences:
        return of_sentence(f"s{number:02d}", account)
    if found["kind"] in ("r", "row") and number in account.rows:
        return of_row(number, account)
    if found["kind"] == "p" and f"p{number:02d}" in account.tests:
        return of_test(f"p{number:02d}", account)
    return None


def _by_alias(query: str, account: Account, _: Archive) -> Target | None:
    names = account.views.aliases.get(slug(query))
    return gather(names, account, slug(query)) if names else None


def _by_claim(query: str, _: Account, archive: Archive) -> Target | None:
    wanted = query.strip().lower()
    keys = [key for key in archive.claims if wanted in (key, key.split("/")[-1])]
    if len(keys) > 1:
        raise UsageError(
            "the id of one claim", f'"{query}", which is {" and ".join(keys)}', hint=""
        )
    return Target(keys[0], claim=keys[0]) if keys else None


def _by_number(query: str, account: Account, archive: Archive) -> Target | None:
    if not NUMBER.match(query):
        return None
    try:
        value = float(query.replace(",", "").replace(" ", ""))
    except ValueError:
        return None
    named = [n for n in account.views.aliases if slug(query) in n.split("-")]
    if named:
        return gather(account.views.aliases[named[0]], account, named[0])
    told = [t for s in account.sentences.values() for t in s.told if _tells(t, value)]
    if len({each.quantity for each in told}) > 1:
        spoken = [f"{t.sentence} ({t.quantity})" for t in told]
        raise _ambiguous(query, (), (), spoken, account)
    if told:
        return of_sentence(told[0].sentence, account)
    for test in account.tests.values():
        if any(_holds(check, value) for check in test.checks):
            return of_test(test.id, account)
    return _of_claims_with(value, account, archive)


def _by_words(query: str, account: Account, _: Archive) -> Target | None:
    asked = [word for word in slug(query).split("-") if word not in STOP]
    aliases = account.views.aliases
    named = [n for n in aliases if _all_start(asked, n.split("-"))]
    chosen = list(dict.fromkeys(aliases[n] for n in named))
    rows = [
        number
        for number, row in account.rows.items()
        if _all_start(asked, slug(row.element).split("-"))
    ]
    if len(chosen) == 1:
        target = gather(chosen[0], account, named[0])
        if {*rows} <= {*target.rows}:
            return target
        raise _ambiguous(query, named, rows, (), account)
    if len(rows) == 1:
        return of_row(rows[0], account)
    spoken = [
        each.id
        for each in account.sentences.values()
        if _all_start(asked, slug(each.paraphrase).split("-"))
    ]
    if len(spoken) == 1 and not rows:
        return of_sentence(spoken[0], account)
    if named or rows or spoken:
        raise _ambiguous(query, named, rows, spoken, account)
    return None


def _ambiguous(
    query: str,
    named: Sequence[str],
    rows: Sequence[int],
    spoken: Sequence[str],
    account: Account,
) -> UsageError:
    options = [*named, *(f"r{n} ({account.rows[n].element})" for n in rows), *spoken]
    listed = "; ".join(options[:SHOWN])
    more = f"; and {len(options) - SHOWN} more" if len(options) > SHOWN else ""
    return UsageError(
        "a name for one thing",
        f'"{query}", which may mean several',
        hint=f"choose one of: {listed}{more}",
    )


def unknown(query: str, account: Account, archive: Archive) -> UsageError:
    """Make the error for a name that fits nothing, with the nearest that would."""
    words = [*account.views.aliases, *account.sentences]
    words += [f"r{number}" for number in account.rows]
    said = {w for row in account.rows.values() for w in _words(row.element)}
    words += sorted(w for w in said if len(w) >= TELLING or w.isdigit())
    words += [key.split("/")[-1] for key in archive.claims]
    close = nearest(slug(query), words)
    hint = f'did you mean "{close}"?' if close else "see refight account --sentences"
    return UsageError(
        "a sentence, row, claim, number or word of the account", f'"{query}"', hint=hint
    )


def _of_claims_with(value: float, account: Account, archive: Archive) -> Target | None:
    linked = {
        claim: sentence.id
        for sentence in account.sentences.values()
        for claim in sentence.claims.every
    }
    for key, claim in archive.claims.items():
        amount = claim.value
        if amount is not None and value in (amount.low, amount.high) and key in linked:
            return of_sentence(linked[key], account)
    return None


def _tells(told: Told, value: float) -> bool:
    return value in (told.low, told.high)


def _holds(check: Check, value: float) -> bool:
    return value in _numbers(check.expected) or value in _numbers(check.inputs)


def _numbers(it: object) -> set[float]:
    if isinstance(it, bool):
        return set()
    if isinstance(it, int | float):
        return {it}
    if isinstance(it, dict):
        return {n for each in it.values() for n in _numbers(each)}
    if isinstance(it, list):
        return {n for each in it for n in _numbers(each)}
    return set()


def _words(text: str) -> list[str]:
    return [word for word in slug(text).split("-") if word not in STOP]


def _all_start(asked: Sequence[str], words: Sequence[str]) -> bool:
    return bool(asked) and all(any(w.startswith(a) for w in words) for a in asked)
