"""Plan: what a study is to fight, cut into chunks that are named by what they hold.

A plan is `study.json` in the study's folder. A chunk's key hashes everything that
decides its numbers, so that what is there can only be what was asked for. Arms are
variants of one act on the same draws and chance; refight i of each arm is draw i.
"""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any, Self

from refight import __version__
from refight.ensemble.design import Design, Variant, fresh, paired, part_of
from refight.ensemble.keep import code_digest
from refight.ensemble.refight import Prepared
from refight.errors import EnsembleError, UsageError
from refight.files import read_text, write_atomic
from refight.manifest import BEHAVIOUR_VERSION, digest

NAME = "study.json"
FORMAT = 1
CHUNK = 500  # refights: some seconds of one core
MOST_CHUNKS = 100_000  # files in a folder; each takes seconds, so days of many cores
KEY = 24  # hexadecimal digits of a chunk's key
DESIGNS = ("draws", "pairs", "factorial")
REPLAN = "plan the study again with this version of Refight"


@dataclass(frozen=True)
class Chunk:
    """Refights start to stop - 1 of one arm."""

    arm: int
    start: int
    stop: int
    key: str

    @property
    def count(self) -> int:
        """Count the refights."""
        return self.stop - self.start


@dataclass(frozen=True)
class Plan:
    """All that decides the numbers of a study, and the size of its chunks."""

    act: str  # the name of an act, or the folder of a scenario
    version: str  # "recorded" or "told"
    design: str  # one of DESIGNS
    arms: tuple[Variant, ...]
    seed: int
    refights: int  # of each arm
    scenario: str  # digest of the act as it was
    code: str  # digest of the sources between a scenario and its results
    first: str  # digest of refight 0, which every worker must fight alike
    chunk: int = CHUNK
    behaviour: int = BEHAVIOUR_VERSION
    code_version: str = __version__

    def __post_init__(self) -> None:
        """Refuse counts that mean nothing and arms that are the same."""
        if self.chunk < 1:
            raise UsageError("chunks of at least 1 refight", str(self.chunk))
        if self.count > self.chunk * MOST_CHUNKS:
            found = f"{self.count:,} refights in chunks of {self.chunk:,}"
            what = f"at most {MOST_CHUNKS:,} chunks"
            raise UsageError(what, found, hint="ask for larger chunks")
        paired(self.points(0, self.refights), self.arms)

    @property
    def count(self) -> int:
        """Count the refights of all arms."""
        return len(self.arms) * self.refights

    def points(self, start: int, stop: int) -> Design:
        """Give some refights of an arm as a design of their own."""
        return part_of(fresh(self.refights, self.seed), start, stop)

    def chunks(self) -> Iterator[Chunk]:
        """Cut the study into chunks, arm by arm, from the first refight on."""
        for arm in range(len(self.arms)):
            for start in range(0, self.refights, self.chunk):
                stop = min(start + self.chunk, self.refights)
                yield Chunk(arm, start, stop, self._key(arm, start, stop))

    @cached_property
    def _shared(self) -> str:
        made = [self.scenario, self.version, self.code, self.behaviour, self.first]
        return digest(made)

    def _key(self, arm: int, start: int, stop: int) -> str:
        return digest([self._shared, self.arms[arm], self.seed, start, stop])[:KEY]

    def to_json(self) -> str:
        """Write the plan for people to read, and to be read again."""
        content = {"format": FORMAT, **dataclasses.asdict(self)}
        return json.dumps(content, indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str, where: str) -> Self:
        """Read what `to_json` wrote. Raises EnsembleError for anything else."""
        try:
            content = json.loads(text)
            if content.pop("format") != FORMAT:
                raise ValueError(f"not format {FORMAT}")
            arms = tuple(tuple(map(str, each)) for each in content.pop("arms"))
            return cls(arms=arms, **_typed(cls, content))
        except (
            ValueError,
            TypeError,
            LookupError,
            AttributeError,
            RecursionError,
        ) as cause:
            hint = f"write it anew with `refight study plan`; {NAME} is not for editing"
            raise EnsembleError(
                "the plan of a study", str(cause), where, hint
            ) from cause


def planned(
    prepared: Prepared,
    act: str,
    arms: Iterable[Iterable[str]],
    refights: int,
    first: str,
    *,
    design: str = "draws",
    seed: int = 1,
    chunk: int = CHUNK,
) -> Plan:
    """Plan a study of an act that was prepared as it was."""
    return Plan(
        act=act,
        version=prepared.scenario.version,
        design=design,
        arms=tuple(tuple(sorted(each)) for each in arms),
        seed=seed,
        refights=refights,
        scenario=scenario_digest(prepared),
        code=code_digest(),
        first=first,
        chunk=chunk,
    )


def arms_of(design: str, choices: Mapping[str, str]) -> tuple[Variant, ...]:
    """Give the variants of a design.

    draws      one arm, with the levers set
    pairs      as it was, and with the levers set
    factorial  every combination of levers as they were and set

    >>> arms_of("pairs", {"supply": "cut"})
    ((), ('supply=cut',))
    """
    levers = tuple(f"{lever}={level}" for lever, level in sorted(choices.items()))
    if design == "draws":
        return (levers,)
    if not levers:
        hint = "name at least one: --lever NAME=LEVEL"
        raise UsageError(f"levers for {design}", "none", hint=hint)
    if design == "pairs":
        return (), levers
    kept = product((False, True), repeat=len(levers))
    return tuple(
        tuple(lever for lever, on in zip(levers, each, strict=True) if on)
        for each in kept
    )


def scenario_digest(prepared: Prepared) -> str:
    """Hash what an act consists of, with the levers that could be set."""
    known = {
        name: [e.low, e.best, e.high, e.rule, e.bounds]
        for name, e in prepared.estimates.items()
    }
    levers = [each.model_dump(mode="json") for each in prepared.scenario.levers]
    return digest([prepared.digest, known, levers])


def read_plan(folder: Path) -> Plan:
    """Read the plan in a study's folder. Raises EnsembleError where there is none."""
    path = folder / NAME
    if not path.is_file():
        hint = "plan one first: refight study plan DIR fall --refights 10000"
        raise EnsembleError("the folder of a study", f"no {NAME}", str(folder), hint)
    return Plan.from_json(read_text(path, EnsembleError), str(path))


def write_plan(plan: Plan, folder: Path) -> None:
    """Write a plan, or a plan of the same question over it.

    More refights and newer code go over an older plan; another question is refused.
    """
    if (folder / NAME).is_file():
        old = read_plan(folder)
        if _question(old) != _question(plan):
            raise EnsembleError(
                "a folder without another study",
                f"a study of {old.act}",
                str(folder),
                "choose another folder, or `refight study clean DIR --all`",
            )
    write_atomic(folder / NAME, plan.to_json().encode(), EnsembleError)


def refuse_other_code(plan: Plan, where: str) -> None:
    """Raise EnsembleError when this program is not the one a study was planned with."""
    if plan.behaviour != BEHAVIOUR_VERSION:
        found = f"behaviour version {BEHAVIOUR_VERSION}"
        raise EnsembleError(f"behaviour version {plan.behaviour}", found, where, REPLAN)
    if plan.code != code_digest():
        asked, found = f"code {plan.code[:12]}", f"code {code_digest()[:12]}"
        raise EnsembleError(asked, found, where, REPLAN)


def _question(plan: Plan) -> tuple[Any, ...]:
    return plan.act, plan.version, plan.design, plan.arms, plan.seed


def _typed(cls: type[Plan], content: dict[str, Any]) -> dict[str, Any]:
    for each in dataclasses.fields(cls):
        if each.name in content and type(content[each.name]) is not each.type:
            raise ValueError(f"{each.name}: {content[each.name]!r}")
    return content
