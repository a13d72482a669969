"""Slow answers: how far they are, and stopping them."""

import threading
import time

import pytest

from refight.web import causes
from refight.web.jobs import Stopped
from refight.web.making import Making, Workshop
from refight.web.payloads import Payloads
from refight.web.point import Point, set_to

POINTS = [Point("fall"), set_to("fall", {"air-strikes": "none"})]


class Source:
    """Refights that are half done when somebody looks."""

    refights = 10

    def __init__(self):
        self.look = lambda: None

    def prepared(self, point):
        return point

    def watched(self, point, progress=None):
        progress(5, 10)
        self.look()
        return point


def test_refights_are_counted_and_the_rest_is_foretold():
    source = Source()
    making = Making(source, POINTS)
    assert making.page()["seconds_left"] is None and making.page()["done"] == 0
    making.begun -= 3.0
    seen = []
    source.look = lambda: seen.append(making.page())
    for point in POINTS:
        making.watched(point)
    assert [(each["done"], each["total"]) for each in seen] == [(5, 20), (15, 20)]
    assert seen[0]["seconds_left"] == pytest.approx(9.0, rel=0.1)
    assert seen[1]["seconds_left"] == pytest.approx(1.0, rel=0.1)


def test_a_stop_ends_the_refights_under_way_and_those_to_come():
    source, workshop = Source(), Workshop()
    with workshop.making("causes", source, POINTS) as making:
        source.look = lambda: workshop.stop("causes")
        making.watched(POINTS[0])
        with pytest.raises(Stopped):
            making.watched(POINTS[1])
    assert workshop.page("causes", ready=False)["state"] == "idle"


def test_whoever_waits_in_the_queue_is_stopped_too():
    payloads = Payloads(refights=2, on_disk=False)
    raised = threading.Event()

    def ask():
        with pytest.raises(Stopped):
            payloads.get("causes")
        raised.set()

    with payloads.slow:
        waiting = threading.Thread(target=ask)
        waiting.start()
        time.sleep(0.2)
        assert payloads.stop("causes")["state"] == "idle"
    waiting.join()
    assert raised.is_set() and not payloads.seen


def test_the_points_of_the_causes_are_all_that_is_refought(payloads, monkeypatch):
    """Where no page of a cause is shipped."""
    monkeypatch.setattr(causes, "cause_page", lambda *_: None)
    wanted = causes.points_of_causes(payloads)
    assert {Point("fall"), Point("liberation")} <= wanted
    assert set_to("fall", {"iraqi-belief": "accurate"}) in wanted
    assert len(wanted) + len(causes.points_of_swap() - wanted) <= 32


def test_progress_is_told_and_stopped_over_http(client):
    page = client.get("api/progress/causes").json()
    assert page["state"] in ("idle", "ready") and page["total"] == 0
    answer = client.get("api/progress/causse")
    assert answer.status_code == 404 and "causes" in answer.json()["error"]["expected"]
    assert client.delete("api/progress/swap").json()["state"] in ("idle", "ready")
    strange = {"origin": "http://elsewhere.example"}
    assert client.delete("api/progress/swap", headers=strange).status_code == 403
