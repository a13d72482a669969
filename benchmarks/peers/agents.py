"""Agents: the rules of `rules` as a model of Mesa, an agent for each unit.

Written as Mesa's pages show: cells connected to their neighbours, agents that stand in
cells, a step that activates them stage by stage. It draws from the model's own random
generator, as a user of Mesa would; with `keyed` it takes the draws of `rules`, so that
both can be held against each other exactly.
"""

import heapq
import math
from typing import Any

import numpy as np
from mesa import Model
from mesa.discrete_space import Cell, CellAgent
from numpy.typing import NDArray

from benchmarks.peers import chance
from benchmarks.peers import rules as ru
from benchmarks.peers.scene import NOWHERE, WAYS, Scene


class Unit(CellAgent):
    """One unit; `cell` is none before its arrival and after its end."""

    def __init__(self, model: "Campaign", number: int) -> None:
        """Take a unit's numbers from the scene."""
        super().__init__(model)
        sc = model.sc
        self.number, self.side = number, int(sc.side[number])
        self.start = model.cells[int(sc.start[number])]
        self.arrival, self.quality = int(sc.arrival[number]), float(sc.quality[number])
        self.men, self.morale = float(sc.men[number]), 1.0
        self.fed, self.gone, self.points = True, False, 0
        self.loss, self.paid = 0.0, 0
        self.wish: Any = None
        self.cell: Any = None

    def arrive(self) -> None:
        """Wish for the place of arrival when the time has come."""
        due = self.cell is None and not self.gone and self.model.t >= self.arrival
        free = due and not self.foes(self.start)
        self.wish = self.start if free else None

    def foes(self, cell: Any) -> list[Any]:
        """List the enemies in a cell."""
        return [each for each in cell.agents if each.side != self.side]

    def watched(self, cell: Any) -> bool:
        """Tell whether an enemy stands beside a cell."""
        return any(self.foes(near) for near in cell.connections.values())

    def propose(self, turn: int) -> None:
        """Wish for the way that leads nearest to the objective."""
        self.wish = None
        if self.cell is None:
            return
        field = self.model.field[self.side][self.model.phase]
        watched = self.watched(self.cell)
        least = field[self.cell.number]
        for way, near in self.cell.connections.items():
            if field[near.number] >= least or self.cell.cost[way] > self.points:
                continue
            if self.foes(near) or (watched and self.watched(near)):
                continue
            least = field[near.number]
            self.wish, self.paid = near, self.cell.cost[way]
        wishes = self.wish is not None
        if wishes and self.model.uniform(self.number, ru.MOVE + turn) < ru.FRICTION:
            self.wish = None

    def fire(self) -> None:
        """Work out the men lost to the enemies around."""
        self.loss = 0.0
        if self.cell is None or not self.watched(self.cell):
            return
        cells = self.cell.connections.values()
        against = sum(sum(foe.power for foe in self.foes(each)) for each in cells)
        own = sum(e.power for e in self.cell.agents if e.side == self.side)
        ratio = min(against / own, ru.MOST_RATIO)
        z = self.model.normal(self.number, ru.FIRE)
        noise = math.exp(ru.SPREAD * z - 0.5 * ru.SPREAD**2)
        self.loss = min(ru.LOSS * ratio * self.cell.cover * noise, ru.MOST_LOSS)

    @property
    def power(self) -> float:
        """Give what counts in a fight."""
        return self.men * self.quality * (1.0 if self.fed else 0.5)

    def suffer(self) -> None:
        """Lose the men and the heart that the fight cost."""
        if self.loss > 0.0:
            self.men *= 1.0 - self.loss
            self.morale -= ru.SHOCK * self.loss + (0.0 if self.fed else ru.HUNGRY)
            if self.men < ru.LEAST or self.morale < ru.BROKEN:
                self.cell, self.gone = None, True

    def yield_ground(self) -> None:
        """Wish for a way back over own ground."""
        self.wish = None
        if not self.shaken:
            return
        home = self.model.home[self.side]
        least = home[self.cell.number] + 1
        for near in self.cell.connections.values():
            if near.control != self.side or home[near.number] >= least:
                continue
            if not self.foes(near) and not self.watched(near):
                least = home[near.number]
                self.wish = near

    @property
    def shaken(self) -> bool:
        """Tell whether the unit cannot stay."""
        hurt = self.cell is not None and self.loss > 0.0
        return hurt and self.morale < ru.SHAKEN

    def settle(self) -> None:
        """Take the ground stood on, and rest out of contact."""
        if self.cell is not None:
            self.cell.control = self.side
            if not self.watched(self.cell):
                rest = ru.RALLY if self.fed else -ru.TIRED
                self.morale = min(1.0, max(0.0, self.morale + rest))


class Campaign(Model):
    """The scene as a model."""

    def __init__(self, sc: Scene, seed: int, replicate: int, keyed: bool) -> None:
        """Build cells and units."""
        super().__init__(seed=seed * 1_000_003 + replicate)
        self.sc, self.key, self.keyed, self.t = sc, (seed, replicate), keyed, 0
        self.field, self.home = sc.field.tolist(), sc.home.tolist()
        self.cells = [Cell((i,), random=self.random) for i in range(sc.cover.size)]
        for number, cell in enumerate(self.cells):
            cell.number, cell.control = number, int(sc.control[number])
            cell.cover, cell.cost = float(sc.cover[number]), sc.cost[number].tolist()
            for way in range(WAYS):
                near = int(sc.neighbour[number, way])
                if near != NOWHERE:
                    cell.connect(self.cells[near], way)
        self.units = [Unit(self, number) for number in range(sc.side.size)]
        self.own = [self.agents.select(lambda u, s=s: u.side == s) for s in range(2)]

    @property
    def phase(self) -> int:
        """Give the number of the phase."""
        return int(self.t * 3 // self.sc.steps[0])

    def uniform(self, unit: int, purpose: int) -> float:
        """Draw a number between 0 and 1."""
        if self.keyed:
            return float(chance.uniform(*self.key, self.t, unit, purpose))
        return float(self.random.random())

    def normal(self, unit: int, purpose: int) -> float:
        """Draw a standard normal number."""
        if self.keyed:
            return float(chance.normal(*self.key, self.t, unit, purpose))
        return float(self.random.gauss(0.0, 1.0))

    def admit(self, side: int) -> None:
        """Let a side's units go where they wish, in order, while there is room."""
        asked: dict[int, int] = {}
        for unit in self.own[side]:
            if unit.wish is not None:
                number = unit.wish.number
                asked[number] = asked.get(number, 0) + 1
                if len(unit.wish.agents) + asked[number] > ru.LIMIT:
                    unit.wish = None
        for unit in self.own[side]:
            if unit.wish is not None:
                unit.cell = unit.wish

    def supply(self) -> None:
        """Spread from each side's depot over its own ground."""
        for side in range(2):
            reached = self.reached(side)
            for unit in self.own[side]:
                if unit.cell is not None:
                    unit.fed = unit.cell.number in reached

    def reached(self, side: int) -> set[int]:
        """List the cells within reach of a depot (Dijkstra)."""
        depot = self.cells[int(self.sc.depot[side])]
        waiting = [(0, depot.number)] if depot.control == side else []
        done: set[int] = set()
        while waiting:
            paid, number = heapq.heappop(waiting)
            if number in done:
                continue
            done.add(number)
            cell = self.cells[number]
            for way, near in cell.connections.items():
                total = paid + cell.cost[way]
                free = near.control == side and near.number not in done
                if free and total <= ru.RANGE:
                    heapq.heappush(waiting, (total, near.number))
        return done

    def advance(self) -> None:
        """Move twice, sides in turn."""
        for unit in self.units:
            unit.points = ru.POINTS if unit.fed else ru.HUNGRY_POINTS
        for turn in range(2):
            for i in range(2):
                side = (self.t + i) % 2
                self.own[side].do("propose", turn)
                self.admit(side)
                for unit in self.own[side]:
                    if unit.wish is not None:
                        unit.points -= unit.paid

    def retreat(self) -> None:
        """Take the shaken back; who cannot go loses more men."""
        shaken = [unit for unit in self.units if unit.shaken]
        self.agents.do("yield_ground")
        for side in range(2):
            self.admit(side)
        for unit in shaken:
            if unit.wish is not None:
                unit.morale += ru.RELIEF
            else:
                unit.men *= ru.PRESSED

    def step(self) -> None:
        """Do one step, stage by stage."""
        self.agents.do("arrive")
        for side in range(2):
            self.admit(side)
        if self.t % ru.SUPPLY_EVERY == 0:
            self.supply()
        self.advance()
        for stage in ("fire", "suffer"):
            self.agents.do(stage)
        self.retreat()
        self.agents.do("settle")

    def numbers(self) -> list[float]:
        """Give the record of a step."""
        here = [unit for unit in self.units if unit.cell is not None]
        men = [sum(unit.men for unit in here if unit.side == s) for s in range(2)]
        held = sum(cell.control == 0 for cell in self.cells)
        return [*men, float(held), float(len(here))]


def many(
    sc: Scene, seed: int, first: int, count: int, keyed: bool = False
) -> NDArray[np.float64]:
    """Refight replications `first` and on; returns the record, (R, T, 4)."""
    out = np.empty((count, int(sc.steps[0]), 4))
    for i in range(count):
        model = Campaign(sc, seed, first + i, keyed)
        for t in range(int(sc.steps[0])):
            model.t = t
            model.step()
            out[i, t] = model.numbers()
    return out
