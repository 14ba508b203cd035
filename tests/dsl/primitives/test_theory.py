"""Number theory for integers as inputs: known values, and where the search tries it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce import parse
from induce.dsl.core.expression import Undefined
from induce.dsl.core.types import BOOL, INT, list_of
from induce.dsl.language.language import BUILTIN
from induce.dsl.primitives.table import INTEGER_FAMILIES, assemble
from induce.search.engine.instances import vocabulary

THEORY = assemble(INTEGER_FAMILIES)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("totient(n)", {1: 1, 2: 1, 9: 6, 12: 4, 97: 96, 100: 40, 0: None}),
        ("prime(n)", {1: 2, 2: 3, 5: 11, 25: 97, 1000: 7919, 0: None, 1001: None}),
        ("prime_factors(n)", {1: [], 2: [2], 12: [2, 2, 3], 97: [97], 10**9: [2] * 9 + [5] * 9, 0: None}),
        ("binomial(n, 2)", {0: 0, 1: 0, 2: 1, 5: 10, 1000: 499500, -1: None}),
        ("binomial(50, n)", {0: 1, 25: 126410606437752, 50: 1, 51: 0}),
        ("root_of(n, 3)", {0: 0, 1: 1, 7: 1, 8: 2, 26: 2, 27: 3, 2**53: 208063, -1: None}),
        ("root_of(100, n)", {1: 100, 2: 10, 6: 2, 7: 1, 2**53: 1, 0: None}),
    ],
)
def test_known_values(text: str, values: dict[int, Any]) -> None:
    program = parse(f"(n: Int) -> {text}")
    for n, expected in values.items():
        if expected is None:
            with pytest.raises(Undefined):
                program(n)
        else:
            assert program(n) == expected


@settings(deadline=None)
@given(st.integers(0, 2**600), st.integers(1, 70))
def test_roots_of_integers_of_any_size(x: int, y: int) -> None:
    found = THEORY["root_of"].reference(x, y)
    assert found**y <= x < (found + 1) ** y


def test_it_is_tried_only_where_all_inputs_are_integers() -> None:
    assert set(BUILTIN.of_integers) == set(THEORY) <= set(BUILTIN.searched)
    types = (BOOL, INT, list_of(INT))
    for of_integers in (False, True):
        words = vocabulary(types, frozenset({INT}), INT, of_integers=of_integers)
        tried = {instance.primitive.name for instance in words.instances}
        assert tried >= set(THEORY) if of_integers else not tried & set(THEORY)
