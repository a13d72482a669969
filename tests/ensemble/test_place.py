"""Every place does the same calls; a place that loses workers does them again."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from refight.ensemble import place as places
from refight.ensemble.place import AHEAD, Calls, Place, open_place, threads
from refight.ensemble.processes import Processes
from refight.errors import EnsembleError, ScenarioError, UsageError


def square(number):
    return number * number


def whoami(_):
    time.sleep(0.05)
    return os.getpid()


def fails(number):
    if number == 3:
        raise ScenarioError("a bridge", "no bridge")
    return number


def dies_once(path):
    """Kill the own worker the first time that a file is not there."""
    if not path.exists():
        path.write_text("was here")
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name


def dies_while_answering(_):
    """Kill the own worker when half of what it has to say is sent."""

    def half(way, said, write=os.write):
        os.write(way._handle, bytes(said)[: len(said) // 2])
        os.kill(os.getpid(), signal.SIGKILL)

    Connection._send = half


def dies(_):
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture(scope="module", params=["threads", "processes"])
def place(request):
    with open_place(request.param, 2) as opened:
        yield opened


def test_every_item_is_done_once(place):
    found = dict(Calls(place, square, range(50)).done())
    assert found == {number: number * number for number in range(50)}


def test_an_error_of_a_call_is_its_own(place):
    with pytest.raises(ScenarioError, match="no bridge"):
        list(Calls(place, fails, range(10)).done())


def test_items_are_taken_only_as_they_are_needed():
    taken = []

    def items():
        for number in range(100_000):
            taken.append(number)
            yield number

    with threads(2) as place:
        calls = Calls(place, square, items())
        next(calls.done())
        assert len(taken) <= AHEAD * 2 + 2
        list(calls.under_way())


def test_what_is_under_way_is_finished_and_the_rest_taken_back():
    def slow(number):
        time.sleep(0.1)
        return number

    with threads(1) as place:
        calls = Calls(place, slow, range(1000))
        next(calls.done())
        assert len(list(calls.under_way())) <= 1


class Untold(Executor):
    """Hides, as a cluster does, which calls have begun."""

    def __init__(self, pool):
        self.pool = pool

    def submit(self, function, item):
        hidden = Future()
        begun = self.pool.submit(function, item)
        begun.add_done_callback(lambda made: self.copy(made, hidden))
        return hidden

    def copy(self, made, hidden):
        if not hidden.cancelled():
            hidden.set_result(made.result())


def test_where_nobody_can_tell_all_that_was_handed_out_is_finished():
    with threads(1) as place:
        untold = Place(Untold(place.executor), place.width, tells=False)
        calls = Calls(untold, square, range(1000))
        next(calls.done())
        waiting = {item for item, _ in calls.waiting.values()}
        assert waiting
        assert {item for item, _ in calls.under_way()} == waiting


def test_what_a_cluster_took_back_while_stopping_is_left_out():
    class Cancels:
        def submit(self, function, item):
            future = Future()
            future.cancel()
            future.set_running_or_notify_cancel()
            return future

    calls = Calls(Place(Cancels(), lambda: 1, tells=False), square, [1, 2])
    calls._fill()
    assert list(calls.under_way()) == []


LEAVES = """
from refight.ensemble.processes import Processes, leave
pool = Processes(1)
pool.submit(abs, -1).result()
pool.shutdown(wait=False)
leave(130)
"""


def test_leaving_at_once_leaks_nothing():
    command = [sys.executable, "-c", LEAVES]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_processes_are_others_than_this_one():
    with open_place("processes", 2) as place:
        found = {pid for _, pid in Calls(place, whoami, range(8)).done()}
    assert os.getpid() not in found
    assert len(found) == 2


def test_a_killed_worker_is_replaced_and_its_work_done_again(tmp_path):
    paths = [tmp_path / str(number) for number in range(4)]
    with open_place("processes", 2) as place:
        found = [name for _, name in Calls(place, dies_once, paths).done()]
    assert sorted(found) == ["0", "1", "2", "3"]


def test_a_worker_killed_in_the_middle_of_its_answer_is_not_waited_for():
    pool = Processes(1)
    with pytest.raises(BrokenProcessPool):
        pool.submit(dies_while_answering, 1).result(timeout=60)
    assert pool.submit(square, 3).result(timeout=60) == 9
    pool.shutdown(wait=False)


def test_work_that_kills_every_worker_is_given_up(monkeypatch):
    monkeypatch.setattr(places, "TRIES", 2)
    with (
        open_place("processes", 1) as place,
        pytest.raises(EnsembleError, match="2 workers that died"),
    ):
        list(Calls(place, dies, [1]).done())


def test_workers_end_with_the_pool():
    pool = Processes(2)
    pids = {pool.submit(whoami, n).result() for n in range(4)}
    assert pids <= set(pool.pids())
    pool.shutdown(wait=False, cancel_futures=True)
    deadline = time.monotonic() + 10
    while any(map(alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(alive, pids))


def alive(pid):
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
        return stat.rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_place_that_is_gone_ends_the_wait():
    class Silent:
        def submit(self, function, item):
            return Future()

    def gone():
        raise EnsembleError("a scheduler", "none")

    with pytest.raises(EnsembleError, match="a scheduler"):
        list(Calls(Place(Silent(), lambda: 1, check=gone), square, [1]).done())


def test_an_unknown_place_is_answered_with_the_nearest():
    with pytest.raises(UsageError, match='did you mean "threads"'):
        open_place("thread")
