"""What is kept is what was refought, and goes by all that decides it."""

import ast
from pathlib import Path

import pytest

from refight.ensemble import keep as module
from refight.ensemble.design import fresh
from refight.ensemble.keep import keep, kept
from refight.ensemble.refight import refight, varied
from tests.ensemble.acts import SEED, assert_same, ready


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "cache_folder", lambda: tmp_path)
    return tmp_path


def test_what_is_kept_is_read_again_bit_by_bit():
    design = fresh(3, SEED)
    found = refight(ready("fall"), 3, SEED)
    assert kept(ready("fall"), design) is None
    keep(ready("fall"), design, found)
    assert_same(kept(ready("fall"), design).columns, found.columns)


def test_another_question_finds_nothing(monkeypatch):
    base, design = ready("fall"), fresh(3, SEED)
    keep(base, design, refight(base, 3, SEED))
    assert kept(base, fresh(3, SEED + 1)) is None
    assert kept(base, fresh(2, SEED)) is None
    assert kept(base, fresh(3, SEED, first=4)) is None
    assert kept(varied(base, {"air-strikes": "none"}), design) is None
    monkeypatch.setattr(module, "sources_digest", lambda: "others")
    assert kept(base, design) is None


def test_part_of_a_design_is_not_kept(own_cache):
    base = ready("fall")
    keep(base, fresh(5, SEED), refight(base, 3, SEED))
    assert list(own_cache.rglob("*.parquet")) == []


def test_a_broken_file_is_as_good_as_none(own_cache):
    base, design = ready("fall"), fresh(3, SEED)
    keep(base, design, refight(base, 3, SEED))
    (path,) = own_cache.rglob("*.parquet")
    path.write_bytes(b"broken")
    assert kept(base, design) is None


def ensemble_modules(path):
    """Name the modules of the ensemble that a source imports."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [
                node.module,
                *(f"{node.module}.{each.name}" for each in node.names),
            ]
            for name in names:
                own = name.removeprefix("refight.ensemble.")
                if own != name and (HERE / f"{own}.py").is_file():
                    yield own


HERE = Path(module.__file__).parent
INDIFFERENT = {  # they place, keep and name refights, and cannot change one
    "abroad", "keep", "place", "run", "stats", "store",
}  # fmt: skip


def test_no_source_between_an_act_and_its_results_is_forgotten():
    found, ahead = set(), {"refight", "worlds"}
    while ahead:
        found |= ahead
        paths = [HERE / f"{name}.py" for name in ahead]
        ahead = {name for path in paths for name in ensemble_modules(path)} - found
        ahead -= INDIFFERENT
    assert found == set(module.OWN)


@pytest.mark.parametrize("digest", [module.code_digest, module.sources_digest])
@pytest.mark.parametrize("name", ["ensemble/design.py", "ensemble/refight.py"])
def test_a_changed_source_is_another_program(digest, name, tmp_path, monkeypatch):
    changed = module.PACKAGE / name
    before, read = digest.__wrapped__(), Path.read_bytes

    def edited(path):
        return read(path) + (b"# edited" if path == changed else b"")

    monkeypatch.setattr(Path, "read_bytes", edited)
    assert digest.__wrapped__() != before
