"""Hunt bad input that is not answered in words: `make fuzz`.

Each target gets its share of the time; what is found is printed with its smallest case,
and the exit code is 1. The same seed and the same pace give the same cases.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from hypothesis.configuration import set_hypothesis_home_dir

SECONDS = 60.0


def main(arguments: list[str] | None = None) -> int:
    """Hunt in every target, or in those named; return 1 when something was found."""
    said = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    said.add_argument(
        "targets", nargs="*", help="which targets; all when none is named"
    )
    said.add_argument("--seconds", type=float, default=SECONDS, help="for all together")
    said.add_argument("--seed", type=int, default=0)
    asked = said.parse_args(arguments)
    set_hypothesis_home_dir(Path.cwd() / ".hypothesis")  # tables that it keeps
    with tempfile.TemporaryDirectory(prefix="refight-fuzz-") as folder:
        tempfile.tempdir = folder
        os.chdir(folder)  # a command may write where it stands
        return _hunt(asked.targets, asked.seconds, asked.seed)


def _hunt(names: list[str], seconds: float, seed: int) -> int:
    from tools.fuzz.every import TARGETS
    from tools.fuzz.hunt import hunt, limit_memory

    limit_memory()
    wanted = names or list(TARGETS)
    found = 0
    for name in wanted:
        bag = hunt(TARGETS[name](), seconds / len(wanted), seed)
        said = f"{bag.cases:7,} cases, {bag.refused:7,} refused, {bag.seconds:6.0f} s"
        print(f"{name:10} {said}, {len(bag.findings)} found", flush=True)
        for each in bag.findings.values():
            print(f"  {each.where} {each.what}\n    {each.case!r:.600}\n{each.trace}")
        found += len(bag.findings)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
