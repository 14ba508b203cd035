"""How many bits it takes to write down numbers, and terms that follow no rule."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from math import inf, log2

from ...dsl.core.expression import Call, Expression, Function, Literal

CALL, VARIABLE = 3.0, 1.5
"""What a primitive and a variable of an expression take, of the few that rules are made of."""


def integer_bits(value: int) -> float:
    """The length of an integer of any size in a code that favours small ones."""
    if value == 0:
        return 1.0
    size = _log(abs(value) + 1)
    return 1 + min(2 * size, size + 2 * log2(size + 1))


def numbers_bits(values: Iterable[int]) -> float:
    """The length of integers one after the other."""
    return sum(map(integer_bits, values))


def expression_bits(expression: Expression) -> float:
    """The length of an expression: its primitives, variables and constants."""
    match expression:
        case Call(_, arguments):
            return CALL + sum(map(expression_bits, arguments))
        case Function(_, body):
            return expression_bits(body)
        case Literal(int() as value):
            return integer_bits(value)
        case Literal(list() as values):
            return integer_bits(len(values)) + sum(numbers_bits(v if isinstance(v, list) else [v]) for v in values)
    return VARIABLE


def terms_bits(terms: Sequence[int]) -> float:
    """What it takes to write down terms without a rule: as they are, as differences or as an alphabet's letters."""
    differences = [terms[0], *(later - earlier for earlier, later in itertools.pairwise(terms))]
    return min(_sized(terms), _sized(differences), _lettered(terms))


def _sized(values: Sequence[int]) -> float:
    """Each in a code for numbers of the size of the one before."""
    total, before = 0.0, 0.0
    for value in values:
        size = _log(abs(value) + 1)
        total += size + 1 + abs(size - before) / 2
        before = size
    return total


def _lettered(values: Sequence[int]) -> float:
    letters = set(values)
    return numbers_bits(letters) + len(values) * log2(len(letters)) if len(letters) < len(values) / 2 else inf


def _log(value: int) -> float:
    """The binary logarithm; also of what is too large for a float."""
    shift = max(0, value.bit_length() - 60)
    return shift + log2(value >> shift)
