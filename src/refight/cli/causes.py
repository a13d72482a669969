"""Commands about causes: whatif, swap, causes, cause, decides."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from refight.cli.show import (
    ACTS,
    act_argument,
    pairs_option,
    place_options,
    show,
    version_option,
)

if TYPE_CHECKING:
    from refight.ensemble.refight import Prepared
    from refight.inference.abduction import Abducted

RIVAL_PAIRS = 200  # of each of four priors
PAIRS = 200  # a couple of seconds on two cores

calibrated_option = click.option(
    "--calibrated",
    "is_calibrated",
    is_flag=True,
    help="Take draws that the record makes likely; calibrates first if need be.",
)


@contextmanager
def kept() -> Iterator[None]:
    """Say after Ctrl-C that what was refought is kept."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(
            "What is done is kept: the same command goes on from here.", err=True
        )
        raise


@click.command("whatif")
@act_argument
@click.argument("choices", nargs=-1, metavar="[LEVER=LEVEL]...")
@pairs_option(PAIRS, "Pairs of refights.")
@version_option
@place_options
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
      refight whatif fall air-strikes=none --pairs 20000 --on dask
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
@pairs_option(PAIRS, "Pairs of refights of each act.")
@calibrated_option
@place_options
def swap_command(
    pairs: int, is_calibrated: bool, seed: int, threads: int | None, as_json: bool
) -> None:
    """Refight each act under the command and forces policy of the other.

    Four cells: each act as it was and under the other's policy, for the chance, the
    day and the losses. Forces, ground, opponent and season stay those of each act.

    \b
    Examples:
      refight swap
      refight swap --pairs 1000 --seed 7
      refight swap --calibrated
    """
    from refight.attribution.causes import stated
    from refight.attribution.swap import calibrated_swap, swap
    from refight.ensemble.refight import prepare
    from refight.report.progress import progress
    from refight.report.swap import swap_data, swap_lines

    for act in ACTS:
        compiled(prepare(act), stated()["swap"][act], seed)
    given = {
        act: picked(prepare(act), pairs, seed, threads, as_json)
        for act in ACTS
        if is_calibrated
    }
    with progress("Both acts under both policies", silent=as_json) as report:
        if given:
            found = calibrated_swap(given, report, threads)
        else:
            found = swap(pairs, seed, report, threads=threads)
    page = swap_data(found, is_calibrated)
    show(page, swap_lines(page), as_json)


@click.command("causes")
@act_argument
@click.option(
    "--seeds",
    type=click.IntRange(min=2),
    help="Refights of each world; left out: about 25,000 refights in all.",
)
@calibrated_option
@place_options
def causes_command(
    act: str,
    seeds: int | None,
    is_calibrated: bool,
    seed: int,
    threads: int | None,
    as_json: bool,
) -> None:
    """Share out an act's result between the causes that the account states.

    Every combination of causes with and without is refought on the same draws and
    chance; the share of a cause is its Shapley value. What is refought is kept in the
    cache: a stopped run goes on where it was, and a second call only reads.

    \b
    Examples:
      refight causes fall
      refight causes liberation --seeds 16
      refight causes fall --calibrated --json
    """
    from refight.attribution.causes import causes_of
    from refight.attribution.factorial import factorial, seeds_of
    from refight.ensemble.refight import prepare
    from refight.report.causes import causes_data, causes_lines
    from refight.report.progress import progress

    base = prepare(act)
    compiled(base, {}, seed)
    count = seeds or seeds_of(causes_of(base.scenario))
    given = picked(base, count, seed, threads, as_json) if is_calibrated else None
    with kept(), progress(base.scenario.title, silent=as_json) as report:
        found = factorial(base, count, seed, threads, report, given)
    page = causes_data(base.scenario, found, is_calibrated)
    show(page, causes_lines(page), as_json)


@click.command("cause")
@click.argument("name")
@pairs_option(
    RIVAL_PAIRS, "Refights of each prior with the cause, and as many without.", 2
)
@click.option(
    "--again",
    is_flag=True,
    help="Refight, instead of showing the results that come with the package.",
)
@place_options
def cause_command(
    name: str, pairs: int, again: bool, seed: int, threads: int | None, as_json: bool
) -> None:
    """Show what may be said of one stated cause: record, arithmetic, model.

    The act is refought with and without the cause under the shipped prior and under
    rival ones; its share among all stated causes is added where `refight causes` has
    been run. A cause of both acts has a page for each. The results that come with the
    package are shown while they are those of the act as it now is; with another
    number of pairs or another seed, or with --again, it is refought.

    \b
    Examples:
      refight cause morale
      refight cause popular-forces --again
      refight cause parthian-shot --pairs 400
      refight cause faith-over-skill
    """
    from refight.cli import causepages

    shipped = not again and (pairs, seed) == (RIVAL_PAIRS, 1)
    asked = causepages.Asked(pairs, seed, threads, as_json, shipped)
    page, lines = causepages.page(name, asked)
    show(page, lines, as_json)


@click.command("decides")
@act_argument
@click.option(
    "--draws",
    type=click.IntRange(min=50),
    default=1000,
    show_default=True,
    help="Draws of the estimates; each is refought twice.",
)
@place_options
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
    with kept(), progress(base.scenario.title, silent=as_json) as report:
        found = decides(base, scales, draws, seed, threads, report)
    page = decides_data(base, found, draws, seed)
    show(page, decides_lines(page), as_json)


def picked(
    base: "Prepared", count: int, seed: int, threads: int | None, quiet: bool
) -> "Abducted":
    """Calibrate an act, or read what is kept of it, and pick refights by the record."""
    from refight.inference.abduction import abducted
    from refight.inference.calibrate import calibrate
    from refight.report.progress import progress

    with kept(), progress(f"{base.scenario.title}: fit", silent=quiet) as report:
        posterior = calibrate(base, seed=seed, threads=threads, progress=report)
    return abducted(posterior, count, seed)


def compiled(base: "Prepared", choices: dict[str, str], seed: int) -> None:
    """Refuse levers and levels that are not there, then have the engine compiled."""
    from refight.cli import cold
    from refight.ensemble.refight import varied

    cold.warm_up(varied(base, choices), seed)
