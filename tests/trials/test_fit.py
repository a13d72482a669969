"""The fit: only the listed rows, resumable, written with what it was made from."""

from dataclasses import replace

import numpy as np
import pytest

from refight.errors import UsageError
from refight.trials import fit as fitting
from refight.trials.battles import Record, read_battles
from refight.trials.coefficients import (
    Coefficients,
    as_shipped,
    pool,
    read_fit,
    rows_of,
    shipped,
    to_json,
)
from refight.trials.fight import Fought
from refight.trials.forecasts import Forecasts, Samples, read_forecasts, write_forecasts
from refight.trials.score import Truth
from tests.trials import invented

PLAN = fitting.Plan(rounds=2, candidates=4, elite=3, refights=4)


@pytest.fixture(scope="module")
def battles(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    return read_battles(invented.write(folder, invented.rows(12)))


@pytest.fixture(scope="module")
def kept(battles, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kept")
    listed = battles.of_ids(tuple(range(1, 9)))
    return folder, fitting.fit(listed, PLAN, folder=folder)


def test_a_fit_depends_on_no_other_row(battles, kept):
    nothing = Record(1, 1.0, 1.0, None, None, 99.0)
    others = tuple(
        nothing if each.id > 8 else record
        for each, record in zip(battles.inputs, battles.records, strict=True)
    )
    listed = replace(battles, records=others).of_ids(tuple(range(1, 9)))
    again = fitting.fit(listed, PLAN, folder=kept[0])
    assert to_json(again) == to_json(kept[1])


def test_a_fit_goes_on_from_what_is_kept(battles, kept, monkeypatch):
    def refuse(*_):
        raise AssertionError("refought although kept")

    monkeypatch.setattr(fitting, "fight", refuse)
    listed = battles.of_ids(tuple(range(1, 9)))
    assert to_json(fitting.fit(listed, PLAN, folder=kept[0])) == to_json(kept[1])
    with pytest.raises(AssertionError):
        fitting.fit(battles.of_ids((1, 2)), PLAN, folder=kept[0])


def test_a_candidate_is_known_wherever_the_package_stands(battles, monkeypatch):
    scores = np.zeros(len(fitting.FREE))
    here = fitting._key(battles.inputs, scores, PLAN)
    moved = {n: replace(e, where="elsewhere") for n, e in shipped().estimates.items()}
    monkeypatch.setattr(fitting, "shipped", lambda: Coefficients(moved))
    assert fitting._key(battles.inputs, scores, PLAN) == here
    rate = replace(moved["loss.attacker"], best=0.2)
    other = {**moved, "loss.attacker": rate}
    monkeypatch.setattr(fitting, "shipped", lambda: Coefficients(other))
    assert fitting._key(battles.inputs, scores, PLAN) != here


@pytest.mark.parametrize("damage", ["words", "another array", "other battles"])
def test_a_damaged_file_is_made_again(battles, kept, damage):
    path = next(kept[0].glob("*.npz"))
    if damage == "words":
        path.write_bytes(b"not an archive")
    elif damage == "another array":
        with path.open("wb") as file:
            np.save(file, np.ones(3))
    else:
        names = Fought.__dataclass_fields__
        np.savez(path, **{name: np.ones((2, 4)) for name in names})
    listed = battles.of_ids(tuple(range(1, 9)))
    assert to_json(fitting.fit(listed, PLAN, folder=kept[0])) == to_json(kept[1])


def test_a_fit_says_what_it_was_made_from_and_is_read_back(kept, tmp_path):
    path = tmp_path / "fit.json"
    path.write_text(to_json(kept[1]))
    found = read_fit(path)
    assert found.made_from["battles"] == list(range(1, 9))
    assert found.made_from["plan"]["refights"] == 4
    assert to_json(found) == to_json(kept[1])
    path.write_text('{"members": []}')
    with pytest.raises(UsageError, match="fit in JSON"):
        read_fit(path)


def test_zero_scores_are_the_shipped_ranges():
    found = fitting.ranges([0.0] * len(fitting.FREE))
    base = as_shipped().members[0].estimates
    for name, each in found.items():
        own = base[name]
        assert each == pytest.approx((own.low, own.best, own.high))


def test_scores_move_the_middle_and_the_reach():
    middle = [0.0] * len(fitting.FREE)
    middle[0] = 1.0
    wide = list(middle)
    wide[1] = 1.0
    base = fitting.ranges(middle)["loss.attacker"]
    wider = fitting.ranges(wide)["loss.attacker"]
    assert base[1] == pytest.approx(wider[1])
    assert wider[0] < base[0] and wider[2] > base[2]


def test_the_spread_of_records_is_found_again():
    chance = np.random.default_rng(4)
    drawn = Samples(
        np.zeros((5, 900, 30)), chance.standard_normal((5, 900, 30)), (0, 0)
    )
    seen = Truth(np.zeros(900), 0.6 * chance.standard_normal((900, 6)))
    found = fitting.record_spread(drawn, seen, (0, 1), "trial.record.error")
    assert found == (0.6, 0.6, 0.6)
    nothing = Truth(np.zeros(9), np.full((9, 6), np.nan))
    assert fitting.record_spread(drawn, nothing, (2,), "trial.record.error")[1] == 0.3


def test_records_read_with_error_stand_about_what_came():
    true = np.ones((5, 2, 3000))
    noise = np.random.default_rng(4).standard_normal((5, 2, 3000))
    drawn = Samples(true, noise, (0.3, 0.8))
    assert drawn.came == pytest.approx(np.stack([true[0], 0 * true[0]]))
    spread = drawn.parts.std(axis=2)
    assert spread[[0, 2, 3], 0] == pytest.approx([0.3, 0.8, 0.3 * 2**0.5], rel=0.05)
    assert drawn.parts[4:].min() >= 0


def test_draws_of_a_battle_are_its_own_and_all_different():
    rows = rows_of(7, 1, 200)
    assert len(set(rows.tolist())) == 200
    assert rows_of(7, 1, 20).tolist() == rows[:20].tolist()
    assert rows_of(8, 1, 20).tolist() != rows[:20].tolist()
    assert len(pool(as_shipped().members[0], 1).param) > 1000


def test_a_table_of_forecasts_is_read_back(tmp_path):
    marks = np.sort(np.random.default_rng(1).random((2, 6, 5)) * 100, axis=2)
    made = Forecasts((5, 3), np.array([0.25, 0.75]), marks)
    write_forecasts(made, tmp_path / "p.csv")
    found = read_forecasts(tmp_path / "p.csv").of([3, 5])
    assert found.won.tolist() == [0.75, 0.25]
    assert found.quantiles[1] == pytest.approx(marks[0], rel=1e-5)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: t.replace("0.25", "1.25"), "p_win from 0 to 1"),
        (lambda t: t.replace("0.25", "nan"), "p.csv:2"),
        (lambda t: t.replace("\n3,", "\n5,"), "each id once"),
        (lambda t: t.replace("0.25,", ","), "p_win"),
        (lambda t: t.replace("adv_q50", "advance"), "adv_q50"),
    ],
)
def test_a_table_that_is_none_is_refused(tmp_path, change, said):
    path = tmp_path / "p.csv"
    write_forecasts(Forecasts((5, 3), np.array([0.25, 0.75]), np.ones((2, 6, 5))), path)
    path.write_text(change(path.read_text()))
    with pytest.raises(UsageError) as raised:
        read_forecasts(path)
    assert said in raised.value.message()


def test_fought_keeps_the_asked_battles():
    rows = np.arange(6.0).reshape(3, 2)
    found = Fought(rows, rows, rows, rows, rows).of(np.array([True, False, True]))
    assert found.advance.tolist() == [[0.0, 1.0], [4.0, 5.0]]
