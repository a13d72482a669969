"""Rivals: claims of the record beside the account's, with how each was seen.

In order of the date they give, those without a date after them by year of
publication. Claims that go back to one root are one voice and are counted so.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from refight.account.calendars import both
from refight.account.model import Links
from refight.evidence.archive import Archive
from refight.evidence.records import Claim, Source
from refight.report.lines import guarded, plural, span, titled, wrap

RELATIONS = ("corroborating", "contradicting", "qualifying")
LAST = "9999"  # sorts after every year
SEEN = {
    "read": "read",
    "cited": "cited at second hand",
    "recalled": "recalled, not checked",
}
INDENT = 6


def links_of(links: Iterable[Links]) -> dict[str, tuple[str, ...]]:
    """Join the links of several rows or sentences, each claim once per relation."""
    kept = tuple(links)
    return {
        relation: tuple(
            dict.fromkeys(c for each in kept for c in getattr(each, relation))
        )
        for relation in ("own", *RELATIONS)
    }


def rivals_data(
    links: Mapping[str, Sequence[str]], archive: Archive
) -> list[dict[str, object]]:
    """List the rival claims in order of date, each with its relation and source."""
    pairs = [(archive.claims[key], r) for r in RELATIONS for key in links[r]]
    pairs.sort(key=lambda pair: _order(pair[0], archive))
    return [{"relation": r, **claim_data(claim, archive)} for claim, r in pairs]


def claim_data(claim: Claim, archive: Archive) -> dict[str, object]:
    """Give one claim with its source and how it was seen, as plain data."""
    source = archive.sources[claim.source]
    value = claim.value
    return {
        "claim": claim.key,
        "about": claim.about,
        "statement": claim.statement,
        "side": claim.side,
        "first": claim.date.first if claim.date else None,
        "last": claim.date.last if claim.date else None,
        "low": value.low if value else None,
        "high": value.high if value else None,
        "unit": value.unit if value else None,
        "locator": claim.locator,
        "note": claim.note,
        "spot_check": claim.audited,
        "root": claim.root,
        **source_data(source),
    }


def source_data(source: Source) -> dict[str, object]:
    """Give the short form of a source, as plain data."""
    return {
        "source": source.key,
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "year": source.year,
        "stance": source.stance,
        "seen": seen(source),
    }


def seen(source: Source) -> str:
    """Say how a source was seen: read (how much), at second hand, or recalled."""
    how = SEEN.get(source.access, source.access)
    if source.access == "cited" and source.cited_in:
        return f"{how} in {source.cited_in}"
    return f"{how} ({source.extent})" if source.extent else how


def voices(
    links: Mapping[str, Sequence[str]], archive: Archive
) -> dict[str, dict[str, int]]:
    """Count claims, sources and voices (roots) for every relation."""
    counted = {}
    for relation in RELATIONS:
        claims = archive.get_claims(links[relation])
        counted[relation] = {
            "claims": len(claims),
            "sources": len({claim.source for claim in claims}),
            "voices": len(archive.independent(claims)),
        }
    return counted


def rivals_lines(
    rivals: Iterable[Mapping[str, Any]], loaded: Sequence[str]
) -> list[str]:
    """Write rival claims, one paragraph each."""
    lines: list[str] = []
    for it in rivals:
        lines += wrap(f"{when(it)} {it['relation']}: {it['claim']}", INDENT, "   -")
        lines += wrap(guarded(it["statement"], loaded) + said_amount(it), INDENT)
        lines += wrap(by(it, loaded), INDENT)
        if it["note"]:
            lines += wrap(f"note: {guarded(it['note'], loaded)}", INDENT)
    return lines


def voices_lines(counted: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Write how many voices there are, copies of one root being one."""
    said = [
        f"{relation} {plural(it['claims'], 'claim')} of {plural(it['voices'], 'voice')}"
        for relation, it in counted.items()
        if it["claims"]
    ]
    if not said:
        return ["  No other source on record."]
    text = f"{'; '.join(said)}. Sources that copy one another are one voice."
    return wrap(text[0].upper() + text[1:], 2)


def when(it: Mapping[str, Any]) -> str:
    """Write the date of a claim in both calendars, or that it has none."""
    if it["first"] is None:
        return f"[no date; published {it['year'] or 'in an unknown year'}]"
    if it["first"] == it["last"]:
        return f"[{both(it['first'])}]"
    return f"[{both(it['first'])} to {both(it['last'])}]"


def said_amount(it: Mapping[str, Any]) -> str:
    """Write the amount that a claim states, in brackets."""
    if it["unit"] is None:
        return ""
    return f" [{span(it['low'], it['high'], it['unit'])}]"


def by(it: Mapping[str, Any], loaded: Sequence[str]) -> str:
    """Write who says it, the stance, how it was seen, and where it stands."""
    who = ", ".join(
        part
        for part in (
            guarded(it["author"], loaded),
            titled(it["title"]),
            guarded(it["publisher"], loaded),
            str(it["year"] or "no year"),
        )
        if part
    )
    at = f"; at {titled(it['locator'])}" if it["locator"] else ""
    root = "" if it["root"] == it["source"] else f"; root: {it['root']}"
    return f"{who}; stance: {it['stance']}; seen: {it['seen']}{at}{root}"


def _order(claim: Claim, archive: Archive) -> tuple[str, str, str]:
    year = archive.sources[claim.source].year
    published = f"{year:04d}" if year else LAST
    return (claim.date.first if claim.date else LAST, published, claim.key)
