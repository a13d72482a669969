"""Shelf: answers kept on disk from one start of the server to the next.

An answer is gzipped content. Its file is named after its address; the folder after the
code and the campaign, so that answers of other code are never read.
"""

import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from refight.errors import EnsembleError
from refight.files import cache_folder, write_atomic
from refight.manifest import SHORT, digest

STALE = 7 * 86_400  # seconds after which answers of other code are cleared
KINDS = ("json", "pack")


@dataclass(frozen=True)
class Answer:
    """One answer: gzipped content, and whether it is JSON or a pack."""

    content: bytes
    kind: str  # "json" or "pack"

    @property
    def tag(self) -> str:
        """Name the content, so that a browser need not fetch it twice."""
        return digest(self.content)[:SHORT]


@dataclass(frozen=True)
class Shelf:
    """The answers of one code and campaign."""

    folder: Path

    def get(self, name: str) -> Answer | None:
        """Give an answer that was put here, or None."""
        for kind in KINDS:
            with suppress(OSError):  # absent: it can be made
                return Answer(self._path(name, kind).read_bytes(), kind)
        return None

    def put(self, name: str, answer: Answer) -> None:
        """Keep an answer; a read-only home slows the next start, no more."""
        with suppress(EnsembleError):
            path = self._path(name, answer.kind)
            write_atomic(path, answer.content, EnsembleError)

    def _path(self, name: str, kind: str) -> Path:
        return self.folder / f"{digest(name)[: 2 * SHORT]}.{kind}"


def opened(of: str) -> Shelf:
    """Open the shelf of a digest of code and campaign; clear old ones of others."""
    folder = cache_folder() / "page"
    own = folder / of[:SHORT]
    for other in folder.glob("*/"):
        with suppress(OSError):  # another server clears too
            if other != own and time.time() - other.stat().st_mtime > STALE:
                shutil.rmtree(other, ignore_errors=True)
    return Shelf(own)
