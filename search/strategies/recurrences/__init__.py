"""Loops whose step is looked for among many small ones, where the examples do not give it away."""
