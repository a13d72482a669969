"""At a run: what saved refights and kept causes say, for the pages of claims."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from refight.account.model import Account
from refight.cli.show import ACTS
from refight.errors import EnsembleError

Words = dict[str, tuple[str, str]]


def words_of_runs(places: Iterable[Path], account: Account) -> Words:
    """Word the outcomes of saved runs: folders given to --out, or files in them.

    Raises EnsembleError for a place without a run.
    """
    from refight.ensemble.refight import prepare
    from refight.ensemble.store import load
    from refight.report.modelwords import words_of_run
    from refight.scenario.variant import parse

    found: Words = {}
    for path in (each for place in places for each in _runs(place)):
        ensemble = load(path)
        made = ensemble.manifest
        prepared = prepare(made.act, made.version, parse(made.variant))
        found.update(words_of_run(prepared, ensemble, account))
    return found


def words_of_kept(account: Account, rows: Sequence[int]) -> Words:
    """Word the stated causes of acts whose combinations refight causes has kept."""
    from refight.attribution.causes import causes_of
    from refight.attribution.factorial import kept_factorial
    from refight.ensemble.refight import prepare
    from refight.report.modelwords import words_of_causes

    found: Words = {}
    for act in ACTS:
        base = prepare(act)
        serves = {row for each in causes_of(base.scenario).causes for row in each.rows}
        kept = kept_factorial(base) if serves.intersection(rows) else None
        found.update(words_of_causes(kept, account) if kept is not None else {})
    return found


def words_of_shipped() -> Words:
    """Word what the results that come with the package have to say of both acts."""
    from refight.ensemble.refight import prepare
    from refight.report.shipped import words

    return words(prepare(act) for act in ACTS)


def _runs(place: Path) -> list[Path]:
    if place.is_dir():
        found = sorted(place.glob("*.parquet"))
    else:
        found = [place.with_suffix(".parquet")]
    if not found:
        hint = "save one with --out FOLDER"
        raise EnsembleError("a saved run", "no refights", str(place), hint)
    return found
