"""Pages fit 80 columns, but for addresses that must stay whole."""

import shlex

import pytest

from refight import cli

PAGES = (
    "account --sentences",
    "account --enough",
    "claim 575",
    "source seed",
    "source --stances",
    "quotes",
    "after consequences",
    "timeline",
    "forces liberation",
    "plan fall",
    "place khorramshahr",
    "why losses.iraq --act fall",
)


@pytest.mark.parametrize("command", PAGES)
def test_pages_fit_80_columns(command, capsys):
    assert cli.run(shlex.split(command)) == 0
    wide = [line for line in capsys.readouterr().out.splitlines() if len(line) > 80]
    assert [line for line in wide if "://" not in line] == []
