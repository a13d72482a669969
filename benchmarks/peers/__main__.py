"""Run all peers: `make peers`; with ARGS="--write --readme" keep and show the result.

Every peer refights the same made-up campaign under the same rules (`scene`, `rules`).
First their records are held against each other; then they are timed in turns, each in a
process of its own. What counts are the ratios of one run. Exit code 1 when a peer's
record differs.
"""

import argparse
import json
import platform
import sys
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.marks import spliced
from benchmarks.peers import compare
from refight import __version__

HERE = Path(__file__).parent
RESULT = HERE.parent / "results" / "peers.json"
README = HERE.parent.parent / "README.md"
SOURCES = {
    "refight": ("rules.py", "chance.py"),
    "numpy": ("batched.py",),
    "mesa": ("agents.py",),
}
ROUNDS = 3
Page = dict[str, Any]


def measured(rounds: int) -> Page:
    """Measure everything as one page of data."""
    peers = compare.installed()
    with compare.children(peers) as workers:
        apart = compare.agreement(workers, peers)
        paces = compare.paces(workers, peers, rounds)
        scaling = compare.scaling(workers[compare.KERNEL], rounds)
    return {
        "code_version": __version__,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "machine": platform.machine(),
        "rounds": rounds,
        "apart": apart,
        "peers": paces,
        "scaling": scaling,
    }


def lines_of(name: str) -> int:
    """Count the lines of a peer's rules that are not empty."""
    texts = [(HERE / each).read_text("utf-8") for each in SOURCES.get(name, ())]
    return sum(bool(line.strip()) for text in texts for line in text.splitlines())


def table(page: Page) -> str:
    """Write the peers as a Markdown table."""
    kernel = page["peers"][compare.KERNEL]["seconds"]
    head = ["", "times the first", "refights a CPU second", "MB", "lines", "differs by"]
    rows = [head, ["---", *["---:"] * 5]]
    for name, it in page["peers"].items():
        apart = page["apart"].get(name)
        rows.append(
            [
                compare.TITLES[name],
                f"{it['seconds'] / kernel:,.3g}",
                f"{1 / it['seconds']:,.3g}",
                f"{it['megabytes']:.0f}",
                str(lines_of(name) or ""),
                "" if apart is None else f"{apart:.0e}" if apart else "0",
            ]
        )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def block(page: Page) -> str:
    """Write what the README shows."""
    said = "; ".join(f"{name} {each:.2f}" for name, each in page["scaling"].items())
    return "\n\n".join(
        [
            f"One core of {page['machine']}, Python {page['python']}, NumPy "
            f"{page['numpy']}; least of {page['rounds']} rounds in turns.",
            table(page),
            f"The first on other sizes, in its usual cost: {said}.",
        ]
    )


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, keep; return 1 when records differ."""
    said = argparse.ArgumentParser(prog="python -m benchmarks.peers")
    said.add_argument("--rounds", type=int, default=ROUNDS)
    said.add_argument("--write", action="store_true", help="keep in results/")
    said.add_argument("--readme", action="store_true", help="renew the README table")
    asked = said.parse_args(arguments)
    page = measured(asked.rounds)
    print(block(page))
    if asked.write:
        RESULT.write_text(json.dumps(page, indent=2) + "\n", encoding="utf-8")
    if asked.readme:
        text = README.read_text(encoding="utf-8")
        README.write_text(spliced(text, block(page), "peers"), encoding="utf-8")
    apart = {name: each for name, each in page["apart"].items() if each > compare.CLOSE}
    for name, each in apart.items():
        print(f"{name}: another result, by {each:g}", file=sys.stderr)
    return 1 if apart else 0


if __name__ == "__main__":
    sys.exit(main())
