"""Near misses: what one edit would make the target."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from induce import synthesize
from induce.dsl.core.expression import Variable
from induce.dsl.core.types import INT
from induce.dsl.language.language import BUILTIN
from induce.search.engine.bank import Bank
from induce.search.strategies.edits import EDITS, FREE

EDITED: list[tuple[str, Callable[[list[int]], list[int]]]] = [
    ("swap", lambda xs: [xs[7], *xs[1:7], xs[0], *xs[8:]]),
    ("set", lambda xs: [*xs[: xs.index(max(xs))], sum(xs), *xs[xs.index(max(xs)) + 1 :]]),
    ("substitute", lambda xs: [xs[1] if x == xs[0] else x for x in xs[2:]]),
    ("insert", lambda xs: [*xs[:5], len(xs), *xs[5:]]),
    ("slice", lambda xs: xs[xs.index(min(xs)) : xs.index(max(xs))]),
]


@pytest.mark.parametrize(("name", "function"), EDITED, ids=[name for name, _ in EDITED])
def test_an_edit_is_found(name: str, function: Callable[[list[int]], list[int]]) -> None:
    draw = random.Random(5)
    inputs = [[draw.randint(1, 9) for _ in range(draw.randint(9, 12))] for _ in range(10)]
    examples: list[tuple[Any, Any]] = [(xs, function(xs)) for xs in inputs[:7]]
    options: dict[str, Any] = {"timeout": None, "max_candidates": 400_000}
    result = synthesize(examples, inputs=inputs[7:], **options)
    assert name in str(result.program)
    assert result.predictions == [function(xs) for xs in inputs[7:]]


@pytest.mark.parametrize("name", EDITS)
def test_the_holes_of_an_edit_undo_it(name: str) -> None:
    """Whatever the primitive makes of its arguments, the holes found in it make the same."""
    draw = random.Random(name)
    row = BUILTIN.searched[name]
    found = 0
    for _ in range(300):
        xs = [draw.randint(0, 3) for _ in range(draw.randint(1, 7))]
        arguments = (draw.randint(0, 6), draw.randint(0, 6))
        try:
            after = row.reference(xs, *arguments)
        except (ValueError, IndexError):
            continue
        holes = EDITS[name][1](xs, after)
        assert holes is not None
        if FREE not in holes:
            assert row.reference(xs, *holes) == after
            found += 1
    assert found > 50


def test_an_edit_that_shows_in_one_example_only_is_no_edit() -> None:
    examples: list[tuple[Any, Any]] = [([4, 7, 2], [4, 7, 2]), ([9, 1], [9, 1]), ([5, 5, 8, 3], [5, 61, 8, 3])]
    result = synthesize(examples, timeout=None, max_candidates=200_000)
    assert all("61" not in str(one.program) for one in result.found)


def test_values_are_found_in_an_arena_past_what_32_bits_address() -> None:
    bank = Bank(examples=8, types=(INT,), longest=1, memory=40 * 10**9)
    values = [3, 1, 4, 1, 5, 9, 2, 6]
    bank.add_terminal(Variable("n", INT), values, 1)
    bank.segments[1, 0] = 0, 1
    assert bank.equal(INT, 1, dict(enumerate(values))) == [0]
    assert bank.equal(INT, 1, {7: 7}) == []
