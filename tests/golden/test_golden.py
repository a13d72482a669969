"""The shipped acts still give the numbers that were kept."""

import pytest

from refight.manifest import BEHAVIOUR_VERSION
from tools import golden
from tools.acts import ACTS

HOW = (
    "The numbers of {act} moved. If that is not meant, find the change that did it. If "
    "it is: raise BEHAVIOUR_VERSION in manifest.py, run `make golden`, and say under "
    "Results in CHANGELOG.md which numbers moved, by how much and why.\n  {lines}"
)


@pytest.mark.parametrize("act", ACTS)
def test_numbers_are_those_that_were_kept(act):
    kept = golden.read(act)
    assert (kept["seed"], kept["refights"]) == (golden.SEED, golden.REFIGHTS)
    lines = golden.moved(kept["numbers"], golden.measure(act))
    assert not lines, HOW.format(act=act, lines="\n  ".join(lines))


@pytest.mark.parametrize("act", ACTS)
def test_kept_numbers_are_of_this_behaviour_version(act):
    found = golden.read(act)["behaviour_version"]
    assert found == BEHAVIOUR_VERSION, HOW.format(act=act, lines="version")
