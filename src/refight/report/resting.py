"""Resting: what a prepared act rests on: estimates, claims, assumptions counted.

`Prepared` names the parts of a prepared act that pages read, so that pages can be
written and tested without the engine.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from refight.engine import rules
from refight.ensemble.told import counted
from refight.evidence.archive import Archive
from refight.evidence.estimate import Estimate, assumptions
from refight.ground.grid import Ground
from refight.report.lines import plural
from refight.scenario.model import Scenario


class Prepared(Protocol):
    """What pages read of a prepared act."""

    @property
    def scenario(self) -> Scenario:
        """The act, after levers."""

    @property
    def archive(self) -> Archive:
        """The evidence."""

    @property
    def ground(self) -> Ground:
        """The ground."""

    @property
    def estimates(self) -> Mapping[str, Estimate]:
        """The campaign's estimates by id."""

    @property
    def compiled(self) -> Any:
        """The act laid out for the engine; its `deck.own` are the estimates drawn."""


def resting_data(prepared: Prepared) -> dict[str, Any]:
    """Count the estimates that an act draws, the assumptions among them, the claims."""
    estimates: list[Estimate] = list(prepared.compiled.deck.own.values())
    assumed = [each.id for each in assumptions(estimates)]
    claims = _claims(prepared, estimates)
    return {
        "told": _told(prepared),
        "estimates": len(estimates),
        "assumptions": len(assumed),
        "assumed": sorted(assumed),
        "claims": len(claims),
        "voices": len(prepared.archive.independent(claims)),
        "rules": len(rules.listed()),
    }


def resting_line(data: Mapping[str, Any]) -> str:
    """Say in a few sentences what a page rests on."""
    if data["told"] is not None:
        return f"{told_line(data['told'])} {rules_line(data)}"
    return (
        f"{plural(data['estimates'], 'estimate')}, of which {data['assumptions']:,} "
        f"are assumptions (no claim states them). {plural(data['claims'], 'claim')} "
        f"of {plural(data['voices'], 'voice')} stand behind estimates, outcomes "
        f"and forces. {rules_line(data)}"
    )


def rules_line(data: Mapping[str, Any]) -> str:
    """Count the numbers that the engine's rules have in themselves."""
    return (
        f"Besides these the rules of the engine have {data['rules']} numbers of their "
        "own, the same in every act, assumptions too (`refight why rules`)."
    )


def _told(prepared: Prepared) -> dict[str, Any] | None:
    """Give what an act as told took from the account, and what had to be assumed."""
    made = getattr(prepared, "told", None)
    if made is None:
        return None
    assumed = getattr(prepared, "assumed", ())
    return {
        "numbers": list(made.numbers),
        "directions": list(made.directions),
        "count": len(assumed),
        "kinds": counted(assumed),
        "assumed": [
            {"kind": each.kind, "id": each.id, "reason": each.reason}
            for each in assumed
        ],
    }


def told_line(told: Mapping[str, Any]) -> str:
    """Say how many assumptions an act as told needed, and of which kinds."""
    kinds = [f"{number} {kind}" for kind, number in told["kinds"].items() if number]
    return (
        f"As told, the account gives {plural(len(told['numbers']), 'number')} "
        f"({', '.join(told['numbers'])}) and "
        f"{plural(len(told['directions']), 'direction')} without size; all else took "
        f"{plural(told['count'], 'assumption')} (by kind: {'; '.join(kinds)}). "
        "`refight account --enough` lists them. The record is beside the outcomes "
        "only; no estimate keeps a claim of it."
    )


def _claims(prepared: Prepared, estimates: Iterable[Estimate]) -> tuple[Any, ...]:
    scenario, archive = prepared.scenario, prepared.archive
    keys = [key for each in estimates for key in each.claims]
    for outcome in scenario.outcomes:
        keys += archive.outcomes[f"{scenario.evidence}/{outcome.record}"].claims
    orbat = {unit.orbat for unit in scenario.units}
    for name in orbat if scenario.version == "recorded" else ():  # none as told
        keys += archive.orbat[f"{scenario.evidence}/{name}"].claims
    return tuple({claim.key: claim for claim in archive.get_claims(keys)}.values())
