"""Native: call machine code kept on disk, without the compiler that made it.

Importing the compiler costs more than a refight; loading what it made once costs
little. `Code` is the machine code of one function with what a caller must know of
it; `load` makes it callable. It runs without the interpreter lock and counts no
references. `pack` lays the arrays of a named tuple out as one handle: for each array
what Numba keeps of it (two unused pointers, items, item size, address, shape,
strides), so that hundreds of arguments become one.
"""

import ctypes
import json
import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, get_type_hints

import numpy as np
from numpy.typing import NDArray

INT, FLOAT, RECORD, NONE = "int", "float", "record", "none"
NUMBERS: dict[str, Any] = {INT: ctypes.c_int64, FLOAT: ctypes.c_double}
WORDS = 7  # what compiled code is passed for a handle: an array of one axis
DONE = (0, -2)  # status of a function that returned, a value or nothing
# what compiled code may call: functions of <math.h>, of double and of float
MATHEMATICS = (
    "acos acosh asin asinh atan atan2 atanh ceil cos cosh exp expm1 fabs floor fmod "
    "log log10 log1p pow round sin sinh sqrt tan tanh trunc"
)
C_FUNCTIONS = frozenset(
    f"{name}{end}" for name in MATHEMATICS.split() for end in ("", "f")
)
OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
NO_LINK = getattr(os, "O_NOFOLLOW", 0)
C_LIBRARIES = (None, "libm.so.6")  # where the functions of <math.h> may be


class NotLoadable(ValueError):
    """These bytes are no machine code for this machine."""


@dataclass(frozen=True)
class Code:
    """The machine code of one function for one choice of argument kinds."""

    symbol: str
    kinds: tuple[str, ...]  # of the arguments: INT, FLOAT or RECORD
    layouts: tuple[str, ...]  # of each argument; empty for numbers
    result: str  # INT, FLOAT or NONE
    needs: tuple[str, ...]  # functions of the C library
    machine: bytes = b""

    def to_bytes(self) -> bytes:
        """Write the code as a line of JSON and the machine code behind it."""
        head = asdict(self)
        head["machine"] = sha256(self.machine).hexdigest()
        return json.dumps(head).encode() + b"\n" + self.machine

    @classmethod
    def from_bytes(cls, content: bytes) -> "Code":
        """Read what `to_bytes` wrote. Raises NotLoadable when a bit is amiss."""
        line, _, machine = content.partition(b"\n")
        try:
            head = json.loads(line)
            if head.pop("machine") != sha256(machine).hexdigest():
                raise NotLoadable("the digest of the machine code does not fit")
            lists = {k: tuple(v) for k, v in head.items() if isinstance(v, list)}
            code = cls(**{**head, **lists}, machine=machine)
            code.check()
            return code
        except (ValueError, KeyError, TypeError, AttributeError) as cause:
            raise NotLoadable(str(cause)) from cause

    def check(self) -> None:
        """Refuse what no entry can be. Raises NotLoadable."""
        unknown = {*self.kinds} - {INT, FLOAT, RECORD} or {*self.needs} - C_FUNCTIONS
        if unknown or self.result not in (INT, FLOAT, NONE):
            raise NotLoadable(f"unknown: {', '.join(sorted(unknown)) or self.result}")
        if len(self.layouts) != len(self.kinds) or not self.symbol:
            raise NotLoadable("a layout for each argument, and a symbol")


def read_own(path: Path, folders: Iterable[Path]) -> bytes:
    """Read a file that nobody but its owner can have written, in folders of the kind.

    The owner is whoever runs this, or the machine's administrator. Raises NotLoadable
    for any other file, and for a link; OSError when there is none.
    """
    for folder in folders:
        _own(folder.lstat(), folder)
    with os.fdopen(os.open(path, os.O_RDONLY | NO_LINK), "rb") as handle:
        _own(os.fstat(handle.fileno()), path)
        return handle.read()


def _own(found: os.stat_result, path: Path) -> None:
    if not hasattr(os, "geteuid"):  # a system without owners and modes of this kind
        return
    if found.st_uid not in (os.geteuid(), 0):
        raise NotLoadable(f"{path} belongs to another user")
    if found.st_mode & OTHERS_WRITE or stat.S_ISLNK(found.st_mode):
        raise NotLoadable(f"{path} can be changed by other users")


@dataclass(frozen=True, eq=False)
class Packed:
    """A named tuple of arrays, and the handle that compiled code reads it through."""

    record: Any  # keeps the arrays alive as long as the handle
    handle: NDArray[np.int64]
    layout: str
    words: tuple[int, ...]


@cache
def declared(record: type) -> dict[str, tuple[np.dtype[Any], tuple[int | str, ...]]]:
    """Return each field's dtype and axes, as a named tuple of arrays declares them.

    Behind the type of an array stand its axes (`Annotated`): a length, or a letter for
    one that varies. Fields that declare none are left out.
    """
    hints = get_type_hints(record, include_extras=True)
    return {
        name: (np.dtype(hint.__origin__.__args__[1].__args__[0]), hint.__metadata__)
        for name, hint in hints.items()
        if hasattr(hint, "__metadata__")
    }


def refuse_misfits(record: Any) -> None:
    """Raise TypeError for the first array that is not as its record declares it."""
    lengths: dict[str, int] = {}
    kind: type = type(record)
    for name, (dtype, axes) in declared(kind).items():
        array = getattr(record, name)
        wanted = [
            lengths.setdefault(axis, have) if isinstance(axis, str) else axis
            for axis, have in zip(axes, array.shape, strict=False)
        ]
        if array.dtype != dtype or [*array.shape] != wanted or array.ndim != len(axes):
            found = f"found {array.dtype} of {array.shape}"
            raise TypeError(f"{name}: expected {dtype} of {axes}, {found}")


def pack(record: Any) -> Packed:
    """Lay out a named tuple of arrays.

    Raises TypeError for one that is not in C order, or not as declared.
    """
    refuse_misfits(record)
    for name, array in zip(record._fields, record, strict=True):
        if not array.flags.c_contiguous:
            raise TypeError(f"{name}: expected an array in C order")
    handle = np.array([word for each in record for word in words(each)], np.int64)
    layout = " ".join(f"{each.dtype}/{each.ndim}" for each in record)
    return Packed(record, handle, layout, tuple(words(handle)))


def words(array: NDArray[Any]) -> list[int]:
    """Return what compiled code needs to know of one array."""
    head = [0, 0, array.size, array.itemsize, array.ctypes.data]
    return head + list(array.shape) + list(array.strides)


def kind_of(value: object) -> str:
    """Name the kind of an argument. Raises TypeError for what cannot be passed."""
    if isinstance(value, Packed):
        return RECORD
    if isinstance(value, int | np.integer):
        return INT
    if isinstance(value, float):
        return FLOAT
    raise TypeError(f"compiled code takes numbers and records, not {type(value)}")


@cache
def processor() -> str:
    """Name this processor and what it can do: machine code is made for it alone."""
    from llvmlite import binding

    return f"{binding.get_host_cpu_name()} {binding.get_host_cpu_features().flatten()}"


def load(code: Code) -> Callable[..., Any]:
    """Make machine code callable. Raises NotLoadable when this cannot be done."""
    engine = _engine(code)
    address = engine.get_function_address(code.symbol)
    if not address:
        raise NotLoadable(f"no function {code.symbol}")
    function = _prototype(code)(address)
    number = NUMBERS.get(code.result, ctypes.c_int64)

    def call(*arguments: Any) -> Any:
        result, error = number(), ctypes.c_void_p()
        given = [word for each in arguments for word in _passed(each)]
        status = function(ctypes.byref(result), ctypes.byref(error), *given)
        if status not in DONE:
            raise ArithmeticError(f"compiled code failed ({code.symbol}: {status})")
        return None if code.result == NONE else result.value

    call.keeps = engine  # type: ignore[attr-defined]  # the code goes with its engine
    return _checked(call, code.layouts) if any(code.layouts) else call


def _checked(call: Callable[..., Any], layouts: tuple[str, ...]) -> Callable[..., Any]:
    def checked(*arguments: Any) -> Any:
        for given, layout in zip(arguments, layouts, strict=True):
            if layout and given.layout != layout:
                raise TypeError(f"expected arrays {layout}, found {given.layout}")
        return call(*arguments)

    return checked


def _passed(value: Any) -> tuple[Any, ...]:
    return value.words if isinstance(value, Packed) else (value,)


def _prototype(code: Code) -> Any:
    """Build the C type: status = f(result, error, arguments ...)."""
    types: list[Any] = [ctypes.c_void_p, ctypes.c_void_p]
    for kind in code.kinds:
        types += [ctypes.c_int64] * WORDS if kind == RECORD else [NUMBERS[kind]]
    return ctypes.CFUNCTYPE(ctypes.c_int32, *types)


def _engine(code: Code) -> Any:
    from llvmlite import binding

    binding.initialize_native_target()
    binding.initialize_native_asmprinter()
    for name in code.needs:
        if binding.address_of_symbol(name) is None:
            binding.add_symbol(name, _address(name))
    target = binding.Target.from_default_triple().create_target_machine()
    engine = binding.create_mcjit_compiler(binding.parse_assembly(""), target)
    try:
        engine.add_object_file(binding.ObjectFileRef.from_data(code.machine))
    except RuntimeError as cause:
        raise NotLoadable(str(cause)) from cause
    engine.finalize_object()
    return engine


def _address(name: str) -> int:
    for library in C_LIBRARIES:
        try:
            found = getattr(ctypes.CDLL(library), name)
        except (OSError, AttributeError, TypeError):
            continue
        return ctypes.cast(found, ctypes.c_void_p).value or 0
    raise NotLoadable(f"no function {name} in the C library")
