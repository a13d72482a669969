"""Causes: what an account gives as reasons, and the worlds without them.

Reads causes.yaml of the campaign, where a cause is a lever at the level that was.
Returns `Causes` of one act, in a fixed order that is the bit order of its worlds: bit i
of a world's number is 1 where cause i is as it was, so the last world is the act as
it was and world 0 lacks every cause. Leaves out what the causes do (see `factorial`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from refight.errors import ScenarioError, UsageError, suggest
from refight.files import campaign_path, load_yaml
from refight.scenario.model import Lever, Scenario

NAME = "causes.yaml"


@dataclass(frozen=True)
class Cause:
    """One stated cause: a lever, and the level at which it is taken away."""

    id: str
    lever: Lever
    without: str
    rows: tuple[int, ...]
    also: tuple[str, ...] = ()  # other names under which it is asked for
    beside: tuple[str, ...] = ()  # other levels shown on its page

    @property
    def absent_words(self) -> str:
        """Say what its absence means."""
        return self.lever.levels[self.without].words.strip()


@dataclass(frozen=True)
class Group:
    """Causes that cannot be told apart, and why."""

    id: str
    causes: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Causes:
    """The causes of one act, in the bit order of its worlds."""

    act: str
    causes: tuple[Cause, ...]
    groups: tuple[Group, ...]
    scales: tuple[str, ...]
    refights: int

    @property
    def names(self) -> tuple[str, ...]:
        """Name the causes in bit order."""
        return tuple(each.id for each in self.causes)

    def choices(self, world: int) -> dict[str, str]:
        """Give the levers of one world that are not as they were."""
        return {
            each.lever.id: each.without
            for bit, each in enumerate(self.causes)
            if not world >> bit & 1
        }

    def worlds(self) -> tuple[dict[str, str], ...]:
        """Give the levers of every world, by its number."""
        return tuple(self.choices(world) for world in range(2 ** len(self.causes)))

    def groups_of(self, cause: str) -> tuple[Group, ...]:
        """List the groups that a cause belongs to."""
        return tuple(each for each in self.groups if cause in each.causes)

    def index(self, name: str) -> int:
        """Find a cause. Raises UsageError with the nearest name."""
        if name in self.names:
            return self.names.index(name)
        hint = suggest(name, self.names)
        raise UsageError(f"a cause of the {self.act}", f'"{name}"', hint=hint)


def causes_of(scenario: Scenario) -> Causes:
    """Read the stated causes of an act.

    Raises ScenarioError for an act without causes, or a lever that is not there (an
    act as told lacks some).
    """
    data = stated()["acts"]
    if scenario.id not in data:
        hint = suggest(scenario.id, data)
        raise ScenarioError("an act with stated causes", scenario.id, NAME, hint)
    said = data[scenario.id]
    levers = {each.id: each for each in scenario.levers}
    found = tuple(_cause(name, each, levers) for name, each in said["causes"].items())
    return Causes(
        act=scenario.id,
        causes=found,
        groups=tuple(
            Group(name, tuple(each["causes"]), each["why"].strip())
            for name, each in said["inseparable"].items()
        ),
        scales=tuple(said["scales"]),
        refights=int(stated()["refights"]),
    )


def acts_with(name: str) -> dict[str, str]:
    """Give act -> cause for every act that states a cause of this name.

    Raises UsageError with the nearest name.
    """
    found: dict[str, str] = {}
    known: list[str] = [*stated()["order"]]
    for act, said in stated()["acts"].items():
        for cause, each in said["causes"].items():
            known += [cause, *each.get("also", ())]
            if name in (cause, *each.get("also", ())):
                found[act] = cause
    if not found:
        hint = suggest(name, dict.fromkeys(known))
        raise UsageError("a cause that the account states", f'"{name}"', hint=hint)
    return found


@cache
def stated() -> Mapping[str, Any]:
    """Read the campaign's file of causes."""
    from refight.ensemble.refight import CAMPAIGN

    return dict(load_yaml(campaign_path(CAMPAIGN) / NAME, ScenarioError)[0])


def _cause(name: str, said: Mapping[str, Any], levers: Mapping[str, Lever]) -> Cause:
    if name not in levers:
        hint = suggest(name, levers)
        raise ScenarioError("a lever of the act", f'"{name}"', NAME, hint)
    lever = levers[name]
    return Cause(
        id=name,
        lever=lever,
        without=said.get("without", lever.absent),
        rows=tuple(said["rows"]),
        also=tuple(said.get("also", ())),
        beside=tuple(said.get("beside", ())),
    )
