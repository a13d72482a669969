"""Quotes: the quoted speeches, with speaker, office held, and date when known.

Paraphrased; the original wording stands only beside a reader's own copy.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from refight.account.calendars import both
from refight.account.model import Account, Speaker, Speech
from refight.errors import UsageError, suggest
from refight.evidence.archive import Archive
from refight.report.lines import guarded, heading, titled, wrap
from refight.report.rivals import links_of, rivals_data, rivals_lines, seen

INDENT = 6
NOT_FOUND = "not found"
SOURCE_WORDS = {
    "original": "original",
    "candidate": "possible original, not confirmed",
    "similar": "similar text, undated",
}


def quotes_data(
    account: Account,
    archive: Archive,
    speech: str = "",
    wording: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """Gather the quote page, or one speech of it.

    Raises UsageError for an unknown speech.
    """
    known = {
        each.id: (speaker, each)
        for speaker in account.speakers.values()
        for each in speaker.speeches
    }
    if speech and speech not in known:
        hint = suggest(speech, known)
        raise UsageError("a speech of the account", f'"{speech}"', hint=hint)
    chosen = [known[speech]] if speech else list(known.values())
    return {
        "speeches": [
            _speech(speaker, each, account, archive, wording or {})
            for speaker, each in chosen
        ]
    }


def quotes_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    """Write the quote page."""
    lines = ["Quoted words, attributed. Recorded, not simulated."]
    for it in page["speeches"]:
        lines += heading(f"{it['id']}: {it['speaker']}")
        lines += [f"  date: {it['date_line']}", f"  place: {it['place']}"]
        for name, office in it["offices"].items():
            lines += wrap(f"office {name.replace('_', ' ')}: {office}", INDENT, "  ")
        lines += wrap(f"{it['source_line']}", INDENT, "  ")
        for each in it["sentences"]:
            lines += _sentence_lines(each, loaded)
        lines += ["  Also on record:"] if it["recorded"] else []
        lines += rivals_lines(it["recorded"], loaded)
    return lines


def _sentence_lines(it: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    text = guarded(f"[{it['how']}] {it['paraphrase']}", loaded)
    lines = wrap(text, INDENT, f"  {it['id']}")
    if it["original"]:
        lines += wrap(f"original: {titled(it['original'])}", INDENT)
    if it["office_when_speaking"]:
        lines += wrap(f"office when speaking: {it['office_when_speaking']}", INDENT)
    found = it["original_status"] or NOT_FOUND
    return [*lines, *wrap(f"these words in an original: {found}", INDENT)]


def _speech(
    speaker: Speaker,
    speech: Speech,
    account: Account,
    archive: Archive,
    wording: Mapping[str, str],
) -> dict[str, object]:
    spoken = [account.sentences[name] for name in speech.sentences]
    links = links_of(each.claims for each in spoken)
    return {
        "id": speech.id,
        "speaker": speaker.name,
        "reported_by": account.document.author,
        "date": None if speech.date == NOT_FOUND else speech.date,
        "date_line": NOT_FOUND if speech.date == NOT_FOUND else both(speech.date),
        "place": speech.place,
        "offices": dict(speaker.offices),
        "source": speech.source or None,
        "source_line": _source_line(speech, archive),
        "sentences": [
            {
                "id": each.id,
                "how": each.spoken.how or "introduced by the author",
                "paraphrase": each.paraphrase,
                "original": wording.get(each.id),
                "original_status": each.spoken.original,
                "office_when_speaking": each.spoken.office_when_speaking,
                "label": each.label,
            }
            for each in spoken
        ],
        "recorded": rivals_data(links, archive),
    }


def _source_line(speech: Speech, archive: Archive) -> str:
    if not speech.source:
        return f"original: {NOT_FOUND}"
    word = SOURCE_WORDS[speech.source_is]
    if speech.source not in archive.sources:
        return f"{word}: {speech.source}"
    source = archive.sources[speech.source]
    year = source.year or "no year"
    title = titled(source.title)
    return f"{word}: {title}, {source.publisher}, {year}; seen: {seen(source)}"
