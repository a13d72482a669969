"""Commands of studies: plan, run, resume, status, verify, clean, query."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from refight.cli.show import (
    json_option,
    lever_option,
    seed_option,
    show,
    version_option,
)
from refight.errors import EnsembleError
from refight.files import may_write_in

if TYPE_CHECKING:
    from refight.ensemble.refight import Prepared
    from refight.ensemble.study.drive import Done

STOPPED = 130
FAILED = 1
folder_argument = click.argument(
    "folder", metavar="DIR", type=click.Path(path_type=Path)
)
on_option = click.option(
    "--on",
    default="threads",
    show_default=True,
    metavar="PLACE",
    help="threads, processes, dask (a local cluster), or tcp://HOST:PORT.",
)
workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="Threads or processes; all cores when left out.",
)


@click.group("study")
def study_command() -> None:
    """Refight by the hundred thousand, on one machine or many.

    A study is a folder: its plan, and one file for every few hundred refights. What
    is there is done; a run that was stopped or killed goes on where it was. Numbers
    do not depend on where, in which order or how often it was run.

    \b
    Examples:
      refight study plan big fall --refights 100000
      refight study run big --on dask
      refight study status big
      refight study query big "select median(fall_date) from refights"
    """


@study_command.command("plan")
@folder_argument
@click.argument("act", metavar="ACT")
@click.option(
    "--refights",
    type=click.IntRange(min=1),
    default=10_000,
    show_default=True,
    help="How many times, in each arm.",
)
@click.option(
    "--design",
    type=click.Choice(["draws", "pairs", "factorial"]),
    default="draws",
    show_default=True,
    help="One arm; with and without the levers; or every combination of them.",
)
@lever_option
@click.option(
    "--chunk",
    type=click.IntRange(min=1),
    default=500,
    show_default=True,
    help="Refights in one file: some seconds of one core.",
)
@seed_option
@version_option
@json_option
def plan_command(
    folder: Path,
    act: str,
    refights: int,
    design: str,
    levers: tuple[str, ...],
    chunk: int,
    seed: int,
    version: str,
    as_json: bool,
) -> None:
    """Say what a study shall fight; ACT is an act or the folder of a scenario.

    A factorial without levers takes the stated causes of the act. Planned again over
    itself, with more refights or a newer Refight, a study keeps what still holds.

    \b
    Examples:
      refight study plan big fall --refights 100000
      refight study plan air fall --design pairs --lever air-strikes=none
      refight study plan all fall --design factorial --refights 500
    """
    from refight.ensemble.study import chunk as chunks
    from refight.ensemble.study.plan import planned, write_plan
    from refight.report.study import plan_data, plan_lines

    may_write_in(folder, EnsembleError)
    prepared, act = _ready(act, version, seed)
    arms = _arms(prepared, design, levers)
    first = chunks.first_refight(prepared, seed)
    plan = planned(
        prepared, act, arms, refights, first, design=design, seed=seed, chunk=chunk
    )
    write_plan(plan, folder)
    page = plan_data(plan, folder)
    lines = [*plan_lines(page), "", f"To begin: refight study run {folder}"]
    show(page, lines, as_json)


def _run_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (json_option, workers_option, on_option, folder_argument):
        command = option(command)
    return command


@study_command.command("run")
@_run_options
def run_command(**options: Any) -> None:
    """Fight what a study lacks.

    Ctrl-C ends it after the chunks under way, a second Ctrl-C at once; nothing that
    was finished is lost.

    \b
    Examples:
      refight study run big
      refight study run big --on dask --workers 8
      refight study run big --on tcp://127.0.0.1:8786
    """
    _run(**options)


@study_command.command("resume")
@_run_options
def resume_command(**options: Any) -> None:
    """Go on where a run stopped or was killed; the same as run.

    \b
    Examples:
      refight study resume big
    """
    _run(**options)


@study_command.command("status")
@folder_argument
@json_option
def status_command(folder: Path, as_json: bool) -> None:
    """Say how far a study is.

    \b
    Examples:
      refight study status big
    """
    from refight.report.study import status_lines

    page = _page(folder)
    show(page, status_lines(page), as_json)


@study_command.command("verify")
@folder_argument
@json_option
def verify_command(folder: Path, as_json: bool) -> None:
    """Compare every chunk with its checksum and hash the whole; exit 1 when it lacks.

    \b
    Examples:
      refight study verify big
    """
    from refight.report.study import status_lines

    page = _page(folder, with_digest=True)
    show(page, status_lines(page), as_json)
    if not page["complete"]:
        click.get_current_context().exit(FAILED)


@study_command.command("clean")
@folder_argument
@click.option("--all", "everything", is_flag=True, help="The whole study.")
@json_option
def clean_command(folder: Path, everything: bool, as_json: bool) -> None:
    """Remove damaged chunks and those of older code; with --all, every chunk.

    \b
    Examples:
      refight study clean big
      refight study clean big --all
    """
    from refight.ensemble.study.drive import clean
    from refight.report.lines import plural

    removed = clean(folder, everything)
    show({"removed": removed}, [f"{plural(removed, 'file')} removed."], as_json)


@study_command.command("query")
@folder_argument
@click.argument("sql", required=False, default="")
@json_option
def query_command(folder: Path, sql: str, as_json: bool) -> None:
    """Ask all refights of a study in SQL; without SQL, list the columns.

    \b
    Examples:
      refight study query big
      refight study query big "select median(fall_date) from refights"
    """
    from refight.ensemble.study.query import ask
    from refight.report.study import answer_data, answer_lines

    page = answer_data(*ask(folder, sql))
    show(page, answer_lines(page), as_json)


def _ready(act: str, version: str, seed: int) -> "tuple[Prepared, str]":
    """Prepare an act as it was; a scenario's folder is named from the root."""
    from refight.cli.acts import ready
    from refight.cli.show import ACTS

    name = act if act in ACTS else str(Path(act).resolve())
    return ready(name, version, (), seed), name


def _arms(
    prepared: "Prepared", design: str, levers: tuple[str, ...]
) -> tuple[tuple[str, ...], ...]:
    """Give the variants of a study, each of which the act must know."""
    from refight.ensemble.refight import varied
    from refight.ensemble.study.plan import arms_of
    from refight.scenario.variant import parse

    choices = parse(levers)
    if design == "factorial" and not choices:
        from refight.attribution.causes import causes_of

        causes = causes_of(prepared.scenario)
        choices = {each.lever.id: each.without for each in causes.causes}
    varied(prepared, choices)
    return arms_of(design, choices)


def _at_once_on_second(command: Callable[..., None]) -> Callable[..., None]:
    """End the process when Ctrl-C comes while a first one is being answered."""

    @wraps(command)
    def wrapped(*arguments: Any, **options: Any) -> None:
        try:
            command(*arguments, **options)
        except KeyboardInterrupt:
            from refight.ensemble.processes import leave

            click.echo("Stopped at once; finished chunks are kept.", err=True)
            leave(STOPPED)

    return wrapped


@_at_once_on_second
def _run(folder: Path, on: str, workers: int | None, as_json: bool) -> None:
    from refight.report.study import run_data, run_lines

    done = _driven(folder, on, workers, as_json)
    page = run_data(done, _page(folder, with_digest=not done.interrupted))
    show(page, run_lines(page), as_json)
    if done.interrupted:
        click.get_current_context().exit(STOPPED)


def _driven(folder: Path, on: str, workers: int | None, quiet: bool) -> "Done":
    from refight.ensemble.place import WORDS, open_place
    from refight.ensemble.study.drive import run_study
    from refight.ensemble.study.plan import read_plan
    from refight.report.progress import progress

    plan = read_plan(folder)  # before a cluster is opened for nothing
    if on in WORDS:
        _ready(plan.act, plan.version, plan.seed)  # compiles once, not in each worker
    with (
        open_place(on, workers) as place,
        progress(f"study of {plan.act}", silent=quiet) as report,
    ):
        return run_study(folder, place, report, lambda said: click.echo(said, err=True))


def _page(folder: Path, with_digest: bool = False) -> dict[str, Any]:
    from refight.ensemble.study.drive import digest_of, survey
    from refight.ensemble.study.lock import holder
    from refight.report.study import status_data

    found = survey(folder)
    digest = digest_of(found) if with_digest and found.complete else None
    return status_data(found, folder, holder(folder), digest)
