"""The page's own source: its unit tests pass, and what is committed is its build.

Both need Node and the packages of page/package-lock.json (`npm ci` in page/).
"""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "page"
BUILT = ROOT / "src/refight/web/page"
LARGEST_FIRST_LOAD = 250_000  # bytes, gzipped, of JavaScript before a view is chosen

needs_node = pytest.mark.skipif(
    shutil.which("node") is None or not (SOURCE / "node_modules/vite").is_dir(),
    reason="no Node, or no `npm ci` in page/",
)


def run(*words: str) -> str:
    found = subprocess.run(
        words, cwd=SOURCE, capture_output=True, text=True, timeout=120
    )
    assert found.returncode == 0, found.stdout + found.stderr
    return found.stdout


@needs_node
def test_units() -> None:
    assert "passed" in run("node", "node_modules/vitest/vitest.mjs", "run")


@needs_node
def test_types() -> None:
    run("node", "node_modules/typescript/bin/tsc", "--noEmit")


@needs_node
def test_what_is_committed_is_the_build(tmp_path: Path) -> None:
    for config in ("vite.config.ts", "vite.offline.config.ts"):
        vite = ("node", "node_modules/vite/bin/vite.js", "build")
        run(*vite, "--config", config, "--outDir", str(tmp_path), "--emptyOutDir=false")
    made, kept = files(tmp_path), files(BUILT)
    assert set(made) == set(kept)
    assert [name for name in made if made[name] != kept[name]] == [], "run `make page`"


def files(root: Path) -> dict[str, bytes]:
    return {
        each.relative_to(root).as_posix(): each.read_bytes()
        for each in root.rglob("*")
        if each.is_file()
    }


def test_first_load_is_small() -> None:
    import gzip
    import re

    page = (BUILT / "index.html").read_text(encoding="utf-8")
    names = re.findall(r'(?:src|href)="\./(assets/[^"]+\.js)"', page)
    # the view that a bare address opens comes with them
    sizes = {each: len(gzip.compress((BUILT / each).read_bytes())) for each in names}
    assert sum(sizes.values()) < LARGEST_FIRST_LOAD, sizes


def test_nothing_is_fetched_from_elsewhere() -> None:
    page = (BUILT / "index.html").read_text(encoding="utf-8")
    assert "http" not in page
    lock = (SOURCE / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock, "the lock must name no registry"
