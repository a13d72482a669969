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
