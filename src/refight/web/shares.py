"""Shares: what each stated cause contributes, before and after calibration.

Reads what studies of the command line have kept (`refight causes ACT`, and with
`--calibrated` the same for refights that the record makes likely), else the results
that come with the package. Refights nothing; where there is nothing it says which
command makes it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from refight.attribution.causes import Causes, causes_of
from refight.attribution.factorial import Factorial, kept_factorial, seeds_of
from refight.attribution.measures import measures_of
from refight.attribution.swap import ACTS
from refight.ensemble.refight import Prepared
from refight.files import cache_folder
from refight.inference.abduction import abducted
from refight.inference.calibrate import kept_calibration
from refight.report.shipped import cause_page, made
from refight.web.causes import KINDS, name_of
from refight.web.point import SEED

Share = Mapping[str, float]
Shares = dict[str, dict[str, Share]]  # scale -> cause -> share
ENDS = ("value", "low", "high")


def shares_page(prepared: Callable[[str], Prepared]) -> dict[str, Any]:
    """Gather the shares of all causes of both acts, as far as they are at hand."""
    acts: list[dict[str, Any]] = []
    shares: list[dict[str, Any]] = []
    for act in ACTS:
        base = prepared(act)
        causes, pages = causes_of(base.scenario), shipped_pages(base)
        before = kept(kept_factorial(base)) or shipped_before(pages)
        after = kept(after_calibration(base)) or shipped_after(pages)
        acts.append(
            {
                "act": act,
                "before": bool(before),
                "after": bool(after),
                "commands": [
                    f"refight causes {act}",
                    f"refight causes {act} --calibrated",
                ],
                "made": made(base) if pages else "",
            }
        )
        shares += _scales(base, causes, before, after)
    return {"acts": acts, "shares": shares}


def kept(found: Factorial | None) -> Shares:
    """Take the shares from a kept study, the scale of the decision first."""
    if found is None:
        return {}
    scales = sorted(found.causes.scales, key=lambda each: each != found.decision)
    return {
        scale: {
            name: _ends(vars(found.shares(name, scale).shapley))
            for name in found.causes.names
        }
        for scale in scales
    }


def after_calibration(base: Prepared) -> Factorial | None:
    """Read an act's factorial after calibration if both are kept."""
    posterior = kept_calibration(base, seed=SEED)
    if posterior is None or not posterior.sample.shown:
        return None
    seeds = seeds_of(causes_of(base.scenario))
    return kept_factorial(base, SEED, abducted(posterior, seeds, SEED))


def shipped_pages(base: Prepared) -> dict[str, Mapping[str, Any]]:
    """Read the shipped page of each cause; none when they are of another act."""
    pages = {name: cause_page(base, name) for name in causes_of(base.scenario).names}
    return {name: page for name, page in pages.items() if page is not None}


def shipped_before(pages: Mapping[str, Mapping[str, Any]]) -> Shares:
    """Take the shares from shipped pages."""
    found: Shares = {}
    for name, page in pages.items():
        scales = (page["shares"] or {}).get("scales", ())
        for scale in sorted(scales, key=lambda each: each["id"] != page["scale"]):
            share = _ends(scale["share"]["shapley"])
            found.setdefault(scale["id"], {})[name] = share
    return found


def shipped_after(pages: Mapping[str, Mapping[str, Any]]) -> Shares:
    """Take the shares after calibration from shipped pages: of the decision only."""
    found: Shares = {}
    for name, page in pages.items():
        share = (page["calibrated"] or {}).get("share")
        if share is not None:
            found.setdefault(page["scale"], {})[name] = _ends(share)
    return found


def studied() -> int:
    """Name the state of the kept studies: it changes when one is added."""
    try:
        return (cache_folder() / "worlds").stat().st_mtime_ns
    except OSError:
        return 0  # none has been run


def _scales(
    base: Prepared, causes: Causes, before: Shares, after: Shares
) -> Iterator[dict[str, Any]]:
    known, act = measures_of(base.scenario, base.archive), base.scenario.act
    for scale in before or after:
        measure = known[scale]
        yield {
            "act": act,
            "outcome": scale,
            "title": measure.title,
            "kind": KINDS[measure.kind],
            "unit": measure.unit,
            "bars": [
                {
                    "cause": name_of(each.id, act),
                    "title": each.lever.title,
                    "before": before.get(scale, {}).get(each.id),
                    "after": after.get(scale, {}).get(each.id),
                }
                for each in causes.causes
            ],
        }


def _ends(share: Mapping[str, Any]) -> Share:
    return {name: float(share[name]) for name in ENDS}
