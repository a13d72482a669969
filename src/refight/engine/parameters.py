"""Names of the engine's parameters, in the order of the array `System.param`.

Each is an estimate of the same name (claims or *assumption*); a side may have its own,
named `<parameter>.<side>`. Array: `(parameter, S)`.
"""

PARAMETERS: tuple[str, ...] = (
    "speed.foot",  # metres per step on firm ground
    "speed.motor",  # metres per step on firm ground
    "speed.night",  # factor on speed at night, motor
    "speed.opposed",  # factor on the cost of moving next to the enemy
    "cost.cultivated",  # factor on the cost of a cell, open ground = 1
    "cost.marsh",
    "cost.town",
    "cost.road",  # factor along a paved road
    "cost.dike",  # extra, in open cells
    "cost.minor",  # extra, foot over a minor obstacle
    "cost.mines",  # extra at full density
    "frontage",  # power that can attack over one km of front, open ground
    "frontage.town",  # the same in built-up ground
    "weight.tank",  # a tank in riflemen, open ground
    "weight.tank_town",
    "weight.carrier",
    "weight.gun",  # a gun's support in riflemen
    "weight.crew",  # men of armour, guns and engineers as riflemen
    "arms.popular",  # share of popular forces that is armed and led
    "cover.cultivated",  # defender's power factor
    "cover.suburb",
    "cover.town",
    "cover.marsh",
    "cover.works",  # extra per level of works
    "cover.river",  # extra when attacked over a minor obstacle or river
    "combined.arms",  # 0 apart, 1 together
    "night.attack",  # factor on the attacker's power at night, infantry
    "night.armour",  # the same for tanks
    "surprise",  # share of this side's power missing at first, as defender
    "surprise.days",
    "loss.attacker",  # share of engaged attackers per day at even odds
    "loss.defender",  # share of engaged defenders per day at even odds
    "loss.contact",  # share of men lost per day next to the enemy, no assault
    "loss.exponent",  # how losses follow the odds (Helmbold)
    "loss.noise",  # sigma of the lognormal engagement noise
    "loss.cover",  # how far cover spares the defender's men, 0..1
    "loss.tanks",  # tanks lost per share of men lost
    "loss.tanks_town",  # the same, without infantry in a town
    "killed.share",  # killed per killed and wounded
    "push.odds",  # odds at which a push succeeds half the time
    "push.slope",
    "push.town",  # factor on the chance in built-up ground
    "push.shock",  # cohesion lost when driven back
    "assault.odds",  # believed odds required before an assault
    "cohesion.start",
    "cohesion.loss",  # cohesion lost per share of men lost
    "cohesion.rest",  # share of the gap recovered per step at rest
    "cohesion.break",  # below this a unit gives way
    "cohesion.cut",  # lost per step when cut off
    "cohesion.hunger",  # lost per step with empty stocks
    "cohesion.surrender",  # below this a cut-off unit may give up
    "cohesion.halt",  # mean cohesion of attackers at which a phase has failed
    "surrender.vehicles",  # share of its vehicles that the enemy takes fit for use
    "surrender.rate",  # chance per step of giving up when it may
    "supply.days",  # stock at the start, days
    "supply.fight",  # days' supply used per day of fighting
    "supply.range",  # km of ordinary ground from a depot
    "supply.hungry",  # factor on power with empty stocks
    "supply.crossing",  # persons a day that a bridge can feed
    "guns.range",  # metres
    "guns.rate",  # casualties per gun per day on troops in the open
    "guns.ammunition",  # share of days with ammunition for full fire
    "air.sorties",  # ground attack sorties a day
    "air.losses",  # casualties per sortie
    "mines.loss",  # share of men lost crossing full density
    "works.rate",  # levels a day dug by troops that hold
    "belief.start",  # believed share of the enemy's true strength
    "belief.learn",  # share of the error corrected per day of contact
    "belief.noise",  # sigma of day-to-day error
    "reserve.odds",  # believed odds below which reserves are released
    "reserve.stall",  # days without progress before that is asked
    "command.delay",  # mean days from a new phase to its orders taking effect
    "command.refusal",  # chance that a group does not act on an attack order
    "command.sharing",  # share of guns given to another component
    "bridge.hours",  # to build a bridge
    "bridge.boats",  # hours until boats ferry infantry
    "plan.held",  # share of an objective that must be held for success
    "retreat.hold",  # factor on the chance to be driven back for troops told to hold
    "stacking",  # riflemen-equivalents that fit a cell per km2
    "town.local",  # factor for troops who know the town, on their power there
)

INDEX = {name: i for i, name in enumerate(PARAMETERS)}
