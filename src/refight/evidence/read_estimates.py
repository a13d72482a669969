"""Read estimates: a file of named numbers -> estimates, checked against the archive.

The file is a mapping: id -> {unit, low, best, high, rule, claims | assumption,
note}. With claims, and a reconciling rule instead of the three points, the points
are worked out.
"""

from pathlib import Path

from refight.errors import EvidenceError, suggest
from refight.evidence.archive import Archive
from refight.evidence.distribution import Estimate, rule_for
from refight.evidence.item import is_number
from refight.evidence.reconcile import RECONCILING, reconcile
from refight.files import Lines, line_of, load_yaml

FIELDS = [
    "unit",
    "low",
    "best",
    "high",
    "rule",
    "claims",
    "assumption",
    "note",
    "bounds",
    "start",
    "reconciled",
]
POINTS = ("low", "best", "high")


def read_estimates(path: Path, archive: Archive) -> dict[str, Estimate]:
    """Read `estimates.yaml`. Raises EvidenceError with file and line."""
    data, lines = load_yaml(path, EvidenceError)
    if not isinstance(data, dict):
        found = type(data).__name__
        hint = "write one id with its fields after the other"
        raise EvidenceError("a mapping of estimates", found, f"{path}:1", hint)
    return {
        str(name): _estimate(str(name), fields, path, lines, archive)
        for name, fields in data.items()
    }


def _estimate(
    name: str, fields: object, path: Path, lines: Lines, archive: Archive
) -> Estimate:
    where = f"{path}:{line_of(lines, (name,))}"
    if not isinstance(fields, dict):
        raise EvidenceError(f"fields of {name}", repr(fields), where)
    for key in fields:
        if key not in FIELDS:
            place = f"{path}:{line_of(lines, (name, str(key)))}"
            hint = suggest(str(key), FIELDS)
            raise EvidenceError("a field of an estimate", str(key), place, hint)
    claims = _claims(name, fields.get("claims", []), where, archive)
    if fields.get("rule") in RECONCILING and not set(POINTS) & set(fields):
        return _reconciled(name, fields, claims, where, archive)
    return _stated(name, fields, claims, where)


def _claims(name: str, keys: object, where: str, archive: Archive) -> tuple[str, ...]:
    if not isinstance(keys, list):
        raise EvidenceError(f"a list of claims for {name}", repr(keys), where)
    try:
        return tuple(archive.claim(str(each)).key for each in keys)
    except EvidenceError as cause:
        raise EvidenceError(cause.expected, cause.found, where, cause.hint) from cause


def _reconciled(
    name: str,
    fields: dict[str, object],
    claims: tuple[str, ...],
    where: str,
    archive: Archive,
) -> Estimate:
    start = str(fields.get("start", ""))
    found = [archive.claims[key] for key in claims]
    try:
        made = reconcile(found, str(fields["rule"]), name, start)
    except EvidenceError as cause:
        raise EvidenceError(cause.expected, cause.found, where, cause.hint) from cause
    note = "; ".join(each for each in (str(fields.get("note", "")), made.note) if each)
    return _copy(made, note, where)


def _copy(made: Estimate, note: str, where: str) -> Estimate:
    return Estimate(
        made.id,
        made.unit,
        made.low,
        made.best,
        made.high,
        made.rule,
        made.claims,
        note=note,
        bounds=made.bounds,
        reconciled=made.reconciled,
        where=where,
    )


def _stated(
    name: str, fields: dict[str, object], claims: tuple[str, ...], where: str
) -> Estimate:
    low, best, high = (_number(name, key, fields, where) for key in POINTS)
    rule = str(fields.get("rule", ""))
    reconciled = str(fields.get("reconciled", ""))
    if rule in RECONCILING:  # the points were worked out elsewhere by this rule
        rule, reconciled = "", rule
    return Estimate(
        id=name,
        unit=_unit(name, fields, where),
        low=low,
        best=best,
        high=high,
        rule=rule or rule_for(low, best, high),
        claims=claims,
        assumption=str(fields.get("assumption", "")),
        note=str(fields.get("note", "")),
        bounds=_bounds(name, fields, where),
        reconciled=reconciled,
        where=where,
    )


def _unit(name: str, fields: dict[str, object], where: str) -> str:
    unit = fields.get("unit")
    if not isinstance(unit, str) or not unit:
        hint = 'write "1" for a plain number'
        raise EvidenceError(f"a unit of {name}", repr(unit), where, hint)
    return unit


def _number(name: str, key: str, fields: dict[str, object], where: str) -> float:
    value = fields.get(key)
    if not is_number(value):
        hint = f"give low, best and high, or one of {', '.join(RECONCILING)} as rule"
        raise EvidenceError(f"a number for {key} of {name}", repr(value), where, hint)
    return float(str(value))


def _bounds(
    name: str, fields: dict[str, object], where: str
) -> tuple[float, float] | None:
    pair = fields.get("bounds")
    if pair is None:
        return None
    if not isinstance(pair, list) or [is_number(each) for each in pair] != [True, True]:
        raise EvidenceError(f"two bounds of {name}", repr(pair), where)
    return float(str(pair[0])), float(str(pair[1]))
