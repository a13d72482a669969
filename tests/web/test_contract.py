"""The server answers as docs/reference/page-data.md says, key by key."""

import json
import re
from pathlib import Path

import pytest

from refight.web.pack import unpack

PAGE = Path(__file__).parents[2] / "docs/reference/page-data.md"
FENCE = re.compile(r"^```json (.+)\n((?:.*\n)*?)```$", re.MULTILINE)
EXAMPLES = {name: json.loads(text) for name, text in FENCE.findall(PAGE.read_text())}
READ = [name for name in EXAMPLES if name.startswith("api/") and "{" not in name]
OF_AN_ACT = [name for name in READ if "fall" in name]
SLOW = ("api/causes", "api/swap")  # many refights
# what is keyed by names that differ: the example shows one
KEYED = {
    "by_cause", "cause_words", "checks", "claims", "components", "composition",
    "layers", "left_out", "levels", "orders", "outcomes", "range", "roots", "rows",
    "policies", "sets", "sources", "vehicles", "...",
}  # fmt: skip


def of(client, name):
    answer = client.get(name)
    assert answer.status_code == 200, answer.text
    if answer.headers["content-type"] == "application/json":
        return answer.json()
    head, arrays = unpack(answer.content)
    for array, it in head["arrays"].items():
        assert list(arrays[array].shape) == it["shape"]
    return head


def differences(shown, found, where=""):
    """List where an answer lacks what the example shows, or has another type."""
    if found is None or shown is None or where.endswith("coordinates"):
        return
    if isinstance(shown, dict):
        if not isinstance(found, dict):
            yield f"{where}: {type(found).__name__} where an object is shown"
        elif where.rsplit(".", 1)[-1].rstrip("[]") in KEYED and _keyed(shown):
            for key, value in shown.items():
                other = found.get(key, next(iter(found.values()), None))
                yield from differences(value, other, f"{where}.*")
        else:
            for key, value in shown.items():
                if key not in found:
                    yield f"{where}.{key} is missing"
                else:
                    yield from differences(value, found[key], f"{where}.{key}")
    elif isinstance(shown, list):
        if not isinstance(found, list):
            yield f"{where}: {type(found).__name__} where a list is shown"
        elif shown:
            for each in found[:3]:
                yield from differences(shown[0], each, f"{where}[]")
    elif not _alike(shown, found):
        yield f"{where}: {found!r} where {shown!r} is shown"


def _keyed(shown):
    """A map by names has records as its values; a record has more than one kind."""
    return len({type(value) for value in shown.values()}) == 1


def _alike(shown, found):
    numbers = (int, float)
    if isinstance(shown, bool) or isinstance(found, bool):
        return isinstance(shown, bool) and isinstance(found, bool)
    if isinstance(shown, numbers):
        return isinstance(found, numbers)
    return isinstance(found, type(shown))


def test_the_comparison_sees_what_is_missing():
    assert list(differences({"a": 1}, {"b": 1})) == [".a is missing"]
    assert list(differences({"a": [{"b": 1}]}, {"a": [{"b": ""}]}))
    assert not list(differences({"a": 1, "n": None}, {"a": 2.5, "n": 3, "c": 4}))


def marked(name):
    return pytest.param(name, marks=pytest.mark.slow) if name in SLOW else name


@pytest.mark.parametrize("name", [marked(name) for name in READ])
def test_an_answer_is_as_the_page_says(client, name):
    wrong = list(differences(EXAMPLES[name], of(client, name)))
    if EXAMPLES[name].get("available"):
        assert isinstance(of(client, name)["available"], bool)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", OF_AN_ACT)
def test_the_other_act_answers_alike(client, name):
    wrong = list(
        differences(EXAMPLES[name], of(client, name.replace("fall", "liberation")))
    )
    assert not wrong, "\n".join(wrong)


def test_a_whatif_is_as_the_page_says(client):
    asked = {**EXAMPLES["POST api/whatif"], "pairs": 4}
    started = client.post("api/whatif", json=asked)
    assert started.status_code == 202
    page = started.json()
    assert not list(differences(EXAMPLES["api/whatif/{id}"], page))
    with client.stream("GET", f"api/whatif/{page['id']}/events") as events:
        lines = [line for line in events.iter_lines() if line]
    assert lines[-2] == "event: done"
    last = json.loads(lines[-1].removeprefix("data: "))
    assert last["done"] == last["total"] == 4
    wrong = list(differences(EXAMPLES["result"], last["result"]))
    assert not wrong, "\n".join(wrong)
    assert client.get("api/whatifs").json()["results"][-1] == last["result"]
