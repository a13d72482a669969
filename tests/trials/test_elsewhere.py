"""Battles refought elsewhere are the battles refought here, bit for bit."""

import pickle
from dataclasses import replace

import pytest

from refight.ensemble import abroad
from refight.ensemble.place import threads
from refight.errors import EnsembleError
from refight.trials import elsewhere
from refight.trials.battles import read_battles
from refight.trials.coefficients import as_shipped
from refight.trials.fight import Question, fight
from tests.trials import invented


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    folder = invented.write(tmp_path_factory.mktemp("data"), invented.rows(4))
    return Question(read_battles(folder).inputs, as_shipped(), 6, seed=2)


def test_elsewhere_is_here(asked):
    here, told = fight(asked, 1), []
    with threads(2) as place, abroad.at(place):
        there = fight(asked, progress=lambda *each: told.append(each))
    for name, values in vars(here).items():
        assert getattr(there, name).tobytes() == values.tobytes(), name
    assert told[-1] == (24, 24)


def test_a_part_goes_to_another_process_and_back(asked):
    part = next(elsewhere._parts(asked))
    found = elsewhere.fight_part(pickle.loads(pickle.dumps(part)))
    assert found["advance"].tolist() == fight(asked, 1).advance[0].tolist()


@pytest.mark.parametrize(
    ("change", "said"),
    [({"code": "0" * 16}, "code"), ({"made": "0" * 64}, "other numbers")],
)
def test_a_worker_with_other_code_or_arithmetic_refuses(asked, change, said):
    part = replace(next(elsewhere._parts(asked)), **change)
    with pytest.raises(EnsembleError, match=said):
        elsewhere.fight_part(part)
