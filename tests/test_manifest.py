import dataclasses
from datetime import date
from enum import Enum

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refight.errors import EnsembleError
from refight.manifest import Manifest, canonical, digest, now

MADE = Manifest(
    campaign="khorramshahr",
    act="fall",
    version="recorded",
    variant=("belief=accurate", "command=joint"),
    seed=7,
    draws=1000,
    replicates=1,
    scenario_digest="ab" * 32,
    created="2026-01-01T00:00:00+00:00",
)


def test_a_manifest_comes_back_as_it_went():
    assert Manifest.from_json(MADE.to_json()) == MADE


def test_the_digest_leaves_out_when_it_was_made():
    later = dataclasses.replace(MADE, created=now())
    assert later.digest == MADE.digest
    assert MADE.short == MADE.digest[:12]


def test_the_digest_does_not_depend_on_the_order_of_levers():
    turned = dataclasses.replace(MADE, variant=MADE.variant[::-1])
    assert turned.digest == MADE.digest


@pytest.mark.parametrize(
    "change",
    [
        {"seed": 8},
        {"variant": ()},
        {"draws": 999},
        {"scenario_digest": ""},
        {"behaviour_version": 99},
        {"version": "told"},
    ],
)
def test_the_digest_tells_apart_what_gives_other_numbers(change):
    assert dataclasses.replace(MADE, **change).digest != MADE.digest


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('"seed"', '"sead"', "sead"),
        ('"seed": 7', '"seed": "7"', "'7'"),
        ('"seed": 7', '"seed": 8', MADE.short),
        ('"act": "fall",', "", "nothing"),
        ("{", "[", "Expecting"),
    ],
)
def test_a_manifest_changed_by_hand_is_refused(old, new, found):
    with pytest.raises(EnsembleError) as caught:
        Manifest.from_json(MADE.to_json().replace(old, new), "x.json")
    assert found in caught.value.found
    assert caught.value.where.startswith("x.json")


def test_a_list_is_not_a_manifest():
    with pytest.raises(EnsembleError, match="expected a manifest, found list"):
        Manifest.from_json("[]")


def test_digests_ignore_the_order_of_keys_and_the_kind_of_sequence():
    assert digest({"a": (1, 2), "b": None}) == digest({"b": None, "a": [1, 2]})
    assert digest({1, 2, 3}) == digest({3, 2, 1})


def test_digests_see_the_type_shape_and_content_of_arrays():
    array = np.arange(6.0)
    seen = {
        digest([array]),
        digest([array.reshape(2, 3)]),
        digest([array.astype(np.float32)]),
        digest([array + 1]),
    }
    assert len(seen) == 4
    assert digest([np.float64(2.5)]) == digest([2.5])


def test_the_hash_of_bytes_is_plain_sha256():
    assert digest(b"").startswith("e3b0c44298fc1c14")


class Colour(Enum):
    RED = "red"


def test_the_canonical_form_knows_records_dates_and_enums():
    assert canonical({"d": date(1980, 9, 22), "c": Colour.RED}) == (
        '{"c":"red","d":"1980-09-22"}'
    )
    assert digest(MADE) == digest(dataclasses.asdict(MADE))


def test_what_has_no_canonical_form_is_refused():
    with pytest.raises(TypeError, match="object"):
        digest(object())
    with pytest.raises(ValueError, match="JSON"):
        digest(float("nan"))


@given(st.recursive(st.integers() | st.text() | st.booleans(), st.lists, max_leaves=9))
def test_equal_things_have_equal_digests(thing):
    assert digest(thing) == digest(thing)
