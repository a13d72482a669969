"""The command cite: the bibliography of what a saved run or a claim used."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refight.cli.show import CAMPAIGN, json_option, show
from refight.errors import UsageError

if TYPE_CHECKING:
    from refight.evidence.archive import Archive
    from refight.report.cite import Used

campaign_option = click.option(
    "--campaign", default=CAMPAIGN, show_default=True, help="Which campaign."
)
csl_option = click.option(
    "--csl", is_flag=True, help="As CSL JSON (Zotero and others)."
)
bibtex_option = click.option("--bibtex", is_flag=True, help="As BibTeX.")


@click.command("cite")
@click.argument("name", metavar="RUN|CLAIM", nargs=-1, required=True)
@csl_option
@bibtex_option
@json_option
@campaign_option
def cite_command(
    name: tuple[str, ...], csl: bool, bibtex: bool, as_json: bool, campaign: str
) -> None:
    """List the sources of exactly what a saved run, or a claim, used.

    RUN is a folder given to --out, or a file in it; CLAIM is whatever refight claim
    takes: an id, a number or words.

    \b
    Examples:
      refight fall --out results
      refight cite results
      refight cite results --bibtex
      refight cite 575-days --csl
    """
    from refight.cli.pages import archive_of, loaded_words
    from refight.report.cite import cite_data, cite_lines, sorted_sources

    archive = archive_of(campaign)
    uses = _used(" ".join(name), campaign, archive)
    if csl or bibtex:
        found = [s.key for used in uses for s in sorted_sources(used, archive)]
        return exported([*dict.fromkeys(found)], archive, bibtex)
    pages = [cite_data(used, archive) for used in uses]
    loaded = loaded_words(campaign)
    lines = [line for page in pages for line in [*cite_lines(page, loaded), ""]]
    show(pages[0] if len(pages) == 1 else pages, lines[:-1], as_json)


def exported(keys: list[str], archive: "Archive", bibtex: bool) -> None:
    """Print sources as CSL JSON or BibTeX."""
    from refight.evidence.csl import to_csl
    from refight.report.bibtex import bibtex as as_bibtex

    sources = [archive.sources[key] for key in keys]
    if bibtex:
        click.echo(as_bibtex(sources), nl=False)
    else:
        items = [to_csl(each) for each in sources]
        click.echo(json.dumps(items, ensure_ascii=False, indent=2))


def _used(query: str, campaign: str, archive: "Archive") -> list["Used"]:
    from refight.account.lookup import seek, unknown
    from refight.cli.account import load
    from refight.report.cite import manifests_in, used_by_claim, used_by_run

    path = Path(query)
    if path.exists() or path.suffix in (".json", ".parquet"):
        from refight.ensemble.refight import prepare
        from refight.scenario.variant import parse

        return [
            used_by_run(prepare(m.act, m.version, parse(m.variant)), m)
            for m in manifests_in(path)
        ]
    account = load(campaign)[0]
    target = seek(query, account, archive)
    if target is None:
        error = unknown(query, account, archive)
        expected = f"a saved run, or {error.expected}"
        hint = f"{error.hint}\n  a run is a folder given to --out"
        raise UsageError(expected, error.found, hint=hint)
    return [used_by_claim(target, account, archive)]
