"""Scrutiny: a source with what of the account it bears on, and all stances at once.

Adds the account to the pages of `sources`: the rows that a source's claims bear on,
the card of the account itself as received, and, in the table by stance, how often
each stance corroborates, contradicts and qualifies.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from refight.account.model import Account
from refight.evidence.archive import Archive
from refight.report.account import document_data
from refight.report.lines import heading, table, turned, wrap
from refight.report.sources import source_page_data, source_page_lines, stance_data

RELATIONS = ("own", "corroborating", "contradicting", "qualifying")
INDENT = 6
HOW_COUNTED = (
    "The same is counted for every stance. Voices: sources that do not copy one "
    "another; noted: claims with a note of the curator; re-read and mended: in the "
    "spot check; set aside: claims that an outcome leaves out, with its reason; the "
    "last three: claims linked to rows of the account."
)


def source_data(query: str, account: Account, archive: Archive) -> dict[str, object]:
    """Gather the page of a source, or the candidates, with the account's rows.

    query  key, short id, words, or a name of `views.yaml` such as "seed"
    """
    name = account.views.source_names.get(query.strip().lower(), query)
    page: dict[str, Any] = source_page_data(archive, name)
    if "candidates" in page:
        return page
    keys = {record["source"] for record in page["records"]}
    own = keys & set(account.document.sources)
    return {
        **page,
        "bears_on": _bearing(keys, account, archive),
        "document": document_data(account, archive) if own else None,
    }


def source_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    """Write the page of a source: the account's card first, then the record."""
    lines = source_page_lines(page, loaded)
    if "candidates" in page:
        return lines
    lines = [*_document_lines(page["document"]), *lines]
    lines += heading("Bears on the account")
    for it in page["bears_on"]:
        lines += wrap(
            f"{it['as']}: {', '.join(it['claims'])}", INDENT, f"  {it['row']}"
        )
    return lines if page["bears_on"] else [*lines, "  No row."]


def stances_data(account: Account, archive: Archive) -> list[dict[str, object]]:
    """Count sources, claims and flags by stance, with the relations to the account."""
    linked: dict[str, set[str]] = {
        relation: {
            claim
            for row in account.rows.values()
            for claim in getattr(row.record.claims, relation)
        }
        for relation in RELATIONS[1:]
    }
    return [
        {**it, **_relations(str(it["stance"]), linked, archive)}
        for it in stance_data(archive)
    ]


def stances_lines(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Write the table by stance, and how it was counted."""
    head = list(rows[0])
    body = [[str(row[name]) for name in head] for row in rows]
    rows_of_flags = table(turned([head, *body]))
    return ["Flags by stance", "", *rows_of_flags, "", *wrap(HOW_COUNTED)]


def _relations(
    stance: str, linked: Mapping[str, set[str]], archive: Archive
) -> dict[str, int]:
    return {
        relation: sum(
            archive.sources[archive.claims[key].source].stance == stance
            for key in claims
        )
        for relation, claims in linked.items()
    }


def _bearing(
    keys: set[str], account: Account, archive: Archive
) -> list[dict[str, object]]:
    return [
        {"row": f"r{row.number}", "as": relation, "claims": claims}
        for row in account.rows.values()
        for relation in RELATIONS
        if (
            claims := [
                key
                for key in getattr(row.record.claims, relation)
                if archive.claims[key].source in keys
            ]
        )
    ]


def _document_lines(document: Mapping[str, Any] | None) -> list[str]:
    if document is None:
        return []
    who = f"{document['author']} for {document['outlet']}"
    lines = ["The account as received", ""]
    lines += wrap(f"{who}; republished by {document['republished_by']}", 2)
    for each in document["damage"]:
        lines += wrap(each, INDENT, "   -")
    lines += ["  SHA-256 of the file:", f"    {document['sha256_file']}"]
    lines += ["  SHA-256 normalised:", f"    {document['sha256_normalised']}"]
    text = "The text itself is not shipped: refight account --text FILE matches a copy."
    return [*lines, *wrap(text, 2), ""]
