"""What is read from a disk is data: nothing there becomes an object or a program."""

import ast
from pathlib import Path

import pytest

SOURCES = sorted(
    path
    for folder in ("src/refight", "tools", "benchmarks")
    for path in (Path(__file__).parent.parent.parent / folder).rglob("*.py")
)
NEVER = {"pickle", "cPickle", "dill", "cloudpickle", "marshal", "shelve", "joblib"}
BUILT = {"eval", "exec"}
YAML = {"load", "load_all", "full_load", "full_load_all", "unsafe_load", "Loader"}


def calls(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name.split(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").split(".")[0]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_object_is_built_from_a_file(path):
    tree = ast.parse(path.read_text("utf-8"))
    assert not NEVER.intersection(imported(tree))
    for name, call in calls(tree):
        keywords = {each.arg: ast.unparse(each.value) for each in call.keywords}
        assert name not in BUILT, f"line {call.lineno}"
        assert name not in {f"yaml.{each}" for each in YAML}, f"line {call.lineno}"
        if name == "np.load":
            assert keywords.get("allow_pickle") == "False", f"line {call.lineno}"
        assert keywords.get("cache") != "True", "Numba keeps its own cache as pickles"
