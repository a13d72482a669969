"""Manifest: what a result is made of, so that it can be made again.

A manifest names scenario, variant, seed, counts and versions. Its digest leaves
out the moment of creation: the same refights made twice have the same digest.
"""

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Self

from refight import __version__
from refight.errors import EnsembleError, suggest
from refight.files import parse_json

BEHAVIOUR_VERSION = 4  # rises whenever the same manifest gives other numbers
SHORT = 12  # hexadecimal digits shown to people: 48 bits, no clash in practice


def digest(thing: object) -> str:
    """Hash bytes, or anything written as canonical JSON, with SHA-256.

    Mappings are sorted by key, tuples equal lists, dataclasses are mappings, and
    arrays are hashed by type, shape and content.
    """
    if not isinstance(thing, bytes | bytearray | memoryview):
        thing = canonical(thing).encode()
    return hashlib.sha256(thing).hexdigest()


def canonical(thing: object) -> str:
    """Write a thing as JSON in the one form that its digest is taken of.

    >>> canonical({"b": (1, 2), "a": None})
    '{"a":null,"b":[1,2]}'
    """
    return json.dumps(
        thing,
        default=_plain,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
    )


@dataclasses.dataclass(frozen=True)
class Manifest:
    """Everything that decides the numbers of one ensemble."""

    campaign: str
    act: str
    version: str  # "recorded" or "told"
    variant: tuple[str, ...]  # "lever=level", none for the factual variant
    seed: int
    draws: int
    replicates: int
    scenario_digest: str
    code_version: str = __version__
    behaviour_version: int = BEHAVIOUR_VERSION
    created: str = ""  # ISO 8601, UTC; not part of the digest

    def to_json(self) -> str:
        """Write the manifest as JSON for people to read."""
        content = dataclasses.asdict(self) | {"digest": self.digest}
        return json.dumps(content, indent=2, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str, where: str = "manifest") -> Self:
        """Read what `to_json` wrote. Raises EnsembleError for anything else."""
        content = _mapping(text, where)
        stated = content.pop("digest", None)
        _check_names(content, {each.name for each in dataclasses.fields(cls)}, where)
        manifest = cls(**_checked(content, where))
        if stated not in (None, manifest.digest):
            raise EnsembleError(
                f"digest {manifest.short}",
                str(stated)[:SHORT],
                where,
                "the file was changed by hand: run the ensemble again",
            )
        return manifest

    @property
    def digest(self) -> str:
        """Hash all that decides the numbers; the order of levers does not."""
        content = dataclasses.asdict(self)
        del content["created"]
        content["variant"] = sorted(self.variant)
        return digest(content)

    @property
    def short(self) -> str:
        """Show the first 12 hexadecimal digits of the digest."""
        return self.digest[:SHORT]


def now() -> str:
    """Tell the time as a manifest writes it: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _plain(thing: object) -> object:
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        return {
            each.name: getattr(thing, each.name) for each in dataclasses.fields(thing)
        }
    if isinstance(thing, Enum):
        return thing.value
    if isinstance(thing, date):
        return thing.isoformat()
    if isinstance(thing, Mapping):
        return dict(thing)
    if isinstance(thing, set | frozenset):
        return sorted(thing, key=canonical)
    return _plain_array(thing)


def _plain_array(thing: Any) -> object:
    # numpy is not imported here: start-up should not pay for it
    if hasattr(thing, "tobytes") and hasattr(thing, "dtype"):
        if thing.shape == ():
            return thing.item()
        return [str(thing.dtype), list(thing.shape), digest(thing.tobytes())]
    raise TypeError(f"no canonical form for {type(thing).__name__}")


def _mapping(text: str, where: str) -> dict[str, Any]:
    hint = "point to a file that an ensemble wrote"
    content = parse_json(text, where, EnsembleError, "a manifest in JSON", hint)
    if not isinstance(content, dict):
        raise EnsembleError("a manifest", type(content).__name__, where, hint)
    return content


def _check_names(content: dict[str, Any], names: set[str], where: str) -> None:
    for name in sorted(content.keys() - names):
        raise EnsembleError(
            "a known key", f'"{name}"', where, suggest(name, sorted(names))
        )
    for name in sorted(names - content.keys()):
        raise EnsembleError(
            f'the key "{name}"', "nothing", where, "run the ensemble again"
        )


def _checked(content: dict[str, Any], where: str) -> dict[str, Any]:
    for name in ("seed", "draws", "replicates", "behaviour_version"):
        if type(content[name]) is not int:
            raise EnsembleError(
                "a whole number", repr(content[name]), f"{where}: {name}"
            )
    for name in ("act", "version", "code_version", "scenario_digest", "created"):
        if type(content[name]) is not str:
            raise EnsembleError("a text", repr(content[name]), f"{where}: {name}")
    variant = content["variant"]
    if not isinstance(variant, list) or any(type(each) is not str for each in variant):
        raise EnsembleError(
            'a list of "lever=level"', repr(variant), f"{where}: variant"
        )
    return content | {"variant": tuple(variant)}
