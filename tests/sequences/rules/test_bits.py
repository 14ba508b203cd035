"""The length of numbers, expressions and terms."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from induce import parse
from induce.sequences.rules.bits import expression_bits, integer_bits, numbers_bits, terms_bits


@given(st.integers(0, 10**40))
def test_larger_numbers_are_longer(value: int) -> None:
    assert integer_bits(value) < integer_bits(value + 1 + value // 1000)
    assert integer_bits(-value) == integer_bits(value)


def test_enormous_numbers() -> None:
    assert 33_000 < integer_bits(10**10_000) < 34_000


def test_parts_of_an_expression_add_up() -> None:
    body = parse("(n: Int) -> n * n + 12").body
    assert expression_bits(body) > expression_bits(parse("(n: Int) -> n + 12").body)
    constants = parse("(n: Int) -> recurrence([1, 1], [0, 1000], n)").body
    assert expression_bits(constants) > numbers_bits([1, 1, 0, 1000])


def test_terms_that_grow_evenly_or_have_few_values_are_short() -> None:
    draw = random.Random(1)
    scattered = [draw.randrange(1000, 2000) for _ in range(20)]
    assert terms_bits(sorted(scattered)) < terms_bits(scattered)
    assert terms_bits([draw.choice((500, 900)) for _ in range(20)]) < terms_bits(scattered)
