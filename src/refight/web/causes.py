"""Causes and swap as the page reads them, from ensembles that the page has anyway.

What comes with the package is taken where it is of the act as it now is. Otherwise each
stated cause is taken away alone, under the shipped prior; where `refight causes` has
kept the combinations, the verdict heeds them; rival priors are then left to
`refight cause`, and the text says so. Shares are in `web.shares`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from refight.account.arithmetic import Answers, work_all
from refight.account.lookup import of_row
from refight.account.model import Account
from refight.attribution.causes import Cause, Causes, acts_with, causes_of, stated
from refight.attribution.factorial import Factorial, kept_factorial
from refight.attribution.interval import LEVEL
from refight.attribution.measures import BY_RECORD, COUNT, DAY, measures_of, values_of
from refight.attribution.order import Order, order_of, weigh
from refight.attribution.rivals import SHIPPED, Rival
from refight.attribution.swap import ACTS
from refight.attribution.whatif import Contrast, paired_up
from refight.ensemble.film import Watched
from refight.ensemble.refight import Prepared
from refight.evidence.archive import Archive
from refight.report.cause import (
    cause_data,
    cause_lines,
    necessity_lines,
    shares_lines,
    taken_words,
)
from refight.report.causes import interval
from refight.report.lines import heading, plural, wrap
from refight.report.order import order_data, order_lines
from refight.report.shipped import cause_page, made
from refight.report.swap import KEY, act_data
from refight.report.topic import topic_data
from refight.web.point import Point, set_to

KINDS = {"chance": "event", "day": "date", "count": "number"}
POLICIES = ("as it was", "under the other act's command and forces policy")
SIGN = {DAY: -1}  # a cause that brings the day forward does more


class Refights(Protocol):
    """Where prepared acts and their refights come from."""

    def prepared(self, point: Point) -> Prepared:
        """Give an act, ready."""

    def watched(self, point: Point) -> Watched:
        """Give an act, refought."""


def causes_page(
    refights: Refights, account: Account, archive: Archive
) -> dict[str, Any]:
    """Gather the stated causes, each with its three verdicts and its effect."""
    done = work_all(account, archive)
    found: list[dict[str, Any]] = []
    for act in ACTS:
        base = refights.prepared(Point(act))
        causes, shared = causes_of(base.scenario), kept_factorial(base)
        for cause in causes.causes:
            axes = [_axes(number, account, archive, done) for number in cause.rows]
            found.append(_cause(refights, base, cause, shared, axes))
    for name in stated()["order"]:
        found.append(_order(refights, name, account, archive, done))
    return {"available": True, "reason": "", "causes": found}


def points_of_causes(refights: Refights) -> set[Point]:
    """List what the causes have to have refought."""
    bases = {act: refights.prepared(Point(act)) for act in ACTS}
    causes = {act: causes_of(base.scenario) for act, base in bases.items()}
    orders = [order_of(name) for name in stated()["order"]]
    asked: list[tuple[str, str, Sequence[Sequence[Cause]]]]
    asked = [(act, each.id, [[each]]) for act in ACTS for each in causes[act].causes]
    asked += [(it.act, it.id, it.sets(causes[it.act])) for it in orders]
    missing = [
        (act, sets) for act, name, sets in asked if cause_page(bases[act], name) is None
    ]
    bare = {Point(act) for act, _ in missing}
    return bare | {_without(act, part) for act, sets in missing for part in sets}


def points_of_swap() -> set[Point]:
    """List what the swap has to have refought."""
    swapped = {set_to(act, dict(stated()["swap"][act])) for act in ACTS}
    return {Point(act) for act in ACTS} | swapped


def _without(act: str, causes: Sequence[Cause]) -> Point:
    return set_to(act, {each.lever.id: each.without for each in causes})


def swap_page(refights: Refights) -> dict[str, Any]:
    """Gather the swap: each act under the other's command and forces policy."""
    contrasts = [_contrast(refights, act, stated()["swap"][act]) for act in ACTS]
    acts = [act_data(each) for each in contrasts]
    cells = [
        _cell(act, row, column, which)
        for row, act in enumerate(acts)
        for column, which in enumerate(("factual", "changed"))
    ]
    return {
        "available": True,
        "reason": "",
        "rows": [act["title"] for act in acts],
        "columns": list(POLICIES),
        "cells": cells,
        "policies": [act["policy"] for act in acts],
        "differences": [_differences(act, row) for row, act in enumerate(acts)],
        "pairs": contrasts[0].count,
        "words": KEY,
    }


def _contrast(refights: Refights, act: str, choices: Mapping[str, str]) -> Contrast:
    points = Point(act), set_to(act, dict(choices))
    arms = (refights.watched(point).ensemble for point in points)
    return paired_up(refights.prepared(points[0]), *arms)


def _rival(
    refights: Refights, base: Prepared, sets: Sequence[Sequence[Cause]], causes: Causes
) -> Rival:
    """Give the shipped prior with and without some sets of causes."""
    known = measures_of(base.scenario, base.archive)
    act = base.scenario.act

    def scales(point: Point) -> dict[str, Any]:
        columns = refights.watched(point).ensemble.columns
        return {name: values_of(known[name], columns) for name in causes.scales}

    without = {
        tuple(each.id for each in part): scales(_without(act, part)) for part in sets
    }
    measures = {name: known[name] for name in causes.scales}
    return Rival(SHIPPED, measures, scales(Point(act)), without)


def _cause(
    refights: Refights,
    base: Prepared,
    cause: Cause,
    shared: Factorial | None,
    axes: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    shipped = cause_page(base, cause.id)
    if shipped is None:
        rival = _rival(refights, base, [[cause]], causes_of(base.scenario))
    page = shipped or cause_data(base, cause, [rival], shared)
    effect = next(row for row in page["taken_away"] if row["id"] == page["scale"])
    first = axes[0]["verdicts"]
    return {
        "id": name_of(cause.id, base.scenario.act),
        "cause": cause.id,
        "act": base.scenario.act,
        "title": cause.lever.title,
        "sentences": list(cause.lever.sentences),
        "rows": list(cause.rows),
        "levers": [cause.lever.id],
        "absent": cause.without,
        "absent_words": cause.absent_words,
        "record": first["record"],
        "arithmetic": first["arithmetic"],
        "model": page["verdict"],
        "effect": {**_effect(effect), "outcome": page["scale"]},
        "taken_away": [
            {**_effect(row), "outcome": row["id"], "title": row["title"]}
            | {"word": row["word"]}
            for row in page["taken_away"]
        ],
        "text": _text(page) if shipped is None else cause_lines(page),
        "pairs": page["pairs"],
        "made": "" if shipped is None else made(base),
    }


def name_of(cause: str, act: str) -> str:
    """Name a cause of one act; that of both acts bears the act's name as well."""
    return cause if len(acts_with(cause)) == 1 else f"{cause}-{act}"


def _effect(row: Mapping[str, Any]) -> dict[str, Any]:
    found = row["effect"]
    return {
        "unit": row["unit"],
        "kind": KINDS[row["kind"]],
        "value": found["value"],
        "low": found["low"],
        "high": found["high"],
        "level": LEVEL,
    }


def _text(page: Mapping[str, Any]) -> list[str]:
    """Write the verdict page; rival priors are left to the command."""
    verdict = page["verdict"]
    lines = wrap(f"Model: {verdict['word']} ({verdict['reason']}).")
    lines += heading(f"Taken away ({page['without']}), all else as it was")
    lines += wrap(f"{plural(page['pairs'], 'pair')}; with minus without the cause.")
    for row in page["taken_away"]:
        lines += wrap(taken_words(row), 4, "  -")
    lines += heading(f"Necessary, sufficient ({page['scale']})")
    lines += necessity_lines(page["necessity"])
    if page["shares"] is not None:
        lines += heading("Share among all stated causes")
        lines += shares_lines(page["shares"])
    lines += heading("Under rival priors")
    lines += wrap(f"Worked out by `refight cause {page['cause']}`.")
    return [*lines, "", page["model"]]


def _axes(
    number: int, account: Account, archive: Archive, done: Answers
) -> dict[str, Any]:
    found: Any = topic_data(of_row(number, account), account, archive, done)
    element = account.rows[number].element
    return {"row": number, "element": element, "verdicts": found["verdicts"]}


def _order(
    refights: Refights,
    name: str,
    account: Account,
    archive: Archive,
    done: Answers,
) -> dict[str, Any]:
    """Weigh an ordered claim: whether one cause does more than another."""
    order = order_of(name)
    axes = _axes(order.rows[0], account, archive, done)
    model, text = _weighed(refights, order)
    return {
        "id": name,
        "cause": name,
        "act": order.act,
        "title": axes["element"],
        "sentences": list(account.rows[order.rows[0]].sentences),
        "rows": list(order.rows),
        "levers": [],
        "absent": "",
        "absent_words": "",
        "record": axes["verdicts"]["record"],
        "arithmetic": axes["verdicts"]["arithmetic"],
        "model": model,
        "effect": None,
        "taken_away": [],
        "text": text,
        "pairs": 0,  # its lines say them
        "made": "",
    }


def _weighed(refights: Refights, order: Order) -> tuple[dict[str, str], list[str]]:
    """Weigh two sets of causes: the model's word, and the page as lines."""
    base = refights.prepared(Point(order.act))
    page, scale = cause_page(base, order.id), _decision(base, order)
    if page is None:
        page, scale = _ordered(refights, base, order)
    prior = page["scales"][scale]["priors"][0]
    gap = interval({"kind": "chance", "factual": 1.0}, prior["gap"])
    model = {
        "word": f"in {prior['chance']['value']:.0%} of refights the first does more",
        "reason": f"{scale}: gap {gap} points",
    }
    return model, order_lines(page)


def _ordered(
    refights: Refights, base: Prepared, order: Order
) -> tuple[Mapping[str, Any], str]:
    causes = causes_of(base.scenario)
    rival = _rival(refights, base, order.sets(causes), causes)
    kinds = {e: m.kind for e, m in rival.measures.items() if m.kind != COUNT}
    weighed = {
        scale: [weigh(order, rival, scale, SIGN.get(kind, 1))]
        for scale, kind in kinds.items()
    }
    pairs = len(rival.with_all[rival.decision])
    return order_data(order, weighed, kinds, pairs), rival.decision


def _decision(base: Prepared, order: Order) -> str:
    """Name the chance of which the shipped page of an order speaks."""
    page = cause_page(base, order.more[0])
    return BY_RECORD if page is None else str(page["scale"])


def _cell(act: Mapping[str, Any], row: int, column: int, which: str) -> dict[str, Any]:
    outcomes = []
    for each in act["measures"]:
        cell = each[f"{which}_cell"]
        mean = cell["mean"]
        outcomes.append(
            {
                "id": each["id"],
                "title": each["title"],
                "kind": KINDS[each["kind"]],
                "unit": each["unit"],
                "value": mean["value"],
                "low": mean["low"],
                "high": mean["high"],
                "low90": cell["low90"],
                "high90": cell["high90"],
            }
        )
    title = f"{act['title']}, {POLICIES[column]}"
    return {"row": row, "column": column, "title": title, "outcomes": outcomes}


def _differences(act: Mapping[str, Any], row: int) -> dict[str, Any]:
    return {
        "row": row,
        "outcomes": [
            {**_effect(each), "id": each["id"], "word": each["word"]}
            for each in act["measures"]
        ],
    }
