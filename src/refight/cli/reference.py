"""The reference page of the command line, made from the commands themselves.

`python -m refight.cli.reference docs/reference` writes cli.md; a test fails when it
is stale.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from refight.cli import VERBS, refight
from refight.files import write_atomic

NAME = "cli.md"
WIDTH = 80
HEAD = """\
# The command line

Made from the commands by `python -m refight.cli.reference docs/reference`.

`refight VERB ...`; every verb has `--help`, and `--json` for plain data. In JSON,
`null` stands for a day that is not within the act. Exit codes: 0 done, 1 a check of
`refight account` or `refight study verify` failed, 2 bad input (one message on stderr:
what was expected, what was found, where, what to do), 130 stopped with Ctrl-C before
anything was finished, or before all of a study was.
Kept between calls: compiled code and parsed files, in `REFIGHT_CACHE` or
`~/.cache/refight`; nothing else is written unless a command is told where.
"""


def page() -> str:
    """Write the page."""
    return "\n".join([HEAD, _contents(), *_sections()])


def _contents() -> str:
    rows = ["| verb | answers |", "| --- | --- |"]
    rows += [f"| [`{name}`](#{name}) | {said} |" for name, (*_, said) in VERBS.items()]
    return "\n".join([*rows, ""])


def _sections() -> Iterator[str]:
    with click.Context(refight, info_name="refight") as root:
        for name in VERBS:
            command = refight.get_command(root, name)
            if command is not None:
                yield f"## {name}\n\n```text\n{_help(command, name, root)}\n```\n"
                yield from _below(command, name, root)


def _below(command: click.Command, name: str, root: click.Context) -> Iterator[str]:
    """Write the commands of a verb that has some, in the order of their source."""
    if isinstance(command, click.Group):
        with click.Context(command, info_name=name, parent=root) as context:
            for below, each in command.commands.items():
                text = _help(each, below, context)
                yield f"### {name} {below}\n\n```text\n{text}\n```\n"


def _help(command: click.Command, name: str, root: click.Context) -> str:
    with click.Context(
        command,
        info_name=name,
        parent=root,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        help_option_names=["-h", "--help"],
    ) as context:
        return command.get_help(context)


def main(folder: Path) -> None:
    """Write the page into a folder."""
    write_atomic(folder / NAME, page().encode())


if __name__ == "__main__":
    main(Path(sys.argv[1] if sys.argv[1:] else "docs/reference"))
