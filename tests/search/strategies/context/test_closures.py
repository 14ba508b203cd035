"""Expressions as functions give what the interpreter gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.expression import Call, Undefined, evaluate
from induce.dsl.core.primitive import UNDEFINED_ERRORS
from induce.dsl.program import parse
from induce.search.strategies.context.closures import MOST_ITEMS, bounded, closure_of

BODIES = (
    "n + m * 3",
    "where(n < m, n, m // n)",
    "if_else(is_even(n), n // 2, n // (m - m))",
    "xs + n",
    "append(xs, m) - xs",
    "last(xs)",
    "at(xs, n)",
    "if_else(contains(xs, n), xs, append(xs, n))",
    "sum(larger(xs, 0)) % m",
    "concat(s, to_text(n))",
    'if_else(ends_with(s, "a"), init(s), upper(s))',
    "each.concat(chars(s), s)",
    "pow(n, m)",
    "5",
    "empty[List[Int]]",
)


@pytest.mark.parametrize("body", BODIES)
@settings(max_examples=60, deadline=None)
@given(
    n=st.integers(-9, 9),
    m=st.integers(-9, 9),
    xs=st.lists(st.integers(-9, 9), max_size=5),
    s=st.text(alphabet="ab ", max_size=5),
)
def test_they_agree(body: str, n: int, m: int, xs: list[int], s: str) -> None:
    program = parse(f"(n: Int, m: Int, xs: List[Int], s: Str) -> {body}")
    values = (n, m, xs, s)
    run = closure_of(program.body, program.parameters)
    scope = dict(zip("nm", values[:2], strict=True)) | {"xs": xs, "s": s}
    try:
        expected = evaluate(program.body, scope)
    except Undefined:
        with pytest.raises(UNDEFINED_ERRORS):
            run(values)
    else:
        assert run(values) == expected


@pytest.mark.parametrize(
    ("body", "value"), [("concat(xs, xs)", [0] * MOST_ITEMS), ("square(n)", 2**40), ("square(xs)", [1, 2**40])]
)
def test_values_that_grow_too_large_are_undefined(body: str, value: Any) -> None:
    name = "n: Int" if isinstance(value, int) else "xs: List[Int]"
    program = parse(f"({name}) -> {body}")
    assert isinstance(program.body, Call)
    with pytest.raises(ValueError, match=r"too many or too large|outside of the limits"):
        bounded(program.body, [closure_of(part, program.parameters) for part in program.body.arguments])((value,))
