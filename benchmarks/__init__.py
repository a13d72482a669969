"""Benchmarks: cases as data, measured as ratios."""
