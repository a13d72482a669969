"""Trial: what an import, a fit, forecasts and their scores have to say.

Plain data, and lines for 80 columns. The full report with its diagram is trialpage.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from refight.report.lines import heading, plural, table, wrap
from refight.trials.assess import difference, scores
from refight.trials.battles import Battles
from refight.trials.coefficients import Fit, shipped
from refight.trials.forecasts import Forecasts
from refight.trials.plain import MAJORITY, OBJECTIVE, RATIO, SURPRISE, plain
from refight.trials.trial import Asked

ENGINE = "engine"
PLAIN = (MAJORITY, RATIO, OBJECTIVE, SURPRISE)
PART_NAMES = {
    "att_cas": "attacker's losses",
    "def_cas": "defender's losses",
    "adv": "advance per day",
    "exr": "exchange ratio",
    "att_tanks": "attacker's tanks lost",
    "def_tanks": "defender's tanks lost",
}
STEPS = (
    ("import DIR", "read the battle data base from a folder of yours"),
    ("fit --ids FILE --out FILE", "fit the general coefficients on these battles"),
    ("predict --ids FILE --out FILE", "refight battles and foretell each"),
    ("score PREDICTIONS", "score forecasts beside plain baselines"),
    ("report --out FILE", "all of it on one page, each war foretold from the others"),
    ("laws", "Lanchester's laws, Iwo Jima and the Ardennes as a check"),
)
CLOSING = (
    "A trial tests the rules of combat on other battles. It says nothing about the "
    "causes of 1980 to 1982."
)
SHOWN = 40  # rows of an import that are listed


def steps_data() -> dict[str, Any]:
    """Gather what a trial consists of."""
    return {"steps": dict(STEPS), "model": CLOSING}


def steps_lines() -> list[str]:
    """Write the steps of a trial."""
    lines = ["The same engine on other real battles", "=" * 37, ""]
    for step, said in STEPS:
        lines += [f"refight trial {step}", *wrap(said, 4)]
    return [*lines, "", *wrap(CLOSING)]


def import_data(battles: Battles) -> dict[str, Any]:
    """Gather what was read, row by row."""
    won = [each.won for each in battles.records]
    return {
        "battles": len(battles.inputs),
        "won": won.count(1),
        "not_won": won.count(0),
        "result_unknown": won.count(None),
        "wars": dict(Counter(each.war for each in battles.groups)),
        "campaigns": len({each.campaign for each in battles.groups}),
        "notes": [asdict(each) for each in battles.notes],
    }


def import_lines(page: Mapping[str, Any]) -> list[str]:
    """Write an import: counts, wars, then each row that is not whole."""
    lines = ["Battles since 1914", "=" * 18, ""]
    lines += wrap(
        f"{plural(page['battles'], 'battle')} of "
        f"{plural(page['campaigns'], 'campaign')}: the attacker won {page['won']}, did "
        f"not win {page['not_won']}, unknown {page['result_unknown']}."
    )
    lines += heading("Wars")
    lines += [f"  {count:>4}  {war}" for war, count in sorted(page["wars"].items())]
    said = Counter((n["what"], n["column"], n["why"]) for n in page["notes"])
    lines += heading("Mended, missing, left out")
    for (what, column, why), count in sorted(said.items()):
        lines += wrap(f"{count} {what}: {column} - {why}", 4, "  -")
    rows = [n for n in page["notes"] if n["what"] != "dropped"]
    lines += heading("Row by row")
    for note in rows[:SHOWN]:
        lines.append(f"  {note['id']:>4}  {note['what']:<8} {note['column']}")
    if len(rows) > SHOWN:
        lines.append(f"  and {len(rows) - SHOWN} more: --json lists all")
    return lines


def fit_data(fit: Fit, path: str) -> dict[str, Any]:
    """Gather what a fit moved."""
    names = sorted({name for each in fit.members for name in each.moved})
    rows = []
    for name in names:
        values = [each.best(name) for each in fit.members]
        base = shipped().estimates[name]
        rows.append(
            {
                "name": name,
                "unit": base.unit,
                "shipped": base.best,
                "fitted": float(np.mean(values)),
                "members": [min(values), max(values)],
            }
        )
    made = dict(fit.made_from)
    return {"written": path, "coefficients": rows, "made_from": made}


def fit_lines(page: Mapping[str, Any]) -> list[str]:
    """Write a fit for 80 columns."""
    made = page["made_from"]
    lines = ["Coefficients fitted to battles", "=" * 30, ""]
    lines += wrap(
        f"Fitted on {plural(len(made['battles']), 'battle')} and no other row; mean "
        f"loss {made['mean_loss']:.3f}; {made['digest']}."
    )
    rows = [["coefficient", "shipped", "fitted", "members"]]
    rows += [
        [
            row["name"],
            f"{row['shipped']:.3g}",
            f"{row['fitted']:.3g}",
            f"{row['members'][0]:.3g} to {row['members'][1]:.3g}",
        ]
        for row in page["coefficients"]
    ]
    return [*lines, "", *table(rows), "", f"Written to {page['written']}"]


def predict_data(
    made: Forecasts, battles: Battles, fit: Fit, asked: Asked, path: str
) -> dict[str, Any]:
    """Gather what was foretold; battles that the fit has seen are counted."""
    fitted = set(fit.made_from.get("battles", ()))
    return {
        "written": path,
        "battles": len(made.ids),
        "refights": asked.refights,
        "seed": asked.seed,
        "hindsight": asked.surprise,
        "seen_by_the_fit": sum(each.id in fitted for each in battles.inputs),
        "mean_chance": float(made.won.mean()),
        "assumptions": fit.assumed,
    }


def predict_lines(page: Mapping[str, Any]) -> list[str]:
    """Write what was foretold for 80 columns."""
    lines = wrap(
        f"{plural(page['battles'], 'battle')}, {page['refights']} refights each, seed "
        f"{page['seed']}; mean chance of the attacker {page['mean_chance']:.2f}; "
        f"{page['assumptions']} estimates are assumptions."
    )
    if page["seen_by_the_fit"]:
        seen = plural(page["seen_by_the_fit"], "battle")
        lines += wrap(f"The fit has seen {seen} of these: no forecast of those.")
    if page["hindsight"]:
        lines += wrap("With the code of surprise: a run with hindsight.")
    return [*lines, f"Written to {page['written']}"]


def baselines(battles: Battles) -> dict[str, Forecasts]:
    """Foretell with the baselines, each fitted without the war it foretells."""
    return {kind: plain(battles, kind) for kind in PLAIN}


def score_data(
    battles: Battles, made: Forecasts, others: Mapping[str, Forecasts] | None = None
) -> dict[str, Any]:
    """Score forecasts beside the baselines, which are worked out when not given."""
    others = baselines(battles) if others is None else others
    found = [scores(ENGINE, battles, made)]
    found += [scores(kind, battles, each) for kind, each in others.items()]
    away = [difference(battles, made, each, kind) for kind, each in others.items()]
    return {
        "battles": found[0].battles,
        "scores": [asdict(each) for each in found],
        "differences": [asdict(each) for each in away],
        "model": CLOSING,
    }


def score_lines(page: Mapping[str, Any]) -> list[str]:
    """Write scores side by side for 80 columns."""
    lines = ["Forecasts scored", "=" * 16, ""]
    lines += wrap(
        f"{plural(page['battles'], 'battle')} with a result. Lower is better but for "
        "the area under the curve; 95% intervals from resampled campaigns. Baselines "
        "are fitted without the war that they foretell."
    )
    return [
        *lines,
        *heading("Result"), *table(result_rows(page)),
        *heading("Losses, advance"), *table(part_rows(page)), *blank_lines(page),
        *heading("Engine less the other"), *table(away_rows(page)),
        "", *table(away_part_rows(page)),
        "", *wrap(page["model"]),
    ]  # fmt: skip


def result_rows(page: Mapping[str, Any]) -> list[list[str]]:
    """Give the table of results, the head first."""
    rows = [["", "log-loss", "Brier", "area", "right", "slope"]]
    for each in page["scores"]:
        rows.append(
            [
                each["name"],
                _span(each["log_loss"]),
                f"{each['brier']['value']:.3f}",
                f"{each['area']:.2f}",
                f"{each['right']:.2f}",
                f"{each['slope']:.2f}",
            ]
        )
    return rows


def part_rows(page: Mapping[str, Any]) -> list[list[str]]:
    """Give the table of losses and advance: the engine beside constant rates."""
    rows = [["", "", "CRPS", "in 50%", "in 90%", "factor 2", "bias"]]
    for part, name in PART_NAMES.items():
        for each in page["scores"][:2]:
            row = each["parts"][part]
            if math.isnan(row["crps"]["value"]):
                continue
            who = "constant rates" if each["name"] == MAJORITY else each["name"]
            rows.append(
                [
                    name,
                    who,
                    f"{row['crps']['value']:.3f}",
                    f"{row['half']['value']:.2f}",
                    f"{row['nine']['value']:.2f}",
                    f"{row['near']:.2f}",
                    f"{row['bias']:+.2f}",
                ]
            )
            name = ""
    return rows


def blank_lines(page: Mapping[str, Any]) -> list[str]:
    """Say which scores leave battles out because nothing was foretold of them."""
    said = [
        f"{name}: {each['name']} foretells nothing of {plural(blank, 'battle')}, which "
        "its scores leave out."
        for part, name in PART_NAMES.items()
        for each in page["scores"][:2]
        if (blank := each["parts"][part]["blank"])
    ]
    return [line for each in said for line in ("", *wrap(each))]


def away_rows(page: Mapping[str, Any]) -> list[list[str]]:
    """Give the table of paired differences."""
    rows = [["from", "log-loss", "Brier"]]
    for each in page["differences"]:
        rows.append([each["other"], _span(each["log_loss"]), _span(each["brier"])])
    return rows


def away_part_rows(page: Mapping[str, Any]) -> list[list[str]]:
    """Give the table of paired differences of losses and advance."""
    rows = [["CRPS", "from constant rates"]]
    parts = page["differences"][0]["parts"]
    rows += [
        [name, _span(parts[part])]
        for part, name in PART_NAMES.items()
        if not math.isnan(parts[part]["value"])
    ]
    return rows


def _span(interval: Mapping[str, float]) -> str:
    low, high = interval["low"], interval["high"]
    return f"{interval['value']:.3f} [{low:.3f}, {high:.3f}]"
