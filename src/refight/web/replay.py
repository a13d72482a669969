"""Replay: one refight as frames for the page, with its chronicle.

Reads a film. Returns a pack (docs/reference/page-data.md): what stands on the map at
the end of each step, in small whole numbers. Axes: T step, F unit, C cell, X crossing.
"""

from itertools import zip_longest
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refight.engine import system as sy
from refight.ensemble.film import Film
from refight.ensemble.refight import Prepared
from refight.manifest import digest
from refight.report.chronicle import (
    T_CELL,
    T_HEART,
    T_MEN,
    T_STATUS,
    T_STOCK,
    T_TANKS,
    chronicle_data,
)
from refight.report.diary import SIDES, phase_title
from refight.web.pack import pack

OFF_MAP = 65535
POSTURES = ("hold", "attack", "reserve", "withdraw", "delay")
STATUSES = ("waiting", "active", "left", "surrendered", "destroyed")
STATES = ("pending", "running", "succeeded", "failed", "replaced")
MOVED, FOUGHT, CUT = 1, 2, 4
SERIES = {
    "men": sy.T_MEN,
    "tanks": sy.T_TANKS,
    "killed": sy.T_KILLED,
    "wounded": sy.T_WOUNDED,
    "captured": sy.T_CAPTURED,
    "area": sy.T_AREA,
}
HUNDREDTHS, TENTHS = 100, 10
BYTE = 255


def replay_pack(
    found: Film, prepared: Prepared, which: str, seed: int, replicate: int
) -> bytes:
    """Write one refight as a pack."""
    return pack(
        {
            "act": prepared.scenario.act,
            "which": which,
            "replicate": replicate,
            "seed": seed,
            "version": prepared.scenario.version,
            "variant": list(prepared.variant),
            "steps": len(found.control),
            "digest": digest([prepared.digest, seed, replicate]),
            "postures": list(POSTURES),
            "statuses": list(STATUSES),
            "series": list(SERIES),
            "start": _start(found),
            "outcomes": found.replay.outcomes,
            "decided_step": _decided(prepared, found),
            "phases": _phases(prepared, found),
            "fights": _fights(found),
            "chronicle": chronicle_data(found.replay, prepared.archive, replicate)[
                "days"
            ],
        },
        frames(found),
    )


def frames(found: Film) -> dict[str, NDArray[Any]]:
    """Give the frames as arrays of small whole numbers, (T, ...)."""
    trace = found.replay.trace
    active = trace[:, :, T_STATUS] == sy.ACTIVE
    flags = MOVED * found.moved + FOUGHT * found.fought + CUT * found.cut
    columns = list(SERIES.values())
    return {
        "cell": np.where(active, trace[:, :, T_CELL], OFF_MAP).astype(np.uint16),
        "status": trace[:, :, T_STATUS].astype(np.uint8),
        "men": trace[:, :, T_MEN].astype(np.uint16),
        "tanks": trace[:, :, T_TANKS].astype(np.uint16),
        "cohesion": _byte(HUNDREDTHS * trace[:, :, T_HEART]),
        "supply": _byte(TENTHS * trace[:, :, T_STOCK]),
        "posture": found.stance,
        "flags": np.where(active, flags, 0).astype(np.uint8),
        "control": np.packbits(found.control == 1, axis=1, bitorder="little"),
        "crossing": found.bridge,
        "series": found.series[:, :, columns].astype(np.float32),
    }


def _byte(values: NDArray[np.float64]) -> NDArray[np.uint8]:
    return np.asarray(np.clip(np.rint(values), 0, BYTE), np.uint8)


def _start(found: Film) -> dict[str, list[int]]:
    system = found.replay.system
    return {
        "men": [int(each) for each in system.men],
        "tanks": [int(each) for each in system.vehicles[:, sy.TANKS]],
    }


def _decided(prepared: Prepared, found: Film) -> int | None:
    """Give the step at whose end the act is decided, by its rule; none if never."""
    row = prepared.compiled.watch.of.get(prepared.scenario.decided_by)
    if row is None:
        return None
    step = int(found.seen[row])
    return None if step < 0 else step


def _phases(prepared: Prepared, found: Film) -> list[dict[str, Any]]:
    """Give each phase that began: when, until when, and how it ended."""
    out = []
    for side in range(len(SIDES)):
        begun = [
            (int(found.phases[side, index, 0]), index, name)
            for index, name in enumerate(prepared.compiled.phases[side])
            if found.phases[side, index, 0] >= 0
        ]
        begun.sort()
        following = [first for first, _, _ in begun[1:]]
        for (first, index, name), after in zip_longest(begun, following):
            end, state = _ending(found.phases[side, index], after)
            title = phase_title(prepared.scenario, side, index)
            page = {"side": side, "id": name, "title": title}
            out.append({**page, "begin": first, "end": end, "state": state})
    return sorted(out, key=lambda each: each["begin"])


def _ending(row: NDArray[np.int64], after: int | None) -> tuple[int | None, str]:
    """Say when a phase ended and how; one that gives way to the next is replaced."""
    if row[1] >= 0:
        return int(row[1]), STATES[int(row[2])]
    return (None, "running") if after is None else (after, "replaced")


def _fights(found: Film) -> list[list[int]]:
    events = found.replay.events
    rows = events[events[:, sy.E_KIND] == sy.ASSAULTED]
    kept = rows[:, [sy.E_STEP, sy.E_UNIT, sy.E_CELL, sy.E_A, sy.E_B]]
    return [[int(each) for each in row] for row in kept]
