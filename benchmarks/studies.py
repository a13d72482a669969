"""Show on this machine what the page on studies promises, one command for each.

    python -m benchmarks.studies alone --refights 100000
    python -m benchmarks.studies workers --refights 100000 --every 60
    python -m benchmarks.studies drivers --refights 2000 --kills 10
    python -m benchmarks.studies memory --refights 1000000

`alone` gives the digest of one thread that nobody kills; `--alone DIGEST` hands it to
`workers` and `drivers`, which else make it themselves. `workers` kills one Dask worker
in every so many seconds; `drivers` kills the whole run at random moments and resumes
it; both compare. `memory` lays a study of many refights out from one chunk that was
fought, and measures what it takes to check, hash and question it. Prints JSON.
"""

import argparse
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from refight.compiler import mark_warm
from refight.ensemble.place import Place, open_place
from refight.ensemble.study import chunk as chunks
from refight.ensemble.study.drive import CHUNKS, digest_of, run_study, survey
from refight.ensemble.study.plan import Plan, arms_of, planned, write_plan
from refight.ensemble.study.query import ask

Page = dict[str, Any]
ACT, SEED = "fall", 1
LONGEST = 3.0  # seconds from a first new chunk to a kill
QUESTION = "select count(*), median(fall_date), quantile_cont(iraqi_killed, 0.95)"


def plan(refights: int, chunk: int) -> Plan:
    """Plan a study of the fall."""
    ready = chunks.base(ACT, "recorded")
    first = chunks.first_refight(ready, SEED)
    mark_warm()
    arms = arms_of("draws", {})
    return planned(ready, ACT, arms, refights, first, seed=SEED, chunk=chunk)


def workers(
    folder: Path, refights: int, chunk: int, every: float, alone: str | None
) -> Page:
    """Run a study on a local Dask cluster and kill one worker now and then."""
    write_plan(plan(refights, chunk), folder)
    start = time.monotonic()
    with open_place("dask", 2) as place, _killing(place, every) as killed:
        done = run_study(folder, place, _told(start), _err)
    digest = digest_of(survey(folder))
    page = {
        "refights": refights,
        "fought": done.fought,
        "workers killed": len(killed),
        "seconds": round(time.monotonic() - start, 1),
        "driver MB": _peak(resource.RUSAGE_SELF),
        "digest": digest,
    }
    return page | _compared(digest, refights, alone)


def drivers(
    folder: Path, refights: int, chunk: int, kills: int, alone: str | None
) -> Page:
    """Kill -9 the driver of a study at random moments, then let it finish."""
    write_plan(plan(refights, chunk), folder)
    chance = random.Random(SEED)
    kept = [_killed_after(folder, chance.uniform(0.0, LONGEST)) for _ in range(kills)]
    subprocess.run(_driver(folder), check=True, stdout=subprocess.DEVNULL)
    digest = digest_of(survey(folder))
    page = {"refights": refights, "kills": kills, "kept after each": kept}
    return page | {"digest": digest} | _compared(digest, refights, alone)


def memory(folder: Path, refights: int, chunk: int) -> Page:
    """Lay out a study of many refights and measure what it takes to read it all."""
    asked = plan(refights, chunk)
    write_plan(asked, folder)
    each = next(asked.chunks())
    given = chunks.fight(chunks.order(asked, each))
    start = _peak(resource.RUSAGE_SELF)
    page: Page = {"refights": refights, "MB before": start}
    page |= _timed("write", lambda: _laid_out(folder, asked, given))
    page |= _timed("check", lambda: survey(folder))
    page |= _timed("hash", lambda: digest_of(survey(folder)))
    page |= _timed("ask", lambda: ask(folder, f"{QUESTION} from refights"))
    size = sum(path.stat().st_size for path in (folder / CHUNKS).iterdir())
    return page | {"MB on disk": round(size / 1e6, 1)}


def by_one_thread(refights: int) -> str:
    """Fight a study on one thread, in other chunks, and give its digest."""
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside)
        write_plan(plan(refights, 1000), folder)
        with open_place("threads", 1) as place:
            run_study(folder, place, _told(time.monotonic()), _err)
        return digest_of(survey(folder))


def _compared(digest: str, refights: int, known: str | None) -> Page:
    found = known or by_one_thread(refights)
    return {"one thread": found, "equal": digest == found}


def _laid_out(folder: Path, asked: Plan, given: bytes) -> None:
    for each in asked.chunks():
        chunks.write_chunk(folder / CHUNKS, each, given)


def _timed(name: str, action: Callable[[], object]) -> Page:
    start = time.perf_counter()
    action()
    took = round(time.perf_counter() - start, 2)
    return {f"{name}, s": took, f"{name}, peak MB": _peak(resource.RUSAGE_SELF)}


@contextmanager
def _killing(place: Place, every: float) -> Iterator[list[int]]:
    """Kill a worker in every so many seconds while a block runs."""
    killed: list[int] = []
    over = threading.Event()

    def kill() -> None:
        while not over.wait(every):
            with suppress(Exception):  # the cluster may be busy with the last death
                pids = sorted(_pids(place).values())
                os.kill(pids[len(killed) % len(pids)], signal.SIGKILL)
                killed.append(pids[len(killed) % len(pids)])

    thread = threading.Thread(target=kill, daemon=True)
    thread.start()
    try:
        yield killed
    finally:
        over.set()
        thread.join()


def _pids(place: Place) -> Mapping[str, int]:
    client: Any = vars(place.executor)["_client"]
    found: Mapping[str, int] = client.run(os.getpid)
    return found


def _killed_after(folder: Path, seconds: float) -> int:
    """Run a study, kill it some seconds after its first new chunk; count what is kept.

    The count is of refights.
    """
    before = len(_files(folder))
    with subprocess.Popen(
        _driver(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while len(_files(folder)) == before and process.poll() is None:
            time.sleep(0.01)
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        process.kill()
    return survey(folder).done


def _files(folder: Path) -> list[Path]:
    return [*(folder / CHUNKS).glob("[!.]*")]


def _driver(folder: Path) -> list[str]:
    words = ["study", "run", str(folder), "--on", "processes", "--workers", "2"]
    return [sys.executable, "-m", "refight", *words]


def _told(start: float) -> Callable[[int, int], None]:
    last = [start]

    def told(done: int, wanted: int) -> None:
        if time.monotonic() - last[0] > 60 or done == wanted:
            last[0] = time.monotonic()
            megabytes = _peak(resource.RUSAGE_SELF)
            _err(f"{last[0] - start:6.0f} s {done:,} of {wanted:,}; {megabytes} MB")

    return told


def _err(said: str) -> None:
    print(said, file=sys.stderr, flush=True)


def _peak(who: int) -> float:
    return round(resource.getrusage(who).ru_maxrss / 1024, 1)


def main() -> None:
    """Run one of the four and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.studies")
    parser.add_argument("what", choices=["alone", "workers", "drivers", "memory"])
    parser.add_argument("--refights", type=int, default=2000)
    parser.add_argument("--chunk", type=int, default=500)
    parser.add_argument("--every", type=float, default=60.0)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--folder", type=Path, help="Keep the study here.")
    parser.add_argument("--alone", help="The digest of one thread, when it is known.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as aside:
        folder = given.folder or Path(aside)
        if given.what == "workers":
            page = workers(
                folder, given.refights, given.chunk, given.every, given.alone
            )
        elif given.what == "drivers":
            kills = given.kills
            page = drivers(folder, given.refights, given.chunk, kills, given.alone)
        elif given.what == "alone":
            page = {
                "refights": given.refights,
                "one thread": by_one_thread(given.refights),
            }
        else:
            page = memory(folder, given.refights, given.chunk)
    print(json.dumps(page, indent=1))


if __name__ == "__main__":
    main()
