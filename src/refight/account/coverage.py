"""Coverage: the elements of the account, each with its layer, status and command.

A row is "done" when its references hold and the one command that shows it says what
it should; "open" when it waits for something, which is named; "failed" otherwise.
Commands are run through a function that is passed in: this layer knows no commands.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from refight.account.model import RECORD_WORDS, Account, Row
from refight.errors import RefightError
from refight.evidence.archive import Archive

DONE, OPEN, FAILED = "done", "open", "failed"
SIDES = ("corroborating", "contradicting")

# Runs one command and gives its output; None when there is no such command yet.
Runner = Callable[[tuple[str, ...]], str | None]


@dataclass(frozen=True)
class Status:
    """One row with what became of its check."""

    row: Row
    word: str
    reason: str
    command: str


def coverage(account: Account, archive: Archive, run: Runner) -> tuple[Status, ...]:
    """Check every row: its references first, then its command, each once."""
    kept: dict[tuple[str, ...], str | RefightError | None] = {}

    def once(command: tuple[str, ...]) -> str | RefightError | None:
        if command not in kept:
            try:
                kept[command] = run(command)
            except RefightError as error:
                kept[command] = error
        return kept[command]

    return tuple(_status(row, account, archive, once) for row in account.rows.values())


def exit_code(statuses: tuple[Status, ...]) -> int:
    """Give 1 when any row failed, else 0: open rows are no failure and no success."""
    return int(any(each.word == FAILED for each in statuses))


def counts(statuses: tuple[Status, ...]) -> dict[str, int]:
    """Count the rows by status."""
    return {w: sum(s.word == w for s in statuses) for w in (DONE, OPEN, FAILED)}


def faults(row: Row, account: Account, archive: Archive) -> Iterator[str]:
    """List what is wrong with a row as data: it points to nothing, or miscounts."""
    for name in row.sentences:
        if row.number not in account.sentences[name].elements:
            yield f"{name} does not list the row"
    for sentence in account.sentences.values():
        if row.number in sentence.elements and sentence.id not in row.sentences:
            yield f"the row does not list {sentence.id}"
    for claim in row.record.claims.every:
        if claim not in archive.claims:
            yield f"{claim} is not in the record"
    if not row.sentences or not row.layer:
        yield "no sentence or no layer"
    if row.cause == "modelled" and not (row.lever and row.absent_state):
        yield "a modelled cause without a lever or an absent state"
    yield from _verdict_faults(row, account, archive)


def _status(
    row: Row,
    account: Account,
    archive: Archive,
    run: Callable[[tuple[str, ...]], str | RefightError | None],
) -> Status:
    check = account.row_checks[row.number]
    written = " ".join(("refight", *check.command))
    wrong = list(faults(row, account, archive))
    if wrong:
        return Status(row, FAILED, "; ".join(wrong), written)
    output = run(check.command)
    if output is None:
        reason = f"waits for refight {check.command[0]}"
        return Status(row, OPEN, reason, written)
    if isinstance(output, RefightError):
        return Status(row, FAILED, output.message().split("\n")[0], written)
    shown = " ".join(output.split())  # a page wraps its lines
    absent = [each for each in check.shows if each not in shown]
    if absent or not shown:
        what = ", ".join(f'"{each}"' for each in absent) or "anything"
        return Status(row, FAILED, f"the command does not show {what}", written)
    if check.needs:
        return Status(row, OPEN, f"waits for {check.needs}", written)
    return Status(row, DONE, "", written)


def _verdict_faults(row: Row, account: Account, archive: Archive) -> Iterator[str]:
    record = row.record
    if record.parts:
        words = [part.verdict for part in record.parts]
        worst = min(words, key=RECORD_WORDS.index)
        if worst != record.verdict:
            yield f"verdict {record.verdict}, but its parts give {worst}"
    own = {archive.sources[name].root for name in account.document.sources}
    seconded = [c for c in record.claims.corroborating if c in archive.claims]
    for claim in seconded:
        if archive.sources[archive.claims[claim].source].root in own:
            yield f"{claim} comes from the account's own outlet: no corroboration"
    if record.verdict == "corroborated" and not any(
        _was_read(claim, archive) for claim in seconded
    ):
        yield "corroborated, but by no source that was read"
    for side in SIDES:
        counted = by_stance(getattr(record.claims, side), archive)
        if counted != dict(record.stances.get(side, {})):
            yield f"stances of the {side} sources are {counted}"


def by_stance(claims: tuple[str, ...], archive: Archive) -> dict[str, int]:
    """Count the sources behind some claims by stance, each source once.

    The two folders may hold one source twice; it counts once, by its short id.
    """
    sources = {
        claim_source.rpartition("/")[2]: archive.sources[claim_source].stance
        for claim_source in (
            archive.claims[claim].source for claim in claims if claim in archive.claims
        )
    }
    return dict(Counter(sources.values()))


def _was_read(claim: str, archive: Archive) -> bool:
    return archive.sources[archive.claims[claim].source].access == "read"
