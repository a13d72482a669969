"""Asking: what a request may say, checked strictly before anything is done."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from starlette.datastructures import QueryParams

from refight.ensemble.design import LARGEST_SEED
from refight.ensemble.refight import VERSIONS
from refight.errors import UsageError, suggest
from refight.scenario.variant import parse
from refight.web.payloads import ACTS
from refight.web.point import SEED, Point

PAIRS, MOST_PAIRS, MOST_LEVERS = 200, 1000, 6
KEYS = ("as", "lever", "seed")
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,60}$")]


class WhatIf(BaseModel):
    """A what-if: an act, levers, how many pairs, the seed, which version."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    act: Literal["fall", "liberation"]
    levers: dict[Name, Name] = Field(min_length=1, max_length=MOST_LEVERS)
    pairs: int = Field(default=PAIRS, ge=1, le=MOST_PAIRS)
    seed: int = Field(default=SEED, ge=0, le=LARGEST_SEED)
    version: Literal["recorded", "told"] = Field(default="recorded", alias="as")

    @property
    def factual(self) -> Point:
        """Name the act as it was."""
        return Point(self.act, self.version)

    @property
    def point(self) -> Point:
        """Name the act as changed."""
        return Point(self.act, self.version, tuple(sorted(self.levers.items())))

    @property
    def page(self) -> dict[str, Any]:
        """Give the request as it was understood."""
        return self.model_dump(by_alias=True)


def whatif_of(body: bytes) -> WhatIf:
    """Read a what-if. Raises UsageError that names the first thing wrong."""
    try:
        return WhatIf.model_validate_json(body)
    except ValidationError as cause:
        first = cause.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(each) for each in first["loc"]) or "body"
        hint = "see docs/reference/page-data.md"
        raise UsageError(
            "a what-if", first["msg"].lower(), f"whatif: {where}", hint
        ) from cause


def point_of(act: str, query: QueryParams) -> Point:
    """Read which version of an act is meant. Raises UsageError."""
    if act not in ACTS:
        hint = suggest(act, ACTS)
        raise UsageError("the name of an act", f'"{act[:40]}"', "act", hint)
    for key in query:
        if key not in KEYS:
            raise UsageError(
                "as, lever or seed", f'"{key[:40]}"', hint=suggest(key, KEYS)
            )
    version = query.get("as", VERSIONS[0])
    if version not in VERSIONS:
        hint = suggest(version, VERSIONS)
        raise UsageError("a version of the act", f'"{version[:40]}"', "as", hint)
    words = query.getlist("lever")
    if len(words) > MOST_LEVERS:
        raise UsageError(f"at most {MOST_LEVERS} levers", str(len(words)), "lever")
    levers = tuple(sorted(parse(words).items()))
    return Point(act, version, levers, _seed(query.get("seed", str(SEED))))


def _seed(text: str) -> int:
    whole = text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST_SEED))
    if whole and int(text) <= LARGEST_SEED:
        return int(text)
    raise UsageError(f"a seed from 0 to {LARGEST_SEED}", f'"{text[:40]}"', "seed")
