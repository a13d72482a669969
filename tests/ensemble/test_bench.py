import time

import numpy as np
import pytest

from refight.ensemble import bench


def spin(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_the_calibration_loop_does_the_same_work_each_time():
    assert bench.calibration_loop(1000) == bench.calibration_loop(1000)
    assert bench.calibration_loop(1000) != bench.calibration_loop(1001)
    assert bench.calibrate(loops=200_000, repeats=2) > 0


def test_pace_is_time_per_refight_in_seconds_and_in_loops(monkeypatch):
    monkeypatch.setattr(bench, "calibrate", lambda: 0.001)

    def run_chunk(indices):
        spin(0.002 * len(indices))
        return {"day": np.zeros(len(indices))}

    got = bench.pace(run_chunk, refights=5, repeats=2)
    assert 0.002 <= got.seconds < 0.004
    assert got.loops == pytest.approx(got.seconds / 0.001)
    assert got.per_second == pytest.approx(1 / got.seconds)


def test_shares_sum_to_one_and_show_the_slow_process():
    processes = {"slow": lambda x: time.sleep(0.003), "quick": lambda x: None}
    got = bench.process_shares(processes, lambda x: None, [(1,)] * 3)
    assert sum(got.values()) == pytest.approx(1.0)
    assert got["slow"] > 0.9


def test_peak_memory_is_in_megabytes():
    assert 20 < bench.peak_megabytes() < 100_000
