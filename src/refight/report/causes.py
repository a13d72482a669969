"""Causes: an act's stated causes side by side, with their shares and verdicts.

Reads a `Factorial`. Returns plain data, and lines for 80 columns. The intervals are
Monte-Carlo intervals that count seeds; they say nothing of how sure the model is.
"""

from collections.abc import Mapping
from typing import Any

from refight.attribution.factorial import Factorial, Shares
from refight.attribution.verdict import verdict_of
from refight.report.lines import heading, plural, wrap
from refight.report.whatif import CLOSING, estimated_data, level, signed
from refight.scenario.model import Scenario

NAME = 19  # columns of a cause's name
KEY = (
    "share: Shapley value, the mean over all orders in which causes can be added, with "
    "its 95% Monte-Carlo interval over seeds; shares sum to the whole. alone: the "
    "cause where all others are absent. last: the cause where all others are as they "
    "were. Chances in points of a hundred."
)
PLACEBO = (
    "A placebo, a cause that does nothing, gets a share from the seeds alone; zero "
    "should lie in its interval."
)


FEW_SEEDS = 10  # below it a Monte-Carlo interval is hardly one
FEW_WORDS = (
    "So few seeds show how the page looks and nothing else: the intervals are too wide "
    "or missing. Ask for more with --seeds."
)


def causes_data(
    scenario: Scenario, found: Factorial, calibrated: bool = False
) -> dict[str, Any]:
    """Gather the shares of all causes on all scales."""
    causes = found.causes
    return {
        "act": scenario.id,
        "title": scenario.title,
        "version": scenario.version,
        "calibrated": calibrated,
        "seed": found.seed,
        "seeds": found.seeds,
        "independent": found.independent,
        "worlds": 2 ** len(causes.causes),
        "decision": found.decision,
        "causes": [_cause(found, each.id) for each in causes.causes],
        "scales": [scale_data(found, each) for each in causes.scales],
        "groups": [group_data(found, each.id) for each in causes.groups],
        "command": f"refight causes {scenario.id} --seeds {found.seeds} "
        f"--seed {found.seed}{' --calibrated' if calibrated else ''}",
        "model": CLOSING,
    }


def scale_data(found: Factorial, scale: str) -> dict[str, Any]:
    """Gather one scale: the whole, the shares, the placebo."""
    measure = found.measures[scale]
    without, factual = found.ends(scale)
    return {
        "id": scale,
        "title": measure.title,
        "kind": measure.kind,
        "unit": measure.unit,
        "applies": found.applies(scale),
        "seeds": found.seeds,
        "factual": factual,
        "without_any": without,
        "whole": estimated_data(found.whole(scale)),
        "placebo": estimated_data(found.placebo[scale]),
        "shares": {
            name: shares_data(found.shares(name, scale)) for name in found.causes.names
        },
    }


def shares_data(shares: Shares) -> dict[str, Any]:
    """Gather a cause's share by three conventions."""
    return {
        "shapley": estimated_data(shares.shapley),
        "alone": estimated_data(shares.alone),
        "last": estimated_data(shares.last),
    }


def group_data(found: Factorial, name: str) -> dict[str, Any]:
    """Gather an inseparable group on every scale."""
    group = next(each for each in found.causes.groups if each.id == name)
    scales = {}
    for scale in found.causes.scales:
        together = found.together(name, scale)
        parts = {each: list(ends) for each, ends in together.parts.items()}
        scales[scale] = {"share": estimated_data(together.share), "parts": parts}
    return {"id": name, "causes": list(group.causes), "why": group.why} | {
        "scales": scales
    }


def causes_lines(page: Mapping[str, Any]) -> list[str]:
    """Write the causes of an act for 80 columns."""
    lines = wrap(f"Causes: {page['title']}, as {page['version']}")
    lines.append("=" * max(len(each) for each in lines))
    lines += wrap(
        f"{plural(len(page['causes']), 'stated cause')}, {page['worlds']:,} worlds, "
        f"{plural(page['seeds'], 'seed')} of each; the same draws and chance in all."
    )
    if page["calibrated"]:
        lines += wrap(
            "After calibration: draws that the record makes likely, with other luck"
            f"{worth_words(page['independent'])}."
        )
    if page["seeds"] < FEW_SEEDS:
        lines += wrap(FEW_WORDS)
    lines += ["", *wrap(KEY)]
    for scale in page["scales"]:
        lines += heading(f"{scale['id']}: {scale['title']}") + scale_lines(scale)
    lines += ["", *wrap(PLACEBO), *heading("Reported together"), *_groups(page)]
    lines += heading(f"Verdicts, on {page['decision']}")
    for each in page["causes"]:
        lines += wrap(f"{each['word']} ({each['reason']})", 4, f"  {each['id']}: ")
    return [*lines, "", f"  {page['command']}", "", page["model"]]


def scale_lines(scale: Mapping[str, Any]) -> list[str]:
    """Write the shares on one scale as a table."""
    lines = wrap(
        f"{level(scale, scale['without_any'])} without any of the causes -> "
        f"{level(scale, scale['factual'])} as it was; the whole "
        f"{interval(scale, scale['whole'])}."
    )
    if scale["applies"] < scale["seeds"]:
        lines += wrap(few_words(scale))
    head = f"  {'cause':<{NAME}}{'share':>8}  {'95% Monte-Carlo':<20}"
    lines += ["", f"{head}{'alone':>8}{'last':>8}"]
    for name, shares in scale["shares"].items():
        lines.append(_row(scale, name, shares))
    return [*lines, f"  {'(placebo)':<{NAME}}{_share(scale, scale['placebo'])}"]


def few_words(scale: Mapping[str, Any]) -> str:
    """Say of how many refights the shares of a scale speak, where it is not of all."""
    return (
        f"Speaks of {scale['applies']:,} of {plural(scale['seeds'], 'seed')}: in the "
        "others it has no value in some world."
    )


def worth_words(independent: float | None) -> str:
    """Say what refights are worth that were picked by weight, some more than once."""
    if independent is None:
        return ""
    return f", some picked more than once: worth {independent:,.0f} independent ones"


def interval(scale: Mapping[str, Any], found: Mapping[str, float]) -> str:
    """Write a difference with its interval."""
    low, high = signed(scale, found["low"]), signed(scale, found["high"])
    return f"{signed(scale, found['value'])} [{low} to {high}]"


def group_lines(group: Mapping[str, Any], scales: Mapping[str, Any]) -> list[str]:
    """Write a group: its joint share, and its parts as ranges."""
    lines = wrap(f"{' + '.join(group['causes'])}: {group['why']}", 4, "  -")
    for name, each in group["scales"].items():
        scale = scales[name]
        parts = "; ".join(
            f"{cause} {signed(scale, low)} to {signed(scale, high)}"
            for cause, (low, high) in each["parts"].items()
        )
        said = f"{name}: together {interval(scale, each['share'])}; of it {parts}"
        lines += wrap(said, 6)
    return lines


def _cause(found: Factorial, name: str) -> dict[str, Any]:
    verdict = verdict_of(found, name)
    cause = found.causes.causes[found.causes.index(name)]
    return {
        "id": name,
        "rows": list(cause.rows),
        "without": cause.without,
        "absent": cause.absent_words,
        "word": verdict.word,
        "reason": verdict.reason,
    }


def _groups(page: Mapping[str, Any]) -> list[str]:
    scales = {each["id"]: each for each in page["scales"]}
    found = [group_lines(each, scales) for each in page["groups"]]
    return [line for lines in found for line in lines] or ["  None."]


def _row(scale: Mapping[str, Any], name: str, shares: Mapping[str, Any]) -> str:
    alone, last = (signed(scale, shares[e]["value"]) for e in ("alone", "last"))
    share = _share(scale, shares["shapley"])
    return f"  {name:<{NAME}}{share}{alone:>8}{last:>8}"


def _share(scale: Mapping[str, Any], found: Mapping[str, float]) -> str:
    low, high = signed(scale, found["low"]), signed(scale, found["high"])
    return f"{signed(scale, found['value']):>8}  {f'[{low} to {high}]':<20}"
