"""Fit: the few general coefficients, on the battles of a list and on no other row.

Candidates are drawn about the shipped ranges, each refights every listed battle a few
times under common random numbers, and the better ones say where to draw next (cross
entropy, Rubinstein 1999). Scores are proper: log-loss of the result, CRPS of losses
and advance. What a candidate gave is kept in a folder, so that a fit can be stopped and
taken up again. It ends in a few members, the best candidates; refights take turns.
"""

import io
import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from refight import __version__, files
from refight.compiler import kernel_digest
from refight.ensemble.keep import sources_digest
from refight.manifest import BEHAVIOUR_VERSION, digest
from refight.trials.battles import Battle, Battles
from refight.trials.coefficients import Fit, Range, shipped
from refight.trials.elsewhere import own_code
from refight.trials.fight import Fought, Question, fight
from refight.trials.forecasts import (
    ADVANCE,
    RECORD_ADVANCE,
    RECORD_LOSSES,
    Samples,
    samples,
)
from refight.trials.score import Truth, log_loss, truth
from refight.trials.verdict import USUAL, Verdict, learn, rule_of, trust_of

Floats = NDArray[np.float64]
Progress = Callable[[int, int], None]

BEST, SPREAD, LEVEL = "best", "spread", "level"
MEMBERS = 8
RESULT = 2.0  # weight of the result; skill moves its log-loss least of all scores
WEIGHTS = (1.0, 1.0, 0.5, 0.5)  # of losses, advance, exchange
PULL = 0.5  # of the prior: half a squared normal score, as a normal prior has it
SPREADS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0, 1.2)  # of records, tried in turn
NARROW, WIDER = 0.15, 1.2  # the next round reaches a little beyond the best candidates


@dataclass(frozen=True)
class Free:
    """A coefficient that a fit may move: what of it, and by how much the prior lets it.

    best    the middle of a positive range, spread kept: step is of its logarithm
    spread  how far a range reaches on both sides: step is of its logarithm
    level   a fixed number: step in its own units, never below `least`
    """

    name: str
    what: str
    step: float
    least: float = -math.inf


FREE = (
    Free("loss.attacker", BEST, 0.7),
    Free("loss.attacker", SPREAD, 0.3),
    Free("loss.defender", BEST, 0.7),
    Free("loss.defender", SPREAD, 0.3),
    Free("loss.contact", BEST, 0.7),
    Free("guns.rate", BEST, 0.5),
    Free("push.odds", BEST, 0.5),
    Free("loss.exponent", LEVEL, 0.15, 0.0),
    Free("cohesion.loss", BEST, 0.5),
    Free("retreat.hold", LEVEL, 0.15, 0.1),
    Free("assault.odds", BEST, 0.5),
    Free("weight.tank", BEST, 0.5),
    Free("trial.tail", LEVEL, 0.1, 0.2),
    Free("trial.massing", LEVEL, 0.7, 0.5),
    Free("trial.quality.spread", LEVEL, 0.3, 0.1),
    Free("trial.quality.selection", LEVEL, 0.25, 0.0),
    Free("trial.quality.air", LEVEL, 0.3),
)


def ranges(scores: Sequence[float]) -> dict[str, Range]:
    """Turn normal scores of FREE into ranges of coefficients."""
    found: dict[str, Range] = {}
    for free, score in zip(FREE, scores, strict=True):
        base = shipped().estimates[free.name]
        low, best, high = found.get(free.name, (base.low, base.best, base.high))
        if free.what == BEST:
            by = math.exp(free.step * score)
            found[free.name] = (low * by, best * by, high * by)
        elif free.what == SPREAD:
            by = math.exp(free.step * score)
            found[free.name] = (
                best * (low / best) ** by,
                best,
                best * (high / best) ** by,
            )
        else:
            least, most = base.bounds or (-math.inf, math.inf)
            floor = max(free.least, least)
            value = min(most, max(floor, best + free.step * score))
            reach = (value - (best - low), value, value + (high - best))
            found[free.name] = (max(floor, reach[0]), value, min(most, reach[2]))
    return found


@dataclass(frozen=True)
class Plan:
    """How much a fit may cost: rounds of candidates, refights of each battle."""

    rounds: int = 8
    candidates: int = 20
    elite: int = 5
    refights: int = 12
    seed: int = 1


@dataclass(frozen=True)
class Bank:
    """All candidates so far: normal scores (K, D), and what came of each."""

    scores: Floats
    fought: tuple[Fought, ...]

    def joined(self, more: "Bank") -> "Bank":
        """Put another round's candidates behind these."""
        both = np.concatenate([self.scores, more.scores])
        return Bank(both, self.fought + more.fought)

    def of(self, keep: NDArray[np.bool_]) -> "Bank":
        """Keep some battles only."""
        return Bank(self.scores, tuple(each.of(keep) for each in self.fought))


def fit(
    battles: Battles, plan: Plan, threads: int | None = None,
    progress: Progress | None = None, folder: Path | None = None,
) -> Fit:  # fmt: skip
    """Fit the free coefficients on these battles and on nothing else."""
    bank = search(battles, plan, threads, progress, folder)
    return chosen(bank, battles, plan)


def search(
    battles: Battles, plan: Plan, threads: int | None = None,
    progress: Progress | None = None, folder: Path | None = None,
) -> Bank:  # fmt: skip
    """Draw, refight and draw again; return every candidate. Kept rounds are read."""
    middle, width = np.zeros(len(FREE)), np.ones(len(FREE))
    bank, found = Bank(np.empty((0, len(FREE))), ()), np.empty((0, len(battles.inputs)))
    for number in range(plan.rounds):
        chance = np.random.default_rng([plan.seed, number])
        drawn = middle + width * chance.standard_normal((plan.candidates, len(FREE)))
        report = _within(progress, number, plan, len(battles.inputs))
        more = _round(battles.inputs, drawn, plan, threads, report, folder)
        bank = bank.joined(more)
        found = np.concatenate([found, losses(more, battles)])
        loss = penalised(bank, found, len(battles.inputs))
        best = bank.scores[np.argsort(loss)[: plan.elite]]
        middle = best.mean(axis=0)
        width = np.maximum(NARROW, WIDER * best.std(axis=0))
    return bank


def chosen(bank: Bank, battles: Battles, plan: Plan) -> Fit:
    """Take the best candidates on these battles as members, with one verdict."""
    loss = penalised(bank, losses(bank, battles), len(battles.inputs))
    best = np.argsort(loss)[:MEMBERS]
    members = [shipped().with_ranges(ranges(bank.scores[k].tolist())) for k in best]
    parts = [
        samples(battles.inputs, bank.fought[k], Fit((own,), {}), plan.seed)
        for k, own in zip(best, members, strict=True)
    ]
    seen = truth(battles.records)
    drawn = Samples(
        np.concatenate([each.true for each in parts], axis=2),
        np.concatenate([each.noise for each in parts], axis=2),
        (0.0, 0.0),
    )
    usual = Verdict.of(shipped())
    own = learn(drawn.came, seen.judged, seen.won, battles.wars, usual).ranges
    own[RECORD_LOSSES] = record_spread(drawn, seen, (0, 1), RECORD_LOSSES)
    own[RECORD_ADVANCE] = record_spread(drawn, seen, (ADVANCE,), RECORD_ADVANCE)
    fitted = tuple(each.with_ranges(own) for each in members)
    return Fit(fitted, _made_from(battles, plan, float(loss.min())))


def record_spread(
    drawn: Samples, seen: Truth, parts: Sequence[int], name: str
) -> Range:
    """Find how far records of some parts lie from refights, by CRPS."""
    usual = shipped().best(name)
    if np.isnan(seen.parts[:, parts]).all():
        return (usual, usual, usual)

    def loss(spread: float) -> float:
        read = drawn.true + spread * drawn.noise
        own = [fair_crps(read[part], seen.parts[:, part]) for part in parts]
        return float(sum(np.nanmean(each) for each in own))

    found = min(SPREADS, key=loss)
    return (found, found, found)


def losses(bank: Bank, battles: Battles) -> Floats:
    """Return each candidate's loss on each battle, (K, B)."""
    seen, shape = truth(battles.records), Fit((shipped(),), {})
    return np.stack(
        [
            battle_losses(samples(battles.inputs, each, shape), seen)
            for each in bank.fought
        ]
    )


def penalised(bank: Bank, found: Floats, battles: int) -> Floats:
    """Return each candidate's mean loss with the pull of the prior, (K,)."""
    pull = PULL * (bank.scores**2).sum(axis=1) / battles
    return np.asarray(found.mean(axis=1) + pull)


def battle_losses(drawn: Samples, seen: Truth) -> Floats:
    """Return the loss of each battle, (B,), under the verdict that fits these."""
    known = ~np.isnan(seen.won)
    result = np.zeros(len(known))
    if known.any():
        rule = rule_of(seen.judged, seen.won, Verdict.of(shipped()))
        trust = trust_of(rule.raw(drawn.came)[known], seen.won[known], USUAL)
        chance = Verdict(rule.rule, trust).chance(drawn.came)
        result[known] = RESULT * log_loss(chance, seen.won)[known]
    for part, weight in enumerate(WEIGHTS):
        own = fair_crps(drawn.parts[part], seen.parts[:, part])
        result = result + weight * np.nan_to_num(own)
    return np.asarray(result)


def fair_crps(drawn: Floats, seen: Floats) -> Floats:
    """Return the CRPS from samples (B, R), without the bias of few of them."""
    size = drawn.shape[1]
    ordered = np.sort(drawn, axis=1)
    weight = 2 * np.arange(size) - size + 1
    spread = 2 * (ordered * weight).sum(axis=1) / (size * (size - 1))
    away = np.abs(drawn - seen[:, None]).mean(axis=1)
    return np.asarray(away - 0.5 * spread)


def _round(
    battles: tuple[Battle, ...], scores: Floats, plan: Plan, threads: int | None,
    progress: Progress | None, folder: Path | None,
) -> Bank:  # fmt: skip
    """Refight one round's candidates, or read what was kept of them."""
    fought = []
    for number, each in enumerate(scores):
        path = folder and folder / f"{_key(battles, each, plan)}.npz"
        found = _kept(path, (len(battles), plan.refights))
        if found is None:
            own = shipped().with_ranges(ranges(each.tolist()))
            asked = Question(battles, Fit((own,), {}), plan.refights, plan.seed)
            found = fight(asked, threads)
            _keep(path, found)
        fought.append(found)
        if progress is not None:
            progress(number + 1, len(scores))
    return Bank(scores, tuple(fought))


def _key(battles: tuple[Battle, ...], scores: Floats, plan: Plan) -> str:
    """Name a candidate by all that decides its refights."""
    ranges_of = ranges(scores.tolist())
    base = {
        name: (each.low, each.best, each.high, each.rule, each.bounds)
        for name, each in shipped().estimates.items()  # wherever they are written
    }
    parts = [battles, ranges_of, base, plan.refights, plan.seed, BEHAVIOUR_VERSION]
    return digest([*parts, sources_digest(), own_code()])[:24]


def _kept(path: Path | None, shape: tuple[int, int]) -> Fought | None:
    """Read a kept candidate; none for one that is not whole, whatever it lacks."""
    if path is None or not path.is_file():
        return None
    try:
        with np.load(path, allow_pickle=False) as held:
            found = {name: held[name] for name in Fought.__dataclass_fields__}
    except Exception:  # the parsers of three formats raise whatever they like
        return None
    whole = all(each.shape == shape for each in found.values())
    return Fought(**found) if whole else None


def _keep(path: Path | None, found: Fought) -> None:
    if path is not None:
        buffer = io.BytesIO()
        np.savez(buffer, allow_pickle=False, **vars(found))
        files.write_atomic(path, buffer.getvalue())


def _within(
    progress: Progress | None, number: int, plan: Plan, battles: int
) -> Progress | None:
    if progress is None:
        return None
    report, size = progress, plan.refights * battles
    first, total = number * plan.candidates, plan.rounds * plan.candidates
    return lambda done, _: report((first + done) * size, total * size)


def _made_from(battles: Battles, plan: Plan, loss: float) -> dict[str, object]:
    """Say what a fit was made from: its manifest."""
    content: dict[str, object] = {
        "battles": [each.id for each in battles.inputs],
        "data": digest([battles.inputs, battles.records])[:12],
        "plan": asdict(plan),
        "behaviour_version": BEHAVIOUR_VERSION,
        "code_version": __version__,
        "engine": kernel_digest(),
        "mean_loss": round(loss, 6),
    }
    return content | {"digest": digest(content)[:12]}
