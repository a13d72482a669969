"""Trial laws: the engine at its limits beside closed forms and published series.

Plain data, and lines for 80 columns.
"""

import math
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from refight.report.lines import amount, heading, table, wrap
from refight.trials.coefficients import as_shipped
from refight.trials.laws import (
    CLOSED,
    Duel,
    daily_law,
    duel,
    engel,
    one_day_ahead,
    worst,
)
from refight.trials.series import ardennes, engine_law, iwo_jima

EXAMPLE = Duel(2_000_000, 1_500_000, 0.02, 0.03, 20, 1.0)
PUBLISHED = (
    ("Bracken 1995, days 1-10, weighted", "1.0", "1.0", "1.25 (his d)"),
    ("Fricker 1998, 32 days, all forces", "about 0", "4.6 to 5.0", "about 0.8"),
    ("Clemens 1997, Kursk, 14 days", "5.3", "3.6", ""),
)
READING = (
    "No Lanchester exponent has survived a second set of data; the fits differ by "
    "definition and by days taken. They are shown as a check that the same definition "
    "gives the same numbers here, not as a target for the engine."
)


def laws_data(iwo: Path | None, daily: Path | None) -> dict[str, Any]:
    """Run the checks; the series only where their folders are given."""
    return {
        "laws": [
            {"law": name, "exponent": exponent, "worst": worst(_of(exponent), closed)}
            for name, (exponent, closed) in CLOSED.items()
        ],
        "iwo_jima": None if iwo is None else _iwo(iwo),
        "ardennes": None if daily is None else _ardennes(daily),
        "reading": READING,
    }


def laws_lines(page: Mapping[str, Any]) -> list[str]:
    """Write the checks for 80 columns."""
    lines = ["Lanchester's laws as a check of the machinery", "=" * 45, ""]
    lines += wrap(
        "No ground, cohesion, night or noise; 2.0 against 1.5 million for 20 days at "
        "2% and 3% a day. Worst relative distance of the engine from the closed form "
        "(steps of six hours, whole persons):"
    )
    lines += [
        f"  {each['law']:<12} exponent {each['exponent']:.1f}  {each['worst']:.2%}"
        for each in page["laws"]
    ]
    if page["iwo_jima"]:
        lines += _iwo_lines(page["iwo_jima"])
    if page["ardennes"]:
        lines += _ardennes_lines(page["ardennes"])
    return [*lines, "", *wrap(page["reading"])]


def _of(exponent: float) -> Duel:
    return Duel(**{**asdict(EXAMPLE), "exponent": exponent, "landings": ()})


def _iwo(folder: Path) -> dict[str, Any]:
    asked, landings = iwo_jima(folder)
    rates = (asked.on_attackers, asked.on_defenders)
    found = duel(asked)
    law = engel(asked.defenders, rates, list(landings.items()), asked.days)
    days = [each for each in (1, 6, 11, 21, 31, asked.days) if each <= asked.days]
    return {
        "days": days,
        "landed": [[found[d - 1, 0], law[d - 1, 0]] for d in days],
        "island": [[found[d - 1, 1], law[d - 1, 1]] for d in days],
        "landed_lost": sum(landings.values()) - float(found[-1, 0]),
    }


def _iwo_lines(page: Mapping[str, Any]) -> list[str]:
    rows = [["day", "landed: engine", "Engel", "island: engine", "Engel"]]
    for day, one, other in zip(
        page["days"], page["landed"], page["island"], strict=True
    ):
        rows.append([str(day), *(amount(round(x)) for x in (*one, *other))])
    lines = heading("Iwo Jima, Engel's coefficients")
    lines += wrap(
        "Two coefficients fitted by Engel to a curve that start, landings and end "
        f"nearly determine. Lost by the landed: {amount(round(page['landed_lost']))}."
    )
    return [*lines, "", *table(rows)]


def _ardennes(folder: Path) -> dict[str, Any]:
    found = ardennes(folder)
    return {
        "days": len(found.lost),
        "law": asdict(daily_law(found.strength, found.lost, found.attacks)),
        "engine": asdict(engine_law(found, as_shipped())),
        "ahead": one_day_ahead(found.lost),
    }


def _ardennes_lines(page: Mapping[str, Any]) -> list[str]:
    rows = [["fit", "enemy p", "own q", "d"]]
    rows.append([f"this series, {page['days']} days", *_law(page["law"])])
    rows += [list(each) for each in PUBLISHED]
    rows.append(["the engine, as shipped", *_law(page["engine"])])
    lines = [*heading("Ardennes, daily losses of both sides"), *table(rows), ""]
    ahead = "; ".join(f"{name} {value:.3f}" for name, value in page["ahead"].items())
    return [*lines, *wrap(f"One day ahead, CRPS of the logarithm of losses: {ahead}.")]


def _law(law: Mapping[str, float]) -> list[str]:
    d = "" if math.isnan(law["attacker"]) else f"{law['attacker']:.2f}"
    return [
        f"{law['enemy']:.1f} (se {law['enemy_error']:.1f})",
        f"{law['own']:.1f} (se {law['own_error']:.1f})",
        d,
    ]
