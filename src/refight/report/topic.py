"""Topic: the page of one claim of the account, told, recorded and refought.

`refight claim X`: the paraphrase with its speaker and source, the rivals by date,
the arithmetic line by line, and the three axes of the verdict. A claim of the
record that is asked for by its own id gets a card with what it bears on.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from refight.account.arithmetic import Answers, Worked
from refight.account.calendars import both
from refight.account.lookup import Target
from refight.account.model import Account, Check, Row, Sentence, Told
from refight.account.verdict import ModelWords, verdicts
from refight.evidence.archive import Archive
from refight.report.arithmetic import arithmetic_lines, tests_data, worked_data
from refight.report.lines import guarded, heading, span, titled, wrap
from refight.report.rivals import (
    by,
    claim_data,
    links_of,
    rivals_data,
    rivals_lines,
    said_amount,
    seen,
    voices,
    voices_lines,
    when,
)

INDENT = 6
RECORDED_ONLY = "Recorded, not simulated."


def topic_data(
    target: Target,
    account: Account,
    archive: Archive,
    done: Answers,
    wording: Mapping[str, str] | None = None,
    model: ModelWords | None = None,
) -> dict[str, object]:
    """Gather the page of a target as plain data.

    wording  original sentences by id, from the reader's own copy; never shipped
    """
    rows = [account.rows[number] for number in target.rows]
    spoken = [account.sentences[name] for name in target.sentences]
    links = links_of_target(target, account)
    checks = _checks(target, account, done)
    shows = " ".join(account.tests[name].show for name in target.tests)
    deciding = _deciding(target, account)
    made = {_fingerprint(done[name]) for name in deciding}
    beside = [each.check.id for each in checks if _fingerprint(each) not in made]
    axes = verdicts(rows, spoken, deciding, account, done, model, shows, beside)
    return {
        "name": target.name,
        "rows": [row_data(row) for row in rows],
        "told": [told_data(s, account, archive, wording or {}) for s in spoken],
        "own_claims": list(links["own"]),
        "recorded": rivals_data(links, archive),
        "voices": voices(links, archive),
        "arithmetic": [worked_data(each) for each in checks],
        "tests": tests_data(target.tests, account, done),
        "verdicts": {a.name: {"word": a.word, "reason": a.reason} for a in axes},
        "missing": _missing(target, account),
    }


def links_of_target(target: Target, account: Account) -> dict[str, tuple[str, ...]]:
    """Give the claims that bear on a target: those of its rows, else its sentences."""
    if target.rows:
        return links_of(account.rows[number].record.claims for number in target.rows)
    return links_of(account.sentences[name].claims for name in target.sentences)


def topic_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    """Write the page of a target as lines of text."""
    lines = [f"Claim: {page['name']}"]
    for row in page["rows"]:
        lines += wrap(guarded(row["line"], loaded), INDENT, f"  r{row['number']}")
    lines += heading("As told") + told_lines(page["told"], loaded)
    lines += heading("As recorded") + voices_lines(page["voices"])
    lines += rivals_lines(page["recorded"], loaded)
    lines += heading("Arithmetic")
    for test in page["tests"]:
        text = f"{test['title']}: {test['verdict']}. {test['shows']}"
        lines += wrap(guarded(text, loaded), INDENT, f"  {test['id']}")
    lines += arithmetic_lines(page["arithmetic"])
    if not page["arithmetic"]:
        lines += ["  Nothing in it can be recomputed."]
    lines += heading("Verdict, on three axes") + verdict_lines(page["verdicts"], loaded)
    for it in page["missing"]:
        lines += wrap(
            f"needed and not at hand: {guarded(it['needed'], loaded)}",
            INDENT,
            f"  {it['id']}",
        )
    return lines


def card_data(key: str, account: Account, archive: Archive) -> dict[str, object]:
    """Gather the card of one claim of the record, with what it bears on."""
    bears = [
        {"sentence": s.id, "as": relation, "paraphrase": s.paraphrase}
        for s in account.sentences.values()
        for relation in ("own", "corroborating", "contradicting", "qualifying")
        if key in getattr(s.claims, relation)
    ]
    rows = [r.number for r in account.rows.values() if key in r.record.claims.every]
    used = [o.key for o in archive.outcomes.values() if key in o.claims]
    aside = [o.key for o in archive.outcomes.values() if key in o.excluded]
    claim = archive.claims[key]
    root = claim.root
    return {
        **claim_data(claim, archive),
        "grouped": archive.reason_of(root),
        "bears_on": bears,
        "rows": rows,
        "outcomes": used,
        "set_aside_in": aside,
    }


def card_lines(it: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    """Write the card of one claim of the record."""
    lines = [f"Claim of the record: {it['claim']}", ""]
    lines += wrap(guarded(it["statement"], loaded) + said_amount(it), 2)
    lines += wrap(f"{when(it)} about {it['about']}", 2)
    lines += wrap(by(it, loaded), 2)
    if it["note"]:
        lines += wrap(f"note: {guarded(it['note'], loaded)}", 2)
    if it["grouped"]:
        lines += wrap(f"counted as one voice with others: {it['grouped']}", 2)
    lines += heading("Bears on")
    for each in it["bears_on"]:
        text = guarded(f"{each['as']}: {each['paraphrase']}", loaded)
        lines += wrap(text, INDENT, f"  {each['sentence']}")
    lines += ["  rows " + ", ".join(f"r{n}" for n in it["rows"])] if it["rows"] else []
    for name, what in (("outcomes", "outcome"), ("set_aside_in", "set aside in")):
        lines += [f"  {what} {each}" for each in it[name]]
    if not (it["bears_on"] or it["outcomes"] or it["set_aside_in"]):
        lines += ["  No sentence of the account and no outcome."]
    return lines


def row_data(row: Row) -> dict[str, object]:
    """Give an element as plain data, with one line that sums it up."""
    label = ""
    if row.cause == "not modelled":
        label = f" {RECORDED_ONLY}"
    elif row.cause:
        label = f" A cause with a lever: {row.lever}."
    flag = f" {row.appears}" if "slip" in row.appears else ""
    return {
        "number": row.number,
        "element": row.element,
        "layer": list(row.layer),
        "record": row.record.verdict,
        "cause": row.cause or None,
        "lever": row.lever or None,
        "factual_state": row.factual_state or None,
        "absent_state": row.absent_state or None,
        "not_separable_from": list(row.not_separable_from),
        "line": f"{row.element} Record: {row.record.verdict}.{label}{flag}",
    }


def told_data(
    sentence: Sentence, account: Account, archive: Archive, wording: Mapping[str, str]
) -> dict[str, object]:
    """Give one sentence as told: speaker, source, paraphrase, values, label."""
    speaker = account.speakers[sentence.spoken.id]
    source = archive.sources[account.document.sources[0]]
    office = sentence.spoken.office_when_speaking
    return {
        "sentence": sentence.id,
        "speaker": speaker.name,
        "how": sentence.spoken.how or "in the author's own voice",
        "office_when_speaking": office or None,
        "role": speaker.role,
        "paraphrase": sentence.paraphrase,
        "original": wording.get(sentence.id),
        "values": [_told_value(each) for each in sentence.told],
        "label": sentence.label or None,
        "note": sentence.note or None,
        "source": source.key,
        "source_line": f"{source.author}, {titled(source.title)}, "
        f"{source.publisher}, {source.year}; stance: {source.stance}; "
        f"seen: {seen(source)}",
    }


def told_lines(told: Iterable[Mapping[str, Any]], loaded: Sequence[str]) -> list[str]:
    """Write sentences as told."""
    lines: list[str] = []
    sources: list[str] = []
    for it in told:
        who = f"{it['speaker']}, {it['how']}"
        text = guarded(f"[{who}] {it['paraphrase']}", loaded)
        lines += wrap(text, INDENT, f"  {it['sentence']}")
        if it["original"]:
            lines += wrap(f"original: {titled(it['original'])}", INDENT)
        if it["values"]:
            lines += wrap(f"values told: {'; '.join(it['values'])}", INDENT)
        for key in ("label", "note"):
            if it[key]:
                lines += wrap(guarded(it[key], loaded), INDENT)
        sources.append(it["source_line"])
    for line in dict.fromkeys(sources):
        lines += wrap(f"source of the account: {line}", 2)
    return lines


def verdict_lines(
    axes: Mapping[str, Mapping[str, str]], loaded: Sequence[str]
) -> list[str]:
    """Write the three axes, each with its reason."""
    lines: list[str] = []
    for name, it in axes.items():
        text = f"{it['word']}: {guarded(it['reason'], loaded)}"
        lines += wrap(text, 14, f"  {name}")
    return lines


def _told_value(told: Told) -> str:
    if told.date:
        value = both(told.date)
    elif told.month:
        value = both(told.month)
    elif told.unit == "year":
        value = f"{told.low:.0f}"
    else:
        value = span(told.low, told.high, told.unit)
    return f"{told.quantity} {value} ({told.reading})"


def _checks(target: Target, account: Account, done: Answers) -> list[Worked]:
    """Give the checks of a target; what a test repeats of a sentence stands once."""
    own = [done[c.id] for s in target.sentences for c in account.sentences[s].checks]
    known = {_fingerprint(each) for each in own}
    tests = [done[c.id] for t in target.tests for c in account.tests[t].checks]
    return [*own, *(each for each in tests if _fingerprint(each) not in known)]


def _fingerprint(worked: Worked) -> str:
    return f"{worked.check.kind} {dict(worked.inputs)}"


def _deciding(target: Target, account: Account) -> list[str]:
    """Name the checks that make the word: those of the tests, else the sentences'."""
    tests = [name for t in target.tests for name in account.tests[t].decides]
    if tests:
        return tests
    own: list[Check] = []
    for name in target.sentences:
        own += account.sentences[name].checks
    return [check.id for check in own]


def _missing(target: Target, account: Account) -> list[dict[str, str]]:
    names = {m for t in target.tests for m in account.tests[t].missing}
    return [
        {"id": m.id, "needed": m.needed, "would_change": m.would_change}
        for m in account.missing
        if m.id in names
    ]
