import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import refight

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCK = tomllib.loads((ROOT / "uv.lock").read_text())
TARGETS = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
WANTED = ["run", "test", "check", "fix", "bench", "size", "lock", "help"]


def pinned(name):
    """Give {package: versions} of a requirements file."""
    found = {}
    for line in (ROOT / name).read_text().splitlines():
        requirement = Requirement(line)
        (exact,) = requirement.specifier
        assert exact.operator == "=="
        found.setdefault(canonicalize_name(requirement.name), set()).add(exact.version)
    return found


def locked():
    found = {}
    for each in LOCK["package"]:
        found.setdefault(each["name"], set()).add(each.get("version"))
    return found


def declared(*groups):
    wanted = list(PROJECT["project"]["dependencies"])
    for group in groups:
        wanted += PROJECT["dependency-groups"][group]
    return [Requirement(each) for each in wanted]


@pytest.mark.parametrize(
    ("name", "groups"),
    [("requirements.txt", ["build"]), ("requirements-dev.txt", ["build", "dev"])],
)
def test_requirements_hold_what_the_project_declares(name, groups):
    pins = pinned(name)
    for each in declared(*groups):
        versions = pins.get(canonicalize_name(each.name), set())
        assert versions, f"{each} is not in {name}: run make lock"
        assert all(each.specifier.contains(version) for version in versions)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_those_of_the_lock(name):
    lock = locked()
    for package, versions in pinned(name).items():
        assert versions <= lock[package], f"{package}: run make lock"


def test_the_lock_is_of_this_project():
    (own,) = [each for each in LOCK["package"] if each["name"] == "refight"]
    locked_names = {each["name"] for each in own["dependencies"]}
    assert locked_names == {canonicalize_name(each.name) for each in declared()}
    assert own["version"] == PROJECT["project"]["version"] == refight.__version__


def test_the_lock_knows_only_the_public_index():
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text()))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}


def test_make_has_the_promised_targets_and_lists_them():
    assert set(WANTED) <= set(TARGETS)
    done = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert all(f"make {each} " in done.stdout for each in WANTED)


@pytest.mark.parametrize("name", ["tools/setup.sh", "tools/lock.sh", ".ci/run"])
def test_scripts_can_be_run_and_parse(name):
    path = ROOT / name
    assert path.stat().st_mode & 0o111
    shell = "bash" if "bash" in path.read_text().splitlines()[0] else "sh"
    subprocess.run([shell, "-n", str(path)], check=True)


def test_setup_explains_itself_without_uv_or_python(tmp_path):
    (tmp_path / "tools").mkdir()
    script = tmp_path / "tools" / "setup.sh"
    script.write_text((ROOT / "tools" / "setup.sh").read_text())
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("dirname", "rm"):
        (tools / name).symlink_to(f"/usr/bin/{name}")
    done = subprocess.run(
        ["/bin/sh", str(script), "run"],
        env={"PATH": str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "expected: uv, or Python 3.11 or newer; found: neither" in done.stderr
    assert "apt-get install python3-venv" in done.stderr


def third_party(folder):
    """Name the distributions that the code of a folder imports."""
    owners = packages_distributions()
    found = set()
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            if isinstance(node, ast.Import):
                names = [each.name for each in node.names]
            tops = {name.partition(".")[0] for name in names if name}
            for top in tops - sys.stdlib_module_names - {"refight"}:
                found |= {canonicalize_name(each) for each in owners.get(top, [top])}
    return {"pydantic" if name == "pydantic-core" else name for name in found}


def optional():
    """Name what the extras ask for."""
    extras = PROJECT["project"].get("optional-dependencies", {}).values()
    names = [Requirement(each).name for extra in extras for each in extra]
    return {canonicalize_name(each) for each in names}


def test_everything_the_package_imports_is_declared():
    wanted = {canonicalize_name(each.name) for each in declared()} | optional()
    assert third_party(ROOT / "src" / "refight") - wanted == set()


def test_everything_declared_is_imported():
    wanted = {canonicalize_name(each.name) for each in declared()}
    assert wanted - third_party(ROOT / "src" / "refight") - {"rich"} == set()
