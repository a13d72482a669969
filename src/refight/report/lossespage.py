"""Losses page: an act's losses by cause, beside what is on record of them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from refight.ensemble.store import Ensemble
from refight.report.lines import heading, plural, wrap
from refight.report.losses import losses_data, losses_lines
from refight.report.outcomes import outcome_lines, outcomes_data
from refight.report.resting import Prepared
from refight.report.summary import CLOSING, command_of
from refight.scenario.model import Observable

OF_LOSSES = {
    Observable.KILLED,
    Observable.WOUNDED,
    Observable.CASUALTIES,
    Observable.CAPTURED,
    Observable.CAPTURED_SINCE,
    Observable.ARMOUR_LOST,
    Observable.TANKS_LOST,
    Observable.GUNS_LOST,
}


def losses_page_data(prepared: Prepared, ensemble: Ensemble) -> dict[str, Any]:
    """Gather the losses of both sides, and the recorded outcomes that count them."""
    scenario = prepared.scenario
    counted = {o.id for o in scenario.outcomes if o.observable in OF_LOSSES}
    rows = outcomes_data(scenario, prepared.archive, ensemble.columns)
    command = command_of(ensemble.manifest, ensemble.count)
    return {
        "act": scenario.id,
        "title": scenario.title,
        "start": scenario.start.isoformat(),
        "refights": ensemble.count,
        "losses": losses_data(ensemble.columns),
        "outcomes": [row for row in rows if row["id"] in counted],
        "manifest": ensemble.manifest.short,
        "command": command.replace("refight ", "refight losses ", 1),
        "model": CLOSING,
    }


def losses_page_lines(page: Mapping[str, Any]) -> list[str]:
    """Write the losses for 80 columns."""
    start = datetime.fromisoformat(page["start"])
    many = plural(page["refights"], "refight")
    lines = [*wrap(f"Losses: {page['title']}, {many}"), ""]
    lines += losses_lines(page["losses"])
    if page["outcomes"]:
        lines += heading("Beside the record")
        for row in page["outcomes"]:
            lines += "\n".join(outcome_lines(row, start)).split("\n")
    return [*lines, "", f"  {page['command']}", page["model"]]
