"""An invented data base of battles, in the form of the real one.

No row is a battle that was fought. Results follow a rule known to the tests: larger and
bolder attackers win, losses follow numbers and days.
"""

import csv

import numpy as np

COLUMNS = (
    "id", "name", "war", "theatre", "campaign", "campaign_group", "family_id",
    "parent_id", "nested", "study", "start_date", "start_year", "attacker_name",
    "attacker_country", "defender_name", "defender_country", "attacker_strength",
    "attacker_tanks", "attacker_guns", "defender_strength", "defender_tanks",
    "defender_guns", "air_superiority", "posture", "posture_2", "posture_mix",
    "terrain_relief", "terrain_cover", "terrain_special", "terrain_relief_2",
    "terrain_cover_2", "terrain_special_2", "width_km", "weather_wet", "weather_sky",
    "weather_temperature", "season", "attacker_scheme", "duration_days",
    "surprise_code", "result", "attacker_won", "attacker_casualties",
    "defender_casualties", "attacker_tanks_lost", "defender_tanks_lost",
    "advance_km_per_day", "casualties_exceed_strength",
)  # fmt: skip
WARS = tuple(
    f"{where} War of 1940-1947" for where in ("North", "South", "East", "Six Day")
)


def row(number, chance):
    """Invent one battle."""
    men = int(chance.integers(4, 30)) * 1000
    ratio = float(np.exp(chance.normal(0.5, 0.6)))
    days = int(chance.integers(1, 5))
    bold = chance.normal()
    won = np.log(ratio) + bold > 0.1
    lost = 0.015 * days * np.exp(chance.normal(0, 0.6, 2))
    result = "attacker_win" if won else chance.choice(["draw", "attacker_loss"])
    defenders = int(men / ratio)
    return {
        "id": number, "name": f"INVENTED {number}", "war": WARS[number % 4],
        "campaign_group": f"campaign {number // 3}", "family_id": number,
        "start_year": 1940 + number % 8, "attacker_name": "REDS",
        "defender_name": "BLUES", "attacker_strength": men, "attacker_tanks": 40,
        "attacker_guns": 60, "defender_strength": defenders, "defender_tanks": 10,
        "defender_guns": 40, "air_superiority": 0,
        "posture": ("hasty", "prepared", "fortified")[number % 3],
        "terrain_relief": "rolling", "terrain_cover": "mixed",
        "width_km": round(men / 3000, 1), "weather_wet": "dry",
        "weather_sky": "sunny", "weather_temperature": "temperate",
        "season": "summer", "attacker_scheme": "frontal", "duration_days": days,
        "surprise_code": 0, "result": result, "attacker_won": int(won),
        "attacker_casualties": max(1, int(men * lost[0])),
        "defender_casualties": max(1, int(defenders * lost[1] * (2 if won else 1))),
        "advance_km_per_day": round(1.5 * np.exp(bold / 2) if won else 0.2, 1),
        "casualties_exceed_strength": 0,
    }  # fmt: skip


def rows(count=40, seed=5):
    """Invent battles."""
    chance = np.random.default_rng(seed)
    return [row(number, chance) for number in range(1, count + 1)]


def write(folder, made, columns=COLUMNS):
    """Write a folder with a table of battles."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "battles.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, columns, restval="", extrasaction="ignore")
        table.writeheader()
        table.writerows(made)
    return folder
