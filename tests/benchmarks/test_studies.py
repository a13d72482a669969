"""What shows the promises of studies: small, and with one real kill."""

import re
from pathlib import Path

import pytest

from benchmarks import studies
from benchmarks.studypage import PAGE, block, write
from benchmarks.watch import Sample, Watch, line_through

ENSEMBLE = Path(__file__).parents[1] / "ensemble"
HELD = {
    "driver MB, a fifth done": 131.2,
    "driver MB, all done": 131.9,
    "driver MB, most": 140.0,
    "worker MB, most": 240.0,
    "driver, bytes more a refight": 8.0,
    "driver MB at a million": 139.1,
}
SAME = {"digest": "a" * 64, "one thread": "a" * 64, "equal": True}
PAGES = {
    "alone": {"refights": 100_000, "seconds": 1200.0, "digest": "a" * 64, **HELD},
    "workers": {"refights": 100_000, "killed": 9, "how often": "one every 60 s",
                "seconds": 660.0, **HELD, **SAME},
    "drivers": {"refights": 1500, "kills": 2, "kept after each": [20, 60], **SAME},
    "memory": {"refights": 10, "MB on disk": 1.0, "check, s": 1.0, "hash, s": 1.0,
               "ask, s": 1.0, "check, peak MB": 1.0, "hash, peak MB": 1.0,
               "ask, peak MB": 286.0},
}  # fmt: skip


@pytest.mark.parametrize("what", PAGES)
def test_each_part_is_put_into_the_page_and_leaves_the_others(what, tmp_path):
    path = tmp_path / "studies.md"
    path.write_text(PAGE.read_text())
    before = path.read_text()
    write(what, {**PAGES[what], "command": f"{what} --again"}, path)
    after = path.read_text()
    assert f"`python -m benchmarks.studies {what} --again`" in after
    rows = [line for line in after.splitlines() if line.startswith("| ")]
    assert not [row for row in rows if row.count(" | ") < 1]
    outside = re.compile(rf"(studies {what}: begin -->).*?(<!-- studies {what})", re.S)
    assert outside.sub("", before) == outside.sub("", after) != ""


def test_a_digest_that_differs_is_shouted():
    other = {**PAGES["workers"], "equal": False, "command": "workers"}
    assert "NO: `aaa" in block("workers", other)
    assert "139 MB" in block("workers", other)


def test_a_short_run_makes_no_line():
    few = [Sample(0.0, done, 100.0, 0.0, 0) for done in (0, 90_000, 180_000)]
    near = [Sample(0.0, done, 100.0 + done, 0.0, 0) for done in range(100)]
    assert line_through(few) == line_through(near) == {}
    page = {name: each for name, each in HELD.items() if "million" not in name}
    del page["driver, bytes more a refight"]
    short = {"refights": 9, "seconds": 1.0, "digest": "", **page, "command": ""}
    assert "the run was short" in block("alone", short)


def test_memory_is_looked_at_while_it_is_held(capsys):
    with Watch(2, look=0.01) as watch:
        held = bytearray(b"x" * 80_000_000)
        watch.progress(1, 2)
        while len(watch.samples) < 3:
            assert watch.seconds < 60
        held.clear()
        watch.progress(2, 2)
    found = watch.held()
    assert found["driver MB, most"] > found["driver MB, all done"] + 40
    assert "2 of 2 refights" in capsys.readouterr().err


def test_every_fault_of_the_page_has_its_test():
    listed = re.findall(r"`(test_\w+)`", PAGE.read_text())
    sources = "".join(path.read_text() for path in ENSEMBLE.rglob("test_*.py"))
    assert len(listed) > 15
    assert [name for name in listed if f"def {name}(" not in sources] == []


def test_a_study_laid_out_from_one_chunk_is_read_whole(tmp_path):
    page = studies.memory(tmp_path, refights=40, chunk=10)
    assert page["refights"] == 40
    assert page["ask, peak MB"] >= page["MB before"] > 0
    assert page["MB on disk"] > 0


@pytest.mark.slow
def test_a_driver_that_is_killed_ends_with_the_digest_of_one_thread(tmp_path):
    page = studies.drivers(tmp_path, refights=120, chunk=10, kills=2, alone=None)
    assert page["equal"]
    assert page["kept after each"] == sorted(page["kept after each"])


def test_another_digest_is_told_from_the_right_one(tmp_path):
    assert not studies._compared("0" * 64, 2, "1" * 64)["equal"]
    assert studies._compared("1" * 64, 2, "1" * 64)["equal"]
