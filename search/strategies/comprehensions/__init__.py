"""Comprehensions: what is asked of the items of a list, and what becomes of those for which it holds."""
