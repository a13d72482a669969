"""What-if: the result of a contrast as the page reads it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from refight.attribution.interval import LEVEL
from refight.attribution.measures import BY_RECORD, CHANCE, WITHIN_ACT
from refight.attribution.whatif import Contrast, Pair
from refight.ensemble.stats import share, summarise
from refight.report.whatif import CLOSING, chance_words, pair_data, whatif_data

DECISION = (BY_RECORD, WITHIN_ACT)
KINDS = {"chance": "event", "day": "date", "count": "number"}


def result_data(found: Contrast, asked: int) -> dict[str, Any]:
    """Gather a contrast; the chances of the decision come first."""
    page = whatif_data(found, asked)
    rows = [_row(each, found) for each in found.pairs.values()]
    first = next(each for each in page["measures"] if each["id"] in DECISION)
    return {
        "act": found.act,
        "version": page["version"],
        "variant": page["variant"],
        "pairs": page["pairs"],
        "seed": page["seed"],
        "link": link_of(found),
        "command": page["command"],
        "manifests": page["manifests"],
        "levers": [_lever(each) for each in page["levers"]],
        "outcomes": rows,
        "identical": page["identical"],
        "never": page["never"],
        "words": chance_words(first),
        "model": CLOSING,
    }


def link_of(found: Contrast) -> str:
    """Write the part of an address that opens the page on this what-if."""
    query = [("lever", each) for each in found.variant]
    query += [("pairs", str(found.count)), ("seed", str(found.seed))]
    if found.scenario.version != "recorded":
        query.append(("as", found.scenario.version))
    return f"#/whatif/{found.act}?{urlencode(query)}"


def _lever(lever: Mapping[str, Any]) -> dict[str, Any]:
    was, here = lever["factual"], lever["chosen"]
    return {
        "id": lever["id"],
        "title": lever["title"],
        "level": here,
        "words": lever["levels"][here],
        "factual": was,
        "factual_words": lever["levels"][was],
        "sentences": lever["sentences"],
    }


def _row(pair: Pair, found: Contrast) -> dict[str, Any]:
    page, measure = pair_data(pair), pair.measure
    applies = pair.applies > 0
    return {
        "id": measure.id,
        "title": measure.title,
        "kind": KINDS[measure.kind],
        "unit": measure.unit,
        "scored": measure.scored,
        "input": measure.input,
        "decision": measure.id in DECISION,
        "factual": _arm(pair, page["factual"], found.factual.columns),
        "variant": _arm(pair, page["changed"], found.changed.columns),
        "difference": _difference(page) if applies else None,
        "single": page["single"],
        "differing": pair.differing,
        "clear": pair.effect.clear if applies else False,
        "word": page["word"],
        "words": page["word"],
    }


def _arm(pair: Pair, mean: float, columns: Mapping[str, Any]) -> dict[str, Any]:
    """Sum up one arm: median and interval of its refights, as the ensemble does."""
    values = columns[pair.measure.column]
    chance = pair.measure.kind == CHANCE
    by = pair.measure.by
    happened = values >= 0.5 if by is None else values < by
    found, yes = summarise(values), share(happened)
    return {
        "mean": mean,
        "median": None if chance else found.median,
        "interval90": None if chance else [found.low90, found.high90],
        "never": float((values == float("inf")).mean()),
        "yes": yes.value if chance else None,
        "yes95": [yes.low, yes.high] if chance else None,
    }


def _difference(page: Mapping[str, Any]) -> dict[str, Any]:
    effect = page["effect"]
    of = "chance" if page["kind"] == CHANCE else "mean of pairs"
    return {
        "value": effect["value"],
        "low": effect["low"],
        "high": effect["high"],
        "level": LEVEL,
        "of": of,
        "pairs": page["applies"],
    }
