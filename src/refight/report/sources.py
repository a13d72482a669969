"""Sources: the page of one source, and the table of all by stance.

`refight source X`: bibliography, stance, how it was seen, what it shares a root
with, what it claims, and what rests on it. One id that stands in both folders is
one page when both go back to one root.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from refight.errors import EvidenceError, nearest
from refight.evidence.archive import Archive
from refight.evidence.lookup import folded
from refight.evidence.records import Claim, Source, short
from refight.report.claims import plain
from refight.report.lines import heading, plural, table, titled, wrap
from refight.report.rivals import said_amount, seen, when

INDENT = 6
SHOWN = 12  # candidates listed; more would fill the screen
STANCES = ("iranian-official", "iraqi", "western", "neutral", "unknown")


def find_sources(archive: Archive, query: str) -> tuple[Source, ...]:
    """Find sources by key, by short id, or by words of id, title and author.

    Raises EvidenceError with the nearest id when nothing fits.
    """
    wanted = query.strip()
    exact = [s for s in archive.sources.values() if wanted in (s.key, s.id)]
    words = wanted.casefold().split()
    found = exact or [s for s in archive.sources.values() if _has(s, words)]
    if found and wanted:
        return tuple(found)
    close = nearest(wanted, map(short, archive.sources))
    hint = f'did you mean "{close}"?' if close else "try a word of the title"
    raise EvidenceError("a source", f'"{query}"', hint=hint)


def source_page_data(archive: Archive, query: str) -> dict[str, object]:
    """Gather the page of one source (all its records), or the candidates."""
    found = find_sources(archive, query)
    if len({each.root for each in found}) > 1 or len({e.id for e in found}) > 1:
        return {"query": query, "candidates": [_short(each) for each in found]}
    root = found[0].root
    return {
        "query": query,
        "records": [_record(archive, each) for each in found],
        "root": root,
        "reason": archive.reason_of(root),
        "shares_root_with": [
            key for key in archive.roots()[root] if key not in {s.key for s in found}
        ],
    }


def source_page_lines(page: Mapping[str, Any], loaded: Sequence[str] = ()) -> list[str]:
    """Write the page of one source, or the list of candidates."""
    if "candidates" in page:
        return _candidate_lines(page, loaded)
    lines: list[str] = []
    for it in page["records"]:
        lines += _bibliography(it, loaded) + _rests(it)
        lines += _claim_lines(it["claims"], loaded)
    if page["reason"]:
        lines += heading("One voice with others")
        lines += wrap(page["reason"], 2)
        lines += wrap(", ".join(page["shares_root_with"]) or "no other record", 2)
    return lines


def sources_data(archive: Archive) -> list[dict[str, object]]:
    """List every source."""
    return [_short(each) for each in archive.sources.values()]


def sources_lines(listed: Iterable[Mapping[str, Any]]) -> list[str]:
    """Write the list of sources, an id and a title each."""
    return [
        line
        for it in listed
        for line in wrap(f"{it['source']}: {titled(it['title'])}", INDENT, "   -")
    ]


def stance_data(archive: Archive) -> list[dict[str, object]]:
    """Count, for every stance, sources, claims, and how often each was flagged.

    The same flags for every stance, so that anyone can see equal scrutiny: not
    read, recalled, re-read in the spot check, mended by it, set aside.
    """
    return [_of_stance(archive, stance) for stance in STANCES]


def stance_lines(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Write the table by stance."""
    kept = list(rows)
    head = list(kept[0]) if kept else []
    return table([head, *([str(row[name]) for name in head] for row in kept)])


def _has(source: Source, words: Sequence[str]) -> bool:
    text = f"{source.key} {source.title} {source.author} {source.publisher}".casefold()
    parts = [folded(each) for each in text.split()]
    return all(
        word in text or any(folded(word) in part for part in parts) for word in words
    )


def _short(source: Source) -> dict[str, object]:
    return {
        "source": source.key,
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "year": source.year,
        "root": source.root,
    }


def _record(archive: Archive, source: Source) -> dict[str, object]:
    claims = [c for c in archive.claims.values() if c.source == source.key]
    return {
        **_short(source),
        "url": source.url,
        "kind": source.kind,
        "stance": source.stance,
        "seen": seen(source),
        "reliability": source.reliability,
        "note": source.note,
        "where": source.where,
        "claims": [_claim(each) for each in claims],
        "rests": _resting(archive, source, {each.key for each in claims}),
    }


def _claim(claim: Claim) -> dict[str, object]:
    value, date = claim.value, claim.date
    return {
        "claim": claim.key,
        "about": claim.about,
        "statement": claim.statement,
        "first": date.first if date else None,
        "last": date.last if date else None,
        "low": value.low if value else None,
        "high": value.high if value else None,
        "unit": value.unit if value else None,
        "locator": claim.locator,
        "year": None,
    }


def _resting(
    archive: Archive, source: Source, claims: set[str]
) -> dict[str, list[str]]:
    events = chain.from_iterable(archive.timeline.values())
    return {
        "outcomes": [o.key for o in archive.outcomes.values() if claims & {*o.claims}],
        "outcomes that set it aside": [
            o.key for o in archive.outcomes.values() if claims & {*o.excluded}
        ],
        "formations": [
            e.key
            for e in archive.orbat.values()
            if claims & {*e.claims, *e.quality_claims}
            or source.key in (*e.sources, *e.quality_sources)
        ],
        "events": [
            e.key for e in events if claims & {*e.claims} or source.key in e.sources
        ],
        "places": [p.key for p in archive.places.values() if p.source == source.key],
    }


def _bibliography(it: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    lines = [f"Source: {it['source']}", ""]
    lines += wrap(titled(it["title"]), 2)
    who = [plain(it["author"], loaded), plain(it["publisher"], loaded)]
    who.append(str(it["year"] or "no year"))
    lines += wrap(", ".join(each for each in who if each), 2)
    if it["url"]:
        lines += [f"  {it['url']}"]
    lines += wrap(f"kind: {it['kind']}; stance: {it['stance']}", 2)
    lines += wrap(f"seen: {it['seen']}; reliability: {it['reliability']}", 2)
    if it["note"]:
        lines += wrap(f"note: {plain(it['note'], loaded)}", 2)
    return lines


def _rests(it: Mapping[str, Any]) -> list[str]:
    lines = heading("Rests on it")
    named = {what: keys for what, keys in it["rests"].items() if keys}
    for what, keys in named.items():
        more = f" and {len(keys) - SHOWN} more" if len(keys) > SHOWN else ""
        text = f"{what} ({len(keys)}): {', '.join(map(short, keys[:SHOWN]))}{more}"
        lines += wrap(text, INDENT, "   -")
    return lines if named else [*lines, "  Nothing that is scored or fought."]


def _claim_lines(
    claims: Sequence[Mapping[str, Any]], loaded: Sequence[str]
) -> list[str]:
    lines = heading(f"Its claims ({len(claims)})")
    for it in claims:
        date = f"{when(it)} " if it["first"] else ""
        lines += wrap(f"{date}{short(it['claim'])} ({it['about']})", INDENT, "   -")
        lines += wrap(plain(it["statement"], loaded) + said_amount(it), INDENT)
    return lines


def _candidate_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    several = page["candidates"]
    text = f'"{page["query"]}" fits {plural(len(several), "source")}. Ask for one:'
    lines = wrap(text)
    for it in several[:SHOWN]:
        said = f"{it['source']}: {titled(it['title'])}"
        lines += wrap(said, INDENT, "   -")
    if len(several) > SHOWN:
        lines += wrap(f"and {len(several) - SHOWN} more; add a word", 4)
    return lines


def _of_stance(archive: Archive, stance: str) -> dict[str, object]:
    sources = [s for s in archive.sources.values() if s.stance == stance]
    keys = {s.key for s in sources}
    claims = [c for c in archive.claims.values() if c.source in keys]
    aside = {key for o in archive.outcomes.values() for key in o.excluded}
    return {
        "stance": stance,
        "sources": len(sources),
        "voices": len({s.root for s in sources}),
        "not read": sum(s.access != "read" for s in sources),
        "claims": len(claims),
        "noted": sum(bool(c.note) for c in claims),
        "re-read": sum(c.audited for c in claims),
        "mended": sum(bool(c.audit_note) for c in claims),
        "set aside": sum(c.key in aside for c in claims),
    }
