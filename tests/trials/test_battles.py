"""Reading the table: what is kept, what is refused, and that no name gets through."""

from dataclasses import asdict

import pytest

from refight.errors import UsageError
from refight.trials.battles import ARAB_ISRAELI, read_battles, read_ids, war_of
from tests.trials import invented


@pytest.fixture
def folder(tmp_path):
    return invented.write(tmp_path / "data", invented.rows())


def test_inputs_hold_no_name_and_no_outcome(folder):
    found = read_battles(folder)
    text = repr([asdict(each) for each in found.inputs])
    for word in ("INVENTED", "REDS", "BLUES", " War", "campaign", "win", "loss"):
        assert word not in text
    assert len(found.inputs) == len(found.records) == len(found.groups) == 40


def test_blank_is_not_zero(tmp_path):
    made = invented.rows(3)
    made[0]["attacker_tanks"] = ""
    made[1]["attacker_tanks"] = 0
    found = read_battles(invented.write(tmp_path, made))
    assert [each.attacker.tanks for each in found.inputs] == [None, 0.0, 40.0]
    assert [(n.id, n.column, n.what) for n in found.notes] == [
        ("1", "attacker_tanks", "missing")
    ]


def test_outcomes_may_be_blank(tmp_path):
    made = invented.rows(30)
    for each in made:
        for name in ("result", "attacker_casualties", "campaign_group", "family_id"):
            each[name] = ""
    found = read_battles(invented.write(tmp_path, made))
    assert {each.won for each in found.records} == {None}
    assert len({each.campaign for each in found.groups}) == 30


def test_early_wars_are_left_out_and_said_so(tmp_path):
    made = invented.rows(3)
    made[2]["start_year"] = 1860
    found = read_battles(invented.write(tmp_path, made))
    assert [each.id for each in found.inputs] == [1, 2]
    assert [(n.id, n.what) for n in found.notes] == [("3", "dropped")]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"attacker_strength": "many"}, "a number in attacker_strength"),
        ({"result": "victory"}, "attacker_win"),
        ({"id": "1"}, "each id once"),
        ({"id": "x"}, "the id of a battle"),
        ({"family_id": "1"}, "family 1 of battles in one war"),
    ],
)
def test_bad_rows_are_refused_with_their_place(tmp_path, change, said):
    made = invented.rows(3)
    made[2].update(change)
    with pytest.raises(UsageError) as raised:
        read_battles(invented.write(tmp_path, made))
    assert said in raised.value.message()
    assert "battles.csv" in raised.value.where


def test_a_copy_without_negative_codes_is_refused(tmp_path):
    made = [each for each in invented.rows(60) if each["result"] != "attacker_loss"]
    with pytest.raises(UsageError) as raised:
        read_battles(invented.write(tmp_path, made))
    assert "not one defeat" in raised.value.found
    assert "negative code" in raised.value.hint


def test_the_table_as_published_is_recognised(tmp_path):
    made = [{"isqno": n, "wina": 1 if n % 2 else "", "surpa": 0} for n in range(30)]
    folder = invented.write(tmp_path, made, ("isqno", "wina", "surpa"))
    with pytest.raises(UsageError) as raised:
        read_battles(folder)
    assert "no negative code in 30 rows, 15 results blank" in raised.value.found


def test_ids_are_kept_and_unknown_ones_refused(folder, tmp_path):
    path = tmp_path / "ids.txt"
    path.write_text("3\n\n1\n3\n")
    found = read_battles(folder)
    assert read_ids(path) == (3, 1)
    assert [each.id for each in found.of_ids((3, 1)).inputs] == [1, 3]
    with pytest.raises(UsageError, match="99"):
        found.of_ids((3, 99), "ids.txt")
    path.write_text("three\n")
    with pytest.raises(UsageError, match=r"ids\.txt:1"):
        read_ids(path)


def test_wars_are_grouped_by_theatre_and_israel_as_one():
    assert war_of({"war": "World War II of 1939-1945", "theatre": "Italy"}) == (
        "World War II, Italy"
    )
    assert war_of({"war": "Six Day War of 1967", "theatre": ""}) == ARAB_ISRAELI
    assert war_of({"war": "Korean War of 1950-1953", "theatre": ""}) == "Korean War"
