"""Cite: the bibliography of exactly what a saved run, or a claim, used.

A run is known by its manifest. Behind it stand the sources of the estimates drawn, of
the units' strengths, of the plans followed, the depots and levers, and of the record's
outcomes beside the results. Nothing else of the archive is listed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from refight.account.lookup import Target
from refight.account.model import Account
from refight.errors import EnsembleError
from refight.evidence.archive import Archive
from refight.evidence.records import Source, short
from refight.files import read_text
from refight.manifest import Manifest
from refight.report.claims import plain
from refight.report.lines import heading, plural, titled, wrap
from refight.report.rivals import seen
from refight.report.topic import links_of_target

if TYPE_CHECKING:
    from refight.ensemble.refight import Prepared
    from refight.scenario.model import Scenario

INDENT = 6
RUN_FILES = (".json", ".parquet")
STALE = (
    "The act has changed since: estimates, scenario or ground are not those of the "
    "run. The list is that of the act as it is now."
)


@dataclass(frozen=True)
class Used:
    """Sources by what they were used for: source key -> uses, in order."""

    what: str
    uses: Mapping[str, tuple[str, ...]]
    note: str = ""


def manifests_in(path: Path) -> tuple[Manifest, ...]:
    """Read the manifests of a run: a folder of runs, or one of its files.

    Raises EnsembleError when there is none.
    """
    if path.is_dir():
        files = sorted(path.glob("*.json"))
    else:
        files = [path.with_suffix(".json") if path.suffix in RUN_FILES else path]
    found = tuple(
        Manifest.from_json(read_text(each, EnsembleError), str(each)) for each in files
    )
    if not found:
        hint = "save one with --out FOLDER"
        raise EnsembleError("a saved run", "no manifest", str(path), hint)
    return found


def used_by_run(prepared: "Prepared", manifest: Manifest) -> Used:
    """Gather what a run rests on, from the act as its manifest names it."""
    scenario, archive = prepared.scenario, prepared.archive
    told = scenario.version == "told"
    claims = {
        "estimates": [c for e in prepared.compiled.deck.own.values() for c in e.claims],
        "forces": [] if told else _of_forces(scenario, archive),
        "plans": [] if told else _of_plans(scenario),
        "outcomes beside the results": _of_outcomes(scenario, archive),
    }
    uses = _by_source(claims, archive)
    if not told:
        for name in sorted({unit.orbat for unit in scenario.units}):
            entry = archive.orbat[f"{scenario.evidence}/{name}"]
            for key in (*entry.sources, *entry.quality_sources):
                uses.setdefault(key, ("forces",))
    variant = f" with {', '.join(manifest.variant)}" if manifest.variant else ""
    count = plural(manifest.draws * manifest.replicates, "refight")
    what = (
        f"{scenario.title}, as {manifest.version}{variant}; {count}, seed "
        f"{manifest.seed}; Refight {manifest.code_version}, manifest {manifest.short}"
    )
    return Used(
        what, uses, "" if manifest.scenario_digest == prepared.digest else STALE
    )


def used_by_claim(target: Target, account: Account, archive: Archive) -> Used:
    """Gather the sources of a claim of the record, or of a topic of the account."""
    if target.claim:
        claim = archive.claims[target.claim]
        source = archive.sources[claim.source]
        uses = {claim.source: ("the claim",)}
        if source.cited_in:
            uses[source.cited_in] = ("where it is cited",)
        return Used(target.claim, uses)
    links = links_of_target(target, account)
    own = dict.fromkeys(account.document.sources[:1], ("the account",))
    found = {name: list(keys) for name, keys in links.items() if name != "own"}
    return Used(target.name, {**own, **_by_source(found, archive)})


def cite_data(used: Used, archive: Archive) -> dict[str, object]:
    """Give a bibliography as plain data, in order of author, title."""
    sources = sorted_sources(used, archive)
    return {
        "what": used.what,
        "note": used.note or None,
        "sources": [
            {
                "source": each.key,
                "author": each.author,
                "title": each.title,
                "publisher": each.publisher,
                "year": each.year,
                "url": each.url,
                "stance": each.stance,
                "seen": seen(each),
                "used_for": list(used.uses[each.key]),
            }
            for each in sources
        ],
    }


def cite_lines(page: Mapping[str, Any], loaded: Sequence[str]) -> list[str]:
    """Write a bibliography as text."""
    lines = wrap(f"Used by {page['what']}")
    lines += wrap(page["note"], 2) if page["note"] else []
    lines += heading(plural(len(page["sources"]), "source"))
    for it in page["sources"]:
        who = it["author"] or it["publisher"] or "no author"
        parts = [plain(who, loaded), str(it["year"] or "no year"), titled(it["title"])]
        if it["author"] and it["publisher"]:
            parts.append(plain(it["publisher"], loaded))
        lines += wrap(f"{', '.join(parts)}. [{short(it['source'])}]", INDENT, "   -")
        lines += [" " * INDENT + it["url"]] if it["url"] else []
        said = f"for: {', '.join(it['used_for'])}; stance: {it['stance']}; seen: "
        lines += wrap(said + it["seen"], INDENT)
    return lines


def sorted_sources(used: Used, archive: Archive) -> list[Source]:
    """Give the sources that were used, by author or publisher, then title."""
    found = [archive.sources[key] for key in used.uses]
    return sorted(
        found, key=lambda s: ((s.author or s.publisher).casefold(), s.title.casefold())
    )


def _by_source(
    claims: Mapping[str, Iterable[str]], archive: Archive
) -> dict[str, tuple[str, ...]]:
    uses: dict[str, tuple[str, ...]] = {}
    for use, keys in claims.items():
        for source in dict.fromkeys(archive.claim(key).source for key in keys):
            uses[source] = (*uses.get(source, ()), use)
    return uses


def _of_forces(scenario: "Scenario", archive: Archive) -> list[str]:
    entries = {f"{scenario.evidence}/{unit.orbat}" for unit in scenario.units}
    return [
        claim
        for name in sorted(entries)
        for claim in (*archive.orbat[name].claims, *archive.orbat[name].quality_claims)
    ]


def _of_plans(scenario: "Scenario") -> list[str]:
    """List the claims behind the plans that are followed, and behind the depots."""
    found = [claim for depot in scenario.depots for claim in depot.claims]
    for name in scenario.plan.values():
        plan = scenario.plans[name]
        found += [*plan.claims, *(c for phase in plan.phases for c in phase.claims)]
    return [
        f"{scenario.evidence}/{each}" if "/" not in each else each for each in found
    ]


def _of_outcomes(scenario: "Scenario", archive: Archive) -> list[str]:
    records = (f"{scenario.evidence}/{each.record}" for each in scenario.outcomes)
    return [claim for record in records for claim in archive.outcomes[record].claims]
