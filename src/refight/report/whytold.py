"""Why, for an act as told: down to the account's own claims, or what was assumed.

A number told leads to its sentences and the account's claims; a unit's strength to the
number told that it shares; what was arranged to its reason, with the word assumption.
Everything else is asked as for an act as recorded, without the record's claims.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from refight.account.model import Account
from refight.account.told import ToldValue, told
from refight.ensemble.told import ARRANGED, OPEN_END, VEHICLES, Assumed, AsTold
from refight.errors import EvidenceError, nearest
from refight.evidence.distribution import Estimate, rule_for
from refight.report.account import value_line
from refight.report.lines import wrap
from refight.report.why import below, chain_lines, estimate_chain
from refight.report.whyact import why_act_data, why_act_lines
from refight.scenario.forces import entries_of
from refight.scenario.model import Scenario, Unit

if TYPE_CHECKING:
    from refight.ensemble.refight import Prepared

BY_REASON = (ARRANGED, OPEN_END, VEHICLES)
MEN = "personnel"


def why_told_data(prepared: "Prepared", account: Account, name: str) -> dict[str, Any]:
    """Gather the chain behind a number of an act as told.

    Raises EvidenceError with the nearest names when nothing fits.
    """
    made, scenario = prepared.told, prepared.scenario
    if made is None:
        raise ValueError("an act as told is needed")
    values = told(account, scenario.act)
    if name in values:
        return _value(prepared, made, values[name])
    reason = {each.id: each for each in prepared.assumed if each.kind in BY_REASON}
    if name in reason:
        return _arranged(reason[name])
    unit = {each.id: each for each in scenario.units}.get(name)
    if unit is not None:
        return _unit(prepared, made, unit)
    strengths = {key.rpartition("/")[2]: each for key, each in made.strengths.items()}
    found = made.strengths.get(name) or strengths.get(name)
    if found is not None:
        return estimate_chain(prepared.archive, found)
    try:
        acts: dict[str, Scenario] = {scenario.act: scenario}
        return why_act_data(prepared.archive, prepared.estimates, acts, name)
    except EvidenceError as error:
        close = nearest(name, [*values, *reason, *strengths])
        hint = f'did you mean "{close}"?' if close else error.hint
        raise EvidenceError(error.expected, error.found, error.where, hint) from error


def why_told_lines(page: Mapping[str, Any], loaded: Sequence[str] = ()) -> list[str]:
    """Write the chain behind a number of an act as told."""
    if page["what"] == "arrangement":
        text = f"*assumption* ({page['kind']}): {page['assumption']}"
        return [f"Why: {page['name']}", "", *wrap(text, 2)]
    if page["what"] == "told":
        said = [line for text in page["by"] for line in wrap(text, 2)]
        return [f"Why: {page['name']}", "", *said, *chain_lines(page, loaded)]
    return why_act_lines(page, loaded)


def _arranged(each: Assumed) -> dict[str, Any]:
    return {
        "what": "arrangement",
        "name": each.id,
        "kind": each.kind,
        "assumption": each.reason,
    }


def _value(prepared: "Prepared", made: AsTold, value: ToldValue) -> dict[str, Any]:
    """Lead from what is told to its sentences; with the men it stands for, if any."""
    said = [f"Told by {', '.join(value.sentences)}: {'; '.join(value.readings)}."]
    side = next((s for s, q in made.sides.items() if q == value.id), "")
    if side:
        said.append(f"The whole strength of {side}, shared by its units in one draw.")
        said += [
            f"An end is left open; filled by *assumption*: {each.reason}"
            for each in made.assumed
            if each.kind == OPEN_END and each.id == value.id
        ]
        total = _total(prepared, made, value, side)
        return {**estimate_chain(prepared.archive, total), "by": said}
    if value.id == made.day_of:
        said.append("The day told for the outcome; nothing is made from it.")
    else:
        said.append("Told and shown; no refight uses it as a number.")
    claims = prepared.archive.get_claims(value.claims)
    return {
        "what": "told",
        "name": value.id,
        "by": [*said, value_line(value)],
        "assumption": None if claims else "No claim of the account's own stands by it.",
        "sources": [],
        **below(prepared.archive, claims),
    }


def _total(prepared: "Prepared", made: AsTold, value: ToldValue, side: str) -> Estimate:
    """Give a side's men as drawn: the sum of its units' parts."""
    entries = entries_of(prepared.scenario, prepared.archive)
    found = [
        (unit.share, made.strengths[f"{entries[unit.orbat].key}.{MEN}"])
        for unit in prepared.scenario.units
        if entries[unit.orbat].side == side
    ]
    low, best, high = (
        sum(share * getattr(each, end) for share, each in found)
        for end in ("low", "best", "high")
    )
    return Estimate(
        id=value.id,
        unit=value.unit,
        low=low,
        best=best,
        high=high,
        rule=rule_for(low, best, high),
        claims=value.claims,
        assumption="" if value.claims else "no claim of the account's own",
    )


def _unit(prepared: "Prepared", made: AsTold, unit: Unit) -> dict[str, Any]:
    entry = entries_of(prepared.scenario, prepared.archive)[unit.orbat]
    strength = made.strengths[f"{entry.key}.{MEN}"]
    quantity = made.sides[entry.side]
    said = (
        f"{unit.name}: {unit.share:.3g} of the men of {entry.key}, which has its part "
        f"of {quantity}, the number told for the side. That there was such a unit, and "
        "its share, is taken over from the record (*assumption*)."
    )
    return {**estimate_chain(prepared.archive, strength), "by": [said]}
