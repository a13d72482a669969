"""Worlds share draws and chance, are kept as they go, and go on after a stop."""

import numpy as np
import pytest

from refight.ensemble import worlds as module
from refight.ensemble.design import fresh
from refight.ensemble.refight import prepare, refight
from refight.ensemble.worlds import Worlds, kept_worlds, refight_worlds
from refight.scenario.deck import Chances, draw
from tests.ensemble.acts import SEED, ready

CHOICES = ({}, {"air-strikes": "none"}, {"preparedness": "high"})
DAY = "outcome.fall-date"


def study(choices=CHOICES, count=2, **more):
    return Worlds(ready("fall"), choices, fresh(count, SEED), **more)


def test_each_world_is_the_variant_refought_alone(tmp_path):
    found = refight_worlds(study(), folder=tmp_path)
    for row, choices in enumerate(CHOICES):
        alone = refight(prepare("fall", "recorded", choices), 2, SEED)
        for name, values in found.items():
            np.testing.assert_array_equal(values[row], alone.columns[name], name)


def test_a_world_is_laid_out_once_and_parted_between_threads(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "PART", 2)
    laid_out, by = [], set()

    class Counted(module.Runner):
        def __init__(self, *given):
            super().__init__(*given)
            laid_out.append(self)

        def __call__(self, rows):
            by.add((laid_out.index(self), tuple(rows.tolist())))
            return super().__call__(rows)

    monkeypatch.setattr(module, "Runner", Counted)
    found = refight_worlds(study(count=4), threads=2, folder=tmp_path)
    assert len(laid_out) == len(CHOICES)
    assert by == {(world, rows) for world in range(3) for rows in ((0, 1), (2, 3))}
    assert found[DAY].shape == (3, 4)


def test_what_is_kept_is_not_refought(tmp_path, monkeypatch):
    first = refight_worlds(study(), folder=tmp_path)
    assert kept_worlds(study(), tmp_path) is not None
    monkeypatch.setattr(module, "run", None)  # would raise
    seen = []
    again = refight_worlds(
        study(), folder=tmp_path, progress=lambda *each: seen.append(each)
    )
    np.testing.assert_array_equal(first[DAY], again[DAY])
    assert seen[-1] == (6, 6)


def test_a_stopped_study_goes_on_where_it_was(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "BATCH", 2)  # a world at a time
    ran, calls = module.run, []

    def stopping(*arguments, **how):
        calls.append(arguments)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return ran(*arguments, **how)

    monkeypatch.setattr(module, "run", stopping)
    with pytest.raises(KeyboardInterrupt):
        refight_worlds(study(), folder=tmp_path)
    assert kept_worlds(study(), tmp_path) is None
    refight_worlds(study(), folder=tmp_path)
    assert len(calls) == 4  # one world kept, one stopped, two to go


def test_anything_that_decides_the_numbers_changes_the_name():
    names = {
        study().digest,
        study(CHOICES[:2]).digest,
        study(count=3).digest,
        study(fixed={"loss.attacker": np.array([0.5, 0.5])}).digest,
        Worlds(ready("liberation"), ({},), fresh(2, SEED)).digest,
    }
    assert len(names) == 5


def test_a_broken_file_is_made_again(tmp_path):
    first = refight_worlds(study(CHOICES[:1]), folder=tmp_path)
    (path,) = tmp_path.glob("*.parquet")
    path.write_bytes(b"broken")
    again = refight_worlds(study(CHOICES[:1]), folder=tmp_path)
    np.testing.assert_array_equal(first[DAY], again[DAY])


def test_fixed_probabilities_stand_in_the_place_of_drawn_ones():
    deck = ready("fall").compiled.deck
    names = list(deck.own)
    column = names.index("loss.attacker")
    drawn = draw(deck, SEED, [0, 1])
    own = {"loss.attacker": np.array([0.5, 0.05])}
    fixed = Chances(SEED, (0, 1), own).values(deck)
    estimate = deck.own["loss.attacker"]
    assert fixed[:, column] == pytest.approx([estimate.best, estimate.low])
    np.testing.assert_array_equal(
        np.delete(fixed, column, axis=1), np.delete(drawn, column, axis=1)
    )
