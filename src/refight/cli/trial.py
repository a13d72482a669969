"""Commands of the trials: import, fit, predict, score; each calls one function."""

from pathlib import Path
from typing import Any

import click

from refight.cli.causes import kept
from refight.cli.show import json_option, place_options, show

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder with battles.csv; the one imported last when left out.",
)
ids_option = click.option(
    "--ids",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Ids of battles, one a line; ids.txt of the folder when left out, or all.",
)
fit_option = click.option(
    "--fit",
    "fitted",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What refight trial fit wrote; the shipped ranges when left out.",
)
surprise_option = click.option(
    "--surprise",
    is_flag=True,
    help="Use the code of surprise, which was judged afterwards (hindsight).",
)


@click.group("trial", invoke_without_command=True)
@json_option
@click.pass_context
def trial_command(ctx: click.Context, as_json: bool) -> None:
    """Refight other real battles with the same engine, and score it.

    The data are not shipped: docs/howto/trials.md says where they are. A trial tests
    the rules of combat. It says nothing about the causes of 1980 to 1982.

    \b
    Examples:
      refight trial import cdb90
      refight trial fit --ids ids.txt --out fit.json
      refight trial predict --ids ids.txt --fit fit.json --out predictions.csv
      refight trial score predictions.csv
    """
    if ctx.invoked_subcommand is None:
        from refight.report.trial import steps_data, steps_lines

        show(steps_data(), steps_lines(), as_json)


@trial_command.command("import")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@json_option
def import_command(folder: Path, as_json: bool) -> None:
    """Read the battle data base from a folder of yours, row by row.

    Says what was read, mended and left out, and why; refuses the copies whose
    negative codes were lost. The folder is remembered for the other commands.

    \b
    Examples:
      refight trial import cdb90
      refight trial import cdb90 --json
    """
    from refight.report.trial import import_data, import_lines
    from refight.trials.battles import read_battles
    from refight.trials.trial import remember

    page = import_data(read_battles(folder))
    remember(folder)
    show(page, import_lines(page), as_json)


@trial_command.command("fit")
@data_option
@ids_option
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="FILE",
    help="Where to write the coefficients with what they were made from.",
)  # fmt: skip
@click.option("--rounds", type=click.IntRange(1), default=8, show_default=True)
@click.option(
    "--candidates", type=click.IntRange(4), default=20, show_default=True,
    help="Sets of coefficients tried in each round.",
)  # fmt: skip
@click.option(
    "--refights", type=click.IntRange(4), default=12, show_default=True,
    help="Of each battle, for each set.",
)  # fmt: skip
@place_options
def fit_command(
    data: Path | None, ids: Path | None, out: Path, rounds: int, candidates: int,
    refights: int, seed: int, threads: int | None, as_json: bool,
) -> None:  # fmt: skip
    """Fit the few general coefficients on the listed battles, and on no other row.

    Stopped with Ctrl-C it goes on where it was when called again.

    \b
    Examples:
      refight trial fit --ids train.txt --out fit.json
      refight trial fit --data cdb90 --ids train.txt --rounds 3 --out quick.json
      refight trial fit --ids train.txt --out fit.json --on dask
    """
    from refight.files import cache_folder, write_atomic
    from refight.report.progress import progress
    from refight.report.trial import fit_data, fit_lines
    from refight.trials import fit as fitting
    from refight.trials.coefficients import to_json
    from refight.trials.trial import battles_of

    plan = fitting.Plan(rounds, candidates, max(3, candidates // 4), refights, seed)
    battles = battles_of(data, ids)
    folder = cache_folder() / "trials" / "candidates"
    with kept(), progress("fit", silent=as_json) as report:
        found = fitting.fit(battles, plan, threads, report, folder)
    write_atomic(out, to_json(found).encode())
    page = fit_data(found, str(out))
    show(page, fit_lines(page), as_json)


@trial_command.command("predict")
@data_option
@ids_option
@fit_option
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="FILE",
    help="Where to write the table of forecasts.",
)  # fmt: skip
@click.option("--refights", type=click.IntRange(20), default=200, show_default=True)
@surprise_option
@place_options
def predict_command(
    data: Path | None, ids: Path | None, fitted: Path | None, out: Path,
    refights: int, surprise: bool, seed: int, threads: int | None, as_json: bool,
) -> None:  # fmt: skip
    """Refight battles and write a forecast of each; outcomes may be blank.

    \b
    Examples:
      refight trial predict --ids ids.txt --out predictions.csv
      refight trial predict --data blind --fit fit.json --out predictions.csv
      refight trial predict --surprise --out with-surprise.csv
    """
    from refight.report.progress import progress
    from refight.report.trial import predict_data, predict_lines
    from refight.trials.forecasts import write_forecasts
    from refight.trials.trial import Asked, battles_of, foretell

    battles, fit = battles_of(data, ids), _fit(fitted)
    asked = Asked(refights, seed, surprise, threads)
    with progress("battles", silent=as_json) as report:
        made = foretell(battles, fit, asked, report)
    write_forecasts(made, out)
    page = predict_data(made, battles, fit, asked, str(out))
    show(page, predict_lines(page), as_json)


@trial_command.command("score")
@click.argument("table", metavar="PREDICTIONS", type=click.Path(path_type=Path))
@data_option
@json_option
def score_command(table: Path, data: Path | None, as_json: bool) -> None:
    """Score a table of forecasts beside plain baselines fitted on other wars.

    \b
    Examples:
      refight trial score predictions.csv
      refight trial score predictions.csv --data cdb90 --json
    """
    from refight.report.trial import score_data, score_lines
    from refight.trials.forecasts import read_forecasts
    from refight.trials.trial import battles_of

    made = read_forecasts(table)
    battles = battles_of(data, None).of_ids(made.ids, str(table))
    page = score_data(battles, made.of([each.id for each in battles.inputs]))
    show(page, score_lines(page), as_json)


@trial_command.command("report")
@data_option
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), metavar="FILE",
    help="A page: .md, with its diagram beside it as .svg, or .html in one file.",
)  # fmt: skip
@click.option("--rounds", type=click.IntRange(1), default=8, show_default=True)
@click.option("--candidates", type=click.IntRange(4), default=20, show_default=True)
@click.option(
    "--refights", type=click.IntRange(20), default=200, show_default=True,
    help="Of each battle, for its forecast.",
)  # fmt: skip
@place_options
def report_command(
    data: Path | None, out: Path, rounds: int, candidates: int, refights: int,
    seed: int, threads: int | None, as_json: bool,
) -> None:  # fmt: skip
    """Write one page: each war foretold by the others, scored beside baselines.

    Says where the engine is better and worse, by era, ground and posture, and where
    it falls short. Holds scores only, no row of the table.

    \b
    Examples:
      refight trial report --out trials.html
      refight trial report --data cdb90 --out docs/explanation/trials.md
    """
    from refight.files import cache_folder, write_atomic
    from refight.report import trialpage
    from refight.report.progress import progress
    from refight.trials.fit import Plan
    from refight.trials.folds import fold
    from refight.trials.trial import Asked, battles_of

    battles, asked = battles_of(data, None), Asked(refights, seed, False, threads)
    plan = Plan(rounds, candidates, max(3, candidates // 4), seed=seed)
    folder = cache_folder() / "trials" / "candidates"
    with kept(), progress("trial", silent=as_json) as report:
        page = trialpage.page_data(
            battles, fold(battles, plan, asked, report, folder), asked
        )
    svg, picture = trialpage.svg_of(page), out.with_suffix(".svg")
    lines = trialpage.page_lines(page, picture.name)
    if out.suffix == ".html":
        write_atomic(out, trialpage.page_html(lines, svg).encode())
    else:
        write_atomic(picture, svg.encode())
        write_atomic(out, ("\n".join(lines) + "\n").encode())
    show(page, [f"Written to {out}"], as_json)


@trial_command.command("laws")
@click.option(
    "--iwo-jima", type=click.Path(path_type=Path), metavar="DIR",
    help="Folder with parameters.csv, Engel's coefficients.",
)  # fmt: skip
@click.option(
    "--ardennes", type=click.Path(path_type=Path), metavar="DIR",
    help="Folder with ardennes_manpower_daily.csv.",
)  # fmt: skip
@json_option
def laws_command(iwo_jima: Path | None, ardennes: Path | None, as_json: bool) -> None:
    """Check the machinery of losses against Lanchester's laws in closed form.

    \b
    Examples:
      refight trial laws
      refight trial laws --iwo-jima iwo_jima_engel --ardennes ardennes_daily
    """
    from refight.report.triallaws import laws_data, laws_lines

    page = laws_data(iwo_jima, ardennes)
    show(page, laws_lines(page), as_json)


def _fit(path: Path | None) -> Any:
    from refight.trials.coefficients import as_shipped, read_fit

    return as_shipped() if path is None else read_fit(path)
