"""Rows brought together two by two."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from induce import synthesize
from induce.dsl.core.expression import Variable
from induce.dsl.core.types import INT, STR, Type, list_of
from induce.search.strategies.recurrences.reductions import are_rows

ROWS = list_of(list_of(INT))


def common(rows: list[list[int]]) -> list[int]:
    return [x for x in rows[0] if all(x in row for row in rows)]


def common_letters(words: list[str]) -> list[str]:
    return sorted(set.intersection(*map(set, words)))


def numbers(draw: random.Random) -> list[list[int]]:
    return [draw.sample(range(1, 9), draw.randint(5, 7)) for _ in range(draw.randint(2, 4))]


def words(draw: random.Random) -> list[str]:
    return ["".join(draw.choice("abcde") for _ in range(draw.randint(4, 8))) for _ in range(draw.randint(2, 4))]


@pytest.mark.parametrize(
    ("function", "drawn", "lines"),
    [
        (common, numbers, ["    for row in rows[1:]:", "        acc = [x for x in acc if x in row]"]),
        (lambda rows: len(common(rows)), numbers, ["    return len(acc)"]),
        (common_letters, words, ["    rows = [list(line) for line in lines]"]),
    ],
)
def test_what_rows_have_in_common(
    function: Callable[[Any], Any], drawn: Callable[[random.Random], Any], lines: list[str]
) -> None:
    draw = random.Random(8)
    given = [drawn(draw) for _ in range(14)]
    shown, held_out = given[:10], given[10:]
    result = synthesize(
        [(rows, function(rows)) for rows in shown], inputs=held_out, max_candidates=300_000, timeout=None
    )
    assert result.predictions == [function(rows) for rows in held_out]
    assert result.program is not None
    assert set(lines) <= set(result.program.python().split("\n"))


@pytest.mark.parametrize(
    ("types", "are_so"),
    [([ROWS], True), ([list_of(STR)], True), ([list_of(INT)], False), ([ROWS, INT], False), ([ROWS, ROWS], False)],
)
def test_what_is_brought_together(types: Sequence[Type], are_so: bool) -> None:
    assert are_rows([Variable(f"v{place}", type_) for place, type_ in enumerate(types)]) == are_so
