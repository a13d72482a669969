"""Chunk: one part of a study, fought anywhere, kept as one Parquet file.

A worker fights and returns the whole file as bytes; whoever drives the study writes
it, so workers need no disk in common. The file's name ends with a checksum of its
content: a file is whole and right when the two agree. A row per refight: its variant,
its number, and every outcome that is one number. Leaves out what goes day by day.
"""

import dataclasses
import hashlib
import json
import os
import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from refight.ensemble.design import fresh
from refight.ensemble.refight import (
    Prepared,
    Runner,
    prepare,
    prepare_folder,
    varied,
)
from refight.ensemble.study.plan import (
    Chunk,
    Plan,
    refuse_other_code,
    scenario_digest,
)
from refight.ensemble.study.total import fingerprint, scalars
from refight.errors import EnsembleError
from refight.files import write_atomic
from refight.scenario.variant import parse

SUFFIX = ".parquet"
SUM = 32  # hexadecimal digits of a checksum: 128 bits
VARIANT, REFIGHT = "variant", "refight"
ABOUT = b"refight.study"
ACTS = ("fall", "liberation")
WAY = "run the same version of Refight, on the same data, on every machine"

LOCK = threading.Lock()  # an act is laid out once, not by each thread


@dataclass(frozen=True)
class Order:
    """One chunk to fight; the plan holds its arm only."""

    plan: Plan
    chunk: Chunk


def order(plan: Plan, chunk: Chunk) -> Order:
    """Make the order for a chunk, small enough to be sent about."""
    return Order(dataclasses.replace(plan, arms=(plan.arms[chunk.arm],)), chunk)


def fight(what: Order) -> bytes:
    """Fight one chunk and return its file.

    Raises EnsembleError where this program would give other numbers than the one
    that planned the study.
    """
    plan, chunk = what.plan, what.chunk
    with LOCK:
        trusted(plan)
        prepared = laid_out(plan)
    runner = Runner(prepared, plan.points(chunk.start, chunk.stop))
    columns = scalars(runner(np.arange(chunk.count)))
    return content(what, columns)


def trusted(plan: Plan) -> None:
    """Raise EnsembleError where code, data or arithmetic are not those of a plan.

    Looks once for each plan in a process; call it, and `laid_out`, holding LOCK.
    """
    same_act = dataclasses.replace(plan, arms=((),), refights=1, design="draws")
    _trusted(same_act)


def laid_out(plan: Plan) -> Prepared:
    """Prepare the act of a plan with the levers of its first arm."""
    return _arm(plan.act, plan.version, plan.arms[0])


def first_refight(prepared: Prepared, seed: int) -> str:
    """Fight refight 0 of an act as it was, and hash all that came of it."""
    return fingerprint(Runner(prepared, fresh(1, seed))(np.arange(1)))


def base(act: str, version: str) -> Prepared:
    """Prepare an act by name, or a scenario by its folder."""
    if act in ACTS:
        return prepare(act, version)
    return prepare_folder(Path(act), version=version)


def content(what: Order, columns: dict[str, Any]) -> bytes:
    """Write refights as the bytes of a Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as parquet

    chunk, words = what.chunk, ",".join(what.plan.arms[0])
    variant = pa.DictionaryArray.from_arrays(
        np.zeros(chunk.count, np.int32), pa.array([words])
    )
    refight = np.arange(chunk.start, chunk.stop, dtype=np.int64)
    table = pa.table({VARIANT: variant, REFIGHT: refight, **columns})
    about = dataclasses.asdict(what.plan) | dataclasses.asdict(chunk)
    sink = pa.BufferOutputStream()
    parquet.write_table(
        table.replace_schema_metadata({ABOUT: json.dumps(about).encode()}),
        sink,
        compression="zstd",
    )
    return bytes(sink.getvalue())


def checksum(given: bytes) -> str:
    """Hash a file's content for its name."""
    return hashlib.sha256(given).hexdigest()[:SUM]


def file_name(chunk: Chunk, given: bytes) -> str:
    """Name the file of a chunk: where it begins, what it holds, its checksum."""
    return f"{chunk.arm:03}-{chunk.start:09}-{chunk.key}-{checksum(given)}{SUFFIX}"


def name_parts(name: str) -> tuple[str, str] | None:
    """Give (key, checksum) of a chunk's file; none for the name of something else."""
    parts = name.removesuffix(SUFFIX).split("-")
    if not name.endswith(SUFFIX) or len(parts) != 4 or len(parts[3]) != SUM:
        return None
    return parts[2], parts[3]


def whole(path: Path) -> bool:
    """Tell whether a chunk's file holds what its name says."""
    parts = name_parts(path.name)
    try:
        return parts is not None and checksum(path.read_bytes()) == parts[1]
    except OSError:
        return False


def write_chunk(folder: Path, chunk: Chunk, given: bytes) -> Path:
    """Keep a chunk: written aside, synced, renamed."""
    path = folder / file_name(chunk, given)
    write_atomic(path, given, EnsembleError)
    return path


def read_chunk(path: Path) -> dict[str, Any]:
    """Read the outcomes of a chunk, each (n,)."""
    import pyarrow.parquet as parquet

    # the file's bytes were compared with its name; a map of it would be slower here
    table = parquet.ParquetFile(path).read()
    own = [name for name in table.column_names if name not in (VARIANT, REFIGHT)]
    return {name: table.column(name).to_numpy() for name in own}


@lru_cache(maxsize=2)
def _base(act: str, version: str) -> Prepared:
    return base(act, version)


@lru_cache(maxsize=4)
def _arm(act: str, version: str, variant: tuple[str, ...]) -> Prepared:
    found = varied(_base(act, version), parse(variant))
    _ = found.compiled  # laid out here, where one thread is at a time
    return found


@lru_cache(maxsize=4)
def _trusted(plan: Plan) -> None:
    where = f"worker, process {os.getpid()}"
    refuse_other_code(plan, where)
    prepared = _base(plan.act, plan.version)
    if scenario_digest(prepared) != plan.scenario:
        raise EnsembleError("the scenario that was planned", "another", where, WAY)
    if first_refight(prepared, plan.seed) != plan.first:
        found = "other numbers from the same code"
        raise EnsembleError("refight 0 as it was planned", found, where, WAY)
