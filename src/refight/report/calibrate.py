"""Calibrate: what the record teaches about the free parameters of an act.

Reads a posterior. Returns plain data, and lines for 80 columns. Below 100 effective
draws no posterior is shown, and the claims are judged by the prior alone.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import numpy as np

from refight.ensemble.refight import Prepared
from refight.inference.beliefs import Believed, LeftOut, believed, left_out
from refight.inference.calibrate import Posterior, quantile, values
from refight.inference.likelihood import presets
from refight.inference.pareto import RELIABLE
from refight.inference.record import COUNT, DAY, outcomes_of
from refight.inference.sampler import ENOUGH, SHOWN, effective
from refight.report.days import long_date
from refight.report.lines import amount, heading, plural, wrap
from refight.report.outcomes import percent
from refight.report.whatif import CLOSING

ENDS = (0.05, 0.5, 0.95)
MOST = 12  # claims and families of sources that a page lists


def calibrate_data(base: Prepared, posterior: Posterior) -> dict[str, Any]:
    """Gather a posterior, its diagnostics and what it says of the claims."""
    sample, shown = posterior.sample, posterior.sample.shown
    weights = posterior.weights if shown else np.full(len(sample.z), 1 / len(sample.z))
    return {
        "act": base.scenario.id,
        "title": base.scenario.title,
        "start": base.scenario.start.isoformat(),
        "preset": posterior.preset,
        "refights": len(sample.z),
        "rounds": sample.rounds,
        "seed": posterior.seed,
        "effective": sample.effective,
        "k_hat": sample.k_hat,
        "log_evidence": sample.log_evidence,
        "shown": shown,
        "outcomes": list(outcomes_of(posterior.likelihood.claims)),
        "claims": len(posterior.likelihood.claims),
        "parameters": _parameters(base, posterior) if shown else None,
        "presets": _presets(base, posterior) if shown else None,
        "left_out": [_left_out(e) for e in left_out(posterior)] if shown else None,
        "believed": [_believed(e) for e in believed(posterior, weights)],
        "model": CLOSING,
    }


def calibrate_lines(page: Mapping[str, Any]) -> list[str]:
    """Write a posterior for 80 columns."""
    lines = wrap(f"Calibrated: {page['title']}, preset {page['preset']}")
    lines.append("=" * max(len(each) for each in lines))
    lines += wrap(
        f"{plural(page['refights'], 'refight')} in {plural(page['rounds'], 'round')}, "
        f"seed {page['seed']}; {plural(page['claims'], 'claim')} on "
        f"{plural(len(page['outcomes']), 'outcome')}: {', '.join(page['outcomes'])}."
    )
    lines += diagnostics_lines(page)
    if page["shown"]:
        lines += heading("Free parameters: 5%, 50%, 95%")
        for row in page["parameters"]:
            lines += wrap(_row(row), 4, "  -")
        lines += heading("Other trust in the claims, from the same refights")
        for name, each in page["presets"].items():
            lines += wrap(f"{name}: {_preset(each)}", 4, "  -")
        lines += heading("One family of sources left out")
        lines += wrap("Shift of the mean, in posterior standard deviations:")
        for each in page["left_out"][:MOST]:
            lines += wrap(_family(each), 4, "  -")
    by = "the posterior" if page["shown"] else "the prior"
    lines += heading(f"Claims that the refights find hardest to believe ({by})")
    lines += wrap(
        "As far out: the chance that a claim of this kind lies as far from what the "
        "refights lead one to expect; below 1% it is hard to believe."
    )
    for each in page["believed"][:MOST]:
        lines += wrap(_claim(each, page["start"]), 4, "  -")
    return [*lines, "", page["model"]]


def diagnostics_lines(page: Mapping[str, Any]) -> list[str]:
    """Say whether the posterior can be trusted."""
    ess, k = page["effective"], page["k_hat"]
    lines = wrap(
        f"Effective draws {ess:,.0f} (wanted {ENOUGH:,.0f}, shown from {SHOWN:,.0f}); "
        f"k-hat {k:.2f} (below {RELIABLE} is reliable); log evidence "
        f"{page['log_evidence']:.2f}, which compares models under the same claims only."
    )
    if not page["shown"]:
        lines += wrap("Too few effective draws: no posterior is shown. Ask for more.")
    elif k > RELIABLE:
        lines += wrap("A few refights decide: take what follows as a sketch.")
    return lines


def _parameters(base: Prepared, posterior: Posterior) -> list[dict[str, Any]]:
    z = posterior.sample.z
    found = []
    for column, name in enumerate(posterior.free):
        drawn = values(base, name, z[:, column])
        estimate = base.compiled.deck.own[name]
        ends = [quantile(drawn, posterior.weights, each) for each in ENDS]
        found.append(
            {
                "id": name,
                "unit": estimate.unit,
                "prior": [estimate.low, estimate.best, estimate.high],
                "posterior": ends,
            }
        )
    return found


def _presets(base: Prepared, posterior: Posterior) -> dict[str, Any]:
    found = posterior.presets(presets())
    return {
        name: {
            "effective": effective(each.weights),
            "parameters": {
                row["id"]: row["posterior"][1] for row in _parameters(base, each)
            },
        }
        for name, each in found.items()
    }


def _left_out(found: LeftOut) -> dict[str, Any]:
    return {
        "family": found.family,
        "claims": found.claims,
        "effective": found.effective,
        "shift": found.shift,
    }


def _believed(found: Believed) -> dict[str, Any]:
    claim = found.claim
    return {
        "claim": claim.claim,
        "source": claim.source,
        "outcome": claim.outcome,
        "kind": claim.kind,
        "interval": _ends(claim.kind, claim.low, claim.high),
        "tail": found.tail,
        "wrong": found.wrong,
        "hard": found.hard,
    }


def _ends(kind: str, low: float, high: float) -> list[float | None]:
    """Give the ends in the outcome's own unit; none where the claim is open."""
    ends = (low, high) if kind == DAY else (np.exp(low), np.exp(high))
    return [float(each) if np.isfinite(each) else None for each in ends]


def _row(row: Mapping[str, Any]) -> str:
    one, other = (", ".join(f"{e:.3g}" for e in row[w]) for w in ("prior", "posterior"))
    return f"{row['id']} ({row['unit']}): prior {one}; with the record {other}"


def _preset(found: Mapping[str, Any]) -> str:
    if found["effective"] < SHOWN:
        return f"{found['effective']:,.0f} effective draws, too few to show"
    medians = ", ".join(f"{n} {v:.3g}" for n, v in found["parameters"].items())
    return f"{found['effective']:,.0f} effective draws; medians {medians}"


def _family(found: Mapping[str, Any]) -> str:
    name, most = max(found["shift"].items(), key=lambda each: abs(each[1]))
    return (
        f"{found['family']} ({plural(found['claims'], 'claim')}): {name} {most:+.2f}, "
        f"{found['effective']:,.0f} effective draws"
    )


def _claim(found: Mapping[str, Any], start: str) -> str:
    flag = "; hard to believe" if found["hard"] else ""
    return (
        f"{found['claim']}: {found['outcome']} {_said(found, start)}; as far out "
        f"{percent(found['tail'])}, simply wrong {percent(found['wrong'])}{flag}"
    )


def _said(found: Mapping[str, Any], start: str) -> str:
    low, high = found["interval"]
    if found["kind"] == COUNT:
        return f"{amount(low and round(low))} to {amount(high and round(high))}"
    first = datetime.fromisoformat(start)
    one, other = long_date(first, low), long_date(first, high - 1)
    return one if one == other else f"{one} to {other}"
