"""Hunt: give a target bad input until its time is over; keep what was not answered.

A sound answer to bad input is success, or a RefightError whose message can be printed
and read. Anything else is a finding: another exception, a wait beyond `SLOW` seconds,
memory beyond `MEMORY`. Findings are told apart by exception and line of the product,
and each is kept as its smallest case.
"""

import resource
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis.strategies import SearchStrategy

from refight.errors import RefightError

SLOW = 10.0  # CPU seconds: a person would think that it hangs
PATIENCE = 60.0  # seconds: for what waits and does nothing, on however busy a machine
MEMORY = 6 << 30  # bytes of address space; a refight needs a tenth of it
LONGEST = 2_000  # characters of a message: beyond it nobody finds what is wrong
ENDLESS = 1 << 62
ROUND = 40  # cases between two looks at the clock
SMALLER = 12.0  # seconds spent on making one finding smaller
PRODUCT = "refight"


class Hung(Exception):
    """The product did not answer in time."""


class Unreadable(Exception):
    """The product answered with a message that no person can read."""


@dataclass(frozen=True)
class Target:
    """One reader: what is given to it, and how it is asked.

    cases  what may be given; `ask` hands one over and raises what the product raises
    """

    name: str
    cases: SearchStrategy[Any]
    ask: Callable[[Any], object]


@dataclass
class Finding:
    """One thing that the product did not answer, as its smallest case."""

    target: str
    what: str
    where: str
    case: Any
    trace: str


@dataclass
class Bag:
    """What a hunt brought home."""

    cases: int = 0
    refused: int = 0
    seconds: float = 0.0
    findings: dict[tuple[str, str], Finding] = field(default_factory=dict)


def hunt(
    target: Target, seconds: float, first_seed: int = 0, rounds: int = ENDLESS
) -> Bag:
    """Hunt in one target for some seconds, or for so many rounds."""
    bag = Bag()
    start = time.monotonic()
    number = first_seed
    while time.monotonic() - start < seconds and number < first_seed + rounds:
        _round(target, bag, number, start + seconds)
        number += 1
    bag.seconds = time.monotonic() - start
    return bag


def _round(target: Target, bag: Bag, number: int, end: float) -> None:
    """Try some dozens of cases; a new finding ends the round, made smaller."""
    found: list[tuple[str, str]] = []
    since = [0.0]

    def once(case: Any) -> None:
        if time.monotonic() > (since[0] + SMALLER if found else end):
            return
        key = _tried(target, bag, case, found)
        if key is not None:
            since[0] = since[0] or time.monotonic()
            raise AssertionError(key)

    quiet = settings(
        max_examples=ROUND,
        database=None,
        deadline=None,
        verbosity=Verbosity.quiet,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    try:
        quiet(seed(number)(given(target.cases)(once)))()
    except Exception:
        if not found:  # a fault of the hunt itself
            raise


def _tried(
    target: Target, bag: Bag, case: Any, found: list[tuple[str, str]]
) -> tuple[str, str] | None:
    """Try a case; return the key of a finding that this round is about, else none."""
    bag.cases += 1
    fault = unanswered(target.ask, case)
    if fault is None:
        return None
    if fault is REFUSED:
        bag.refused += 1
        return None
    key = (type(fault).__name__, _line_of(fault))
    if (found and key != found[0]) or (not found and key in bag.findings):
        return None
    found[:] = [key]
    known = bag.findings.get(key)
    if known is None or len(repr(case)) <= len(repr(known.case)):
        trace = "".join(traceback.format_exception(fault)[-6:])
        what = f"{type(fault).__name__}: {str(fault)[:200]}"
        bag.findings[key] = Finding(target.name, what, key[1], case, trace)
    return key


REFUSED = RefightError("", "")


def unanswered(ask: Callable[[Any], object], case: Any) -> BaseException | None:
    """Ask; return nothing for an answer, REFUSED for a refusal, else the fault."""
    try:
        with watched():
            ask(case)
    except RefightError as error:
        return _readable(error)
    except (Exception, MemoryError) as fault:
        return fault
    return None


def _readable(error: RefightError) -> BaseException:
    try:
        said = error.message()
        said.encode("utf-8")
    except (UnicodeError, ValueError, TypeError) as cause:
        return cause
    if len(said) > LONGEST or "\0" in said or "\x1b" in said:
        return Unreadable(f"{len(said)} characters: {said[:80]!r}").with_traceback(
            error.__traceback__
        )
    return REFUSED


def _line_of(fault: BaseException) -> str:
    """Name the line of the product in which a fault arose, or the last line of all."""
    frames = traceback.extract_tb(fault.__traceback__)
    own = [each for each in frames if PRODUCT in Path(each.filename).parts[:-1]]
    for each in reversed(own or frames):
        return f"{'/'.join(Path(each.filename).parts[-2:])}:{each.lineno}"
    return "?"


@contextmanager
def watched() -> Iterator[None]:
    """Interrupt what takes too long."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    for number in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(number, _hung)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    signal.setitimer(signal.ITIMER_PROF, SLOW)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)


def _hung(number: int, frame: Any) -> None:
    raise Hung(f"no answer within {SLOW:g} CPU seconds, or {PATIENCE:g} seconds")


def limit_memory() -> None:
    """Turn memory without end into an exception."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, most))
