"""Export: the page as one file that opens from disk, with the answers inside it.

Takes the built `offline.html` (everything inlined) and puts each answer where the
comment `<!-- payloads -->` stands, gzipped and in base64, under its own address. Adds
a content security policy under which the file can fetch nothing.
"""

import base64
import gzip
import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from refight.attribution.whatif import paired_up
from refight.errors import UsageError
from refight.files import read_text, write_atomic
from refight.report.asjson import compact
from refight.web import many
from refight.web.payloads import ACTS, Payloads, address
from refight.web.point import Point, set_to
from refight.web.server import LIMITS, PAGE
from refight.web.shelf import Answer
from refight.web.whatif import result_data

LARGEST = 15_000_000  # bytes: what a mail or a slow line still takes
SLOT = "<!-- payloads -->"
NUMBERED = 6  # replicates besides the chosen ones
WHATIFS = "api/whatifs/"
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data: blob:; font-src data:; worker-src blob:; base-uri 'none'; "
    "form-action 'none'"
)
# what a browser would fetch by itself; a link that waits for a click is none
FETCHES = re.compile(
    r"""<(?:script|img|iframe|source|audio|video|embed|track)\b[^>]*?\ssrc\s*=
    |<link\b[^>]*?\shref\s*=(?!\s*["']?data:)
    |@import\s
    |url\(\s*["']?(?:https?:)?//""",
    re.VERBOSE | re.IGNORECASE,
)
HEAD = re.compile(r"<head[^>]*>", re.IGNORECASE)

Report = Callable[[int, int], None]  # answers made, answers wanted
Named = tuple[str, Callable[[], Answer]]


def export_html(
    path: Path,
    payloads: Payloads,
    template: Path = PAGE / "offline.html",
    progress: Report | None = None,
) -> int:
    """Write the page as one file; return its size in bytes.

    Raises UsageError when the page has not been built, when it would fetch anything,
    or when the file would be too large.
    """
    page = _template(template)
    wanted = [*answers(payloads), *whatifs(payloads)]
    made = []
    for number, (name, make) in enumerate(wanted, 1):
        made.append((name, make()))
        if progress is not None:
            progress(number, len(wanted))
    content = fill(page, made)
    if len(content) > LARGEST:
        found = f"{len(content) / 1e6:.1f} MB"
        hint = "this is a defect; please report it"
        raise UsageError(f"a file under {LARGEST / 1e6:.0f} MB", found, str(path), hint)
    write_atomic(path, content)
    return len(content)


def answers(payloads: Payloads) -> Iterator[Named]:
    """List every answer that the file carries: its address, and how to make it."""
    yield "api/about", lambda: _json(payloads.about(offline=True, limits=LIMITS))
    for act in ACTS:
        point = Point(act)
        for name in ("act", "forces", "ensemble"):
            yield address(name, point), partial(payloads.get, name, point)
        for which in (*many.CHOICES, *map(str, range(NUMBERED))):
            make = partial(payloads.get, "replay", point, which)
            yield address("replay", point, which), make
    # the account last: by then it can say what refights make of a sentence
    for name in ("places", "sources", "causes", "shares", "swap", "account"):
        yield address(name), partial(payloads.get, name)


def fill(page: str, named: list[tuple[str, Answer]]) -> bytes:
    """Put answers and policy into the page."""
    policy = ""
    if "Content-Security-Policy" not in page:
        policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    mark = '<meta name="refight" content="offline">'
    elements = "\n".join(_element(name, answer) for name, answer in _joined(named))
    page = HEAD.sub(lambda found: f"{found[0]}{policy}{mark}", page, count=1)
    return page.replace(SLOT, elements).encode()


def _joined(named: list[tuple[str, Answer]]) -> Iterator[tuple[str, Answer]]:
    """Give the answers by address; what-ifs are one list on the page."""
    results = []
    for name, answer in named:
        if name.startswith(WHATIFS):
            results.append(json.loads(gzip.decompress(answer.content)))
        else:
            yield name, answer
    yield WHATIFS.rstrip("/"), _json({"results": results})


def whatifs(payloads: Payloads) -> Iterator[Named]:
    """List what each lever of each act at its absent level changes: map and numbers."""
    for act in ACTS:
        for lever in payloads.prepared(Point(act)).scenario.levers:
            point = set_to(act, {lever.id: lever.absent})
            yield address("ensemble", point), partial(payloads.get, "ensemble", point)
            name = f"{WHATIFS}{act}/{lever.id}"
            make = partial(_whatif, payloads, Point(act), point)
            yield name, partial(payloads.kept, name, make)


def _whatif(payloads: Payloads, base: Point, point: Point) -> Answer:
    """Pair the refights of an act as it was and as changed: the same draws, chance."""
    arms = (payloads.watched(each).ensemble for each in (base, point))
    found = paired_up(payloads.prepared(base), *arms)
    return _json(result_data(found, payloads.refights))


def _template(path: Path) -> str:
    if not path.is_file():
        hint = "in a checkout: make page"
        raise UsageError("the built page", "none", str(path), hint)
    page = read_text(path)
    if page.count(SLOT) != 1 or not HEAD.search(page):
        found = f"{page.count(SLOT)} of them"
        raise UsageError(f"a page with {SLOT} once", found, str(path), "build it anew")
    fetched = FETCHES.search(page)
    if fetched:
        found = f'"{fetched[0][:40]}"'
        raise UsageError("a page that fetches nothing", found, str(path))
    return page


def _element(name: str, answer: Answer) -> str:
    content = base64.b64encode(answer.content).decode()
    named = escape(name, quote=True)
    return (
        f'<script type="text/plain" data-name="{named}" '
        f'data-kind="{answer.kind}">{content}</script>'
    )


def _json(page: Any) -> Answer:
    return Answer(gzip.compress(compact(page), mtime=0), "json")
