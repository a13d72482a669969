"""Whatever is asked, the server answers in words and never breaks."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

calm = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
# a client itself takes dots alone for a way up
WORDS = st.text(min_size=1, max_size=30).filter(
    lambda text: not text.isdecimal() and text.strip(".")
)
NAMES = st.one_of(WORDS, st.sampled_from(["fall", "%2e%2e", "../index.html", "a/b"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=10), inner, max_size=3)
    ),
    max_leaves=8,
)
KEYS = st.sampled_from(["act", "levers", "pairs", "seed", "as", "threads", ""])


def refused(answer):
    assert 400 <= answer.status_code < 500, answer.status_code
    assert set(answer.json()["error"]) == {"expected", "found", "where", "hint"}


@calm
@given(act=WORDS, which=WORDS, query=st.dictionaries(WORDS, WORDS, max_size=3))
def test_no_address_breaks_it(client, act, which, query):
    refused(client.get(f"/api/act/fall/replay/{_quoted(which)}", params=query))
    refused(client.get(f"/api/act/{_quoted(act)}", params=query))
    refused(client.get(f"/api/whatif/{_quoted(which)}"))


@calm
@given(name=NAMES)
def test_no_file_name_breaks_it_or_leads_out(client, name):
    answer = client.get(f"/assets/{_quoted(name)}")
    assert answer.status_code in (404, 405), name


@calm
@given(body=st.dictionaries(KEYS, VALUES, max_size=5) | VALUES)
def test_no_body_breaks_it(client, body):
    text = json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass")
    kind = {"content-type": "application/json"}
    refused(client.post("/api/whatif", content=text, headers=kind))


@pytest.mark.parametrize("body", [b"\xff\xfe", b"[" * 10_000, b'{"a":1,"a":2}', b""])
def test_no_broken_json_breaks_it(client, body):
    kind = {"content-type": "application/json"}
    refused(client.post("/api/whatif", content=body, headers=kind))


def _quoted(text):
    from urllib.parse import quote

    return quote(text.encode("utf-8", "surrogatepass"), safe="")
