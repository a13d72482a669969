import os
import subprocess
import sys

import pytest

from refight import compiler

SHOW = """
import sys
from refight.compiler import entry, plain
@entry
def double(x): return 2 * x
print(double(21), plain(), "numba" in sys.modules, hasattr(double, "py_func"))
"""


def fake_package(tmp_path):
    engine = tmp_path / "engine" / "process"
    engine.mkdir(parents=True)
    (engine / "combat.py").write_text("x = 1\n")
    return tmp_path


def test_an_edit_anywhere_in_the_engine_changes_the_cache_folder(tmp_path):
    package = fake_package(tmp_path)
    before = compiler.kernel_digest(package)
    assert compiler.kernel_digest(package) == before
    (package / "engine" / "process" / "combat.py").write_text("x = 2\n")
    edited = compiler.kernel_digest(package)
    (package / "engine" / "new.py").write_text("")
    assert len({before, edited, compiler.kernel_digest(package)}) == 3


def test_a_new_numba_changes_the_cache_folder(tmp_path, monkeypatch):
    package = fake_package(tmp_path)
    before = compiler.kernel_digest(package)
    monkeypatch.setattr(compiler, "_numba_version", lambda: "999")
    assert compiler.kernel_digest(package) != before


def test_the_cache_is_warm_only_after_a_complete_compile(tmp_path, monkeypatch):
    monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path))
    monkeypatch.delenv("NUMBA_DISABLE_JIT", raising=False)
    assert not compiler.is_warm()
    compiler.mark_warm()
    assert compiler.is_warm()
    assert compiler.kernel_folder().is_relative_to(tmp_path)


def test_a_plain_run_never_says_that_the_cache_is_warm(tmp_path, monkeypatch):
    monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path))
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")
    compiler.mark_warm()
    assert not compiler.is_warm()


@pytest.mark.parametrize(
    ("disabled", "expected"),
    [("1", "42 True False False"), ("0", "42 False True True")],
)
def test_one_source_runs_plain_and_compiled(tmp_path, disabled, expected):
    script = tmp_path / "show.py"
    script.write_text(SHOW)
    told = {"NUMBA_DISABLE_JIT": disabled, "REFIGHT_CACHE": str(tmp_path / "cache")}
    done = subprocess.run(
        [sys.executable, str(script)],
        env=os.environ | told,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == expected
    made = list((tmp_path / "cache").rglob("*.nbi"))
    assert bool(made) == (disabled == "0")


def test_an_unwritable_cache_costs_only_the_cache(tmp_path):
    script = tmp_path / "show.py"
    script.write_text(SHOW)
    (tmp_path / "file").write_text("in the way")
    told = {"NUMBA_DISABLE_JIT": "0", "REFIGHT_CACHE": str(tmp_path / "file")}
    done = subprocess.run(
        [sys.executable, str(script)],
        env=os.environ | told,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("42")
