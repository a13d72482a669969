"""Swap: each act under the other's command and forces policy, four cells.

Reads the shipped acts and the swapped levels in causes.yaml. Forces, ground, opponent
and season stay those of each act. Returns two contrasts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from refight.attribution.causes import stated
from refight.attribution.whatif import PAIRS, Contrast, contrast, paired_up
from refight.ensemble.refight import manifest, prepare, varied
from refight.ensemble.store import Ensemble
from refight.ensemble.worlds import Worlds, refight_worlds
from refight.inference.abduction import Abducted

Progress = Callable[[int, int], None]
ACTS = ("fall", "liberation")


@dataclass(frozen=True)
class Swap:
    """Both acts, each as it was and under the other's policy."""

    fall: Contrast
    liberation: Contrast


def swap(
    pairs: int = PAIRS,
    seed: int = 1,
    progress: Progress | None = None,
    version: str = "recorded",
    threads: int | None = None,
) -> Swap:
    """Refight both acts under both policies, pair by pair.

    Ctrl-C ends it: four cells of which some are short would mislead.
    """
    found = []
    for number, act in enumerate(ACTS):
        report, policy = _part(progress, number, pairs), stated()["swap"][act]
        made = contrast(act, policy, pairs, seed, report, version, threads)
        if made.count < pairs:
            raise KeyboardInterrupt
        found.append(made)
    return Swap(*found)


def calibrated_swap(
    given: Mapping[str, Abducted],
    progress: Progress | None = None,
    threads: int | None = None,
) -> Swap:
    """Swap the policies in refights that each act's record makes likely."""
    fall, liberation = (_again(act, given[act], progress, threads) for act in ACTS)
    return Swap(fall, liberation)


def _again(
    act: str, given: Abducted, progress: Progress | None, threads: int | None
) -> Contrast:
    base = prepare(act)
    choices = stated()["swap"][act]
    worlds = Worlds(base, ({}, choices), given.design, given.fixed)
    columns = given.repeated(refight_worlds(worlds, threads, progress))
    arms = (
        Ensemble(
            manifest(each, given.design, given.design.count),
            {name: values[number] for name, values in columns.items()},
        )
        for number, each in enumerate((base, varied(base, choices)))
    )
    return paired_up(base, *arms, independent=given.independent)


def _part(progress: Progress | None, number: int, pairs: int) -> Progress | None:
    if progress is None:
        return None
    report = progress
    return lambda done, _: report(number * pairs + done, len(ACTS) * pairs)
