"""Commands about causes: whatif, swap, causes, cause, calibrate, check, decides."""

from typing import TYPE_CHECKING

import click

from refight.cli.show import (
    ACTS,
    ActName,
    act_argument,
    json_option,
    seed_option,
    show,
    version_option,
)

if TYPE_CHECKING:
    from refight.ensemble.refight import Prepared

PRESET_HELP = "How far claims are trusted: credulous, default or sceptical."
RIVAL_PAIRS = 100  # of each of four priors
PAIRS = 200  # a couple of seconds on two cores

threads_option = click.option(
    "--threads",
    type=click.IntRange(min=1),
    help="Threads; all cores when left out. Results do not depend on it.",
)


@click.command("whatif")
@act_argument
@click.argument("choices", nargs=-1, metavar="[LEVER=LEVEL]...")
@click.option(
    "--pairs",
    type=click.IntRange(min=1),
    default=PAIRS,
    show_default=True,
    help="Pairs of refights.",
)
@seed_option
@threads_option
@version_option
@json_option
def whatif_command(
    act: str,
    choices: tuple[str, ...],
    pairs: int,
    seed: int,
    threads: int | None,
    version: str,
    as_json: bool,
) -> None:
    """Refight an act with some levers set otherwise, beside the act as it was.

    Both arms have the same draws and the same keyed chance of battle, pair by pair.
    Without a choice it lists the act's levers: the level that was, the level at which
    the cause is absent, in words, and the sentences of the account that each serves.

    \b
    Examples:
      refight whatif fall
      refight whatif fall iraqi-belief=accurate
      refight whatif fall command-unity=joint popular-forces=integrated
      refight whatif liberation mines=none --pairs 500 --seed 7 --json
    """
    from refight.attribution.whatif import contrasted
    from refight.ensemble.design import fresh
    from refight.ensemble.refight import prepare
    from refight.report.levers import levers_data, levers_lines
    from refight.report.progress import progress
    from refight.report.whatif import whatif_data, whatif_lines
    from refight.scenario.variant import parse

    base = prepare(act, version)
    if not choices:
        listed = levers_data(base.scenario)
        return show(listed, levers_lines(listed), as_json)
    chosen, design = parse(choices), fresh(pairs, seed)
    compiled(base, chosen, seed)
    with progress(base.scenario.title, silent=as_json) as report:
        found = contrasted(base, chosen, design, report, threads)
    page = whatif_data(found, pairs)
    return show(page, whatif_lines(page), as_json)


@click.command("swap")
@click.option(
    "--pairs",
    type=click.IntRange(min=1),
    default=PAIRS,
    show_default=True,
    help="Pairs of refights of each act.",
)
@seed_option
@threads_option
@json_option
def swap_command(pairs: int, seed: int, threads: int | None, as_json: bool) -> None:
    """Refight each act under the command and forces policy of the other.

    Four cells: each act as it was and under the other's policy, for the chance, the
    day and the losses. Forces, ground, opponent and season stay those of each act.

    \b
    Examples:
      refight swap
      refight swap --pairs 1000 --seed 7
    """
    from refight.attribution.causes import stated
    from refight.attribution.swap import swap
    from refight.ensemble.refight import prepare
    from refight.report.progress import progress
    from refight.report.swap import swap_data, swap_lines

    for act in ACTS:
        compiled(prepare(act), stated()["swap"][act], seed)
    with progress("Both acts under both policies", silent=as_json) as report:
        found = swap(pairs, seed, report, threads=threads)
    page = swap_data(found)
    show(page, swap_lines(page), as_json)


@click.command("causes")
@act_argument
@click.option(
    "--seeds",
    type=click.IntRange(min=2),
    help="Refights of each world; left out: about 33,000 refights in all.",
)
@seed_option
@threads_option
@json_option
def causes_command(
    act: str, seeds: int | None, seed: int, threads: int | None, as_json: bool
) -> None:
    """Share out an act's result between the causes that the account states.

    Every combination of causes with and without is refought on the same draws and
    chance; the share of a cause is its Shapley value. What is refought is kept in the
    cache: a stopped run goes on where it was, and a second call only reads.

    \b
    Examples:
      refight causes fall
      refight causes liberation --seeds 16
      refight causes fall --json
    """
    from refight.attribution.factorial import factorial
    from refight.ensemble.refight import prepare
    from refight.report.causes import causes_data, causes_lines
    from refight.report.progress import progress

    base = prepare(act)
    compiled(base, {}, seed)
    with progress(base.scenario.title, silent=as_json) as report:
        found = factorial(base, seeds, seed, threads, report)
    page = causes_data(base.scenario, found)
    show(page, causes_lines(page), as_json)


@click.command("cause")
@click.argument("name")
@click.option(
    "--pairs",
    type=click.IntRange(min=2),
    default=RIVAL_PAIRS,
    show_default=True,
    help="Refights of each prior with the cause, and as many without.",
)
@seed_option
@threads_option
@json_option
def cause_command(
    name: str, pairs: int, seed: int, threads: int | None, as_json: bool
) -> None:
    """Show what may be said of one stated cause: record, arithmetic, model.

    The act is refought with and without the cause under the shipped prior and under
    rival ones; its share among all stated causes is added where `refight causes` has
    been run. A cause of both acts has a page for each.

    \b
    Examples:
      refight cause morale
      refight cause popular-forces
      refight cause parthian-shot --pairs 400
      refight cause faith-over-skill
    """
    from refight.cli import causepages

    asked = causepages.Asked(pairs, seed, threads, as_json)
    page, lines = causepages.page(name, asked)
    show(page, lines, as_json)


@click.command("calibrate")
@act_argument
@click.option(
    "--refights",
    type=click.IntRange(min=20),
    default=20_000,
    show_default=True,
    help="At most so many; it stops earlier at 400 effective draws.",
)
@click.option("--preset", default="default", show_default=True, help=PRESET_HELP)
@seed_option
@threads_option
@json_option
def calibrate_command(
    act: str,
    refights: int,
    preset: str,
    seed: int,
    threads: int | None,
    as_json: bool,
) -> None:
    """Fit an act's few free parameters to the claims on record.

    Shows how far the fit can be trusted, the parameters under three degrees of trust in
    the claims, what each family of sources moves, and the claims that the refights find
    hard to believe. What is refought is kept, and re-weighted for another preset.

    \b
    Examples:
      refight calibrate fall
      refight calibrate liberation --preset sceptical
      refight calibrate fall --refights 5000 --json
    """
    from refight.ensemble.refight import prepare
    from refight.inference.calibrate import calibrate
    from refight.inference.likelihood import preset_of
    from refight.inference.sampler import Plan
    from refight.report.calibrate import calibrate_data, calibrate_lines
    from refight.report.progress import progress

    preset_of(preset)  # an unknown one is refused before the work
    base, plan = prepare(act), Plan.within(refights)
    compiled(base, {}, seed)
    with progress(base.scenario.title, silent=as_json) as report:
        found = calibrate(base, plan, preset, seed, threads, report)
    page = calibrate_data(base, found)
    show(page, calibrate_lines(page), as_json)


@click.command("check")
@click.argument("acts", nargs=-1, type=ActName(), metavar="[ACT]...")
@click.option(
    "--refights",
    type=click.IntRange(min=20),
    default=20_000,
    show_default=True,
    help="At most so many to calibrate each act; those that are kept are only read.",
)
@click.option("--preset", default="default", show_default=True, help=PRESET_HELP)
@seed_option
@threads_option
@json_option
def check_command(
    acts: tuple[str, ...],
    refights: int,
    preset: str,
    seed: int,
    threads: int | None,
    as_json: bool,
) -> None:
    """Check what was fitted against what was not: in an act, and from act to act.

    Each outcome beside its record; each fitted outcome foretold from the others; and
    each act foretold by what the other taught, its own record unseen, beside refights
    as shipped and two plain baselines (base rates, and force ratio).

    \b
    Examples:
      refight check
      refight check fall
      refight check liberation --preset sceptical --json
    """
    from refight.cli import checkpages
    from refight.inference.likelihood import preset_of
    from refight.report.check import check_data, check_lines

    preset_of(preset)  # an unknown one is refused before the work
    asked = checkpages.Asked(refights, preset, seed, threads, as_json)
    found = checkpages.checked(acts or ACTS, asked)
    page = check_data(found, preset)
    show(page, check_lines(page), as_json)


@click.command("decides")
@act_argument
@click.option(
    "--draws",
    type=click.IntRange(min=50),
    default=1000,
    show_default=True,
    help="Draws of the estimates; each is refought twice.",
)
@seed_option
@threads_option
@json_option
def decides_command(
    act: str, draws: int, seed: int, threads: int | None, as_json: bool
) -> None:
    """Show which rules and numbers decide an act's results.

    Every estimate is drawn in every refight; the variance of the day and of the losses
    is shared out between the chance of battle, the rules and the single numbers, each
    marked as resting on claims or on assumption.

    \b
    Examples:
      refight decides fall
      refight decides liberation --draws 2000
    """
    from refight.attribution.causes import causes_of
    from refight.attribution.sensitivity import decides
    from refight.ensemble.refight import prepare
    from refight.report.decides import decides_data, decides_lines
    from refight.report.progress import progress

    base = prepare(act)
    scales = causes_of(base.scenario).scales
    compiled(base, {}, seed)
    with progress(base.scenario.title, silent=as_json) as report:
        found = decides(base, scales, draws, seed, threads, report)
    page = decides_data(base, found, draws, seed)
    show(page, decides_lines(page), as_json)


def compiled(base: "Prepared", choices: dict[str, str], seed: int) -> None:
    """Refuse levers and levels that are not there, then have the engine compiled."""
    from refight.cli import cold
    from refight.ensemble.refight import varied

    cold.warm_up(varied(base, choices), seed)
