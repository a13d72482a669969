"""The shipped acts for tests of the whole chain: read once, cut short if need be."""

from dataclasses import replace
from functools import cache

import numpy as np

from refight.ensemble import refight as chain
from refight.manifest import digest

ACTS = ("fall", "liberation")
SEED = 5
REPLICATES = (0, 1, 2, 3)  # those whose traces are looked at
# plain Python takes about half a minute for a whole act
SHORT = {"fall": 6, "liberation": 4}  # days


@cache
def ready(act):
    """Give an act as recorded."""
    return chain.prepare(act)


@cache
def short(act):
    """Give the first days of an act, without the outcomes of later dates."""
    scenario = ready(act).scenario
    kept = tuple(each for each in scenario.outcomes if each.on is None)
    return with_scenario(act, days=SHORT[act], outcomes=kept)


def with_scenario(act, **changes):
    """Give an act with some parts of its scenario replaced."""
    prepared = ready(act)
    return replace(prepared, scenario=prepared.scenario.model_copy(update=changes))


@cache
def replay(act, replicate):
    """Give one refight of an act with its events and trace."""
    return chain.rerun(ready(act), SEED, replicate)


def results(prepared, count=24, seed=SEED, **how):
    """Refight and return the columns."""
    return chain.refight(prepared, count, seed, **how).columns


def fingerprint(columns):
    """Hash the names, shapes, types and bytes of all columns."""
    parts = [
        [name, str(each.dtype), list(each.shape), digest(each.tobytes())]
        for name, each in sorted(columns.items())
    ]
    return digest(parts)


def assert_same(one, other):
    """Compare columns bit by bit, naming the first that differs."""
    assert list(one) == list(other)
    for name in one:
        np.testing.assert_array_equal(one[name], other[name], name)
    assert fingerprint(one) == fingerprint(other)


def short_fingerprints():
    """Hash a few refights of each act cut short, one replicate recorded."""
    found = {}
    for act in ACTS:
        columns = results(short(act), 2, threads=1)
        again = chain.rerun(short(act), SEED, 1)
        traced = digest(again.trace.tobytes()), digest(again.events.tobytes())
        found[act] = [fingerprint(columns), *traced]
    return found
