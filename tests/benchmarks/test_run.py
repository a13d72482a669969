import json
import tomllib

import pytest

from benchmarks import run
from refight.cli.startup import COLD, WALL, WARM
from refight.ensemble.bench import Pace
from refight.report.speed import speed_data

CASES = tomllib.loads(run.CASES.read_text())
GOALS = CASES["goals"]


def page(seconds=0.02):
    pace = Pace(64, seconds, 0.01, 0.02, (1.28, 0.64), 1.96, 4096.0)
    shares = {"combat": 0.25, "rest": 0.75}
    starts = {WARM: 0.5, WALL: 0.6, COLD: 7.0}
    acts = ("fall", "liberation")
    return speed_data(
        dict.fromkeys(acts, pace), dict.fromkeys(acts, shares), 120.0, starts
    )


def test_goals_are_set_for_both_acts():
    assert GOALS["per_second"] == {"fall": 100, "liberation": 50}
    assert GOALS["megabytes_many"] == 300 and GOALS["two_threads"] == 1.9


def test_only_an_act_beyond_the_limit_counts_as_slower():
    before = page(0.02)
    assert run.slower(page(0.024), before, 0.25) == []
    assert run.slower(page(0.026), before, 0.25)[0] == "fall: 2.60 loops, was 2.00"
    assert run.slower(page(9.0), {}, 0.25) == []


def test_the_table_shows_each_figure_beside_its_goal():
    rows = {
        cells[1].strip(): [each.strip() for each in cells[2:-1]]
        for cells in (line.split("|") for line in run.table(page(), GOALS).splitlines())
    }
    assert rows["calibration loops a refight"] == ["2.00", "2.00", ""]
    assert rows["refights a CPU second"] == ["50", "50", "100 / 50"]
    assert rows["two threads against one"] == ["2.00", "2.00", "1.9"]
    assert rows["10,000 on two threads, s"] == ["100", "100", "60"]
    assert rows["MB with 10,000 refights"] == ["159", "", "300"]
    assert rows[COLD] == ["7.00 s", "", "10"]


def test_the_block_goes_between_its_marks_and_nowhere_else():
    text = f"a\n{run.BEGIN}\nformer words\n{run.END}\nb\n"
    done = run.spliced(text, run.block(page(), GOALS))
    assert done.startswith("a\n") and done.endswith("\nb\n")
    assert "- fall: combat 25%, rest 75%" in done
    assert "former words" not in done
    assert run.spliced("no marks", "table") == "no marks"


def test_the_readme_has_a_place_for_the_block():
    text = run.README.read_text(encoding="utf-8")
    assert text.count(run.BEGIN) == text.count(run.END) == 1


@pytest.fixture
def kept(monkeypatch, tmp_path):
    monkeypatch.setattr(run, "measured", lambda refights: page())
    monkeypatch.setattr(run, "RESULTS", tmp_path)
    return tmp_path


def test_a_kept_result_is_what_the_next_run_is_compared_with(kept, capsys):
    assert run.main(["--write"]) == 0
    (path,) = kept.iterdir()
    result = json.loads(path.read_text())
    assert set(result["acts"]) == {"fall", "liberation"}
    assert result["code_version"] == path.stem
    assert run.main([]) == 0
    for act in result["acts"].values():
        act["calibration_loops"] /= 2
    path.write_text(json.dumps(result))
    assert run.main([]) == 1
    assert "slower than the last kept result: fall" in capsys.readouterr().err


def test_the_highest_version_is_the_last(tmp_path):
    for version in ("0.2.0", "0.10.0", "0.9.1"):
        (tmp_path / f"{version}.json").write_text(json.dumps({"v": version}))
    assert run.last_result(tmp_path) == {"v": "0.10.0"}
    assert run.last_result(tmp_path / "none") == {}
