"""Swap: the hinge of the account, as four cells.

Reads a `Swap`. Returns plain data, and lines for 80 columns.
"""

from collections.abc import Mapping
from typing import Any

from refight.attribution.causes import stated
from refight.attribution.measures import BY_RECORD, WITHIN_ACT
from refight.attribution.swap import Swap
from refight.attribution.whatif import Contrast, Pair
from refight.ensemble.stats import summarise
from refight.report.lines import heading, plural, wrap
from refight.report.whatif import (
    CLOSING,
    chance_words,
    estimated_data,
    level,
    pair_data,
    single_words,
)

KEY = (
    "as it was and swapped: mean with its 95% Monte-Carlo interval, and the middle 90% "
    "of refights (what the evidence leaves open and the chance of battle). Then the "
    "mean difference of the pairs with its own interval."
)


def swap_data(found: Swap, calibrated: bool = False) -> dict[str, Any]:
    """Gather the four cells."""
    mark = " --calibrated" if calibrated else ""
    words = f"refight swap --pairs {found.fall.count} --seed {found.fall.seed}{mark}"
    return {
        "pairs": found.fall.count,
        "seed": found.fall.seed,
        "calibrated": calibrated,
        "acts": [act_data(each) for each in (found.fall, found.liberation)],
        "command": words,
        "model": CLOSING,
    }


def act_data(contrast: Contrast) -> dict[str, Any]:
    """Gather one act's two cells on the scales that matter."""
    scenario = contrast.scenario
    levers = {each.id: each for each in scenario.levers}
    chosen = stated()["swap"][scenario.id]
    return {
        "act": scenario.id,
        "title": scenario.title,
        "independent": contrast.independent,
        "policy": {
            name: {
                "factual": levers[name].factual,
                "swapped": set_to,
                "words": levers[name].levels[set_to].words.strip(),
            }
            for name, set_to in chosen.items()
        },
        "measures": [
            _measure(contrast.pairs[name])
            for name in stated()["acts"][scenario.id]["scales"]
        ],
    }


def swap_lines(page: Mapping[str, Any]) -> list[str]:
    """Write the four cells for 80 columns."""
    title = "Each act under the other's command and forces policy"
    lines = [title, "=" * len(title)]
    lines += wrap(
        f"{plural(page['pairs'], 'pair')} of refights of each act, seed "
        f"{page['seed']}; forces, ground, opponent and season stay as they were."
    )
    if page["calibrated"]:
        worth = " and ".join(f"{each['independent']:,.0f}" for each in page["acts"])
        lines += wrap(
            "Draws that each act's record makes likely, with other luck, some picked "
            f"more than once: worth {worth} independent ones."
        )
    lines += ["", *wrap(KEY)]
    for act in page["acts"]:
        lines += heading(act["title"]) + act_lines(act)
    return [*lines, "", f"  {page['command']}", "", page["model"]]


def act_lines(act: Mapping[str, Any]) -> list[str]:
    """Write one act's two cells."""
    lines: list[str] = []
    for name, each in act["policy"].items():
        said = f"{each['factual']} -> {each['swapped']}: {each['words']}"
        lines += wrap(f"{name}, {said}", 4, "  -")
    lines.append("")
    for row in act["measures"]:
        if row["id"] in (BY_RECORD, WITHIN_ACT):
            lines += wrap(chance_words(row), 4, "  ")
            continue
        lines += wrap(f"{row['id']}: {row['title']}", 2, "")
        lines += wrap(f"as it was {_cell(row, 'factual')}", 4)
        lines += wrap(f"swapped   {_cell(row, 'changed')}", 4)
        lines += wrap(f"difference {single_words(row)}: {row['word']}", 4)
    return lines


def _measure(pair: Pair) -> dict[str, Any]:
    cells = {
        "factual_cell": cell_data(pair, pair.factual),
        "changed_cell": cell_data(pair, pair.changed),
    }
    return pair_data(pair) | cells


def cell_data(pair: Pair, values: Any) -> dict[str, Any]:
    """Gather one cell: the mean with its error, and the spread over refights."""
    spread = summarise(values)
    return {
        "mean": estimated_data(pair.mean(values)),
        "low90": spread.low90,
        "median": spread.median,
        "high90": spread.high90,
    }


def _cell(row: Mapping[str, Any], which: str) -> str:
    cell = row[f"{which}_cell"]
    found = cell["mean"]
    ends = f"{level(row, found['low'])} to {level(row, found['high'])}"
    spread = f"{level(row, cell['low90'])} to {level(row, cell['high90'])}"
    return f"{level(row, found['value'])} [{ends}] ({spread})"
