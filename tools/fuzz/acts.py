"""Acts: scenario folders, saved refights and their manifests, and what is cached."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet
from hypothesis import strategies as st

from refight.cli.atrun import words_of_runs
from refight.ensemble.refight import prepare, prepare_folder, refight
from refight.ensemble.store import MANIFEST, SHAPES, load, save
from refight.errors import RefightError
from refight.evidence.archive import Archive
from refight.files import load_yaml
from refight.report.cite import manifests_in, used_by_run
from refight.scenario.variant import parse
from tools.fuzz.folders import file_target, files_of, folder_target, remember, spoilings
from tools.fuzz.hunt import Target
from tools.fuzz.spoil import spoilt
from tools.fuzz.targets import CAMPAIGN, account

FEW = 2  # refights of whatever is accepted: enough to see the engine refuse it


def scenarios() -> Target:
    """The folder of an act (`refight run DIR`); what is accepted is refought."""
    found = files_of(CAMPAIGN / "scenarios" / "fall")

    def read(root: Path) -> None:
        refight(prepare_folder(root), FEW, seed=1, threads=1)

    return folder_target("scenario", found, read)


@cache
def saved() -> tuple[bytes, bytes]:
    """Save a few refights; return the Parquet file and its manifest."""
    with tempfile.TemporaryDirectory() as folder:
        path = save(refight(prepare("fall"), FEW, seed=1, threads=1), Path(folder))
        return path.read_bytes(), path.with_suffix(".json").read_bytes()


def manifests() -> Target:
    """The manifest of a saved run (`refight cite RUN`)."""

    def read(path: Path) -> None:
        for it in manifests_in(path):
            used_by_run(prepare(it.act, it.version, parse(it.variant)), it)

    return file_target("manifest", {"run.json": saved()[1]}, read)


def stores() -> Target:
    """A saved run whose bytes, or whose own description, were changed."""
    content = saved()[0]
    root = Path(tempfile.mkdtemp(prefix="refight-fuzz-"))
    cases = st.tuples(st.sampled_from(["bytes", *KEYS]), spoilings())

    def ask(case: Any) -> None:
        what, changes = case
        path = root / "run.parquet"
        if what == "bytes":
            path.write_bytes(spoilt(content, changes))
        else:
            path.write_bytes(_described(content, KEYS[what], changes))
        load(path)
        words_of_runs([path], account())

    return Target("store", cases, ask)


KEYS = {"manifest": MANIFEST, "shapes": SHAPES}


def _described(content: bytes, key: bytes, changes: Any) -> bytes:
    """Write a sound table with a spoilt description."""
    import pyarrow as pa

    table = parquet.read_table(pa.BufferReader(content))
    metadata = dict(table.schema.metadata)
    metadata[key] = spoilt(metadata[key], changes)
    out = pa.BufferOutputStream()
    parquet.write_table(table.replace_schema_metadata(metadata), out)
    written: bytes = out.getvalue().to_pybytes()
    return written


def caches() -> Target:
    """What is kept in the cache folder: whatever stands there, the answer is right."""
    remember(files_of(CAMPAIGN).values())
    root = Path(tempfile.mkdtemp(prefix="refight-fuzz-"))
    with cache_in(root):
        right = _answers()
    held = [*root.glob("evidence-*.json"), *root.glob("yaml/*")]
    found = {each.relative_to(root).as_posix(): each.read_bytes() for each in held}

    def read(root: Path) -> None:
        with cache_in(root):
            assert _answered() == right, "another answer than without a cache"

    return folder_target("cache", found, read)


def _answered() -> tuple[Any, ...]:
    """Read it; a cache is no reason to refuse anything."""
    try:
        return _answers()
    except RefightError as error:
        raise AssertionError(error.message()) from error


def _answers() -> tuple[Any, ...]:
    """Read what is kept as JSON; the kept ground has checksums of its own (zip)."""
    archive = Archive.read(CAMPAIGN)
    return archive, load_yaml(CAMPAIGN / "estimates.yaml")


@contextmanager
def cache_in(folder: Path) -> Iterator[None]:
    """Keep what is kept in another folder."""
    before = os.environ.get("REFIGHT_CACHE")
    os.environ["REFIGHT_CACHE"] = str(folder)
    try:
        yield
    finally:
        os.environ.pop("REFIGHT_CACHE")
        if before is not None:
            os.environ["REFIGHT_CACHE"] = before
