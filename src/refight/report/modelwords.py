"""Model words: what refights that are at hand have to say of outcomes and levers.

Reads saved ensembles, and the kept factorial of an act's stated causes. Returns
`ModelWords`: key of an outcome on record, or act/lever -> (word, reason). A told value
is met when it and the 90 per cent of the refights have something in common; where the
account tells no number, the record's best value stands in for it, and is named.
"""

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from refight.account.calendars import day
from refight.account.model import Account
from refight.account.told import ToldValue, told
from refight.account.verdict import INPUT, MET, NOT_APPLYING, NOT_MET
from refight.report.account import value_line
from refight.report.lines import plural
from refight.report.outcomes import (
    outcome_data,
    percent,
    span_words,
    value_words,
)

if TYPE_CHECKING:
    from refight.attribution.factorial import Factorial
    from refight.ensemble.refight import Prepared
    from refight.ensemble.store import Ensemble

Words = dict[str, tuple[str, str]]


def words_of_run(prepared: "Prepared", ensemble: "Ensemble", account: Account) -> Words:
    """Word every outcome of a saved run; `prepared` is the act of its manifest."""
    scenario = prepared.scenario
    values = told(account, scenario.act)
    by_outcome = {
        key: values[name] for name, key in account.refought.items() if name in values
    }
    found: Words = {}
    for outcome in scenario.outcomes:
        name = f"outcome.{outcome.id}"
        if name in ensemble.columns:
            column = ensemble.column(name)
            page = outcome_data(outcome, scenario, prepared.archive, column)
            key = page["record"]["key"]
            if key not in found or outcome.scored:
                found[key] = _word(page, by_outcome.get(key), prepared, ensemble)
    return found


def words_of_causes(found: "Factorial", account: Account) -> Words:
    """Word every stated cause of an act from its kept factorial.

    A cause goes by act/lever, and by the section of each row of the account it serves.
    """
    from refight.attribution.verdict import verdict_of

    words: Words = {}
    for cause in found.causes.causes:
        verdict = verdict_of(found, cause.id)
        sections = {account.rows[number].section for number in cause.rows}
        for place in {found.causes.act, *sections}:
            words[f"{place}/{cause.id}"] = (verdict.word, verdict.reason)
    return words


def _word(
    page: Mapping[str, Any],
    value: ToldValue | None,
    prepared: "Prepared",
    ensemble: "Ensemble",
) -> tuple[str, str]:
    refought = page["refought"]
    said = [_refought(page, prepared), *_beside(page, value), _made(prepared, ensemble)]
    reason = f"{page['title']}: {'; '.join(said)}"
    if page["input"]:
        return INPUT, reason
    if not refought["count"]:
        return NOT_APPLYING, reason
    if value is None:
        return (MET if page["meets"] else NOT_MET), reason
    low, high = refought["interval90"]
    if page["kind"] == "date" and math.isfinite(low):
        low = math.floor(low)  # a day is met at any hour of it
    first, last = _ends(value, prepared)
    return (MET if first <= high and low <= last else NOT_MET), reason


def _ends(value: ToldValue, prepared: "Prepared") -> tuple[float, float]:
    """Give the ends of a told value, dates as days of the act."""
    if value.first:
        start = prepared.scenario.start.date()
        return float((day(value.first) - start).days), (day(value.last) - start).days
    low = -math.inf if value.low is None else value.low
    return low, math.inf if value.high is None else value.high


def _refought(page: Mapping[str, Any], prepared: "Prepared") -> str:
    found, start = page["refought"], prepared.scenario.start
    if page["kind"] == "event":
        return f"refought, yes in {percent(found['yes']['share'])}"
    middle = value_words(page, found["median"], start)
    low, high = found["interval90"]
    span = span_words(page, low, high, start)
    return f"refought, median {middle}, 90 per cent {span}"


def _beside(page: Mapping[str, Any], value: ToldValue | None) -> Iterator[str]:
    if value is not None:
        yield f"told, {value_line(value)}"
    elif page["meets"] is None:
        yield "no number is told, and the record has no best value"
    else:
        yield "the account tells no number; held against the record's best value"


def _made(prepared: "Prepared", ensemble: "Ensemble") -> str:
    made = ensemble.manifest
    variant = f" with {', '.join(made.variant)}" if made.variant else ""
    count = plural(ensemble.count, "refight")
    stale = ""
    if made.scenario_digest != prepared.digest:
        stale = ", of the act as it was before it was changed"
    return f"{count} as {made.version}{variant}, manifest {made.short}{stale}"
