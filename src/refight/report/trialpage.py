"""Trial page: one page about how far the combat rules can be believed.

Everything is worked out from a folder of battles: scores beside baselines, what was to
be reached and what was, the reliability diagram, where the engine is better and worse,
the nearest equipment apart, shapes, the check for leakage, and what was tried. As
Markdown or one HTML file. No row of the table is shown, only scores and counts.
"""

import html
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from refight.report.reliability import reliability_svg
from refight.report.trial import (
    CLOSING,
    PART_NAMES,
    away_part_rows,
    away_rows,
    baselines,
    blank_lines,
    fit_data,
    part_rows,
    result_rows,
    score_data,
)
from refight.report.trialwords import CHECKED, LIMITS, TRIED, said
from refight.trials.assess import FEWEST, bins, by_key, part_of
from refight.trials.battles import ARAB_ISRAELI, Battle, Battles
from refight.trials.folds import Folded
from refight.trials.forecasts import Forecasts
from refight.trials.plain import MAJORITY
from refight.trials.score import Bin, crps, log_loss, scaled, truth
from refight.trials.shape import shapes
from refight.trials.trial import Asked

SCALE = (
    "Lower is better but for the area under the curve; the slope of calibration is 1 "
    "where chances are right."
)
LEARNT = (
    "none of the Arab-Israeli wars. Range: over the members of the fit. All members "
    "share `trial.win`, learnt from records alone, and `trial.chance` and "
    "`trial.record`, learnt from records and refights."
)
PICTURE = "How often the attacker won, by the chance given"
COMMAND = "refight trial report --data DIR --out docs/explanation/trials.md"
ERAS = ((1918, "1914-18"), (1938, "1919-38"), (1945, "1939-45"), (1966, "1946-66"))
LAST_ERA = "1967-82"
HALF, NINE = (0.45, 0.55), (0.85, 0.95)  # coverage that was to be reached
GAP = 0.05  # log-loss below every baseline from which leakage is looked for


def page_data(battles: Battles, folded: Folded, asked: Asked) -> dict[str, Any]:
    """Gather the page."""
    main = _flags(battles, apart=False)
    others = baselines(battles)
    page = score_data(battles, folded.made, others)
    return {
        "refights": asked.refights,
        "all": page,
        "since_1937": _scored(battles, folded.made, others, _since(battles, 1937)),
        "taught": _scored(battles, folded.made, others, main),
        "apart": _scored(battles, folded.made, others, ~main),
        "surprise": score_data(battles, folded.surprise, others)["scores"][0],
        "bins": [asdict(each) for each in bins(battles, folded.made)],
        "groups": _groups(battles, folded.made, others[MAJORITY]),
        "shapes": shapes(battles, folded.made),
        "fit": fit_data(folded.fit, ""),
        "reached": _reached(page),
        "loops": folded.loops,
        "seconds": folded.seconds,
        "wars": len({each.war for each in battles.groups}),
        "campaigns": len({each.campaign for each in battles.groups}),
    }


def page_lines(page: Mapping[str, Any], picture: str) -> list[str]:
    """Write the page as Markdown; `picture` is where the diagram lies."""
    made = page["fit"]["made_from"]
    lines = [
        "# Trials: the same engine on other real battles", "",
        f"Made by `{COMMAND}` (behaviour version {made['behaviour_version']}, fit "
        f"{made['digest']}); it holds scores and counts, no row of the table. "
        f"{CLOSING}",
        "", f"{page['all']['battles']} battles since 1914 with a known result, of "
        f"{page['campaigns']} campaigns in {page['wars']} wars, {page['refights']} "
        "refights each. Each war is foretold by what the other wars teach; baselines "
        "likewise. Intervals are 95%, from resampled campaigns.",
    ]  # fmt: skip
    lines += _part("What was to be reached", _reached_rows(page["reached"]))
    lines += ["", "What the numbers say:", ""]
    lines += [f"- {each}" for each in said(page, PART_NAMES)]
    lines += _part("Result", result_rows(page["all"]))
    lines += ["", SCALE, "", f"![{PICTURE}]({picture})"]
    lines += _part("Losses, advance, exchange", part_rows(page["all"]))
    lines += blank_lines(page["all"])
    lines += _part("Engine less the other, pair by pair", away_rows(page["all"]))
    lines += ["", *_table(away_part_rows(page["all"]))]
    lines += ["", "Below zero the engine is the better."]
    if page["since_1937"]:
        lines += ["", "Since 1937:", "", *_table(result_rows(page["since_1937"]))]
    lines += _part("Where it is better and worse", _group_rows(page["groups"]))
    lines += ["", "Engine less baseline: log-loss against the majority class, CRPS of "
              "losses against constant daily rates; *better* or *worse* where the "
              "means differ by more than 0.02, few rows prove little."]  # fmt: skip
    lines += _apart(page)
    lines += _part("Shapes", _shape_rows(page["shapes"]))
    lines += _part("The fit", _fit_rows(page["fit"]))
    lines += ["", f"{len(page['fit']['made_from']['battles'])} battles, {LEARNT}"]
    lines += _leakage(page)
    lines += ["", "## What was tried", "", *(f"- {each}" for each in TRIED)]
    lines += ["", "## What it does not see", "", *(f"- {each}" for each in LIMITS)]
    lines += ["", "## Speed", "", _speed(page)]
    return lines


def svg_of(page: Mapping[str, Any]) -> str:
    """Draw the page's diagram."""
    found = [
        Bin(**{**each, "interval": tuple(each["interval"])}) for each in page["bins"]
    ]
    return reliability_svg(found, "Reliability of the engine's forecasts")


def page_html(lines: Sequence[str], svg: str) -> str:
    """Write the page as one HTML file, the diagram in it."""
    body = "\n".join(_html_of(lines, svg))
    style = (
        "body{font:16px/1.5 Georgia,serif;max-width:52rem;margin:2rem auto;"
        "padding:0 1rem;color:#2d2a26;background:#fffdf6}"
        "table{border-collapse:collapse}"
        "td{padding:.15rem .8rem .15rem 0;border-bottom:1px solid #b9b2a3}"
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Trials</title>'
        f"<style>{style}</style></head><body>\n{body}\n</body></html>\n"
    )


def _html_of(lines: Sequence[str], svg: str) -> list[str]:
    out: list[str] = []
    for line in lines:
        cells = [html.escape(cell.strip()) for cell in line.strip("|").split("|")]
        if line.startswith("| ---"):
            continue
        if line.startswith("|"):
            row = "".join(f"<td>{cell}</td>" for cell in cells)
            if out and out[-1] == "</table>":
                out.pop()
            else:
                out.append("<table>")
            out += [f"<tr>{row}</tr>", "</table>"]
        elif line.startswith("!["):
            out.append(svg)
        elif line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            out.append(f"<h{level}>{html.escape(line.lstrip('# '))}</h{level}>")
        elif line:
            out.append(f"<p>{html.escape(line)}</p>")
    return out


def _part(title: str, rows: Sequence[Sequence[str]]) -> list[str]:
    return ["", f"## {title}", "", *_table(rows)]


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return [lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]]


def _reached(page: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Compare the scores with what issue and design asked for."""
    engine, majority, _, objective, _ = page["scores"]
    better = min(
        (majority, objective), key=lambda each: float(each["log_loss"]["value"])
    )
    away = {each["other"]: each for each in page["differences"]}[better["name"]]
    rows = [
        _row(f"log-loss no worse than {better['name']}", away["log_loss"]),
        _row(f"Brier no worse than {better['name']}", away["brier"]),
    ]
    constant = page["differences"][0]["parts"]
    for part in ("att_cas", "def_cas"):
        name = PART_NAMES[part]
        rows.append(_row(f"CRPS of {name} below constant rates", constant[part]))
        for kind, (low, high), word in (("half", HALF, "50%"), ("nine", NINE, "90%")):
            value = engine["parts"][part][kind]
            rows.append(
                {
                    "asked": f"{word} intervals of {name} hold {low:.0%} to {high:.0%}",
                    "found": value,
                    "reached": low <= value["value"] <= high,
                }
            )
    return rows


def _row(asked: str, found: Mapping[str, float]) -> dict[str, Any]:
    return {"asked": asked, "found": found, "reached": found["value"] <= 0}


def _reached_rows(rows: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    out = [["asked", "found", ""]]
    for row in rows:
        word = "reached" if row["reached"] else "**not reached**"
        out.append([row["asked"], _span(row["found"]), word])
    return out


def _groups(
    battles: Battles, made: Forecasts, other: Forecasts
) -> list[dict[str, Any]]:
    """Score each era, ground and posture beside the plainest baselines."""
    seen = truth(battles.records)
    result = log_loss(made.won, seen.won) - log_loss(other.won, seen.won)
    one, two = scaled(made), scaled(other)
    lost = [
        crps(one[:, k], seen.parts[:, k]) - crps(two[:, k], seen.parts[:, k])
        for k in range(2)
    ]
    found = []
    for kind, ask in (("era", era), ("ground", ground), ("posture", posture)):
        for key, here in by_key([ask(each) for each in battles.inputs]).items():
            values = [float(np.nanmean(each[here])) for each in (result, *lost)]
            won = float(np.nanmean(seen.won[here]))
            chance = float(made.won[here].mean())
            row = {"kind": kind, "key": key, "battles": int(here.sum())}
            found.append({**row, "won": won, "chance": chance, "away": values})
    return found


def _group_rows(groups: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    head = ["", "", "battles", "won", "chance", "result", "attacker's", "defender's"]
    rows = [head]
    for each in groups:
        rows.append(
            [
                each["kind"], each["key"], str(each["battles"]), f"{each['won']:.2f}",
                f"{each['chance']:.2f}", *(_word(x) for x in each["away"]),
            ]
        )  # fmt: skip
    return rows


def _word(away: float) -> str:
    if math.isnan(away):
        return ""
    word = " better" if away < -0.02 else " worse" if away > 0.02 else ""
    return f"{away:+.2f}{word}"


def _apart(page: Mapping[str, Any]) -> list[str]:
    found = page["apart"]
    if found is None or page["taught"] is None:
        return []
    return [
        "", "## The nearest equipment: Arab-Israeli wars", "",
        f"{found['battles']} battles; nothing was fitted on them or tuned to them. "
        "Unit quality is left uncertain, so little discrimination is to be expected; "
        "coverage is what counts.", "", *_table(result_rows(found)), "",
        *_table(part_rows(found)), "",
        f"All other wars ({page['taught']['battles']} battles):", "",
        *_table(result_rows(page["taught"])),
    ]  # fmt: skip


def _shape_rows(rows: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    out = [["", "recorded", "foretold"]]
    for row in rows:
        out.append([row["name"], f"{row['recorded']:.2f}", f"{row['foretold']:.2f}"])
    return out


def _fit_rows(fit: Mapping[str, Any]) -> list[list[str]]:
    rows = [["coefficient", "unit", "shipped", "fitted", "range"]]
    for row in fit["coefficients"]:
        low, high = row["members"]
        rows.append(
            [
                f"`{row['name']}`", row["unit"], f"{row['shipped']:.3g}",
                f"{row['fitted']:.3g}", f"{low:.3g} to {high:.3g}",
            ]
        )  # fmt: skip
    return rows


def _leakage(page: Mapping[str, Any]) -> list[str]:
    """Say whether scores look too good, and what is done against leakage."""
    losses = {e["name"]: e["log_loss"]["value"] for e in page["all"]["scores"]}
    best = min(value for name, value in losses.items() if name != "engine")
    far = losses["engine"] < best - GAP
    verdict = (
        "The engine lies far below every baseline: leakage until shown otherwise."
        if far
        else "The engine does not lie far below every baseline: no sign of leakage."
    )
    hindsight = page["surprise"]["log_loss"]
    return [
        "", "## Leakage", "", verdict, "", *(f"- {each}" for each in CHECKED), "",
        f"With the code of surprise (hindsight, not a forecast): log-loss "
        f"{_span(hindsight)}, area {page['surprise']['area']:.2f}.",
    ]  # fmt: skip


def _speed(page: Mapping[str, Any]) -> str:
    refights = page["refights"] * (page["all"]["battles"])
    return (
        f"About {refights:,} refights took {page['loops']:.3f} calibration loops each "
        f"(`refight bench`), {page['seconds']:.0f} CPU seconds together on the machine "
        "that made the page; forecasts, not the fit."
    )


def era(battle: Battle) -> str:
    """Name the era of a battle."""
    return next((name for year, name in ERAS if battle.year <= year), LAST_ERA)


def ground(battle: Battle) -> str:
    """Name the relief and cover of a battle's main ground."""
    return " ".join(battle.ground[0][:2]) if battle.ground else "not recorded"


def posture(battle: Battle) -> str:
    """Name the defender's main posture."""
    return battle.posture[0]


def _flags(battles: Battles, apart: bool) -> Any:
    return np.array([(each.war == ARAB_ISRAELI) == apart for each in battles.groups])


def _since(battles: Battles, year: int) -> Any:
    return np.array([each.year >= year for each in battles.inputs])


def _scored(
    battles: Battles, made: Forecasts, others: Mapping[str, Forecasts], keep: Any
) -> dict[str, Any] | None:
    """Score some rows; nothing where there are too few of them."""
    if keep.sum() < FEWEST:
        return None
    some = {kind: part_of(each, keep) for kind, each in others.items()}
    return score_data(battles.chosen(keep.tolist()), part_of(made, keep), some)


def _span(interval: Mapping[str, float]) -> str:
    low, high = interval["low"], interval["high"]
    return f"{interval['value']:.3f} [{low:.3f}, {high:.3f}]"
