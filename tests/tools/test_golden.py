import numpy as np

from tools import golden


def columns(shift=0.0):
    return {
        "day": np.array([1.0, 2.0 + shift, np.inf]),
        "series": np.zeros((3, 4), np.float32),
    }


def test_numbers_sum_up_the_columns_with_one_value_per_refight():
    got = golden.numbers(columns())
    assert list(got) == ["day"]
    assert got["day"]["median"] == 2.0
    assert got["day"]["high90"] == "inf"


def test_what_moved_is_named_with_both_values():
    before, after = golden.numbers(columns()), golden.numbers(columns(0.5))
    assert golden.moved(before, before) == []
    assert "day median: 2.0 -> 2.5" in golden.moved(before, after)
    assert golden.moved(before, {}) == ["day: gone"]
    assert golden.moved({}, before) == ["day: new"]


def test_the_last_digits_may_differ():
    before, after = golden.numbers(columns()), golden.numbers(columns(1e-9))
    assert golden.moved(before, after) == []


def test_numbers_are_kept_and_compared_with(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(golden, "FOLDER", tmp_path / "golden")
    shifts = iter([0.0, 0.0, 0.5, 0.0])
    monkeypatch.setattr(
        golden, "measure", lambda act: golden.numbers(columns(next(shifts)))
    )
    golden.main([])
    assert golden.read("fall")["numbers"] == golden.numbers(columns())
    capsys.readouterr()
    golden.main(["--dry"])
    told = capsys.readouterr().out
    assert told.startswith("fall:\n  day median: 2.0 -> 2.5")
    assert told.endswith("liberation:\n  unchanged\n")
    assert golden.read("fall")["numbers"] == golden.numbers(columns())
