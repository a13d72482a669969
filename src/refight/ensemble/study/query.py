"""Query: SQL over all chunks of a study, by DuckDB, without reading them into memory.

The view `refights` has a row per refight: `variant` (empty: as it was), `refight`
(draw and replicate of `refight ACT --replicate`), and the outcomes under names that
SQL takes bare: outcome.fall-date is fall_date, losses.iraq.air.killed is
losses_iraq_air_killed. Infinity means: not within the act.
"""

import re
from pathlib import Path
from typing import Any

from refight.ensemble.study.chunk import REFIGHT, VARIANT
from refight.ensemble.study.drive import CHUNKS, Survey, survey
from refight.errors import EnsembleError, UsageError

VIEW = "refights"
MEMORY = "256MB"
HINT = f"the view is {VIEW}; `refight study query DIR` lists its columns"

Rows = list[tuple[Any, ...]]


def ask(folder: Path, sql: str = "") -> tuple[list[str], Rows]:
    """Answer a question in SQL: names of columns, and rows.

    Without a question: the columns that there are. Only the study's chunks can be
    read, and nothing written. Raises UsageError for bad SQL or without DuckDB,
    EnsembleError when there is no chunk yet.
    """
    duckdb = _installed()
    connection = duckdb.connect()
    try:
        _refuse_writing(duckdb, connection, sql)
        _open_view(connection, folder, survey(folder))
        found = connection.execute(sql or f"describe {VIEW}")
        names = [each[0] for each in found.description]
        rows = found.fetchall()
    except duckdb.Error as cause:
        said = str(cause).strip().splitlines()[0]
        raise UsageError("SQL over the study", said, hint=HINT) from cause
    finally:
        connection.close()
    if not sql:
        return ["column", "type"], [(row[0], row[1]) for row in rows]
    return names, rows


def _refuse_writing(duckdb: Any, connection: Any, sql: str) -> None:
    """Let one question through; DuckDB would let others write among the chunks."""
    asked = connection.extract_statements(sql) if sql else []
    kinds = [each.type for each in asked]
    reading = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
    if len(kinds) > 1 or not all(kind in reading for kind in kinds):
        raise UsageError("one question that only reads (select ...)", sql, hint=HINT)


def bare(name: str) -> str:
    """Give the name under which SQL knows a column.

    >>> bare("outcome.fall-date")
    'fall_date'
    """
    return re.sub(r"\W", "_", name.removeprefix("outcome."))


def _open_view(connection: Any, folder: Path, found: Survey) -> None:
    import pyarrow.parquet as parquet

    paths = [
        str(found.kept[each]) for each in found.plan.chunks() if each in found.kept
    ]
    if not paths:
        hint = "fight some: refight study run DIR"
        raise EnsembleError("chunks to ask", "none", str(folder), hint)
    names = parquet.read_schema(paths[0]).names
    chosen = ", ".join(
        f'"{name}"' if name in (VARIANT, REFIGHT) else f'"{name}" as "{bare(name)}"'
        for name in names
    )
    connection.execute(f"set memory_limit = '{MEMORY}'")
    connection.execute("set temp_directory = ''")
    files = ", ".join("'" + each.replace("'", "''") + "'" for each in paths)
    connection.execute(
        f"create view {VIEW} as select {chosen} from read_parquet([{files}])"
    )
    _shut(connection, folder / CHUNKS)


def _shut(connection: Any, folder: Path) -> None:
    """Let SQL reach the study's chunks and nothing else of this machine."""
    place = str(folder).replace("'", "''")
    connection.execute(f"set allowed_directories = ['{place}/']")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")


def _installed() -> Any:
    try:
        import duckdb
    except ImportError as cause:
        raise UsageError(
            "DuckDB, which answers SQL",
            "it is not installed",
            hint='install it with: pip install "refight[study]"',
        ) from cause
    return duckdb
