"""Show: pages as text or as JSON, and the options that many commands share."""

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from refight.errors import suggest
from refight.report.asjson import plain

F = TypeVar("F", bound=Callable[..., Any])

CAMPAIGN = "khorramshahr"
ACTS = ("fall", "liberation")


class ActName(click.ParamType[str]):
    """The name of an act; a mistyped one is answered with the nearest."""

    name = "act"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Show the acts where help shows the argument."""
        return f"[{'|'.join(ACTS)}]"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Take the name of an act and nothing else."""
        if value in ACTS:
            return str(value)
        from refight.errors import UsageError

        raise UsageError("the name of an act", f'"{value}"', hint=suggest(value, ACTS))


act_argument = click.argument("act", type=ActName())
json_option = click.option("--json", "as_json", is_flag=True, help="Plain data.")
seed_option = click.option(
    "--seed", default=1, show_default=True, help="Key of all chance, 0 or more."
)
version_option = click.option(
    "--as",
    "version",
    type=click.Choice(["recorded", "told"]),
    default="recorded",
    show_default=True,
    help="Build the act from the whole record, or from the account alone.",
)
threads_option = click.option(
    "--threads",
    type=click.IntRange(min=1),
    help="Threads; all cores when left out. Results do not depend on it.",
)


def work_options(command: F) -> F:
    """Add what every command that refights takes: --seed, --threads, --json."""
    return seed_option(threads_option(json_option(command)))


def _open(context: click.Context, _: click.Parameter, on: str) -> str:
    """Open the place that --on names until the command has ended."""
    if on != "threads":
        from refight.ensemble.abroad import at
        from refight.ensemble.place import open_place

        context.with_resource(at(context.with_resource(open_place(on))))
    return on


on_option = click.option(
    "--on",
    default="threads",
    show_default=True,
    metavar="PLACE",
    callback=_open,
    expose_value=False,
    help="threads, processes, dask (a local cluster), or tcp://HOST:PORT.",
)


def place_options(command: F) -> F:
    """Add --on to what `work_options` adds: for commands that refight many worlds."""
    return work_options(on_option(command))


def pairs_option(default: int, words: str, least: int = 1) -> Callable[[F], F]:
    """Make --pairs: how many refights with and without."""
    return click.option(
        "--pairs",
        type=click.IntRange(min=least),
        default=default,
        show_default=True,
        help=words,
    )


lever_option = click.option(
    "--lever",
    "levers",
    multiple=True,
    metavar="NAME=LEVEL",
    help="Set a lever to another level than what was; may be repeated.",
)


def show(page: object, lines: Sequence[str], as_json: bool) -> None:
    """Print a page as lines of text, or as JSON."""
    if as_json:
        text = json.dumps(plain(page), ensure_ascii=False, indent=2, allow_nan=False)
        click.echo(text)
    else:
        click.echo("\n".join(lines))
