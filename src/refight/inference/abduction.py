"""Abduction: refights as the record makes them likely, to fight them in other worlds.

Reads a posterior. Picks its refights in proportion to their weights, a heavy one more
than once, so that plain means over what is picked estimate the posterior's of the
parameters and of all that was drawn with them. The chance of battle is drawn anew, for
the act as it was too (decision 28): refights are picked for their luck as well, and any
change would lose it. Each is refought once; errors count what independent refights the
copies are worth.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from refight.ensemble.design import Design, chosen
from refight.errors import UsageError
from refight.inference import sampler
from refight.inference.calibrate import Posterior, set_to

Floats = NDArray[np.float64]
LUCK = 2**24  # replicates beyond those of any calibration


@dataclass(frozen=True)
class Abducted:
    """Different refights of a posterior, and how often each was picked.

    design     their draws, with other luck; fixed: the free parameters, as in `Worlds`
    copies     how often each counts, (R,)
    effective  draws that the posterior is worth from which they were picked
    """

    design: Design
    fixed: Mapping[str, Floats]
    copies: NDArray[np.int64]
    effective: float = math.inf

    @property
    def count(self) -> int:
        """Count the refights, copies with them."""
        return int(self.copies.sum())

    @property
    def independent(self) -> float:
        """Count the independent refights that they are worth.

        Two errors add up: that of the picks (Kish 1965), and that of the posterior
        itself, which has few effective draws.
        """
        picks = self.count**2 / float((self.copies**2).sum())
        return 1 / (1 / picks + 1 / self.effective)

    def repeated(self, columns: Mapping[str, Floats]) -> dict[str, Floats]:
        """Give columns (..., R) as often as their refights were picked."""
        return {
            name: np.repeat(each, self.copies, axis=-1)
            for name, each in columns.items()
        }


def abducted(posterior: Posterior, count: int, seed: int = 1) -> Abducted:
    """Pick refights by their weights, to fight them again in other worlds.

    At most half as many as there are effective draws, so that no few decide. Each has
    the parameters and the draw of all else that were weighed, and another chance.
    They come in no order. Raises UsageError when no posterior may be shown.
    """
    if not posterior.sample.shown:
        found = f"{posterior.sample.effective:,.0f}"
        hint = "calibrate with more refights"
        wanted = f"{sampler.SHOWN:.0f} effective draws"
        raise UsageError(wanted, found, posterior.act, hint)
    most = int(posterior.sample.effective / 2)
    each = sampler.systematic(posterior.weights, min(count, most), (seed, count))
    picked, copies = np.unique(each, return_counts=True)
    order = np.random.default_rng([seed, count]).permutation(picked.size)
    picked, copies = picked[order], copies[order]
    fixed = set_to(posterior.free, posterior.sample.z[picked])
    design = chosen(picked.tolist(), posterior.seed, LUCK)
    return Abducted(design, fixed, copies, posterior.sample.effective)
