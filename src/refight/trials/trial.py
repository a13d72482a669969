"""Trial: the steps that a command asks for, from a folder to forecasts and scores."""

from dataclasses import dataclass
from pathlib import Path

from refight.ensemble.run import Progress
from refight.errors import UsageError
from refight.files import cache_folder, read_text, write_atomic
from refight.trials.battles import ARAB_ISRAELI, Battles, read_battles, read_ids
from refight.trials.coefficients import Fit
from refight.trials.fight import Question, fight
from refight.trials.forecasts import Forecasts, forecasts

LEAST = 200  # refights of a battle, for a forecast


@dataclass(frozen=True)
class Asked:
    """How battles are to be refought."""

    refights: int = LEAST
    seed: int = 1
    surprise: bool = False
    threads: int | None = None


def foretell(
    battles: Battles, fit: Fit, asked: Asked, progress: Progress | None = None
) -> Forecasts:
    """Refight each battle and say what comes of it."""
    question = Question(battles.inputs, fit, asked.refights, asked.seed, asked.surprise)
    fought = fight(question, asked.threads, progress)
    return forecasts(battles.inputs, fought, fit, asked.seed)


def battles_of(folder: Path | None, ids: Path | None) -> Battles:
    """Read a folder, or the one imported last, and keep the listed battles.

    Without a list: those of `ids.txt` in the folder, if there is one, or else all.
    """
    folder = folder or imported()
    found = read_battles(folder)
    listed = ids or (folder / "ids.txt" if (folder / "ids.txt").is_file() else None)
    return found if listed is None else found.of_ids(read_ids(listed), str(listed))


def to_fit(battles: Battles) -> Battles:
    """Leave out the wars of the nearest equipment: they are kept for a look apart."""
    return battles.chosen(each.war != ARAB_ISRAELI for each in battles.groups)


def remember(folder: Path) -> None:
    """Note which folder was imported last, for the other commands."""
    write_atomic(_note(), f"{folder.resolve()}\n".encode())


def imported() -> Path:
    """Give the folder imported last. Raises UsageError when none was."""
    if not _note().is_file():
        raise UsageError(
            "a folder with battles", "none imported", hint="refight trial import DIR"
        )
    return Path(read_text(_note()).strip())


def _note() -> Path:
    return cache_folder() / "trials" / "folder.txt"
