"""The engine on invented battles: what goes in, what comes out, that wrong is seen."""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from refight.engine import at
from refight.engine import system as sy
from refight.trials import assess, battlefield, strip
from refight.trials.battles import Battle, Force, Record, read_battles
from refight.trials.coefficients import Fit, as_shipped, pool, shipped
from refight.trials.fight import Question, fight
from refight.trials.forecasts import forecasts, samples
from refight.trials.verdict import Verdict
from tests.trials import invented

REAL = os.environ.get("REFIGHT_CDB90", "")
RATES = ("loss.attacker", "loss.defender", "loss.contact", "guns.rate", "air.losses")


@pytest.fixture(scope="module")
def battles(tmp_path_factory):
    """Invented battles whose outcomes are one refight each of a sharp engine."""
    folder = tmp_path_factory.mktemp("data")
    found = read_battles(invented.write(folder, invented.rows(48)))
    came = fight(Question(found.inputs, sharp(), 1, seed=99))
    drawn = samples(found.inputs, came, sharp(), seed=99)
    rule = Verdict.of(shipped()).rule
    odds = rule[1] * drawn.came[0, :, 0] + rule[2] * drawn.came[1, :, 0]
    records = [
        Record(int(won), a, d, None, None, kilometres)
        for won, a, d, kilometres in zip(
            odds > np.median(odds), came.attacker_lost[:, 0],
            came.defender_lost[:, 0], np.sinh(drawn.parts[2, :, 0]), strict=True,
        )
    ]  # fmt: skip
    return replace(found, records=tuple(records))


def sharp(factor=1.0):
    """Give coefficients with narrow ranges, so that few battles tell; losses scaled."""
    ranges = {
        "trial.quality.spread": (0.3, 0.3, 0.3),
        "trial.quality.selection": (0.0, 0.0, 0.0),
    }
    for name in RATES:
        best = factor * shipped().best(name)
        ranges[name] = (0.8 * best, best, 1.25 * best)
    return Fit((shipped().with_ranges(ranges),), {})


def foretold(battles, fit, inputs=None):
    asked = Question(inputs or battles.inputs, fit, 40, seed=5)
    return forecasts(asked.battles, fight(asked), fit)


def swapped(battle):
    return replace(battle, attacker=battle.defender, defender=battle.attacker)


def test_a_wrong_engine_scores_visibly_worse(battles):
    right = foretold(battles, sharp())
    hot = assess.difference(battles, right, foretold(battles, sharp(2.0)), "doubled")
    assert hot.parts["att_cas"].high < 0
    assert hot.parts["def_cas"].high < 0
    turned = tuple(map(swapped, battles.inputs))
    other = foretold(battles, sharp(), turned)
    wrong = assess.difference(battles, right, other, "swapped")
    assert wrong.log_loss.high < 0


def test_refights_do_not_depend_on_threads_or_company(battles):
    few = battles.inputs[:3]
    alone = fight(Question(few[:1], as_shipped(), 6), threads=1)
    both = fight(Question(few, as_shipped(), 6), threads=2)
    assert np.array_equal(alone.advance[0], both.advance[0])
    assert np.array_equal(alone.attacker_lost[0], both.attacker_lost[0])


def test_outcomes_are_no_input(battles, tmp_path):
    made = invented.rows(4)
    blank = [
        {**row, "result": "", "attacker_won": "", "attacker_casualties": "",
         "defender_casualties": "", "advance_km_per_day": "", "name": "",
         "campaign_group": "", "family_id": ""}
        for row in made
    ]  # fmt: skip
    whole = read_battles(invented.write(tmp_path / "a", made))
    empty = read_battles(invented.write(tmp_path / "b", blank))
    assert whole.inputs == empty.inputs


def field_of(**given):
    base = Battle(
        id=7, year=1944, attacker=Force(9000, 60, 48), defender=Force(5000, 0, 24),
        posture=("fortified",), ground=(("rolling", "mixed", ""),), width_km=8.0,
        wet="dry", sky="sunny", temperature="hot", season="summer", scheme="frontal",
        air=1.0, days=2.0, surprise=2.0,
    )  # fmt: skip
    return battlefield.fields_of(replace(base, **given))


def drawn(field, **given):
    return field.system(pool(shipped(), 1).row(0), **given)


def test_the_strip_carries_its_share_of_men_tanks_and_guns():
    (field,) = field_of()
    system = drawn(field)
    side = system.unit[:, sy.U_SIDE]
    assert field.columns == 4 and field.share == pytest.approx(0.5)
    assert system.men[side == 0].sum() == pytest.approx(4500, abs=8)
    assert system.men[side == 1].sum() == pytest.approx(2500, abs=8)
    assert system.vehicles[side == 0, sy.TANKS].sum() == pytest.approx(30, abs=4)
    assert system.vehicles[side == 0, sy.PIECES].sum() == 24
    assert system.clock[0] == 8


def in_line(field, side):
    """Give the share of a side's men who do not stand behind."""
    system = drawn(field)
    own = system.unit[:, sy.U_SIDE] == side
    line = own & (system.unit[:, sy.U_ARM] != sy.ARTILLERY)
    return system.men[line].sum() / system.men[own].sum()


def test_the_tail_and_those_who_serve_tanks_and_guns_stand_behind():
    few = Force(9000, 0, 0)
    (plain,) = field_of(attacker=few)
    tail = pool(shipped(), 1).row(0).own["trial.tail"]
    assert in_line(plain, 0) == pytest.approx(1 - tail, abs=0.01)
    (heavy,) = field_of(attacker=replace(few, tanks=300))
    served = 300 * battlefield.SERVE["tanks"] / 9000
    assert in_line(heavy, 0) == pytest.approx((1 - tail) * (1 - served), abs=0.01)
    (absurd,) = field_of(attacker=replace(few, tanks=3000))
    assert in_line(absurd, 0) == pytest.approx(battlefield.LINE, abs=0.01)


def test_posture_sets_works_and_stance():
    levels = {}
    for posture in ("hasty", "prepared", "fortified", "delay"):
        (field,) = field_of(posture=(posture,))
        system = drawn(field)
        levels[posture] = system.works.max()
        stance = system.order[1, 0, 0, sy.O_STANCE]
        assert stance == (sy.DELAY if posture == "delay" else sy.HOLD)
    assert levels["delay"] == 0 < levels["hasty"] < levels["prepared"]
    assert levels["prepared"] <= levels["fortified"]


def test_two_postures_take_turns():
    fields = field_of(posture=("prepared", "withdrawal"))
    assert [each.posture for each in fields] == ["prepared", "withdrawal"]


def test_surprise_is_used_when_asked_for_only():
    (field,) = field_of()
    assert drawn(field).param[at.SURPRISE].tolist() == [0.0, 0.0]
    told = drawn(field, surprise=True).param[at.SURPRISE]
    assert told[0] == 0.0 < told[1]


def test_air_superiority_turns_sorties_and_nobody_flies_in_heavy_weather():
    (field,) = field_of()
    one, other = drawn(field).param[at.AIR_SORTIES]
    assert one > other > 0
    (field,) = field_of(sky="heavy")
    assert drawn(field).param[at.AIR_SORTIES].tolist() == [0.0, 0.0]


def test_everything_blank_can_still_be_refought():
    nothing = Force(None, None, None)
    fields = field_of(
        attacker=nothing, defender=nothing, ground=(), width_km=None, air=None,
        days=None, wet="", sky="", surprise=None,
    )  # fmt: skip
    found = fight(Question((fields[0].battle,), as_shipped(), 3))
    assert np.isfinite(found.attacker_lost).all()


def test_cells_of_the_strip_are_neighbours_of_each_other():
    near = strip.neighbours(3, 5)
    for cell, others in enumerate(near):
        for other in others[others >= 0]:
            assert cell in near[other]


@pytest.mark.skipif(not REAL, reason="REFIGHT_CDB90 names no folder")
def test_real_rows_can_be_refought():
    found = read_battles(Path(REAL))
    few = found.chosen(n % 20 == 0 for n in range(len(found.inputs)))
    made = forecasts(
        few.inputs, fight(Question(few.inputs, as_shipped(), 20)), as_shipped()
    )
    assert ((made.won > 0) & (made.won < 1)).all()
    assert (np.diff(made.quantiles, axis=2) >= 0).all()
