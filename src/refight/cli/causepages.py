"""Pages of `refight cause`: one cause in each act that has it, or an ordered claim."""

from dataclasses import dataclass
from typing import Any

from refight.account.arithmetic import work_all
from refight.account.lookup import of_row, told_only
from refight.attribution.causes import Cause, Causes, acts_with, causes_of, stated
from refight.attribution.factorial import kept_factorial, seeds_of
from refight.attribution.measures import COUNT, DAY, measures_of
from refight.attribution.order import order_of, weigh
from refight.attribution.rivals import beside, calibrated, rivals_of
from refight.cli.account import load
from refight.cli.causes import compiled
from refight.cli.show import CAMPAIGN
from refight.ensemble.refight import Prepared, prepare
from refight.inference.abduction import abducted
from refight.inference.calibrate import kept_calibration
from refight.report.cause import After, cause_data, cause_lines
from refight.report.lines import heading, wrap
from refight.report.order import order_data, order_lines
from refight.report.progress import progress
from refight.report.shipped import cause_page, made
from refight.report.topic import topic_data, verdict_lines

SIGN = {DAY: -1}  # a cause that brings the day forward does more
Page = tuple[dict[str, Any], list[str]]


@dataclass(frozen=True)
class Asked:
    """How the refights of a page are wanted.

    shipped  take the results that come with the package, where they hold
    """

    pairs: int
    seed: int
    threads: int | None
    quiet: bool
    shipped: bool = False


def page(name: str, asked: Asked) -> Page:
    """Make the page of a cause or of an ordered claim."""
    if name in stated()["order"]:
        return _order(name, asked)
    pages = [_cause(act, cause, asked) for act, cause in acts_with(name).items()]
    lines = [
        line for number, (_, own) in enumerate(pages) for line in _apart(number, own)
    ]
    return {"name": name, "acts": [data for data, _ in pages]}, lines


def refought(act: str, name: str, asked: Asked) -> dict[str, Any]:
    """Refight what the page of a cause or of an ordered claim needs; give its data."""
    ordered = name in stated()["order"]
    return _weighed(name, asked) if ordered else _judged(prepare(act), name, asked)


def _cause(act: str, name: str, asked: Asked) -> Page:
    base = prepare(act)
    causes = causes_of(base.scenario)
    axes, said = _rows(causes.causes[causes.index(name)].rows)
    found = cause_page(base, name) if asked.shipped else None
    data = dict(found or _judged(base, name, asked)) | {"rows": axes}
    return data, [*cause_lines(data, said), *_mark(base, found)]


def _mark(base: Prepared, found: object) -> list[str]:
    return ["", *wrap(made(base))] if found else []


def _judged(base: Prepared, name: str, asked: Asked) -> dict[str, Any]:
    causes = causes_of(base.scenario)
    cause = causes.causes[causes.index(name)]
    compiled(base, {cause.lever.id: cause.without}, asked.seed)
    with progress(f"{name}, {base.scenario.id}", silent=asked.quiet) as report:
        priors = rivals_of(
            base,
            [[cause]],
            causes.scales,
            asked.pairs,
            asked.seed,
            asked.threads,
            report,
        )
    found = kept_factorial(base, asked.seed)
    after = _after(base, cause, causes, asked)
    other = beside(base, cause, causes.scales, asked.pairs, asked.seed, asked.threads)
    return cause_data(base, cause, priors, found, (), after, other)


def _after(base: Prepared, cause: Cause, causes: Causes, asked: Asked) -> After | None:
    """Take the cause away after calibration, where that is kept."""
    posterior = kept_calibration(base, seed=asked.seed)
    if posterior is None or not posterior.sample.shown:
        return None
    given = abducted(posterior, asked.pairs, asked.seed)
    with progress(f"{cause.id}, calibrated", silent=asked.quiet) as report:
        rival = calibrated(base, [[cause]], causes.scales, given, asked.threads, report)
    seeds = abducted(posterior, seeds_of(causes), asked.seed)
    return After(rival, kept_factorial(base, asked.seed, seeds))


def _order(name: str, asked: Asked) -> Page:
    order = order_of(name)
    base = prepare(order.act)
    axes, said = _rows(order.rows)
    found = cause_page(base, name) if asked.shipped else None
    data = dict(found or _weighed(name, asked)) | {"account": axes}
    return data, [*order_lines(data, said), *_mark(base, found)]


def _weighed(name: str, asked: Asked) -> dict[str, Any]:
    order = order_of(name)
    base = prepare(order.act)
    causes, known = causes_of(base.scenario), measures_of(base.scenario, base.archive)
    sets = order.sets(causes)
    compiled(base, {}, asked.seed)
    with progress(name, silent=asked.quiet) as report:
        priors = rivals_of(
            base, sets, causes.scales, asked.pairs, asked.seed, asked.threads, report
        )
    kinds = {e: known[e].kind for e in causes.scales if known[e].kind != COUNT}
    weighed = {
        scale: [weigh(order, each, scale, SIGN.get(kind, 1)) for each in priors]
        for scale, kind in kinds.items()
    }
    return order_data(order, weighed, kinds, asked.pairs)


def _rows(numbers: tuple[int, ...]) -> tuple[list[dict[str, Any]], list[str]]:
    """Give the record and arithmetic verdicts of some rows, as data and as lines."""
    account, archive = load(CAMPAIGN)
    done = work_all(account, archive)
    data: list[dict[str, Any]] = []
    lines: list[str] = []
    for number in numbers:
        target = told_only(of_row(number, account), account)
        found: Any = topic_data(target, account, archive, done)
        axes = {k: v for k, v in found["verdicts"].items() if k != "model"}
        element = account.rows[number].element
        data.append({"row": number, "element": element, "verdicts": axes})
        lines += heading(f"Row {number} of the account")
        lines += verdict_lines(axes, account.loaded_words)
    return data, lines


def _apart(number: int, lines: list[str]) -> list[str]:
    return ["", "", *lines] if number else lines
