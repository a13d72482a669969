"""The pages of an act and the edge of the command line: errors, help, pipes."""

import json
import subprocess
import sys

import click
import pytest

from refight import cli
from refight.files import campaign_path

ACTS = ("fall", "liberation")


def output(capsys, *arguments):
    code = cli.run(arguments)
    caught = capsys.readouterr()
    return code, caught.out, caught.err


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("verb", ["forces", "plan"])
def test_forces_and_plans_of_both_acts(verb, act, capsys):
    code, out, _ = output(capsys, verb, act)
    assert code == 0
    assert "IRAQ" in out and "IRAN" in out
    code, out, _ = output(capsys, verb, act, "--json")
    assert json.loads(out)["act"] == act


def test_the_step_is_printed_in_the_order_of_the_engine(capsys):
    from refight.engine.step import PROCESSES

    _, out, _ = output(capsys, "plan", "fall", "--step")
    places = [out.index(f"{n}. {name}") for n, (name, _) in enumerate(PROCESSES, 1)]
    assert places == sorted(places)
    page = json.loads(output(capsys, "plan", "fall", "--step", "--json")[1])
    assert [each["process"] for each in page] == [name for name, _ in PROCESSES]


def test_the_map_is_written_as_svg(tmp_path, capsys):
    path = tmp_path / "fall.svg"
    code, out, _ = output(capsys, "map", "fall", "-o", str(path))
    assert code == 0 and str(path) in out
    assert path.read_text().startswith("<svg")


@pytest.mark.parametrize("name", ["x.pdf", "x"])
def test_a_map_needs_a_known_ending(name, tmp_path, capsys):
    code, _, err = output(capsys, "map", "fall", "-o", str(tmp_path / name))
    assert code == 2 and ".svg or .png" in err
    assert list(tmp_path.iterdir()) == []


def test_place(capsys):
    code, out, _ = output(capsys, "place", "friday", "mosque")
    assert code == 0 and "Mosque" in out
    assert json.loads(output(capsys, "place", "shalamcheh", "--json")[1])["claims"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fall-date"], "Claims"),
        (["iraqi-killed", "--act", "liberation"], "beit-ol-moqaddas-1982"),
        (["loss.attacker"], "assumption"),
        (["losses.iraq.guns", "--act", "fall"], "guns.rate"),
        (["wrecks.iran.tanks"], "loss.tanks"),
        (["iq-26ab-t1"], "iq-26ab"),
        (["ir-576"], "One claim"),
    ],
)
def test_why_leads_to_claims_or_to_the_word_assumption(arguments, said, capsys):
    code, out, err = output(capsys, "why", *arguments)
    assert code == 0, err
    assert said in out
    assert "laims" in out or "assumption" in out


def test_why_asks_which_act_when_both_have_the_number(capsys):
    code, _, err = output(capsys, "why", "iraqi-killed")
    assert code == 2
    assert "--act fall or --act liberation" in err


@pytest.mark.parametrize("name", ["fall-dat", "losses.irak", "losses.iraq.gun"])
def test_why_names_what_is_near(name, capsys):
    code, _, err = output(capsys, "why", name)
    assert code == 2
    assert "did you mean" in err


@pytest.mark.parametrize("act", ACTS)
def test_why_answers_for_every_outcome_and_unit(act):
    from refight.cli.pages import archive_of, estimates_of, scenario_of
    from refight.report.whyact import why_act_data

    archive = archive_of("khorramshahr")
    estimates = estimates_of("khorramshahr", archive)
    scenario = scenario_of(act, "khorramshahr")
    names = [each.id for each in (*scenario.outcomes, *scenario.units)]
    names += [each.quality for each in scenario.units]
    for name in dict.fromkeys(names):
        page = why_act_data(archive, estimates, {act: scenario}, name)
        assert page["claims"] or page["assumption"] or page["sources"], name


@pytest.mark.parametrize("act", ACTS)
def test_why_answers_for_every_parameter_of_the_engine(act):
    from refight.cli.pages import archive_of, estimates_of, scenario_of
    from refight.engine.parameters import PARAMETERS
    from refight.report.whyact import estimate_of

    estimates = estimates_of("khorramshahr", archive_of("khorramshahr"))
    scenario = scenario_of(act, "khorramshahr")
    for name in PARAMETERS:
        for side in ("iraq", "iran"):
            assert estimate_of(scenario, estimates, name, side), f"{name}.{side}"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fal"], 'did you mean "fall"?'),
        (["forces", "liberatoin"], 'did you mean "liberation"?'),
        (["fall", "--bogus"], "refight fall --help"),
        (["fall", "--refights", "0"], "refight fall --help"),
        (["fall", "--lever", "x"], "lever=level"),
        (["fall", "--lever", "nosuch=level"], "a lever of"),
        (["place", "nowhere-at-all"], "a place"),
        (["forces", "fall", "--campaign", "khoramshahr"], "khorramshahr"),
    ],
)
def test_bad_input_is_one_message_and_exit_code_2(arguments, said, capsys):
    code, out, err = output(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err


def commands():
    context = click.Context(cli.refight)
    return {name: cli.refight.get_command(context, name) for name in cli.VERBS}


def test_every_command_has_json_help_and_a_line_in_the_list():
    for name, command in commands().items():
        assert command.name == name
        assert command.help
        group = isinstance(command, click.Group)
        for part in command.commands.values() if group else [command]:
            assert any("--json" in each.opts for each in part.params), name


def test_the_commands_of_issue_2_are_there():
    wanted = "fall liberation forces plan place source claim losses why map chronicle"
    assert {*wanted.split(), "run", "bench", "warmup", "account"} <= set(cli.VERBS)


def test_commands_that_refight_have_examples():
    for name, command in commands().items():
        if not command.callback.__module__.endswith("account"):
            assert "Examples:" in command.help, name


HEAVY = [
    "h3",
    "llvmlite",
    "numba",
    "numpy",
    "pyarrow",
    "pydantic",
    "refight.account.model",
    "rich",
    "scipy",
    "shapely",
    "uvicorn",
    "yaml",
]


def imported_by(*arguments):
    code = (
        "import sys; from refight.cli import run; run(sys.argv[1:]);"
        f"print('|', *[m for m in {HEAVY} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.rpartition("|")[2].split())


def test_help_imports_nothing_heavy():
    assert imported_by("--help") == set()
    assert imported_by("fall", "--help") == set()


def test_a_warm_refight_imports_no_compiler_and_reads_no_yaml():
    needed = {"numpy", "pydantic", "llvmlite"}
    imported_by("fall", "--refights", "1")  # fills the cache where it is empty
    assert imported_by("fall", "--refights", "1") == needed


def test_a_closed_pipe_is_quiet():
    code = "import sys; from refight.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", code, "timeline"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe) as child:
        child.stdout.read(10)
        child.stdout.close()
        assert child.stderr.read() == b""


def test_what_is_broken_in_a_scenario_is_said_with_its_line(tmp_path, capsys):
    folder = tmp_path / "broken"
    folder.mkdir()
    for path in (campaign_path("khorramshahr") / "scenarios" / "fall").glob("*.yaml"):
        (folder / path.name).write_text(path.read_text("utf-8"), "utf-8")
    first = folder / "scenario.yaml"
    first.write_text(f"{first.read_text('utf-8')}\nnonsense: 1\n", "utf-8")
    code, out, err = output(capsys, "run", str(folder))
    assert (code, out) == (2, "")
    assert "scenario.yaml:" in err and "nonsense" in err


def test_why_as_told_needs_the_act(capsys):
    code, _, err = output(capsys, "why", "garrison", "--as", "told")
    assert code == 2 and "--act liberation" in err
    named = ("why", "garrison", "--act", "liberation", "--as", "told")
    code, out, _ = output(capsys, *named)
    assert code == 0 and "15,000" in out
