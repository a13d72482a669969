"""What if: two arms of paired refights on one page.

Reads a `Contrast`. Returns plain data, and lines for 80 columns. The Monte-Carlo
interval of the mean difference and the spread of single pairs stand apart: more pairs
narrow the first, and nothing but evidence narrows the second.
"""

import math
from collections.abc import Mapping
from typing import Any

from refight.attribution.interval import Estimated
from refight.attribution.measures import BY_RECORD, CHANCE, DAY, WITHIN_ACT, horizon
from refight.attribution.whatif import Contrast, Pair
from refight.attribution.words import effect_word, visible
from refight.report.levers import lever_data
from refight.report.lines import amount, heading, plural, wrap

CLOSING = "In this model, given these sources."
SMALL = 100  # numbers below are written with a decimal
KEY = (
    "as it was -> here: mean over the pairs; then the mean difference with its 95% "
    "Monte-Carlo interval, which more pairs would narrow; then the middle 90% of "
    "single pairs, which holds what the evidence leaves open together with the chance "
    "of battle, and which more pairs would not narrow. A day that does not come "
    "within the act counts as {limit}, the day after the last. Applies to N: the "
    "pairs in which both arms have a value."
)


def whatif_data(found: Contrast, asked: int | None = None) -> dict[str, Any]:
    """Gather a contrast; `asked` is the number of pairs wanted."""
    scenario, manifest = found.scenario, found.changed.manifest
    return {
        "act": scenario.id,
        "title": scenario.title,
        "version": scenario.version,
        "start": scenario.start.isoformat(),
        "variant": list(found.variant),
        "levers": [lever_data(e) | _set(found, e.id) for e in _changed(found)],
        "pairs": found.count,
        "asked": asked or found.count,
        "seed": found.seed,
        "identical": found.identical,
        "never": horizon(scenario),
        "measures": [pair_data(each) for each in found.pairs.values()],
        "manifests": [found.factual.manifest.short, manifest.short],
        "command": command_of(found),
        "model": CLOSING,
    }


def pair_data(pair: Pair) -> dict[str, Any]:
    """Gather one measure of both arms."""
    measure, effect, spread = pair.measure, pair.effect, pair.spread
    factual, changed = pair.means
    least = visible(measure.kind, factual)
    return {
        "id": measure.id,
        "title": measure.title,
        "kind": measure.kind,
        "unit": measure.unit,
        "scored": measure.scored,
        "input": measure.input,
        "pairs": int(pair.factual.size),
        "applies": pair.applies,
        "differing": pair.differing,
        "factual": factual,
        "changed": changed,
        "effect": estimated_data(effect),
        "single": {"low90": spread.low90, "median": spread.median}
        | {"high90": spread.high90},
        "visible": least,
        "word": effect_word(measure.kind, effect, least, pair.differing),
    }


def estimated_data(found: Estimated) -> dict[str, float]:
    """Gather a number from refights with its Monte-Carlo error."""
    return {
        "value": found.value,
        "monte_carlo_error": found.error,
        "low": found.low,
        "high": found.high,
    }


def whatif_lines(page: Mapping[str, Any]) -> list[str]:
    """Write a contrast for 80 columns."""
    lines = [*_head(page), "", *_levers(page)]
    lines += heading("The decision")
    chances = [each for each in page["measures"] if _is_decision(each)]
    for row in chances:
        lines += wrap(chance_words(row), 2, "-")
    lines += heading("Outcomes")
    lines += [*wrap(KEY.format(limit=f"day {page['never']:g}")), ""]
    for row in page["measures"]:
        if row not in chances and not row["input"]:
            lines += row_lines(row)
    return [*lines, "", *_foot(page)]


def row_lines(row: Mapping[str, Any]) -> list[str]:
    """Write one measure in two lines, or one when nothing differs."""
    head = wrap(f"{row['id']}: {row['title']}", 2, "")
    if row["applies"] == 0:
        return [*head, "    does not apply to any pair"]
    if row["differing"] == 0:
        return [*head, f"    {_both(row)}  identical in every pair"]
    parts = f"{_both(row)}  {single_words(row)}"
    few = f", applies to {row['applies']:,}" if row["applies"] < row["pairs"] else ""
    return [*head, *wrap(parts, 4), f"    {row['word']}{few}"]


def single_words(row: Mapping[str, Any]) -> str:
    """Write a difference: mean, Monte-Carlo interval, and the spread of pairs."""
    effect, single = row["effect"], row["single"]
    return (
        f"{signed(row, effect['value'])} "
        f"[{signed(row, effect['low'])} to {signed(row, effect['high'])}]  "
        f"single {signed(row, single['low90'])} to {signed(row, single['high90'])}"
    )


def chance_words(row: Mapping[str, Any]) -> str:
    """Say how a chance differs, in a sentence."""
    effect = row["effect"]
    between = f"{signed(row, effect['low'])} to {signed(row, effect['high'])}"
    return (
        f"{row['title']}: {_both(row)}; {signed(row, effect['value'])} points, 95% "
        f"Monte-Carlo interval {between}: {row['word']}. "
        f"{row['differing']:,} of {plural(row['applies'], 'pair')} differ."
    )


def signed(row: Mapping[str, Any], value: float) -> str:
    """Write a difference with its sign; chances in points of a hundred.

    >>> signed({"kind": "chance", "factual": 0.5}, 0.125)
    '+12.5'
    >>> signed({"kind": "count", "factual": 1900.0}, -120.4)
    '-120'
    """
    if not math.isfinite(value):
        return "..."
    scaled = 100 * value if row["kind"] == CHANCE else value
    whole = row["kind"] != DAY and row["kind"] != CHANCE and row["factual"] >= SMALL
    rounded = round(scaled) if whole else round(scaled, 1)
    sign = "+" if rounded > 0 else "-" if rounded < 0 else ""
    return f"{sign}{amount(abs(rounded))}"


def level(row: Mapping[str, Any], value: float) -> str:
    """Write a mean of one arm."""
    if not math.isfinite(value):
        return "..."
    if row["kind"] == CHANCE:
        return f"{value:.1%}"
    if row["kind"] == DAY:
        return f"day {value:.1f}"
    return amount(round(value) if value >= SMALL else round(value, 1))


def command_of(found: Contrast) -> str:
    """Write the line that makes this contrast again."""
    words = [f"refight whatif {found.scenario.id}", *found.variant]
    words.append(f"--pairs {found.count} --seed {found.seed}")
    if found.scenario.version != "recorded":
        words.append(f"--as {found.scenario.version}")
    return " ".join(words)


def _both(row: Mapping[str, Any]) -> str:
    return f"{level(row, row['factual'])} -> {level(row, row['changed'])}"


def _changed(found: Contrast) -> list[Any]:
    chosen = dict(each.split("=") for each in found.variant)
    return [lever for lever in found.scenario.levers if lever.id in chosen]


def _set(found: Contrast, lever: str) -> dict[str, str]:
    return {"chosen": dict(each.split("=") for each in found.variant)[lever]}


def _is_decision(row: Mapping[str, Any]) -> bool:
    return row["id"] in (BY_RECORD, WITHIN_ACT)


def _head(page: Mapping[str, Any]) -> list[str]:
    chosen = ", ".join(page["variant"]) or "nothing changed"
    lines = wrap(f"{page['title']}, as {page['version']}: what if {chosen}")
    lines.append("=" * min(80, max(len(each) for each in lines)))
    pairs = f"{plural(page['pairs'], 'pair')} of refights, seed {page['seed']}"
    if page["pairs"] < page["asked"]:
        pairs = f"Stopped after {page['pairs']:,} of {page['asked']:,} pairs, kept"
    lines += wrap(
        f"{pairs}: each pair has one draw of the estimates and one chance of battle, "
        "and differs by the levers alone."
    )
    if page["identical"]:
        lines += wrap("Every column of every pair is identical, bit for bit.")
    return lines


def _levers(page: Mapping[str, Any]) -> list[str]:
    lines: list[str] = []
    for lever in page["levers"]:
        was, here = lever["factual"], lever["chosen"]
        lines += wrap(f"{lever['id']}: {lever['title']}")
        lines += wrap(f"as it was ({was}): {lever['levels'][was]}", 4, "  -")
        lines += wrap(f"here ({here}): {lever['levels'][here]}", 4, "  -")
        lines += wrap(f"serves sentences {', '.join(lever['sentences'])}", 4)
    return lines or ["Every lever as it was."]


def _foot(page: Mapping[str, Any]) -> list[str]:
    one, other = page["manifests"]
    lines = wrap(f"Manifests {one} and {other}; to make this page again:")
    return [*lines, f"  {page['command']}", "", page["model"]]
