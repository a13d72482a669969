"""Proposal: where the first round of a calibration draws, as shipped with a campaign.

Reads proposals.json of the campaign, made by `tools/proposals.py` from posteriors under
all presets. A proposal decides how many refights are needed and nothing else: every
draw is weighted by it, and a tenth of it is the prior. With one that fits, the first
round is enough, and then other claims or presets re-weigh the very same refights.
"""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.files import campaign_path
from refight.inference.record import CAMPAIGN
from refight.inference.sampler import Mixture, about

NAME = "proposals.json"
KERNELS, DIGITS = 60, 3
Floats = NDArray[np.float64]


def start_of(act: str, free: tuple[str, ...]) -> Mixture:
    """Give the proposal of an act; the prior where none is shipped for it."""
    found = _shipped().get(act)
    if found is None or tuple(found["free"]) != free:
        return Mixture.prior(len(free))
    points, root = (np.array(found[each], float) for each in ("points", "root"))
    return Mixture(points, root)


def made(
    free: tuple[str, ...], z: Floats, weights: Iterable[Floats], seed: int = 1
) -> dict[str, Any]:
    """Make the data of a proposal from draws (R, D) weighted in several ways."""
    mean = np.mean([*weights], axis=0)
    found = about(z, mean, np.random.default_rng(seed), KERNELS)
    points, root = (e.round(DIGITS).tolist() for e in (found.points, found.root))
    return {"free": list(free), "points": points, "root": root}


@cache
def _shipped() -> dict[str, Any]:
    path = campaign_path(CAMPAIGN) / NAME
    return dict(json.loads(path.read_text())) if path.is_file() else {}
