"""Account: the sentences of the account as the page reads them.

Each with what was told, the rivals, the arithmetic, three verdict axes; claims stand
once and are named by key. The account's own wording is not here: a sentence carries
the digest of its text, so that a reader's copy can be matched in the browser.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from refight.account.arithmetic import Answers, Worked, work_all
from refight.account.lookup import of_sentence
from refight.account.model import Account, Sentence, Told
from refight.account.verdict import SPOKEN, ModelWords
from refight.evidence.archive import Archive
from refight.report.account import SECTION_TITLES, document_data
from refight.report.arithmetic import sentence as line_of
from refight.report.lines import guarded, titled
from refight.report.rivals import claim_data
from refight.report.topic import row_data, topic_data

WHATIF, CAUSE, OUTCOME = "whatif", "cause", "outcome"
# kinds of arithmetic that span two days: names of the first and the last, if inclusive
SPANS = {
    "days-between": ("from", "to", False),
    "days-inclusive": ("from", "to", True),
    "day-index": ("origin", "date", False),
}
MOVED = {"date-minus-days": -1, "date-plus-days": 1}


@dataclass(frozen=True)
class Tested:
    """What each act can be asked, so that a sentence can point to it.

    levers    act -> names of its levers
    outcomes  act -> key of an outcome on record -> the outcome that is refought
    """

    levers: Mapping[str, Sequence[str]]
    outcomes: Mapping[str, Mapping[str, str]]


def account_page(
    account: Account,
    archive: Archive,
    tested: Tested,
    model: ModelWords | None = None,
) -> dict[str, Any]:
    """Gather the account.

    model  what refights have to say of levers and outcomes, where anything does
    """
    done = work_all(account, archive)
    pages = {
        name: topic_data(of_sentence(name, account), account, archive, done, {}, model)
        for name in account.sentences
    }
    return {
        "document": document_data(account, archive),
        "sections": _sections(account),
        "legend": [
            {"word": word, "meaning": meaning}
            for word, meaning in account.record_words.items()
        ],
        "sentences": [
            _sentence(each, pages[each.id], account, tested)
            for each in account.sentences.values()
        ],
        "rows": {str(number): row_data(row) for number, row in account.rows.items()},
        "checks": {name: _check(each) for name, each in done.items()},
        "dateline": list(_dateline(account, done)),
        "claims": _claims(pages.values(), archive, account.loaded_words),
    }


def _sections(account: Account) -> list[dict[str, Any]]:
    return [
        {
            "id": section,
            "title": title,
            "sentences": [
                each.id
                for each in account.sentences.values()
                if each.section == section
            ],
        }
        for section, title in SECTION_TITLES.items()
    ]


def _sentence(
    sentence: Sentence,
    page: Mapping[str, Any],
    account: Account,
    tested: Tested,
) -> dict[str, Any]:
    told = page["told"][0]
    loaded = account.loaded_words
    return {
        "id": sentence.id,
        "section": sentence.section,
        "unit": sentence.unit,
        "paraphrase": guarded(sentence.paraphrase, loaded),
        "sha256": sentence.sha256,
        "length": sentence.end - sentence.start,
        "speaker": told["speaker"],
        "how": told["how"],
        "role": told["role"],
        "record": page["verdicts"]["record"]["word"],
        "simulated": sentence.simulated,
        "reason": guarded(sentence.reason, loaded),
        "label": sentence.label,
        "rows": list(sentence.elements),
        "told": [_told(each) for each in sentence.told],
        "own_claims": page["own_claims"],
        "recorded": [
            {"relation": each["relation"], "claim": each["claim"]}
            for each in page["recorded"]
        ],
        "voices": page["voices"],
        "arithmetic": [each["id"] for each in page["arithmetic"]],
        "tests": [
            {key: test[key] for key in ("id", "title", "verdict", "shows")}
            for test in page["tests"]
        ],
        "verdicts": page["verdicts"],
        "refought": _outcomes(sentence, tested),
        "levers": _levers(sentence, account, tested),
        "missing": page["missing"],
    }


def _told(told: Told) -> dict[str, Any]:
    return {
        "quantity": told.quantity,
        "low": told.low,
        "high": told.high,
        "date": told.date or told.month,
        "unit": told.unit,
        "reading": told.reading,
    }


def _outcomes(sentence: Sentence, tested: Tested) -> list[dict[str, str]]:
    """Give the refought outcomes that bear on a sentence."""
    names = [each.name for each in sentence.model_tests if each.kind == OUTCOME]
    return [
        {"act": act, "outcome": known[name]}
        for name in names
        for act, known in tested.outcomes.items()
        if name in known
    ]


def _levers(
    sentence: Sentence, account: Account, tested: Tested
) -> list[dict[str, str]]:
    """Give the levers of a sentence that an act really has: its own, and its rows'."""
    own = [each for each in sentence.model_tests if each.kind in (WHATIF, CAUSE)]
    named = [(each.act, each.name.partition("=")[0]) for each in own]
    for number in sentence.elements:
        lever = account.rows[number].lever.split("(")[0]
        named += [("", part.strip()) for part in lever.split(",") if part.strip()]
    return [
        {"act": act, "lever": name}
        for act, known in tested.levers.items()
        for name in dict.fromkeys(n for a, n in named if a in ("", act))
        if name in known
    ]


def _check(worked: Worked) -> dict[str, Any]:
    return {
        "id": worked.check.id,
        "kind": worked.check.kind,
        "line": titled(line_of(worked)),
        "verdict": SPOKEN.get(worked.verdict, worked.verdict),
        "note": worked.reason,
        "basis": list(worked.check.basis),
    }


def _dateline(account: Account, done: Answers) -> Iterable[dict[str, Any]]:
    """Give every check that spans two days, to be drawn on a line of dates."""
    owners: dict[str, list[str]] = {}
    for sentence in account.sentences.values():
        for check in sentence.checks:
            owners.setdefault(check.id, []).append(sentence.id)
    for test in account.tests.values():
        for check in test.checks:
            owners.setdefault(check.id, []).extend(test.sentences)
    for name, worked in done.items():
        span = _span(worked)
        if span is not None:
            yield {
                "check": name,
                **span,
                "verdict": SPOKEN.get(worked.verdict, worked.verdict),
                "line": titled(line_of(worked)),
                "sentences": owners.get(name, []),
            }


def _span(worked: Worked) -> dict[str, Any] | None:
    it: Mapping[str, Any] = worked.inputs
    kind = worked.check.kind
    if kind in SPANS:
        first, last, inclusive = SPANS[kind]
        ends, days = [it[first], it[last]], worked.answer
    elif kind in MOVED:
        ends, days, inclusive = [it["date"], worked.answer], it["days"], False
    else:
        return None
    first, last = sorted(str(end) for end in ends)
    return {"days": days, "from": first, "to": last, "inclusive": inclusive}


def _claims(
    pages: Iterable[Mapping[str, Any]], archive: Archive, loaded: Sequence[str]
) -> dict[str, Any]:
    """Give every claim that a page names, once."""
    keys: dict[str, None] = {}
    for page in pages:
        keys |= dict.fromkeys([*page["own_claims"]])
        keys |= dict.fromkeys(each["claim"] for each in page["recorded"])
    return {key: claim_page(key, archive, loaded) for key in keys}


def claim_page(key: str, archive: Archive, loaded: Sequence[str]) -> dict[str, Any]:
    """Give one claim; loaded words of others stand in quotation marks."""
    page = claim_data(archive.claims[key], archive)
    return {**page, "statement": guarded(str(page["statement"]), loaded)}
