"""Serve: open a port, then serve the page until Ctrl-C."""

import errno
import socket
import threading
from collections.abc import Callable

import uvicorn

from refight.compiler import interpreted, is_warm
from refight.errors import RefightError, UsageError
from refight.web.jobs import Stopped
from refight.web.payloads import ACTS, SLOW, Payloads
from refight.web.point import Point
from refight.web.server import application

LOOPBACK = ("127.0.0.1", "localhost", "::1")
PATIENCE = 3  # seconds for open connections when the server ends
BACKLOG = 64


def serve(host: str, port: int, opened: Callable[[str, list[str]], None]) -> None:
    """Serve the page at a host and port (0: any free port) until Ctrl-C.

    opened  is told the address once the port is open, and what a person should know

    Raises UsageError when the port is taken or not allowed.
    """
    listening = bound(host, port)
    url = address_of(listening)
    payloads = Payloads()
    app = application(payloads, hosts=(*_names(host), host))
    config = uvicorn.Config(
        app,
        log_level="warning",
        timeout_graceful_shutdown=PATIENCE,
        server_header=False,
    )
    opened(url, _notes(host))
    threading.Thread(target=_make_ready, args=(payloads,), daemon=True).start()
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        pass  # uvicorn has ended well, and tells its caller why
    finally:
        payloads.closing.set()
        listening.close()


def bound(host: str, port: int) -> socket.socket:
    """Open a port. Raises UsageError in words when that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except (OSError, OverflowError) as cause:
        listening.close()
        raise _refused(host, port, cause) from cause
    return listening


def address_of(listening: socket.socket) -> str:
    """Write the address of an open port."""
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _notes(host: str) -> list[str]:
    found = []
    if host not in LOOPBACK:
        found.append("Others on this network can open it too, and run what-ifs.")
    if not (interpreted() or is_warm()):
        found.append("The engine is being compiled, once on this machine: a minute.")
    return found


def _refused(host: str, port: int, cause: Exception) -> UsageError:
    where = f"{host}:{port}"
    if getattr(cause, "errno", None) == errno.EADDRINUSE:
        hint = f"refight serve --port {port + 1}, or --port 0 for any free port"
        return UsageError("a free port", "one that another program uses", where, hint)
    if getattr(cause, "errno", None) == errno.EACCES:
        hint = "choose a port above 1023"
        return UsageError("a port that you may open", "none", where, hint)
    found: str = getattr(cause, "strerror", None) or str(cause)
    hint = "leave --host out to serve this computer only"
    return UsageError("an address of this computer", found.lower(), where, hint)


def _names(host: str) -> tuple[str, ...]:
    """Give the host names under which to answer; any for a server of a network."""
    return ("127.0.0.1", "localhost", "[::1]") if host in LOOPBACK else ("*",)


def _make_ready(payloads: Payloads) -> None:
    """Make what a visitor asks for first, so that the first view waits for nothing."""
    try:
        payloads.get("account")
        for act in ACTS:
            payloads.get("act", Point(act))
        for act in ACTS:
            payloads.get("ensemble", Point(act))
            payloads.get("replay", Point(act), "median")
        for name in SLOW:  # a minute or two; others come in between
            payloads.get(name)
    except (RefightError, Stopped):
        return  # whoever asks for it will be told
