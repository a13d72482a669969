"""The rules run as plain Python here: compiling takes longer than all these tests.

That compiled and plain agree bit for bit is what `make peers` checks first.
"""

import numba

before, numba.config.DISABLE_JIT = numba.config.DISABLE_JIT, 1
try:
    from benchmarks.peers import rules  # noqa: F401 - decorated once, when imported
finally:
    numba.config.DISABLE_JIT = before
