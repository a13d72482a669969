"""Elsewhere: battles refought where a place has been opened, battle by battle.

A worker is sent a battle with the coefficients and refuses it when its code, or what
it makes of the first battle, is not the sender's. Returns what `fight` returns.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.ensemble.keep import code_digest
from refight.ensemble.place import Calls, Place
from refight.ensemble.run import Progress
from refight.ensemble.study.chunk import WAY
from refight.errors import EnsembleError
from refight.manifest import digest
from refight.trials.coefficients import pool
from refight.trials.fight import Fought, Question, one_battle

Floats = NDArray[np.float64]
TRIED: set[str] = set()  # what this process has made of first battles, as was asked


@dataclass(frozen=True)
class Part:
    """One battle to refight.

    first   the first battle of all, once
    made    digest of what came of it where the question is asked
    """

    number: int
    asked: Question
    first: Question
    made: str
    code: str


@cache
def own_code() -> str:
    """Digest the code that turns a battle into a system, and reads what came of it."""
    here = Path(__file__).parent
    return digest([path.read_text() for path in sorted(here.glob("*.py"))])


def fight_elsewhere(
    asked: Question, place: Place, progress: Progress | None = None
) -> Fought:
    """Refight every battle at a place; the same numbers as here."""
    shape = (len(asked.battles), asked.refights)
    columns = {name: np.empty(shape) for name in Fought.__dataclass_fields__}
    parts = _parts(asked)
    for done, (part, found) in enumerate(Calls(place, fight_part, parts).done(), 1):
        for name, values in found.items():
            columns[name][part.number] = values
        if progress is not None:
            progress(done * asked.refights, columns["advance"].size)
    return Fought(**columns)


def fight_part(part: Part) -> dict[str, Any]:
    """Refight one battle; columns of `Fought`, each (R,). Raises EnsembleError."""
    code = _code()
    if part.code != code:
        raise EnsembleError(f"code {part.code}", f"code {code}", "worker", WAY)
    if part.made not in TRIED:
        if _made(part.first) != part.made:
            found = "other numbers from the same code"
            raise EnsembleError("the first battle as asked", found, "worker", WAY)
        TRIED.add(part.made)
    return _fought(part.asked)


def _parts(asked: Question) -> Iterator[Part]:
    first = replace(asked, battles=asked.battles[:1], refights=1)
    made, code = _made(first), _code()
    for number, each in enumerate(asked.battles):
        yield Part(number, replace(asked, battles=(each,)), first, made, code)


def _fought(asked: Question) -> dict[str, Any]:
    drawn = [pool(each, asked.seed) for each in asked.fit.members]
    return one_battle(asked.battles[0], drawn, asked)


def _made(asked: Question) -> str:
    return digest({name: each.tolist() for name, each in _fought(asked).items()})


def _code() -> str:
    return digest([code_digest(), own_code()])[:16]
