"""After: what is recorded of the aftermath, attributed, not simulated."""

from collections.abc import Mapping, Sequence
from typing import Any

from refight.account.model import Account
from refight.errors import UsageError, suggest
from refight.evidence.archive import Archive
from refight.report.lines import guarded, heading, wrap
from refight.report.rivals import links_of, rivals_data, rivals_lines, voices
from refight.report.topic import row_data, told_data, told_lines

RECORDED = "After the campaign. Recorded, not simulated."
INDENT = 6


def after_data(
    account: Account,
    archive: Archive,
    section: str = "",
    wording: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """Gather the after page, or one section of it.

    Raises UsageError for an unknown section.
    """
    known = account.views.after
    if section and section not in known:
        hint = suggest(section, known)
        raise UsageError("a section of the after page", f'"{section}"', hint=hint)
    chosen = {section: known[section]} if section else known
    return {
        "label": RECORDED,
        "sections": {
            name: _section(numbers, account, archive, wording or {})
            for name, numbers in chosen.items()
        },
    }


def after_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    """Write the after page."""
    lines = [page["label"]]
    for name, section in page["sections"].items():
        lines += heading(name.capitalize())
        for row in section["rows"]:
            lines += wrap(guarded(row["line"], loaded), INDENT, f"  r{row['number']}")
        lines += told_lines(section["told"], loaded)
        lines += ["  Also on record:"] if section["recorded"] else []
        lines += rivals_lines(section["recorded"], loaded)
    return lines


def _section(
    numbers: Sequence[int],
    account: Account,
    archive: Archive,
    wording: Mapping[str, str],
) -> dict[str, object]:
    rows = [account.rows[number] for number in numbers]
    names = dict.fromkeys(name for row in rows for name in row.sentences)
    links = links_of(row.record.claims for row in rows)
    return {
        "rows": [row_data(row) for row in rows],
        "told": [
            told_data(account.sentences[name], account, archive, wording)
            for name in names
        ],
        "recorded": rivals_data(links, archive),
        "voices": voices(links, archive),
    }
