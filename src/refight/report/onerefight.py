"""One refight: the outcomes of a single replicate beside the record."""

import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import numpy as np

from refight.report.chronicle import Replay
from refight.report.lines import wrap
from refight.report.outcomes import outcome_data, span_words, value_words
from refight.report.resting import Prepared
from refight.report.summary import CLOSING


def one_data(
    replay: Replay, prepared: Prepared, seed: int, replicate: int
) -> dict[str, Any]:
    """Gather the outcomes of one refight."""
    scenario, rows = replay.scenario, []
    for outcome in scenario.outcomes:
        if outcome.id in replay.outcomes:
            column = np.array([replay.outcomes[outcome.id]])
            row = outcome_data(outcome, scenario, prepared.archive, column)
            kept = ("id", "title", "kind", "unit", "record")
            rows.append({**{k: row[k] for k in kept}, "value": float(column[0])})
    return {
        "act": scenario.id,
        "title": scenario.title,
        "start": scenario.start.isoformat(),
        "seed": seed,
        "replicate": replicate,
        "outcomes": rows,
        "chronicle": f"refight chronicle {scenario.id} --seed {seed} "
        f"--replicate {replicate}",
        "model": CLOSING,
    }


def one_lines(page: Mapping[str, Any]) -> list[str]:
    """Write one refight, an outcome a line or two."""
    start = datetime.fromisoformat(page["start"])
    head = f"{page['title']}: refight {page['replicate']} of seed {page['seed']} alone"
    lines = [*wrap(head), ""]
    for row in page["outcomes"]:
        lines += wrap(f"{row['id']}: {row['title']}", 2, "")
        lines += wrap(f"this refight {_said(row, start)}; {_record(row, start)}", 4)
    return [*lines, "", f"  {page['chronicle']}", page["model"]]


def _said(row: Mapping[str, Any], start: datetime) -> str:
    value = row["value"]
    return "does not apply" if math.isnan(value) else value_words(row, value, start)


def _record(row: Mapping[str, Any], start: datetime) -> str:
    best, low, high = (row["record"][end] for end in ("best", "low", "high"))
    if row["kind"] == "event":
        return f"on record {value_words(row, best, start)}"
    between = span_words(row, low, high, start)
    return f"on record {value_words(row, best, start)} [{between}]"
