"""The declared campaign: one act as frozen, validated records.

What it is about: forces, plans by phases, policies (levers) and outcomes of one act.
What it reads: plain mappings (see `read`); what it returns: `Scenario`.
Numbers that shape a result are never written here: a scenario names estimates, which
carry claims or the word *assumption*. What may stand here as a number: dates, shares
of an order-of-battle entry, and structural counts (days, steps, resolution).
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

FORMAT = 1
Share = Annotated[float, Field(gt=0, le=1)]
Part = Annotated[float, Field(ge=0, le=1)]


class Record(BaseModel):
    """A frozen record that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SideId(StrEnum):
    """The two sides, in the order of the engine's axis `S`."""

    IRAQ = "iraq"
    IRAN = "iran"


class Arm(StrEnum):
    """What a unit fights with; the order is the engine's code."""

    INFANTRY = "infantry"
    MILITIA = "militia"
    COMMANDO = "commando"
    MECHANISED = "mechanised"
    ARMOUR = "armour"
    ARTILLERY = "artillery"
    ENGINEER = "engineer"


class Stance(StrEnum):
    """What an order asks of a group; the order is the engine's code."""

    HOLD = "hold"
    ATTACK = "attack"
    RESERVE = "reserve"
    WITHDRAW = "withdraw"
    DELAY = "delay"


class Unit(Record):
    """One unit: a share of an order-of-battle entry, placed on the map.

    Men and vehicles are those of the entry's estimate times `share`; a tank battalion
    may take another share of the tanks than of the men (`shares` gives all four).
    """

    id: str = Field(description="short name, used once in the scenario")
    name: str = Field(description="name shown to people")
    orbat: str = Field(description="id of the order-of-battle entry in the evidence")
    share: Share = Field(
        default=1.0, description="share of that entry's men and vehicles"
    )
    tank_share: Part | None = Field(
        default=None, description="share of its tanks, if other"
    )
    carrier_share: Part | None = Field(
        default=None, description="of its carriers, if other"
    )
    gun_share: Part | None = Field(
        default=None, description="share of its guns, if other"
    )
    arm: Arm = Field(description="what it fights with")
    echelon: str = Field(description="company, battalion, brigade ...")
    component: str = Field(description="army, irgc, basij, navy, gendarmerie ...")
    group: str = Field(description="the group that plans give orders to")
    quality: str = Field(description="estimate: fighting value relative to 1")
    start: str = Field(description="place id or named set of the ground")
    arrival: datetime | None = Field(
        default=None, description="when it appears; none = there at the start"
    )
    withdrawal: datetime | None = Field(
        default=None, description="when it is taken off, if ever"
    )
    local: bool = Field(default=False, description="knows the town it fights in")
    composition: dict[str, str] = Field(
        default_factory=dict,
        description="what is carried and shown without separate fighting value",
    )

    @property
    def shares(self) -> tuple[float, float, float, float]:
        """Give its shares of the entry's men, tanks, carriers and guns."""
        others = (self.tank_share, self.carrier_share, self.gun_share)
        tanks, carriers, guns = (self.share if x is None else x for x in others)
        return self.share, tanks, carriers, guns


class Order(Record):
    """What one group is told to do in one phase."""

    stance: Stance = Field(description="what is asked of the group")
    objective: str | None = Field(
        default=None, description="named set; none = in place"
    )
    released_to: str | None = Field(
        None, description="for a reserve: the set it attacks once released"
    )


class Start(Record):
    """When a phase may begin: all stated conditions must hold."""

    not_before: datetime | None = Field(default=None, description="earliest time")
    after: Literal["any", "success", "failure"] = "any"
    enemy_holds: str | None = Field(
        default=None, description="set the enemy must have taken"
    )
    pause_after_failure: str | None = Field(default=None, description="estimate, days")


class Work(Record):
    """Work on a crossing ordered in a phase."""

    crossing: str = Field(description="crossing of the ground")
    action: Literal["build", "demolish"]


class Phase(Record):
    """One phase of a side's plan; it ends by success, by failure or by its limit."""

    id: str = Field(description="short name within the plan")
    title: str = Field(description="name shown to people")
    start: Start = Start()
    objective: str | None = Field(
        default=None, description="set whose possession is success"
    )
    planned_end: datetime | None = Field(
        default=None, description="the day the plan expects"
    )
    limit: str | None = Field(
        default=None, description="estimate, days until it has failed"
    )
    orders: dict[str, Order]
    works: tuple[Work, ...] = ()
    claims: tuple[str, ...] = ()
    note: str = ""


class Plan(Record):
    """A side's plan: phases in order, made on believed strengths."""

    side: SideId = Field(description="whose plan it is")
    title: str = Field(description="name shown to people")
    phases: tuple[Phase, ...] = Field(min_length=1)
    claims: tuple[str, ...] = ()


class Level(Record):
    """One level of a lever: what it means in words, and what it changes."""

    words: str = Field(description="what this level means, in words")
    estimates: dict[str, str] = Field(
        default_factory=dict, description="estimate id -> estimate id used instead"
    )
    together: dict[str, str] = Field(
        default_factory=dict,
        description="estimate that another chosen level puts in the same place -> "
        "estimate that the two make together",
    )
    plans: dict[SideId, str] = Field(default_factory=dict)
    absent_groups: tuple[str, ...] = ()
    arrivals: dict[str, datetime] = Field(
        default_factory=dict, description="group -> arrival instead of its units' own"
    )


class Lever(Record):
    """A policy that a side could have chosen otherwise."""

    id: str = Field(description="name used in lever=level")
    title: str = Field(description="name shown to people")
    factual: str = Field(description="the level that was; it changes nothing")
    absent: str = Field(description="the level at which the policy is missing")
    levels: dict[str, Level] = Field(min_length=2)
    sentences: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _levels_are_named(self) -> "Lever":
        for name in (self.factual, self.absent):
            if name not in self.levels:
                raise ValueError(f"level {name!r} is not among {sorted(self.levels)}")
        return self


class Observable(StrEnum):
    """What the engine can observe of an outcome."""

    FIRST_REACHED = "first reached"
    FIRST_HELD = "first held"
    DAYS_BETWEEN = "days between"
    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    CAPTURED = "captured"
    ARMOUR_LOST = "armour lost"
    TANKS_LOST = "tanks lost"
    GUNS_LOST = "guns lost"
    PEAK_MEN = "peak men"
    PEAK_TANKS = "peak tanks"
    LAST_MEN = "last men"
    AREA = "area"
    NEVER_HELD = "never held"
    CROSSING_OPEN = "crossing open"
    CUT_OFF = "cut off"
    CAPTURED_SINCE = "captured since"
    CUT_OFF_MEN = "cut off men"
    ARMOUR_CAPTURED = "armour captured"
    EVER_HELD = "ever held"


class Outcome(Record):
    """One outcome: how the engine observes it, beside the record's entry."""

    id: str = Field(description="short name")
    record: str = Field(description="outcome id in the evidence")
    observable: Observable = Field(description="what is observed")
    observed_as: str = Field(
        default="",
        description="what is observed in words, where the record's name says another "
        "thing",
    )
    side: SideId | None = Field(
        default=None, description="whose losses, or who reaches/holds"
    )
    set: str | None = None
    since: str | None = Field(
        default=None, description="outcome counted from (days between)"
    )
    share: float | None = Field(
        default=None, description="share of the set to be held, 0..1"
    )
    arms: tuple[Arm, ...] = Field(
        (), description="arms that count where troops reach a set; all if none is named"
    )
    on: datetime | None = None
    scored: bool = True
    input: bool = Field(False, description="an input shown for checking, not scored")

    def title(self, recorded: str) -> str:
        """Say what is observed; `recorded` is the name of the record's entry."""
        return self.observed_as or recorded


class Depot(Record):
    """A source of supply: a place from which a side's units are fed."""

    id: str = Field(description="short name")
    side: SideId = Field(description="whom it feeds")
    place: str = Field(description="place or set of the ground")
    claims: tuple[str, ...] = ()
    assumption: str = ""


class Fallen(Record):
    """A rule for when the city has changed hands; which one is used is a switch."""

    words: str = Field(description="the rule in words")
    set: str = Field(description="set to be held")
    share: float = Field(gt=0, le=1)
    no_defenders_in: str | None = None


class Scenario(Record):
    """One act, complete."""

    format: int = Field(description="version of this format")
    id: str = Field(description="short name")
    title: str = Field(description="name shown to people")
    version: Literal["recorded", "told"]
    act: Literal["fall", "liberation"]
    evidence: str = Field(description="folder of the evidence")
    start: datetime = Field(description="first moment")
    days: int = Field(gt=0, le=366)
    attacker: SideId = Field(description="side on the offensive")
    planned_day: str | None = Field(
        default=None, description="outcome id of the planned day"
    )
    decided_by: str = Field(description="outcome id that decides the act")
    fallen: dict[str, Fallen]
    fallen_rule: str
    units: tuple[Unit, ...] = Field(min_length=2)
    left_out: dict[str, str] = Field(
        default_factory=dict, description="order-of-battle entry -> why it has no unit"
    )
    plans: dict[str, Plan]
    plan: dict[SideId, str] = Field(description="the plan each side follows")
    depots: tuple[Depot, ...]
    parameters: dict[str, str] = Field(
        default_factory=dict,
        description="engine parameter -> estimate id, for this act",
    )
    levers: tuple[Lever, ...] = ()
    outcomes: tuple[Outcome, ...]
