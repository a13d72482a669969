"""Targets: readers of documents, with sound documents to spoil."""

import json
from functools import cache
from pathlib import Path

from refight.account.arithmetic import work_all
from refight.account.copy import open_copy
from refight.account.model import Account
from refight.account.read import read as read_account
from refight.account.reading.document import open_text
from refight.account.reading.draft import draft_bytes, draft_of, read_draft, write_draft
from refight.account.reading.names import known_in
from refight.account.reading.reader import read_text
from refight.account.reading.working import work_out
from refight.evidence.archive import Archive
from refight.evidence.csl import to_csl
from refight.evidence.estimate import read_estimates
from refight.files import campaign_path
from refight.ground import layers
from refight.report.importing import import_data, import_lines
from refight.report.reading import (
    claim_lines,
    reading_data,
    reading_lines,
    review_data,
    review_lines,
)
from tools.fuzz.folders import file_target, files_of, folder_target
from tools.fuzz.hunt import Target

CAMPAIGN = campaign_path("khorramshahr")
TEXTS = Path(__file__).parent.parent.parent / "tests" / "account" / "reading" / "texts"
OUT = "out.yaml"


@cache
def archive() -> Archive:
    """Read the evidence as it is."""
    return Archive.read(CAMPAIGN)


@cache
def account() -> Account:
    """Read the account as it is."""
    return read_account(CAMPAIGN / "account")


def evidence() -> Target:
    """Sources, claims, orders of battle, timelines, outcomes, places; estimates."""
    files = {
        f"evidence/{n}": each for n, each in files_of(CAMPAIGN / "evidence").items()
    }
    files["estimates.yaml"] = (CAMPAIGN / "estimates.yaml").read_bytes()

    def read(root: Path) -> None:
        read_estimates(root / "estimates.yaml", Archive.read(root))

    return folder_target("evidence", files, read)


def accounts() -> Target:
    """The folder of an account, held against the evidence."""
    files = files_of(CAMPAIGN / "account")

    def read(root: Path) -> None:
        found = read_account(root)
        work_all(found, archive(), "")

    return folder_target("account", files, read)


def ground() -> Target:
    """The layers of the map."""
    return folder_target("ground", files_of(CAMPAIGN / "ground", "*"), layers.read)


def copies() -> Target:
    """A reader's own copy of the account (`--text`)."""
    files = files_of(TEXTS, "*.txt")
    return file_target("copy", files, lambda path: open_copy(path, account()))


def texts() -> Target:
    """A text of one's own (`refight read`)."""
    return file_target("text", files_of(TEXTS, "*.txt"), _read_text)


def drafts() -> Target:
    """A draft made of such a text, changed by hand (`refight confirm`)."""
    names = known_in(archive())
    files: dict[str, bytes] = {}
    for path in sorted(TEXTS.glob("*.txt"))[:3]:
        text = open_text(path)
        draft = draft_of(path.name, text, read_text(text, names))
        files[f"{path.stem}.yaml"] = draft_bytes(draft, [])
    return file_target("draft", files, _review)


def libraries() -> Target:
    """A library of a reference manager (`refight source --import`)."""
    items = [to_csl(each) for each in list(archive().sources.values())[:30]]
    files = {"library.json": json.dumps(items, ensure_ascii=False, indent=1).encode()}

    def read(path: Path) -> None:
        printed(import_lines(import_data(path)))

    return file_target("library", files, read)


def _read_text(path: Path) -> None:
    text = open_text(path)
    draft = draft_of(path.name, text, read_text(text, known_in(archive())))
    worked = work_out(draft)
    lines = reading_lines(reading_data(draft, worked, path), account().loaded_words)
    printed(lines)
    again = path.with_name(OUT)
    try:
        write_draft(again, draft, [each.data for each in worked])
        read_draft(again)
    finally:
        again.unlink(missing_ok=True)


def _review(path: Path) -> None:
    draft = read_draft(path)
    for claim in draft.claims:
        printed(claim_lines(draft, claim))
    worked = work_out(draft)
    printed(review_lines(review_data(draft, worked, path)))
    draft_bytes(draft, [each.data for each in worked])


def printed(lines: list[str]) -> None:
    """Print as a terminal would, which refuses what is no letter."""
    "\n".join(lines).encode("utf-8")
