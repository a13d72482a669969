"""Golden: summary numbers of small ensembles, kept in tests/golden.

`make golden` measures them anew and prints what moved. A moved number needs a new
behaviour version and a line under *Results* in the changelog (decision 6).
"""

import argparse
import json
import math
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from refight.ensemble.run import Columns, run
from refight.ensemble.stats import summarise
from refight.manifest import BEHAVIOUR_VERSION
from tools.acts import ACTS, chunk_runner

FOLDER = Path(__file__).parent.parent / "tests" / "golden"
SEED = 1
REFIGHTS = 40  # enough to see a change, few enough for every run of the tests
TOLERANCE = 1e-6  # relative: other platforms round the last digits differently

Numbers = dict[str, dict[str, Any]]


def numbers(columns: Columns) -> Numbers:
    """Sum up every column with one value per refight."""
    found: Numbers = {}
    for name, values in sorted(columns.items()):
        if values.ndim == 1:
            summary = asdict(summarise(values.astype("float64")))
            del summary["median_error"]
            found[name] = {key: _plain(value) for key, value in summary.items()}
    return found


def measure(act: str) -> Numbers:
    """Refight an act a few times and sum it up."""
    return numbers(run(chunk_runner(act, SEED), REFIGHTS).columns)


def moved(before: Numbers, after: Numbers) -> list[str]:
    """List what differs between two sets of numbers."""
    found = [f"{name}: gone" for name in sorted(before.keys() - after.keys())]
    found += [f"{name}: new" for name in sorted(after.keys() - before.keys())]
    for name in sorted(before.keys() & after.keys()):
        for key, old in before[name].items():
            new = after[name].get(key)
            if not _close(old, new):
                found.append(f"{name} {key}: {old} -> {new}")
    return found


def path(act: str) -> Path:
    """Name the file of an act's golden numbers."""
    return FOLDER / f"{act}.json"


def read(act: str) -> dict[str, Any]:
    """Read an act's golden numbers with the behaviour version they belong to."""
    content: dict[str, Any] = json.loads(path(act).read_text(encoding="utf-8"))
    return content


def write(act: str, found: Numbers) -> None:
    """Keep an act's numbers."""
    content = {
        "behaviour_version": BEHAVIOUR_VERSION,
        "seed": SEED,
        "refights": REFIGHTS,
        "numbers": found,
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    path(act).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Measure all acts, print what moved, keep the new numbers."""
    parser = argparse.ArgumentParser(description="Renew the golden numbers.")
    parser.add_argument("--dry", action="store_true", help="print only")
    chosen = parser.parse_args(arguments)
    for act in ACTS:
        after = measure(act)
        before = read(act)["numbers"] if path(act).is_file() else {}
        lines = moved(before, after) or ["unchanged"]
        print("\n  ".join([f"{act}:", *lines]))
        if not chosen.dry:
            write(act, after)
    return 0


def _plain(value: float) -> float | int | str:
    if not math.isfinite(value):
        return str(value)  # JSON has no infinity
    return value


def _close(old: object, new: object) -> bool:
    if isinstance(old, int | float) and isinstance(new, int | float):
        return math.isclose(old, new, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    return old == new


if __name__ == "__main__":
    sys.exit(main())
