"""Screenshots: the page's views as pictures in docs/images, taken anew.

`make screenshots` serves the built page, opens each view in a headless Chromium and
writes one JPEG each (PNG with `--png`, for a closer look). Nothing is compared: the
pictures are for people.
"""

import argparse
import shutil
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from refight.errors import RefightError, UsageError
from refight.web.serve import address_of, bound
from refight.web.server import application

FOLDER = Path(__file__).parents[1] / "docs/images"
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
DESK, PHONE = (1280, 800), (390, 844)
QUALITY = 72  # of JPEG: text stays sharp, a picture takes some 100 kB
SETTLE = 2500  # milliseconds until symbols and charts are drawn
PATIENCE = 600_000  # milliseconds: the causes are many refights when nothing is kept

# the account speaks of what these have worked out
SPOKEN_OF = ("refights/fall", "refights/liberation", "causes")
# name -> what stands after the hash, window
VIEWS = {
    "account": ("account", DESK),
    "sentence": ("account/s01", DESK),
    "watch-fall": ("watch/fall?t=60", DESK),
    "watch-city": ("watch/fall?t=60&zoom=city", DESK),
    "watch-liberation": ("watch/liberation?t=40", DESK),
    "refights": ("refights/fall", DESK),
    "whatif": ("whatif/fall?lever=preparedness%3Dhigh&pairs=200&seed=1", DESK),
    "causes": ("causes", DESK),
    "cause": ("causes/preparedness", DESK),
    "swap": ("swap", DESK),
    "forces": ("forces/fall", DESK),
    "places": ("places", DESK),
    "sources": ("sources", DESK),
    "lesson": ("lesson", DESK),
    "phone-account": ("account/s01", PHONE),
    "phone-watch": ("watch/fall?t=60", PHONE),
    "phone-whatif": ("whatif/fall?lever=preparedness%3Dhigh&pairs=200&seed=1", PHONE),
    "phone-causes": ("causes", PHONE),
}


def take(folder: Path, names: Sequence[str], ending: str = "jpg") -> Iterator[Path]:
    """Take the named pictures; give each path as it is written."""
    path = chromium()
    with serving() as home, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        for view in SPOKEN_OF:
            _open(browser.new_page(), home, view)
        for name in names:
            yield _shot(browser, home, name, folder / f"{name}.{ending}")
        browser.close()


def chromium() -> str:
    """Give the path of a Chromium. Raises UsageError when there is none."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise UsageError("a Chromium", "none", hint="apt-get install chromium")
    return path


def _shot(browser: Browser, home: str, name: str, path: Path) -> Path:
    view, (width, height) = VIEWS[name]
    page = browser.new_page(viewport={"width": width, "height": height})
    _open(page, home, view)
    page.wait_for_timeout(SETTLE)
    path.parent.mkdir(parents=True, exist_ok=True)
    quality = None if path.suffix == ".png" else QUALITY
    page.screenshot(path=path, quality=quality)  # the ending names the type
    page.close()
    return path


def _open(page: Page, home: str, view: str) -> None:
    """Open a view and wait until nothing in it waits any more."""
    page.set_default_timeout(PATIENCE)
    page.goto(f"{home}#/{view}")
    ready = view.partition("/")[0].partition("?")[0]
    page.locator(f"html[data-ready='{ready}']").wait_for(state="attached")
    if "pairs=" in view:
        page.locator("#result").wait_for()
    expect(page.locator(".waiting")).to_have_count(0, timeout=PATIENCE)


@contextmanager
def serving() -> Iterator[str]:
    """Serve the built page on a free port; give its address."""
    listening = bound("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(application(), log_level="error"))
    thread = threading.Thread(target=lambda: server.run(sockets=[listening]))
    thread.start()
    try:
        yield address_of(listening)
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """Take all pictures, or those named."""
    parser = argparse.ArgumentParser(description="Take pictures of the page.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(VIEWS))
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--png", action="store_true")
    given = parser.parse_args(arguments)
    unknown = [name for name in given.names if name not in VIEWS]
    if unknown:
        parser.error(f"no view is called {unknown[0]}; there are {', '.join(VIEWS)}")
    try:
        for path in take(
            given.folder, given.names or list(VIEWS), "png" if given.png else "jpg"
        ):
            print(path)
    except RefightError as error:
        print(error.message(), file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
