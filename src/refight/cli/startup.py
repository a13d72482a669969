"""Startup: how long a fresh command takes, on a warm and on a cold machine.

Both run `refight` as a person does, in a process of its own.
"""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

COMMAND = (sys.executable, "-m", "refight", "fall", "--refights", "1")
REPEATS = 3
WARM, WALL, COLD = (
    "warm start to a summary, CPU",
    "the same by the wall clock",
    "cold machine to a first dated outcome",
)


def starts() -> dict[str, float]:
    """Measure the seconds of a warm start (least of three) and of a cold one."""
    _warm()  # fills every cache
    cpu, wall = map(min, zip(*(_warm() for _ in range(REPEATS)), strict=True))
    return {WARM: cpu, WALL: wall, COLD: _cold()}


def _warm() -> tuple[float, float]:
    """Give the CPU and the wall seconds of one refight in a process of its own."""
    before, start = _children(), time.perf_counter()
    subprocess.run(COMMAND, check=True, capture_output=True, env=_env())
    return _children() - before, time.perf_counter() - start


def _cold() -> float:
    """Give the wall seconds to the first outcome with empty caches, then stop."""
    with tempfile.TemporaryDirectory() as empty:
        start = time.perf_counter()
        child = subprocess.Popen(
            COMMAND,
            env=_env(REFIGHT_CACHE=empty),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            next((line for line in child.stderr or () if "[" in line), None)
            return time.perf_counter() - start
        finally:
            child.send_signal(signal.SIGINT)  # so that it ends its own child too
            child.communicate()


def _env(**more: str) -> dict[str, str]:
    """Give the environment, in which Python may keep what it has compiled."""
    without = ("PYTHONDONTWRITEBYTECODE",)
    return {k: v for k, v in os.environ.items() if k not in without} | more


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def apart(code: str, arguments: Sequence[str] = ()) -> None:
    """Run a line of Python in a process of its own, whose memory is given back."""
    subprocess.run([sys.executable, "-c", code, *arguments], check=True)
