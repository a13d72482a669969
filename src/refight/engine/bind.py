"""Binding: how compiled code finds the arrays of a `System` or `State`.

Compiled functions would otherwise receive some seventy arrays by value at every call,
which made the first compile take minutes. A handle (`compiler.pack`) holds, for each
field, what Numba keeps of an array (address, shape, strides); compiled code reads a
field through it (`pointer`) and counts no references. What a record declares to be of
one length in every campaign is a constant there. In plain Python the named tuples
themselves are the handles.
"""

from typing import Any

from refight.compiler import declared

HEAD = 5  # words before the shape: two unused pointers, items, item size, address


def offsets(record: type) -> dict[str, int]:
    """Return the word at which each field stands in a handle."""
    out, word = {}, 0
    for name, (_, axes) in declared(record).items():
        out[name] = word
        word += HEAD + 2 * len(axes)
    return out


def open_system(handle: Any) -> Any:
    """Return the system behind a handle; in plain Python that is the handle."""
    return handle


def open_state(handle: Any) -> Any:
    """Return the state behind a handle; in plain Python that is the handle."""
    return handle
