"""Compiler: one decorator that turns engine functions into machine code.

`kernel` is Numba's njit without the interpreter lock and with a disk cache. With
NUMBA_DISABLE_JIT=1 it returns the function untouched and Numba is not imported.
The cache folder is named after a hash of every engine source: Numba looks only
at the file of the function it caches, so an edited callee would otherwise leave
a stale caller behind.
"""

import hashlib
import os
import platform
from collections.abc import Callable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

from refight import __version__
from refight.files import cache_folder, write_atomic

F = TypeVar("F", bound=Callable[..., Any])

MARKER = "complete"  # written beside the cache when every kernel has been compiled


def plain() -> bool:
    """Tell whether kernels run as plain Python in this process."""
    return os.environ.get("NUMBA_DISABLE_JIT", "0") not in ("", "0")


def kernel_digest(package: Path = Path(__file__).parent) -> str:
    """Hash what the machine code depends on: sources and versions."""
    state = hashlib.sha256()
    sources = [*package.glob("linking.py"), *sorted((package / "engine").rglob("*.py"))]
    for source in sources:
        state.update(source.relative_to(package).as_posix().encode() + b"\0")
        state.update(source.read_bytes() + b"\0")
    for part in (_numba_version(), __version__, platform.python_version()):
        state.update(part.encode() + b"\0")
    state.update(platform.machine().encode())
    return state.hexdigest()[:16]


def kernel_folder() -> Path:
    """Name the folder of compiled kernels for these sources and versions."""
    return cache_folder() / "numba" / kernel_digest()


def is_warm() -> bool:
    """Tell whether a complete compile for these sources is on disk."""
    return (kernel_folder() / MARKER).is_file()


def mark_warm() -> None:
    """Note that every kernel has been compiled; call after the first full run."""
    if not plain():
        write_atomic(kernel_folder() / MARKER, b"")


def _numba_version() -> str:
    try:
        return version("numba")
    except PackageNotFoundError:  # pragma: no cover - numba is a dependency
        return "none"


def _can_cache(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


@cache
def _compiler(entry: bool) -> Callable[[Any], Any]:
    import numba  # here, not above: plain Python starts without it

    from refight import linking

    folder = kernel_folder()
    cached = _can_cache(folder)  # an unwritable home costs compile time, not the run
    if cached:
        # read when a function is decorated
        numba.config.CACHE_DIR = str(folder)  # type: ignore[attr-defined]
    # no reference counts: kernels allocate nothing and own nothing; only what Python
    # calls is wrapped for it
    options: dict[str, Any] = {
        "_nrt": False,
        "no_cpython_wrapper": not entry,
        "no_cfunc_wrapper": True,
        "pipeline_class": linking.WHOLE if entry else linking.PARTS,
    }
    compiled = numba.njit(nogil=True, cache=cached and entry, **options)
    return lambda function: linking.by_types(compiled(function))


def kernel(function: F) -> F:
    """Compile an engine function that other kernels call, or leave it as it is."""
    if plain():
        return function
    compiled: F = _compiler(entry=False)(function)
    return compiled


def entry(function: F) -> F:
    """Compile an engine function that Python calls, and keep it on disk."""
    if plain():
        return function
    compiled: F = _compiler(entry=True)(function)
    return compiled
