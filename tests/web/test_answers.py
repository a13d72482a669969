"""What the answers say is what the library says."""

import itertools
import os
import threading
import time

import numpy as np
import pytest

from refight.engine import system as sy
from refight.ensemble.design import fresh
from refight.ensemble.film import film, watched
from refight.web.pack import pack, unpack
from refight.web.payloads import Payloads
from refight.web.point import Point
from refight.web.words import model_words


@pytest.fixture(scope="module")
def fall(payloads):
    return payloads.prepared(Point("fall"))


def test_a_pack_is_read_back_as_it_was_written():
    arrays = {"a": np.arange(5, dtype=np.uint8), "b": np.ones((2, 3), np.float32)}
    head, found = unpack(pack({"words": "ä", "never": float("inf")}, arrays))
    assert head["words"] == "ä" and head["never"] is None
    assert all(np.array_equal(arrays[name], found[name]) for name in arrays)
    assert all(it["at"] % 8 == 0 for it in head["arrays"].values())
    with pytest.raises(ValueError):
        unpack(b"something else")


def test_a_replay_shows_the_refight(client, fall):
    head, arrays = unpack(client.get("api/act/fall/replay/3").content)
    found = film(fall, 1, 3)
    trace = found.replay.trace
    active = trace[:, :, 1] == sy.ACTIVE
    assert np.array_equal(arrays["cell"][active], trace[:, :, 0][active])
    assert (arrays["cell"][~active] == 65535).all()
    assert np.array_equal(arrays["men"], trace[:, :, 2])
    assert np.abs(arrays["cohesion"] / 100 - trace[:, :, 3]).max() <= 0.005 + 1e-9
    cells = fall.ground.size
    bits = np.unpackbits(arrays["control"], axis=1, bitorder="little")[:, :cells]
    assert np.array_equal(bits, found.control)
    day = found.replay.outcomes["fall-date"]
    assert head["outcomes"]["fall-date"] == (day if np.isfinite(day) else None)
    fought = {row[0] for row in head["fights"]}
    flags = arrays["flags"] & 2
    assert fought == set(np.flatnonzero(flags.any(axis=1)).tolist())


def test_phases_follow_each_other(client):
    head, _ = unpack(client.get("api/act/liberation/replay/0").content)
    for side in (0, 1):
        own = [each for each in head["phases"] if each["side"] == side]
        for one, after in itertools.pairwise(own):
            assert one["end"] is not None and one["end"] <= after["begin"]
            assert one["state"] in ("succeeded", "failed", "replaced")


def test_chronicle_lines_name_units_and_cells(client):
    head, arrays = unpack(client.get("api/act/fall/replay/0").content)
    lines = [line for day in head["chronicle"] for line in day["entries"]]
    assert any(line["units"] for line in lines)
    steps, units = arrays["men"].shape
    for line in lines:
        assert 0 <= line["step"] < steps
        assert all(0 <= unit < units for unit in line["units"])
        if line["kind"] == "fighting":
            assert line["cells"]


def test_words_name_replicates_by_their_day(client, payloads):
    head, arrays = unpack(client.get("api/act/fall/ensemble").content)
    days = dict(head["replicates"])
    came = [day for day in days.values() if day is not None]
    chosen = {word: days[number] for word, number in head["replays"].items()}
    assert chosen["earliest"] == min(came) and chosen["latest"] == max(came)
    never = [day for day in days.values() if day is None]
    ordered = sorted(came) + never
    assert chosen["median"] == ordered[(len(ordered) - 1) // 2]
    assert arrays["held"].shape[0] == len(arrays["fans"][0][0][0])
    named, _ = unpack(client.get("api/act/fall/replay/median").content)
    assert named["replicate"] == head["replays"]["median"]


def test_held_is_out_of_255(client, fall):
    _, arrays = unpack(client.get("api/act/fall/ensemble").content)
    seen = watched(fall, fresh(8, 1))
    assert np.array_equal(arrays["held"], np.rint(255 * seen.held))


def test_rings_close_around_their_centres(client):
    cells = client.get("api/act/fall").json()["cells"]
    points = np.array(cells["vertices"]).reshape(-1, 2)
    rings = np.array(cells["rings"]).reshape(-1, 6)
    across = np.array(cells["neighbours"]).reshape(-1, 6)
    centres = np.array(cells["centres"]).reshape(-1, 2)
    assert np.abs(points[rings].mean(axis=1) - centres).max() < 30  # 30 m
    cell, side = np.argwhere(across >= 0)[17]
    beyond = across[cell, side]
    shared = {rings[cell, side], rings[cell, (side + 1) % 6]}
    assert shared <= set(rings[beyond])


def test_levers_and_versions_change_what_is_answered(client):
    plain = client.get("api/act/fall").json()
    told = client.get("api/act/fall?as=told").json()
    other = client.get("api/act/fall?lever=command-unity%3Djoint").json()
    assert plain["version"] == "recorded" and told["version"] == "told"
    assert other["variant"] == ["command-unity=joint"]
    assert len({plain["digest"], told["digest"], other["digest"]}) == 3


def test_no_answer_carries_the_accounts_own_wording(client):
    page = client.get("api/account").json()
    assert "original" not in str(page["sentences"][0].keys())
    assert len(page["sentences"]) == sum(len(s["sentences"]) for s in page["sections"])
    for sentence in page["sentences"]:
        for each in sentence["recorded"]:
            assert each["claim"] in page["claims"]
        assert sentence["record"] in {it["word"] for it in page["legend"]} | {"none"}
        assert all(check in page["checks"] for check in sentence["arithmetic"])


def test_the_date_line_has_the_days_that_are_argued_about(client):
    days = {each["days"] for each in client.get("api/account").json()["dateline"]}
    assert {34, 45, 49, 575, 578} <= days


def test_same_answer_same_bytes(payloads):
    again = type(payloads)(refights=8, on_disk=False)
    for name, point, which in (
        ("ensemble", Point("fall"), ""),
        ("replay", Point("fall"), "nearest"),
    ):
        one, two = payloads.get(name, point, which), again.get(name, point, which)
        assert one.content == two.content


def test_answers_are_kept_by_code_and_campaign_and_cleared_when_old(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path))
    old, young = tmp_path / "page/old", tmp_path / "page/young"
    for folder, age in ((old, 30 * 86_400), (young, 60)):
        folder.mkdir(parents=True)
        then = time.time() - age
        os.utime(folder, (then, then))
    first = Payloads(refights=8).get("places")
    assert not old.exists() and young.exists()
    again = Payloads(refights=8)
    path = next(tmp_path.glob("page/*/*.json"))
    path.write_bytes(b"kept")
    assert again.get("places").content == b"kept" != first.content


def test_what_needs_no_refights_does_not_wait_for_them(payloads):
    other = Payloads(refights=8, on_disk=False)
    held = threading.Event()
    done = threading.Event()

    def hold():
        with other.busy:
            held.set()
            done.wait(20)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(5)
    try:
        assert other.get("forces", Point("fall")).kind == "json"
    finally:
        done.set()
        thread.join()


def test_the_account_says_what_refights_make_of_it_once_they_are_there(payloads):
    page = {
        "causes": [
            cause("numbers", "numbers", "raises the chance by +9.0"),
            cause("unity-fall", "unity", "no visible effect"),
            cause("unity-liberation", "unity", "lowers it"),
        ]
    }
    rows = [outcome("a/one", True), outcome("a/two", False), outcome("a/three", None)]
    words = model_words(page["causes"], [{"refights": 8, "outcomes": rows}])
    assert words["numbers"][0] == "raises the chance by +9.0"
    assert words["unity"][0] == "fall: no visible effect; liberation: lowers it"
    assert words["a/one"][0] == "meets the record"
    inside = "A day: the record's best value lies in the middle 90% of 8 refights"
    assert words["a/one"][1] == inside
    assert words["a/two"][0] == "does not meet the record" and "a/three" not in words


def cause(name, plain, word):
    act = name.rpartition("-")[2]
    model = {"word": word, "reason": "8 seeds"}
    return {"id": name, "cause": plain, "act": act, "model": model}


def outcome(key, meets):
    record = {"key": key}
    return {
        "id": key,
        "title": "A day",
        "meets": meets,
        "input": False,
        "record": record,
    }


@pytest.mark.slow
def test_a_sentence_takes_the_word_of_its_cause(client, payloads):
    client.get("api/act/fall/ensemble")
    client.get("api/causes")
    after = {s["id"]: s for s in client.get("api/account").json()["sentences"]}
    causes = client.get("api/causes").json()["causes"]
    wanted = next(each for each in causes if each["id"] == "iraqi-belief")
    assert wanted["model"]["word"] in after["s07"]["verdicts"]["model"]["word"]
    assert after["s01"]["verdicts"]["model"]["word"].endswith("the record")
