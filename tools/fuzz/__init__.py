"""Fuzz: bad input made by the thousand, and whatever is not answered in words."""
