"""Whole numbers: known values, at the edges of what is defined, and what a person would have written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import parse
from induce.dsl.core.expression import Undefined


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("reverse_digits(n)", {0: 0, 7: 7, 120: 21, 2**53: 2990474529917009, -3: None}),
        ("is_palindrome(n)", {0: True, 11: True, 1001: True, 1002: False, 12321: True, 10: False, -11: False}),
        ("concat_numbers(n, 5)", {0: 5, 12: 125, -3: -35}),
        ("concat_numbers(1, n)", {0: 10, 25: 125, 10**14: 1100000000000000, -1: None}),
        ("digit_at(n, 1)", {0: 0, 5: 0, 57: 5, -4321: 2}),
        ("digit_at(4321, n)", {0: 1, 3: 4, 4: 0, 2**53: 0, -1: None}),
        ("is_cube(n)", {0: True, 1: True, 26: False, 27: True, -8: True, 10**15: True, 10**15 + 1: None}),
        ("is_power(n, 3)", {1: True, 3: True, 6: False, 81: True, 0: False, -3: False}),
        ("is_power(8, n)", {2: True, 8: True, 4: False, 1: None}),
        ("next_prime(n)", {-5: 2, 0: 2, 2: 3, 13: 17, 10**6: 1000003, 10**6 + 1: None}),
        ("previous_prime(n)", {3: 2, 14: 13, 13: 11, 2: None, 10**6 + 1: None}),
        ("primes_to(n)", {1: [], 2: [2], 12: [2, 3, 5, 7, 11], -4: [], 20001: None}),
        ("divisor_count(n)", {1: 1, 12: 6, 36: 9, 10**6: 49, 0: None}),
        ("proper_divisor_sum(n)", {1: 0, 6: 6, 16: 15, 97: 1, 0: None}),
        ("is_squarefree(n)", {1: True, 10: True, 12: False, 10**9: False, 0: None}),
        ("ceil_div(n, 4)", {0: 0, 8: 2, 9: 3, -9: -2}),
        ("ceil_div(7, n)", {2: 4, -2: -3, 0: None}),
        ("rounded_up(n, 6)", {0: 0, 6: 6, 7: 12, -7: -6}),
        ("rounded_to(n, 10)", {4: 0, 5: 10, 14: 10, -5: 0, -6: -10}),
        ("rounded_to(7, n)", {2: 8, 0: None, -2: None}),
        ("pow_mod(n, 3, 7)", {2: 1, 3: 6, 0: 0, -2: 6}),
        ("pow_mod(2, n, 1)", {0: 0, 9: 0, -1: None}),
    ],
)
def test_known_values(text: str, values: dict[int, Any]) -> None:
    program = parse(f"(n: Int) -> {text}")
    space: dict[str, Any] = {}
    exec(program.python(), space)
    for n, expected in values.items():
        if expected is None:
            with pytest.raises(Undefined):
                program(n)
        else:
            assert program(n) == expected
            if n < 10**6:  # What is printed may take its time for larger numbers.
                assert (space["solve"](n), type(space["solve"](n))) == (expected, type(expected))


@given(st.integers(-(2**40), 2**40), st.integers(2, 36))
def test_bases_there_and_back(n: int, base: int) -> None:
    assert parse("(n: Int, i: Int) -> from_base_text(in_base(n, i), i)")(n, base) == n


@given(st.integers(1, 10**9))
def test_columns_there_and_back(n: int) -> None:
    assert parse("(n: Int) -> column_number(column_name(n))")(n) == n
