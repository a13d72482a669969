"""Shelf: the evidence files of a campaign as lists of items.

Reads `<campaign>/evidence/<folder>/*.yaml` and the two files beside the folders.
Parsing YAML takes about half a second and is the same until a file changes, so
the plain lists are kept as JSON in the cache folder, named by the digest of all
files. A cache that cannot be read or written is passed over in silence: it is
never needed.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from refight.documents.kept import seal, unsealed
from refight.errors import EvidenceError, RefightError, nearest
from refight.evidence.item import Item
from refight.files import cache_folder, content_of, line_of, load_yaml, write_atomic
from refight.manifest import digest

FORMAT = 1  # rises when the form of the cached lists changes
KINDS = ("sources", "claims", "orbat", "timeline", "outcomes", "places")
BESIDE = ("roots", "aliases")
GROUPS = "roots"  # the one file that is a mapping of lists

Shelf = dict[str, list[Item]]


def read_shelf(campaign: Path) -> Shelf:
    """Read every evidence file: `<folder>/<kind>`, "roots:sources" ... -> items."""
    files = evidence_files(campaign)
    cache = cache_folder() / f"evidence-{FORMAT}-{_fingerprint(files)[:24]}.json"
    rows = _from_cache(cache)
    if rows is None:
        rows = {name: _parse(path) for name, path in files.items()}
        with suppress(RefightError, OSError, TypeError):  # a bare date is no JSON
            content = json.dumps(rows, ensure_ascii=False).encode()
            write_atomic(cache, seal(content))
    return {
        name: found
        for each, path in files.items()
        for name, found in _items(each, path, rows[each])
    }


def evidence_files(campaign: Path) -> dict[str, Path]:
    """Find the files: two beside the folders, and six in every folder."""
    root = campaign / "evidence"
    if not root.is_dir():
        raise EvidenceError(
            "a folder of evidence",
            "none",
            str(root),
            "give the folder of a campaign, with evidence/ in it",
        )
    folders = sorted(each for each in root.iterdir() if each.is_dir())
    found = {name: root / f"{name}.yaml" for name in BESIDE}
    found |= {f"{f.name}/{kind}": f / f"{kind}.yaml" for f in folders for kind in KINDS}
    _all_there(found)
    return found


Rows = list[tuple[str, int, int, dict[str, object]]]  # group, index, line, fields


def _all_there(files: Mapping[str, Path]) -> None:
    for path in files.values():
        if not path.is_file():
            there = [each.name for each in path.parent.iterdir()]
            close = nearest(path.name, there)
            hint = f'is it "{close}"?' if close else "add it; an empty list is []"
            raise EvidenceError("a file of evidence", "none", str(path), hint)


def _fingerprint(files: Mapping[str, Path]) -> str:
    parts = [
        (name, digest(content_of(path, EvidenceError))) for name, path in files.items()
    ]
    return digest([(name, value) for name, value in parts])


def _from_cache(path: Path) -> dict[str, Rows] | None:
    try:
        content = unsealed(content_of(path, EvidenceError))
        found: dict[str, Rows] = json.loads(content)
    except (EvidenceError, ValueError):
        return None
    return found


def _parse(path: Path) -> Rows:
    data, lines = load_yaml(path, EvidenceError)
    groups = data if path.stem == GROUPS else {"": data}
    if not isinstance(groups, dict):
        raise _not_a_list(path, 1, groups)
    rows: Rows = []
    for group, entries in groups.items():
        start: tuple[str | int, ...] = (group,) if group else ()
        if not isinstance(entries, list):
            raise _not_a_list(path, line_of(lines, start), entries)
        for index, fields in enumerate(entries):
            line = line_of(lines, (*start, index))
            if not isinstance(fields, dict):
                raise EvidenceError(
                    "an entry with fields", repr(fields), f"{path}:{line}"
                )
            rows.append((group, index, line, fields))
    return rows


def _not_a_list(path: Path, line: int, found: object) -> EvidenceError:
    kind = type(found).__name__
    hint = "begin every entry with '- id: ...'"
    return EvidenceError("a list of entries", kind, f"{path}:{line}", hint)


def _items(name: str, path: Path, rows: Rows) -> list[tuple[str, list[Item]]]:
    folder = name.partition("/")[0] if "/" in name else ""
    found: Shelf = {}
    for group, index, line, fields in rows:
        within = (group, index) if group else (index,)
        item = Item(fields, folder, path, within, line)
        found.setdefault(f"{name}:{group}" if group else name, []).append(item)
    return list(found.items()) or [(name, [])]
