"""Commands about causes: whatif."""

from typing import TYPE_CHECKING

import click

from refight.cli.show import (
    act_argument,
    json_option,
    seed_option,
    show,
    version_option,
)

if TYPE_CHECKING:
    from refight.ensemble.refight import Prepared

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


def compiled(base: "Prepared", choices: dict[str, str], seed: int) -> None:
    """Refuse levers and levels that are not there, then have the engine compiled."""
    from refight.attribution.whatif import varied
    from refight.cli import cold

    variant = varied(base, choices).variant
    scenario = base.scenario
    words = [scenario.id, "--as", scenario.version, "--seed", str(seed)]
    cold.warm_up(words + [part for each in variant for part in ("--lever", each)])
