"""Store: an ensemble on disk, from which any refight can be run again.

One Parquet file, a row per refight, and its manifest as JSON beside it. The
manifest is in the Parquet file too, and that copy is the one read back. Columns
with more axes than R are kept as lists of fixed length.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from refight.ensemble.run import Columns
from refight.errors import EnsembleError, suggest
from refight.files import atomic, parse_json, write_atomic
from refight.manifest import BEHAVIOUR_VERSION, Manifest

MANIFEST = b"refight.manifest"
SHAPES = b"refight.shapes"
HINT = "run the ensemble again"
SAVE = "save one first, as in refight fall --out FOLDER"


@dataclass(frozen=True)
class Ensemble:
    """Refights of one act and variant, with what they are made of."""

    manifest: Manifest
    columns: Columns  # each (R, ...)

    @property
    def count(self) -> int:
        """Count the refights."""
        return next((len(each) for each in self.columns.values()), 0)

    @property
    def outdated(self) -> bool:
        """Tell whether today's model would give other numbers (decision 6)."""
        return self.manifest.behaviour_version < BEHAVIOUR_VERSION

    def column(self, name: str) -> Any:
        """Give one column. Raises EnsembleError for an unknown name."""
        if name in self.columns:
            return self.columns[name]
        raise EnsembleError(
            "a column of this ensemble", f'"{name}"', hint=suggest(name, self.columns)
        )


def file_name(manifest: Manifest) -> str:
    """Name the Parquet file of an ensemble: act and manifest digest."""
    return f"{manifest.act}-{manifest.short}.parquet"


def save(ensemble: Ensemble, folder: Path) -> Path:
    """Write an ensemble and its manifest; return the path of the Parquet file.

    Raises EnsembleError for an unwritable folder or a full disk; then no file of
    this ensemble is left half written.
    """
    import pyarrow.parquet as parquet  # here: start-up should not pay for it

    path = folder / file_name(ensemble.manifest)
    beside = path.with_suffix(".json")
    table = _table(ensemble)
    try:
        with atomic(path, EnsembleError) as temporary:
            parquet.write_table(
                table, temporary, compression="zstd", write_page_checksum=True
            )
            write_atomic(beside, ensemble.manifest.to_json().encode(), EnsembleError)
    except EnsembleError:
        if not path.is_file():  # a manifest alone would promise what is not there
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        raise
    return path


def load(path: Path) -> Ensemble:
    """Read an ensemble back. Raises EnsembleError when it is not one."""
    table = _read(path)
    metadata: dict[bytes, bytes] = table.schema.metadata or {}
    if MANIFEST not in metadata:
        raise EnsembleError(
            "an ensemble of Refight", "a Parquet file without a manifest", str(path)
        )
    text = metadata[MANIFEST].decode("utf-8", "replace")
    manifest = Manifest.from_json(text, str(path))
    if manifest.behaviour_version > BEHAVIOUR_VERSION:
        raise EnsembleError(
            f"behaviour version {BEHAVIOUR_VERSION} or older",
            str(manifest.behaviour_version),
            str(path),
            "install the newest Refight, or run the ensemble again",
        )
    shapes = _shapes(metadata.get(SHAPES, b"{}"), str(path))
    return Ensemble(manifest, _columns(table, shapes, str(path)))


def _table(ensemble: Ensemble) -> Any:
    import pyarrow as pa

    shapes = {name: each.shape[1:] for name, each in ensemble.columns.items()}
    metadata = {
        MANIFEST: ensemble.manifest.to_json().encode(),
        SHAPES: json.dumps(shapes).encode(),
    }
    arrays = [_arrow(each) for each in ensemble.columns.values()]
    table = pa.table(arrays, names=list(ensemble.columns))
    return table.replace_schema_metadata(metadata)


def _arrow(values: Any) -> Any:
    import pyarrow as pa

    flat = np.ascontiguousarray(values).reshape(-1)
    kind = pa.from_numpy_dtype(flat.dtype)
    # `pa.array` would import pandas, where it is there, to ask whether this is its own
    flat = pa.Array.from_buffers(kind, flat.size, [None, pa.py_buffer(flat)])
    if values.ndim == 1:
        return flat
    width = int(np.prod(values.shape[1:]))
    return pa.FixedSizeListArray.from_arrays(flat, width)


def _read(path: Path) -> Any:
    import pyarrow as pa
    import pyarrow.parquet as parquet

    try:
        with parquet.ParquetFile(path, page_checksum_verification=True) as file:
            return file.read()
    except FileNotFoundError as cause:
        saved = sorted(each.name for each in path.parent.glob("*.parquet"))
        near = suggest(path.name, saved) if saved else SAVE
        raise EnsembleError(
            "a saved ensemble", "no such file", str(path), near
        ) from cause
    except (OSError, UnicodeError, pa.ArrowException) as cause:
        found = "another file, or one cut short or changed"
        raise EnsembleError("a saved ensemble", found, str(path), HINT) from cause


def _shapes(content: bytes, where: str) -> dict[str, list[int]]:
    """Read the axes that columns have beside R."""
    found = parse_json(content, where, EnsembleError, "the shapes of columns", HINT)
    lists = found.values() if isinstance(found, dict) else [None]
    if all(isinstance(it, list) and all(type(n) is int for n in it) for it in lists):
        return dict(found)
    raise EnsembleError("the shapes of columns", str(found), where, HINT)


def _columns(table: Any, shapes: dict[str, list[int]], where: str) -> Columns:
    import pyarrow as pa

    try:
        return {name: _column(table, name, shapes) for name in table.column_names}
    except (ValueError, TypeError, AttributeError, pa.ArrowException) as cause:
        what = "columns of numbers, as they were saved"
        raise EnsembleError(what, str(cause), where, HINT) from cause


def _column(table: Any, name: str, shapes: dict[str, list[int]]) -> Any:
    column = table.column(name)
    chunk = column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()
    shape = shapes.get(name, [])
    flat = chunk.flatten() if shape else chunk
    values = np.from_dlpack(flat)  # `to_numpy` would import pandas where it is there
    return values.reshape(len(chunk), *shape)
