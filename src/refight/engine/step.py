"""One step of six hours: the processes in order, on one page.

1 arrivals and orders, 2 intelligence, 3 supply, 4 movement, 5 combat, 6 cohesion,
7 control and record. `key` is (seed, replicate).
"""

from refight.compiler import kernel
from refight.engine.process.cohesion import cohesion
from refight.engine.process.combat import combat
from refight.engine.process.control import control
from refight.engine.process.intelligence import look
from refight.engine.process.movement import movement
from refight.engine.process.orders import take_orders
from refight.engine.process.supply import supply
from refight.engine.system import Key, State, System

PROCESSES = (
    ("arrivals and orders", "reinforcements; phases begin and end; orders and delays"),
    ("intelligence", "beliefs close on the truth; stalled attacks release reserves"),
    ("supply", "routes, capacity of crossings, stocks"),
    (
        "movement",
        "cost fields, stacking, nearness of the enemy, mines; assaults declared",
    ),
    ("combat", "guns, aircraft, engagements; losses by cause; who is driven back"),
    ("cohesion", "losses, hunger, isolation, rest; giving way, giving up"),
    ("control and record", "who holds what; works; what is observed"),
)


@kernel
def advance_step(sys: System, st: State, step: int, key: Key) -> None:
    """Advance one replication by one step."""
    take_orders(sys, st, step, key)
    look(sys, st, step, key)
    supply(sys, st, step)
    movement(sys, st, step, key)
    combat(sys, st, step, key)
    cohesion(sys, st, step, key)
    control(sys, st, step)
