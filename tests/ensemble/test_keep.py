"""What is kept is what was refought, and goes by all that decides it."""

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
