"""Decides: which rules and numbers decide an act's results, as data and as lines.

Reads what `sensitivity` found and the act's estimates. Returns plain data, and lines
for 80 columns; each number is marked as resting on claims or on assumption.
"""

from collections.abc import Mapping
from typing import Any

from refight.attribution.measures import measure_of
from refight.attribution.sensitivity import REPLICATES, Decides
from refight.ensemble.refight import Prepared
from refight.report.lines import heading, plural, wrap
from refight.report.whatif import CLOSING, level

BAR = 30  # columns of a share of one
LEAST = 0.01  # a rule with a smaller share is not listed
KEY = (
    "Shares of the variance of a result: the chance of battle, from two refights of "
    "each draw; the numbers of each rule, added up, where that is more than luck; and "
    "the rest, which acts through others or is not clear. Then single numbers with "
    "their 90% interval over draws, where their share is larger than the largest that "
    "luck gives to any of them."
)


def decides_data(
    base: Prepared, found: Mapping[str, Decides], draws: int, seed: int
) -> dict[str, Any]:
    """Gather what decides each scale."""
    return {
        "act": base.scenario.id,
        "title": base.scenario.title,
        "draws": draws,
        "refights": draws * REPLICATES,
        "seed": seed,
        "scales": [_scale(base, each) for each in found.values()],
        "model": CLOSING,
    }


def decides_lines(page: Mapping[str, Any]) -> list[str]:
    """Write what decides an act for 80 columns."""
    lines = wrap(f"What decides: {page['title']}")
    lines.append("=" * max(len(each) for each in lines))
    lines += wrap(
        f"{plural(page['draws'], 'draw')}, {plural(page['refights'], 'refight')}, seed "
        f"{page['seed']}. {KEY}"
    )
    for scale in page["scales"]:
        lines += heading(f"{scale['id']}: {scale['title']}") + scale_lines(scale)
    return [*lines, "", page["model"]]


def scale_lines(scale: Mapping[str, Any]) -> list[str]:
    """Write one scale: chance, rules, numbers."""
    if scale["sd"] == 0:
        return ["  The same in every refight."]
    lines = [f"  mean {level(scale, scale['factual'])}"]
    lines.append(_bar("chance of battle", scale["noise"]))
    for name, share in scale["groups"].items():
        if share >= LEAST:
            lines.append(_bar(f"rule {name}", share))
    lines.append(_bar("the rest", scale["together"]))
    for each in scale["numbers"]:
        ends = f"[{each['low']:.0%} to {each['high']:.0%}]"
        text = f"{each['name']} {each['share']:.0%} {ends}, {each['rests_on']}"
        lines += wrap(text, 6, "    -")
    luck = f"    - no single number is clear (luck gives up to {scale['luck']:.0%})"
    return lines if scale["numbers"] else [*lines, luck]


def _bar(name: str, share: float) -> str:
    blocks = "█" * max(0, round(share * BAR))
    return f"  {name:<26}{share:>6.0%}  {blocks}".rstrip()


def _scale(base: Prepared, found: Decides) -> dict[str, Any]:
    measure = measure_of(base.scenario, base.archive, found.scale)
    known = base.compiled.deck.own
    return {
        "id": found.scale,
        "title": measure.title,
        "kind": measure.kind,
        "unit": measure.unit,
        "factual": found.mean,
        "sd": found.sd,
        "noise": found.noise,
        "together": found.together,
        "luck": found.luck,
        "groups": dict(found.groups),
        "numbers": [
            {
                "name": each.name,
                "share": each.share,
                "low": each.low,
                "high": each.high,
                "rests_on": "assumption"
                if known[each.name].is_assumption
                else plural(len(known[each.name].claims), "claim"),
            }
            for each in found.indices
            if each.clear
        ],
    }
