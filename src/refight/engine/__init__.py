"""How things move: one replication of a campaign, stepped by a compiled kernel.

Reads a `System` (fixed) and a key; writes a `State` (changing). No input or output,
no files, no evidence: numbers arrive as arrays. Axes: `F` unit, `C` cell, `S` side
(0 Iraq, 1 Iran), `K` named set, `G` group, `P` phase, `X` crossing, `T` step.
"""
