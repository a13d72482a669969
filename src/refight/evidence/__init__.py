"""Evidence: what was said, by whom, and the numbers reconciled from it.

`Archive.read(campaign)` gives the records; `estimate` the distributions. Knows
nothing of the engine or the map.
"""
