"""Verdict: one word for a stated cause, by thresholds, and the reason behind it.

Reads a factorial, and what rival priors gave where they were run. The word speaks of
the chance that the act was decided by the day on record, or within the act where that
day tells nothing (`decision_scale`). In order: *set by
assumption*, where rival priors give another word; *not separable from*, where the
cause's part hangs on a convention; then what its share shows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from refight.attribution.factorial import Factorial
from refight.attribution.interval import Estimated
from refight.attribution.measures import CHANCE
from refight.attribution.words import thresholds, visible

RAISES, LOWERS, NO_EFFECT, UNDECIDED = "raises", "lowers", "no-effect", "undecided"


@dataclass(frozen=True)
class Verdict:
    """What may be said of a cause in this model, and why."""

    cause: str
    word: str
    reason: str


def verdict_of(
    found: Factorial, cause: str, rivals: Iterable[Estimated] = ()
) -> Verdict:
    """Give the verdict of one cause; `rivals` are its effects under the priors."""
    share = found.shares(cause, found.decision)
    key = direction(share.shapley)
    reason = (
        f"{found.decision}: share {points(share.shapley)} points; alone "
        f"{points(share.alone)}; last {points(share.last)}; {found.seeds} seeds"
    )
    known = tuple(rivals)
    reason += _undecided(known)
    if _disagree(known):
        return Verdict(cause, _word("assumption"), f"rival priors disagree; {reason}")
    other = entangled(found, cause)
    if other:
        word = _word("not-separable").format(" and ".join(other))
        return Verdict(cause, word, reason)
    return Verdict(cause, _word(key).format(size(share.shapley)), reason)


def verdict_without(cause: str, effects: Sequence[Estimated], scale: str) -> Verdict:
    """Give the verdict of a cause from its effects under the priors alone.

    effects  on the scale of the decision, under the shipped prior first, then rivals
    """
    own = effects[0]
    reason = f"{scale}: taken away alone, {points(own)} points{_undecided(effects)}"
    if _disagree(effects):
        return Verdict(cause, _word("assumption"), f"rival priors disagree; {reason}")
    return Verdict(cause, _word(direction(own)).format(size(own)), reason)


def _disagree(effects: Iterable[Estimated]) -> bool:
    return len({direction(each) for each in effects} - {UNDECIDED}) > 1


def _undecided(effects: Sequence[Estimated]) -> str:
    """Say under how many priors nothing can be said; silence is no agreement."""
    if len(effects) < 2:
        return ""
    count = sum(direction(each) == UNDECIDED for each in effects)
    return f"; undecided under {count} of {len(effects)} priors" if count else ""


def direction(share: Estimated) -> str:
    """Name what a share of a chance shows, by where its interval lies."""
    least = visible(CHANCE, 1.0)
    if share.clear and abs(share.value) >= least:
        return RAISES if share.value > 0 else LOWERS
    inside = -least <= share.low and share.high <= least
    return NO_EFFECT if inside else UNDECIDED


def entangled(found: Factorial, cause: str) -> tuple[str, ...]:
    """Name the causes from which a cause's part cannot be told; none if it can."""
    moves, least = float(thresholds()["moves"]), visible(CHANCE, 1.0)
    others: list[str] = []
    for group in found.causes.groups_of(cause):
        together = found.together(group.id, found.decision)
        low, high = together.parts[cause]
        if high - low > max(least, moves * abs(together.share.value)):
            others += [each for each in group.causes if each != cause]
    return tuple(dict.fromkeys(others))


def points(share: Estimated) -> str:
    """Write a share of a chance in points of a hundred, with its interval.

    >>> points(Estimated(0.125, 0.01, 0.1, 0.15))
    '+12.5 [+10.0, +15.0]'
    """
    value, low, high = (100 * e for e in (share.value, share.low, share.high))
    return f"{value:+.1f} [{low:+.1f}, {high:+.1f}]"


def size(share: Estimated) -> str:
    """Write how large a share of a chance is, whichever way it points.

    >>> size(Estimated(-0.125, 0.01, -0.15, -0.1))
    '12.5 points [10.0 to 15.0]'
    """
    sign = -1 if share.value < 0 else 1
    low, high = sorted((100 * sign * share.low, 100 * sign * share.high))
    return f"{100 * abs(share.value):.1f} points [{low:.1f} to {high:.1f}]"


def _word(key: str) -> str:
    return str(thresholds()["verdict"][key])
