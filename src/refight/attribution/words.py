"""Words: what may be said of a number, from thresholds that stand in words.yaml.

Reads the thresholds once. Returns one word for a difference and its interval. No page
writes a verdict of its own.
"""

import math
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from refight.attribution.interval import Estimated
from refight.attribution.measures import COUNT
from refight.errors import UsageError
from refight.files import load_yaml


@cache
def thresholds() -> dict[str, Any]:
    """Read the thresholds and words."""
    path = Path(str(files("refight"))) / "attribution" / "words.yaml"
    return dict(load_yaml(path, UsageError)[0])


def visible(kind: str, factual: float) -> float:
    """Give the smallest difference of a measure that is called visible.

    factual  the mean as it was, of which a count's threshold is a share
    """
    least = float(thresholds()["visible"][kind])
    return least * abs(factual) if kind == COUNT else least


def effect_word(kind: str, effect: Estimated, least: float, differing: int = 1) -> str:
    """Name an effect by where its interval lies; `least` is the smallest visible.

    differing  pairs that differ at all

    >>> effect_word("chance", Estimated(0.2, 0.03, 0.14, 0.26), least=0.05)
    'raises the chance'
    >>> effect_word("day", Estimated(0.1, 0.1, -0.1, 0.3), least=1.0)
    'no visible effect'
    """
    said = thresholds()["said"]
    if math.isnan(effect.value):
        return str(said["none"])
    if differing == 0:
        return str(said["identical"])
    if not effect.clear:
        inside = -least <= effect.low and effect.high <= least
        return str(said["no-effect" if inside else "undecided"])
    word = str(said[kind]["raises" if effect.value > 0 else "lowers"])
    return word if abs(effect.value) >= least else str(said["little"]).format(word)
