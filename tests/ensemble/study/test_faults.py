"""Faults injected for real: after each, the same results or a clear message.

Signals go to real processes, disks are really full, bits really flip. What is
compared is the digest of the same refights fought in one piece on one thread.
"""

import fcntl
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from refight.ensemble.study.drive import ASIDE, CHUNKS, digest_of, survey
from refight.ensemble.study.lock import holder, locked
from refight.errors import EnsembleError
from tests.ensemble.study import short

MANY, FEW = 160, 8  # refights, and in a chunk: a fault falls in the middle
SOON = 60.0  # seconds that any of this may take
NOBODY = 65534


@pytest.fixture
def folder(tmp_path, act):
    return short.study(tmp_path / "study", act)


@pytest.fixture
def long(tmp_path, act):
    return short.study(tmp_path / "study", act, refights=MANY, chunk=FEW)


@pytest.fixture(scope="module")
def finished(tmp_path_factory, act):
    folder = short.study(tmp_path_factory.mktemp("finished") / "study", act)
    short.run(folder)
    return folder


@contextmanager
def driver(folder, *options, **how):
    """Run a study by the command line, in a process group of its own."""
    command = [sys.executable, "-m", "refight", "study", "run", str(folder), *options]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **how,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def until(true):
    """Wait until something is true."""
    deadline = time.monotonic() + SOON
    while not true():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.01)


def chunks(folder):
    return sorted((folder / CHUNKS).glob("[!.]*"))


def children(pid):
    """List the living children of a process, whichever thread started them."""
    found = []
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            found += map(int, listed.read_text().split())
    return found


def alive(pid):
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2][1] != "Z"
    return False


def resumed(folder):
    """Go on in this process; give the digest and the refights that it took."""
    done = short.run(folder)
    assert survey(folder).partial == ()
    return digest_of(done.survey), done.fought


def test_a_killed_worker_costs_its_chunk_only(long, act):
    killed = []

    def kill_one(done, wanted):
        if not killed:
            pid = place.executor.pids()[0]
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)

    with short.open_place("processes", 2) as place:
        done = short.run_study(long, place, kill_one, short.silent)
    assert killed
    assert digest_of(done.survey) == short.in_one_piece(act, MANY)


@pytest.mark.parametrize(
    "on", ["threads", pytest.param("processes", marks=pytest.mark.slow)]
)
def test_a_killed_driver_loses_nothing_that_was_done(long, act, on):
    with driver(long, "--on", on, "--workers", "2") as process:
        until(lambda: len(chunks(long)) >= 2)
        workers = children(process.pid)
        assert bool(workers) == (on == "processes")
        process.kill()
        process.wait(SOON)
        until(lambda: not any(map(alive, workers)))
    kept = {path: path.stat().st_mtime_ns for path in chunks(long)}
    digest, fought = resumed(long)
    assert digest == short.in_one_piece(act, MANY)
    assert fought == MANY - FEW * len(kept) > 0
    assert all(path.stat().st_mtime_ns == then for path, then in kept.items())


def test_ctrl_c_ends_after_the_chunks_under_way(long, act):
    with driver(long, "--workers", "2") as process:
        until(lambda: chunks(long))
        process.send_signal(signal.SIGINT)
        said, warned = process.communicate(timeout=SOON)
    assert process.returncode == 130
    assert "Ctrl-C again stops at once" in warned
    assert "Stopped" in said
    digest, fought = resumed(long)
    assert digest == short.in_one_piece(act, MANY)
    assert 0 < fought < MANY


def test_ctrl_c_twice_ends_at_once_and_keeps_what_is_done(tmp_path, act):
    folder = short.study(tmp_path / "study", act, refights=10_000, chunk=2_000)
    with driver(folder, "--workers", "2") as process:
        until(lambda: holder(folder))
        until(lambda: len([*Path(f"/proc/{process.pid}/task").iterdir()]) > 2)
        process.send_signal(signal.SIGINT)
        assert "Ctrl-C again" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=SOON)
    assert process.returncode == 130
    assert "Stopped at once" in said
    assert holder(folder) == ""
    assert survey(folder).damaged == ()


def test_two_drivers_do_not_work_on_one_study(tmp_path, act):
    endless = short.study(tmp_path / "study", act, refights=20_000, chunk=FEW)
    with driver(endless) as first:
        until(lambda: chunks(endless))
        with pytest.raises(EnsembleError, match="nobody else is running") as caught:
            short.run(endless)
        assert f"process {first.pid} on" in caught.value.found
        assert first.poll() is None
        first.kill()
        first.wait(SOON)
    with locked(endless):
        assert survey(endless).damaged == ()


def test_a_lock_file_left_behind_locks_nothing(folder):
    (folder / "lock").write_text("process 1 on somewhere")
    os.utime(folder / "lock", (2**33, 2**33))  # written in the year 2242
    assert holder(folder) == ""
    with locked(folder):
        assert holder(folder).startswith(f"process {os.getpid()} on ")
    assert holder(folder) == ""


def test_a_look_at_the_lock_keeps_nobody_out(folder):
    with locked(folder):
        pass
    looking = os.open(folder / "lock", os.O_RDONLY)
    fcntl.flock(looking, fcntl.LOCK_SH)  # as `holder` does for a moment
    late = threading.Timer(0.1, os.close, [looking])
    late.start()
    with locked(folder):
        assert holder(folder)
    late.join()


def test_what_a_killed_writer_left_is_removed(folder, act):
    (folder / CHUNKS).mkdir()
    (folder / CHUNKS / ".000-000000000-half.parquet.x1").write_bytes(b"PAR1")
    assert resumed(folder)[0] == short.in_one_piece(act)


def flip(data, place):
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: b"",
        lambda data: flip(data, len(data) // 2),
        lambda data: flip(data, len(data) - 1),
    ],
)
def test_a_damaged_chunk_is_seen_set_aside_and_fought_again(
    finished, tmp_path, act, damage
):
    folder = Path(shutil.copytree(finished, tmp_path / "copy"))
    path = chunks(folder)[2]
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert survey(folder).damaged == (path,)
    said = []
    done = short.run(folder, say=said.append)
    assert (done.mended, done.fought) == (1, short.CHUNK)
    assert path.name in said[0]
    assert [each.name for each in (folder / ASIDE).iterdir()] == [path.name]
    assert path.read_bytes() == whole
    assert digest_of(done.survey) == short.in_one_piece(act)


def test_a_chunk_under_another_chunks_name_is_not_taken(folder, act):
    short.run(folder)
    one, other = chunks(folder)[:2]
    other.write_bytes(one.read_bytes())
    assert resumed(folder)[0] == short.in_one_piece(act)


@pytest.fixture
def small_disk(tmp_path):
    """Mount a disk of 200 kB; only root may."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_said_and_what_fitted_is_kept(small_disk, act):
    folder = short.study(small_disk / "study", act, refights=48, chunk=4)
    with pytest.raises(EnsembleError, match="no space left") as caught:
        short.run(folder)
    assert "free some space" in caught.value.hint
    found = survey(folder)
    assert 0 < len(found.kept) < 12
    assert found.damaged == found.partial == ()
    enlarge = ["mount", "-o", "remount,size=9m", str(small_disk)]
    subprocess.run(enlarge, check=True)
    digest, fought = resumed(folder)
    assert digest == short.in_one_piece(act, 48)
    assert fought == 48 - found.done


def test_a_limit_on_files_is_said_and_leaves_none(folder, act):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    with driver(folder, preexec_fn=limit) as process:
        _, said = process.communicate(timeout=SOON)
    assert process.returncode == 2
    assert "expected to write this file, found file too large" in said
    assert chunks(folder) == []
    assert resumed(folder)[0] == short.in_one_piece(act)


@contextmanager
def nobody():
    """Be a user without rights while a block runs."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_read_only_folder_is_said_before_any_work(act):
    with tempfile.TemporaryDirectory() as open_to_all:
        folder = short.study(Path(open_to_all) / "study", act)
        with locked(folder):
            pass  # a run was here before
        Path(open_to_all).chmod(0o755)
        folder.chmod(0o555)
        (folder / "lock").chmod(0o444)
        with nobody(), pytest.raises(EnsembleError, match="that can be written"):
            short.run(folder)
        folder.chmod(0o755)
        (folder / "lock").chmod(0o644)
        assert resumed(folder)[0] == short.in_one_piece(act)


def test_jumps_of_the_clock_change_nothing(folder, act, monkeypatch):
    jumps = iter([0, 2**31, -(2**31), 10.0] * 100_000)
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + next(jumps))

    def stop(done, wanted):
        if done == 16:
            raise KeyboardInterrupt

    assert short.run(folder, progress=stop).interrupted
    for path, when in zip(chunks(folder), (0, 2**33, 10**9), strict=False):
        os.utime(path, (when, when))
    assert resumed(folder)[0] == short.in_one_piece(act)
