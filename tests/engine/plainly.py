"""The engine as plain Python, beside the compiled one of the same process.

Functions that only other kernels call have no way in from Python once compiled, so
unit tests call their plain twins, which are the same sources: `from
tests.engine.plainly import combat, toy`.
"""

import importlib
import os
import pkgutil
import sys
from unittest import mock

import refight

MODULES = ("refight.engine", "tests.engine.toy")


def _ours(name):
    return any(name == top or name.startswith(f"{top}.") for top in MODULES)


def _load():
    compiled = {
        name: sys.modules.pop(name) for name in list(sys.modules) if _ours(name)
    }
    attribute = vars(refight).get("engine")
    try:
        with mock.patch.dict(os.environ, {"NUMBA_DISABLE_JIT": "1"}):
            engine = importlib.import_module("refight.engine")
            for found in pkgutil.walk_packages(engine.__path__, "refight.engine."):
                if not found.name.endswith(".pointer"):  # it is for compiled code
                    importlib.import_module(found.name)
            importlib.import_module("tests.engine.toy")
        return {name: sys.modules[name] for name in list(sys.modules) if _ours(name)}
    finally:
        for name in [name for name in sys.modules if _ours(name)]:
            del sys.modules[name]
        sys.modules.update(compiled)
        if attribute is None:
            vars(refight).pop("engine", None)
        else:
            refight.engine = attribute


def __getattr__(name):
    """Give a plain module by the last part of its name."""
    for full, module in _PLAIN.items():
        if full.rsplit(".", 1)[-1] == name:
            return module
    raise AttributeError(name)


_PLAIN = _load()
