"""The commands on the account: they print, they speak JSON, they exit as promised."""

import json

import click
import pytest
from click.testing import CliRunner

from refight.cli.account import COMMANDS, load
from refight.errors import AccountError, RefightError, UsageError

GROUP = click.Group("refight", commands={c.name: c for c in COMMANDS})


@pytest.fixture(autouse=True)
def own_cache(request, tmp_path, monkeypatch):
    """Keep remembered copies apart; the engine's code is not compiled anew for it."""
    if "--enough" not in str(request.node.callspec.params if has_case(request) else ""):
        monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path / "cache"))


def has_case(request):
    return hasattr(request.node, "callspec")


def run(*arguments, group=GROUP):
    done = CliRunner().invoke(group, arguments)
    if isinstance(done.exception, RefightError):
        raise done.exception
    return done


def test_the_commands_have_help_and_json():
    names = {command.name for command in COMMANDS}
    assert names == {"account", "claim", "source", "quotes", "after", "timeline"}
    for command in COMMANDS:
        assert command.help
        assert any("--json" in param.opts for param in command.params)


def test_account_lists_54_rows_and_counts_open_ones_as_open():
    done = run("account")
    assert done.exit_code == 0
    assert "54 rows." in done.output
    assert " 0 failed" in done.output
    page = json.loads(run("account", "--json").output)
    assert sum(page["counts"].values()) == len(page["rows"]) == 54
    waiting = {row["status"] for row in page["rows"] if row["waits_for"]}
    assert waiting == {"open"}


def test_account_runs_the_commands_of_its_group():
    account = load("khorramshahr")[0]

    @click.command("forces")
    @click.argument("act")
    def forces(act):
        shown = [*account.row_checks[18].shows, *account.row_checks[19].shows]
        click.echo(" ".join([act, *shown, *account.row_checks[32].shows]))

    group = click.Group("refight", commands={**GROUP.commands, "forces": forces})
    rows = json.loads(run("account", "--json", group=group).output)["rows"]
    assert {rows[n - 1]["status"] for n in (18, 19, 32)} == {"done"}


def test_account_exits_1_when_a_row_fails():
    @click.command("forces")
    @click.argument("act")
    def forces(act):
        raise UsageError("an act", f'"{act}"')

    group = click.Group("refight", commands={**GROUP.commands, "forces": forces})
    done = run("account", group=group)
    assert done.exit_code == 1
    assert "3 failed" in done.output


def test_account_asks_for_few_refights_in_a_check():
    asked = []

    @click.command("fall")
    @click.option("--refights", default=1000)
    @click.option("--pairs", default=200)
    def fall(refights, pairs):
        asked.append((refights, pairs))
        click.echo("fell")

    run(
        "account",
        group=click.Group("refight", commands={**GROUP.commands, "fall": fall}),
    )
    assert asked == [(20, 2)]


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["account", "--sentences"], "s53"),
        (["account", "--not-simulated"], "18 of 49"),
        (["account", "--enough", "--refights", "20"], "by the day told"),
        (["claim", "575"], "26 October 1980"),
        (["claim", "month", "and", "a", "half"], "day 49"),
        (["claim", "ir-576"], "Claim of the record"),
        (["source", "seed"], "prints By twice"),
        (["source", "--stances"], "western"),
        (["quotes"], "speech-3"),
        (["after", "today"], "Arbaeen"),
        (["timeline", "--interlude"], "21 June 1981"),
        (["timeline", "--act", "fall", "--elsewhere"], "kushk"),
    ],
)
def test_pages(arguments, shown):
    done = run(*arguments)
    assert done.exit_code == 0
    assert shown in " ".join(done.output.split())
    assert json.loads(run(*arguments, "--json").output)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["claim", "pathian-shut"], "parthian-shot"),
        (["claim", "saddam"], "several"),
        (["claim", "575", "--campaign", "khoramshahr"], "khorramshahr"),
        (["source", "nope"], "a source"),
        (["timeline", "--interlude", "--act", "fall"], "both"),
        (["account", "--remember"], "--text FILE"),
        (["account", "--text", "none.txt"], "none.txt"),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(arguments, found):
    with pytest.raises(RefightError, match=found):
        run(*arguments)


def test_a_copy_is_matched_and_remembered(tmp_path):
    copy = tmp_path / "copy.txt"
    copy.write_text("Another text. Of two sentences.", "utf-8")
    done = run("account", "--text", str(copy), "--remember")
    assert "The copy differs" in done.output
    assert run("quotes").exit_code == 0
    copy.write_bytes(b"\0")
    with pytest.raises(AccountError, match="binary"):
        run("quotes")


def test_the_campaign_is_read_once():
    assert load("khorramshahr") is load("khorramshahr")


@pytest.mark.parametrize(
    ("asked", "row", "words"),
    [
        ("575", "r6", ("contested", "depends on a definition", "not modelled")),
        ("6000", "r43", ("contested", "consistent", "refought")),
        ("15000", "r35", ("contested", "consistent", "refought")),
        ("Parthian", "r23", ("contested", "none", "refought")),
        ("women", "r21", ("contested", "depends on a definition", "refought")),
        ("Bonn", "r12", ("contradicted", "inconsistent", "not modelled")),
        ("chemical", "r51", ("contested", "depends on a definition", "not modelled")),
        ("Arbaeen", "r53", ("judgement, not testable", "consistent", "not modelled")),
    ],
)
def test_what_people_search_for_opens_the_page_with_its_words(asked, row, words):
    page = json.loads(run("claim", asked, "--json").output)
    assert f"r{page['rows'][0]['number']}" == row
    *plain, model = (it["word"] for it in page["verdicts"].values())
    assert (*plain, words[2]) == words
    assert (model == "not modelled") == (words[2] == "not modelled")
    assert model != "open"  # results come with the package


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("wmen", "women"),
        ("s99", "s49"),
        ("57x", "575"),
        ("r77", "r7"),
        ("bnon", "bonn"),
        ("iraqi", "iraqi-losses"),
    ],
)
def test_a_name_that_fits_nothing_is_answered_with_the_nearest(asked, near):
    with pytest.raises(RefightError) as caught:
        run("claim", asked)
    assert near in caught.value.hint
