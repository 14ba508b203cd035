"""Sorts by several keys are one sort, which keeps what has all keys in common in order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.program import parse

from .test_source import run

ROWS = st.lists(st.tuples(st.sampled_from(["a", "b", "cc"]), st.integers(0, 2), st.booleans()).map(list), max_size=7)
PAIR = "p: Tuple[Str, Int, Bool]"


def nested(*keys: str) -> str:
    """Rows sorted by parts of them, the first counting most; ``-`` before a place goes down."""
    rows = "rows"
    for key in reversed(keys):
        name = "sorted_by_desc" if key.startswith("-") else "sorted_by"
        rows = f"{name}({rows}, ({PAIR}) -> part(p, {key.lstrip('-')}))"
    return f"(rows: List[Tuple[Str, Int, Bool]]) -> {rows}"


@pytest.mark.parametrize(
    ("keys", "call"),
    [
        (("0", "1"), "sorted(rows, key=lambda p: (p[0], p[1]))"),
        (("-1", "0"), "sorted(rows, key=lambda p: (-p[1], p[0]))"),
        (("-0", "1"), "sorted(rows, key=lambda p: (p[0], -p[1]), reverse=True)"),
        (("-2", "-1", "0"), "sorted(rows, key=lambda p: (not p[2], -p[1], p[0]))"),
        (("-1", "-2"), "sorted(rows, key=lambda p: (p[1], p[2]), reverse=True)"),
    ],
)
@settings(max_examples=60, deadline=None)
@given(rows=ROWS)
def test_several_keys(keys: tuple[str, ...], call: str, rows: list[list[object]]) -> None:
    program = parse(nested(*keys))
    assert program.python().splitlines()[-1].strip() == f"return {call}"
    assert run(program.python(), (rows,)) == program(rows)


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.text("abC", max_size=3), max_size=6))
def test_texts_in_two_directions_are_sorted_twice(words: list[str]) -> None:
    program = parse("(lines: List[Str]) -> sorted_by_desc(sorted_by(lines, (x: Str) -> x), (x: Str) -> lower(x))")
    assert program.python().count("sorted(") == 2
    assert run(program.python(), (words,)) == program(words)


def test_the_rows_themselves_are_no_key() -> None:
    program = parse("(lines: List[Str]) -> sorted_by_desc(lines, (x: Str) -> x)")
    assert program.python().splitlines()[-1].strip() == "return sorted(lines, reverse=True)"
