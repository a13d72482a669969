import re
import signal
import subprocess
import sys
import threading
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refight.ensemble.run import refuse_too_many, run, time_left
from refight.errors import EnsembleError, ScenarioError


def refight(indices):
    """Give each refight numbers that depend on its index alone."""
    rows = [np.random.default_rng(int(i)).random(3) for i in indices]
    table = np.array(rows)
    return {
        "day": table[:, 0],
        "losses": (table * indices[:, None]).astype(np.float32),
    }


WHOLE = refight(np.arange(400))


def same(columns, count):
    return columns.keys() == WHOLE.keys() and all(
        each.dtype == WHOLE[name].dtype and np.array_equal(each, WHOLE[name][:count])
        for name, each in columns.items()
    )


@given(st.integers(1, 60), st.integers(1, 70), st.integers(1, 4))
def test_threads_and_chunks_do_not_change_the_result(count, chunk, threads):
    done = run(refight, count, threads=threads, chunk=chunk)
    assert same(done.columns, count)
    assert not done.interrupted


def test_chunks_that_finish_out_of_order_are_merged_in_order():
    def slow_first(indices):
        time.sleep(0.05 if indices[0] == 0 else 0)
        return refight(indices)

    assert same(run(slow_first, 60, threads=4, chunk=5).columns, 60)


def test_work_goes_to_several_threads():
    both = threading.Barrier(2, timeout=10)

    def meet(indices):
        both.wait()
        return refight(indices)

    assert run(meet, 2, threads=2, chunk=1).count == 2


def test_progress_counts_up_to_the_total():
    told = []
    run(refight, 50, threads=2, chunk=20, progress=lambda *both: told.append(both))
    assert told == [(20, 50), (40, 50), (50, 50)]


@pytest.mark.parametrize("threads", [1, 3])
def test_an_interrupt_keeps_a_run_equal_to_a_shorter_one(threads):
    def stop(done, total):
        if done >= 20:
            raise KeyboardInterrupt

    done = run(refight, 400, threads=threads, chunk=4, progress=stop)
    assert done.interrupted
    assert 20 <= done.count < 100
    assert same(done.columns, done.count)
    assert done.said() == (
        f"Stopped after {done.count} of 400 refights; the first {done.count} are kept."
    )


def test_an_interrupt_before_anything_is_done_goes_on_to_the_caller():
    def stop(indices):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(stop, 4, chunk=1)


def test_no_thread_outlives_an_interrupt():
    def stop(done, total):
        raise KeyboardInterrupt

    before = threading.active_count()
    run(refight, 400, threads=4, chunk=1, progress=stop)
    assert threading.active_count() == before


def test_an_error_in_one_chunk_ends_the_run_as_itself():
    ran = []

    def fails(indices):
        ran.append(int(indices[0]))
        if indices[0] == 3:
            raise ScenarioError("a bridge", "no bridge")
        return refight(indices)

    with pytest.raises(ScenarioError, match="no bridge"):
        run(fails, 10_000, threads=2, chunk=1)
    assert len(ran) < 100


@pytest.mark.parametrize(
    ("odd", "message"),
    [
        (lambda n: {}, "same columns"),
        (lambda n: {"day": np.zeros(n), "extra": np.zeros(n)}, "odd ones: extra"),
        (lambda n: {"day": np.zeros(n + 1)}, "column day"),
        (lambda n: {"day": np.zeros((n, 2))}, "column day"),
        (lambda n: {"day": np.zeros(n, np.float32)}, "float32"),
        (lambda n: {"day": np.zeros(n, np.int64)}, "int64"),
    ],
)
def test_chunks_that_do_not_fit_are_refused(odd, message):
    def run_chunk(indices):
        if indices[0] == 0:
            return {"day": np.zeros(len(indices))}
        return odd(len(indices))

    with pytest.raises(EnsembleError, match=message):
        run(run_chunk, 4, threads=1, chunk=2)


@pytest.mark.parametrize(("count", "chunk"), [(0, 1), (-1, 1), (1, 0)])
def test_counts_that_mean_nothing_are_refused(count, chunk):
    with pytest.raises(EnsembleError):
        run(refight, count, chunk=chunk)


def test_no_columns_at_all_is_refused():
    with pytest.raises(EnsembleError, match="at least one column"):
        run(lambda indices: {}, 3)


def test_time_left_follows_the_pace():
    assert time_left(10, 100, 5.0) == 45.0
    assert time_left(100, 100, 5.0) == 0.0
    assert time_left(0, 100, 5.0) == float("inf")


STOPPED = """
import sys, time
import numpy as np
from refight.ensemble.run import run

def slow(indices):
    time.sleep(0.02)
    return {"day": indices.astype(float)}

def told(done, total):
    print(done, flush=True)

done = run(slow, 100_000, threads=2, chunk=1, progress=told)
assert np.array_equal(done.columns["day"], np.arange(done.count))
print(done.said())
"""


def test_ctrl_c_ends_a_real_run_soon_and_keeps_what_is_done():
    with subprocess.Popen(
        [sys.executable, "-c", STOPPED], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline().strip() == "1"
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert re.search(r"Stopped after \d+ of 100,000 refights", rest)


def test_more_than_memory_holds_is_refused_at_once():
    refuse_too_many(1_000_000)
    with pytest.raises(EnsembleError, match="refight study"):
        refuse_too_many(1_000_001)
