"""Summary: one act refought many times, beside what is on record, on one page.

Reads a prepared act (scenario, archive, estimates) and an ensemble. Returns plain
data, and lines for 80 columns. Monte-Carlo error stands apart from the intervals:
it comes from the number of refights and says nothing about the war.
"""

import math
import shlex
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import numpy as np

from refight.ensemble.stats import Share, share
from refight.ensemble.store import Ensemble
from refight.errors import EnsembleError
from refight.evidence.archive import Archive
from refight.manifest import Manifest
from refight.report.days import count, long_date
from refight.report.enough import answer_data, short_words
from refight.report.lines import amount, heading, plural, wrap
from refight.report.losses import losses_data, losses_lines
from refight.report.outcomes import (
    outcome_lines,
    outcomes_data,
    percent,
    scored,
)
from refight.report.resting import Prepared, resting_data, resting_line
from refight.scenario.model import Scenario

CLOSING = "In this model, given these sources."
VERBS = {"fall": "falls", "liberation": "is retaken"}


def summary_data(
    prepared: Prepared,
    ensemble: Ensemble,
    asked: int | None = None,
    folder: str | None = None,
) -> dict[str, Any]:
    """Gather the summary of an act.

    asked   refights wanted, when fewer were done
    folder  where the scenario stands, when it is not a shipped act
    """
    scenario, archive = prepared.scenario, prepared.archive
    rows = outcomes_data(scenario, archive, ensemble.columns)
    return {
        "act": scenario.id,
        "title": scenario.title,
        "start": scenario.start.isoformat(),
        "refights": ensemble.count,
        "asked": asked or ensemble.count,
        "seed": ensemble.manifest.seed,
        "version": ensemble.manifest.version,
        "variant": list(ensemble.manifest.variant),
        "rule": scenario.fallen[scenario.fallen_rule].words,
        "decision": _decision(scenario, archive, ensemble, rows),
        "enough": _enough(prepared, ensemble),
        "outcomes": rows,
        "scored": dict(zip(("meet", "of"), scored(rows), strict=True)),
        "losses": losses_data(ensemble.columns),
        "rests_on": resting_data(prepared),
        "manifest": ensemble.manifest.short,
        "digest": ensemble.manifest.digest,
        "command": command_of(ensemble.manifest, ensemble.count, folder),
        "model": CLOSING,
    }


def summary_lines(data: Mapping[str, Any]) -> list[str]:
    """Write the summary for 80 columns."""
    start = datetime.fromisoformat(data["start"])
    lines = [*_head(data), "", *_decision_lines(data, start)]
    lines += wrap(short_words(data["enough"])) if data["enough"] else []
    lines += _key()
    for row in data["outcomes"]:
        if not row["input"]:
            lines += _split(outcome_lines(row, start))
    lines += ["", *_score_lines(data)]
    inputs = [row for row in data["outcomes"] if row["input"]]
    if inputs:
        lines += heading("Inputs, shown for checking")
        lines += [each for row in inputs for each in _split(outcome_lines(row, start))]
    lines += [*heading("Losses by cause"), *losses_lines(data["losses"])]
    return [*lines, *heading("What this rests on"), *_foot(data)]


def command_of(manifest: Manifest, refights: int, folder: str | None = None) -> str:
    """Write the one line that makes an ensemble again."""
    verb = manifest.act if folder is None else f"run {shlex.quote(folder)}"
    words = [f"refight {verb} --refights {refights} --seed {manifest.seed}"]
    if manifest.version != "recorded" and folder is None:
        words.append(f"--as {manifest.version}")
    words += [f"--lever {each}" for each in manifest.variant]
    return " ".join(words)


def _enough(prepared: Any, ensemble: Ensemble) -> dict[str, Any] | None:
    """Answer whether the account is enough; None for an act as recorded."""
    if getattr(prepared, "told", None) is None:
        return None
    return answer_data(prepared, ensemble)


def _decision(
    scenario: Scenario,
    archive: Archive,
    ensemble: Ensemble,
    rows: list[dict[str, Any]],
) -> dict[str, Any]:
    """Say how often the act was decided, by the day on record, and against the plan."""
    row = next((each for each in rows if each["id"] == scenario.decided_by), None)
    if row is None:
        found = f'no outcome "{scenario.decided_by}" among its columns'
        raise EnsembleError("the outcome that decides the act", found, scenario.id)
    values = np.asarray(ensemble.column(f"outcome.{row['id']}"), np.float64)
    best = row["record"]["best"]
    by_then = share(values < best + 1) if best is not None else None
    plan = planned(scenario, archive)
    return {
        "outcome": row["id"],
        "happened": _share(share(np.isfinite(values))),
        "by_record": None if by_then is None else _share(by_then),
        "recorded_day": best,
        "fought_day": row["refought"]["median"],
        "planned": plan,
        "late": _late(row["refought"]["median"], plan),
    }


def planned(scenario: Scenario, archive: Archive) -> dict[str, Any] | None:
    """Give the day the plan expected, from the record's entry on the plan.

    A number of days counts from the start, like the days of dated outcomes.
    """
    name = scenario.planned_day
    if name is None:
        return None
    recorded = archive.outcomes.get(f"{scenario.evidence}/{name}")
    if recorded is None:
        recorded = archive.outcome(name)
    low, high, best = recorded.day_index(scenario.start.date().isoformat())
    return {"record": recorded.key, "day": best, "low": low, "high": high}


def _late(fought: float, planned: Mapping[str, Any] | None) -> float | None:
    if planned is None or planned["day"] is None or not math.isfinite(fought):
        return None
    return float(math.floor(fought) - math.floor(planned["day"]))


def _share(found: Share) -> dict[str, float]:
    return {
        "hits": found.hits,
        "count": found.count,
        "share": found.value,
        "low": found.low,
        "high": found.high,
    }


def _head(data: Mapping[str, Any]) -> list[str]:
    levers = f", {', '.join(data['variant'])}" if data["variant"] else ""
    lines = wrap(f"{data['title']}, as {data['version']}{levers}")
    lines.append("=" * min(80, max(len(each) for each in lines)))
    said = f"{plural(data['refights'], 'refight')}, seed {data['seed']}."
    if data["refights"] < data["asked"]:
        said = (
            f"Stopped after {data['refights']:,} of {data['asked']:,} refights, "
            f"which are kept; seed {data['seed']}."
        )
    return [*lines, said]


def _decision_lines(data: Mapping[str, Any], start: datetime) -> list[str]:
    found, verb = data["decision"], VERBS.get(data["act"], "changes hands")
    said = f"The city {verb} in {_times(found['happened'])}"
    if found["by_record"] is not None:
        day = long_date(start, found["recorded_day"])
        said += f"; by the day on record, {day}, in {_times(found['by_record'])}"
    lines = wrap(f"{said}.")
    lines += wrap(f"Rule: {data['rule'].rstrip('.')}.")
    planned = found["planned"]
    if planned is not None and planned["day"] is not None:
        lines += wrap(_plan_words(found, planned, start))
    return lines


def _plan_words(
    found: Mapping[str, Any], planned: Mapping[str, Any], start: datetime
) -> str:
    said = f"Planned for {long_date(start, planned['day'])} (day {planned['day']:g})"
    if not math.isfinite(found["fought_day"]):
        return f"{said}; in the middle refight it does not happen within the act."
    fought = math.floor(found["fought_day"])
    said += f"; fought through on {long_date(start, fought)} (day {fought})"
    late = found["late"]
    if late is None or late == 0:
        return f"{said}, the same day."
    return f"{said}, {count(abs(late))} {'later' if late > 0 else 'earlier'}."


def _times(found: Mapping[str, Any]) -> str:
    ends = f"{percent(found['low'])} to {percent(found['high'])}"
    return f"{found['hits']:,} of {found['count']:,} refights ({ends})"


def _key() -> list[str]:
    lines = heading("Outcomes beside the record")
    lines += wrap(
        "refought: median [50% interval] (90% interval), and the distribution; "
        "record: best value [interval], drawn as [-|-] on the same scale. Day 0 is "
        "the first day. They meet when the record's best lies in the 90% interval."
    )
    return [*lines, ""]


def _score_lines(data: Mapping[str, Any]) -> list[str]:
    found = data["scored"]
    return wrap(
        f"The record's best lies in the 90% interval for {found['meet']} of "
        f"{plural(found['of'], 'scored outcome')}."
    )


def _foot(data: Mapping[str, Any]) -> list[str]:
    lines = wrap(resting_line(data["rests_on"]))
    why = f"refight why ID --act {data['act']}"
    lines += wrap(f"`{why}` leads from any id on this page to its claims.")
    lines += ["", *wrap(_error_words(data)), ""]
    lines += wrap(f"Manifest {data['manifest']}; to make this page again:")
    return [*lines, f"  {data['command']}", "", data["model"]]


def _error_words(data: Mapping[str, Any]) -> str:
    parts = []
    for row in data["outcomes"]:
        error = row["refought"]["monte_carlo_error"]
        if row["kind"] != "event" and math.isfinite(error):
            shown = amount(round(error) if error >= 10 else round(error, 2))
            parts.append(f"{row['id']} {shown}")
    many = plural(data["refights"], "refight")
    said = f"Monte-Carlo error, from running {many} only, of each median: "
    return said + (", ".join(parts) or "too few refights to tell") + "."


def _split(lines: list[str]) -> list[str]:
    return [part for line in lines for part in line.split("\n")]
