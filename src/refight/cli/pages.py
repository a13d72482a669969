"""Commands that show what an act is made of: forces, plan, map, place, why."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from refight.cli.show import (
    ACTS,
    CAMPAIGN,
    act_argument,
    json_option,
    show,
    version_option,
)
from refight.errors import RefightError, UsageError

if TYPE_CHECKING:
    from refight.evidence.archive import Archive
    from refight.scenario.model import Scenario

campaign_option = click.option(
    "--campaign", default=CAMPAIGN, show_default=True, help="Which campaign."
)
DRAWINGS = (".svg", ".png")


@click.command("forces")
@act_argument
@json_option
@campaign_option
def forces_command(act: str, as_json: bool, campaign: str) -> None:
    """Show both sides of an act as a tree, with ranges and three force ratios.

    Ratios are given for the theatre, the point of attack and the city, with the rival
    figures of the record.

    \b
    Examples:
      refight forces fall
      refight forces liberation --json
    """
    from refight.report.forces import forces_data, forces_lines
    from refight.report.ratios import ratios_data, ratios_lines
    from refight.scenario.read import scenario_path

    scenario, archive = scenario_of(act, campaign), archive_of(campaign)
    page = forces_data(scenario, archive)
    page["ratios"] = ratios_data(scenario, archive, scenario_path(act, campaign))
    show(page, forces_lines(page) + ratios_lines(page["ratios"]), as_json)


@click.command("plan")
@act_argument
@click.option("--step", is_flag=True, help="The processes of one step, in order.")
@json_option
@campaign_option
def plan_command(act: str, step: bool, as_json: bool, campaign: str) -> None:
    """Show what each side meant to do, phase by phase, and what that rests on.

    \b
    Examples:
      refight plan fall
      refight plan liberation --step
    """
    if step:
        return _steps(as_json)
    from refight.report.plan import plan_data, plan_lines

    page = plan_data(scenario_of(act, campaign), archive_of(campaign))
    show(page, plan_lines(page), as_json)


@click.command("map")
@act_argument
@click.option(
    "-o",
    "--out",
    "path",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="Where to write the drawing: .svg or .png.",
)
@json_option
@campaign_option
def map_command(act: str, path: Path, as_json: bool, campaign: str) -> None:
    """Draw the map of an act with both sides' positions at its start.

    \b
    Examples:
      refight map fall -o fall.svg
      refight map liberation -o liberation.png
    """
    from refight.files import may_write, write_atomic
    from refight.ground import load
    from refight.report import map as drawing

    if path.suffix.lower() not in DRAWINGS:
        found = f'"{path.suffix}"' if path.suffix else "no ending"
        hint = f"for example {path.stem or 'map'}.svg"
        raise UsageError("a file ending in .svg or .png", found, str(path), hint)
    may_write(path)
    ground = load(act, campaign)
    svg = drawing.draw(ground, None, _positions(act, ground, campaign), campaign)
    wanted = path.suffix.lower() == ".png"
    content = drawing.png(svg) if wanted else svg.encode()
    write_atomic(path, content)
    page = {"act": act, "path": str(path), "bytes": len(content)}
    show(page, [f"Drawn to {path}"], as_json)


@click.command("place")
@click.argument("name", nargs=-1, required=True)
@json_option
@campaign_option
def place_command(name: tuple[str, ...], as_json: bool, campaign: str) -> None:
    """Show one place: where it lies, how well that is known, what happened there.

    \b
    Examples:
      refight place shalamcheh
      refight place friday mosque
    """
    from refight.report.places import place_data, place_lines

    page = place_data(archive_of(campaign), " ".join(name))
    show(page, place_lines(page, loaded_words(campaign)), as_json)


@click.command("why")
@click.argument("number", metavar="NUMBER", nargs=-1, required=True)
@click.option("--act", type=click.Choice(ACTS), help="Which act the number is of.")
@version_option
@json_option
@campaign_option
def why_command(
    number: tuple[str, ...],
    act: str | None,
    version: str,
    as_json: bool,
    campaign: str,
) -> None:
    """Lead from a number to the claims behind it, or to the word assumption.

    NUMBER is the id of an outcome, an estimate, a parameter, a unit, a formation
    (with .personnel or .tanks for one of its numbers), a claim, or a loss written
    losses.SIDE.CAUSE; `rules` are the numbers that the engine's rules have in
    themselves. Of an act as told also a number that the account tells, and whatever
    had to be assumed.

    \b
    Examples:
      refight why fall-date
      refight why iraqi-killed --act liberation
      refight why loss.attacker
      refight why losses.iraq.guns --act fall
      refight why rules
      refight why garrison --act liberation --as told
    """
    from refight.report.ruling import is_rule, rules_data, rules_lines
    from refight.report.whyact import why_act_data, why_act_lines

    name = "-".join(number)
    if is_rule(name):
        page = rules_data(name)
        return show(page, rules_lines(page), as_json)
    if version == "told":
        return _why_told(name, act, as_json, campaign)
    archive = archive_of(campaign)
    scenarios = {each: scenario_of(each, campaign) for each in ([act] if act else ACTS)}
    if act is None:
        scenarios = _only(scenarios, name)
    page = why_act_data(archive, estimates_of(campaign, archive), scenarios, name)
    show(page, why_act_lines(page, loaded_words(campaign)), as_json)


def _why_told(name: str, act: str | None, as_json: bool, campaign: str) -> None:
    """Lead from a number of an act as told to the account's claims."""
    from refight.cli.account import load
    from refight.ensemble.refight import prepare
    from refight.report.whytold import why_told_data, why_told_lines

    if act is None:
        hint = " or ".join(f"--act {each}" for each in ACTS)
        raise UsageError("the act as told", "none", hint=f"say {hint}")
    page = why_told_data(prepare(act, "told"), load(campaign)[0], name)
    show(page, why_told_lines(page, loaded_words(campaign)), as_json)


def scenario_of(act: str, campaign: str) -> "Scenario":
    """Read the scenario of a shipped act."""
    from refight.scenario.read import read, scenario_path

    return read(scenario_path(act, campaign))


def archive_of(campaign: str) -> "Archive":
    """Read the evidence of a campaign."""
    from refight.evidence.archive import Archive
    from refight.files import campaign_path

    return Archive.read(campaign_path(campaign))


def estimates_of(campaign: str, archive: "Archive") -> Any:
    """Read the estimates of a campaign; none where it has no file of them."""
    from refight.evidence.estimate import read_estimates
    from refight.files import campaign_path

    path = campaign_path(campaign) / "estimates.yaml"
    return read_estimates(path, archive) if path.is_file() else {}


def loaded_words(campaign: str) -> tuple[str, ...]:
    """Give the words that stand in quotation marks only; none without an account."""
    from refight.cli.account import load

    try:
        return tuple(load(campaign)[0].loaded_words)
    except RefightError:
        return ()


def _only(scenarios: dict[str, "Scenario"], name: str) -> dict[str, "Scenario"]:
    """Refuse an outcome that both acts have: its number differs between them."""
    having = [a for a, s in scenarios.items() if name in {o.id for o in s.outcomes}]
    if len(having) > 1:
        hint = " or ".join(f"--act {act}" for act in having)
        raise UsageError("the act", f'"{name}", which both have', hint=f"say {hint}")
    return scenarios


def _steps(as_json: bool) -> None:
    from refight.engine.step import PROCESSES
    from refight.report.lines import wrap

    page = [{"process": name, "does": said} for name, said in PROCESSES]
    lines = ["One step of six hours:"]
    for at, (name, said) in enumerate(PROCESSES, 1):
        lines += wrap(f"{name}: {said}", 5, f"  {at}.")
    show(page, lines, as_json)


def _positions(act: str, ground: Any, campaign: str) -> list[Any]:
    """Give the positions of the units that are there at the start."""
    from refight.report.mapunits import Position
    from refight.scenario.forces import entries_of, side_of
    from refight.scenario.placement import start_cells

    scenario = scenario_of(act, campaign)
    entries = entries_of(scenario, archive_of(campaign))
    cells = start_cells(scenario, entries, ground)
    found = []
    for unit in scenario.units:
        side = side_of(unit, entries)
        if side is not None and unit.arrival is None and unit.id in cells:
            arm, echelon = unit.arm.value, unit.echelon
            found.append(Position(cells[unit.id], side.value, arm, echelon, unit.name))
    return found
