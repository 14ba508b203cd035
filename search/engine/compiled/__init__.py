"""What Numba compiles: these modules are read as source and rewritten, and not imported by it."""
