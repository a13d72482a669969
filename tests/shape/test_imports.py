import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ENGINE = ROOT / "src" / "refight" / "engine"

# The engine is loops over arrays: nothing else may reach it.
ENGINE_MAY_IMPORT = {
    "__future__",
    "collections",
    "dataclasses",
    "enum",
    "functools",
    "math",
    "numpy",
    "refight.compiler",
    "refight.engine",
    "typing",
}
# one file hands arrays to compiled code and has to know the compiler's types
ALSO = {"pointer.py": "numba"}


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        if isinstance(node, ast.ImportFrom):
            base = node.module or ""
            # "from refight import x" imports refight.x
            yield from (
                f"{base}.{each.name}" if base == "refight" else base
                for each in node.names
            )


def allowed(name):
    return any(name == may or name.startswith(f"{may}.") for may in ENGINE_MAY_IMPORT)


@pytest.mark.parametrize(
    "path", sorted(ENGINE.rglob("*.py")), ids=lambda p: p.relative_to(ENGINE).as_posix()
)
def test_the_engine_imports_only_arithmetic(path):
    odd = [name for name in imported(path) if not allowed(name)]
    also = ALSO.get(path.relative_to(ENGINE).as_posix())
    assert [name for name in odd if not (also and name.startswith(also))] == []


def test_the_check_sees_every_form_of_import(tmp_path):
    path = tmp_path / "x.py"
    path.write_text("import os.path\nfrom refight import files\nfrom math import pi\n")
    assert [name for name in imported(path) if not allowed(name)] == [
        "os.path",
        "refight.files",
    ]


def test_layers_are_kept():
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def test_help_starts_without_the_heavy_libraries():
    code = (
        "import sys, refight.compiler, refight.errors, refight.files,"
        "refight.manifest, refight.units, refight.ensemble.store\n"
        "print([x for x in ('numba', 'pyarrow', 'h3', 'shapely') if x in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


# what a warm start may load beside the standard library: the budget of its second
MAY_LOAD = {"click", "llvmlite", "numpy", "pydantic", "pydantic_core", "refight"}
LOADED = """
import sys
from refight.cli import run
code = run(sys.argv[1:])
print(code, *{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""


def loaded(*words):
    """Run a command in a process of its own; give the declared libraries it loads."""
    command = [sys.executable, "-c", LOADED, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    code, *names = done.stderr.splitlines()[-1].split()
    assert code == "0", done.stderr
    return set(names) & ({*HEAVY} | MAY_LOAD)


HEAVY = {
    "arviz", "dask", "distributed", "duckdb", "h3", "numba", "persiantools", "pyarrow",
    "resvg_py", "rich", "scipy", "sentencex", "shapely", "starlette", "uvicorn", "yaml",
}  # fmt: skip


def test_a_warm_refight_loads_what_its_budget_allows():
    loaded("fall", "--refights", "1")  # whatever is not kept yet is made and kept
    assert loaded("fall", "--refights", "1") <= MAY_LOAD


@pytest.mark.parametrize("words", [["--help"], ["study", "--help"], ["fall", "--help"]])
def test_help_loads_nothing_but_its_parser(words):
    assert loaded(*words) == {"click", "refight"}
