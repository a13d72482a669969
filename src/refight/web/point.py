"""Point: which act is meant, in which version, with which levers and seed."""

from dataclasses import dataclass

from refight.ensemble.refight import VERSIONS

SEED = 1


@dataclass(frozen=True)
class Point:
    """An act as recorded or as told, with levers set, under one seed."""

    act: str
    version: str = VERSIONS[0]
    levers: tuple[tuple[str, str], ...] = ()
    seed: int = SEED

    @property
    def query(self) -> str:
        """Write the query of an address, keys sorted; empty for the act as it was."""
        words = [] if self.version == VERSIONS[0] else [f"as={self.version}"]
        words += [f"lever={name}%3D{level}" for name, level in sorted(self.levers)]
        words += [] if self.seed == SEED else [f"seed={self.seed}"]
        return f"?{'&'.join(words)}" if words else ""


def set_to(act: str, choices: dict[str, str]) -> Point:
    """Name an act with levers set."""
    return Point(act, levers=tuple(sorted(choices.items())))
