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


def digest_of(package):
    return compiler.kernel_digest(compiler.sources_digest(package))


def test_another_processor_needs_other_machine_code(tmp_path, monkeypatch):
    package = fake_package(tmp_path)
    before = digest_of(package)
    monkeypatch.setattr(compiler.native, "processor", lambda: "another")
    assert digest_of(package) != before


def test_an_edit_anywhere_in_the_engine_changes_the_cache_folder(tmp_path):
    package = fake_package(tmp_path)
    before = digest_of(package)
    assert digest_of(package) == before
    (package / "engine" / "process" / "combat.py").write_text("x = 2\n")
    edited = digest_of(package)
    (package / "engine" / "new.py").write_text("")
    assert len({before, edited, digest_of(package)}) == 3


@pytest.mark.parametrize("package", ["numba", "llvmlite", "numpy"])
def test_another_version_changes_the_cache_folder(package, monkeypatch):
    before, known = compiler.kernel_digest(), compiler._version
    monkeypatch.setattr(
        compiler, "_version", lambda name: "999" if name == package else known(name)
    )
    assert compiler.kernel_digest() != before


def test_settings_that_shape_the_code_change_the_cache_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = compiler.kernel_digest()
    monkeypatch.setenv("NUMBA_NUM_THREADS", "1")
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")  # plain and compiled code agree
    assert compiler.kernel_digest() == before
    monkeypatch.setenv("NUMBA_BOUNDSCHECK", "1")
    checked = compiler.kernel_digest()
    (tmp_path / compiler.NUMBA_FILE).write_text("opt: 0\n")
    assert len({before, checked, compiler.kernel_digest()}) == 3


def test_sources_are_hashed_as_they_were_imported(tmp_path, monkeypatch):
    before = compiler.kernel_digest()

    def edited(_):
        raise AssertionError("hashed again")

    monkeypatch.setattr(compiler, "sources_digest", edited)
    assert compiler.kernel_digest() == before


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


def kept_code(tmp_path):
    return sorted((tmp_path / "cache").rglob("*.code"))


@pytest.mark.parametrize("what", ["file", "folder", "link"])
def test_code_that_others_could_have_written_is_made_again(script, tmp_path, what):
    told = {"NUMBA_DISABLE_JIT": "0", "REFIGHT_CACHE": str(tmp_path / "cache")}
    shown(script, **told)
    assert shown(script, **told) == "42 3.0 False False"
    for path in kept_code(tmp_path):
        if what == "file":
            path.chmod(0o664)
        elif what == "folder":
            path.parent.chmod(0o777)
        else:
            path.rename(path.with_suffix(".other"))
            path.symlink_to(path.with_suffix(".other"))
    assert shown(script, **told) == "42 3.0 False True"
    assert shown(script, **told) == "42 3.0 False False"  # and is kept as it should


def test_a_umask_that_lets_the_group_write_does_not_cost_the_cache(script, tmp_path):
    told = os.environ | {
        "NUMBA_DISABLE_JIT": "0",
        "REFIGHT_CACHE": str(tmp_path / "cache"),
    }
    command = [sys.executable, str(script)]
    for _ in range(2):
        said = subprocess.run(
            command, env=told, capture_output=True, text=True, check=True, umask=0o002
        )
    assert said.stdout.strip() == "42 3.0 False False"


def test_a_cache_that_others_can_write_is_not_warm(tmp_path, monkeypatch):
    monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path))
    monkeypatch.delenv("NUMBA_DISABLE_JIT", raising=False)
    compiler.mark_warm()
    compiler.kernel_folder().chmod(0o775)
    assert not compiler.is_warm()
    compiler.mark_warm()
    assert compiler.is_warm()


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
