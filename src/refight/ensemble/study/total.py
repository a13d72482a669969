"""Total: one digest of many refights, whatever pieces they come in.

Each column is hashed as its values come, in the order of refights. The digest of an
arm is that of the same refights run in one piece (names, types, shapes, bytes), so it
depends on neither chunks, executors, nor the order in which chunks were finished.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from refight.errors import EnsembleError
from refight.manifest import digest


class Fingerprint:
    """Hashes the columns of refights that come in pieces, in order."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.states: dict[str, Any] = {}
        self.kinds: dict[str, tuple[str, tuple[int, ...]]] = {}
        self.count = 0

    def add(self, columns: Mapping[str, Any]) -> None:
        """Take the next refights, (n, ...). Raises EnsembleError for other columns."""
        arrays = {name: np.ascontiguousarray(each) for name, each in columns.items()}
        kinds = {name: (str(a.dtype), a.shape[1:]) for name, a in arrays.items()}
        if not self.kinds:
            self.kinds = kinds
            self.states = {name: hashlib.sha256() for name in kinds}
        if kinds != self.kinds:
            raise EnsembleError("the same columns in every chunk", "other ones")
        for name, each in arrays.items():
            self.states[name].update(each)
        self.count += len(next(iter(arrays.values()), ()))

    def digest(self) -> str:
        """Give the digest of all refights so far."""
        return digest(
            [
                [name, kind, [self.count, *shape], self.states[name].hexdigest()]
                for name, (kind, shape) in sorted(self.kinds.items())
            ]
        )


def fingerprint(columns: Mapping[str, Any]) -> str:
    """Hash the columns of refights that are all there."""
    whole = Fingerprint()
    whole.add(columns)
    return whole.digest()


def scalars(columns: Mapping[str, Any]) -> dict[str, Any]:
    """Keep what is one number for each refight: all but the daily columns."""
    return {name: each for name, each in columns.items() if each.ndim == 1}


def together(arms: Iterable[tuple[tuple[str, ...], str]]) -> str:
    """Hash the digests of the arms of a study, each beside its variant."""
    return digest([[list(variant), found] for variant, found in arms])
