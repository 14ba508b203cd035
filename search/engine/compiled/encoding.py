"""The search as rows of integers: what compiled code and Python say to one another."""

from __future__ import annotations

# An instance is a row of integers:
PRIMITIVE, BITS, MODE, ARITY, COMMUTATIVE, RESULT_SCALAR, ROOT, LAZY, RESULT, DISTINCT, SIDES, ARGUMENT = range(12)
INSTANCE_WIDTH = ARGUMENT + 3
# Its `SIDES` are a bit for each argument where it makes a word of words, so that it may be mapped over all examples.
# A witness is a row like that of an instance whose arguments are the goal and the known argument, with one
# more integer: whether what it gives is one item over and over, which the primitive broadcasts.
SINGLE = INSTANCE_WIDTH
WITNESS_WIDTH = SINGLE + 1
DIRECT, EACH, BOX = range(3)
# What the argument columns say. In EACH: held, mapped over words, mapped over rows;
# in BOX: as it is, one row to be boxed, a list of rows to be boxed. RESULT likewise.
PLAIN, ONE, ROWS = range(3)
LITERAL_ROOT, VARIABLE_ROOT, FIRST_ROOT = range(3)
"""Roots of literals and variables; those of the primitives follow, two for each."""
