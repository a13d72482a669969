"""Speed: what `refight bench` measured, as ratios."""

from collections.abc import Mapping
from typing import Any

from refight.ensemble.bench import Pace
from refight.report.lines import table, wrap


def speed_data(
    paces: Mapping[str, Pace],
    shares: Mapping[str, Mapping[str, float]],
    megabytes: float,
) -> dict[str, Any]:
    """Gather the measurements of each act."""
    return {
        "acts": {
            act: {
                "refights": pace.refights,
                "milliseconds": 1000 * pace.seconds,
                "per_second": pace.per_second,
                "calibration_loops": pace.loops,
                "two_threads": pace.scaling,
                "shares": dict(shares[act]),
            }
            for act, pace in paces.items()
        },
        "peak_megabytes": megabytes,
    }


def speed_lines(page: Mapping[str, Any]) -> list[str]:
    """Write the measurements for 80 columns."""
    rows = [["act", "ms a refight", "refights/s/core", "loops", "two threads"]]
    for act, it in page["acts"].items():
        rows.append(
            [
                act,
                f"{it['milliseconds']:.1f}",
                f"{it['per_second']:.0f}",
                f"{it['calibration_loops']:.2f}",
                f"{it['two_threads']:.2f}x",
            ]
        )
    lines = [*table(rows), ""]
    for act, it in page["acts"].items():
        said = ", ".join(f"{name} {part:.0%}" for name, part in it["shares"].items())
        lines += wrap(f"{act}: {said}", 2, "")
    lines += wrap(
        f"Peak memory {page['peak_megabytes']:.0f} MB. A loop is the calibration loop "
        "measured in between; compare loops across machines, not milliseconds."
    )
    return lines
