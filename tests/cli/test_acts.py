"""The commands that refight, against a fake act: options, files, JSON, Ctrl-C."""

import json

import pytest

from refight import cli
from refight.cli import cold
from refight.ensemble import refight as engine
from refight.ensemble.store import load
from tests.report import fake


@pytest.fixture(autouse=True)
def without_engine(monkeypatch):
    asked = []

    def many(prepared, count, seed, threads=None, progress=None, **_):
        asked.append((count, seed, threads))
        return fake.ensemble(count, seed=seed)

    monkeypatch.setattr(engine, "prepare", lambda act, *_: fake.prepared(act))
    monkeypatch.setattr(engine, "refight", many)
    monkeypatch.setattr(engine, "rerun", lambda *_: fake.replay([], fall_date=34.0))
    monkeypatch.setattr(cold, "warm_up", lambda *_: None)
    return asked


def output(capsys, *arguments):
    code = cli.run(arguments)
    caught = capsys.readouterr()
    return code, caught.out, caught.err


@pytest.mark.parametrize("act", ["fall", "liberation"])
def test_an_act_is_refought_1000_times_and_summed_up(act, capsys, without_engine):
    code, out, err = output(capsys, act)
    assert (code, err) == (0, "")
    assert without_engine == [(1000, 1, None)]
    assert "The city falls in" in out
    assert max(map(len, out.splitlines())) <= 80


def test_options_reach_the_engine(capsys, without_engine):
    output(capsys, "fall", "--refights", "50", "--seed", "7", "--threads", "1")
    assert without_engine == [(50, 7, 1)]


def test_json_is_json_without_infinity(capsys):
    code, out, _ = output(capsys, "fall", "--refights", "40", "--json")
    assert code == 0
    assert json.loads(out)["refights"] == 40
    assert "Infinity" not in out and "NaN" not in out


def test_out_saves_parquet_with_its_manifest(tmp_path, capsys):
    code, out, _ = output(capsys, "fall", "--refights", "9", "--out", str(tmp_path))
    (saved,) = tmp_path.glob("*.parquet")
    assert code == 0
    assert str(saved) in out
    assert saved.with_suffix(".json").is_file()
    assert load(saved).count == 9


def test_a_folder_that_cannot_be_written_is_refused_before_the_work(
    tmp_path, capsys, without_engine
):
    file = tmp_path / "file"
    file.write_text("x")
    code, out, err = output(capsys, "fall", "--out", str(file))
    assert (code, out) == (2, "")
    assert "a folder that can be written" in err
    assert without_engine == []


def test_one_replicate_is_shown_alone(capsys, without_engine):
    code, out, _ = output(capsys, "fall", "--replicate", "3")
    assert code == 0
    assert "refight 3 of seed 1 alone" in out
    assert without_engine == []


def test_chronicle_and_losses(capsys):
    code, out, _ = output(capsys, "chronicle", "fall", "--replicate", "2")
    assert code == 0
    assert "26 October 1980 (day 34)" in out
    code, out, _ = output(capsys, "losses", "fall", "--json")
    assert code == 0
    assert json.loads(out)["refights"] == 200


def test_a_stopped_run_says_what_is_kept(capsys, monkeypatch):
    monkeypatch.setattr(engine, "refight", lambda *_, **__: fake.ensemble(16))
    code, out, _ = output(capsys, "fall", "--refights", "500")
    assert code == 0
    assert "Stopped after 16 of 500 refights, which are kept" in out


def test_ctrl_c_before_anything_ends_with_130(capsys, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "refight", stop)
    code, out, err = output(capsys, "fall")
    assert (code, out) == (130, "")
    assert "Stopped" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("fault", [MemoryError, OverflowError])
def test_more_than_a_machine_holds_is_one_message(capsys, monkeypatch, fault):
    def fail(*_, **__):
        raise fault("71.1 PiB")

    monkeypatch.setattr(engine, "refight", fail)
    code, _, err = output(capsys, "fall")
    assert code == 2 and "ask for fewer" in err


def test_a_full_disk_is_one_message(capsys, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device", "somewhere")

    monkeypatch.setattr(engine, "refight", full)
    code, _, err = output(capsys, "fall")
    assert code == 2
    assert "somewhere: expected to read or write, found no space left" in err


def test_run_reads_a_folder(tmp_path, capsys):
    code, _, err = output(capsys, "run", str(tmp_path / "none"))
    assert code == 2
    assert "none" in err and "what to do" in err


def test_the_first_answer_is_passed_on_line_by_line(capsys):
    with cold._child(["-c", "import time; time.sleep(20)"]) as compiling:
        cold._relay(iter([["one", "two"], [], ["three"]]), compiling)
    caught = capsys.readouterr()
    assert (caught.out, caught.err) == ("", "one\ntwo\nthree\n")
    assert compiling.poll() is not None  # it is ended with the block


def test_the_first_answer_ends_when_the_engine_is_ready(capsys):
    def days():
        yield ["one"]
        compiling.wait()
        yield []
        raise AssertionError("asked for another day")

    with cold._child(["-c", "input()"]) as compiling:
        cold._relay(days(), compiling)
    assert capsys.readouterr().err == "one\n"


def test_a_warm_machine_starts_no_child(monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr(cold, "interpreted", lambda: False)
    monkeypatch.setattr(cold, "is_warm", lambda: True)
    monkeypatch.setattr(cold, "_child", None)
    cold.warm_up(None, 1)
