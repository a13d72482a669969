"""The offline file: whole, small enough, and asking for nothing."""

import base64
import gzip
import json
import re

import pytest

from refight.errors import UsageError
from refight.web.export import LARGEST, export_html
from refight.web.pack import unpack

pytestmark = pytest.mark.slow

ELEMENT = re.compile(
    r'<script type="text/plain" data-name="([^"]+)" data-kind="(json|pack)">([^<]*)<'
)


@pytest.fixture(scope="module")
def file(payloads, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    template = folder / "offline.html"
    template.write_text("<html><head></head><body><!-- payloads --></body></html>")
    path = folder / "out.html"
    said = []
    size = export_html(path, payloads, template, progress=lambda *far: said.append(far))
    assert said[-1][0] == said[-1][1] == len(said)
    assert path.stat().st_size == size
    return path


def content(file):
    return {
        name: (kind, gzip.decompress(base64.b64decode(text)))
        for name, kind, text in ELEMENT.findall(file.read_text())
    }


def test_it_holds_every_answer_under_its_address(file, client):
    held = content(file)
    for name in (
        "api/account", "api/places", "api/sources", "api/causes", "api/swap",
        "api/act/fall", "api/act/liberation", "api/forces/fall",
        "api/act/fall/ensemble", "api/act/liberation/replay/median",
        "api/act/fall/replay/latest", "api/act/fall/replay/0",
    ):  # fmt: skip
        kind, found = held[name]
        assert found == client.get(name).content, name
        if kind == "pack":
            unpack(found)


def test_it_says_that_it_is_offline_and_carries_whatifs(file):
    held = content(file)
    assert json.loads(held["api/about"][1])["offline"] is True
    results = json.loads(held["api/whatifs"][1])["results"]
    assert {each["act"] for each in results} == {"fall", "liberation"}
    assert len(results) > 10 and all(each["outcomes"] for each in results)
    for each in results:
        lever = each["variant"][0].replace("=", "%3D")
        kind, map_of_it = held[f"api/act/{each['act']}/ensemble?lever={lever}"]
        assert kind == "pack" and unpack(map_of_it)[0]["variant"] == each["variant"]


def test_it_is_small_and_may_fetch_nothing(file):
    text = file.read_text()
    assert file.stat().st_size < LARGEST / 5
    assert text.count("Content-Security-Policy") == 1
    assert "connect-src" not in text and "default-src 'none'" in text
    outside = ELEMENT.sub("", text)
    assert "http://" not in outside and "https://" not in outside


@pytest.mark.parametrize(
    "page",
    [
        "<html><head></head>no slot</html>",
        "<html><head></head><!-- payloads --><!-- payloads --></html>",
        '<html><head><script src="x.js"></script></head><!-- payloads --></html>',
        '<html><head><link rel=stylesheet href="x.css"></head><!-- payloads --></html>',
        "<html><head><style>@import 'x'</style></head><!-- payloads --></html>",
    ],
)
def test_a_page_that_would_fetch_or_has_no_slot_is_refused(payloads, tmp_path, page):
    template = tmp_path / "offline.html"
    template.write_text(page)
    with pytest.raises(UsageError):
        export_html(tmp_path / "out.html", payloads, template)
    assert not (tmp_path / "out.html").exists()


def test_a_page_that_is_not_built_is_said_in_words(payloads, tmp_path):
    with pytest.raises(UsageError, match="make page"):
        export_html(tmp_path / "out.html", payloads, tmp_path / "none.html")
