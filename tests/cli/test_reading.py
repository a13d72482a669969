"""refight read and refight confirm: from a text to answers that are kept."""

import io
import json
import sys
from pathlib import Path

import pytest

from refight import cli
from refight.account.reading.draft import read_draft
from refight.report.lines import QUOTED

TEXT = (
    "The town was shut up on 18 April 1689 and relieved on 31 July 1689. "
    "It had held out 105 days with 7,000 men. "
    '"We are few," said Mr Walker. A few hundred were left.\n'
)


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("derry.txt").write_text(TEXT, "utf-8")
    return tmp_path


def confirm(monkeypatch, typed, *more):
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return cli.run(["confirm", "derry.draft.yaml", *more])


def answers():
    return [claim.answer for claim in read_draft(Path("derry.draft.yaml")).claims]


def test_read_writes_a_draft_and_says_what_it_found(place, capsys):
    assert cli.run(["read", "derry.txt"]) == 0
    out = capsys.readouterr().out
    assert "2 dates, 1 length of time, 1 number, 1 quotation" in out
    assert '"A few hundred": an amount without a number' in out
    assert "refight confirm derry.draft.yaml" in out
    assert all(len(line) <= 80 for line in out.splitlines())
    assert answers() == [""] * 5


def test_loaded_words_of_the_text_stand_in_quotation_marks(place, capsys):
    Path("bold.txt").write_text("The enemy lost 300 martyrs of the war.", "utf-8")
    cli.run(["read", "bold.txt"])
    outside = QUOTED.sub(" ", " ".join(capsys.readouterr().out.split()))
    assert "300" in outside
    assert "enemy" not in outside and "martyrs" not in outside


def test_a_short_text_that_is_hardly_english_is_doubted(place, capsys):
    Path("court.txt").write_text("La ville est prise en 1980 par les troupes.", "utf-8")
    assert cli.run(["read", "court.txt"]) == 0
    assert "no other language is understood" in " ".join(
        capsys.readouterr().out.split()
    )
    cli.run(["read", "derry.txt"])
    assert "no other language" not in capsys.readouterr().out


def test_read_speaks_json(place, capsys):
    assert cli.run(["read", "derry.txt", "--json", "-o", "d.yaml"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert page["counts"]["date"] == 2
    assert page["draft"] == "d.yaml"
    claims = [c for s in page["sentences"] for c in s["claims"]]
    assert not any(c["confirmed"] for c in claims)


def test_a_draft_is_never_written_over(place, capsys):
    cli.run(["read", "derry.txt"])
    before = Path("derry.draft.yaml").read_bytes()
    assert cli.run(["read", "derry.txt"]) == 2
    assert "refight confirm derry.draft.yaml" in capsys.readouterr().err
    assert Path("derry.draft.yaml").read_bytes() == before


def test_answers_come_from_a_pipe_and_are_taken_up_again(place, monkeypatch, capsys):
    cli.run(["read", "derry.txt"])
    assert confirm(monkeypatch, "y\nn\nwhat\n") == 0
    assert answers() == ["yes", "no", "", "", ""]
    assert "one of y, n, e, s, q" in capsys.readouterr().out
    assert confirm(monkeypatch, "s\ne\nsoon\ne\n6500..7500 men\nq\n") == 0
    assert answers() == ["yes", "no", "", "edited", ""]
    assert "3 waiting" not in capsys.readouterr().out.split("waiting")[-1]
    assert confirm(monkeypatch, "y\ny\n") == 0
    out = capsys.readouterr().out
    assert "0 waiting" in out
    assert "Worked out" in out
    assert answers() == ["yes", "no", "yes", "edited", "yes"]


def test_ctrl_c_keeps_what_was_answered(place, monkeypatch):
    class Stopped(io.StringIO):
        def readline(self, *_):
            if self.tell():
                raise KeyboardInterrupt
            return super().readline()

    cli.run(["read", "derry.txt"])
    monkeypatch.setattr(sys, "stdin", Stopped("y\n"))
    assert cli.run(["confirm", "derry.draft.yaml"]) == 0
    assert answers()[0] == "yes"


def test_confirm_tells_how_it_stands_without_asking(place, capsys):
    cli.run(["read", "derry.txt"])
    capsys.readouterr()
    assert cli.run(["confirm", "derry.draft.yaml", "--json"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert (page["claims"], page["confirmed"], len(page["waiting"])) == (5, 0, 5)


@pytest.mark.parametrize("name", ["none.txt", "derry.tx"])
def test_a_file_that_is_not_there_is_one_message(place, name, capsys):
    assert cli.run(["read", name]) == 2
    assert "expected" in capsys.readouterr().err
    assert cli.run(["confirm", name]) == 2
