"""Cold: what happens on a machine where the engine has not been compiled yet.

The engine compiles in a child process while another one refights the act once in
plain Python and tells it day by day, so that a first answer begins within seconds.
Both children are ended when the command is stopped.
"""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import click

from refight.compiler import interpreted, is_warm

MESSAGE = (
    "The engine is compiled once on this machine, which takes a minute or two.\n"
    "Meanwhile:"
)
WAITING = "Waiting for the compiled engine ..."
PAUSE = 0.1  # seconds between looks at the two children
ENDED = 5.0  # seconds that a child is given to end before it is killed

Child = subprocess.Popen[str]


def warm_up(arguments: Sequence[str]) -> None:
    """Make the engine ready; on a cold machine give a first answer meanwhile.

    arguments  of `python -m refight.cli.firstanswer`: act and options

    All of it goes to stderr: stdout holds the page, the same on any machine.
    """
    if interpreted() or is_warm():
        return
    click.echo(MESSAGE, err=True)
    first = ["-m", "refight.cli.firstanswer", *arguments]
    with _child(["-m", "refight", "warmup"], jit=True) as compiling:
        with _child(first, jit=False) as answering:
            _relay(answering, compiling)
        if compiling.poll() is None:
            click.echo(WAITING, err=True)
        compiling.wait()  # should it fail, this process compiles and says why


def _relay(answering: Child, compiling: Child) -> None:
    """Pass on what the first answer says, until it ends or the engine is ready."""
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(answering, lines), daemon=True).start()
    while compiling.poll() is None or not lines.empty():
        try:
            said = lines.get(timeout=PAUSE)
        except queue.Empty:
            continue
        if said is None:
            return
        click.echo(said, nl=False, err=True)


def _read(child: Child, lines: "queue.SimpleQueue[str | None]") -> None:
    with suppress(ValueError):  # the pipe was closed: nobody waits for the rest
        for line in child.stdout or ():
            lines.put(line)
    lines.put(None)


@contextmanager
def _child(arguments: Sequence[str], jit: bool) -> Iterator[Child]:
    """Start Python with some arguments; end it if the block is left early."""
    env = dict(os.environ, NUMBA_DISABLE_JIT="0" if jit else "1")
    child = subprocess.Popen(
        [sys.executable, *arguments],
        env=env,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if jit else subprocess.PIPE,
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
        if child.stdout is not None:
            child.stdout.close()
