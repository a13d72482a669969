"""Shipped: results that come with a campaign, so that pages answer without refighting.

Reads found.json of the campaign, made by `python -m refight.cli.found`: the words of
outcomes and causes, and the pages of causes. It holds for one behaviour version and for
acts of the digests that it names: a page of any other act is not shown, and a word is
shown with the remark that it is older.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from refight.ensemble.refight import CAMPAIGN, Prepared
from refight.errors import ScenarioError
from refight.files import campaign_path, read_text
from refight.manifest import BEHAVIOUR_VERSION

NAME = "found.json"
OLDER = "made before the act or the rules were changed"
Words = dict[str, tuple[str, str]]


def holds(base: Prepared) -> bool:
    """Tell whether the shipped results are those of an act as it now is."""
    found = _file()
    same = found.get("digests", {}).get(base.scenario.id) == base.digest
    return bool(same and found["behaviour_version"] == BEHAVIOUR_VERSION)


def words(bases: Iterable[Prepared]) -> Words:
    """Give lever or outcome -> (word, reason) of some acts, each saying where from."""
    found: Words = {}
    for base in bases:
        mark = "shipped results" if holds(base) else f"shipped results, {OLDER}"
        for key, (word, reason) in _file().get("words", {}).get(_act(base), {}).items():
            found[key] = (word, f"{reason}; {mark}")
    return found


def cause_page(base: Prepared, name: str) -> Mapping[str, Any] | None:
    """Give the page of a cause or of an ordered claim; none when there is none."""
    found = _file().get("pages", {}).get(_act(base), {}).get(name)
    return found if found is not None and holds(base) else None


def made(base: Prepared) -> str:
    """Say what the shipped results of an act were made from."""
    return (
        f"Results shipped with the package: behaviour version "
        f"{_file()['behaviour_version']}, act {base.digest[:12]}, made "
        f"{_file()['created']}. --again refights them."
    )


def _act(base: Prepared) -> str:
    return base.scenario.id


@cache
def _file() -> Mapping[str, Any]:
    path = campaign_path(CAMPAIGN) / NAME
    if not path.is_file():
        return {}
    try:
        return dict(json.loads(read_text(path, ScenarioError)))
    except ValueError as cause:
        raise ScenarioError("shipped results in JSON", str(cause), str(path)) from cause
