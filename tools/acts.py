"""Acts: the shipped acts as chunk runners, for benchmarks and golden numbers."""

from importlib import import_module
from typing import Any

from refight.ensemble.run import RunChunk

ACTS = ("fall", "liberation")


def chunk_runner(act: str, seed: int) -> RunChunk:
    """Read and prepare an act as recorded; return its `run_chunk`.

    `refight.ensemble.refight.chunk_runner(act, seed)` does the work.
    """
    found: RunChunk = _scenario().chunk_runner(act, seed)
    return found


def _scenario() -> Any:
    return import_module("refight.ensemble.refight")
