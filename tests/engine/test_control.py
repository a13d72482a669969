import pytest

from tests.engine.game import alone, put, start
from tests.engine.plainly import control, toy
from tests.engine.plainly import system as code

TOWN = 0


@pytest.mark.parametrize(
    ("arm", "counts"), [(code.INFANTRY, True), (code.ARMOUR, False)]
)
def test_only_the_arms_asked_for_count_as_having_reached(arm, counts):
    sys, st = start()
    alone(sys, st, 0)
    sys.unit[0, code.U_ARM] = arm
    put(sys, st, 0, toy.cell_at(8, 5))
    mask = 1 << code.INFANTRY | 1 << code.COMMANDO
    assert control.reached(sys, st, TOWN, 0, mask) == counts
