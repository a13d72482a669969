import pytest
from starlette.testclient import TestClient

from refight.web.payloads import Payloads
from refight.web.server import application

BUILT = {
    "index.html": "<!doctype html><html><head><title>Refight</title></head></html>",
    "offline.html": "<!doctype html><html><head><title>Refight</title></head>"
    "<body><!-- payloads --></body></html>",
    "assets/main.js": "document.title += '.'",
    "favicon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}


@pytest.fixture(scope="session")
def payloads():
    """Answers of few refights; nothing is taken from an earlier run's cache."""
    return Payloads(refights=8, on_disk=False)


@pytest.fixture
def stub(tmp_path):
    """A built page of a few bytes, so that nothing here hangs on the real one."""
    for name, content in BUILT.items():
        path = tmp_path / "page" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return tmp_path / "page"


@pytest.fixture
def client(payloads, stub):
    app = application(payloads, hosts=("testserver",), page=stub)
    with TestClient(app) as made:
        yield made
    payloads.closing.clear()  # the next test goes on with the same answers
