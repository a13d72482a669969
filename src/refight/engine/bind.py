"""Binding: how compiled code finds the arrays of a `System` or `State`.

Compiled functions would otherwise receive some seventy arrays by value at every call,
which made the first compile take minutes. A handle (`compiler.pack`) holds, for each
field, what Numba keeps of an array (address, shape, strides); compiled code reads a
field through it (`pointer`) and counts no references. In plain Python the named tuples
themselves are the handles.
"""

from functools import cache
from typing import Any, get_type_hints

import numpy as np

HEAD = 5  # words before the shape: two unused pointers, items, item size, address


@cache
def axes(record: type) -> dict[str, tuple[Any, int]]:
    """Return each field's dtype and number of axes, as the record declares them."""
    hints = get_type_hints(record, include_extras=True)
    return {
        name: (np.dtype(hint.__origin__.__args__[1].__args__[0]), hint.__metadata__[0])
        for name, hint in hints.items()
    }


def offsets(record: type) -> dict[str, int]:
    """Return the word at which each field stands in a handle."""
    out, word = {}, 0
    for name, (_, ndim) in axes(record).items():
        out[name] = word
        word += HEAD + 2 * ndim
    return out


def open_system(handle: Any) -> Any:
    """Return the system behind a handle; in plain Python that is the handle."""
    return handle


def open_state(handle: Any) -> Any:
    """Return the state behind a handle; in plain Python that is the handle."""
    return handle
