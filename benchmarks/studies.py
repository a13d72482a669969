"""Show on this machine what the page on studies promises, one command for each.

    python -m benchmarks.studies alone --refights 100000 --write
    python -m benchmarks.studies workers --refights 100000 --alone DIGEST --write
    python -m benchmarks.studies drivers --refights 1500 --chunk 20 --write
    python -m benchmarks.studies memory --refights 1000000 --write

`alone` gives the digest of one thread that nobody kills; `--alone DIGEST` hands it to
`workers`, which else makes it itself, as `drivers` does. `workers` kills one Dask
worker in every so many seconds (`--every`); `drivers` kills the whole run at random
moments (`--kills`) and resumes it; both compare. `memory` lays a study of many refights
out from one chunk that was fought, and measures what it takes to check, hash and
question it. How far it is, each kill and the memory held go to stderr; at the end a
block for the page on studies goes to stdout (`--json`: plain data) and, with `--write`,
into the page. Returns 1 where digests differ.
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

from benchmarks.studypage import block, write
from benchmarks.watch import Watch
from refight.compiler import mark_warm
from refight.ensemble.place import Place, open_place
from refight.ensemble.study import chunk as chunks
from refight.ensemble.study.drive import CHUNKS, digest_of, run_study, survey
from refight.ensemble.study.plan import Plan, arms_of, planned, write_plan
from refight.ensemble.study.query import ask

Page = dict[str, Any]
ACT, SEED = "fall", 1
ALONE = 1000  # refights in a chunk of the one thread: other chunks, the same digest
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
    with (
        Watch(refights) as watch,
        open_place("dask", 2) as place,
        _killing(place, every, watch.note) as killed,
    ):
        run_study(folder, place, watch.progress, watch.note)
    page: Page = {
        "refights": refights,
        "killed": len(killed),
        "how often": f"one every {every:g} s",
        "seconds": round(watch.seconds, 1),
        "digest": digest_of(survey(folder)),
    }
    return page | watch.held() | _compared(page["digest"], refights, alone)


def drivers(
    folder: Path, refights: int, chunk: int, kills: int, alone: str | None
) -> Page:
    """Kill -9 the driver of a study at random moments, then let it finish."""
    write_plan(plan(refights, chunk), folder)
    chance = random.Random(SEED)
    kept = []
    for number in range(kills):
        wait = chance.uniform(0.0, LONGEST)
        kept.append(_killed_after(folder, wait))
        _err(f"kill {number + 1}, {wait:.2f} s after a new chunk: {kept[-1]:,} kept")
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


def alone(folder: Path, refights: int) -> Page:
    """Fight a study on one thread, in other chunks, and watch its memory."""
    write_plan(plan(refights, ALONE), folder)
    with Watch(refights) as watch, open_place("threads", 1) as place:
        run_study(folder, place, watch.progress, watch.note)
    digest = digest_of(survey(folder))
    page: Page = {"refights": refights, "seconds": round(watch.seconds, 1)}
    return page | {"digest": digest} | watch.held()


def by_one_thread(refights: int) -> str:
    """Give the digest of a study that was fought on one thread."""
    _err("Now the same on one thread, for its digest.")
    with tempfile.TemporaryDirectory() as aside:
        return str(alone(Path(aside), refights)["digest"])


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
def _killing(
    place: Place, every: float, say: Callable[[str], None]
) -> Iterator[list[int]]:
    """Kill a worker in every so many seconds while a block runs."""
    killed: list[int] = []
    over = threading.Event()

    def kill() -> None:
        while not over.wait(every):
            with suppress(Exception):  # the cluster may be busy with the last death
                pids = sorted(_pids(place).values())
                chosen = pids[len(killed) % len(pids)]
                os.kill(chosen, signal.SIGKILL)
                killed.append(chosen)
                say(f"killed worker {chosen}, {len(killed)} so far")

    thread = threading.Thread(target=kill, daemon=True)
    thread.start()
    try:
        yield killed
    finally:
        over.set()
        thread.join()


def _pids(place: Place) -> Mapping[str, int]:
    client: Any = vars(place.executor)["_client"]
    found: Mapping[str, int] = client.run(os.getpid, on_error="ignore")
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


def _err(said: str) -> None:
    print(said, file=sys.stderr, flush=True)


def _peak(who: int) -> float:
    return round(resource.getrusage(who).ru_maxrss / 1024, 1)


def main() -> int:
    """Run one of the four; say, and with --write keep, what came of it."""
    given = _arguments()
    with tempfile.TemporaryDirectory() as aside:
        page = _measured(given, given.folder or Path(aside))
    page["command"] = _again(given)
    print(json.dumps(page, indent=1) if given.json else block(given.what, page))
    if given.write:
        write(given.what, page)
    return 0 if page.get("equal", True) else 1


def _measured(given: argparse.Namespace, folder: Path) -> Page:
    refights, chunk = given.refights, given.chunk
    if given.what == "workers":
        return workers(folder, refights, chunk, given.every, given.alone)
    if given.what == "drivers":
        return drivers(folder, refights, chunk, given.kills, given.alone)
    if given.what == "alone":
        return alone(folder, refights)
    return memory(folder, refights, chunk)


def _again(given: argparse.Namespace) -> str:
    """Say how to measure the same again."""
    own = {"workers": ["chunk", "every"], "drivers": ["chunk", "kills"]}
    names = ["refights", *own.get(given.what, [])]
    return " ".join([given.what, *(f"--{n} {getattr(given, n)}" for n in names)])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.studies",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=["alone", "workers", "drivers", "memory"])
    parser.add_argument("--refights", type=int, default=2000)
    parser.add_argument("--chunk", type=int, default=500)
    parser.add_argument("--every", type=float, default=60.0)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument(
        "--folder", type=Path, help="keep the study here, and resume it"
    )
    parser.add_argument("--alone", help="the digest of one thread, when it is known")
    parser.add_argument("--json", action="store_true", help="plain data")
    parser.add_argument("--write", action="store_true", help="into the page on studies")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
