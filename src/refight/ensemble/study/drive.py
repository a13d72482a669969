"""Drive: do what a study still lacks, and keep each chunk as it comes.

What is done is what lies in the folder, whole and under the right name; nothing else
is remembered. So a run may be killed at any moment and begun again, anywhere.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from refight.ensemble.place import Calls, Place
from refight.ensemble.study.chunk import (
    Order,
    fight,
    name_parts,
    order,
    read_chunk,
    whole,
    write_chunk,
)
from refight.ensemble.study.lock import locked
from refight.ensemble.study.plan import NAME, Chunk, Plan, read_plan, refuse_other_code
from refight.ensemble.study.total import Fingerprint, together
from refight.errors import EnsembleError

CHUNKS, ASIDE = "chunks", "damaged"
Progress = Callable[[int, int], None]
Say = Callable[[str], None]


@dataclass(frozen=True)
class Survey:
    """What lies in a study's folder, held against its plan."""

    plan: Plan
    kept: dict[Chunk, Path]
    missing: tuple[Chunk, ...]
    damaged: tuple[Path, ...]  # not what their names say
    foreign: tuple[Path, ...]  # of another plan or version, or said twice
    partial: tuple[Path, ...]  # left by a run that was killed while writing

    @property
    def done(self) -> int:
        """Count the refights that are kept."""
        return sum(each.count for each in self.kept)

    @property
    def complete(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.missing


@dataclass
class Done:
    """What one run did."""

    fought: int = 0  # refights
    mended: int = 0  # chunks that were damaged
    interrupted: bool = False
    survey: Survey | None = field(default=None, repr=False)


def survey(folder: Path, plan: Plan | None = None) -> Survey:
    """Read a study's folder and compare every chunk with its checksum."""
    plan = read_plan(folder) if plan is None else plan
    wanted = {each.key: each for each in plan.chunks()}
    kept: dict[Chunk, Path] = {}
    damaged, foreign = [], []
    for path in _files(folder, "[!.]*"):
        parts = name_parts(path.name)
        chunk = wanted.get(parts[0]) if parts else None
        if chunk is None or chunk in kept:
            foreign.append(path)
        elif whole(path):
            kept[chunk] = path
        else:
            damaged.append(path)
    missing = tuple(each for each in wanted.values() if each not in kept)
    partial = tuple(_files(folder, ".*"))
    return Survey(plan, kept, missing, tuple(damaged), tuple(foreign), partial)


def _files(folder: Path, pattern: str, under: str = CHUNKS) -> list[Path]:
    """List files; a folder that somebody put beside them is none of the study's."""
    return sorted(each for each in (folder / under).glob(pattern) if each.is_file())


def run_study(
    folder: Path, place: Place, progress: Progress | None = None, say: Say = print
) -> Done:
    """Fight what a study lacks.

    Ctrl-C ends it after the chunks under way; a second one at once. Raises
    EnsembleError for a study that another run holds or that other code planned, a
    disk that refuses, a place that is gone. Chunks that were finished are kept.
    """
    plan = read_plan(folder)
    refuse_other_code(plan, str(folder / NAME))
    with locked(folder):
        before = survey(folder, plan)
        done = Done(mended=_set_aside(folder, before, say))
        _fight_missing(folder, before, place, done, progress, say)
        done.survey = survey(folder, plan)
    return done


def digest_of(found: Survey) -> str:
    """Hash the whole of a study, chunk by chunk, in the order of its plan.

    Raises EnsembleError when a chunk is missing.
    """
    if not found.complete:
        raise EnsembleError("a complete study", f"{len(found.missing)} chunks missing")
    arms = [Fingerprint() for _ in found.plan.arms]
    for chunk in found.plan.chunks():
        arms[chunk.arm].add(read_chunk(found.kept[chunk]))
    return together(zip(found.plan.arms, (a.digest() for a in arms), strict=True))


def clean(folder: Path, everything: bool = False) -> int:
    """Remove what a study does not need, or all of it; count the files.

    Raises EnsembleError, and leaves no trace, where there is no study.
    """
    plan = read_plan(folder)
    with locked(folder):
        found = survey(folder, plan)
        unwanted = [*found.damaged, *found.foreign, *found.partial]
        unwanted += _files(folder, "*", ASIDE)
        if everything:
            unwanted += [*found.kept.values(), folder / NAME]
        for path in unwanted:
            path.unlink(missing_ok=True)
    for empty in (folder / ASIDE, folder / CHUNKS):
        with suppress(OSError):
            empty.rmdir()
    return len(unwanted)


def _set_aside(folder: Path, found: Survey, say: Say) -> int:
    """Move damaged chunks out of the way, and drop what was never finished."""
    for path in found.partial:
        path.unlink(missing_ok=True)
    for path in found.damaged:
        (folder / ASIDE).mkdir(exist_ok=True)
        path.replace(folder / ASIDE / path.name)
        say(f"{path.name} was damaged; it is set aside and fought again.")
    return len(found.damaged)


def _fight_missing(
    folder: Path,
    found: Survey,
    place: Place,
    done: Done,
    progress: Progress | None,
    say: Say,
) -> None:
    orders = (order(found.plan, each) for each in found.missing)
    calls = Calls(place, fight, orders)

    def keep(results: Iterator[tuple[Order, bytes]]) -> None:
        for what, given in results:
            write_chunk(folder / CHUNKS, what.chunk, given)
            done.fought += what.chunk.count
            if progress is not None:
                progress(found.done + done.fought, found.plan.count)

    try:
        keep(calls.done())
    except KeyboardInterrupt:
        done.interrupted = True
        say("Stopping after the chunks under way; Ctrl-C again stops at once.")
        keep(calls.under_way())
