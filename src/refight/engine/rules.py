"""Rules: numbers that the engine's rules have in themselves.

They are the same in every campaign, for both sides and in every draw. No claim states
any of them: each counts as an assumption (`refight why rules` lists them). What
differs between campaigns, or is spoken of in a source, is an estimate and not a rule.
"""

from typing import NamedTuple


class Rule(NamedTuple):
    """One number, its unit (1: a plain number), and what it does."""

    name: str
    value: float
    unit: str
    does: str


# fighting power
COHESION_FLOOR = 0.3
ARMOUR_CLOSE = 0.5
RIFLEMEN_A_TANK = 10.0
ARMOUR_ALONE = 0.2
CARRIERS_TOWN = 0.5
# assaults
ODDS_LEAST = 0.05
ODDS_MOST = 20.0
LOSS_MOST = 0.4
SIDES_DEFENDED = 3.0
DELAY_PUSHED = 1.5
TRAPPED_HEART = 0.7
WORKS_LEFT = 0.5
# guns and aircraft
SHORT_OF_SHELLS = 0.25
HARASSING = 0.25
VEHICLES_HIT = 0.5
DAYLIGHT_STEPS = 2
AIR_SPREAD = 0.5
# movement
HELD_WAY = 3
GREATER_NEED = 0.5
OWN_THREAT = 0.5
LANE_LEFT = 0.5
FRONT_WAY = 5
# supply and ground
BATTALION = 250
CLAIM_STEPS = 2.0
GUARD_STEPS = 0.5
WORKS_DUG = 2.0
# cohesion
LOSS_FELT = 0.5
SPENT = 0.1
ASKED = 9
CUT_STEPS = 2
# orders
HEARING_STEPS = 4
HELD_HALF = 0.5

MEANINGS = {
    "COHESION_FLOOR": ("1", "share of its power that a unit keeps at no cohesion"),
    "ARMOUR_CLOSE": ("1", "worth of armour on covered ground beside the open"),
    "RIFLEMEN_A_TANK": ("persons", "beside each tank that keep its worth in a town"),
    "ARMOUR_ALONE": ("1", "share of its worth in a town that armour keeps alone"),
    "CARRIERS_TOWN": ("1", "worth of carriers in a town beside the open"),
    "ODDS_LEAST": ("1", "odds below which losses and the push do not change"),
    "ODDS_MOST": ("1", "odds above which losses and the push do not change"),
    "LOSS_MOST": ("1", "share of a unit that one cause takes in a step at most"),
    "SIDES_DEFENDED": ("1", "sides of a cell over which its defenders can act"),
    "DELAY_PUSHED": ("1", "factor on the chance to push troops that only delay"),
    "TRAPPED_HEART": ("1", "share of its cohesion left to a unit with no way back"),
    "WORKS_LEFT": ("1", "share of the works that serve whoever takes them"),
    "SHORT_OF_SHELLS": ("1", "fire of guns in a step without their ammunition"),
    "HARASSING": ("1", "effect of guns that support no assault"),
    "VEHICLES_HIT": ("1", "share of vehicles lost to fire for each share of men"),
    "DAYLIGHT_STEPS": ("steps", "of a day over which its sorties are spread"),
    "AIR_SPREAD": ("1", "spread of the effect of sorties (logarithms)"),
    "HELD_WAY": ("grains", "by which a way seems longer where the enemy stands on it"),
    "GREATER_NEED": ("1", "of the own defenders that a worse-held cell may have"),
    "OWN_THREAT": ("1", "weight of the own defenders where the enemy stands next"),
    "LANE_LEFT": ("1", "share of the mines left behind whoever crossed them"),
    "FRONT_WAY": ("grains", "by which a way back along the front seems longer"),
    "BATTALION": ("persons", "fewer do not go out to claim empty ground"),
    "CLAIM_STEPS": ("steps", "of foot march within which attackers claim ground"),
    "GUARD_STEPS": ("steps", "of foot march within which troops guard their ground"),
    "WORKS_DUG": ("levels", "of works that troops dig by themselves"),
    "LOSS_FELT": ("1", "cohesion that rest cannot restore for each share lost"),
    "SPENT": ("1", "share of its strength below which a unit in contact disperses"),
    "ASKED": ("times", "that a unit which sees others give up is asked in a step"),
    "CUT_STEPS": ("steps", "without a supply route after which cohesion falls"),
    "HEARING_STEPS": ("steps", "before the attackers' cohesion can end a phase"),
    "HELD_HALF": ("1", "share of a set that counts as held by the enemy"),
}


def listed() -> tuple[Rule, ...]:
    """Return every rule's number, in the order of the rules."""
    return tuple(
        Rule(name.lower().replace("_", "-"), float(globals()[name]), unit, does)
        for name, (unit, does) in MEANINGS.items()
    )
