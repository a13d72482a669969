"""Why, for numbers of an act: units, parameters, outcomes, losses.

What `why` knows (estimates, outcomes on record, formations, claims) is asked first by
its own name; here the act's own names lead there: a unit to its formation and share,
a parameter to the estimate that this act uses, an outcome to the record, a loss to
the parameters that make it. Every chain ends at claims or at the word *assumption*.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from refight.engine.parameters import PARAMETERS
from refight.errors import EvidenceError, suggest
from refight.evidence.archive import Archive
from refight.evidence.estimate import Estimate
from refight.report.lines import heading, wrap
from refight.report.losses import CAUSES, KINDS, SIDES, VEHICLES, WORDS
from refight.report.why import estimate_chain, formation_chain, why_data, why_lines
from refight.scenario.model import Observable, Scenario, Unit

# what makes losses of each cause in the engine, beside the strengths that meet
MAKERS = {
    "direct": (
        "loss.attacker",
        "loss.defender",
        "loss.exponent",
        "loss.noise",
        "loss.cover",
        "killed.share",
        "scatter",
    ),
    "guns": ("guns.rate", "guns.range", "guns.ammunition", "killed.share"),
    "mines": ("mines.loss", "killed.share"),
    "air": ("air.sorties", "air.losses", "killed.share"),
    "surrender": ("cohesion.cut", "cohesion.surrender", "surrender.rate"),
}
VEHICLE_MAKERS = ("loss.tanks", "loss.tanks_town", "surrender.vehicles")
UNTIL_DECIDED = (
    Observable.KILLED,
    Observable.WOUNDED,
    Observable.CASUALTIES,
    Observable.CAPTURED,
    Observable.CAPTURED_SINCE,
)
UNTIL = ", until two days after the act is decided."  # `outcomes.AFTERMATH`
OF_ACCOUNT = re.compile(r"[srp]\d{1,3}")
Estimates = Mapping[str, Estimate]


def why_act_data(
    archive: Archive,
    estimates: Estimates,
    scenarios: Mapping[str, Scenario],
    name: str,
) -> dict[str, Any]:
    """Gather the chain behind a number of one or several acts.

    Raises EvidenceError with the nearest names when nothing fits.
    """
    if name.startswith(("losses.", "wrecks.")):
        return _loss(archive, estimates, next(iter(scenarios.values())), name)
    for scenario in scenarios.values():
        found = _of_act(archive, estimates, scenario, name)
        if found is not None:
            return found
    try:
        return _placed(dict(why_data(archive, name, estimates)))
    except EvidenceError as error:
        if "several fit" in error.found:
            raise
        raise _unknown(name, error, scenarios) from error


def why_act_lines(page: Mapping[str, Any], loaded: Sequence[str] = ()) -> list[str]:
    """Write the chain behind a number."""
    if page["what"] != "losses":
        lines = [line for said in page.get("by", ()) for line in wrap(said)]
        return lines + why_lines(page, loaded)
    lines = [*wrap(f"Why: {page['name']}"), ""]
    lines += wrap(page["says"], 2)
    for each in page["estimates"]:
        lines += heading(each["name"])
        lines += why_lines(each, loaded)[2:]
    return lines


def estimate_of(
    scenario: Scenario, estimates: Estimates, parameter: str, side: str
) -> Estimate | None:
    """Give the estimate that an act uses for one side's parameter.

    As the engine is given it: what the scenario maps comes before an estimate of the
    parameter's own name, and a side's own before what both share.
    """
    own, mapped = f"{parameter}.{side}", scenario.parameters
    bare = own if own in estimates else parameter
    return estimates.get(mapped.get(own) or mapped.get(parameter) or bare)


def _of_act(
    archive: Archive, estimates: Estimates, scenario: Scenario, name: str
) -> dict[str, Any] | None:
    unit = {each.id: each for each in scenario.units}.get(name)
    if unit is not None:
        return _unit(archive, scenario, unit)
    seen = {each.id: each for each in scenario.outcomes}.get(name)
    if seen is not None:
        key = f"{scenario.evidence}/{seen.record}"
        said = f"{scenario.id}: the model observes it as {seen.observable.value!r}"
        said += UNTIL if seen.observable in UNTIL_DECIDED else "."
        return {**why_data(archive, key, estimates), "by": [said]}
    return _parameter(archive, estimates, scenario, name)


def _unit(archive: Archive, scenario: Scenario, unit: Unit) -> dict[str, Any]:
    entry = archive.orbat[f"{scenario.evidence}/{unit.orbat}"]
    men, tanks, carriers, guns = (f"{share:.3g}" for share in unit.shares)
    said = (
        f"{unit.name}: {men} of the men of {entry.key}, {tanks} of its tanks, "
        f"{carriers} of its carriers, {guns} of its guns; the shares are the "
        f"scenario's own (*assumption*). Quality: estimate {unit.quality}."
    )
    return {**formation_chain(archive, entry), "by": [said]}


def _parameter(
    archive: Archive, estimates: Estimates, scenario: Scenario, name: str
) -> dict[str, Any] | None:
    bare, _, last = name.rpartition(".")
    parameter, sides = (bare, (last,)) if last in SIDES else (name, SIDES)
    if parameter not in PARAMETERS:
        return None
    for side in sides:
        found = estimate_of(scenario, estimates, parameter, side)
        if found is not None and found.id != name:
            said = f"{scenario.id}: {name} is the estimate {found.id}."
            return _placed({**estimate_chain(archive, found), "by": [said]})
    return None


def _loss(
    archive: Archive, estimates: Estimates, scenario: Scenario, name: str
) -> dict[str, Any]:
    """Lead a total of losses to the parameters that make it."""
    side, makers = _makers(name)
    found = [estimate_of(scenario, estimates, each, side) for each in makers]
    chains = [_placed(estimate_chain(archive, e)) for e in found if e is not None]
    return {
        "what": "losses",
        "name": name,
        "says": "Counted in the refights, nobody states it. The strengths that meet "
        "come from the order of battle; these estimates turn meetings into losses:",
        "estimates": chains,
        "assumption": None,
    }


def _placed(page: dict[str, Any]) -> dict[str, Any]:
    """Shorten the path of a shipped file to what a reader can look up."""
    before, mark, after = str(page["where"]).rpartition("campaigns/")
    return {**page, "where": mark + after if before else page["where"]}


def _makers(name: str) -> tuple[str, tuple[str, ...]]:
    """Read `losses.<side>[.<cause>[.<kind>]]` or `wrecks.<side>[.<what>...]`."""
    kind, side, *rest = name.split(".")
    _one_of("a side", side, SIDES, name)
    if kind == "wrecks":
        if rest:
            _one_of("a kind of vehicle", rest[0], VEHICLES, name)
        return side, VEHICLE_MAKERS
    if rest and rest[0] not in KINDS:
        _one_of("a cause of loss", rest[0], CAUSES, name)
        return side, MAKERS[rest[0]]
    every = [each for cause in CAUSES for each in MAKERS[cause]]
    return side, tuple(dict.fromkeys(every))


def _one_of(what: str, word: str, words: Sequence[str], where: str) -> None:
    if word not in words:
        raise EvidenceError(what, f'"{word}"', where, suggest(word, words))


def _unknown(
    name: str, error: EvidenceError, scenarios: Mapping[str, Scenario]
) -> EvidenceError:
    from refight.errors import nearest

    known = [*PARAMETERS, *(f"losses.{side}" for side in SIDES)]
    for scenario in scenarios.values():
        known += [unit.id for unit in scenario.units]
        known += [outcome.id for outcome in scenario.outcomes]
    close = nearest(name, known)
    hint = f'did you mean "{close}"?' if close else error.hint
    if OF_ACCOUNT.fullmatch(name):
        hint = f"a sentence, row or test of the account: refight claim {name}"
    return EvidenceError(
        "the id of an outcome, estimate, parameter, unit, formation, loss or claim",
        f'"{name}"',
        hint=hint,
    )


__all__ = ["WORDS", "estimate_of", "why_act_data", "why_act_lines"]
