"""Shares: what each stated cause contributes, before and after calibration.

Only reads what studies of the command line have kept: `refight causes ACT`, and with
`--calibrated` the same for refights that the record makes likely. Refights nothing;
where nothing is kept it says which command makes it.
"""

from collections.abc import Callable, Iterator
from typing import Any

from refight.attribution.causes import causes_of
from refight.attribution.factorial import Factorial, kept_factorial, seeds_of
from refight.attribution.measures import Measure
from refight.attribution.swap import ACTS
from refight.ensemble.refight import Prepared
from refight.files import cache_folder
from refight.inference.abduction import abducted
from refight.inference.calibrate import kept_calibration
from refight.web.causes import KINDS, name_of
from refight.web.point import SEED


def shares_page(prepared: Callable[[str], Prepared]) -> dict[str, Any]:
    """Gather the shares of all causes of both acts, as far as they are kept."""
    acts: list[dict[str, Any]] = []
    shares: list[dict[str, Any]] = []
    for act in ACTS:
        base = prepared(act)
        before, after = kept_factorial(base), after_calibration(base)
        acts.append(
            {
                "act": act,
                "before": before is not None,
                "after": after is not None,
                "commands": [
                    f"refight causes {act}",
                    f"refight causes {act} --calibrated",
                ],
            }
        )
        shares += _scales(act, before, after)
    return {"acts": acts, "shares": shares}


def after_calibration(base: Prepared) -> Factorial | None:
    """Read an act's factorial after calibration if both are kept."""
    posterior = kept_calibration(base, seed=SEED)
    if posterior is None or not posterior.sample.shown:
        return None
    seeds = seeds_of(causes_of(base.scenario))
    return kept_factorial(base, SEED, abducted(posterior, seeds, SEED))


def studied() -> int:
    """Name the state of the kept studies: it changes when one is added."""
    try:
        return (cache_folder() / "worlds").stat().st_mtime_ns
    except OSError:
        return 0  # none has been run


def _scales(
    act: str, before: Factorial | None, after: Factorial | None
) -> Iterator[dict[str, Any]]:
    """Give one chart for each scale, that of the decision first."""
    found = before or after
    if found is None:
        return
    for scale in sorted(found.causes.scales, key=lambda each: each != found.decision):
        measure = found.measures[scale]
        bars = [
            {
                "cause": name_of(each.id, act),
                "title": each.lever.title,
                "before": _share(before, each.id, scale),
                "after": _share(after, each.id, scale),
            }
            for each in found.causes.causes
        ]
        yield {"act": act, "outcome": scale, **_axis(measure), "bars": bars}


def _axis(measure: Measure) -> dict[str, str]:
    kind = KINDS[measure.kind]
    return {"title": measure.title, "kind": kind, "unit": measure.unit}


def _share(found: Factorial | None, cause: str, scale: str) -> dict[str, float] | None:
    if found is None:
        return None
    it = found.shares(cause, scale).shapley
    return {"value": it.value, "low": it.low, "high": it.high}
