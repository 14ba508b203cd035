"""Tasks with structure, taken apart into searches for their parts."""
