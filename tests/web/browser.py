"""A real browser and a real server for tests; nothing outside them is reached."""

import shutil
import threading
from contextlib import contextmanager

import uvicorn

from refight.web.serve import address_of, bound
from refight.web.server import application

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]


def executable():
    """Give the path of a Chromium, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def serving(payloads):
    """Serve the built page on a free port; give its address."""
    listening = bound("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(application(payloads), log_level="error"))
    thread = threading.Thread(target=lambda: server.run(sockets=[listening]))
    thread.start()
    try:
        yield address_of(listening)
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
        payloads.closing.clear()


class Watcher:
    """Notes whatever a page should not do: errors, and requests to elsewhere."""

    def __init__(self, page, home):
        self.faults = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("request", lambda request: self._request(request, home))

    def _console(self, message):
        if message.type in ("error", "warning"):
            self.faults.append(f"console {message.type}: {message.text}")

    def _request(self, request, home):
        if not request.url.startswith((home, "data:", "blob:")):
            self.faults.append(f"a request to {request.url}")
