"""Tables: battles, series and fits of the trials, and the plan of a study."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from refight.cli.study import _page
from refight.ensemble.study.plan import NAME, Plan
from refight.trials.battles import read_battles, read_ids
from refight.trials.coefficients import Fit as Ranges
from refight.trials.coefficients import read_fit, shipped, to_json
from refight.trials.series import ardennes, iwo_jima
from tools.fuzz.folders import file_target, folder_target
from tools.fuzz.hunt import Target

ROWS = 12
WORDS = {  # columns of the table of battles whose values are words, with one of them
    "war": "North War of 1940-1947",
    "theatre": "plain",
    "posture": "hasty",
    "terrain_relief": "rolling",
    "terrain_cover": "mixed",
    "weather_wet": "dry",
    "weather_sky": "sunny",
    "weather_temperature": "temperate",
    "season": "summer",
    "attacker_scheme": "frontal",
    "result": "attacker_win",
    "campaign_group": "one",
}
NUMBERS = {
    "start_year": 1944,
    "attacker_strength": 9000,
    "attacker_tanks": 40,
    "attacker_guns": 60,
    "defender_strength": 6000,
    "defender_tanks": 10,
    "defender_guns": 40,
    "air_superiority": 0,
    "width_km": 3.5,
    "duration_days": 2,
    "surprise_code": 0,
    "attacker_casualties": 300,
    "defender_casualties": 400,
    "attacker_tanks_lost": 4,
    "defender_tanks_lost": 2,
    "advance_km_per_day": 1.5,
    "casualties_exceed_strength": 0,
    "family_id": 1,
}
IWO = {
    "us_landing_day_0_1": 54000,
    "us_landing_day_2_3": 6000,
    "us_landing_day_5_6": 13000,
    "japanese_initial": 21500,
    "a_japanese_on_us": 0.0544,
    "b_us_on_japanese": 0.0106,
    "duration": 36,
}
DAILY = ("allied_force", "german_force", "allied_casualties", "german_casualties")


def trials() -> Target:
    """The tables that a user has for the trials (`refight trial`)."""
    battles = [{"id": n, **WORDS, **NUMBERS} for n in range(1, ROWS)]
    quantities = [{"quantity": name, "value": each} for name, each in IWO.items()]
    days = [{"day": n, **dict.fromkeys(DAILY, 100)} for n in range(1, ROWS)]
    files = {
        "battles.csv": _table(battles),
        "parameters.csv": _table(quantities),
        "ardennes_manpower_daily.csv": _table(days),
        "ids.txt": b"1\n2\n3\n",
        "fit.json": to_json(Ranges((shipped(),), {"ranges": "as shipped"})).encode(),
    }
    readers = {
        "battles.csv": lambda path: read_battles(path.parent),
        "parameters.csv": lambda path: iwo_jima(path.parent),
        "ardennes_manpower_daily.csv": lambda path: ardennes(path.parent),
        "ids.txt": read_ids,
        "fit.json": read_fit,
    }
    return file_target("trial", files, lambda path: readers[path.name](path))


def _table(rows: Sequence[Mapping[str, object]]) -> bytes:
    out = io.StringIO()
    table = csv.DictWriter(out, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    return out.getvalue().encode()


def studies() -> Target:
    """The plan of a study, in its folder (`refight study status`)."""
    arms = ((), ("women=absent",))
    plan = Plan("fall", "recorded", "pairs", arms, 1, 900, "a", "b", "c")

    def read(root: Path) -> None:
        _page(root)

    return folder_target("study", {NAME: plan.to_json().encode()}, read)
