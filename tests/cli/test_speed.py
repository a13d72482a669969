import json

import pytest

from refight.cli import speed, startup
from refight.ensemble.bench import Pace
from refight.report.speed import speed_data, speed_lines

PACE = Pace(64, 0.02, 0.01, 0.03, (1.28, 0.64), 1.96, 4096.0)


def test_the_page_fits_80_columns_and_says_how_it_was_measured():
    page = speed_data({"fall": PACE}, {"fall": {"combat": 1.0}}, 120.0, {"warm": 0.5})
    lines = speed_lines(page)
    assert max(map(len, lines)) <= 80
    text = " ".join(" ".join(lines).split())
    assert "two threads against one 2.00" in text
    assert "120 MB, and 159 MB with 10,000 refights kept" in text
    assert "warm 0.50 s (50 loops)" in text
    assert "least wall time of one by that of two" in text


def test_bench_needs_no_compiler_in_its_own_process(monkeypatch, capsys):
    """Compiling is done apart: this process measures memory, and holds no Numba."""
    calls = []
    monkeypatch.setattr(startup, "apart", calls.append)
    monkeypatch.setattr(speed, "process_shares", lambda act, seed: {"combat": 1.0})
    speed.bench_command.main(
        ["--refights", "2", "--no-starts", "--json"], standalone_mode=False
    )
    page = json.loads(capsys.readouterr().out)
    assert calls == [speed.COMPILE]
    assert set(page["acts"]) == {"fall", "liberation"}
    assert page["acts"]["fall"]["shares"] == {"combat": 1.0}
    assert page["starts"] == {}


@pytest.mark.slow
def test_a_start_is_measured_warm_and_cold(monkeypatch):
    monkeypatch.setattr(startup, "REPEATS", 1)
    found = startup.starts()
    assert 0.05 < found[startup.WARM] < 60
    assert found[startup.COLD] > found[startup.WARM] / 10
