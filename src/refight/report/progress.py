"""Progress: a bar with the time left on stderr; silent when nobody is looking.

The one place where pages and terminals meet: everything else is plain text.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Report = Callable[[int, int], None]  # done, wanted


@contextmanager
def progress(title: str, silent: bool = False) -> Iterator[Report | None]:
    """Give a function that shows how many refights are done, or None when silent."""
    if silent or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # here: start-up should not pay for it
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)

        def report(done: int, wanted: int) -> None:
            bar.update(task, completed=done, total=wanted)

        yield report
