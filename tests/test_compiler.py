import os
import subprocess
import sys

import pytest

from refight import compiler

SHOW = """
import sys
from refight.compiler import entry, interpreted, kernel
@kernel
def twice(x): return 2 * x
@entry
def double(x): return twice(x)
print(double(21), double(1.5), interpreted(), "numba" in sys.modules)
"""


def shown(script, **told):
    done = subprocess.run(
        [sys.executable, str(script)],
        env=os.environ | told,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "show.py"
    path.write_text(SHOW)
    return path


def fake_package(tmp_path):
    engine = tmp_path / "engine" / "process"
    engine.mkdir(parents=True)
    (engine / "combat.py").write_text("x = 1\n")
    return tmp_path


def test_another_processor_needs_other_machine_code(tmp_path, monkeypatch):
    package = fake_package(tmp_path)
    before = compiler.kernel_digest(package)
    monkeypatch.setattr(compiler.native, "processor", lambda: "another")
    assert compiler.kernel_digest(package) != before


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


def test_plain_python_needs_no_compiler_and_leaves_no_code(script, tmp_path):
    cache = tmp_path / "cache"
    said = shown(script, NUMBA_DISABLE_JIT="1", REFIGHT_CACHE=str(cache))
    assert said == "42 3.0 True False"
    assert not cache.exists()


def test_a_second_start_runs_machine_code_without_the_compiler(script, tmp_path):
    told = {"NUMBA_DISABLE_JIT": "0", "REFIGHT_CACHE": str(tmp_path / "cache")}
    assert shown(script, **told) == "42 3.0 False True"
    made = sorted((tmp_path / "cache").rglob("*.code"))
    assert len(made) == 2  # one for integers, one for floating point numbers
    assert shown(script, **told) == "42 3.0 False False"
    script.write_text(SHOW.replace("2 * x", "4 * x"))
    assert shown(script, **told) == "84 6.0 False True"


def test_damaged_machine_code_is_made_again(script, tmp_path):
    told = {"NUMBA_DISABLE_JIT": "0", "REFIGHT_CACHE": str(tmp_path / "cache")}
    shown(script, **told)
    whole, cut = sorted((tmp_path / "cache").rglob("*.code"))
    content = bytearray(whole.read_bytes())
    content[-100] ^= 1  # one bit of the machine code
    whole.write_bytes(content)
    cut.write_bytes(cut.read_bytes()[:40])
    assert shown(script, **told) == "42 3.0 False True"
    assert shown(script, **told) == "42 3.0 False False"


def test_an_unwritable_cache_costs_only_the_cache(script, tmp_path):
    (tmp_path / "file").write_text("in the way")
    told = {"NUMBA_DISABLE_JIT": "0", "REFIGHT_CACHE": str(tmp_path / "file")}
    assert shown(script, **told).startswith("42")


def test_openers_are_registered_once_however_many_entries_are_compiled(tmp_path):
    script = tmp_path / "twice.py"
    script.write_text(
        "import refight.engine.bind\n"
        "from refight import linking\n"
        "linking._register([])\n"
        "linking._register([])\n"
        "print(len(linking.JOINED))\n"
    )
    assert shown(script) == "2"
