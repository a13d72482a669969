import os
from collections import namedtuple
from dataclasses import replace
from typing import Annotated, NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from refight import native

Pair = namedtuple("Pair", "one two")
CODE = native.Code("f", (native.INT,), ("",), native.INT, ("exp",), b"\x7fELF")


def test_a_handle_says_of_each_array_where_it_is_and_how_long():
    pair = Pair(np.arange(3), np.ones((2, 4)))
    packed = native.pack(pair)
    assert packed.layout == "int64/1 float64/2"
    one, two = packed.handle[:7], packed.handle[7:]
    assert one.tolist() == [0, 0, 3, 8, pair.one.ctypes.data, 3, 8]
    assert two.tolist() == [0, 0, 8, 8, pair.two.ctypes.data, 2, 4, 32, 8]
    assert packed.words[4] == packed.handle.ctypes.data


def test_arrays_that_compiled_code_would_misread_are_refused():
    with pytest.raises(TypeError, match="two: expected an array in C order"):
        native.pack(Pair(np.arange(3), np.ones((2, 4)).T))


class Ways(NamedTuple):
    cost: Annotated[NDArray[np.float64], "C", 6]
    side: Annotated[NDArray[np.int64], "C"]
    free: object = None


@pytest.mark.parametrize(
    ("cost", "side", "wrong"),
    [
        (np.ones((4, 6)), np.arange(4), ""),
        (np.ones((4, 5)), np.arange(4), "cost: expected float64"),
        (np.ones(24), np.arange(4), "cost: expected float64"),
        (np.ones((4, 6), np.float32), np.arange(4), "cost: expected float64"),
        (np.ones((4, 6)), np.arange(5), "side: expected int64"),
    ],
)
def test_arrays_are_as_their_record_declares_or_refused(cost, side, wrong):
    record = Ways(cost, side)
    if not wrong:
        native.refuse_misfits(record)
        return
    with pytest.raises(TypeError, match=wrong):
        native.refuse_misfits(record)


def test_what_is_neither_a_number_nor_a_record_is_refused():
    assert native.kind_of(np.int64(3)) == native.INT
    assert native.kind_of(2.5) == native.FLOAT
    with pytest.raises(TypeError, match="numbers and records"):
        native.kind_of("seven")


def test_code_is_read_back_as_written():
    assert native.Code.from_bytes(CODE.to_bytes()) == CODE


@pytest.mark.parametrize("cut", [0, 10, -1])
def test_cut_code_is_not_loaded(cut):
    with pytest.raises(native.NotLoadable):
        native.Code.from_bytes(CODE.to_bytes()[:cut])


def test_a_function_that_the_c_library_lacks_is_named():
    with pytest.raises(native.NotLoadable, match="no_such_function"):
        native.load(replace(CODE, needs=("no_such_function",)))


@pytest.mark.parametrize(
    "odd",
    [
        {"kinds": ("pointer",)},
        {"result": "text"},
        {"needs": ("system",)},
        {"layouts": ()},
        {"symbol": ""},
    ],
)
def test_code_of_an_unknown_kind_is_refused(odd):
    content = replace(CODE, **odd).to_bytes()
    with pytest.raises(native.NotLoadable):
        native.Code.from_bytes(content)


def test_all_that_compiled_code_may_need_is_known():
    from numba.core.intrinsics import INTR_MATH

    assert INTR_MATH <= native.C_FUNCTIONS


def test_a_file_of_another_user_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "code"
    path.write_bytes(b"ours")
    path.chmod(0o644)
    tmp_path.chmod(0o755)
    assert native.read_own(path, [tmp_path]) == b"ours"
    owner = path.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    if owner == 0:  # the administrator's files are anybody's to run
        assert native.read_own(path, [tmp_path]) == b"ours"
        os.chown(path, 12345, -1)
    with pytest.raises(native.NotLoadable, match="another user"):
        native.read_own(path, [])
