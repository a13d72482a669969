"""Binding: hand the arrays of a `System` or `State` to compiled code as one pointer.

Compiled functions would otherwise receive some seventy arrays by value at every call,
which made the first compile take minutes. A handle is an int64 array that holds, for
each field, what Numba keeps of an array (address, shape, strides); compiled code reads
a field through it and counts no references. The handle must not outlive the arrays.
In plain Python the named tuples themselves are the handles.
"""

from functools import cache
from typing import Any, get_type_hints

import numpy as np
from numpy.typing import NDArray

from refight.compiler import plain
from refight.engine.system import State, System

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


def words(array: NDArray[Any]) -> list[int]:
    """Return what compiled code needs to know of one array."""
    head = [0, 0, array.size, array.itemsize, array.ctypes.data]
    return head + list(array.shape) + list(array.strides)


def bind(record: System | State) -> Any:
    """Return the handle of a record; raise TypeError if an array is not as declared."""
    if plain():
        return record
    out: list[int] = []
    for name, (dtype, ndim) in axes(record.__class__).items():  # type: ignore[arg-type]
        array = getattr(record, name)
        if array.dtype != dtype or array.ndim != ndim or not array.flags.c_contiguous:
            raise TypeError(f"{name}: expected {ndim} axes of {dtype}, C order")
        out += words(array)
    return np.array(out, np.int64)


if plain():

    def open_system(handle: Any) -> Any:
        """Return the system behind a handle."""
        return handle

    def open_state(handle: Any) -> Any:
        """Return the state behind a handle."""
        return handle

else:
    from refight.engine.pointer import open_state, open_system  # noqa: F401
