"""Speed: what `refight bench` measured, as ratios."""

from collections.abc import Mapping
from typing import Any

from refight.ensemble.bench import Pace
from refight.report.lines import table, wrap

MANY = 10_000  # refights to which time and memory are extrapolated
MEGABYTE = 1024.0**2


def speed_data(
    paces: Mapping[str, Pace],
    shares: Mapping[str, Mapping[str, float]],
    megabytes: float,
    starts: Mapping[str, float],
) -> dict[str, Any]:
    """Gather the measurements: of each act, of memory (MB), of starts (seconds)."""
    held = max(pace.held for pace in paces.values()) * MANY / MEGABYTE
    loop = min(pace.loop for pace in paces.values())
    return {
        "acts": {act: act_data(pace, shares[act]) for act, pace in paces.items()},
        "loop_milliseconds": 1000 * loop,
        "megabytes": megabytes,
        "megabytes_many": megabytes + held,
        "starts": dict(starts),
        "starts_in_loops": {name: each / loop for name, each in starts.items()},
        "many": MANY,
    }


def act_data(pace: Pace, shares: Mapping[str, float]) -> dict[str, Any]:
    """Gather the measurements of one act."""
    return {
        "refights": pace.refights,
        "milliseconds": 1000 * pace.seconds,
        "per_second": pace.per_second,
        "calibration_loops": pace.loops,
        "python": pace.python,
        "two_threads": pace.gain,
        "two_threads_loops": pace.loops_gain,
        "seconds_many": pace.wall(MANY),
        "shares": dict(shares),
    }


def speed_lines(page: Mapping[str, Any]) -> list[str]:
    """Write the measurements for 80 columns."""
    acts = page["acts"]
    lines = [*table(_rows(page)), ""]
    for act, it in acts.items():
        said = ", ".join(f"{name} {part:.0%}" for name, part in it["shares"].items())
        lines += wrap(f"{act}: {said}", 2, "")
    return [*lines, "", *_words(page)]


def _rows(page: Mapping[str, Any]) -> list[list[str]]:
    """List one measurement a row, one act a column."""
    acts = page["acts"].values()

    def row(title: str, key: str, form: str, scale: float = 1.0) -> list[str]:
        return [title, *(format(scale * it[key], form) for it in acts)]

    return [
        ["", *page["acts"]],
        row("a refight, ms of CPU", "milliseconds", ".1f"),
        row("a refight, calibration loops", "calibration_loops", ".2f"),
        row("refights a CPU second", "per_second", ".0f"),
        row("of it in Python, %", "python", ".1f", 100),
        row("two threads against one", "two_threads", ".2f"),
        row("the same for calibration loops", "two_threads_loops", ".2f"),
        row(f"{page['many']:,} on two threads, s", "seconds_many", ".0f"),
    ]


def _words(page: Mapping[str, Any]) -> list[str]:
    lines = wrap(
        f"Memory: {page['megabytes']:.0f} MB, and {page['megabytes_many']:.0f} MB with "
        f"{page['many']:,} refights kept."
    )
    if page["starts"]:
        lines += wrap(
            "Starts: "
            + "; ".join(
                f"{name} {seconds:.2f} s ({page['starts_in_loops'][name]:.0f} loops)"
                for name, seconds in page["starts"].items()
            )
            + "."
        )
    return lines + wrap(
        f"A loop is the calibration loop ({page['loop_milliseconds']:.1f} ms here), "
        "measured in turns with all else: compare loops across machines, not seconds. "
        "Two threads: least wall time of one by that of two; on a busy machine compare "
        "with what two threads gain on loops, which need no lock."
    )
