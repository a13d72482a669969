import time

import numpy as np
import pytest

from refight.ensemble import bench
from refight.ensemble.design import fresh
from refight.ensemble.refight import prepare


def spin(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_the_calibration_loop_does_the_same_work_each_time():
    assert bench.calibration_loop(1000) == bench.calibration_loop(1000)
    assert bench.calibration_loop(1000) != bench.calibration_loop(1001)
    assert bench.calibrate(loops=200_000, repeats=2) > 0


@pytest.fixture
def no_loops(monkeypatch):
    monkeypatch.setattr(bench, "calibrate", lambda repeats=1: 0.001)
    monkeypatch.setattr(bench, "calibration_loop", lambda count: 1.0)


def test_pace_is_time_per_refight_in_seconds_and_in_loops(no_loops):
    def run_chunk(indices):
        spin(0.002 * len(indices))
        return {"day": np.zeros((len(indices), 3))}

    got = bench.pace(run_chunk, refights=5, repeats=2)
    assert 0.002 <= got.seconds < 0.004
    assert got.loops == pytest.approx(got.seconds / 0.001)
    assert got.per_second == pytest.approx(1 / got.seconds)
    assert got.held == 24
    assert got.wall(500) == pytest.approx(100 * got.walls[1])


def test_what_is_not_machine_code_is_python(no_loops):
    spent = []

    def run_chunk(indices):
        spin(0.004 * len(indices))
        spent.append(0.003 * len(indices))
        return {"day": np.zeros(len(indices))}

    got = bench.pace(run_chunk, 5, repeats=2, compiled_seconds=lambda: sum(spent))
    assert 0.2 < got.python < 0.5


def test_a_second_thread_gains_where_no_lock_is_held(no_loops):
    def run_chunk(indices):
        time.sleep(0.02)
        return {"day": np.zeros(len(indices))}

    got = bench.pace(run_chunk, refights=64, repeats=3)
    assert 1.5 < got.gain < 3.0  # one, if threads had to wait for each other


def test_time_in_machine_code_is_counted():
    runner = bench.TimedRunner(prepare("fall"), fresh(2, seed=1))
    runner(np.arange(2))
    assert 0.001 < runner.in_code() < 60


def test_shares_sum_to_one_and_show_the_slow_process():
    processes = {"slow": lambda x: time.sleep(0.003), "quick": lambda x: None}
    got = bench.process_shares(processes, lambda x: None, [(1,)] * 3)
    assert sum(got.values()) == pytest.approx(1.0)
    assert got["slow"] > 0.9


def test_peak_memory_is_in_megabytes():
    assert 20 < bench.peak_megabytes() < 100_000
