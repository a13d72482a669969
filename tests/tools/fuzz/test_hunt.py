"""The hunter finds what is planted, and takes nothing else for a finding."""

import os

import pytest
from hypothesis import strategies as st

from refight.errors import RefightError
from tools.fuzz import hunt
from tools.fuzz.folders import file_target, folder_target
from tools.fuzz.hunt import REFUSED, Hung, Target, Unreadable, unanswered

FILES = {"a.yaml": b"name: x\nshare: 0.5\nparts:\n- {men: 3}\n- {men: 4}\n"}


def of(ask):
    return Target("planted", st.integers(0, 50), ask)


def test_a_fault_is_found_once_with_its_smallest_case():
    def ask(number):
        if number > 7:
            raise KeyError(number)

    bag = hunt.hunt(of(ask), 60, rounds=3)
    (found,) = bag.findings.values()
    assert found.case == 8 and found.what.startswith("KeyError")
    assert bag.cases > 10


def test_two_faults_are_told_apart():
    def ask(number):
        if number == 11:
            raise KeyError(number)
        if number > 30:
            raise TypeError(number)

    bag = hunt.hunt(of(ask), 60, rounds=3)
    assert {each.what.split(":")[0] for each in bag.findings.values()} == {
        "KeyError",
        "TypeError",
    }


def test_a_refusal_in_words_is_no_finding():
    def ask(number):
        raise RefightError("a small number", str(number))

    bag = hunt.hunt(of(ask), 60, rounds=3)
    assert not bag.findings and bag.refused == bag.cases > 0
    assert unanswered(ask, 1) is REFUSED


def test_a_message_without_end_is_a_finding(monkeypatch):
    monkeypatch.setattr(RefightError, "message", lambda self: "x" * 10_000)

    def ask(number):
        raise RefightError("", "")

    assert isinstance(unanswered(ask, 1), Unreadable)


@pytest.mark.parametrize("busy", [True, False])
def test_what_never_ends_is_a_finding(monkeypatch, busy):
    monkeypatch.setattr(hunt, "SLOW", 0.05 if busy else 60)
    monkeypatch.setattr(hunt, "PATIENCE", 60 if busy else 0.05)
    reading, writing = os.pipe()

    def ask(number):
        while busy:
            pass
        os.read(reading, 1)

    try:
        assert isinstance(unanswered(ask, 1), Hung)
    finally:
        os.close(reading)
        os.close(writing)


def test_a_file_left_behind_is_a_finding():
    target = folder_target(
        "planted", FILES, lambda root: (root / "half").write_bytes(b"x")
    )
    bag = hunt.hunt(target, 60, rounds=3)
    assert any("left behind" in each.what for each in bag.findings.values())


def test_files_are_sound_again_after_each_case():
    seen = []

    def read(path):
        seen.append(path.parent)
        if path.is_file():
            path.read_bytes()

    target = file_target("planted", FILES, read)
    hunt.hunt(target, 60, rounds=3)
    assert (seen[0] / "a.yaml").read_bytes() == FILES["a.yaml"]
