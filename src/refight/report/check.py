"""Check: what was fitted, against what was not, as data and as lines.

Reads posteriors and forecasts of both acts. Returns plain data, and lines for 80
columns. Whatever the scores say is printed; nothing here is called a validation.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from refight.ensemble.refight import Prepared
from refight.inference.calibrate import Posterior
from refight.inference.check import (
    BLIND,
    Across,
    LeftOut,
    Predicted,
    left_out,
    predicted,
)
from refight.inference.sampler import SHOWN
from refight.inference.scores import Scored
from refight.report.lines import amount, heading, plural, wrap
from refight.report.outcomes import percent
from refight.report.whatif import CLOSING

ALL = 0.9995  # a share of refights that prints as all of them
NAME = 26  # columns of an outcome's name
SEEN = (
    "The ranges of the estimates were set by a curator who had seen both acts "
    "(decision 10), so the forecast is blind to this act's record, not to its history."
)
SCORES = (
    "CRPS on the working scale (log of a count, days of a date): lower is better; with "
    "the 90% interval from the number of draws, of the refights in which the outcome "
    "applies. Log score: higher is better, dressed with the model's own error, and "
    "lower where it does not apply. Gains are geometric means of ratios of CRPS."
)


@dataclass(frozen=True)
class Checked:
    """One act: its own fit, and what the other act foretells of it.

    effective  of the other act's posterior; across is none when they are too few
    """

    base: Prepared
    posterior: Posterior
    other: str
    effective: float
    across: Across | None


def check_data(found: Sequence[Checked], preset: str) -> dict[str, Any]:
    """Gather the checks of some acts."""
    return {
        "preset": preset,
        "acts": [_act(each) for each in found],
        "model": CLOSING,
    }


def check_lines(page: Mapping[str, Any]) -> list[str]:
    """Write the checks for 80 columns."""
    lines: list[str] = []
    for act in page["acts"]:
        lines += _head(act, page["preset"]) + _own_lines(act)
        title = f"Foretold by what the {act['taught_by']} taught"
        lines += [*heading(title), *_across_lines(act), ""]
    return [*lines, page["model"]]


def _act(found: Checked) -> dict[str, Any]:
    own = found.posterior.sample
    ranges = predicted(found.base, found.posterior) if own.shown else ()
    return {
        "act": found.base.scenario.id,
        "title": found.base.scenario.title,
        "refights": len(own.z),
        "effective": own.effective,
        "k_hat": own.k_hat,
        "shown": own.shown,
        "meets50": sum(each.meets50 for each in ranges),
        "meets90": sum(each.meets90 for each in ranges),
        "not_fitted": _met([each for each in ranges if not each.fitted]),
        "predicted": [_predicted(each) for each in ranges],
        "left_out": [_left(e) for e in left_out(found.posterior)] if own.shown else [],
        "taught_by": found.other,
        "teacher_effective": found.effective,
        "across": None if found.across is None else _across(found.across),
    }


def _met(ranges: Sequence[Predicted]) -> dict[str, int]:
    return {
        "outcomes": len(ranges),
        "meets50": sum(each.meets50 for each in ranges),
        "meets90": sum(each.meets90 for each in ranges),
    }


def _head(act: Mapping[str, Any], preset: str) -> list[str]:
    lines = wrap(f"Check: {act['title']}, preset {preset}")
    lines.append("=" * max(len(each) for each in lines))
    refights, effective = plural(act["refights"], "refight"), act["effective"]
    said = f"{refights}, {effective:,.0f} effective draws, k-hat {act['k_hat']:.2f}."
    return lines + wrap(said)


def _own_lines(act: Mapping[str, Any]) -> list[str]:
    if not act["shown"]:
        return wrap(_too_few("this act"))
    every, rest = len(act["predicted"]), act["not_fitted"]
    lines = heading("Each outcome beside its record")
    lines += wrap(
        f"The record's interval meets the middle 50% of the weighted refights for "
        f"{act['meets50']} of {every} outcomes, the middle 90% for {act['meets90']}. "
        f"Of the {rest['outcomes']} that were not fitted: {rest['meets50']} and "
        f"{rest['meets90']}. Fitted ones are marked *."
    )
    for row in act["predicted"]:
        lines += wrap(_range_words(row), 4, "  -")
    lines += heading("Each fitted outcome foretold from the others")
    lines += wrap("Log score of its claims: from the others, and from the prior.")
    for row in act["left_out"]:
        lines += wrap(
            f"{row['outcome']}: {row['log_score']:.2f}, prior {row['prior']:.2f} "
            f"({row['effective']:,.0f} effective draws)",
            4,
            "  -",
        )
    return lines


def _across_lines(act: Mapping[str, Any]) -> list[str]:
    found = act["across"]
    if found is None:
        return wrap(_too_few(f"the {act['taught_by']}"))
    lines = wrap(
        f"{plural(found['refights'], 'refight')} of each forecast; the "
        f"{act['taught_by']}'s posterior has {act['teacher_effective']:,.0f} effective "
        f"draws. {SEEN}"
    )
    for who, gain in found["gains"].items():
        lines += wrap(
            f"against {who}: CRPS lower by {_percent(gain)} over "
            f"{plural(gain['outcomes'], 'outcome')} (90% over outcomes)",
            4,
            "  -",
        )
    lines += ["", *wrap(SCORES)]
    for who, scores in found["crps"].items():
        lines += ["", f"  {who}"]
        for name, each in scores.items():
            logs = found["log_score"][who][name]
            ends = f"[{each['low']:.2f} to {each['high']:.2f}]"
            said = f"    {name:<{NAME}}CRPS {each['value']:>6.2f} {ends:<18}"
            lines.append(f"{said}log {logs['value']:>7.2f}".rstrip())
    return lines


def _range_words(row: Mapping[str, Any]) -> str:
    (low50, high50), (low90, high90) = row["range50"], row["range90"]
    low, high = row["record"]
    mark = "*" if row["fitted"] else ""
    word = (
        "meets 50%" if row["meets50"] else "meets 90%" if row["meets90"] else "misses"
    )
    applies = row["applies"]
    some = "" if applies > ALL else f" (applies to {percent(applies)})"
    return (
        f"{row['outcome']}{mark}{some}: {_said(low50)} to {_said(high50)} "
        f"({_said(low90)} to {_said(high90)}), record {_said(low)} to {_said(high)}: "
        f"{word}"
    )


def _said(value: float) -> str:
    if value in (float("inf"), float("-inf")) or value != value:
        return "never"
    return amount(round(value))


def _percent(gain: Mapping[str, float]) -> str:
    low, high = 100 * gain["low"], 100 * gain["high"]
    return f"{100 * gain['value']:.0f}% [{low:.0f}% to {high:.0f}%]"


def _too_few(whose: str) -> str:
    return (
        f"The posterior of {whose} has fewer than {SHOWN:.0f} effective draws: nothing "
        "is shown. Ask for more refights."
    )


def _predicted(found: Predicted) -> dict[str, Any]:
    return {
        "outcome": found.outcome,
        "fitted": found.fitted,
        "applies": found.applies,
        "range50": list(found.range50),
        "range90": list(found.range90),
        "record": list(found.record),
        "meets50": found.meets50,
        "meets90": found.meets90,
    }


def _left(found: LeftOut) -> dict[str, Any]:
    return {
        "outcome": found.outcome,
        "effective": found.effective,
        "log_score": found.log_score,
        "prior": found.prior,
    }


def _across(found: Across) -> dict[str, Any]:
    shared = {
        who: len([n for n in found.crps[who] if n in found.crps[BLIND]])
        for who in found.gains
    }
    return {
        "taught_by": found.taught_by,
        "refights": found.refights,
        "crps": {w: _scores(each) for w, each in found.crps.items()},
        "log_score": {w: _scores(each) for w, each in found.log_score.items()},
        "gains": {
            who: _score(each) | {"outcomes": shared[who]}
            for who, each in found.gains.items()
        },
    }


def _scores(found: Mapping[str, Scored]) -> dict[str, dict[str, float]]:
    return {name: _score(each) for name, each in found.items()}


def _score(found: Scored) -> dict[str, float]:
    return {"value": found.value, "low": found.low, "high": found.high}
