"""What can go wrong with a server, and what it says then."""

import json
import threading
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from refight.errors import UsageError
from refight.web.jobs import (
    CANCELLED,
    DONE,
    ENDED,
    FAILED,
    Job,
    Jobs,
    QueueFull,
    Stopped,
)
from refight.web.payloads import Payloads
from refight.web.serve import address_of, bound
from refight.web.server import HEADERS, application

ASKED = {"act": "fall", "levers": {"air-strikes": "none"}, "pairs": 4}


def error_of(answer, status):
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()["error"]


@pytest.mark.parametrize(
    ("address", "status", "found", "hint"),
    [
        ("api/act/fal", 404, '"fal"', '"fall"'),
        ("api/act/fall/replay/medain", 404, '"medain"', '"median"'),
        ("api/act/fall/replay/-1", 404, '"-1"', ""),
        ("api/act/fall/replay/9999999", 404, '"9999999"', ""),
        ("api/act/fall?lever=air-strikes%3Dnon", 400, '"non"', '"none"'),
        ("api/act/fall?lever=airstrikes%3Dnone", 400, '"airstrikes"', '"air-strikes"'),
        ("api/act/fall?lever=air-strikes", 400, '"air-strikes"', "example"),
        ("api/act/fall?as=tolt", 400, '"tolt"', '"told"'),
        ("api/act/fall?seed=-1", 400, '"-1"', ""),
        ("api/act/fall?seed=4294967296", 400, '"4294967296"', ""),
        ("api/act/fall?seed=١", 400, '"١"', ""),
        ("api/act/fall?versio=told", 400, '"versio"', ""),
        ("api/whatif/w00", 404, '"w00"', "anew"),
        ("api/unknown", 404, "not found", ""),
    ],
)
def test_a_wrong_address_is_answered_with_what_was_found(
    client, address, status, found, hint
):
    error = error_of(client.get(address), status)
    assert found in error["found"] and hint in error["hint"]


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../index.html",
        "/assets/%2e%2e/index.html",
        "/assets/..%2f..%2fserver.py",
        "/assets//etc/passwd",
        "/../../pyproject.toml",
        "/assets/",
    ],
)
def test_no_path_leads_out_of_the_assets(client, path):
    assert client.get(path).status_code == 404


def test_the_page_and_its_assets_are_served_with_a_policy(client):
    for path in ("/", "/assets/main.js", "/favicon.svg", "/api/about", "/api/no"):
        answer = client.get(path)
        for name, value in HEADERS.items():
            assert answer.headers[name] == value, path
    assert "default-src 'none'" in HEADERS["Content-Security-Policy"]
    assert "http" not in HEADERS["Content-Security-Policy"]


def test_an_answer_is_not_sent_twice(client):
    first = client.get("api/places")
    again = client.get("api/places", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304 and not again.content
    plain = client.get("api/places", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.json() == first.json()


def test_another_hosts_name_is_refused(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8350", 200), ("[::1]:8350", 200), ("localhost.evil.example", 400)],
)
def test_by_itself_it_answers_under_names_of_this_computer(payloads, host, status):
    alone = TestClient(application(payloads))
    assert alone.get("/api/about", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}],
)
def test_another_sites_page_starts_and_reads_nothing(client, headers):
    error_of(client.post("api/whatif", json=ASKED, headers=headers), 403)
    error_of(client.delete("api/whatif/w00", headers=headers), 403)
    for path in ("api/about", "api/act/fall", "api/whatif/w00/events", "api/no"):
        error_of(client.get(path, headers=headers), 403)
    assert client.get("/", headers=headers).status_code == 200  # a link to the page


@pytest.mark.parametrize(
    "headers",
    [
        {"user-agent": "curl/8.5.0", "accept": "*/*"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "same-origin", "origin": "http://testserver"},
    ],
)
def test_programs_and_the_page_itself_are_answered(client, headers):
    assert client.get("api/about", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({}, "act"),
        ({**ASKED, "act": "fal"}, "act"),
        ({**ASKED, "levers": {}}, "levers"),
        ({**ASKED, "levers": {"../x": "none"}}, "levers"),
        ({**ASKED, "levers": {f"l{i}": "x" for i in range(7)}}, "levers"),
        ({**ASKED, "pairs": 0}, "pairs"),
        ({**ASKED, "pairs": 1001}, "pairs"),
        ({**ASKED, "pairs": "4"}, "pairs"),
        ({**ASKED, "pairs": 4.5}, "pairs"),
        ({**ASKED, "seed": -1}, "seed"),
        ({**ASKED, "threads": 64}, "threads"),
        ([], "body"),
    ],
)
def test_a_wrong_whatif_is_refused_and_names_its_fault(client, body, where):
    assert where in error_of(client.post("api/whatif", json=body), 400)["where"]


def test_a_body_that_is_none_or_too_long_is_refused(client):
    kind = {"content-type": "application/json"}
    error_of(client.post("api/whatif", content=b"{", headers=kind), 400)
    error_of(client.post("api/whatif", content=b"x" * 20_000, headers=kind), 400)
    error_of(client.post("api/whatif", content=json.dumps(ASKED)), 400)
    error_of(client.post("api/about"), 405)


def test_a_lever_that_is_not_there_is_refused_before_it_is_queued(client):
    body = {**ASKED, "levers": {"air-strike": "none"}}
    assert (
        '"air-strikes"' in error_of(client.post("api/whatif", json=body), 400)["hint"]
    )


def test_a_cancelled_whatif_ends_soon(client):
    started = client.post("api/whatif", json={**ASKED, "pairs": 1000}).json()
    assert client.delete(f"api/whatif/{started['id']}").status_code == 200
    with client.stream("GET", f"api/whatif/{started['id']}/events") as events:
        lines = [line for line in events.iter_lines() if line]
    assert lines[-2] == "event: cancelled"
    page = client.get(f"api/whatif/{started['id']}").json()
    assert page["state"] == "cancelled" and page["result"] is None
    assert page["done"] < 1000


def test_a_full_queue_is_answered_with_429(client):
    jobs = client.app.state.site.jobs
    hold = threading.Event()
    for _ in range(jobs.queue):
        jobs.start({}, lambda progress: hold.wait(10))
    answer = client.post("api/whatif", json=ASKED)
    assert error_of(answer, 429)["expected"] == "at most 4"
    assert answer.headers["retry-after"]
    hold.set()


def test_too_many_waiting_requests_are_answered_with_429(client):
    client.app.state.site.waiting = 100
    error_of(client.get("api/act/fall/replay/23"), 429)
    assert client.get("api/about").status_code == 200


def ended(job):
    for _ in range(200):
        if job.state in (DONE, FAILED, CANCELLED):
            return job.state
        time.sleep(0.01)
    return job.state


def test_jobs_wait_run_fail_and_are_cancelled():
    jobs, hold = Jobs(queue=2), threading.Event()

    def wait(progress):
        while not hold.is_set():
            progress(1, 2)
            time.sleep(0.005)
        return "result"

    def fail(progress):
        raise ZeroDivisionError("defect")

    first, second = jobs.start({}, wait), jobs.start({}, wait)
    assert jobs.page(second)["place"] == 1
    with pytest.raises(QueueFull):
        jobs.start({}, wait)
    assert jobs.cancel(second.id).state == CANCELLED
    hold.set()
    assert ended(first) == DONE and jobs.results() == ["result"]
    broken = jobs.start({}, fail)
    assert ended(broken) == FAILED
    assert "ZeroDivisionError" in jobs.page(broken)["error"]["found"]
    jobs.close()
    with pytest.raises(UsageError):
        jobs.find("w")
    with pytest.raises(Stopped):
        jobs.start({}, wait)


def test_what_was_cancelled_while_it_started_stays_so():
    class Slow(threading.Event):
        def is_set(self):
            found = super().is_set()
            looked.set()
            time.sleep(0.05)  # long enough to be cancelled after the look
            return found

    looked = threading.Event()
    job = Job("w1", {}, lambda progress: "result", stop=Slow())
    running = threading.Thread(target=job.run)
    running.start()
    looked.wait(0.2)
    job.cancel()
    said = job.state
    running.join()
    assert said not in ENDED or job.state == said


def test_what_waits_when_the_queue_is_closed_has_ended():
    jobs, hold = Jobs(queue=2), threading.Event()
    jobs.start({}, lambda progress: hold.wait(5))
    waiting = jobs.start({}, lambda progress: "never")
    threading.Timer(0.05, hold.set).start()
    jobs.close()
    assert waiting.state == CANCELLED and jobs.page(waiting)["place"] == 0


def test_answers_that_another_server_clears_meanwhile_are_passed_over(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path))
    (tmp_path / "page" / "old").mkdir(parents=True)
    known = Path.stat

    def gone(path, **more):
        if path.name == "old" and "page" in path.parts:
            raise FileNotFoundError(path)
        return known(path, **more)

    shelf = Payloads()
    own = shelf.digest[:16]
    monkeypatch.setattr(Path, "glob", lambda folder, _: iter([folder / "old"]))
    monkeypatch.setattr(Path, "stat", gone)
    assert shelf._shelf.folder.name.startswith(own[:8])


def test_a_taken_port_is_said_in_words():
    with bound("127.0.0.1", 0) as held:
        port = held.getsockname()[1]
        assert address_of(held) == f"http://127.0.0.1:{port}/"
        with pytest.raises(UsageError) as fault:
            bound("127.0.0.1", port)
    assert "another program uses" in fault.value.message()
    assert "--port 0" in fault.value.message()


def test_an_address_of_elsewhere_is_said_in_words():
    with pytest.raises(UsageError) as fault:
        bound("203.0.113.7", 8350)
    assert "errno" not in fault.value.message().lower()
    assert "leave --host out" in fault.value.message()
