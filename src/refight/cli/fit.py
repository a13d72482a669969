"""Commands about the fit to the record: calibrate, check."""

from collections.abc import Callable

import click

from refight.cli.causes import compiled, kept
from refight.cli.show import (
    ACTS,
    ActName,
    F,
    act_argument,
    place_options,
    show,
)

preset_option = click.option(
    "--preset",
    default="default",
    show_default=True,
    help="How far claims are trusted: credulous, default or sceptical.",
)


def refights_option(words: str) -> Callable[[F], F]:
    """Make --refights: at most how many to calibrate on."""
    return click.option(
        "--refights",
        type=click.IntRange(min=20),
        default=20_000,
        show_default=True,
        help=words,
    )


@click.command("calibrate")
@act_argument
@refights_option("At most so many; it stops earlier at 400 effective draws.")
@preset_option
@place_options
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
    from refight.ensemble.design import fresh
    from refight.ensemble.refight import prepare
    from refight.inference.calibrate import calibrate_as
    from refight.inference.likelihood import preset_of
    from refight.inference.sampler import Plan
    from refight.report.calibrate import calibrate_data, calibrate_lines
    from refight.report.progress import progress

    preset_of(preset)  # an unknown one is refused before the work
    fresh(refights, seed)  # and what no design may have
    base, plan = prepare(act), Plan.within(refights)
    compiled(base, {}, seed)
    with kept(), progress(base.scenario.title, silent=as_json) as report:
        found = calibrate_as(base, plan, preset, seed, threads, report)
    page = calibrate_data(base, found)
    show(page, calibrate_lines(page), as_json)


@click.command("check")
@click.argument("acts", nargs=-1, type=ActName(), metavar="[ACT]...")
@refights_option(
    "At most so many to calibrate each act; those that are kept are only read."
)
@preset_option
@place_options
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
    from refight.ensemble.design import fresh
    from refight.inference.likelihood import preset_of
    from refight.report.check import check_data, check_lines

    preset_of(preset)  # an unknown one is refused before the work
    fresh(refights, seed)  # and what no design may have
    asked = checkpages.Asked(refights, preset, seed, threads, as_json)
    with kept():
        found = checkpages.checked(acts or ACTS, asked)
    page = check_data(found, preset)
    show(page, check_lines(page), as_json)
