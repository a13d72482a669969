"""Worker: one peer in a process of its own, told how much to do and when.

Reads lines `first count size` from its input and answers each with one line of JSON:
CPU seconds, peak memory, and the end of every record. Processes that take turns see the
same machine, and none pays for what another has imported.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from benchmarks.peers.scene import Scene, scene

SEED = 1
Many = Callable[[Scene, int, int, int], Any]
Size = tuple[int, int, int, int]  # rows, columns, units, steps


def peer(name: str) -> Many:
    """Import a peer: only what it needs itself."""
    if name == "mesa":
        from benchmarks.peers import agents

        return agents.many
    if name == "mesa keyed":
        from benchmarks.peers import agents

        return partial(agents.many, keyed=True)
    if name == "numpy":
        from benchmarks.peers import batched

        return batched.many
    from benchmarks.peers import rules

    return rules.many


def answer(many: Many, sc: Scene, first: int, count: int) -> dict[str, Any]:
    """Refight, by the clock of this process's CPU."""
    start = time.process_time()
    found = many(sc, SEED, first, count)
    took = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": took, "megabytes": peak, "record": found.tolist()}


def main() -> None:
    """Answer until the input ends."""
    many = peer(sys.argv[1])
    scenes: dict[Size, Scene] = {}
    for line in sys.stdin:
        first, count, *size = map(int, line.split())
        key = (size[0], size[1], size[2], size[3])
        if key not in scenes:
            scenes[key] = scene(*key)
        print(json.dumps(answer(many, scenes[key], first, count)), flush=True)


if __name__ == "__main__":
    main()
