"""Scrutiny: one source with all that rests on it, and all stances beside each other.

`refight source X` gives the bibliography, the stance, how it was seen, what it is
grouped with, and what rests on it. The table of stances counts the same things for
every stance, so that anyone can see whether the scrutiny was equal.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from refight.account.model import Account
from refight.errors import UsageError, suggest
from refight.evidence.archive import Archive
from refight.evidence.records import Claim, Source, short
from refight.report.account import document_data
from refight.report.lines import guarded, heading, table, titled, wrap
from refight.report.rivals import said_amount, source_data

RELATIONS = ("own", "corroborating", "contradicting", "qualifying")
SHOWN = 8  # candidates listed for an ambiguous name
INDENT = 6


def find_source(name: str, account: Account, archive: Archive) -> Source:
    """Find a source by key, short id, alias or words of its title or publisher.

    Raises UsageError with the nearest names, or with the candidates.
    """
    wanted = account.views.source_names.get(name.strip().lower(), name.strip())
    fitting = [s for k, s in archive.sources.items() if wanted in (k, short(k))]
    fitting = fitting or [s for s in archive.sources.values() if _fits(s, wanted)]
    if len({each.title.lower() for each in fitting}) == 1 or len(fitting) == 1:
        return fitting[0]
    if fitting and wanted:
        listed = ", ".join(each.key for each in fitting[:SHOWN])
        found = f'"{name}", which several fit'
        raise UsageError("one source", found, hint=f"choose one of: {listed}")
    near = [*account.views.source_names, *(short(key) for key in archive.sources)]
    raise UsageError("a source of the record", f'"{name}"', hint=suggest(name, near))


def page_data(source: Source, account: Account, archive: Archive) -> dict[str, object]:
    """Gather the page of a source as plain data."""
    claims = [c for c in archive.claims.values() if c.source == source.key]
    siblings = archive.roots().get(source.root, ())
    own = source.key in account.document.sources
    return {
        **source_data(source),
        "url": source.url,
        "kind": source.kind,
        "reliability": source.reliability,
        "note": source.note,
        "root": source.root,
        "grouped_with": [key for key in siblings if key != source.key],
        "grouped_because": archive.reason_of(source.root),
        "claims": [_claim(each, account, archive) for each in claims],
        "document": document_data(account, archive) if own else None,
    }


def page_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    """Write the page of a source."""
    lines = [f"Source: {page['source']}", ""]
    who = f"{guarded(page['author'], loaded)}, " if page["author"] else ""
    lines += wrap(
        f"{who}{titled(page['title'])}, {page['publisher']}, "
        f"{page['year'] or 'no year'}",
        2,
    )
    lines += [f"  {page['url']}"] if page["url"] else []
    lines += wrap(f"kind: {page['kind']}; stance: {page['stance']}", 2)
    lines += wrap(f"seen: {page['seen']}", 2)
    if page["note"]:
        lines += wrap(f"note: {guarded(page['note'], loaded)}", 2)
    if page["grouped_with"]:
        names = ", ".join(page["grouped_with"])
        because = guarded(page["grouped_because"], loaded)
        lines += wrap(f"one voice with {names}: {because}", 2)
    lines += _document_lines(page["document"])
    lines += heading("What rests on it")
    for it in page["claims"]:
        lines += _claim_lines(it, loaded)
    return [*lines, *([] if page["claims"] else ["  Nothing in the record."])]


def stances_data(account: Account, archive: Archive) -> dict[str, object]:
    """Count sources, claims and flags for every stance, in the same way for each."""
    linked = _linked(account)
    aside = {key for o in archive.outcomes.values() for key in o.excluded}
    rows = {}
    for stance in sorted({source.stance for source in archive.sources.values()}):
        sources = [s for s in archive.sources.values() if s.stance == stance]
        keys = {source.key for source in sources}
        claims = [c for c in archive.claims.values() if c.source in keys]
        rows[stance] = {
            "sources": len(sources),
            "voices": len({source.root for source in sources}),
            "read": sum(s.access == "read" for s in sources),
            "cited": sum(s.access == "cited" for s in sources),
            "recalled": sum(s.access == "recalled" for s in sources),
            "claims": len(claims),
            **{r: sum(c.key in linked[r] for c in claims) for r in RELATIONS[1:]},
            "set_aside": sum(c.key in aside for c in claims),
            "flagged": sum(bool(c.note or c.audit_note) for c in claims),
            "spot_checked": sum(c.audited for c in claims),
        }
    return {"stances": rows}


def stances_lines(page: Mapping[str, Any]) -> list[str]:
    """Write the table of stances, with the share of claims that carry a flag."""
    rows = page["stances"]
    heads = list(next(iter(rows.values())))
    out = [["stance", *(head.replace("_", " ") for head in heads), "flagged share"]]
    for stance, it in rows.items():
        share = f"{it['flagged'] / it['claims']:.0%}" if it["claims"] else "-"
        out.append([stance, *(str(it[head]) for head in heads), share])
    note = (
        "flagged: claims with a note of the curator or of the spot check; set aside: "
        "claims that an outcome leaves out, with its reason; voices: sources that do "
        "not copy one another."
    )
    return ["Flags by stance", "", *table(out), "", *wrap(note)]


def _fits(source: Source, wanted: str) -> bool:
    name = wanted.casefold()
    fields = (source.title, source.publisher, source.author)
    return bool(name) and any(name in each.casefold() for each in fields)


def _claim(claim: Claim, account: Account, archive: Archive) -> dict[str, object]:
    value = claim.value
    linked = _linked(account)
    return {
        "claim": claim.key,
        "statement": claim.statement,
        "low": value.low if value else None,
        "high": value.high if value else None,
        "unit": value.unit if value else None,
        "rows": [
            {"row": row.number, "as": relation}
            for row in account.rows.values()
            for relation in RELATIONS
            if claim.key in getattr(row.record.claims, relation)
        ],
        "linked": [r for r in RELATIONS if claim.key in linked[r]],
        "outcomes": [o.key for o in archive.outcomes.values() if claim.key in o.claims],
        "set_aside_in": [
            o.key for o in archive.outcomes.values() if claim.key in o.excluded
        ],
    }


def _claim_lines(it: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    lines = wrap(f"{it['claim']}", INDENT, "   -")
    lines += wrap(guarded(it["statement"], loaded) + said_amount(it), INDENT)
    said = [f"r{each['row']} ({each['as']})" for each in it["rows"]]
    said += [f"outcome {name}" for name in it["outcomes"]]
    said += [f"set aside in {name}" for name in it["set_aside_in"]]
    return [*lines, *(wrap(f"bears on {', '.join(said)}", INDENT) if said else [])]


def _document_lines(document: Mapping[str, Any] | None) -> list[str]:
    if document is None:
        return []
    lines = heading("The account as received")
    lines += wrap(
        f"{document['author']} for {document['outlet']}; republished by "
        f"{document['republished_by']}",
        2,
    )
    for each in document["damage"]:
        lines += wrap(each, INDENT, "   -")
    lines += [f"  SHA-256 of the file: {document['sha256_file']}"]
    lines += [f"  SHA-256 normalised: {document['sha256_normalised']}"]
    text = "The text itself is not shipped: refight account --text FILE matches a copy."
    return [*lines, *wrap(text, 2)]


def _linked(account: Account) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {relation: set() for relation in RELATIONS}
    for row in account.rows.values():
        for relation in RELATIONS:
            found[relation] |= set(getattr(row.record.claims, relation))
    return found
