"""Study: pages about a study - what is planned, what is done, what came of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from refight.ensemble.keep import code_digest
from refight.ensemble.study.drive import Done, Survey
from refight.ensemble.study.plan import Plan
from refight.manifest import SHORT
from refight.report.lines import plural, table, wrap

AS_IT_WAS = "as it was"
FEW = 8  # arms that are listed one by one


def plan_data(plan: Plan, folder: Path) -> dict[str, Any]:
    """Gather what a study is to fight."""
    return {
        "folder": str(folder),
        "act": plan.act,
        "version": plan.version,
        "design": plan.design,
        "arms": [list(each) for each in plan.arms],
        "seed": plan.seed,
        "refights": plan.refights,
        "wanted": plan.count,
        "chunk": plan.chunk,
        "chunks": sum(1 for _ in plan.chunks()),
        "behaviour": plan.behaviour,
        "code": plan.code,
    }


def plan_lines(page: dict[str, Any]) -> list[str]:
    """Write what a study is to fight."""
    arms = page["arms"]
    sizes = (
        f"{plural(len(arms), 'arm')} of {plural(page['refights'], 'refight')}, in "
        f"{plural(page['chunks'], 'chunk')} of up to {page['chunk']:,}."
    )
    lines = wrap(
        f"A study of {page['act']}, {_version(page['version'])}, "
        f"seed {page['seed']}: {sizes}"
    )
    named = [", ".join(arm) or AS_IT_WAS for arm in arms[:FEW]]
    lines += [line for name in named for line in wrap(name, 4, "  - ")]
    if len(arms) > FEW:
        lines.append(f"  and {len(arms) - FEW:,} more")
    return lines


def status_data(
    found: Survey, folder: Path, running: str, digest: str | None = None
) -> dict[str, Any]:
    """Gather how far a study is."""
    return plan_data(found.plan, folder) | {
        "done": found.done,
        "complete": found.complete,
        "kept": len(found.kept),
        "missing": len(found.missing),
        "damaged": [path.name for path in found.damaged],
        "foreign": len(found.foreign),
        "partial": len(found.partial),
        "running": running,
        "current": found.plan.code == code_digest(),
        "digest": digest,
    }


def status_lines(page: dict[str, Any]) -> list[str]:
    """Write how far a study is, and what to do next."""
    lines = [
        *plan_lines(page),
        "",
        f"{page['done']:,} of {plural(page['wanted'], 'refight')} done; "
        f"{page['kept']:,} of {plural(page['chunks'], 'chunk')} kept.",
    ]
    lines += [line for said in _remarks(page) for line in wrap(said)]
    if page["digest"]:
        lines += ["", f"Digest {page['digest']}"]
    return lines


def run_data(done: Done, page: dict[str, Any]) -> dict[str, Any]:
    """Add what one run did to the page of its study."""
    return page | {
        "fought": done.fought,
        "mended": done.mended,
        "interrupted": done.interrupted,
    }


def run_lines(page: dict[str, Any]) -> list[str]:
    """Write what one run did, and how far the study is."""
    end = "Stopped" if page["interrupted"] else "Finished"
    lines = [*status_lines(page)[:-2]] if page["digest"] else status_lines(page)
    lines += ["", f"{end}: {plural(page['fought'], 'refight')} fought now."]
    if page["digest"]:
        lines.append(f"Digest {page['digest']}")
    return lines


def answer_data(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """Gather the answer to a question in SQL."""
    return {"columns": list(names), "rows": [list(row) for row in rows]}


def answer_lines(page: dict[str, Any]) -> list[str]:
    """Write the answer to a question in SQL as a table."""
    body = [[_cell(each) for each in row] for row in page["rows"]]
    return [*table([page["columns"], *body]), "", plural(len(body), "row")]


def _remarks(page: dict[str, Any]) -> list[str]:
    folder, said = page["folder"], []
    if page["running"]:
        said.append(f"It is being run by {page['running']}.")
    if page["damaged"]:
        count = plural(len(page["damaged"]), "chunk is", "chunks are")
        said.append(f"{count} damaged and will be fought again by the next run.")
    strange = page["foreign"] + (0 if page["running"] else page["partial"])
    if strange:
        left = plural(strange, "file does", "files do")
        said.append(f"{left} not belong to it: refight study clean {folder}")
    if not page["current"]:
        said.append(
            f"It was planned with other code ({page['code'][:SHORT]}): "
            "plan it again to go on."
        )
    elif not page["complete"] and not page["running"]:
        said.append(f"To go on: refight study resume {folder}")
    return said


def _version(version: str) -> str:
    return f"as {version}"


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.6g}"
    return "" if value is None else str(value)
