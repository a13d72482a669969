"""Run the benchmarks: `make bench`; with ARGS="--write --readme" keep and show them.

Measures what `refight bench` measures, beside the goals of cases.toml. Compares with
the last kept result in calibration loops, never in seconds. `--write` keeps the result
of this version in results/; `--readme` puts the table into the README between its
marks.
"""

import argparse
import json
import platform
import sys
import tomllib
from pathlib import Path
from typing import Any

from refight import __version__
from refight.cli.speed import measured
from refight.cli.startup import COLD, WALL, WARM
from refight.ensemble.run import cores
from refight.manifest import BEHAVIOUR_VERSION
from refight.report.speed import speed_lines

HERE = Path(__file__).parent
CASES = HERE / "cases.toml"
RESULTS = HERE / "results"
README = HERE.parent / "README.md"
BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"

Page = dict[str, Any]


def table(page: Page, goals: Page) -> str:
    """Write what was measured and the goals as a Markdown table."""
    acts = page["acts"]
    head = ["", *acts, "goal"]
    rows = [
        _row("calibration loops a refight", acts, "calibration_loops", ".2f"),
        _row("refights a CPU second", acts, "per_second", ".0f"),
        _row("two threads against one", acts, "two_threads", ".2f"),
        _row("what calibration loops gain", acts, "two_threads_loops", ".2f"),
        _row("of a refight in Python, %", acts, "python", ".1f", 100),
        _row(f"{page['many']:,} on two threads, s", acts, "seconds_many", ".0f"),
    ]
    wanted = goals["per_second"]
    rows[1].append(" / ".join(str(wanted[act]) for act in acts))
    rows[2].append(str(goals["two_threads"]))
    rows[5].append(str(goals["seconds_many"]))
    rows += [
        [f"MB with {page['many']:,} refights", f"{page['megabytes_many']:.0f}"]
        + [""] * (len(acts) - 1)
        + [str(goals["megabytes_many"])]
    ]
    for name, goal in ((WARM, "warm"), (WALL, "warm"), (COLD, "cold")):
        if name in page["starts"]:
            shown = f"{page['starts'][name]:.2f} s"
            rows.append([name, shown, *[""] * (len(acts) - 1), f"{goals[goal]:g}"])
    rule = ["---", *["---:"] * (len(head) - 1)]
    whole = [head, rule, *(row + [""] * (len(head) - len(row)) for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in whole)


def _row(
    title: str, acts: Page, key: str, form: str, scale: float = 1.0
) -> list[str]:  # fmt: skip
    return [title, *(format(scale * it[key], form) for it in acts.values())]


def share_lines(page: Page) -> str:
    """Write the share of each process, a line per act."""
    return "\n".join(
        f"- {act}: "
        + ", ".join(f"{name} {share:.0%}" for name, share in it["shares"].items())
        for act, it in page["acts"].items()
    )


def block(page: Page, goals: Page) -> str:
    """Write what the README shows."""
    loop = f"{page['loop_milliseconds']:.1f} ms"
    return "\n\n".join(
        [
            f"Measured on {platform.machine()}, Python {platform.python_version()}, "
            f"{cores()} cores; a calibration loop took {loop}.",
            table(page, goals),
            f"Share of each process:\n\n{share_lines(page)}",
        ]
    )


def slower(page: Page, before: Page, limit: float) -> list[str]:
    """Name the acts that take more loops than the last result allows."""
    found = []
    for act, it in page["acts"].items():
        was = before.get("acts", {}).get(act)
        now = it["calibration_loops"]
        if was is not None and now > was["calibration_loops"] * (1 + limit):
            found.append(f"{act}: {now:.2f} loops, was {was['calibration_loops']:.2f}")
    return found


def last_result(folder: Path) -> Page:
    """Read the result of the highest version that was kept; empty before the first."""
    kept = sorted(folder.glob("*.json"), key=lambda path: _version(path.stem))
    return json.loads(kept[-1].read_text(encoding="utf-8")) if kept else {}


def _version(name: str) -> list[int]:
    return [int(part) for part in name.split(".") if part.isdigit()]


def record(page: Page) -> Page:
    """Gather what is kept of a result."""
    return {
        "code_version": __version__,
        "behaviour_version": BEHAVIOUR_VERSION,
        "python": platform.python_version(),
        "machine": platform.machine(),
        **page,
    }


def spliced(text: str, middle: str) -> str:
    """Put a block between the marks of a text; leave a text without marks alone."""
    if BEGIN not in text or END not in text:
        return text
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    return f"{before}{BEGIN}\n{middle}\n{END}{after}"


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, compare; return 1 when an act became too slow."""
    chosen = _arguments(arguments)
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))
    page = measured(cases["refights"])
    print("\n".join([*speed_lines(page), "", table(page, cases["goals"])]))
    found = slower(page, last_result(RESULTS), cases["guard"]["slower"])
    for line in found:
        print(f"slower than the last kept result: {line}", file=sys.stderr)
    if chosen.write:
        RESULTS.mkdir(exist_ok=True)
        kept = json.dumps(record(page), indent=2) + "\n"
        (RESULTS / f"{__version__}.json").write_text(kept, encoding="utf-8")
    if chosen.readme:
        text = README.read_text(encoding="utf-8")
        made = spliced(text, block(page, cases["goals"]))
        README.write_text(made, encoding="utf-8")
    return 1 if found else 0


def _arguments(given: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure speed as ratios.")
    parser.add_argument("--write", action="store_true", help="keep in results/")
    parser.add_argument("--readme", action="store_true", help="renew the README table")
    return parser.parse_args(given)


if __name__ == "__main__":
    sys.exit(main())
