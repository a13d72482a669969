"""Cold: what happens on a machine where the engine has not been compiled yet.

The engine compiles in a child process, so that its memory is given back; meanwhile
this one refights the act once in plain Python and tells it day by day, so that a
first answer begins within seconds. The child is ended when the command is stopped.
"""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from refight.compiler import interpreted, is_warm

if TYPE_CHECKING:
    from refight.ensemble.refight import Prepared

MESSAGE = (
    "The engine is compiled once on this machine, which takes a minute or two.\n"
    "Meanwhile:"
)
WAITING = "Waiting for the compiled engine ..."
ENDED = 5.0  # seconds that a child is given to end before it is killed

Child = subprocess.Popen[bytes]


def warm_up(prepared: "Prepared", seed: int) -> None:
    """Make the engine ready; on a cold machine give a first answer meanwhile.

    All of it goes to stderr: stdout holds the page, the same on any machine.
    """
    if interpreted() or is_warm():
        return
    from refight.cli.firstanswer import answer

    click.echo(MESSAGE, err=True)
    with _child(["-m", "refight", "warmup"]) as compiling:
        _relay(answer(prepared, seed), compiling)
        if compiling.poll() is None:
            click.echo(WAITING, err=True)
        compiling.wait()  # should it fail, this process compiles and says why


def _relay(told: Iterable[list[str]], compiling: Child) -> None:
    """Pass on what the first answer says of each day, until the engine is ready."""
    for lines in told:
        for line in lines:
            click.echo(line, err=True)
        if compiling.poll() is not None:
            return


@contextmanager
def _child(arguments: Sequence[str]) -> Iterator[Child]:
    """Start Python with some arguments; end it if the block is left early."""
    child = subprocess.Popen(
        [sys.executable, *arguments],
        env=dict(os.environ, NUMBA_DISABLE_JIT="0"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield child
    finally:
        if child.poll() is None:
            child.terminate()
            try:
                child.wait(ENDED)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
