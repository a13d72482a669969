"""Run the examples of README and docs that are marked to be run.

A fence right after a line `<!-- run -->` is executed: `python` fences as code (and
as doctests when they hold `>>>`), `console` fences line by line after `$ `. When a
console example shows output, it must match; `...` stands for anything.
"""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent.parent
FENCE = re.compile(
    r"(<!-- run -->\s*\n)?^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


class Example(NamedTuple):
    where: str
    kind: str
    text: str
    marked: bool


def pages():
    found = [path for path in ROOT.glob("*.md") if path.name != "CHANGELOG.md"]
    return sorted([*found, *(ROOT / "docs").rglob("*.md")])


def fences(text, name):
    for match in FENCE.finditer(text):
        line = text.count("\n", 0, match.start(2)) + 1
        yield Example(f"{name}:{line}", match[2], match[3], match[1] is not None)


def examples(kind):
    return [
        each
        for page in pages()
        for each in fences(page.read_text("utf-8"), page.relative_to(ROOT).as_posix())
        if each.kind == kind and each.marked
    ]


def commands(text):
    """Split a console example into (command, shown output)."""
    parts = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    for part in parts:
        command, _, output = part.partition("\n")
        yield command, output


def matches(shown, printed):
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    return doctest.OutputChecker().check_output(shown, printed, flags)


def call(command, folder):
    words = shlex.split(command)
    assert words[0] == "refight", f"only refight commands are run: {command}"
    return subprocess.run(
        [sys.executable, "-m", "refight", *words[1:]],
        cwd=folder,
        env=os.environ | {"COLUMNS": "80", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("example", examples("python"), ids=lambda e: e.where)
def test_python_examples_run(example, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if ">>>" not in example.text:
        exec(compile(example.text, example.where, "exec"), {"__name__": "example"})
        return
    test = doctest.DocTestParser().get_doctest(
        example.text, {}, example.where, example.where, 0
    )
    told = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.append)
    assert told == []


@pytest.mark.parametrize("example", examples("console"), ids=lambda e: e.where)
def test_console_examples_run(example, tmp_path):
    for command, shown in commands(example.text):
        done = call(command, tmp_path)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        if shown.strip():
            assert matches(shown, done.stdout), f"{command} printed\n{done.stdout}"


@pytest.mark.parametrize("page", pages(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page):
    text = page.read_text("utf-8")
    missing = [to for to in LINK.findall(text) if not (page.parent / to).exists()]
    assert missing == []


SAMPLE = """text
```console
$ refight not run
```
<!-- run -->
```console
$ refight fall
Day 34 ... of 1,000
$ refight claim 575
```
<!-- run -->
```python
>>> 1 + 1
2
```
"""


def test_only_marked_fences_are_examples():
    found = list(fences(SAMPLE, "page.md"))
    assert [(each.where, each.kind, each.marked) for each in found] == [
        ("page.md:2", "console", False),
        ("page.md:6", "console", True),
        ("page.md:12", "python", True),
    ]
    assert list(commands(found[1].text)) == [
        ("refight fall", "Day 34 ... of 1,000\n"),
        ("refight claim 575", ""),
    ]


def test_shown_output_must_match_but_for_the_dots():
    assert matches("Day 34 ... of 1,000\n", "Day 34 in 812 of 1,000\n")
    assert not matches("Day 34 ... of 1,000\n", "Day 35 in 812 of 1,000\n")
