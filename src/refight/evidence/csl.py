"""CSL: sources as CSL JSON, the exchange form of Zotero and other managers.

Both ways. What CSL has no field for (stance, how it was seen, how reliable) travels in
`custom`, which CSL 1.0.2 allows. Names are kept whole ("literal"): to split them would
be to guess. A source that comes from elsewhere has stance "unknown" until a person says
otherwise, and counts as recalled: nobody has said that it was read.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from refight.errors import EvidenceError
from refight.evidence.records import Source
from refight.files import parse_json, read_text

TYPES = {  # kind of a source -> type of CSL
    "article": "article",
    "book": "book",
    "encyclopedia": "entry-encyclopedia",
    "memoir": "book",
    "official": "report",
    "study": "article-journal",
}
KINDS = {  # type of CSL -> kind of a source; anything else is an article
    "book": "book",
    "chapter": "book",
    "entry-encyclopedia": "encyclopedia",
    "entry-dictionary": "encyclopedia",
    "report": "official",
    "legislation": "official",
    "article-journal": "study",
    "thesis": "study",
    "interview": "memoir",
}
OWN = ("kind", "stance", "access", "extent", "reliability", "cited_in")
UNSEEN = {"stance": "unknown", "access": "recalled", "reliability": "not graded"}
IMPORTED = "Imported from a reference manager; say who reads it from which stand."
YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Imported:
    """Sources taken from a CSL file as entries of sources.yaml, and what was left."""

    entries: tuple[dict[str, Any], ...]
    left_out: tuple[tuple[str, str], ...]  # what, why


def to_csl(source: Source) -> dict[str, Any]:
    """Give one source as an item of CSL JSON; empty fields are left out."""
    item: dict[str, Any] = {
        "id": source.key,
        "type": TYPES.get(source.kind, "document"),
        "title": source.title,
        "author": [{"literal": source.author}] if source.author else [],
        "publisher": source.publisher,
        "issued": {"date-parts": [[source.year]]} if source.year else {},
        "URL": source.url,
        "note": source.note,
        "custom": {n: value for n in OWN if (value := getattr(source, n))},
    }
    return {name: value for name, value in item.items() if value}


def read_csl(path: Path) -> Imported:
    """Read sources from a CSL JSON file.

    Raises EvidenceError when the file is not CSL JSON; an item without a title is
    left out and named.
    """
    items = _items(path)
    entries: list[dict[str, Any]] = []
    left: list[tuple[str, str]] = []
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict) or not _text(item, "title"):
            name = _text(item, "id") if isinstance(item, dict) else ""
            left.append((name or f"item {number}", "no title"))
            continue
        entries.append(_entry(item, {each["id"] for each in entries}))
    return Imported(tuple(entries), tuple(left))


def _items(path: Path) -> Sequence[object]:
    hint = "export the library as CSL JSON"
    text = read_text(path, EvidenceError)
    page = parse_json(text, str(path), EvidenceError, "CSL JSON", hint)
    found = page.get("items") if isinstance(page, dict) else page
    if not isinstance(found, list) or not found:
        what = "no items" if found == [] else type(page).__name__
        raise EvidenceError("a list of items", what, str(path), hint)
    return found


def _entry(item: Mapping[str, Any], taken: set[str]) -> dict[str, Any]:
    custom = item.get("custom")
    own = custom if isinstance(custom, dict) else {}
    known = {n: str(own[n]) for n in OWN if own.get(n)}
    entry: dict[str, Any] = {
        "id": _new_id(item, taken),
        "title": _text(item, "title"),
        "author": "; ".join(_names(item.get("author"))),
        "publisher": _text(item, "publisher") or _text(item, "container-title"),
        "year": _year(item.get("issued")),
        "url": _text(item, "URL"),
        "kind": KINDS.get(_text(item, "type"), "article"),
        "note": _text(item, "note") or (IMPORTED if not known else ""),
        **UNSEEN,
        **known,
    }
    return {name: value for name, value in entry.items() if value}


def _new_id(item: Mapping[str, Any], taken: set[str]) -> str:
    """Make a short id: the item's own last part in small letters and hyphens."""
    plain = _text(item, "citation-key") or _text(item, "id") or _text(item, "title")
    words = re.findall(r"[a-z0-9]+", plain.rpartition("/")[2].lower())
    name = "-".join(words)[:40].strip("-") or "source"
    number = 2
    unique = name
    while unique in taken:
        unique, number = f"{name}-{number}", number + 1
    return unique


def _names(found: object) -> list[str]:
    people = found if isinstance(found, list) else []
    return [name for each in people if (name := _name(each))]


def _name(person: object) -> str:
    if not isinstance(person, dict):
        return ""
    parts = [_text(person, key) for key in ("given", "non-dropping-particle", "family")]
    return _text(person, "literal") or " ".join(part for part in parts if part)


def _year(issued: object) -> int | None:
    """Give the year of a date as CSL writes it: parts, a raw text, or a literal."""
    if not isinstance(issued, dict):
        return None
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        found = YEAR.search(str(parts[0][0]))
    else:
        found = YEAR.search(_text(issued, "raw") or _text(issued, "literal"))
    return int(found[0]) if found else None


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    return str(value).strip() if isinstance(value, str | int) else ""
