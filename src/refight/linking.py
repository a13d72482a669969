"""Linking: how Numba joins engine functions, so that each is worked on once.

Numba's habit is to compile a function anew for every literal it is called with, and
to optimise each callee again inside each of its callers. Engine functions call each
other many levels deep, so most of a first compile was repetition. Here a function is
compiled for its types alone, kept as it is lowered, and optimised once, together with
all that it calls, inside the function that Python calls.
Imported only when something is compiled; what comes out is machine code (`native`).
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import numba
from numba import types
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import Compiler
from numba.core.compiler_lock import global_compiler_lock
from numba.core.intrinsics import INTR_MATH
from numba.core.registry import cpu_target
from numba.np import arrayobj

from refight.native import FLOAT, INT, NONE, RECORD, Code

# no reference counts: kernels allocate nothing and own nothing
OPTIONS: dict[str, Any] = {
    "_nrt": False,
    "no_cpython_wrapper": True,
    "no_cfunc_wrapper": True,
}
NUMBERS = {INT: types.int64, FLOAT: types.float64}
RESULTS = {types.int64: INT, types.float64: FLOAT, types.none: NONE}
HANDLE = types.Array(types.int64, 1, "C")
# the engine opens handles with functions that do nothing in plain Python; compiled
# code has intrinsics of the same names in their place
OPENERS, INTRINSICS = "refight.engine.bind", "refight.engine.pointer"
USUAL = arrayobj.fix_integer_index
JOINED: dict[Callable[..., Any], Any] = {}  # kernel -> what stands for it, kept alive


class Unset:
    """Stands for the code generator of parts: there is no code to hand things to."""

    def set_env(self, name: str, environment: Any) -> None:
        """Leave a function without Python objects; kernels use none."""


class Parts(JITCodeLibrary):
    """The code of one function that only kernels call: neither linked nor optimised."""

    @property
    def codegen(self) -> Any:
        """What Numba tells of a function's environment after compiling it."""
        return Unset()

    def finalize(self) -> None:
        """Close the library without linking, optimising or emitting code."""
        self._raise_if_finalized()
        self._finalize_dynamic_globals()
        self._finalized = True

    def get_pointer_to_function(self, name: str) -> int:
        """Close the library; there is no machine code to point to."""
        self._ensure_finalized()
        return 0


class Whole(JITCodeLibrary):
    """The code of a function that Python calls, with all that it calls."""

    def add_linking_library(self, library: Any) -> None:
        """Add a library and, if it holds parts, those that it needs in turn."""
        if library in self._linking_libraries:
            return
        super().add_linking_library(library)
        if isinstance(library, Parts):
            for needed in library._linking_libraries:
                self.add_linking_library(needed)


def _compiler(kind: type) -> type:
    class Joined(Compiler):
        """Numba's compiler, with a library of our kind."""

        def compile_extra(self, func: Any) -> Any:
            """Compile a function into a library of this kind."""
            codegen = self.state.targetctx.codegen()
            self.state.library = kind(codegen, func.__qualname__)
            self.state.library.enable_object_caching()
            return super().compile_extra(func)

    return Joined


PARTS, WHOLE = _compiler(Parts), _compiler(Whole)


def compiled(
    function: Callable[..., Any],
    kinds: tuple[str, ...],
    records: tuple[str, ...],
    kernels: Iterable[Callable[..., Any]],
) -> Code:
    """Compile a function and all kernels that it calls to machine code.

    kinds    of its arguments: INT, FLOAT or RECORD (a handle)
    records  the name of each record that is handed over, "" for a number
    kernels  plain functions that may be called: compiled when they are

    Raises TypeError when the function returns neither a number nor nothing.
    """
    _register(kernels)
    given = tuple(HANDLE if kind == RECORD else NUMBERS[kind] for kind in kinds)
    dispatcher = numba.njit(pipeline_class=WHOLE, **OPTIONS)(function)
    with indices_as_they_are():
        dispatcher.compile(given)
    made = dispatcher.overloads[given]
    result = types.unliteral(made.signature.return_type)
    if result not in RESULTS:
        raise TypeError(f"{function.__qualname__} returns {result}")
    return Code(
        symbol=made.fndesc.llvm_func_name,
        kinds=kinds,
        layouts=tuple(_layout(name) if name else "" for name in records),
        result=RESULTS[result],
        needs=_needs(made.library),
        machine=made.library._get_compiled_object(),
    )


@contextmanager
def indices_as_they_are() -> Iterator[None]:
    """Let compiled code not ask whether an index counts from an array's end.

    Numba asks at every access, which costs a sixth of a refight; kernels never do it.
    """
    with global_compiler_lock:  # nobody else compiles meanwhile
        arrayobj.fix_integer_index = _as_it_is
        try:
            yield
        finally:
            arrayobj.fix_integer_index = USUAL


def _as_it_is(context: Any, builder: Any, idxty: Any, idx: Any, size: Any) -> Any:
    return context.cast(builder, idx, idxty, types.intp)


def _register(kernels: Iterable[Callable[..., Any]]) -> None:
    """Tell Numba what stands for each plain function in compiled code."""
    context = cpu_target.typing_context
    context.refresh()
    for each in kernels:
        if each not in JOINED:
            JOINED[each] = by_types(numba.njit(pipeline_class=PARTS, **OPTIONS)(each))
            context.insert_global(each, types.Dispatcher(JOINED[each]))
    if OPENERS in sys.modules:
        plain, intrinsics = sys.modules[OPENERS], import_module(INTRINSICS)
        context.refresh()
        for name in ("open_system", "open_state"):
            opener, intrinsic = getattr(plain, name), getattr(intrinsics, name)
            if opener not in JOINED:
                JOINED[opener] = intrinsic
                context.insert_global(opener, context.resolve_value_type(intrinsic))


def _layout(record: str) -> str:
    """Write the arrays that compiled code expects in a record, as `native` does."""
    fields = import_module(INTRINSICS).FIELDS[record]
    return " ".join(f"{kind.dtype}/{kind.ndim}" for kind, *_ in fields.values())


def _needs(library: Any) -> tuple[str, ...]:
    """Name the mathematical functions that are called in the C library."""
    module = library._final_module
    called = {each.name for each in module.functions if each.is_declaration}
    return tuple(sorted(called & INTR_MATH))


def by_types(dispatcher: Any) -> Any:
    """Let a compiled function ignore which literals its callers pass."""
    resolve = dispatcher.get_call_template

    def resolve_types(args: Any, kws: Any) -> Any:
        plain = {name: types.unliteral(kind) for name, kind in kws.items()}
        return resolve([types.unliteral(kind) for kind in args], plain)

    dispatcher.get_call_template = resolve_types
    return dispatcher
