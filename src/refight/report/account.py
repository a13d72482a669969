"""Account: the listing of the account, its sentences, and what is not simulated.

`refight account` lists the elements with layer, status and the one command that
shows each; `--sentences` the sentences; `--not-simulated` what is only recorded,
with the reason; `--text FILE` how a reader's copy differs; `--enough` what the
account tells of each act and what it leaves open.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from refight.account.calendars import both
from refight.account.coverage import FAILED, OPEN, Status, counts
from refight.account.model import Account, Sentence
from refight.account.text import Match
from refight.account.told import SECTIONS_OF_ACT, ToldValue, told
from refight.account.verdict import NOT_MODELLED, ModelWords, model_axis
from refight.evidence.archive import Archive
from refight.report.lines import guarded, heading, plural, span, titled, wrap

INDENT = 6
NOT_A_FORECAST = "A refight is not a forecast."
SECTION_TITLES = {
    "setting": "Setting",
    "fall": "How did the city fall?",
    "between": "Between the acts",
    "liberation": "How was the city liberated?",
    "after": "After",
    "source": "Source",
}


def coverage_data(
    statuses: Sequence[Status], account: Account, model: ModelWords | None = None
) -> dict[str, object]:
    """Give the listing of elements as plain data.

    model  what refights that are at hand have to say of levers and outcomes
    """
    return {
        "rows": [
            {
                "number": each.row.number,
                "section": each.row.section,
                "element": each.row.element,
                "layer": [account.layers[name] for name in each.row.layer],
                "record": each.row.record.verdict,
                "model": _model(each, account, model or {}),
                "status": each.word,
                "waits_for": each.reason if each.word == OPEN else None,
                "fault": each.reason if each.word == FAILED else None,
                "command": each.command,
                "sentences": list(each.row.sentences),
            }
            for each in statuses
        ],
        "counts": counts(tuple(statuses)),
    }


def _model(status: Status, account: Account, model: ModelWords) -> str | None:
    """Give the model's word on an element that the model touches at all."""
    spoken = tuple(account.sentences[name] for name in status.row.sentences)
    word = model_axis((status.row,), spoken, model).word
    return None if word == NOT_MODELLED else word


def coverage_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    """Write the listing of elements: one row each, then the count."""
    lines = ["The account, element by element: status, command, layer, record"]
    section = ""
    for it in page["rows"]:
        if it["section"] != section:
            section = it["section"]
            lines += heading(_section_title(section))
        head = f"r{it['number']}".rjust(5)
        lines += wrap(f"{it['status']:7}{it['command']}", 7, head)
        lines += wrap(guarded(it["element"], loaded), 14)
        layer = ", ".join(it["layer"])
        model = f"; model: {it['model']}" if it["model"] else ""
        lines += wrap(f"{layer}; record: {it['record']}{model}", 14)
        why = it["waits_for"] or it["fault"]
        if why:
            lines += wrap(why, 14)
    tally = page["counts"]
    lines += ["", ", ".join(f"{count} {word}" for word, count in tally.items())]
    lines += [f"{len(page['rows'])} rows. Open rows wait for what they name."]
    return lines


def sentences_data(
    account: Account, wording: Mapping[str, str] | None = None
) -> dict[str, object]:
    """Give all sentences as plain data; original wording only from a reader's copy."""
    known = wording or {}
    return {
        "sentences": [
            {
                "id": each.id,
                "section": each.section,
                "kinds": list(each.kinds),
                "speaker": account.speakers[each.spoken.id].name,
                "paraphrase": each.paraphrase,
                "original": known.get(each.id),
                "rows": list(each.elements),
                "simulated": each.simulated,
                "reason": each.reason,
                "label": each.label or None,
                "sha256": each.sha256,
            }
            for each in account.sentences.values()
        ]
    }


def sentences_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    """Write all sentences, one paragraph each."""
    lines = ["The account, sentence by sentence (paraphrased)"]
    section = ""
    for it in page["sentences"]:
        if it["section"] != section:
            section = it["section"]
            lines += heading(_section_title(section))
        text = guarded(f"[{it['speaker']}] {it['paraphrase']}", loaded)
        lines += wrap(text, INDENT, f"  {it['id']}")
        if it["original"]:
            lines += wrap(f"original: {titled(it['original'])}", INDENT)
        rows = ", ".join(f"r{number}" for number in it["rows"])
        seen = f"; rows {rows}" if rows else ""
        lines += wrap(f"simulated: {it['simulated']}{seen}", INDENT)
    return lines


def not_simulated_data(account: Account) -> dict[str, object]:
    """Give the assertions that no refight touches, wholly or in part, and why."""
    kept = [s for s in account.sentences.values() if s.unit == "assertion"]
    return {
        "no": [_unsimulated(each) for each in kept if each.simulated == "no"],
        "partly": [_unsimulated(each) for each in kept if each.simulated == "partly"],
        "rows": [
            {"number": row.number, "element": row.element, "record": row.record.verdict}
            for row in account.rows.values()
            if row.cause == "not modelled"
        ],
        "of": len(kept),
    }


def not_simulated_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    """Write what is not simulated, each with the reason."""
    lines = [
        f"Not simulated: {len(page['no'])} of {page['of']} assertions; "
        f"{len(page['partly'])} more only in part."
    ]
    titles = {"no": "Recorded, not simulated", "partly": "Simulated in part"}
    for key, title in titles.items():
        lines += heading(title)
        for it in page[key]:
            lines += wrap(guarded(it["paraphrase"], loaded), INDENT, f"  {it['id']}")
            label, reason = (
                (it["label"] or "").replace(f" {title}.", ""),
                it["reason"] or "",
            )
            said = [label, "" if reason in label else reason]  # not twice
            lines += wrap(guarded(f"why: {' '.join(said).strip()}", loaded), INDENT)
    lines += heading("Named as causes, recorded only")
    for it in page["rows"]:
        text = f"{guarded(it['element'], loaded)} Record: {it['record']}."
        lines += wrap(text, INDENT, f"  r{it['number']}")
    return [*lines, "", NOT_A_FORECAST]


def text_data(match: Match, account: Account) -> dict[str, object]:
    """Give how a reader's copy stands to the account, sentence by sentence."""
    tally = {
        word: sum(each.state == word for each in match.differences)
        for word in ("same", "moved", "edited", "missing")
    }
    return {
        "whole": match.whole,
        "counts": tally,
        "sentences": [
            {
                "id": each.sentence,
                "state": each.state,
                "original": each.found or None,
                "paraphrase": account.sentences[each.sentence].paraphrase,
            }
            for each in match.differences
        ],
        "extra": list(match.extra),
        "damage": list(account.document.damage),
    }


def text_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    """Write how a copy differs, then original and paraphrase beside each other."""
    tally = page["counts"]
    lines = [
        "The copy is the account, sentence by sentence."
        if page["whole"]
        else "The copy differs: "
        + ", ".join(f"{count} {word}" for word, count in tally.items())
        + f", {plural(len(page['extra']), 'piece')} beside the account."
    ]
    lines += wrap(f"Damage of the text as received: {'; '.join(page['damage'])}.", 2)
    for it in page["sentences"]:
        lines += wrap(guarded(it["paraphrase"], loaded), INDENT, f"  {it['id']}")
        if it["original"]:
            word = "original" if it["state"] in ("same", "moved") else "in this copy"
            lines += wrap(f"{word}: {titled(it['original'])}", INDENT)
        if it["state"] != "same":
            lines += [" " * INDENT + f"state: {it['state']}"]
    for piece in page["extra"]:
        lines += wrap(f"beside the account: {titled(piece)}", 2)
    return lines


def enough_data(account: Account, model: Mapping[str, str] | None) -> dict[str, Any]:
    """Give what the account tells of each act, what it leaves open, and the answer.

    model  act -> the answer of the as-told refight in words; an act without one
           is open: there is nothing to say before the scenario has been run
    """
    answers = model or {}
    return {
        act: {
            "told": [_value_data(value) for value in told(account, act).values()],
            "open_ends": sum(v.open_ends for v in told(account, act).values()),
            "answer": answers.get(act),
            "waits_for": None
            if act in answers
            else f"the act refought as told (refight {act} --as told)",
        }
        for act in SECTIONS_OF_ACT
    }


def enough_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    """Write whether the account is enough for the outcome that it describes."""
    lines = ["Is the account enough to produce the outcome it describes?"]
    for act, it in page.items():
        lines += heading(act.capitalize())
        for value in it["told"]:
            behind = ", ".join(value["sentences"])
            text = guarded(f"{value['line']} [{behind}]", loaded)
            lines += wrap(text, INDENT, "   -")
        lines += wrap(
            f"{plural(len(it['told']), 'value')} told, of them "
            f"{plural(it['open_ends'], 'end')} left open. All else takes a generic "
            "default, which is listed and counted as an assumption.",
            2,
        )
        lines += wrap(it["answer"] or f"open: waits for {it['waits_for']}", 2)
    return [*lines, "", "In this model, given these sources. " + NOT_A_FORECAST]


def document_data(account: Account, archive: Archive) -> dict[str, object]:
    """Give the account as a document: who, where, digests, damage."""
    it = account.document
    source = archive.sources[it.sources[0]]
    return {
        "title": it.title,
        "author": it.author,
        "outlet": it.outlet,
        "republished_by": it.republished_by,
        "stance": source.stance,
        "sources": list(it.sources),
        "sha256_file": it.sha256_file,
        "sha256_normalised": it.sha256_normalised,
        "damage": list(it.damage),
    }


def _section_title(section: str) -> str:
    title = SECTION_TITLES[section]
    return titled(title) if title.endswith("?") else title


def _unsimulated(sentence: Sentence) -> dict[str, object]:
    return {
        "id": sentence.id,
        "paraphrase": sentence.paraphrase,
        "label": sentence.label or None,
        "reason": sentence.reason,
        "rows": list(sentence.elements),
    }


def value_line(value: ToldValue) -> str:
    """Write one told value: what, how much or when, how it was read."""
    if value.first and value.first == value.last:
        written = both(value.first)
    elif value.first:
        written = f"{both(value.first)} to {both(value.last)}"
    elif value.unit == "year":
        written = f"{value.low:.0f}"
    else:
        written = span(value.low, value.high, value.unit)
    return f"{value.id}: {written} ({'; '.join(value.readings)})"


def _value_data(value: ToldValue) -> dict[str, object]:
    return {
        "quantity": value.id,
        "unit": value.unit,
        "low": value.low,
        "high": value.high,
        "first": value.first or None,
        "last": value.last or None,
        "sentences": list(value.sentences),
        "claims": list(value.claims),
        "readings": list(value.readings),
        "line": value_line(value),
    }
