"""Run the benchmarks: `make bench`, or `make bench ARGS=--write` to keep the result.

Reads cases.toml; prints a table; compares with baseline.json in calibration loops,
never in seconds. `--readme` puts the table into the README between its marks.
"""

import argparse
import json
import platform
import subprocess
import sys
import time
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from refight import __version__
from refight.ensemble import bench
from refight.ensemble.run import RunChunk
from refight.manifest import BEHAVIOUR_VERSION
from tools.acts import chunk_runner, process_shares

HERE = Path(__file__).parent
CASES = HERE / "cases.toml"
BASELINE = HERE / "baseline.json"
README = HERE.parent / "README.md"
SEED = 1982
BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"


@dataclass(frozen=True)
class Result:
    """What one case gave."""

    name: str
    refights: int
    milliseconds: float  # CPU, one refight
    per_second: float  # refights a CPU second
    loops: float  # one refight in calibration loops
    scaling: float
    shares: dict[str, float]


def measure(case: dict[str, Any]) -> Result:
    """Measure one case."""
    run_chunk, shares = prepare(case["act"])
    pace = bench.pace(run_chunk, case["refights"])
    return Result(
        name=case["name"],
        refights=pace.refights,
        milliseconds=1000 * pace.seconds,
        per_second=pace.per_second,
        loops=pace.loops,
        scaling=pace.scaling,
        shares=shares,
    )


def prepare(act: str) -> tuple[RunChunk, dict[str, float]]:
    """Give an act's chunk runner, and the share of each process in a refight."""
    return chunk_runner(act, SEED), process_shares(act, SEED)


def warm_start() -> float:
    """Measure the seconds from start to the end of one refight, warm."""
    command = [sys.executable, "-m", "refight", "fall", "--refights", "1"]
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def table(results: list[Result]) -> str:
    """Write results as a Markdown table."""
    rows = [
        "| act | ms a refight | refights/s/core | calibration loops | two threads |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for each in results:
        rows.append(
            f"| {each.name} | {each.milliseconds:.1f} | {each.per_second:.0f} "
            f"| {each.loops:.2f} | {each.scaling:.2f}x |"
        )
    return "\n".join(rows)


def share_lines(results: list[Result]) -> str:
    """Write the share of each process, a line per case."""
    return "\n".join(
        f"{each.name}: "
        + ", ".join(f"{name} {share:.0%}" for name, share in each.shares.items())
        for each in results
        if each.shares
    )


def slower(results: list[Result], baseline: dict[str, Any], limit: float) -> list[str]:
    """Name the cases that take more loops than the baseline allows."""
    found = []
    for each in results:
        before = baseline.get("cases", {}).get(each.name)
        if before is not None and each.loops > before["loops"] * (1 + limit):
            found.append(
                f"{each.name}: {each.loops:.2f} loops, was {before['loops']:.2f}"
            )
    return found


def record(results: list[Result]) -> dict[str, Any]:
    """Gather what baseline.json keeps."""
    return {
        "code_version": __version__,
        "behaviour_version": BEHAVIOUR_VERSION,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "megabytes": round(bench.peak_megabytes()),
        "cases": {each.name: asdict(each) for each in results},
    }


def spliced(text: str, middle: str) -> str:
    """Put a table between the marks of a text; leave a text without marks alone."""
    if BEGIN not in text or END not in text:
        return text
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    return f"{before}{BEGIN}\n{middle}\n{END}{after}"


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, compare; return 1 when a case became too slow."""
    chosen = _arguments(arguments)
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))
    results = [measure(each) for each in cases["case"]]
    print(table(results))
    print(share_lines(results))
    print(f"peak memory {bench.peak_megabytes():.0f} MB")
    if chosen.start:
        print(f"warm start to one refight {warm_start():.2f} s")
    baseline = json.loads(BASELINE.read_text()) if BASELINE.is_file() else {}
    found = slower(results, baseline, cases["guard"]["slower"])
    for line in found:
        print(f"slower than the baseline: {line}", file=sys.stderr)
    if chosen.write:
        BASELINE.write_text(json.dumps(record(results), indent=2) + "\n")
    if chosen.readme:
        README.write_text(spliced(README.read_text(), table(results)))
    return 1 if found else 0


def _arguments(given: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure speed as ratios.")
    parser.add_argument("--write", action="store_true", help="keep as the baseline")
    parser.add_argument("--readme", action="store_true", help="renew the README table")
    parser.add_argument("--start", action="store_true", help="measure a warm start")
    return parser.parse_args(given)


if __name__ == "__main__":
    sys.exit(main())
