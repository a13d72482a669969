"""Read a scenario folder into one frozen, validated `Scenario`.

A folder holds scenario.yaml (top-level fields) and, beside it, units.yaml, plans.yaml,
levers.yaml and outcomes.yaml; their keys are merged into one mapping.
Reads: files. Returns: `Scenario`, and on request its `Origin` (files and lines).
Leaves out: whether what it names exists in evidence, ground, estimates (see `check`).
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from refight.errors import ScenarioError, UsageError, suggest
from refight.files import Lines, campaign_path, load_yaml
from refight.scenario.consistency import faults_of
from refight.scenario.faults import Origin, from_pydantic, refuse
from refight.scenario.model import FORMAT, Scenario

FIRST = "scenario.yaml"
PARTS = ("units.yaml", "plans.yaml", "levers.yaml", "outcomes.yaml")

Raw = dict[str, Any]

# version -> how a mapping of that version becomes one of the next; empty so far
MIGRATIONS: dict[int, Callable[[Raw], Raw]] = {}


def acts(campaign: str = "khorramshahr") -> tuple[str, ...]:
    """List the acts of a campaign that come with the package."""
    root = campaign_path(campaign) / "scenarios"
    return tuple(sorted(each.parent.name for each in root.glob(f"*/{FIRST}")))


def scenario_path(act: str, campaign: str = "khorramshahr") -> Path:
    """Find the folder of an act. Raises UsageError for an unknown one."""
    known = acts(campaign)
    if act in known:
        return campaign_path(campaign) / "scenarios" / act
    raise UsageError("the name of an act", f'"{act}"', hint=suggest(act, known))


def read(folder: Path) -> Scenario:
    """Read a scenario folder. Raises ScenarioError at file:line for the first fault."""
    return read_traced(folder)[0]


def read_traced(folder: Path) -> tuple[Scenario, Origin]:
    """Read a scenario folder, and keep where each key came from."""
    raw, origin = _merged(folder)
    raw = _migrated(raw, origin)
    try:
        scenario = Scenario.model_validate(raw)
    except ValidationError as error:
        details = sorted(error.errors(include_url=False), key=_telling)
        refuse(map(from_pydantic, details), origin)
        raise  # an error list is never empty
    refuse(faults_of(scenario), origin)
    return scenario, origin


def _telling(error: ErrorDetails) -> int:
    """Rank errors: an unknown key explains a missing one, and both a short list."""
    last = ("missing", "too_short")
    return last.index(error["type"]) + 1 if error["type"] in last else 0


def _merged(folder: Path) -> tuple[Raw, Origin]:
    if not folder.is_dir():
        raise ScenarioError(
            "a folder with a scenario",
            "no such folder" if not folder.exists() else "a file",
            str(folder),
            f"name the folder that holds {FIRST}",
        )
    if not (folder / FIRST).exists():
        hint = f"name the folder that holds {FIRST}"
        raise ScenarioError(
            "a folder with a scenario", f"no {FIRST}", str(folder), hint
        )
    raw: Raw = {}
    files: dict[str, Path] = {}
    lines: dict[str, Lines] = {}
    for path in _present(folder):
        data, where = load_yaml(path, ScenarioError)
        for key, value in _mapping(data, path).items():
            _once(key, path, where, files)
            raw[key], files[key], lines[key] = value, path, where
    return raw, Origin(str(folder / FIRST), files, lines)


def _present(folder: Path) -> list[Path]:
    return [
        folder / FIRST,
        *(folder / name for name in PARTS if (folder / name).exists()),
    ]


def _mapping(data: Any, path: Path) -> dict[str, Any]:
    if isinstance(data, dict):
        return {str(key): value for key, value in data.items()}
    raise ScenarioError(
        "keys with values",
        f"a {type(data).__name__}",
        str(path),
        "docs/reference/scenario.md lists the keys",
    )


def _once(key: str, path: Path, lines: Lines, files: dict[str, Path]) -> None:
    if key in files:
        raise ScenarioError(
            "each key in one file only",
            f'"{key}", which {files[key].name} has too',
            f"{path}:{lines.get((key,), 1)}",
            "keep it in one of the two",
        )


def _migrated(raw: Raw, origin: Origin) -> Raw:
    """Bring an older format up to date; explain a newer or a missing one."""
    version = raw.get("format")
    where = origin.where(("format",))
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        found = "nothing" if version is None else f'"{version}"'
        hint = f"write `format: {FORMAT}` in {FIRST}"
        raise ScenarioError("a format version, 1 or above", found, where, hint)
    if version > FORMAT:
        raise ScenarioError(
            f"format {FORMAT} or older",
            f"format {version}, made for a newer refight",
            where,
            "install a newer refight, or write the scenario in the older format",
        )
    for step in range(version, FORMAT):
        raw = {**MIGRATIONS[step](raw), "format": step + 1}
    return raw
