"""Pack: arrays for the page behind a head in JSON (docs/reference/page-data.md)."""

import json
import struct
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.report.asjson import compact

MAGIC = b"RFPK"
PREFIX = 8  # the magic word and the length of the head
ALIGN = 8  # bytes; a typed array must begin at a multiple of its item


def pack(head: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """Write a head and named arrays, little-endian, row-major."""
    listed, parts, at = {}, [], 0
    for name, array in arrays.items():
        content = np.ascontiguousarray(array, array.dtype.newbyteorder("<")).tobytes()
        kind = array.dtype.name
        listed[name] = {"type": kind, "shape": list(array.shape), "at": at}
        padded = content + bytes(-len(content) % ALIGN)
        parts.append(padded)
        at += len(padded)
    words = compact({**head, "arrays": listed})
    words += b" " * (-(PREFIX + len(words)) % ALIGN)
    return b"".join([MAGIC, struct.pack("<I", len(words)), words, *parts])


def unpack(content: bytes) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """Read back what `pack` wrote. Raises ValueError for anything else."""
    if content[:4] != MAGIC:
        raise ValueError("not a pack")
    length = struct.unpack("<I", content[4:PREFIX])[0]
    head = json.loads(content[PREFIX : PREFIX + length])
    start = PREFIX + length
    arrays = {}
    for name, it in head["arrays"].items():
        kind = np.dtype(it["type"]).newbyteorder("<")
        count = int(np.prod(it["shape"]))
        flat = np.frombuffer(content, kind, count, start + it["at"])
        arrays[name] = flat.reshape(it["shape"])
    return head, arrays
