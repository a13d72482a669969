import json
import tomllib

import numpy as np
import pytest

from benchmarks import run


def result(name="fall", loops=1.0):
    return run.Result(name, 64, 5.0, 200.0, loops, 1.95, {"combat": 0.25, "rest": 0.75})


def test_cases_name_both_acts_and_their_goals():
    cases = tomllib.loads(run.CASES.read_text())
    assert {each["act"]: each["per_second"] for each in cases["case"]} == {
        "fall": 100,
        "liberation": 50,
    }


def test_only_a_case_beyond_the_limit_counts_as_slower():
    baseline = {"cases": {"fall": {"loops": 1.0}}}
    assert run.slower([result(loops=1.2)], baseline, 0.25) == []
    assert run.slower([result(loops=1.3)], baseline, 0.25) == [
        "fall: 1.30 loops, was 1.00"
    ]
    assert run.slower([result("new", 9.0)], baseline, 0.25) == []


def test_the_table_goes_between_its_marks_and_nowhere_else():
    text = f"a\n{run.BEGIN}\nold\n{run.END}\nb\n"
    done = run.spliced(text, run.table([result()]))
    assert done.startswith("a\n") and done.endswith("\nb\n")
    assert "| fall | 5.0 | 200 | 1.00 | 1.95x |" in done
    assert "old" not in done
    assert run.spliced("no marks", "table") == "no marks"


def test_shares_are_told_in_per_cent():
    assert run.share_lines([result()]) == "fall: combat 25%, rest 75%"


@pytest.fixture
def quick(monkeypatch, tmp_path):
    def prepare(act):
        return (lambda indices: {"day": np.zeros(len(indices))}), {"combat": 1.0}

    monkeypatch.setattr(run, "prepare", prepare)
    monkeypatch.setattr(run, "BASELINE", tmp_path / "baseline.json")
    return tmp_path / "baseline.json"


def test_a_written_baseline_is_what_the_next_run_is_compared_with(quick, capsys):
    assert run.main(["--write"]) == 0
    kept = json.loads(quick.read_text())
    assert set(kept["cases"]) == {"fall", "liberation"}
    for case in kept["cases"].values():
        case["loops"] = 0.0
    quick.write_text(json.dumps(kept))
    assert run.main([]) == 1
    assert "slower than the baseline: fall" in capsys.readouterr().err
