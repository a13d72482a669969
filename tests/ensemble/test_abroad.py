"""Worlds refought elsewhere are the worlds refought here, bit for bit."""

import pickle
from dataclasses import replace

import numpy as np
import pytest

from refight.attribution.whatif import contrasted
from refight.ensemble import abroad, keep
from refight.ensemble.design import chosen, fixed, fresh
from refight.ensemble.place import threads
from refight.ensemble.worlds import Worlds, refight_worlds
from refight.errors import EnsembleError, UsageError
from tests.ensemble.acts import SEED, assert_same, ready, short

CHOICES = ({}, {"air-strikes": "none"})
FIXED = {"loss.attacker": np.array([0.1, 0.5, 0.9])}


def study(design=None, **more):
    return Worlds(ready("fall"), CHOICES, design or fresh(3, SEED, 2), **more)


@pytest.fixture(scope="module")
def place():
    with threads(2) as opened:
        yield opened


@pytest.mark.parametrize(
    "worlds",
    [study(), study(fixed=FIXED), study(chosen([7, 3, 5], SEED))],
    ids=["fresh", "fixed", "chosen"],
)
def test_elsewhere_is_here(worlds, place, tmp_path, monkeypatch):
    here = refight_worlds(worlds, folder=tmp_path / "here")
    monkeypatch.setattr(abroad, "PART", 2)
    told = []
    with abroad.at(place):
        there = refight_worlds(
            worlds, folder=tmp_path / "there", progress=lambda *each: told.append(each)
        )
    assert_same(here, there)
    assert told[-1] == (6, 6)
    parts = abroad._parts(worlds.base, CHOICES, worlds.design, worlds.fixed, False)
    sent = pickle.dumps(part := next(parts))  # as it goes to another process
    assert_same(abroad.fight_part(pickle.loads(sent)), abroad.fight_part(part))


def test_pairs_elsewhere_are_pairs_here_whole(place, tmp_path, monkeypatch):
    monkeypatch.setattr(keep, "cache_folder", lambda: tmp_path)
    base, design = ready("fall"), fresh(3, SEED)
    told = []
    with abroad.at(place):
        there = contrasted(base, CHOICES[1], design, lambda *each: told.append(each))
    again = contrasted(base, CHOICES[1], design)  # with what was kept there
    monkeypatch.setattr(keep, "cache_folder", lambda: tmp_path / "none")
    here = contrasted(base, CHOICES[1], design)
    for one in (there, again):
        assert_same(one.changed.columns, here.changed.columns)
        assert_same(one.factual.columns, here.factual.columns)
        assert one.changed.manifest.digest == here.changed.manifest.digest
    assert told[-1] == (3, 3)


def test_after_the_block_worlds_are_refought_here_again():
    with threads(1) as place:
        with abroad.at(place):
            assert abroad.HERE.get() is place
        assert abroad.HERE.get() is None


def test_an_act_that_a_worker_cannot_lay_out_alike_is_refused(tmp_path):
    worlds = replace(study(), base=short("fall"), choices=({},))
    with (
        threads(1) as place,
        abroad.at(place),
        pytest.raises(EnsembleError, match="the scenario that was planned"),
    ):
        refight_worlds(worlds, folder=tmp_path)


def test_repeated_draws_are_not_cut_into_parts(tmp_path):
    worlds = replace(study(), design=fixed(7, 3, SEED))
    with (
        threads(1) as place,
        abroad.at(place),
        pytest.raises(UsageError, match="fresh draws"),
    ):
        refight_worlds(worlds, folder=tmp_path)
