"""A study is the refights in one piece, bit for bit, however it was run."""

import dataclasses

import numpy as np
import pytest

from refight.ensemble.study import drive
from refight.ensemble.study.chunk import fight, first_refight, order, read_chunk
from refight.ensemble.study.drive import CHUNKS, clean, digest_of, survey
from refight.ensemble.study.plan import read_plan, write_plan
from refight.ensemble.study.query import ask
from refight.ensemble.study.total import Fingerprint, fingerprint
from refight.errors import EnsembleError, UsageError
from tests.ensemble import acts
from tests.ensemble.study import short


@pytest.fixture
def folder(tmp_path, act):
    return short.study(tmp_path / "study", act)


@pytest.mark.parametrize(
    ("on", "chunk"), [("threads", 7), ("threads", 30), ("processes", 11)]
)
def test_neither_place_nor_chunks_change_the_digest(tmp_path, act, on, chunk):
    folder = short.study(tmp_path / "study", act, chunk=chunk)
    done = short.run(folder, on)
    assert digest_of(done.survey) == short.in_one_piece(act)


def test_chunks_finished_out_of_order_make_the_same_study(folder, act):
    plan = read_plan(folder)
    for chunk in reversed(list(plan.chunks())):
        drive.write_chunk(folder / CHUNKS, chunk, fight(order(plan, chunk)))
    assert digest_of(survey(folder)) == short.in_one_piece(act)


def test_every_arm_is_the_variant_fought_alone(tmp_path, act):
    choices = {"air-strikes": "none"}
    folder = short.study(
        tmp_path / "study", act, design="pairs", choices=choices, refights=10
    )
    done = short.run(folder)
    expected = short.in_one_piece(act, 10, ((), ("air-strikes=none",)))
    assert digest_of(done.survey) == expected


def test_the_digest_is_that_of_whole_columns():
    rng = np.random.default_rng(1)
    columns = {"b": rng.random(20), "a": rng.random((20, 3)).astype(np.float32)}
    parts = Fingerprint()
    for start, stop in ((0, 1), (1, 12), (12, 20)):
        parts.add({name: each[start:stop] for name, each in columns.items()})
    assert parts.digest() == fingerprint(columns) == acts.fingerprint(columns)
    columns["b"][7] = np.nextafter(columns["b"][7], 2)
    assert fingerprint(columns) != parts.digest()


def test_a_study_that_lacks_a_chunk_has_no_digest(folder):
    with pytest.raises(EnsembleError, match="4 chunks missing"):
        digest_of(survey(folder))


def test_only_what_is_missing_is_fought(folder):
    first = short.run(folder)
    assert first.fought == short.REFIGHTS
    kept = sorted((folder / CHUNKS).iterdir())
    times = [path.stat().st_mtime_ns for path in kept]
    kept[1].unlink()
    again = short.run(folder)
    assert again.fought == short.CHUNK
    assert sorted((folder / CHUNKS).iterdir()) == kept
    now = [path.stat().st_mtime_ns for path in kept]
    assert [old == new for old, new in zip(times, now, strict=True)].count(False) == 1


def test_a_longer_study_keeps_the_chunks_of_the_shorter(folder, act):
    short.run(folder)
    write_plan(short.plan(act, refights=40), folder)
    done = short.run(folder)
    assert done.fought == 40 - 24  # the last chunk of 30 was cut short
    assert digest_of(done.survey) == short.in_one_piece(act, 40)
    assert len(done.survey.foreign) == 1


def test_progress_counts_what_was_there_before(folder):
    short.run(folder)
    sorted((folder / CHUNKS).iterdir())[0].unlink()
    told = []
    short.run(folder, progress=lambda *both: told.append(both))
    assert told == [(short.REFIGHTS, short.REFIGHTS)]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"code": "0" * 16}, "plan the study again"),
        ({"scenario": "0" * 64}, "the scenario that was planned"),
        ({"first": "0" * 64}, "other numbers from the same code"),
    ],
)
def test_a_worker_with_other_code_data_or_arithmetic_refuses(act, change, message):
    plan = dataclasses.replace(short.plan(act), **change)
    with pytest.raises(EnsembleError, match=message):
        fight(order(plan, next(plan.chunks())))


def test_a_study_of_other_code_is_not_gone_on_with(folder):
    plan = dataclasses.replace(read_plan(folder), code="0" * 16)
    write_plan(plan, folder)
    with pytest.raises(EnsembleError, match="plan the study again"):
        short.run(folder)


def test_the_first_refight_sees_one_bit(act):
    ready = short.prepared(act)
    assert first_refight(ready, short.SEED) != first_refight(ready, short.SEED + 1)


def test_clean_removes_what_is_not_of_the_study(folder):
    done = short.run(folder)
    (folder / CHUNKS / "notes.txt").write_text("mine")
    (folder / CHUNKS / ".half-written").write_text("PAR1")
    assert clean(folder) == 2
    assert survey(folder) == done.survey
    clean(folder, everything=True)
    assert [each.name for each in folder.iterdir()] == ["lock"]


def test_a_folder_among_the_chunks_is_let_be(folder, act):
    (folder / CHUNKS / "mine").mkdir(parents=True)
    (folder / CHUNKS / ".mine").mkdir()
    done = short.run(folder)
    assert digest_of(done.survey) == short.in_one_piece(act)
    assert clean(folder) == 0
    clean(folder, everything=True)
    assert sorted(each.name for each in (folder / CHUNKS).iterdir()) == [
        ".mine",
        "mine",
    ]


def test_nothing_is_left_where_no_study_was_to_clean(tmp_path):
    with pytest.raises(EnsembleError, match="refight study plan"):
        clean(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_sql_sees_every_refight_and_nothing_else(folder, tmp_path):
    done = short.run(folder)
    names, rows = ask(
        folder, "select count(*) n, count(distinct refight) from refights"
    )
    assert names[0] == "n"
    assert rows == [(short.REFIGHTS, short.REFIGHTS)]
    columns = [read_chunk(path) for path in done.survey.kept.values()]
    killed = np.concatenate([each["outcome.iraqi-killed"] for each in columns])
    (row,) = ask(folder, "select sum(iraqi_killed) from refights")[1]
    assert row[0] == killed.sum()
    (tmp_path / "private.csv").write_text("a\n1\n")
    for sql in (f"select * from read_csv('{tmp_path}/private.csv')", "selec"):
        with pytest.raises(UsageError, match="SQL over the study"):
            ask(folder, sql)


@pytest.mark.parametrize(
    "sql",
    [
        "copy refights to '{chunk}'",
        "copy (select 1) to '{folder}/chunks/more.parquet'",
        "set enable_external_access = true",
        "select 1; copy refights to '{chunk}'",
    ],
)
def test_sql_writes_nothing(folder, sql):
    done = short.run(folder)
    chunk = next(iter(done.survey.kept.values()))
    before = chunk.read_bytes()
    with pytest.raises(UsageError, match="only reads"):
        ask(folder, sql.format(chunk=chunk, folder=folder))
    assert chunk.read_bytes() == before
    assert survey(folder) == done.survey


def test_without_a_question_the_columns_are_listed(folder):
    short.run(folder)
    names = [name for name, _ in ask(folder)[1]]
    assert names[:2] == ["variant", "refight"]
    assert "iraqi_killed" in names


def test_nothing_to_ask_is_said(folder):
    with pytest.raises(EnsembleError, match="refight study run"):
        ask(folder)
