"""Keep: refights of an act as it was, read again instead of fought again.

A kept file goes by all that decides its numbers: what its manifest says, and the
sources that turn a scenario into results. Nothing here is needed: what is not kept is
refought.
"""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from refight.compiler import SOURCES, kernel_digest
from refight.ensemble.design import Design
from refight.ensemble.refight import Prepared, manifest
from refight.ensemble.store import Ensemble, file_name, load, save
from refight.errors import EnsembleError
from refight.files import cache_folder

PACKAGE = Path(__file__).parent.parent
PARTS = ("scenario", "ground", "evidence")  # beside the engine's own
# and of this folder what lays out, draws, fights and reads; not what places and keeps
OWN = ("desk", "design", "refight", "told", "toldstrength", "worlds")


@cache
def code_digest() -> str:
    """Hash those sources, and the libraries that reckon, on whatever machine."""
    state = hashlib.sha256()
    own = [PACKAGE / name for name in SOURCES]
    for path in [*own, *sorted((PACKAGE / "engine").rglob("*.py"))]:
        state.update(path.relative_to(PACKAGE).as_posix().encode() + path.read_bytes())
    for library in ("numba", "numpy"):
        state.update(version(library).encode())
    return _with_parts(state)


@cache
def sources_digest() -> str:
    """Hash the sources between a scenario and its results, and the machine."""
    return _with_parts(hashlib.sha256(kernel_digest().encode()))


def _with_parts(state: Any) -> str:
    own = [PACKAGE / "ensemble" / f"{name}.py" for name in OWN]
    parts = [path for part in PARTS for path in sorted((PACKAGE / part).glob("*.py"))]
    for path in (*parts, *own):
        state.update(path.read_bytes())
    return str(state.hexdigest()[:16])


def kept(prepared: Prepared, design: Design) -> Ensemble | None:
    """Read what is kept of an act on a design; none when there is nothing."""
    return read(_path(prepared, design))


def keep(prepared: Prepared, design: Design, ensemble: Ensemble) -> None:
    """Keep an act that was refought on the whole of a design."""
    if ensemble.count == design.count:
        save(ensemble, _path(prepared, design).parent)


def read(path: Path) -> Ensemble | None:
    """Read a kept file; none when it is not there or cannot be read."""
    if not path.is_file():
        return None
    try:
        return load(path)
    except EnsembleError:  # it can always be made again
        return None


def _path(prepared: Prepared, design: Design) -> Path:
    # the manifest does not say where a design starts
    folder = cache_folder() / "kept" / sources_digest() / str(design.first)
    return folder / file_name(manifest(prepared, design, design.count))
