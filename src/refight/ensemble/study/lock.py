"""Lock: one run at a time works on a study.

The operating system holds the lock and drops it when its holder dies, so there is no
stale one to break and no clock to trust; the file only says who holds it.
"""

import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from refight.errors import EnsembleError

NAME = "lock"
PATIENCE = 0.5  # seconds: `holder` holds the lock too, for the moment of its look
PAUSE = 0.02


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a study while a block runs. Raises EnsembleError when another run does."""
    handle = _opened(folder / NAME)
    try:
        _taken(handle, folder)
        os.ftruncate(handle, 0)
        os.pwrite(
            handle, f"process {os.getpid()} on {socket.gethostname()}".encode(), 0
        )
        yield
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)  # which drops the lock; the file stays, for others may wait


def holder(folder: Path) -> str:
    """Say who works on a study now; nothing when nobody does."""
    try:
        handle = os.open(folder / NAME, os.O_RDONLY)
    except OSError:
        return ""
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return _said(handle)
    finally:
        os.close(handle)
    return ""


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as cause:
        raise EnsembleError(
            "a folder that can be written",
            (cause.strerror or str(cause)).lower(),
            str(path.parent),
            "choose another folder, or change its permissions",
        ) from cause


def _taken(handle: int, folder: Path) -> None:
    try:
        _waited(handle)
    except BlockingIOError as cause:
        raise EnsembleError(
            "a study that nobody else is running",
            _said(handle),
            str(folder),
            "wait for it, or stop it; what it has done is kept",
        ) from cause
    except OSError as cause:  # a file system without locks
        raise EnsembleError(
            "a folder in which a file can be locked",
            (cause.strerror or str(cause)).lower(),
            str(folder),
            "choose a folder on another disk",
        ) from cause


def _waited(handle: int) -> None:
    """Take the lock, however many look at it; BlockingIOError when a run holds it."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise
            time.sleep(PAUSE)


def _said(handle: int) -> str:
    return os.pread(handle, 200, 0).decode(errors="replace") or "another process"
