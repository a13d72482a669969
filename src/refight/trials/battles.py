"""Battles: rows of the battle data base, parted by what each column may be used for.

`read_battles(folder)` reads `battles.csv`. A `Battle` holds what was recorded before or
at the start and nothing else; a `Record` what came of it; a `Group` by what rows are
split and resampled. Names of battles, forces and countries are not read at all.
Units: men, vehicles, tubes, km, days. Blank is None, never 0.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, nan
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from refight.errors import UsageError
from refight.files import read_text
from refight.trials.upstream import refuse_broken

DIGITS = 18  # of a whole number; 64 bits hold as many
SINCE = 1914  # weapons before it are not those of the engine
ARMOURED_AGE = 1937  # before it armies were massed, and tanks and close air support few
SIDES = ("attacker", "defender")
NEEDED = (
    "id", "start_year", "war", "theatre", "attacker_strength", "defender_strength",
    "posture", "terrain_relief", "terrain_cover", "width_km", "duration_days",
)  # fmt: skip
ISRAEL = ("Arab-Israeli", "Six Day", "Yom Kippur", "Sinai", "Attrition", "Lebanon")
ARAB_ISRAELI = "Arab-Israeli wars"
RESULTS = {"attacker_win": 1, "draw": 0, "attacker_loss": 0}
Row = Mapping[str, str]


@dataclass(frozen=True)
class Force:
    """What one side brought: men, tanks, guns; None where not recorded."""

    men: float | None
    tanks: float | None
    guns: float | None


@dataclass(frozen=True)
class Battle:
    """What a forecast may know of a battle."""

    id: int
    year: int
    attacker: Force
    defender: Force
    posture: tuple[str, ...]  # one or two, as recorded
    ground: tuple[tuple[str, str, str], ...]  # (relief, cover, special), one or two
    width_km: float | None
    wet: str
    sky: str
    temperature: str
    season: str
    scheme: str
    air: float | None  # +1 attacker, 0 neither, -1 defender
    days: float | None
    surprise: float | None  # hindsight: used in a labelled run only


@dataclass(frozen=True)
class Record:
    """What came of a battle, as recorded; km forward of the front, per day."""

    won: int | None
    attacker_lost: float | None
    defender_lost: float | None
    attacker_tanks_lost: float | None
    defender_tanks_lost: float | None
    advance: float | None


@dataclass(frozen=True)
class Group:
    """By what rows are split (war) and resampled (campaign); no war divides a family.

    family  the outermost battle of which a row is a part
    """

    war: str
    campaign: str
    family: int


@dataclass(frozen=True)
class Note:
    """What was read otherwise than it stands, or left out, and why."""

    id: str
    column: str
    what: str  # "mended", "missing" or "dropped"
    why: str


@dataclass(frozen=True)
class Battles:
    """Rows of a folder, in order: inputs, outcomes and groups apart."""

    inputs: tuple[Battle, ...]
    records: tuple[Record, ...]
    groups: tuple[Group, ...]
    notes: tuple[Note, ...]

    @property
    def wars(self) -> NDArray[np.str_]:
        """Name the war of each row, (B,)."""
        return np.array([each.war for each in self.groups])

    def chosen(self, keep: Iterable[bool]) -> "Battles":
        """Keep some rows, by a flag for each."""
        rows = [n for n, flag in enumerate(keep) if flag]
        return Battles(
            tuple(self.inputs[n] for n in rows),
            tuple(self.records[n] for n in rows),
            tuple(self.groups[n] for n in rows),
            self.notes,
        )

    def of_ids(self, ids: Sequence[int], where: str = "") -> "Battles":
        """Keep the rows of these ids, raise UsageError for one that is not here."""
        known = {each.id for each in self.inputs}
        odd = [each for each in ids if each not in known]
        if odd:
            found = ", ".join(map(str, odd[:8]))
            raise UsageError(
                "ids of battles in the folder", found, where,
                f"the folder has {len(known)} battles since {SINCE}",
            )  # fmt: skip
        wanted = set(ids)
        return self.chosen(each.id in wanted for each in self.inputs)


def read_battles(folder: Path, since: int = SINCE) -> Battles:
    """Read the battles of a folder since a year.

    Raises UsageError for a file that is not this table, with the line, or for the copy
    of it whose negative codes were lost.
    """
    path = folder / "battles.csv"
    rows = read_rows(path)
    refuse_broken(rows, path)
    missing = [name for name in NEEDED if name not in rows[0]]
    if missing:
        raise UsageError(
            f"the column {missing[0]}", "a table without it", str(path),
            "use battles.csv as described in docs/howto/trials.md",
        )  # fmt: skip
    notes: list[Note] = []
    kept = []
    for line, row in enumerate(rows, start=2):
        year = number(row, "start_year", f"{path}:{line}")
        if year is None or year < since:
            notes.append(Note(row["id"], "start_year", "dropped", f"before {since}"))
            continue
        kept.append((row, f"{path}:{line}"))
    _refuse_twice([row["id"] for row, _ in kept], path)
    groups = tuple(_group(row) for row, _ in kept)
    _refuse_divided(groups, path)
    return Battles(
        tuple(_battle(row, where, notes) for row, where in kept),
        tuple(_record(row, where, notes) for row, where in kept),
        groups,
        tuple(notes),
    )


def refuse_one_war(battles: Battles) -> None:
    """Raise UsageError unless there are two wars, to foretell one from the other."""
    wars = set(battles.wars.tolist())
    if len(wars) < 2:
        raise UsageError(
            "battles of at least two wars", ", ".join(wars) or "none",
            hint="each war is foretold by what the others teach",
        )  # fmt: skip


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a table with a header; raise UsageError when it is empty or ragged."""
    reader = csv.DictReader(io.StringIO(read_text(path)))
    try:
        rows = list(reader)
    except csv.Error as cause:
        where = f"{path}:{reader.line_num}"
        raise UsageError("a table in CSV", str(cause), where) from cause
    if not rows:
        raise UsageError("a table with rows", "none", str(path))
    for line, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise UsageError(
                f"{len(reader.fieldnames or ())} columns", "another number",
                f"{path}:{line}", "do not edit the table by hand",
            )  # fmt: skip
    return rows


def read_ids(path: Path) -> tuple[int, ...]:
    """Read ids, one a line. Raises UsageError for anything else, and for none."""
    found = []
    for line, text in enumerate(read_text(path).splitlines(), start=1):
        if text.strip():
            if not _whole(text.strip()):
                raise UsageError("the id of a battle", repr(text), f"{path}:{line}")
            found.append(int(text))
    if not found:
        raise UsageError("at least one id", "none", str(path))
    return tuple(dict.fromkeys(found))


def number(row: Row, name: str, where: str) -> float | None:
    """Read a number; None for a blank or an absent column."""
    text = row.get(name, "").strip()
    if not text:
        return None
    try:
        found = float(text)
    except ValueError:
        found = nan
    if isfinite(found):
        return found
    raise UsageError(f"a number in {name}", repr(text), where)


def _whole(text: str) -> bool:
    """Tell whether a text is a whole number that a machine holds."""
    return text.isascii() and text.isdecimal() and len(text) <= DIGITS


def _battle(row: Row, where: str, notes: list[Note]) -> Battle:
    def ask(name: str) -> float | None:
        found = number(row, name, where)
        if found is None:
            why = "blank: drawn anew in each refight, or taken as usual"
            notes.append(Note(row["id"], name, "missing", why))
        return found

    return Battle(
        id=int(row["id"]),
        year=int(float(row["start_year"])),
        attacker=Force(*(ask(f"attacker_{x}") for x in ("strength", "tanks", "guns"))),
        defender=Force(*(ask(f"defender_{x}") for x in ("strength", "tanks", "guns"))),
        posture=_postures(row),
        ground=_grounds(row),
        width_km=ask("width_km"),
        wet=row.get("weather_wet", ""),
        sky=row.get("weather_sky", ""),
        temperature=row.get("weather_temperature", ""),
        season=row.get("season", ""),
        scheme=row.get("attacker_scheme", ""),
        air=ask("air_superiority"),
        days=ask("duration_days"),
        surprise=number(row, "surprise_code", where),
    )


def _postures(row: Row) -> tuple[str, ...]:
    found = tuple(row.get(name, "") for name in ("posture", "posture_2"))
    return tuple(each for each in found if each) or ("prepared",)


def _grounds(row: Row) -> tuple[tuple[str, str, str], ...]:
    parts = ("relief", "cover", "special")
    first = tuple(row.get(f"terrain_{part}", "") for part in parts)
    second = tuple(row.get(f"terrain_{part}_2", "") for part in parts)
    found = [first] if second[0] == "" else [first, second]
    return tuple((a, b, c) for a, b, c in found)


def _record(row: Row, where: str, notes: list[Note]) -> Record:
    result = row.get("result", "")
    if result and result not in RESULTS:
        raise UsageError(f"one of {', '.join(RESULTS)}", repr(result), where)
    lost = [number(row, f"{side}_casualties", where) for side in SIDES]
    if row.get("casualties_exceed_strength") == "1":
        why = "casualties above recorded strength: kept as a count, no share of losses"
        notes.append(Note(row["id"], "casualties", "mended", why))
    return Record(
        won=RESULTS.get(result),
        attacker_lost=lost[0],
        defender_lost=lost[1],
        attacker_tanks_lost=_tanks_lost(row, "attacker", where),
        defender_tanks_lost=_tanks_lost(row, "defender", where),
        advance=number(row, "advance_km_per_day", where),
    )


def _tanks_lost(row: Row, side: str, where: str) -> float | None:
    """Read tanks lost where there were any to lose, and tanks were an arm."""
    had = number(row, f"{side}_tanks", where)
    early = (number(row, "start_year", where) or 0.0) < ARMOURED_AGE
    return None if early or not had else number(row, f"{side}_tanks_lost", where)


def _group(row: Row) -> Group:
    war = war_of(row)
    campaign = row.get("campaign_group", "") or f"{war} | {row['id']}"
    family = row.get("family_id", "") or row["id"]
    if not _whole(family):
        raise UsageError("the id of a family of battles", repr(family), row["id"])
    return Group(war, campaign, int(family))


def war_of(row: Row) -> str:
    """Name the group of a row: a war, the World Wars by theatre, Israel's as one."""
    war, theatre = row["war"], row["theatre"]
    if any(word in war for word in ISRAEL):
        return ARAB_ISRAELI
    if war.startswith("World War") and theatre:
        return f"{war.split(' of ')[0]}, {theatre}"
    return war.split(" of ")[0]


def _refuse_twice(ids: Sequence[str], path: Path) -> None:
    seen: set[str] = set()
    for each in ids:
        if not _whole(each):
            raise UsageError("the id of a battle", repr(each), str(path))
        if each in seen:
            raise UsageError("each id once", f"{each} twice", str(path))
        seen.add(each)


def _refuse_divided(groups: Sequence[Group], path: Path) -> None:
    """Refuse a battle and a part of it in two wars: one would foretell the other."""
    first: dict[int, Group] = {}
    for each in groups:
        known = first.setdefault(each.family, each)
        if known.war != each.war:
            raise UsageError(
                f"family {each.family} of battles in one war",
                f"{known.war} and {each.war}", str(path),
                "a battle and its parts stay together when a war is left out",
            )  # fmt: skip
