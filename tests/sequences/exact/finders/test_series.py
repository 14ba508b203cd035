"""The inverses of transforms undo what the language's transforms do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce.sequences.exact.finders.series import (
    divisor_sums,
    divisors_undone,
    done_by,
    euler_undone,
    exp_undone,
    invert_undone,
)

TERMS = st.lists(st.integers(-9, 9), min_size=1, max_size=10)
INVERSES = {"euler_transform": euler_undone, "exp_transform": exp_undone, "invert_transform": invert_undone}


@pytest.mark.parametrize("name", INVERSES)
@given(terms=TERMS)
def test_series(name: str, terms: list[int]) -> None:
    assert INVERSES[name](done_by(name)(terms, 1)) == terms


@pytest.mark.parametrize("power", [0, 1, 2])
@given(terms=TERMS)
def test_divisor_sums(power: int, terms: list[int]) -> None:
    assert divisors_undone(divisor_sums(terms, power=power), power=power) == terms


def test_what_is_no_product() -> None:
    assert euler_undone([1, 1, 1, 2, 3]) == [1, 0, 1, 1]
    assert divisor_sums([1, 1, 1, 1], power=0) == [1, 2, 2, 3]
