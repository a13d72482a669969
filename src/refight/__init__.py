"""Refight: a laboratory for historical campaigns."""

__version__ = "0.1.0"
