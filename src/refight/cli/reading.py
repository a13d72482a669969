"""Commands on a text of one's own: read makes a draft, confirm reviews it."""

import sys
from pathlib import Path

import click

from refight.cli.show import CAMPAIGN, json_option, show
from refight.errors import AccountError, RefightError, UsageError

PROMPT = "y, n, e(dit), s(kip), q(uit)? "
campaign_option = click.option(
    "--campaign", default=CAMPAIGN, show_default=True, help="Whose names are known."
)


@click.command("read")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    metavar="DRAFT",
    help="Where to write the draft; FILE with the ending .draft.yaml, here, if unset.",
)
@json_option
@campaign_option
def read_command(file: Path, out: Path | None, as_json: bool, campaign: str) -> None:
    """Read a text of your own: dates, lengths, numbers, speech, known names.

    Writes a draft in which nothing is confirmed. English text as UTF-8; what was not
    read is listed. An existing draft is never written over.

    \b
    Examples:
      refight read article.txt
      refight read article.txt -o review/article.yaml
    """
    from refight.account.reading.document import open_text
    from refight.account.reading.draft import draft_of, write_draft
    from refight.account.reading.names import known_in
    from refight.account.reading.reader import read_text
    from refight.account.reading.working import work_out
    from refight.cli.pages import archive_of, loaded_words
    from refight.files import may_write
    from refight.report.progress import progress
    from refight.report.reading import reading_data, reading_lines

    text = open_text(file)
    path = out or Path(f"{file.stem}.draft.yaml")
    if path.exists():
        hint = f"go on with refight confirm {path}, or give another name with -o"
        raise UsageError("a draft that is not there yet", "a file", str(path), hint)
    may_write(path)
    known = known_in(archive_of(campaign))
    with progress("Reading sentences", silent=as_json) as report:
        draft = draft_of(file.name, text, read_text(text, known, report))
    worked = work_out(draft)
    write_draft(path, draft, [each.data for each in worked])
    page = reading_data(draft, worked, path)
    show(page, reading_lines(page, loaded_words(campaign)), as_json)


@click.command("confirm")
@click.argument("path", metavar="DRAFT", type=click.Path(path_type=Path))
@json_option
def confirm_command(path: Path, as_json: bool) -> None:
    """Go through a draft claim by claim: yes, no, edit, skip or quit.

    Each answer is kept at once; the next call goes on with what was not answered.
    Answers may be piped in, one a line. With --json nothing is asked: how the review
    stands.

    \b
    Examples:
      refight confirm article.draft.yaml
      yes y | refight confirm article.draft.yaml
      refight confirm article.draft.yaml --json
    """
    from refight.account.reading.draft import read_draft
    from refight.account.reading.working import work_out
    from refight.report.reading import review_data, review_lines

    draft = read_draft(path)
    if not as_json:
        try:
            _review(path)
        except KeyboardInterrupt:
            click.echo()
        draft = read_draft(path)
    page = review_data(draft, work_out(draft), path)
    show(page, review_lines(page), as_json)


def _review(path: Path) -> None:
    """Ask for each claim that waits; every answer is on disk before the next."""
    from refight.account.reading.draft import read_draft
    from refight.cli.pages import loaded_words
    from refight.report.reading import claim_lines

    loaded = loaded_words(CAMPAIGN)
    for claim in read_draft(path).waiting:
        click.echo("\n".join(claim_lines(read_draft(path), claim, loaded)))
        if not _settled(path, claim.id):
            return


def _settled(path: Path, name: str) -> bool:
    """Ask until a claim is answered or skipped; False when the person stops."""
    from refight.account.reading import answers

    while True:
        typed = _ask(PROMPT)
        if typed is None:
            return False
        word = answers.WORDS.get(typed.strip().lower(), "")
        if word in ("skip", "quit"):
            return word == "skip"
        if word == "edit":
            done = _edit(path, name)
            if done is not False:
                return done is True
        elif word:
            _keep(path, name, word)
            return True
        else:
            click.echo("  one of y, n, e, s, q")


def _edit(path: Path, name: str) -> bool | None:
    """Take a corrected value; False when it was none, None when input ends."""
    from refight.account.reading import answers
    from refight.account.reading.draft import read_draft

    claim = next(each for each in read_draft(path).claims if each.id == name)
    typed = _ask(f"  as {answers.form_of(claim)}: ")
    if typed is None:
        return None
    try:
        _keep(path, name, "", typed)
    except RefightError as error:
        click.echo(f"  {error.message()}")
        return False
    return True


def _keep(path: Path, name: str, word: str, typed: str = "") -> None:
    """Write one answer into the draft as it now stands on disk."""
    from refight.account.reading import answers
    from refight.account.reading.draft import read_draft, write_draft
    from refight.account.reading.working import work_out

    draft = read_draft(path)
    claim = next((each for each in draft.claims if each.id == name), None)
    if claim is None:
        hint = "it was changed meanwhile; start again"
        raise AccountError(f"the claim {name}", "no such claim", str(path), hint)
    if word:
        draft = answers.answered(draft, claim, word)
    else:
        draft = answers.edited(draft, claim, typed)
    write_draft(path, draft, [each.data for each in work_out(draft)])


def _ask(prompt: str) -> str | None:
    """Read one line of answer; None at the end of the input."""
    click.echo(prompt, nl=False)
    line: str = sys.stdin.readline()
    if not line:
        click.echo()
        return None
    return line
