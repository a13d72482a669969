"""The chronicle: every sentence comes from the log, on its day, at its place."""

import math
from dataclasses import replace

import pytest

from refight.engine import system as code
from refight.report.chronicle import chronicle_data, chronicle_lines
from refight.report.diary import Entry, listed, weightiest
from refight.report.gazetteer import Spot, gazetteer, said_at
from refight.report.onerefight import one_data, one_lines
from tests.report import fake

GROUND = fake.prepared().ground
PORT = int(GROUND.sets["port"][0])


def told(*events, **outcomes):
    replay = fake.replay(list(events), **outcomes)
    return chronicle_data(replay, fake.archive(), 3)


def texts(page, day):
    found = next(each for each in page["days"] if each["day"] == day)
    return [each["text"] for each in found["entries"]]


def test_many_assaults_at_one_place_are_one_sentence_with_what_came_of_them():
    page = told(
        (0, code.ASSAULTED, 0, PORT, 900, 500),
        (1, code.ASSAULTED, 0, PORT, 900, 500),
        (2, code.ASSAULTED, 0, PORT, 900, 500),
        (2, code.DRIVEN_BACK, 1, PORT, 0, 0),
        (2, code.TOOK, 0, PORT, 0, 0),
    )
    assert texts(page, 0) == [
        "Iraqi troops attack at the port from morning to evening; First Brigade takes "
        "ground; City Battalion driven back."
    ]


def test_smaller_attacks_are_told_side_by_side():
    sides, places = (0, 1), range(12)
    page = told(
        *[
            (0, code.ASSAULTED, side, 40 * place, 9 * (place + 1), 9)
            for side in sides
            for place in places
        ]
    )
    smaller = [each for each in texts(page, 0) if each.startswith("Smaller")]
    assert len(smaller) == 2
    assert smaller[0].startswith("Smaller Iraqi attacks ")
    assert smaller[1].startswith("Smaller Iranian attacks ")


def test_what_is_observed_stands_before_the_name_on_record(monkeypatch):
    scenario = fake.scenario()
    seen_as = "Iraqi troops on the port's quays"
    outcomes = tuple(
        each.model_copy(update={"observed_as": seen_as})
        if each.id == "hold-port"
        else each
        for each in scenario.outcomes
    )
    replay = fake.replay([], hold_port=10.0, fall_date=math.inf)
    changed = replace(
        replay, scenario=scenario.model_copy(update={"outcomes": outcomes})
    )
    (text,) = texts(chronicle_data(changed, fake.archive(), 3), 10)
    assert text.startswith(f"{seen_as}. [hold-port; on record as ")
    assert '"Port firmly in Iraqi hands": 6 Oct, 2-8 Oct]' in text


@pytest.mark.parametrize("fate", [code.GAVE_WAY, code.GAVE_UP, code.WAS_DESTROYED])
def test_an_assault_that_ends_the_defence_is_not_said_to_gain_nothing(fate):
    page = told((0, code.ASSAULTED, 0, PORT, 9, 9), (1, fate, 1, PORT, 40, 0))
    assert texts(page, 0)[0].startswith("Iraqi troops attack at the port in the ")
    assert "gain nothing" not in " ".join(texts(page, 0))
    own = told((0, code.ASSAULTED, 0, PORT, 9, 9), (1, fate, 0, PORT, 40, 0))
    assert "gain nothing" in texts(own, 0)[0]


def test_reserves_are_released_only_where_a_phase_holds_some_back(monkeypatch):
    release = (0, code.RESERVES_RELEASED, -1, -1, 0, 0)
    began = (0, code.PHASE_BEGAN, -1, -1, 0, 0)
    assert all("reserves" not in x for x in texts(told(began, release), 0))
    assert told(release)["days"] == []  # nor before any phase has begun
    back = {"stance": "reserve", "released_to": "port"}
    phase = {"id": "one", "title": "Take the port", "orders": {"iq": back}}
    plan = {"side": "iraq", "title": "Attack", "phases": [phase]}
    stay = {
        "side": "iran",
        "title": "Defend",
        "phases": [{"id": "one", "title": "Hold", "orders": {}}],
    }
    held = fake.scenario(plans={"go": plan, "stay": stay})
    monkeypatch.setattr(fake, "scenario", lambda: held)
    assert "Iraq releases its reserves." in texts(told(began, release), 0)


def test_what_did_not_come_about_and_what_quiet_days_cost_stands_at_the_end():
    page = told((0, code.GAVE_WAY, 1, PORT, 0, 0), hold_port=10.0, fall_date=math.inf)
    assert [each["id"] for each in page["never"]] == ["fall-date"]
    assert page["passed_over"]["days"] == 49  # of 51, days 0 and 10 are told
    assert page["passed_over"]["losses"]["iraq"] == {"men": 30, "tanks": 0}
    text = " ".join(" ".join(chronicle_lines(page)).split())
    assert "End of the act: 11 November 1980 (day 50)" in text
    assert "Did not come about: " in text
    assert "Losses on 49 days passed over, nothing being logged: Iraq 30 men" in text


def test_an_assault_without_success_says_so():
    (text,) = texts(told((0, code.ASSAULTED, 1, PORT, 9, 50)), 0)
    assert text == (
        "Iranian troops attack at the port in the morning and gain nothing."
    )


def test_units_at_several_places_are_not_all_put_at_the_first():
    other = next(c for c in range(len(GROUND.lonlat)) if c not in GROUND.sets["port"])
    page = told((0, code.GAVE_WAY, 1, PORT, 0, 0), (0, code.GAVE_WAY, 1, other, 0, 0))
    (text,) = texts(page, 0)
    assert "at the port and elsewhere" in text


def test_phases_begin_and_end_by_title():
    page = told(
        (0, code.PHASE_BEGAN, -1, -1, 0, 0),
        (7, code.PHASE_ENDED, -1, -1, 0, code.FAILED),
        (7, code.PHASE_BEGAN, -1, -1, 0, 1),
    )
    assert texts(page, 0) == ['Iraq begins a phase: "Take the port" (morning).']
    assert texts(page, 2) == [
        'Iraq\'s phase "Take the port" has failed (night).',
        'Iraq begins a phase: "Hold" (night).',
    ]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ((1, code.CROSSING_CHANGED, 0, -1, code.BRIDGE, 0), "is open as a bridge"),
        ((1, code.CROSSING_CHANGED, 0, -1, code.CLOSED, 0), "closed or destroyed"),
        ((1, code.GAVE_WAY, 1, PORT, 0, 0), "Iranian units give way at the port"),
        ((1, code.GAVE_UP, 1, PORT, 412, 0), "at the port: 412 men taken prisoner"),
        ((1, code.WAS_DESTROYED, 0, PORT, 12, 0), "First Brigade; 12 men are left"),
        ((1, code.WAS_DESTROYED, 0, PORT, 0, 0), "nobody is left"),
        ((1, code.CROSSING_CHANGED, 0, -1, code.BOATS, 0), "not by vehicles"),
        ((1, code.CUT_OFF_NOW, 0, PORT, 0, 0), "Without a supply route for a day"),
        ((1, code.WENT_HUNGRY, 0, PORT, 0, 0), "Out of supplies, Iraqi"),
        ((1, code.REFUSED, 0, PORT, 0, 0), "Do not act on the order to attack"),
        ((1, code.ARRIVED, 1, PORT, 0, 0), "Arrived, Iranian: City Battalion"),
    ],
)
def test_each_kind_of_event_has_its_sentence(event, said):
    (text,) = texts(told(event), 0)
    assert said in text


def test_bridges_that_open_together_are_one_sentence():
    opened = [(1, code.CROSSING_CHANGED, n, -1, code.BRIDGE, 0) for n in (0, 1)]
    (text,) = texts(told(*opened), 0)
    assert text.startswith("Bridges open (afternoon): Karun road bridge")
    assert "; Pol-e Now" in text


def test_every_kind_of_event_is_told():
    kinds = range(code.REFUSED + 1)
    events = [(0, kind, 0, PORT, 0, 0) for kind in kinds]
    page = told(*events)
    assert len(page["days"][0]["entries"]) > 8


def test_dated_outcomes_stand_on_their_day_with_the_record():
    page = told(hold_port=10.0, fall_date=math.inf)
    (day,) = page["days"]
    assert day["date"] == "1980-10-02"
    (entry,) = day["entries"]
    assert "Port firmly in Iraqi hands" in entry["text"]
    assert "[hold-port; on record 6 Oct, 2-8 Oct]" in entry["text"]


def test_days_without_anything_are_passed_over():
    page = told((0, code.GAVE_WAY, 1, PORT, 0, 0), (90, code.GAVE_WAY, 1, PORT, 0, 0))
    assert [each["day"] for each in page["days"]] == [0, 22]


def test_losses_of_a_day_are_those_of_the_trace():
    page = told((0, code.GAVE_WAY, 1, PORT, 0, 0), (8, code.GAVE_WAY, 1, PORT, 0, 0))
    first, third = page["days"]
    assert first["losses"]["iraq"]["men"] == 5  # 1,005 at the start, 1,000 traced
    assert third["losses"]["iraq"]["men"] == 30
    assert third["losses"]["iran"]["men"] == 0
    assert any("Losses: Iraq 30 men; Iran 0 men." in x for x in chronicle_lines(page))


def test_the_page_fits_80_columns():
    page = told(*[(n, code.ASSAULTED, n % 2, PORT, 9, 9) for n in range(40)])
    assert max(map(len, chronicle_lines(page))) <= 80


def test_a_crowded_day_keeps_what_matters_and_counts_the_rest():
    found = [Entry(n, "supply", f"s{n}") for n in range(9)]
    found += [Entry(9, "phase", "p"), Entry(9, "surrender", "u")]
    kept = weightiest(found, most=4)
    assert [each.text for each in kept[:2]] == ["p", "u"]
    assert kept[-1].text == "8 lesser matters are left out (supply)."


def test_lists_are_short():
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b", "c", "d"]) == "a, b, c and 1 more"


def test_names_with_commas_are_parted_by_semicolons():
    one, other = "1st Battalion, 2nd Brigade", "3rd Battalion, 2nd Brigade"
    assert listed([one, other]) == f"{one}; and {other}"
    assert listed([one, "a", "b", "c"]) == f"{one}; a; b; and 1 more"
    assert listed([one]) == one


def test_every_cell_has_a_name_and_the_port_is_the_port():
    names = gazetteer(GROUND, fake.archive(), "khorramshahr-1980")
    assert names.spot(PORT) == Spot("the port")
    assert all(said_at([names.spot(cell)]) for cell in range(0, GROUND.size, 50))


def test_distance_and_bearing_are_those_of_the_map():
    names = gazetteer(GROUND, fake.archive(), "khorramshahr-1980")
    far = int(GROUND.sets["ahvaz_road"][0])
    spot = names.spot(far)
    km, east, north, _ = min(names._offsets(far))
    assert spot.km == (km if spot.wind else 0.0)
    assert ("north" in spot.wind) == (north > abs(east) * 0.42) or not spot.wind


def test_one_refight_is_shown_beside_the_record():
    replay = fake.replay([], hold_port=10.0, fall_date=math.inf, iraqi_killed=812.0)
    page = one_data(replay, fake.prepared(), 1, 7)
    text = " ".join(" ".join(one_lines(page)).split())
    assert "this refight 2 Oct, day 10; on record 6 Oct, day 14 [2-8 Oct]" in text
    assert "this refight never; on record 26 Oct" in text
    assert "this refight 812; on record 2,000 [1,000-4,000]" in text
