"""Commands on the account: account, claim, source, quotes, after, timeline.

Each parses, calls one function of `report`, and prints text or JSON. `COMMANDS`
is what the main group registers. `refight account` checks its rows by running the
commands of whatever group it belongs to.
"""

import contextlib
import io
import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import click

from refight.account import read
from refight.account.arithmetic import work_all
from refight.account.copy import NONE, Copy, open_copy, remember, remembered
from refight.account.coverage import coverage, exit_code
from refight.account.lookup import Target, find, seek
from refight.account.model import Account
from refight.account.told import SECTIONS_OF_ACT
from refight.account.verdict import MODEL_LAYERS
from refight.cli.cite import bibtex_option, csl_option, exported
from refight.errors import EvidenceError, UsageError
from refight.evidence.archive import Archive
from refight.files import cache_folder, campaign_path
from refight.report import account as listing
from refight.report import after as after_page
from refight.report import claims, scrutiny, timeline, topic
from refight.report import quotes as quote_page
from refight.report.enough import answer_data, answer_words, assumed_lines
from refight.report.sources import find_sources, sources_data, sources_lines

# refights in a row's check: it asks whether the page is there
FEW = {"--refights": "20", "--pairs": "2"}

campaign_option = click.option(
    "--campaign", default="khorramshahr", show_default=True, help="Which campaign."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Plain data.")
text_option = click.option(
    "--text",
    "copy_path",
    type=click.Path(path_type=Path),
    help="Your own copy of the article: shows the original wording.",
)


@click.command("account")
@click.option("--sentences", is_flag=True, help="List the sentences.")
@click.option("--not-simulated", is_flag=True, help="What is only recorded, and why.")
@click.option("--enough", is_flag=True, help="Does the account suffice?")
@click.option(
    "--refights",
    type=click.IntRange(min=1),
    default=200,
    show_default=True,
    help="How many times, for --enough.",
)
@click.option("--remember", "keep", is_flag=True, help="Remember the path of --text.")
@text_option
@json_option
@campaign_option
@click.pass_context
def account_command(
    context: click.Context,
    sentences: bool,
    not_simulated: bool,
    enough: bool,
    refights: int,
    keep: bool,
    copy_path: Path | None,
    as_json: bool,
    campaign: str,
) -> None:
    """List every element of the account with its status; exit 1 if a row fails."""
    account, archive = load(campaign)
    loaded = account.loaded_words
    if keep and copy_path is None:
        raise UsageError("--text FILE beside --remember", "no file", hint="name one")
    if sentences:
        page = listing.sentences_data(account, _copy(copy_path, account).match.wording)
        return show(page, listing.sentences_lines(page, loaded), as_json)
    if not_simulated:
        page = listing.not_simulated_data(account)
        return show(page, listing.not_simulated_lines(page, loaded), as_json)
    if enough:
        answers = _refought_as_told(refights)
        words = {act: answer_words(answer) for act, answer in answers.items()}
        told_page = listing.enough_data(account, words)
        lines = listing.enough_lines(told_page, loaded) + assumed_lines(answers)
        return show({**told_page, "refought": answers}, lines, as_json)
    if copy_path is not None:
        page = listing.text_data(open_copy(copy_path, account).match, account)
        if keep:
            remember(copy_path)
        return show(page, listing.text_lines(page, loaded), as_json)
    statuses = coverage(account, archive, _runner(context, campaign))
    page = listing.coverage_data(statuses, account, _kept(account, [*account.rows]))
    show(page, listing.coverage_lines(page, loaded), as_json)
    context.exit(exit_code(statuses))


@click.command("claim")
@click.argument("name", nargs=-1, required=True)
@click.option(
    "--run",
    "runs",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FOLDER",
    help="Saved refights, for what the model has to say; may be repeated.",
)
@text_option
@json_option
@campaign_option
def claim_command(
    name: tuple[str, ...],
    runs: tuple[Path, ...],
    copy_path: Path | None,
    as_json: bool,
    campaign: str,
) -> None:
    """Show one claim: as told, as recorded, its arithmetic, three verdicts.

    What refights show comes from --run, for a stated cause from what refight causes has
    kept, and else from the results that come with the package.

    \b
    Examples:
      refight claim 575
      refight claim month-and-a-half
      refight liberation --out results
      refight claim 6000 --run results
    """
    account, archive = load(campaign)
    query = " ".join(name)
    target = seek(query, account, archive)
    if target is None:
        page = _on_record(query, account, archive)
        return show(page, claims.record_lines(page, account.loaded_words), as_json)
    if target.claim:
        page = topic.card_data(target.claim, account, archive)
        return show(page, topic.card_lines(page, account.loaded_words), as_json)
    copy = _copy(copy_path, account)
    done = work_all(account, archive, copy.text)
    words = model_words(target, account, runs)
    page = topic.topic_data(target, account, archive, done, copy.match.wording, words)
    show(page, topic.topic_lines(page, account.loaded_words), as_json)


@click.command("source")
@click.argument("name", nargs=-1)
@click.option("--stances", is_flag=True, help="Flags counted for every stance.")
@csl_option
@bibtex_option
@click.option(
    "--import",
    "csl_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Turn a CSL JSON file into entries of sources.yaml.",
)
@json_option
@campaign_option
def source_command(
    name: tuple[str, ...],
    stances: bool,
    csl: bool,
    bibtex: bool,
    csl_file: Path | None,
    as_json: bool,
    campaign: str,
) -> None:
    """Show one source: bibliography, stance, what rests on it; without NAME, all.

    \b
    Examples:
      refight source
      refight source seed
      refight source --stances
      refight source --bibtex > khorramshahr.bib
      refight source --csl crimson-ap
      refight source --import zotero.json > sources.yaml
    """
    if csl_file is not None:
        from refight.report.importing import import_data, import_lines

        imported = import_data(csl_file)
        return show(imported, import_lines(imported), as_json)
    account, archive = load(campaign)
    if csl or bibtex:
        found = find_sources(archive, _named(name, account)) if name else ()
        keys = [each.key for each in found] or [*archive.sources]
        return exported(keys, archive, bibtex)
    if stances:
        rows = scrutiny.stances_data(account, archive)
        return show(rows, scrutiny.stances_lines(rows), as_json)
    if not name:
        listed = sources_data(archive)
        return show(listed, sources_lines(listed), as_json)
    page = scrutiny.source_data(" ".join(name), account, archive)
    show(page, scrutiny.source_lines(page, account.loaded_words), as_json)


@click.command("quotes")
@click.argument("speech", default="")
@text_option
@json_option
@campaign_option
def quotes_command(
    speech: str, copy_path: Path | None, as_json: bool, campaign: str
) -> None:
    """Show the quoted speeches: speaker, office, date, source."""
    account, archive = load(campaign)
    wording = _copy(copy_path, account).match.wording
    page = quote_page.quotes_data(account, archive, speech, wording)
    show(page, quote_page.quotes_lines(page, account.loaded_words), as_json)


@click.command("after")
@click.argument("section", default="")
@text_option
@json_option
@campaign_option
def after_command(
    section: str, copy_path: Path | None, as_json: bool, campaign: str
) -> None:
    """Show what is recorded of the aftermath; nothing of it is simulated."""
    account, archive = load(campaign)
    wording = _copy(copy_path, account).match.wording
    page = after_page.after_data(account, archive, section, wording)
    show(page, after_page.after_lines(page, account.loaded_words), as_json)


@click.command("timeline")
@click.option("--act", default="", help="fall, liberation, or interlude.")
@click.option("--interlude", is_flag=True, help="Only what lies between the acts.")
@click.option("--elsewhere", is_flag=True, help="Only what lies off the map.")
@click.option("--place", default="", help="Only one place.")
@click.option("--source", default="", help="Only what rests on one source.")
@json_option
@campaign_option
def timeline_command(
    act: str,
    interlude: bool,
    elsewhere: bool,
    place: str,
    source: str,
    as_json: bool,
    campaign: str,
) -> None:
    """Show dated events of both acts and of the time between them."""
    account, archive = load(campaign)
    if interlude and act not in ("", timeline.INTERLUDE):
        raise UsageError("--act or --interlude", "both", hint="choose one of them")
    part = timeline.INTERLUDE if interlude else act
    filters = timeline.Filters(part, place, source, elsewhere)
    page = timeline.timeline_data(account, archive, filters)
    show(page, timeline.timeline_lines(page, account.loaded_words), as_json)


COMMANDS: list[click.Command] = [
    account_command,
    claim_command,
    source_command,
    quotes_command,
    after_command,
    timeline_command,
]


@lru_cache(maxsize=2)
def load(campaign: str) -> tuple[Account, Archive]:
    """Read a campaign's account and archive, once per process."""
    folder = campaign_path(campaign)
    if not (folder / "account").is_dir():
        found = f'"{campaign}", which has no account'
        raise UsageError("a campaign with an account", found, str(folder), "")
    return read(folder / "account"), Archive.read(folder)


def model_words(
    target: Target, account: Account, runs: Sequence[Path]
) -> dict[str, tuple[str, str]]:
    """Gather what saved refights, and kept causes, have to say of a target."""
    causes = _kept(account, target.rows)
    if not runs:
        return causes
    from refight.cli.atrun import words_of_runs

    return {**causes, **words_of_runs(runs, account)}


def _kept(account: Account, rows: Sequence[int]) -> dict[str, tuple[str, str]]:
    """Gather what shipped results, and kept causes, have to say of some rows."""
    asked = [account.rows[number] for number in rows]
    if not any(set(each.layer) & set(MODEL_LAYERS) for each in asked):
        return {}
    from refight.cli.atrun import words_of_kept, words_of_shipped

    found = words_of_shipped()
    if any(each.lever for each in asked) and (cache_folder() / "worlds").is_dir():
        found |= words_of_kept(account, rows)
    return found


def show(page: object, lines: Sequence[str], as_json: bool) -> None:
    """Print a page as lines of text, or as JSON."""
    if as_json:
        click.echo(json.dumps(page, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(lines))


def _named(words: Sequence[str], account: Account) -> str:
    """Give the name under which the record has what a person calls a source."""
    query = " ".join(words)
    return account.views.source_names.get(query.strip().lower(), query)


def _on_record(query: str, account: Account, archive: Archive) -> dict[str, object]:
    """Give what is on record of something that the account does not name.

    Raises UsageError with the nearest name of the account and the record.
    """
    try:
        return claims.record_data(archive, query)
    except EvidenceError:
        find(query, account, archive)
        raise


def _refought_as_told(refights: int) -> dict[str, dict[str, Any]]:
    """Refight both acts as told and give the answer of each."""
    from refight.ensemble.refight import prepare, refight

    ready = {act: prepare(act, "told") for act in SECTIONS_OF_ACT}
    return {act: answer_data(it, refight(it, refights)) for act, it in ready.items()}


def _copy(path: Path | None, account: Account) -> Copy:
    """Open the copy that was named, else the remembered one, else none."""
    chosen = path or remembered()
    return open_copy(chosen, account) if chosen else NONE


def _runner(
    context: click.Context, campaign: str
) -> Callable[[tuple[str, ...]], str | None]:
    """Make the function that runs one command of the group and gives its output."""
    root = context.find_root()
    own = {command.name: command for command in COMMANDS}

    def run(command: tuple[str, ...]) -> str | None:
        verb, *arguments = command
        group = root.command
        listed = (
            group.get_command(root, verb) if isinstance(group, click.Group) else None
        )
        found = listed or own.get(verb)
        if found is None:
            return None
        if any("--campaign" in param.opts for param in found.params):
            arguments += ["--campaign", campaign]
        return _output(found, [*arguments, *_few(found)])

    return run


def _few(command: click.Command) -> list[str]:
    """Ask for a few refights only, where a command has such an option."""
    options = {option for param in command.params for option in param.opts}
    return [word for name in FEW if name in options for word in (name, FEW[name])]


def _output(command: click.Command, arguments: list[str]) -> str:
    caught = io.StringIO()
    with contextlib.redirect_stdout(caught):
        try:
            code = command.main(arguments, standalone_mode=False)
        except click.ClickException as error:
            name = command.name or ""
            raise UsageError(
                f"refight {name} to run", error.format_message()
            ) from error
        except SystemExit as left:
            code = left.code
    if isinstance(code, int) and code != 0:
        raise UsageError(f"refight {command.name} to end well", f"exit code {code}")
    return caught.getvalue()
