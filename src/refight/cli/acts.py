"""Commands that refight: fall, liberation, run, chronicle, losses."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from refight.cli.show import (
    ACTS,
    act_argument,
    json_option,
    lever_option,
    seed_option,
    show,
    threads_option,
    version_option,
)
from refight.errors import EnsembleError, UsageError
from refight.files import may_write_in

if TYPE_CHECKING:
    from refight.ensemble.refight import Prepared
    from refight.ensemble.store import Ensemble

FEW = 200  # refights behind a page of losses: a few seconds, errors of some per cent
Command = TypeVar("Command", bound=Callable[..., Any])

refights_option = click.option(
    "--refights",
    type=click.IntRange(min=1),
    default=1000,
    show_default=True,
    help="How many times.",
)
replicate_option = click.option(
    "--replicate",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Which refight of the seed, from 0.",
)


def _options(command: Command) -> Command:
    """Give a command the options of a refought act."""
    for option in reversed(
        [
            refights_option,
            seed_option,
            threads_option,
            version_option,
            lever_option,
            click.option(
                "--out",
                type=click.Path(path_type=Path),
                metavar="FOLDER",
                help="Save every refight as Parquet, with its manifest.",
            ),
            click.option(
                "--combat",
                type=click.Path(path_type=Path),
                metavar="FILE",
                help="Ranges of combat that refight trial fit wrote, as priors.",
            ),
            click.option(
                "--replicate",
                type=click.IntRange(min=0),
                help="Run only this refight again, exactly, and show it.",
            ),
            json_option,
        ]
    ):
        command = option(command)
    return command


@click.command("fall")
@_options
def fall_command(**options: Any) -> None:
    """Refight the fall of Khorramshahr (from 22 September 1980) many times.

    \b
    Examples:
      refight fall
      refight fall --refights 200 --seed 7
      refight fall --as told
      refight fall --replicate 3
      refight fall --out results
    """
    _act("fall", **options)


@click.command("liberation")
@_options
def liberation_command(**options: Any) -> None:
    """Refight the liberation of Khorramshahr (April and May 1982) many times.

    \b
    Examples:
      refight liberation
      refight liberation --refights 200 --threads 1
      refight liberation --json
    """
    _act("liberation", **options)


@click.command("run")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@refights_option
@seed_option
@threads_option
@lever_option
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Save every refight as Parquet, with its manifest.",
)
@json_option
def run_command(folder: Path, **options: Any) -> None:
    """Refight the scenario in a folder of your own.

    The folder holds scenario.yaml, and beside it units.yaml, plans.yaml, levers.yaml
    and outcomes.yaml; docs/reference/scenario.md lists the keys.

    \b
    Examples:
      refight run my-scenario --refights 100
    """
    _act(str(folder), version="recorded", replicate=None, combat=None, **options)


@click.command("chronicle")
@act_argument
@replicate_option
@seed_option
@version_option
@lever_option
@json_option
def chronicle_command(
    act: str,
    replicate: int,
    seed: int,
    version: str,
    levers: tuple[str, ...],
    as_json: bool,
) -> None:
    """Tell one refight as a dated war diary, with the record beside it.

    \b
    Examples:
      refight chronicle fall --replicate 3
      refight chronicle liberation --seed 7 --replicate 0
    """
    from refight.ensemble.refight import rerun
    from refight.report.chronicle import chronicle_data, chronicle_lines

    prepared = ready(act, version, levers, seed)
    replay = rerun(prepared, seed, replicate)
    command = f"refight chronicle {act} --replicate {replicate} --seed {seed}"
    page = chronicle_data(
        replay, prepared.archive, replicate, _with(command, version, levers)
    )
    show(page, chronicle_lines(page), as_json)


@click.command("losses")
@act_argument
@click.option(
    "--refights",
    type=click.IntRange(min=1),
    default=FEW,
    show_default=True,
    help="How many times.",
)
@seed_option
@version_option
@lever_option
@json_option
def losses_command(
    act: str,
    refights: int,
    seed: int,
    version: str,
    levers: tuple[str, ...],
    as_json: bool,
) -> None:
    """Show the losses of an act by cause; causes sum to the totals.

    \b
    Examples:
      refight losses fall
      refight losses liberation --refights 1000
    """
    from refight.report.lossespage import losses_page_data, losses_page_lines

    prepared = ready(act, version, levers, seed)
    ensemble = _many(prepared, refights, seed, None, as_json)
    page = losses_page_data(prepared, ensemble)
    show(page, losses_page_lines(page), as_json)


def _act(
    act: str,
    refights: int,
    seed: int,
    threads: int | None,
    version: str,
    levers: tuple[str, ...],
    out: Path | None,
    combat: Path | None,
    replicate: int | None,
    as_json: bool,
) -> None:
    """Refight an act, show the summary, save when asked."""
    from refight.report.summary import summary_data, summary_lines

    if out is not None:
        may_write_in(out, EnsembleError)
    prepared = _fitted(ready(act, version, levers, seed), combat)
    if replicate is not None:
        return _one(prepared, seed, replicate, as_json)
    ensemble = _many(prepared, refights, seed, threads, as_json)
    folder = None if act in ACTS else act
    page = summary_data(prepared, ensemble, refights, folder)
    if combat is not None:
        page["command"] += f" --combat {combat}"
    lines = summary_lines(page)
    if out is not None:
        saved = _save(ensemble, out)
        page["saved"] = str(saved)
        lines += ["", f"Saved as {saved}"]
    show(page, lines, as_json)


def ready(act: str, version: str, levers: tuple[str, ...], seed: int) -> "Prepared":
    """Read an act or a folder, set its levers, and have the engine compiled."""
    from refight.cli import cold
    from refight.ensemble import refight
    from refight.scenario.variant import parse

    choices = parse(levers)
    if act in ACTS:
        prepared = refight.prepare(act, version, choices)
    else:
        prepared = refight.prepare_folder(Path(act), choices)
    if act in ACTS and prepared.scenario.version != version:
        found = f"{act} as {prepared.scenario.version} only"
        raise UsageError(f"{act} as {version}", found, hint="leave --as out")
    cold.warm_up(prepared, seed)
    return prepared


def _fitted(prepared: "Prepared", combat: Path | None) -> "Prepared":
    """Put ranges fitted to other battles in the place of the act's common ones."""
    if combat is None:
        return prepared
    from refight.trials.campaign import with_combat
    from refight.trials.coefficients import read_fit

    return with_combat(prepared, read_fit(combat))


def _many(
    prepared: "Prepared", refights: int, seed: int, threads: int | None, quiet: bool
) -> "Ensemble":
    from refight.ensemble.refight import refight
    from refight.report.progress import progress

    with progress(prepared.scenario.title, silent=quiet) as report:
        return refight(prepared, refights, seed, threads=threads, progress=report)


def _one(prepared: "Prepared", seed: int, replicate: int, as_json: bool) -> None:
    """Run one refight again and show its outcomes beside the record."""
    from refight.ensemble.refight import rerun
    from refight.report.onerefight import one_data, one_lines

    page = one_data(rerun(prepared, seed, replicate), prepared, seed, replicate)
    show(page, one_lines(page), as_json)


def _save(ensemble: "Ensemble", folder: Path) -> Path:
    from refight.ensemble.store import save

    return save(ensemble, folder)


def _with(command: str, version: str, levers: tuple[str, ...]) -> str:
    words = [command] + ([f"--as {version}"] if version != "recorded" else [])
    return " ".join(words + [f"--lever {each}" for each in levers])
