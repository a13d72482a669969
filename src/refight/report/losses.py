"""Losses: who lost how many, by cause and kind, from the columns of an ensemble.

Reads columns `losses.<side>.<cause>.<kind>` and `wrecks.<side>.<what>.<how>`, each
(R,). Shown are means, rounded cell by cell; totals are the sums of what is shown, so
that a table always adds up. The 5 to 95 per cent ranges are of each refight's total.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.ensemble.stats import quantile
from refight.errors import EnsembleError
from refight.report.lines import amount, table, wrap

SIDES = ("iraq", "iran")
CAUSES = ("direct", "guns", "mines", "air", "surrender")
KINDS = ("killed", "wounded", "captured")
VEHICLES = ("tanks", "carriers", "guns")
FATES = ("destroyed", "captured")
WORDS = {
    "direct": "direct fire",
    "guns": "artillery",
    "mines": "mines",
    "air": "aircraft",
    "surrender": "surrender",
}
EARLY, LATE = 0.05, 0.95

Columns = Mapping[str, Any]
Floats = NDArray[np.float64]


def losses_data(columns: Columns) -> dict[str, Any]:
    """Gather both sides' losses by cause, and their vehicles."""
    return {side: _side(columns, side) for side in SIDES}


def losses_lines(data: Mapping[str, Any]) -> list[str]:
    """Write the tables of both sides."""
    lines: list[str] = []
    for side in SIDES:
        lines += [*_men_lines(side, data[side]), *_vehicle_lines(data[side]), ""]
    return lines + wrap(
        "Means of all refights, over the whole act; causes sum to the totals shown. In "
        "brackets: 5 to 95 per cent of the refights. The outcomes above count men "
        "killed, wounded and captured only until two days after the act is decided. "
        f"`refight why` knows a row as losses.SIDE.CAUSE: {', '.join(CAUSES)}."
    )


def _side(columns: Columns, side: str) -> dict[str, Any]:
    cells = {
        cause: {k: _column(columns, f"losses.{side}.{cause}.{k}") for k in KINDS}
        for cause in CAUSES
    }
    shown = {
        cause: {kind: _mean(values) for kind, values in row.items()}
        for cause, row in cells.items()
    }
    return {
        "by_cause": shown,
        "total": {kind: sum(shown[cause][kind] for cause in CAUSES) for kind in KINDS},
        "all": sum(sum(row.values()) for row in shown.values()),
        "range": {
            kind: _range(_added([cells[cause][kind] for cause in CAUSES]))
            for kind in KINDS
        },
        **_vehicles(columns, side),
    }


def _vehicles(columns: Columns, side: str) -> dict[str, Any]:
    found = {
        what: {fate: _column(columns, f"wrecks.{side}.{what}.{fate}") for fate in FATES}
        for what in VEHICLES
    }
    return {
        "vehicles": {
            what: {fate: _mean(values) for fate, values in each.items()}
            for what, each in found.items()
        },
        "vehicle_range": {
            what: _range(_added(list(each.values()))) for what, each in found.items()
        },
    }


def _men_lines(side: str, data: Mapping[str, Any]) -> list[str]:
    rows = [[side.upper(), *(f"{kind:>9}" for kind in KINDS), f"{'all':>9}"]]
    for cause in CAUSES:
        row = data["by_cause"][cause]
        rows.append([WORDS[cause], *_cells([row[k] for k in KINDS], sum(row.values()))])
    total = data["total"]
    rows.append(["total", *_cells([total[kind] for kind in KINDS], data["all"])])
    ranges = [_ends(data["range"][kind]) for kind in KINDS]
    kinds = ", ".join(f"{k} {r}" for k, r in zip(KINDS, ranges, strict=True))
    return [*table(rows), *wrap(f"[{kinds}]", 2)]


def _vehicle_lines(data: Mapping[str, Any]) -> list[str]:
    parts = []
    for what in VEHICLES:
        fates = data["vehicles"][what]
        said = ", ".join(f"{amount(fates[fate])} {fate}" for fate in FATES)
        parts.append(f"{what} {said} [{_ends(data['vehicle_range'][what])}]")
    return wrap("; ".join(parts), 2)


def _cells(values: Sequence[int], last: int) -> list[str]:
    return [f"{amount(each):>9}" for each in (*values, last)]


def _ends(ends: Sequence[float]) -> str:
    low, high = (round(each) for each in ends)
    return amount(low) if low == high else f"{amount(low)}-{amount(high)}"


def _column(columns: Columns, name: str) -> Floats:
    if name in columns:
        return np.asarray(columns[name], dtype=np.float64)
    raise EnsembleError(
        f'the column "{name}"', "none", "losses", "run the ensemble again"
    )


def _mean(values: Floats) -> int:
    return round(float(np.mean(values))) if len(values) else 0


def _added(parts: Sequence[Any]) -> Floats:
    total: Floats = np.sum([np.asarray(part, np.float64) for part in parts], axis=0)
    return total


def _range(values: Floats) -> list[float]:
    return [quantile(values, EARLY), quantile(values, LATE)]
