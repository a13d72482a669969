"""Asking: words typed at the command line, and requests sent to the page's server."""

import io
import json
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from typing import Any

import click
from hypothesis import strategies as st

from refight.cli import refight
from refight.errors import RefightError, UsageError
from refight.web.payloads import Payloads
from refight.web.server import application
from tools.fuzz.hunt import Target
from tools.fuzz.targets import account, archive
from tools.fuzz.words import WORDS

# verbs that answer at once; those that refight thousands of times take the same words
QUICK = (
    "forces", "plan", "place", "why", "claim", "source", "cite", "quotes",
    "after", "timeline", "chronicle", "map", "read", "confirm", "cause",
    "study status", "study verify", "study query", "trial import", "trial score",
)  # fmt: skip
# long work, or files written where a word says
LEFT_OUT = ("--enough", "--remember", "--out", "-o", "--help", "--run")
LETTERS = st.text(max_size=12)


def commands() -> Target:
    """A verb with words of its own, of others, spoilt or invented."""
    words = {verb: _word(verb) for verb in QUICK}  # imports, before the clock runs
    cases = st.sampled_from(QUICK).flatmap(
        lambda verb: st.tuples(st.just(verb), st.lists(words[verb], max_size=5))
    )

    def ask(case: Any) -> None:
        verb, words = case
        _run([*verb.split(), *words])

    return Target("command", cases, ask)


def _word(verb: str) -> st.SearchStrategy[str]:
    found: click.Command | None = refight
    for part in verb.split():
        assert isinstance(found, click.Group)
        found = found.get_command(click.Context(found), part)
    options = [each for param in found.params for each in param.opts] if found else []
    options = [each for each in options if each[:1] == "-" and each not in LEFT_OUT]
    levers = st.sampled_from(["women", "unity", "belief", "supply"])
    lever = st.builds("{}={}".format, levers | LETTERS, st.just("absent") | LETTERS)
    known = st.sampled_from(["fall", "liberation", *names()])
    numbers = st.integers().map(str) | st.floats().map(str)
    plain = st.sampled_from([each.strip('"') for each in WORDS]) | LETTERS
    return st.one_of(st.sampled_from(options or [""]), known, lever, numbers, plain)


@cache
def names() -> tuple[str, ...]:
    """List names that the pages know."""
    found = archive()
    groups = (found.sources, found.claims, found.places, found.orbat, found.outcomes)
    keys = [key for group in groups for key in list(group)[::17]]
    short = [key.rpartition("/")[2] for key in keys]
    return (*keys, *short, *account().sentences, *account().tests, "575", "6000", "12")


def _run(arguments: list[str]) -> None:
    """Run a command as `refight` does, but let what it raises come out."""
    said = io.TextIOWrapper(io.BytesIO(), "utf-8")
    before, sys.stdin = sys.stdin, io.StringIO("")
    try:
        with redirect_stdout(said), redirect_stderr(said):
            refight.main(args=arguments, prog_name="refight", standalone_mode=False)
    except (click.ClickException, click.Abort, click.exceptions.Exit) as refused:
        raise RefightError("sound arguments", str(refused)) from refused
    except OSError as cause:  # the main program words it
        raise UsageError("to read or write", str(cause.strerror)) from cause
    finally:
        sys.stdin = before


METHODS = st.sampled_from(["GET", "POST", "DELETE", "HEAD", "PUT", "OPTIONS"])
PARTS = (
    "api", "act", "forces", "replay", "ensemble", "whatif", "whatifs", "events",
    "about",
    "account", "places", "sources", "fall", "liberation", "assets", "favicon.svg", "0",
    "typical", "..", "%2e%2e", "",
)  # fmt: skip
NEVER = ("/api/causes", "/api/swap")  # they refight for minutes


def pages() -> Target:
    """Requests: addresses, questions, headers and bodies, asked within the process."""
    from starlette.testclient import TestClient

    payloads = Payloads(refights=FEW, on_disk=False)
    client = TestClient(application(payloads, hosts=("testserver",)))
    return Target("page", _requests(), lambda case: _ask(client, case))


FEW = 4


def _requests() -> st.SearchStrategy[Any]:
    text = st.text(max_size=20)
    part = st.sampled_from(PARTS) | text | st.sampled_from(WORDS)
    paths = st.lists(part, max_size=4).map("/".join)
    sound = st.sampled_from(
        ["api/about", "api/act/fall", "api/forces/fall", "api/whatif", "api/whatifs",
         "api/act/fall/replay/0", "api/act/liberation/ensemble", "api/account"]
    )  # fmt: skip
    keys = st.sampled_from(["as", "lever", "seed", "x", ""]) | text
    values = st.sampled_from(["told", "recorded", "women=absent", "1", "-1"]) | text
    headers = st.dictionaries(
        st.sampled_from(
            ["content-type", "origin", "sec-fetch-site", "if-none-match", "host",
             "accept-encoding", "content-length", "range"]
        ),
        st.sampled_from(
            ["application/json", "null", "cross-site", "gzip", "testserver", "*", "-1",
             "bytes=0-1", ""]
        ),
        max_size=3,
    )  # fmt: skip
    return st.fixed_dictionaries(
        {
            "method": METHODS,
            "path": sound | paths,
            "query": st.lists(st.tuples(keys, values), max_size=3),
            "headers": headers,
            "body": _bodies(),
        }
    )


def _bodies() -> st.SearchStrategy[bytes]:
    leaf = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
    value = st.recursive(leaf, lambda it: st.lists(it, max_size=3), max_leaves=5)
    keys = st.sampled_from(["act", "levers", "pairs", "seed", "as", "x"])
    levers = st.dictionaries(st.sampled_from(["women", "x", ""]), leaf, max_size=3)
    page = st.dictionaries(keys, value | levers, max_size=5)
    written = page.map(lambda it: json.dumps(it).encode())
    word = st.sampled_from(WORDS).map(lambda it: it.encode("utf-8", "surrogatepass"))
    return written | word | st.binary(max_size=40)


def _ask(client: Any, case: Mapping[str, Any]) -> None:
    """Send a request; a server that breaks raises here, as nothing stands between."""
    from urllib.parse import quote

    path = "/" + quote(case["path"].encode("utf-8", "surrogatepass"), safe="/%")
    if path.rstrip("/") in NEVER:
        return
    query = [
        tuple(each.encode("utf-8", "surrogatepass") for each in pair)
        for pair in case["query"]
    ]
    from urllib.parse import urlencode

    whole = f"http://testserver{path}?{urlencode(query)}"  # a path may begin with //
    answer = client.request(
        case["method"],
        whole,
        headers=case["headers"],
        content=case["body"],
    )
    assert answer.status_code < 500 or answer.status_code == 503, answer.status_code
    if answer.status_code >= 400:
        raise RefightError("a sound request", str(answer.status_code))
