"""Work of `refight check`: calibrate both acts, then foretell each from the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from refight.cli.causes import compiled
from refight.cli.show import ACTS
from refight.ensemble.refight import Prepared, prepare
from refight.inference.calibrate import Posterior, calibrate_as
from refight.inference.check import across
from refight.inference.sampler import Plan
from refight.report.check import Checked
from refight.report.progress import progress

FORETOLD = 1000  # refights of each forecast, at most
PART = 10  # of the refights that may be spent on a calibration, one part in so many


@dataclass(frozen=True)
class Asked:
    """How the work is wanted."""

    refights: int
    preset: str
    seed: int
    threads: int | None
    quiet: bool


def checked(acts: Sequence[str], asked: Asked) -> list[Checked]:
    """Check some acts; the other act is calibrated too, since it teaches."""
    bases = {act: prepare(act) for act in ACTS}
    for base in bases.values():
        compiled(base, {}, asked.seed)
    posteriors = {act: _calibrated(base, asked) for act, base in bases.items()}
    return [_checked(act, bases, posteriors, asked) for act in acts]


def _calibrated(base: Prepared, asked: Asked) -> Posterior:
    plan = Plan.within(asked.refights)
    with progress(f"{base.scenario.title}: fit", silent=asked.quiet) as report:
        return calibrate_as(base, plan, asked.preset, asked.seed, asked.threads, report)


def _checked(
    act: str,
    bases: dict[str, Prepared],
    posteriors: dict[str, Posterior],
    asked: Asked,
) -> Checked:
    other = next(each for each in ACTS if each != act)
    teacher, base = posteriors[other], bases[act]
    if not teacher.sample.shown:
        return Checked(base, posteriors[act], other, teacher.sample.effective, None)
    count = min(FORETOLD, max(2, asked.refights // PART))
    preset = teacher.likelihood.preset
    with progress(f"{base.scenario.title}: blind", silent=asked.quiet) as report:
        found = across(base, teacher, preset, count, asked.seed, asked.threads, report)
    return Checked(base, posteriors[act], other, teacher.sample.effective, found)
