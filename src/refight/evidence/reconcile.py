"""Reconcile: claims, an outcome, or a formation -> an estimate.

Claims that go back to one root are one voice, whatever their number. Each rule is
named, and its words are printed beside the number it made.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import exp, log, sqrt
from statistics import median

from refight.errors import EvidenceError, suggest
from refight.evidence.archive import by_root
from refight.evidence.distribution import FIXED, SPLIT_NORMAL, Estimate, rule_for
from refight.evidence.distribution import Z95 as Z
from refight.evidence.records import Claim, OrbatEntry, Outcome, Quantity, as_number

SINGLE = 0.10  # a lone apportioned number is trusted to a tenth either way
LONE_ROOT = 0.25  # one root alone is trusted to a quarter either way
MAD_TO_SIGMA = 1.4826  # of a normal distribution
BEYOND = 1e9  # stands for "no upper bound"

RECONCILING: Mapping[str, str] = {
    "envelope": "low and high are the outermost ends stated by any root; best is the "
    "median of one middle value per root",
    "median-of-roots": "best is the median of one middle value per root; low and high "
    "lie 1.645 scaled median deviations of their logarithms away, and a quarter "
    "where one root stands alone",
    "single-range": "low and high are the ends of the one range stated; best is "
    "their geometric mean",
}
ORBAT_RANGE = (
    "low and high of the entry are the 5% and 95% points, best is their geometric mean "
    "(the mean where low is 0)"
)
ORBAT_SINGLE = "one number: fixed when stated, within 10% when apportioned"
OUTCOME_INTERVAL = "the interval and best value of the outcome"
FIELDS = ("personnel", "tanks", "apcs", "guns", "helicopters")

Points = tuple[float, float, float]


def reconcile(
    claims: Iterable[Claim], rule: str, name: str = "", start: str = ""
) -> Estimate:
    """Build an estimate from claims that state one quantity in one unit.

    With `start` (ISO date) the claims' dates are taken, as days after it. Raises
    EvidenceError for an unknown rule, mixed units, or claims without a number.
    """
    if rule not in RECONCILING:
        raise EvidenceError(
            "a reconciling rule", rule, name, suggest(rule, RECONCILING)
        )
    kept = tuple(claims)
    stated = {each.key: stated_quantity(each, start) for each in kept}
    if not stated:
        raise EvidenceError("at least one claim", "none", name)
    low, best, high = _points(rule, name, _voices(kept, stated))
    return Estimate(
        id=name or kept[0].about,
        unit=_unit(stated, name),
        low=low,
        best=best,
        high=high,
        rule=rule_for(low, best, high),
        claims=tuple(stated),
        reconciled=rule,
        note=RECONCILING[rule],
        bounds=None if start or low > 0 else (0.0, BEYOND),
    )


def orbat_estimate(entry: OrbatEntry, field: str) -> Estimate:
    """Build the estimate of one number of a formation.

    field: personnel, tanks, apcs, guns or helicopters. Rests on the entry's claims;
    where the entry names only sources, it is an assumption with the entry's
    reasoning. A number that is not stated is an assumption of none.
    """
    if field not in FIELDS:
        raise EvidenceError(
            "a number of a formation", field, "", suggest(field, FIELDS)
        )
    quantity: Quantity | None = getattr(entry, field)
    if quantity is None:
        reason = f"no number of {field} is stated; taken as none"
        name = f"{entry.key}.{field}"
        return Estimate(name, field, 0, 0, 0, FIXED, (), reason, where=entry.where)
    low, best, high = _orbat_points(quantity, entry.derived)
    return Estimate(
        id=f"{entry.key}.{field}",
        unit=quantity.unit,
        low=low,
        best=best,
        high=high,
        rule=rule_for(low, best, high),
        claims=entry.claims,
        assumption="" if entry.claims else _reason(entry),
        note=_orbat_note(entry, quantity),
        bounds=None if low > 0 else (0.0, BEYOND),
        reconciled="orbat-single" if quantity.single else "orbat-range",
        where=entry.where,
    )


def outcome_estimate(outcome: Outcome, start: str = "") -> Estimate:
    """Build the estimate of what is on record for an outcome; dates need `start`."""
    low, high, stated = outcome.day_index(start)
    best = (low + high) / 2 if stated is None else stated
    return Estimate(
        id=outcome.key,
        unit="days" if outcome.kind == "date" else outcome.unit,
        low=low,
        best=best,
        high=high,
        rule=FIXED if low == high else SPLIT_NORMAL,
        claims=outcome.claims,
        assumption="" if outcome.claims else outcome.reasoning,
        note=OUTCOME_INTERVAL,
        reconciled="outcome-interval",
        where=outcome.where,
    )


def stated_quantity(claim: Claim, start: str = "") -> Quantity:
    """Take the number a claim states, or its date as days after `start`."""
    if start and claim.date is not None:
        first, last = claim.date.first, claim.date.last
        return Quantity(as_number(first, start), as_number(last, start), "days")
    if claim.value is None:
        what = "a date" if start else "a number"
        hint = "leave it out of this estimate"
        raise EvidenceError(f"{what} in the claim", claim.key, claim.where, hint)
    return claim.value


def _voices(
    claims: Sequence[Claim], stated: Mapping[str, Quantity]
) -> list[list[Quantity]]:
    groups = by_root(claims).values()
    return [[stated[each.key] for each in group] for group in groups]


def _points(rule: str, name: str, voices: list[list[Quantity]]) -> Points:
    if rule == "envelope":
        return _envelope(voices)
    if rule == "median-of-roots":
        return _median_of_roots(voices, name)
    return _single_range(voices, name)


def _envelope(voices: list[list[Quantity]]) -> Points:
    ends = [
        float(end)
        for voice in voices
        for each in voice
        for end in (each.low, each.high)
        if end is not None
    ]
    middle = median(_middle_of(voice) for voice in voices)
    return min(ends), middle, max(ends)


def _median_of_roots(voices: list[list[Quantity]], name: str) -> Points:
    middles = [_middle_of(voice) for voice in voices]
    if min(middles) <= 0:
        hint = 'use the rule "envelope"'
        raise EvidenceError("numbers above zero", f"{min(middles):g}", name, hint)
    best = median(middles)
    deviation = median(abs(log(each / best)) for each in middles)
    factor = exp(Z * MAD_TO_SIGMA * deviation)
    if len(middles) == 1:
        factor = 1 + LONE_ROOT
    return best / factor, best, best * factor


def _single_range(voices: list[list[Quantity]], name: str) -> Points:
    stated = [each for voice in voices for each in voice]
    if len(stated) != 1 or stated[0].low is None or stated[0].high is None:
        hint = 'use the rule "envelope"'
        raise EvidenceError("one claim with two ends", f"{len(stated)}", name, hint)
    return _range_points(float(stated[0].low), float(stated[0].high))


def _range_points(low: float, high: float) -> Points:
    best = sqrt(low * high) if low > 0 else (low + high) / 2
    return low, min(max(best, low), high), high


def _middle_of(voice: Sequence[Quantity]) -> float:
    return median(_middle(each) for each in voice)


def _middle(quantity: Quantity) -> float:
    if quantity.low is None or quantity.high is None:
        return float((quantity.low or 0) + (quantity.high or 0))  # its one end
    return (float(quantity.low) + float(quantity.high)) / 2


def _unit(stated: Mapping[str, Quantity], name: str) -> str:
    units = sorted({each.unit for each in stated.values()})
    if len(units) > 1:
        hint = "make one estimate for each unit"
        raise EvidenceError("claims in one unit", ", ".join(units), name, hint)
    return units[0]


def _orbat_points(quantity: Quantity, derived: bool) -> Points:
    low = 0.0 if quantity.low is None else float(quantity.low)
    high = low if quantity.high is None else float(quantity.high)
    if low < high:
        return _range_points(low, high)
    spread = SINGLE if derived else 0.0
    return high * (1 - spread), high, high * (1 + spread)


def _reason(entry: OrbatEntry) -> str:
    if entry.reasoning:
        return entry.reasoning
    named = ", ".join(entry.sources)
    return f"set by judgement from these sources as a whole: {named}"


def _orbat_note(entry: OrbatEntry, quantity: Quantity) -> str:
    rule = ORBAT_SINGLE if quantity.single else ORBAT_RANGE
    if entry.derived and entry.claims:
        return f"{rule}; derived: {entry.reasoning}"
    return rule
