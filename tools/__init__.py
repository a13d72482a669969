"""Tools that look at the code itself."""
