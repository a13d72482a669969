"""Recall and precision of a reading against the planted truth beside a text."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from refight.account.reading.model import DATE, DURATION, NUMBER
from refight.account.reading.names import Known
from refight.account.reading.reader import read_text

NO_NAMES = Known({}, {})
PLANTED = {"dates": DATE, "durations": DURATION, "numbers": NUMBER}
DECIMALS = 4


@dataclass(frozen=True)
class Score:
    """How many were planted, found of them, and found in all."""

    planted: int
    right: int
    found: int

    @property
    def recall(self):
        return self.right / self.planted if self.planted else 1.0

    @property
    def precision(self):
        return self.right / self.found if self.found else 1.0

    def __add__(self, other):
        return Score(
            self.planted + other.planted,
            self.right + other.right,
            self.found + other.found,
        )


NOTHING = Score(0, 0, 0)


def truth_of(path: Path):
    return yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))


def read_all(path: Path):
    return read_text(path.read_text("utf-8"), NO_NAMES)


def score(path: Path) -> dict[str, Score]:
    """Count by kind; value and unit have to be right, where a unit is planted."""
    truth, read = truth_of(path), read_all(path)
    return {
        name: _score(truth[name], _of(read, kind)) for name, kind in PLANTED.items()
    }


def total(folder: Path) -> dict[str, Score]:
    """Add up the scores of all texts of a folder."""
    each = [score(path) for path in sorted(folder.glob("*.txt"))]
    return {name: sum((s[name] for s in each), NOTHING) for name in PLANTED}


def _of(read, kind):
    return [f for sentence in read for f in sentence.findings if f.kind == kind]


def _score(planted, found):
    left, right = list(found), 0
    for each in planted:
        hit = next((f for f in left if _same(each, f)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return Score(len(planted), right, len(found))


def _same(planted, found):
    if len(planted) == 2:
        return [str(day) for day in planted] == [found.first, found.last]
    low, high, unit = planted
    same = (_round(low), _round(high)) == (_round(found.low), _round(found.high))
    return same and (unit is None or _stem(unit) == _stem(found.unit))


def _round(end):
    return None if end is None else round(float(end), DECIMALS)


def _stem(unit):
    return unit.lower().rstrip("s")
