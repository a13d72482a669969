"""Cold: what happens on a machine where the engine has not been compiled yet.

The engine compiles in a child process while another one refights the act once in
plain Python, so that a first answer comes within seconds. Both children are ended
when the command is stopped.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from refight.compiler import is_warm, plain
from refight.ensemble.run import cores

MESSAGE = (
    "The engine is compiled once on this machine, which takes a minute or two.\n"
    "Meanwhile one refight runs in plain Python."
)
WAITING = "Waiting for the compiled engine ..."
ENDED = 5.0  # seconds that a child is given to end before it is killed

Child = subprocess.Popen[str]


def warm_up(arguments: Sequence[str], quiet: bool) -> None:
    """Make the engine ready; on a cold machine give a first answer meanwhile.

    arguments  of `python -m refight.cli.firstanswer`: act and options
    quiet      no first answer on stdout: the page is for machines
    """
    if plain() or is_warm():
        return
    click.echo(MESSAGE, err=True)
    with _child(["-m", "refight", "warmup"], jit=True) as compiling:
        if cores() < 2:  # one core: compiling would only delay the first answer
            compiling.send_signal(_STOP)
        _first_answer(arguments, quiet)
        if cores() < 2:
            compiling.send_signal(_GO)
        click.echo(WAITING, err=True)
        compiling.wait()  # should it fail, this process compiles and says why


def _first_answer(arguments: Sequence[str], quiet: bool) -> None:
    with _child(["-m", "refight.cli.firstanswer", *arguments], jit=False) as child:
        said, _ = child.communicate()
        if child.returncode == 0 and said:
            click.echo(said, err=quiet)


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


def _signal(name: str) -> int:
    import signal

    return int(getattr(signal, name, 0))  # 0: not on this system, and harmless


_STOP, _GO = _signal("SIGSTOP"), _signal("SIGCONT")
