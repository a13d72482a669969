"""Server: the page and its answers over HTTP, read-only but for what-ifs.

Nothing is fetched from elsewhere, nothing is written but the cache; work is done off
the event loop, one thing at a time, and refused when too much of it waits.
"""

import gzip
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from refight.attribution.whatif import contrasted
from refight.ensemble.design import fresh
from refight.errors import RefightError, UsageError
from refight.report.asjson import compact
from refight.web.asking import (
    MOST_LEVERS,
    MOST_PAIRS,
    PAIRS,
    WhatIf,
    point_of,
    whatif_of,
)
from refight.web.jobs import QUEUE, Job, Jobs, Progress, QueueFull, Stopped, error_data
from refight.web.payloads import Payloads, address
from refight.web.shelf import Answer
from refight.web.whatif import result_data

PAGE = Path(__file__).parent / "page"
LARGEST_BODY = 16_384  # bytes; a what-if has some hundreds
WAITING = 6  # requests that may wait for the engine at a time
RETRY = "5"  # seconds
KINDS = {"json": "application/json", "pack": "application/octet-stream"}
LIMITS = {
    "pairs": MOST_PAIRS,
    "default_pairs": PAIRS,
    "levers": MOST_LEVERS,
    "queue": QUEUE,
}
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
NOT_BUILT = (
    "<!doctype html><html lang=en><title>Refight</title><p>The page has not been "
    "built. In a checkout: <code>make page</code>. Its data are at "
    "<a href=api/about>api/about</a>."
)


def application(
    payloads: Payloads | None = None,
    jobs: Jobs | None = None,
    hosts: Sequence[str] = ("127.0.0.1", "localhost", "[::1]"),
    page: Path = PAGE,
) -> Starlette:
    """Make the application.

    hosts  names under which it answers; another name in a request is refused, so
           that a foreign page cannot reach it by a name of its own
    """
    site = Site(payloads or Payloads(), jobs or Jobs(), page)
    errors: dict[Any, Any] = {
        RefightError: _say_refight,
        HTTPException: _say_http,
        Stopped: _say_stopped,
    }
    app = Starlette(
        routes=site.routes(),
        exception_handlers=errors,
        lifespan=site.lifespan,
        middleware=[
            Middleware(Headers),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)),
            Middleware(OwnSite),
        ],
    )
    app.state.site = site
    return app


class Headers:
    """Adds the security headers to every response."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and add headers on the way back."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-cache")  # asked for by its tag
            await send(message)

        await self.app(scope, receive, with_headers)


class OwnSite:
    """Refuses what another site's page asks a browser to send to the data.

    Browsers say where a request comes from; programs such as curl say nothing, and are
    answered.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with 403."""
        if scope["type"] == "http" and scope["path"].startswith("/api"):
            request = Request(scope)
            if _is_strange(request):
                error = HTTPException(403, "a request of another site")
                return await (await _say_http(request, error))(scope, receive, send)
        await self.app(scope, receive, send)


class Site:
    """What the routes answer from."""

    def __init__(self, payloads: Payloads, jobs: Jobs, page: Path) -> None:
        """Keep the makers of answers, the queue and the built page."""
        self.payloads, self.jobs, self.page = payloads, jobs, page
        self.waiting = 0

    def routes(self) -> list[Route | Mount]:
        """List the routes."""
        plain = ("account", "places", "sources", "causes", "shares", "swap")
        found: list[Route | Mount] = [
            Route("/", self.home),
            Route("/favicon.svg", self.icon),
            Route("/api/about", self.about),
            Route("/api/whatifs", self.whatifs),
            *(Route(f"/api/{name}", partial(self.plain, name)) for name in plain),
            Route("/api/act/{act}", partial(self.of_act, "act")),
            Route("/api/act/{act}/ensemble", partial(self.of_act, "ensemble")),
            Route("/api/act/{act}/replay/{which}", partial(self.of_act, "replay")),
            Route("/api/forces/{act}", partial(self.of_act, "forces")),
            Route("/api/progress/{name}", self.progress, methods=["GET", "DELETE"]),
            Route("/api/whatif", self.start, methods=["POST"]),
            Route("/api/whatif/{id}", self.job, methods=["GET", "DELETE"]),
            Route("/api/whatif/{id}/events", self.events),
        ]
        assets = self.page / "assets"
        if assets.is_dir():
            found.append(Mount("/assets", StaticFiles(directory=assets)))
        return found

    @asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        """Stop what is under way when the server ends."""
        yield
        self.payloads.closing.set()
        await run_in_threadpool(self.jobs.close)

    async def home(self, request: Request) -> Response:
        """Give the page."""
        index = self.page / "index.html"
        text = index.read_text("utf-8") if index.is_file() else NOT_BUILT
        return HTMLResponse(text, headers={"Cache-Control": "no-cache"})

    async def icon(self, request: Request) -> Response:
        """Give the page's sign."""
        path = self.page / "favicon.svg"
        if not path.is_file():
            raise HTTPException(404)
        return Response(path.read_bytes(), media_type="image/svg+xml")

    async def about(self, request: Request) -> Response:
        """Say what can be asked."""
        page = await run_in_threadpool(self.payloads.about, False, LIMITS)
        return _json(page)

    async def whatifs(self, request: Request) -> Response:
        """Give the what-ifs of this session."""
        return _json({"results": self.jobs.results()})

    async def plain(self, name: str, request: Request) -> Response:
        """Give an answer that no act shapes."""
        return await self._answer(
            request, address(name), partial(self.payloads.get, name)
        )

    async def progress(self, request: Request) -> Response:
        """Say how far a slow answer is, or stop the making of it."""
        payloads, name = self.payloads, request.path_params["name"]
        do = payloads.stop if request.method == "DELETE" else payloads.progress
        return _json(do(name))

    async def of_act(self, name: str, request: Request) -> Response:
        """Give an answer of one act."""
        point = point_of(request.path_params["act"], request.query_params)
        which = request.path_params.get("which", "")
        make = partial(self.payloads.get, name, point, which)
        return await self._answer(request, address(name, point, which), make)

    async def start(self, request: Request) -> Response:
        """Queue a what-if."""
        asked = whatif_of(await _body(request))
        await self._work(partial(self.payloads.prepared, asked.point))  # levers exist
        job = self.jobs.start(asked.page, self._contrast(asked))
        return _json(self.jobs.page(job), 202)

    async def job(self, request: Request) -> Response:
        """Give the state of a what-if, or cancel it."""
        if request.method == "DELETE":
            job = self.jobs.cancel(request.path_params["id"])
        else:
            job = self.jobs.find(request.path_params["id"])
        return _json(self.jobs.page(job))

    async def events(self, request: Request) -> Response:
        """Tell the progress of a what-if as server-sent events."""
        job = self.jobs.find(request.path_params["id"])
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(
            self._told(job), media_type="text/event-stream", headers=headers
        )

    async def _told(self, job: Job) -> AsyncIterator[bytes]:
        async for name, page in self.jobs.follow(job):
            yield b"event: %s\ndata: %s\n\n" % (name.encode(), compact(page))

    def _contrast(self, asked: WhatIf) -> Callable[[Progress], Any]:
        def work(progress: Progress) -> Any:
            base = self.payloads.prepared(asked.factual)
            design = fresh(asked.pairs, asked.seed)
            progress(0, asked.pairs)
            found = contrasted(base, asked.levers, design, progress)
            return result_data(found, asked.pairs)

        return work

    async def _answer(
        self, request: Request, name: str, make: Callable[[], Answer]
    ) -> Response:
        found = self.payloads.recall(name) or await self._work(make)
        headers = {"ETag": f'"{found.tag}"', "Cache-Control": "no-cache"}
        headers["Vary"] = "Accept-Encoding"
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        content = found.content
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
        else:
            content = gzip.decompress(content)
        return Response(content, media_type=KINDS[found.kind], headers=headers)

    async def _work(self, make: Callable[[], Any]) -> Any:
        """Do work off the event loop; refuse it when too much is waiting."""
        if self.waiting >= WAITING:
            hint = "try again in a few seconds"
            raise QueueFull(f"at most {WAITING} waiting", "more", "server", hint)
        self.waiting += 1
        try:
            return await run_in_threadpool(make)
        finally:
            self.waiting -= 1


async def _body(request: Request) -> bytes:
    """Read a body. Raises UsageError when it is too long or not JSON by its type."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind != "application/json":
        raise UsageError("application/json", f'"{kind[:40]}"', "whatif: content type")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_BODY:
            found = "more"
            raise UsageError(f"a body of at most {LARGEST_BODY} bytes", found, "whatif")
    return body


def _is_strange(request: Request) -> bool:
    """Tell whether a browser says that another site's page sends a request."""
    origin = request.headers.get("origin")
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    site = request.headers.get("sec-fetch-site", "same-origin")
    return origin not in (None, own) or site not in ("same-origin", "none")


def _json(page: Any, status: int = 200) -> Response:
    headers = {"Cache-Control": "no-store"}
    return Response(compact(page), status, headers, "application/json")


async def _say_refight(request: Request, error: RefightError) -> Response:
    if isinstance(error, QueueFull):
        status, headers = 429, {"Retry-After": RETRY}
    else:
        status, headers = _status(request, error), {}
    content = json.dumps({"error": error_data(error)}, ensure_ascii=False)
    return Response(content, status, headers, "application/json")


def _status(request: Request, error: RefightError) -> int:
    """Choose 404 where the address names nothing, else 400."""
    of_address = error.where in ("act", "replay") and "act" in request.path_params
    of_job = error.where == "whatif" and "id" in request.path_params
    unknown = of_address or of_job or error.where == "progress"
    return 404 if unknown else 400


async def _say_http(request: Request, error: HTTPException) -> Response:
    found = UsageError("an address of the page", error.detail.lower(), request.url.path)
    page = {"error": error_data(found)}
    return Response(compact(page), error.status_code, error.headers, "application/json")


async def _say_stopped(request: Request, error: Exception) -> Response:
    found = UsageError("an answer", "its making was stopped", hint="ask for it anew")
    page = {"error": error_data(found)}
    return Response(compact(page), 503, {"Retry-After": RETRY}, "application/json")
