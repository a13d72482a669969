"""Cause: the verdict page of one stated cause: record, arithmetic, model.

Reads the account, rivals (the act with and without the cause under several priors), and
the act's factorial where it is kept. Returns plain data, and lines for 80 columns.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from refight.attribution.causes import Cause
from refight.attribution.factorial import Factorial
from refight.attribution.interval import mean
from refight.attribution.measures import measures_of
from refight.attribution.necessity import Bounds, Necessity, necessity
from refight.attribution.rivals import SHIPPED, Rival, swing
from refight.attribution.verdict import Verdict, verdict_of, verdict_without
from refight.attribution.words import effect_word, visible
from refight.ensemble.refight import Prepared
from refight.ensemble.stats import Share
from refight.report.causes import group_data, group_lines, interval, shares_data
from refight.report.levers import lever_data, lever_lines
from refight.report.lines import heading, plural, wrap
from refight.report.outcomes import percent
from refight.report.whatif import CLOSING, estimated_data, level, signed

EVENTS = {True: "it comes about", False: "it does not come about"}
OF_PLANS = (
    "The lever changes plans and no estimate of its own: the rivals doubt the numbers "
    "that calibration leaves free."
)


@dataclass(frozen=True)
class After:
    """A cause after calibration: taken away, and its share where that is kept."""

    taken_away: Rival
    found: Factorial | None


def cause_data(
    base: Prepared,
    cause: Cause,
    priors: Sequence[Rival],
    found: Factorial | None,
    axes: Sequence[Mapping[str, Any]] = (),
    after: After | None = None,
    beside: Mapping[str, Rival] | None = None,
) -> dict[str, Any]:
    """Gather the page of one cause in one act.

    axes   the rows of the account that it serves, with record and arithmetic verdicts
    after  the same after calibration, where the act's calibration is kept
    beside other levels of its lever in the place of the one that was
    """
    known = measures_of(base.scenario, base.archive)
    scale = priors[0].decision if found is None else found.decision
    effects = [each.effect([cause.id], scale) for each in priors]
    verdict = _verdict(found, cause, effects, scale)
    with_it, without = priors[0].with_all, priors[0].without[(cause.id,)]
    return {
        "cause": cause.id,
        "act": base.scenario.id,
        "title": base.scenario.title,
        "lever": lever_data(cause.lever),
        "without": cause.without,
        "rows": list(axes),
        "pairs": int(with_it[scale].size),
        "verdict": {"word": verdict.word, "reason": verdict.reason},
        "taken_away": [
            _effect(known[each], with_it[each], priors[0].effect([cause.id], each))
            for each in with_it
        ],
        "scale": scale,
        "necessity": necessity_data(necessity(with_it[scale], without[scale])),
        "priors": {
            each.name: estimated_data(effect)
            for each, effect in zip(priors, effects, strict=True)
        },
        "swing": None
        if len(priors) == 1
        else estimated_data(swing(priors, [cause.id], scale)),
        "beside": [
            _beside(level, each, cause) for level, each in (beside or {}).items()
        ],
        "calibrated": None if after is None else _after(after, cause, scale),
        "shares": None if found is None else _shares(found, cause),
        "model": CLOSING,
    }


def _beside(level: str, found: Rival, cause: Cause) -> dict[str, Any]:
    return {
        "level": level,
        "words": cause.lever.levels[level].words.strip(),
        "taken_away": [
            _effect(measure, found.with_all[name], found.effect([cause.id], name))
            for name, measure in found.measures.items()
        ],
    }


def _after(after: After, cause: Cause, scale: str) -> dict[str, Any]:
    effect = after.taken_away.effect([cause.id], scale)
    share = None
    if after.found is not None:
        share = shares_data(after.found.shares(cause.id, scale))["shapley"]
    return {
        "refights": len(after.taken_away.with_all[scale]),
        "effect": estimated_data(effect),
        "share": share,
    }


def cause_lines(page: Mapping[str, Any], axes: Sequence[str] = ()) -> list[str]:
    """Write the page; `axes` are the lines of the account's rows."""
    verdict, act = page["verdict"], page["act"]
    lines = wrap(f"{page['cause']}, in {page['title']}")
    lines.append("=" * max(len(each) for each in lines))
    lines += wrap(f"Model: {verdict['word']} ({verdict['reason']}).")
    lines += heading(page["lever"]["title"]) + lever_lines(page["lever"])
    lines += axes
    lines += heading(f"Taken away ({page['without']}), all else as it was")
    lines += wrap(f"{plural(page['pairs'], 'pair')}; with minus without the cause.")
    for row in page["taken_away"]:
        lines += wrap(taken_words(row), 4, "  -")
    for each in page["beside"]:
        lines += heading(f"{each['level']} against {page['without']}")
        for row in each["taken_away"]:
            lines += wrap(taken_words(row), 4, "  -")
    lines += heading(f"Necessary, sufficient ({page['scale']})")
    lines += necessity_lines(page["necessity"])
    lines += heading(f"Under rival priors ({page['scale']})")
    lines += priors_lines(page["priors"], page["swing"])
    lines += after_lines(page)
    lines += heading("Share among all stated causes")
    if page["shares"] is None:
        lines += wrap(f"Not refought yet: refight causes {act} (some minutes).")
    else:
        lines += shares_lines(page["shares"])
    return [*lines, "", page["model"]]


def taken_words(row: Mapping[str, Any]) -> str:
    """Say what a cause does to one scale."""
    with_it, effect = level(row, row["factual"]), interval(row, row["effect"])
    return f"{row['id']}: {with_it} with it, {effect}: {row['word']}"


def necessity_data(found: Necessity) -> dict[str, Any]:
    """Gather the probabilities of causation."""
    return {
        "event": EVENTS[found.event],
        "with_it": _share(found.with_it),
        "without": _share(found.without),
        "risk_ratio": found.ratio,
        "risk_ratio_ends": list(found.ratio_ends),
        "fraction_attributable": found.fraction,
        "fraction_ends": list(found.fraction_ends),
        "necessary": _bounds(found.necessary),
        "sufficient": _bounds(found.sufficient),
        "both": _bounds(found.both),
        "not_monotone": _share(found.against),
        "none_high": found.none_high,
    }


def necessity_lines(data: Mapping[str, Any]) -> list[str]:
    """Write the probabilities of causation, the bounds first."""
    one, other = data["with_it"], data["without"]
    ratio = _with_ends(data["risk_ratio"], data["risk_ratio_ends"])
    fraction = _with_ends(data["fraction_attributable"], data["fraction_ends"])
    lines = wrap(
        f"Event: {data['event']}. With the cause {_times(one)}, without it "
        f"{_times(other)}; risk ratio {ratio}, attributable fraction {fraction}."
    )
    if data["none_high"] is not None:
        lines += wrap(f"Never without it: below {percent(data['none_high'])} at 95%.")
    lines += wrap(
        "Bounds that hold whatever couples the two worlds, [with what few pairs leave "
        "open], and the value under the model's own chance (coupled); the rest is as "
        "it was:"
    )
    for name in ("necessary", "sufficient", "both"):
        each = data[name]
        ends, outer = _two(each["low"], each["high"]), _two(*each["outer"])
        said = f"{ends:<14}[{outer}]"
        lines.append(f"  {name:<12}{said:<32}coupled {_number(each['coupled'])}")
    against = _times(data["not_monotone"])
    said = f"Pairs in which the cause prevents the event (not monotone): {against}."
    return [*lines, *wrap(said)]


def priors_lines(
    priors: Mapping[str, Mapping[str, float]], swing: Mapping[str, float]
) -> list[str]:
    """Write the effect on the chance of the decision under each prior."""
    scale = {"kind": "chance", "factual": 1.0}
    lines = wrap("Effect on the chance of the decision, in points:")
    for name, each in priors.items():
        lines.append(f"  {name:<12}{interval(scale, each)}")
    _, one, other, *_ = priors
    lines += wrap(
        f"From {one} to {other}, refight by refight: {interval(scale, swing)}. So much "
        "of the effect is the prior's."
    )
    return [*lines, *wrap(OF_PLANS)] if "wider" in priors else lines


def after_lines(page: Mapping[str, Any]) -> list[str]:
    """Write the effect and the share after calibration, beside those before."""
    found, scale = page["calibrated"], {"kind": "chance", "factual": 1.0}
    lines = heading(f"Before and after calibration ({page['scale']})")
    if found is None:
        return lines + wrap(f"Not calibrated yet: refight calibrate {page['act']}.")
    before = page["priors"][SHIPPED]
    lines += wrap(
        f"Taken away: {interval(scale, before)} as shipped, "
        f"{interval(scale, found['effect'])} in "
        f"{plural(found['refights'], 'draw')} that the record makes likely, with other "
        "luck."
    )
    if found["share"] is None:
        command = f"refight causes {page['act']} --calibrated"
        return lines + wrap(f"The share after calibration is not kept: {command}.")
    return lines + wrap(f"Share after calibration: {interval(scale, found['share'])}.")


def shares_lines(shares: Mapping[str, Any]) -> list[str]:
    """Write the cause's shares, its group, and its interactions."""
    lines: list[str] = []
    for scale in shares["scales"]:
        each = scale["share"]
        lines += wrap(
            f"{scale['id']}: {interval(scale, each['shapley'])} of the whole "
            f"{signed(scale, scale['whole'])}; alone {interval(scale, each['alone'])}; "
            f"last {interval(scale, each['last'])}",
            4,
            "  -",
        )
    known = {each["id"]: each for each in shares["scales"]}
    for group in shares["groups"]:
        lines += ["", *wrap("Cannot be told apart, and split only as a range:")]
        lines += group_lines(group, known)
    lines += ["", *wrap(f"Interactions on {shares['decision']}:")]
    for name, each in shares["interactions"].items():
        lines.append(f"  {name:<20}{interval(known[shares['decision']], each)}")
    return lines


def _verdict(
    found: Factorial | None, cause: Cause, effects: list[Any], scale: str
) -> Verdict:
    if found is None:
        return verdict_without(cause.id, effects, scale)
    return verdict_of(found, cause.id, effects)


def _effect(measure: Any, values: Any, effect: Any) -> dict[str, Any]:
    factual = mean(values).value  # of the pairs to which it applies
    return {
        "id": measure.id,
        "title": measure.title,
        "kind": measure.kind,
        "unit": measure.unit,
        "factual": factual,
        "effect": estimated_data(effect),
        "word": effect_word(measure.kind, effect, visible(measure.kind, factual)),
    }


def _shares(found: Factorial, cause: Cause) -> dict[str, Any]:
    interactions = found.interactions(cause.id, found.decision)
    return {
        "seeds": found.seeds,
        "scales": [_scale(found, cause, each) for each in found.causes.scales],
        "groups": [group_data(found, e.id) for e in found.causes.groups_of(cause.id)],
        "decision": found.decision,
        "interactions": {name: estimated_data(e) for name, e in interactions.items()},
    }


def _scale(found: Factorial, cause: Cause, scale: str) -> dict[str, Any]:
    measure = found.measures[scale]
    return {
        "id": scale,
        "kind": measure.kind,
        "applies": found.applies(scale),
        "seeds": found.seeds,
        "factual": found.ends(scale)[1],
        "whole": found.whole(scale).value,
        "share": shares_data(found.shares(cause.id, scale)),
    }


def _share(found: Share) -> dict[str, float]:
    return {"share": found.value, "low": found.low, "high": found.high}


def _bounds(found: Bounds) -> dict[str, Any]:
    ends = {"low": found.low, "high": found.high, "outer": list(found.outer)}
    return ends | {"coupled": found.coupled}


def _times(found: Mapping[str, float]) -> str:
    ends = f"{percent(found['low'])} to {percent(found['high'])}"
    return f"{percent(found['share'])} ({ends})"


def _with_ends(value: float, ends: Sequence[float]) -> str:
    return f"{_number(value)} [{_two(*ends)}]"


def _two(low: float, high: float) -> str:
    return f"{_number(low)} to {_number(high)}"


def _number(value: float) -> str:
    return f"{value:.2f}" if math.isfinite(value) else "undefined"
