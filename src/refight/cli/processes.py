"""Each process of a step behind an entry of its own, to measure its share.

Kernels can be called from compiled code only; these wrappers let Python call one
process of one step. Compiled when `refight bench` first asks for them.
"""

from typing import Any

from refight.compiler import entry
from refight.engine.bind import open_state, open_system
from refight.engine.process.cohesion import cohesion
from refight.engine.process.combat import combat
from refight.engine.process.control import control
from refight.engine.process.intelligence import look
from refight.engine.process.movement import movement
from refight.engine.process.orders import take_orders
from refight.engine.process.supply import supply
from refight.engine.rollout import reset

Handle = Any


@entry
def start(system: Handle, state: Handle) -> None:
    """Put a workspace back to the start."""
    reset(open_system(system), open_state(state))


@entry
def nothing(system: Handle, state: Handle, step: int, seed: int, refight: int) -> None:
    """Do nothing: the cost of a call from Python."""
    open_system(system)
    open_state(state)


@entry
def orders(system: Handle, state: Handle, step: int, seed: int, refight: int) -> None:
    """Run process 1."""
    take_orders(open_system(system), open_state(state), step, (seed, refight))


@entry
def looking(system: Handle, state: Handle, step: int, seed: int, refight: int) -> None:
    """Run process 2."""
    look(open_system(system), open_state(state), step, (seed, refight))


@entry
def feeding(system: Handle, state: Handle, step: int, seed: int, refight: int) -> None:
    """Run process 3."""
    supply(open_system(system), open_state(state), step)


@entry
def moving(system: Handle, state: Handle, step: int, seed: int, refight: int) -> None:
    """Run process 4."""
    movement(open_system(system), open_state(state), step, (seed, refight))


@entry
def fighting(system: Handle, state: Handle, step: int, seed: int, refight: int) -> None:
    """Run process 5."""
    combat(open_system(system), open_state(state), step, (seed, refight))


@entry
def spirits(system: Handle, state: Handle, step: int, seed: int, refight: int) -> None:
    """Run process 6."""
    cohesion(open_system(system), open_state(state), step, (seed, refight))


@entry
def holding(system: Handle, state: Handle, step: int, seed: int, refight: int) -> None:
    """Run process 7."""
    control(open_system(system), open_state(state), step)


# in the order of engine.step.PROCESSES
IN_ORDER = (orders, looking, feeding, moving, fighting, spirits, holding)
