import numpy as np
import pytest

from refight.evidence.distribution import SPLIT_LOGNORMAL, Estimate
from refight.scenario.deck import CENTRAL, Deck, draw, key_of, stretch


@pytest.mark.parametrize(
    ("first", "last"), [(0, 9), (1, 3), (4, 8), (7, 300), (255, 256)]
)
def test_a_stretch_of_a_stream_is_what_the_whole_stream_has_there(first, last):
    key = key_of(1, "name")
    whole = np.random.Generator(np.random.Philox(key=key)).random(300)
    assert np.array_equal(stretch(key, first, last), whole[first:last])


def test_draws_do_not_depend_on_which_others_are_asked_for():
    estimate = Estimate(
        "men", "person", 1.0, 2.0, 4.0, SPLIT_LOGNORMAL, (), assumption="made up"
    )
    deck = Deck({"men": estimate})
    deck.ask("men", "here")
    whole = draw(deck, 1, range(50))
    assert np.array_equal(draw(deck, 1, [49, 17]), whole[[49, 17]])
    assert np.array_equal(draw(deck, 1, range(20, 30)), whole[20:30])
    mixed = draw(deck, 1, [CENTRAL, 9])
    assert np.array_equal(mixed[1], whole[9])
    assert mixed[0] == estimate.quantiles(np.array([0.5]))
    assert draw(deck, 1, []).shape == (0, 1)
