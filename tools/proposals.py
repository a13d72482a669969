"""Make proposals.json: where calibrations of the shipped acts begin to draw.

`python -m tools.proposals` calibrates both acts from the prior (some minutes; what is
kept is only read) and writes the file. Results do not depend on it, only how many
refights they take: make it anew when calibrations need a second round.
"""

import json

from refight.ensemble.refight import CAMPAIGN, prepare
from refight.files import campaign_path, write_atomic
from refight.inference.calibrate import (
    Posterior,
    free_of,
    likelihood_of,
    simulator,
)
from refight.inference.likelihood import presets
from refight.inference.proposal import NAME, made
from refight.inference.sampler import Plan, amis

ACTS = ("fall", "liberation")
SEED = 1
PLAN = Plan(3000, 1000, 2, enough=400.0)


def main() -> None:
    """Write the file."""
    found = {}
    for act in ACTS:
        base = prepare(act)
        free, likelihood = free_of(base), likelihood_of(base)
        sample = amis(simulator(base, free, SEED), likelihood.log, len(free), PLAN)
        every = Posterior(act, free, likelihood, sample, SEED).presets(presets())
        weights = [each.weights for each in every.values()]
        found[act] = made(free, sample.z, weights)
        effective = {name: round(e.sample.effective) for name, e in every.items()}
        print(f"{act}: {len(sample.z)} refights, effective draws {effective}")
    text = json.dumps(found, separators=(",", ":")) + "\n"
    write_atomic(campaign_path(CAMPAIGN) / NAME, text.encode())


if __name__ == "__main__":
    main()
