"""Many: all refights of an act at once, as the page reads them.

Reads a watched ensemble. Returns a pack (docs/reference/page-data.md): how often each
cell is held, fans of daily totals, each outcome with the figures of single claims,
losses by cause, and which replicates are worth a replay.
Axes: R refight, S side, D day, C cell, X crossing.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.attribution.measures import measures_of, values_of
from refight.ensemble.film import Watched
from refight.ensemble.refight import Prepared
from refight.ensemble.store import Ensemble
from refight.errors import UsageError, suggest
from refight.evidence.archive import Archive
from refight.evidence.records import Claim, Outcome, as_number
from refight.report.diary import SIDES
from refight.report.losses import WORDS
from refight.report.resting import resting_line
from refight.report.summary import summary_data
from refight.web.pack import pack

MEASURES = ("men", "tanks", "killed", "wounded", "captured", "area")
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
CHOICES = ("median", "nearest", "earliest", "latest")
FULL = 255  # a share of one, as a byte

Floats = NDArray[np.float64]


def many_pack(prepared: Prepared, found: Watched) -> bytes:
    """Write an ensemble as a pack."""
    scenario, ensemble = prepared.scenario, found.ensemble
    page = summary_data(prepared, ensemble)
    kept = ("version", "variant", "refights", "seed", "manifest", "digest", "command")
    more = ("decision", "scored", "losses")
    return pack(
        {
            "act": scenario.act,
            **{name: page[name] for name in kept},
            "fan_measures": list(MEASURES),
            "fan_quantiles": list(QUANTILES),
            **{name: page[name] for name in more},
            "outcomes": [_with_rivals(row, prepared) for row in page["outcomes"]],
            "cause_words": dict(WORDS),
            "rests_on": {**page["rests_on"], "words": resting_line(page["rests_on"])},
            "replays": worth_a_replay(prepared, ensemble),
            "replicates": _replicates(scenario.decided_by, ensemble),
        },
        {
            "held": _bytes(found.held),
            "bridge": _bytes(found.bridge),
            "fans": fans(ensemble),
        },
    )


def fans(ensemble: Ensemble) -> NDArray[np.float32]:
    """Give quantiles of each side's daily totals, (S, measure, quantile, D)."""
    return np.array(
        [
            [
                np.quantile(ensemble.column(f"daily.{side.value}.{name}"), QUANTILES, 0)
                for name in MEASURES
            ]
            for side in SIDES
        ],
        np.float32,
    )


def replicate_of(which: str, prepared: Prepared, ensemble: Ensemble) -> int:
    """Find the replicate that a word or a number names. Raises UsageError."""
    if which.isdecimal():
        return int(which)
    if which not in CHOICES:
        hint = suggest(which, CHOICES)
        raise UsageError(
            "median, nearest, earliest, latest or a number", which, hint=hint
        )
    return worth_a_replay(prepared, ensemble)[which]


def worth_a_replay(prepared: Prepared, ensemble: Ensemble) -> dict[str, int]:
    """Name the middle refight by deciding day, the nearest to the record, the ends.

    Where refights tie, the one nearest to the record. A day that never comes is later
    than any; *latest* is the latest that came, if any did.
    """
    days = np.asarray(ensemble.column(f"outcome.{prepared.scenario.decided_by}"))
    far = distance_from_record(prepared, ensemble)
    order = np.lexsort((far, days))
    came = order[np.isfinite(days[order])]
    middle = days == days[order[(len(order) - 1) // 2]]
    last = days == days[came[-1]] if len(came) else np.ones(len(days), np.bool_)
    found = {
        "median": _least(far, middle),
        "nearest": int(np.argmin(far)),
        "earliest": int(order[0]),
        "latest": _least(far, last),
    }
    return {name: found[name] for name in CHOICES}


def distance_from_record(prepared: Prepared, ensemble: Ensemble) -> Floats:
    """Measure how far each refight lies from the record, (R,).

    The mean over scored outcomes of the distance from the record's best value, each
    in standard deviations of the refights, so that days and men count alike.
    """
    scenario, archive = prepared.scenario, prepared.archive
    known, far = measures_of(scenario, archive), []
    for outcome in scenario.outcomes:
        recorded = archive.outcomes[f"{scenario.evidence}/{outcome.record}"]
        best = recorded.day_index(scenario.start.date().isoformat())[2]
        values = values_of(known[outcome.id], ensemble.columns)
        spread = float(np.nanstd(values)) if np.isfinite(values).any() else 0.0
        if known[outcome.id].scored and best is not None and spread > 0:
            far.append(np.abs(values - best) / spread)
    if not far:
        return np.zeros(ensemble.count)
    kept = np.ma.masked_invalid(np.array(far))
    return np.asarray(kept.mean(axis=0).filled(math.inf), np.float64)


def _least(far: Floats, among: NDArray[np.bool_]) -> int:
    return int(np.argmin(np.where(among, far, math.inf)))


def _bytes(shares: Floats) -> NDArray[np.uint8]:
    return np.asarray(np.rint(FULL * shares), np.uint8)


def _replicates(decided_by: str, ensemble: Ensemble) -> list[list[float]]:
    days = ensemble.column(f"outcome.{decided_by}")
    return [[number, float(day)] for number, day in enumerate(days)]


def _with_rivals(row: Mapping[str, Any], prepared: Prepared) -> dict[str, Any]:
    archive = prepared.archive
    recorded = archive.outcomes[row["record"]["key"]]
    start = prepared.scenario.start.date().isoformat()
    return {**row, "rivals": list(_rivals(recorded, archive, start))}


def _rivals(
    recorded: Outcome, archive: Archive, start: str
) -> Iterable[dict[str, Any]]:
    """Give the figures of single claims on the outcome's own axis."""
    for key in (*recorded.claims, *recorded.excluded):
        claim = archive.claims[key]
        ends = _figure(claim, recorded, start)
        if ends is not None:
            source = archive.sources[claim.source]
            yield {
                "claim": key,
                "low": ends[0],
                "high": ends[1],
                "label": _label(source.author or source.title, source.year),
                "stance": source.stance,
                "used": key in recorded.claims,
            }


def _figure(claim: Claim, recorded: Outcome, start: str) -> tuple[Any, Any] | None:
    if recorded.kind == "date":
        if claim.date is None:
            return None
        return as_number(claim.date.first, start), as_number(claim.date.last, start)
    value = claim.value
    if value is None or value.unit != recorded.unit:
        return None
    return value.low, value.high


def _label(name: str, year: int | None) -> str:
    """Name a source in a few letters: who, and the year."""
    who = name.split(" and ")[0].split(",")[0].strip()
    return f"{who} {year}" if year else who
