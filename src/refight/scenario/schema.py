"""The scenario format as a JSON Schema, and its reference page made from that.

Reads: the models. Returns: a schema, and Markdown. `python -m refight.scenario.schema
docs/reference` writes both; a test fails when they are stale.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from refight.files import write_atomic
from refight.scenario.model import FORMAT, Scenario
from refight.scenario.read import FIRST, PARTS

Schema = dict[str, Any]

HEAD = f"""# The scenario format

Made from the models by `python -m refight.scenario.schema docs/reference`; do not edit.

A scenario is a folder. `{FIRST}` holds the top-level fields; beside it stand
{", ".join(f"`{part}`" for part in PARTS)}.
All files are merged into one mapping, and each key stands in one file only.
This is format {FORMAT}. Editors that know JSON Schema can
use `scenario.schema.json`.

Numbers that shape a result are not written in a scenario: where the tables say
*estimate*, name an entry of the campaign's `estimates.yaml`. Dates are local and have
no time zone.
"""


def schema() -> Schema:
    """Give the JSON Schema of a merged scenario."""
    return Scenario.model_json_schema()


def page() -> str:
    """Write the reference page: one table for each kind of record."""
    whole = schema()
    parts = [HEAD, *_section("Scenario", whole)]
    for name, part in whole["$defs"].items():
        parts += _section(name, part)
    return "\n".join(parts).rstrip() + "\n"


def write(folder: Path) -> None:
    """Write the page and the schema into a folder."""
    text = json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
    write_atomic(folder / "scenario.md", page().encode())
    write_atomic(folder / "scenario.schema.json", text.encode())


def _section(name: str, part: Schema) -> Iterator[str]:
    yield f"## {name}\n"
    yield part.get("description", "").strip() + "\n"
    if "enum" in part:
        yield "One of: " + ", ".join(f"`{word}`" for word in part["enum"]) + ".\n"
        return
    yield "| key | what it is | if left out | meaning |"
    yield "| --- | --- | --- | --- |"
    required = part.get("required", [])
    for key, field in part["properties"].items():
        default = "must be given" if key in required else _default(field)
        meaning = field.get("description", "")
        yield f"| `{key}` | {kind(field)} | {default} | {meaning} |"
    yield ""


def kind(field: Schema) -> str:
    """Say in words what a value must be.

    >>> kind({"type": "array", "items": {"type": "string"}})
    'list of text'
    """
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        known = [each for each in field["anyOf"] if each.get("type") != "null"]
        return " or ".join(kind(each) for each in known)
    if "enum" in field:
        return "one of " + ", ".join(f"`{word}`" for word in field["enum"])
    if field.get("type") == "array":
        return f"list of {kind(field['items'])}"
    if field.get("type") == "object":
        keys = kind(field.get("propertyNames", {"type": "string"}))
        return f"{keys} -> {kind(field.get('additionalProperties', {}))}"
    return _plain(field)


def _plain(field: Schema) -> str:
    if field.get("format") == "date-time":
        return "date and time"
    words = {"string": "text", "integer": "whole number", "boolean": "true or false"}
    name = str(field.get("type", "anything"))
    word = words.get(name, name)
    bounds = [
        f"{sign} {field[key]:g}"
        for key, sign in (
            ("exclusiveMinimum", "above"),
            ("minimum", "at least"),
            ("exclusiveMaximum", "below"),
            ("maximum", "at most"),
        )
        if key in field
    ]
    return " ".join([word, ", ".join(bounds)]).strip()


def _default(field: Schema) -> str:
    value = field.get("default")
    empty = value is None or value == [] or value == {} or value == ""
    if empty or isinstance(value, dict):
        return "none"
    return f"`{json.dumps(value)}`"


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/reference"))
