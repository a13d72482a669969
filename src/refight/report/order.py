"""Order: an ordered claim of the account, weighed under several priors.

Reads an `Order` and what it weighs under each prior. Returns plain data and lines.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from refight.attribution.order import Order, Weighed
from refight.report.causes import interval
from refight.report.lines import heading, plural, wrap
from refight.report.outcomes import percent
from refight.report.whatif import CLOSING, estimated_data


def order_data(
    order: Order,
    weighed: Mapping[str, Sequence[Weighed]],
    kinds: Mapping[str, str],
    pairs: int,
) -> dict[str, Any]:
    """Gather the order on each scale under each prior; kinds: scale -> its kind."""
    return {
        "claim": order.id,
        "act": order.act,
        "rows": list(order.rows),
        "more": list(order.more),
        "less": list(order.less),
        "sees": order.sees,
        "pairs": pairs,
        "scales": {
            scale: {"kind": kinds[scale], "priors": [_weighed(e) for e in each]}
            for scale, each in weighed.items()
        },
        "model": CLOSING,
    }


def order_lines(page: Mapping[str, Any], axes: Sequence[str] = ()) -> list[str]:
    """Write the order; `axes` are the lines of the account's rows."""
    more, less = " + ".join(page["more"]), " + ".join(page["less"])
    lines = [f"{page['claim']}: {more} against {less}"]
    lines.append("=" * len(lines[0]))
    lines += [*wrap(page["sees"]), *axes]
    lines += heading("Which weighs more, taken away where all else is as it was")
    lines += wrap(
        f"{plural(page['pairs'], 'refight')} of each prior. The chance of the order is "
        "the share of refights in which the first does more (ties half): it holds what "
        "the evidence leaves open and the chance of battle. The gap is the mean of the "
        "first minus the second. All intervals are 95% Monte-Carlo intervals. Where "
        "most refights tie, the chance says little whatever it is."
    )
    for scale, each in page["scales"].items():
        row = {"kind": each["kind"], "factual": 100.0}
        lines += ["", f"  {scale}"]
        for prior in each["priors"]:
            lines += wrap(_said(row, prior, more, less), 6, "    -")
    return [*lines, "", page["model"]]


def _said(
    row: Mapping[str, Any], prior: Mapping[str, Any], more: str, less: str
) -> str:
    one, other, gap = (interval(row, prior[each]) for each in ("more", "less", "gap"))
    chance = prior["chance"]
    value, low, high = (percent(chance[each]) for each in ("value", "low", "high"))
    return (
        f"{prior['prior']}: chance of the order {value} [{low} to {high}], "
        f"{percent(prior['ties'])} ties; gap {gap}; "
        f"{more} {one}, {less} {other}"
    )


def _weighed(found: Weighed) -> dict[str, Any]:
    return {
        "prior": found.prior,
        "chance": estimated_data(found.chance),
        "ties": found.ties,
        "gap": estimated_data(found.gap),
        "more": estimated_data(found.more),
        "less": estimated_data(found.less),
    }
