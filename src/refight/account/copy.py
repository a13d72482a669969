"""Copy: a reader's own copy of the account, given or remembered by its path.

Only the path is kept, in the cache folder; the text never is.
"""

from dataclasses import dataclass
from pathlib import Path

from refight.account.model import Account
from refight.account.text import Match, Wanted, match, read_copy
from refight.files import cache_folder, write_atomic

REMEMBERED = "account-copy.path"


@dataclass(frozen=True)
class Copy:
    """A reader's copy: its text and how it matches the account."""

    text: str
    match: Match


NONE = Copy("", Match((), ()))


def wanted(account: Account) -> tuple[Wanted, ...]:
    """Give what is known of every sentence's wording: digest and length."""
    sentences = account.sentences.values()
    return tuple(Wanted(s.id, s.sha256, s.end - s.start) for s in sentences)


def open_copy(path: Path, account: Account) -> Copy:
    """Read a copy and match it. Raises AccountError when it cannot be read."""
    text = read_copy(path)
    return Copy(text, match(text, wanted(account)))


def remember(path: Path) -> Path:
    """Keep the path of a copy for later pages. Returns the file that keeps it."""
    kept = cache_folder() / REMEMBERED
    write_atomic(kept, str(path.resolve()).encode("utf-8"))
    return kept


def remembered() -> Path | None:
    """Give the remembered path, or None when there is none or it is gone."""
    kept = cache_folder() / REMEMBERED
    if not kept.is_file():
        return None
    path = Path(kept.read_text("utf-8").strip())
    return path if path.is_file() else None
