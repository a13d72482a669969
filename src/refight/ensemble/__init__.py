"""Many refights: which ones, run them, keep them, sum them up."""
