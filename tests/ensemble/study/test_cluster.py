"""Studies on Dask: a real scheduler and real workers on loopback, killed for real."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager, suppress

import pytest

from refight.ensemble import cluster
from refight.ensemble.place import open_place
from refight.ensemble.study.drive import digest_of, run_study, survey
from refight.ensemble.study.lock import holder
from refight.errors import EnsembleError, UsageError
from tests.ensemble.study import short
from tests.ensemble.study.test_faults import (
    SOON,
    alive,
    children,
    chunks,
    driver,
    until,
)

pytest.importorskip("distributed")
LONG, FEW = 96, 8  # refights, and in a chunk


@pytest.fixture
def long(tmp_path, act):
    return short.study(tmp_path / "study", act, refights=LONG, chunk=FEW)


@contextmanager
def child(*words):
    """Run a command of Dask as a process of its own."""
    command = [sys.executable, "-m", "dask", *words]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def answers(port):
    with socket.socket() as trying:
        return trying.connect_ex(("127.0.0.1", port)) == 0


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


@contextmanager
def by_hand():
    """Start a scheduler and workers as the page on studies says; give its address."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    local = ["--host", "127.0.0.1", "--no-dashboard"]
    with ExitStack() as stack:
        words = ["scheduler", *local, "--port", str(port)]
        scheduler = stack.enter_context(child(*words))
        until(lambda: answers(port))
        started = [
            stack.enter_context(
                child("worker", address, *local, "--no-nanny", "--nthreads", "1")
            )
            for _ in range(2)
        ]
        yield address, scheduler, started


@pytest.fixture
def another_cluster():
    """Take the port that Dask would have, as a second cluster does."""
    with socket.socket() as listening:
        with suppress(OSError):  # there is one
            listening.bind(("127.0.0.1", 8787))
            listening.listen()
        yield


@pytest.mark.slow
@pytest.mark.parametrize("lost", [cluster.LOST, 0.01], ids=["back", "given up"])
def test_a_local_cluster_that_loses_workers_gives_the_same_numbers(
    long, act, lost, monkeypatch, another_cluster
):
    monkeypatch.setattr(cluster, "LOST", lost)
    killed = set()

    def kill(done, wanted):
        if len(killed) < 2 and done >= LONG * (len(killed) + 1) // 5:
            told = place.executor._client.run(os.getpid, on_error="ignore")
            pid = next((p for p in told.values() if p not in {None, *killed}), 0)
            if pid:
                os.kill(pid, signal.SIGKILL)
                killed.add(pid)

    with open_place("dask", 2) as place:
        done = run_study(long, place, kill, short.silent)
    assert killed
    assert digest_of(done.survey) == short.in_one_piece(act, LONG)


@pytest.mark.slow
def test_ctrl_c_on_a_cluster_keeps_all_that_was_handed_out(tmp_path, act):
    folder = short.study(tmp_path / "study", act, refights=100_000, chunk=100)
    with driver(folder, "--on", "dask", "--workers", "2") as process:
        until(lambda: len(chunks(folder)) > 4)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: workers hear it too
        assert "Ctrl-C again" in process.stderr.readline()
        before = len(chunks(folder))
        _, warned = process.communicate(timeout=SOON)
    assert (process.returncode, warned) == (130, "")
    assert len(chunks(folder)) > before
    assert survey(folder).damaged == survey(folder).partial == ()


@pytest.mark.slow
def test_ctrl_c_twice_on_a_cluster_ends_it_and_all_workers(tmp_path, act):
    folder = short.study(tmp_path / "study", act, refights=100_000, chunk=2_000)
    with driver(folder, "--on", "dask", "--workers", "2") as process:
        until(lambda: len(children(process.pid)) > 2 and holder(folder))
        time.sleep(1.0)  # chunks are handed out
        workers = children(process.pid)
        for _ in range(2):
            os.killpg(process.pid, signal.SIGINT)
            time.sleep(0.5)
        _, warned = process.communicate(timeout=SOON)
    assert process.returncode == 130
    assert warned.splitlines()[-1] == "Stopped at once; finished chunks are kept."
    assert holder(folder) == ""
    until(lambda: not any(map(alive, workers)))


@pytest.mark.slow
def test_a_scheduler_joined_by_its_address_and_lost_is_said(long, act, monkeypatch):
    monkeypatch.setattr(cluster, "SILENCE", 2.0)
    with by_hand() as (address, scheduler, _):

        def lose(done, wanted):
            if done >= LONG // 4:
                scheduler.kill()

        start = time.monotonic()
        with (
            open_place(address) as place,
            pytest.raises(EnsembleError, match="one that has gone") as caught,
        ):
            run_study(long, place, lose, short.silent)
        assert caught.value.where == address
        assert time.monotonic() - start < 90
    kept = survey(long).done
    assert LONG // 4 <= kept < LONG
    done = short.run(long)
    assert done.fought == LONG - kept
    assert digest_of(done.survey) == short.in_one_piece(act, LONG)


QUEUE = {
    "cores": 2,
    "processes": 2,
    "memory": "2GB",
    "worker_extra_args": ["--lifetime", "110m", "--lifetime-stagger", "5m"],
    "scheduler_options": {"host": "127.0.0.1", "dashboard_address": None},
}


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # what dask-jobqueue leaves to be collected
def test_workers_that_a_queue_started_give_the_same_numbers(tmp_path, act):
    local = pytest.importorskip("dask_jobqueue.local")
    folder = short.study(tmp_path / "study", act)
    aside = {"local_directory": str(tmp_path), "log_directory": str(tmp_path)}
    with local.LocalCluster(**QUEUE, **aside) as queue:
        queue.scale(jobs=1)
        done = short.run(folder, queue.scheduler_address)
    assert digest_of(done.survey) == short.in_one_piece(act)


def test_a_job_for_slurm_starts_workers_that_end_in_time():
    jobqueue = pytest.importorskip("dask_jobqueue")
    with jobqueue.SLURMCluster(**QUEUE, walltime="02:00:00") as queue:
        script = queue.job_script()
    assert "#SBATCH -t 02:00:00" in script
    assert "--lifetime 110m" in script


def test_an_address_where_nothing_answers_is_said(monkeypatch):
    monkeypatch.setattr(cluster, "ANSWER", 0.3)
    with (
        pytest.raises(EnsembleError, match="nothing that answers") as caught,
        open_place(f"tcp://127.0.0.1:{free_port()}"),
    ):
        pass
    assert "dask scheduler" in caught.value.hint


@pytest.mark.parametrize("address", ["tcp://", "tcp://host:port", "tls://x"])
def test_what_is_no_address_is_said(address, monkeypatch):
    monkeypatch.setattr(cluster, "ANSWER", 0.3)
    with pytest.raises(EnsembleError, match="a Dask scheduler"), open_place(address):
        pass


def test_without_dask_the_way_to_install_it_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(UsageError, match=r"refight\[cluster\]"),
        open_place("dask"),
    ):
        pass


def test_silence_is_measured_by_a_clock_that_cannot_be_set():
    class Client:
        status = "running"

        def scheduler_info(self, n_workers):
            return {"workers": {"a": {"nthreads": 2}, "b": {"nthreads": 1}}}

    client, now = Client(), [100.0]

    def sleep(seconds):
        now[0] += seconds
        if now[0] > 105 and back:
            client.status = "running"

    watch = cluster.Watch(client, "tcp://here", clock=lambda: now[0], sleep=sleep)
    assert watch.width() == 3
    back, client.status = True, "connecting"
    watch.check()
    back, client.status = False, "connecting"
    with pytest.raises(EnsembleError, match="then resume"):
        watch.check()
    assert now[0] > 105 + cluster.SILENCE
