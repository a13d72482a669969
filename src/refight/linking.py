"""Linking: how Numba joins engine functions, so that each is worked on once.

Numba's habit is to compile a function anew for every literal it is called with, and
to optimise each callee again inside each of its callers. Engine functions call each
other many levels deep, so most of a first compile was repetition. Here a function is
compiled for its types alone, kept as it is lowered, and optimised once, together with
all that it calls, inside the function that Python calls.
Imported only when kernels are compiled.
"""

from typing import Any

from numba import types
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import Compiler


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


def by_types(dispatcher: Any) -> Any:
    """Let a compiled function ignore which literals its callers pass."""
    resolve = dispatcher.get_call_template

    def resolve_types(args: Any, kws: Any) -> Any:
        plain = {name: types.unliteral(kind) for name, kind in kws.items()}
        return resolve([types.unliteral(kind) for kind in args], plain)

    dispatcher.get_call_template = resolve_types
    return dispatcher
