"""Page speed: how soon the page stands, and how fluently a replay runs, measured.

`python -m tools.pagespeed` serves the built page, asks a headless Chromium and prints
a table; with `--write` it puts the table into docs/benchmarks/page.md. Frames are
compared with an empty page that only asks for frames, in the same minute on the same
machine: read the ratio, not the milliseconds.
"""

import argparse
import gzip
import os
import platform
import re
import statistics
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from refight.errors import RefightError
from refight.files import write_atomic
from refight.web.server import PAGE
from tools.screenshots import chromium, serving

DOCS = Path(__file__).parents[1] / "docs/benchmarks/page.md"
SLOT = re.compile(
    r"(<!-- pagespeed: begin -->\n).*(<!-- pagespeed: end -->)", re.DOTALL
)
WINDOW: ViewportSize = {"width": 1280, "height": 800}
LOADS = 5
FILM = 6000  # milliseconds of a replay that are measured
KILO = 1000
BASE = ["--no-sandbox", "--disable-dev-shm-usage"]
# the two ways to draw without a graphics card that WEB.md compares
FLAGS = {
    "canvas on the processor": ["--disable-gpu"],
    "graphics by SwiftShader": [
        "--use-gl=angle",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
    ],
}
# gaps between frames, and what scripts take in them, while a replay runs or nothing
COUNT = """async (long) => {
  const gaps = [], work = []
  let last = 0
  const end = performance.now() + long
  const ask = window.requestAnimationFrame.bind(window)
  window.requestAnimationFrame = (then) => ask((at) => {
    const from = performance.now(); then(at); work.push(performance.now() - from)
  })
  await new Promise((done) => {
    const step = (at) => {
      if (last) gaps.push(at - last)
      last = at
      if (performance.now() < end) ask(step); else done()
    }
    ask(step)
  })
  window.requestAnimationFrame = ask
  return { gaps, work }
}"""
FETCHED = """() => performance.getEntriesByType('resource')
  .map((each) => each.name.split('/').pop()).filter((name) => name.endsWith('.js'))"""
READY = "html[data-ready='{view}']"
Row = tuple[str, str]


def measured() -> list[Row]:
    """Measure all, and give the rows of the table."""
    rows: list[Row] = []
    with serving() as home, sync_playwright() as driver:
        for name, flags in FLAGS.items():
            browser = driver.chromium.launch(
                executable_path=chromium(), args=[*BASE, *flags]
            )
            if flags == FLAGS["canvas on the processor"]:
                rows += _sizes(browser, home)
                rows += _first_views(browser, home)
            for act in ("fall", "liberation"):
                rows.append(
                    (f"replay of the {act}, {name}", _frames(browser, home, act))
                )
            browser.close()
    return rows


def _sizes(browser: Browser, home: str) -> Iterator[Row]:
    """Weigh the scripts that a view fetches, gzipped."""
    for view, words in (("account", "first view"), ("watch/fall", "replay")):
        page = browser.new_page(viewport=WINDOW)
        _open(page, home, view)
        names = page.evaluate(FETCHED)
        page.close()
        weight = sum(_weight(PAGE / "assets" / name) for name in names)
        yield f"scripts of the {words}, gzipped", f"{weight / KILO:.0f} kB"


def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def _first_views(browser: Browser, home: str) -> Iterator[Row]:
    for view, words in (
        ("account", "account"),
        ("watch/fall", "replay"),
        ("refights/fall", "view of all refights"),
    ):
        _load(browser, home, view)  # the server's own first answer is not measured
        took = [_load(browser, home, view) for _ in range(LOADS)]
        said = f"{statistics.median(took):.2f} s ({min(took):.2f} to {max(took):.2f})"
        yield f"until the {words} stands, warm server, median of {LOADS}", said


def _load(browser: Browser, home: str, view: str) -> float:
    """Give the seconds until a view is drawn in a browser that has kept nothing."""
    context = browser.new_context(viewport=WINDOW)
    page = context.new_page()
    _open(page, home, view)
    took = page.evaluate("performance.now()")
    context.close()
    return float(took) / KILO


def _open(page: Page, home: str, view: str) -> None:
    page.goto(f"{home}#/{view}", wait_until="commit")
    ready = READY.format(view=view.partition("/")[0])
    page.locator(ready).wait_for(state="attached", timeout=300_000)


def _frames(browser: Browser, home: str, act: str) -> str:
    """Play an act and give its frames beside those of an empty page."""
    page = browser.new_page(viewport=WINDOW)
    page.goto("about:blank")
    empty = page.evaluate(COUNT, FILM // 3)
    _open(page, home, f"watch/{act}?t=20")
    page.wait_for_timeout(2000)
    page.get_by_role("button", name="Play", exact=True).click()
    found = page.evaluate(COUNT, FILM)
    page.close()
    return _told(found, empty)


def _told(found: dict[str, Any], empty: dict[str, Any]) -> str:
    gaps = sorted(found["gaps"])
    middle, late = statistics.median(gaps), gaps[int(0.95 * (len(gaps) - 1))]
    ratio = middle / statistics.median(empty["gaps"])
    work = statistics.median(found["work"]) if found["work"] else 0.0
    return (
        f"{KILO / middle:.0f} frames/s; a frame {middle:.0f} ms, 95 in 100 within "
        f"{late:.0f}; {ratio:.1f} times an empty page; scripts {work:.1f} ms"
    )


def table(rows: Sequence[Row]) -> str:
    """Write the rows as a table, with the machine they were taken on."""
    busy = os.getloadavg()[0] / (os.cpu_count() or 1)
    lines = [
        f"Measured on {platform.machine()}, {os.cpu_count()} cores, no graphics card, "
        f"with {busy:.1f} processes waiting for each core:",
        "",
    ]
    lines += ["| what | found |", "| --- | --- |"]
    lines += [f"| {name} | {found} |" for name, found in rows]
    return "\n".join([*lines, ""])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; with --write, put the table into the docs as well."""
    parser = argparse.ArgumentParser(description="Measure the page in Chromium.")
    parser.add_argument("--write", action="store_true", help=f"into {DOCS.name}")
    given = parser.parse_args(arguments)
    try:
        found = table(measured())
        print(found)
        if given.write:
            text = SLOT.sub(lambda it: it[1] + found + it[2], DOCS.read_text("utf-8"))
            write_atomic(DOCS, text.encode())
    except RefightError as error:
        print(error.message(), file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
