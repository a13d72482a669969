"""Page of studies: what `benchmarks.studies` measured, put into the docs between marks.

Each of the four commands writes the part that is its own; the others stay.
"""

import os
import platform
from pathlib import Path
from typing import Any

from benchmarks.marks import spliced
from refight.ensemble.run import cores
from refight.manifest import BEHAVIOUR_VERSION

PAGE = Path(__file__).parent.parent / "docs" / "explanation" / "studies.md"
Page = dict[str, Any]


def write(what: str, page: Page, path: Path = PAGE) -> None:
    """Put the part of one command into the page."""
    text = path.read_text(encoding="utf-8")
    path.write_text(spliced(text, block(what, page), f"studies {what}"), "utf-8")


def block(what: str, page: Page) -> str:
    """Write what one command measured as Markdown."""
    rows = {"workers": _workers, "drivers": _drivers, "memory": _memory}
    made = rows.get(what, _alone)(page)
    head = [
        f"`python -m benchmarks.studies {page['command']}`, {_machine()}:",
        "",
        "| what | found |",
        "| --- | --- |",
    ]
    return "\n".join([*head, *(f"| {name} | {found} |" for name, found in made)])


def _alone(page: Page) -> list[tuple[str, str]]:
    return [
        ("refights on one thread, in chunks of 1,000", f"{page['refights']:,}"),
        *_pace(page),
        *_held(page, "process"),
        ("digest", f"`{page['digest']}`"),
    ]


def _workers(page: Page) -> list[tuple[str, str]]:
    return [
        ("refights on two Dask workers", f"{page['refights']:,}"),
        ("workers killed (SIGKILL)", f"{page['killed']}, {page['how often']}"),
        *_pace(page),
        *_held(page, "driver"),
        ("largest worker, most", f"{page['worker MB, most']:.0f} MB"),
        *_digests(page),
    ]


def _drivers(page: Page) -> list[tuple[str, str]]:
    kept = ", ".join(f"{each:,}" for each in page["kept after each"])
    return [
        ("refights", f"{page['refights']:,}"),
        ("driver killed (SIGKILL), in a row", f"{page['kills']}"),
        ("refights kept after each", kept),
        *_digests(page),
    ]


def _memory(page: Page) -> list[tuple[str, str]]:
    done = ("check", "hash", "ask")
    words = {"check": "check every chunk", "hash": "hash all", "ask": "answer in SQL"}
    rows = [("refights", f"{page['refights']:,}, {page['MB on disk']} MB on disk")]
    return rows + [
        (words[name], f"{page[f'{name}, s']:.0f} s, at most "
         f"{page[f'{name}, peak MB']:.0f} MB")
        for name in done
    ]  # fmt: skip


def _pace(page: Page) -> list[tuple[str, str]]:
    seconds = page["seconds"]
    pace = page["refights"] / max(seconds, 1e-9)
    return [("took", f"{seconds / 60:.1f} minutes, {pace:.0f} refights a second")]


def _held(page: Page, who: str) -> list[tuple[str, str]]:
    first, last = page["driver MB, a fifth done"], page["driver MB, all done"]
    rows = [
        (f"{who}, a fifth done and all done", f"{first:.0f} and {last:.0f} MB"),
        (f"{who}, most", f"{page['driver MB, most']:.0f} MB"),
    ]
    more = page.get("driver, bytes more a refight")
    if more is None:
        return [*rows, ("line through its memory", "none, the run was short")]
    return [
        *rows,
        ("line through its memory", f"{more:+.0f} bytes a refight"),
        ("so at a million", f"{page['driver MB at a million']:.0f} MB"),
    ]


def _digests(page: Page) -> list[tuple[str, str]]:
    same = "yes" if page["equal"] else f"NO: `{page['one thread']}`"
    return [("digest", f"`{page['digest']}`"), ("that of one thread", same)]


def _machine() -> str:
    busy = os.getloadavg()[0] / cores()
    return (
        f"behaviour version {BEHAVIOUR_VERSION}, on {platform.machine()}, {cores()} "
        f"cores, {busy:.1f} processes waiting for each"
    )
