"""Programs that are whole but for a condition, and what the goal says of numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

from induce import parse
from induce.dsl.core.expression import Expression, evaluate
from induce.dsl.core.patience import until
from induce.dsl.core.types import INT
from induce.search.strategies.selections.shapes import NUMBERS, Shape, Shapes
from induce.search.task.problem import Problem
from induce.search.task.task import Task

SEVENS = "(x: Int) -> divisible(x, 7)"


def shapes(function: Callable[..., Any], rows: Sequence[tuple[int, ...]]) -> list[Shape]:
    outputs = [function(*row) for row in rows]
    problem = Problem.of(Task.from_examples(list(zip(rows, outputs, strict=True))))
    kind = NUMBERS if isinstance(outputs[0], list) else INT
    given = [example.inputs for example in problem.examples]
    return Shapes(problem, given).of(kind, problem.outputs)


def told(shape: Shape) -> dict[Any, bool]:
    return {row.inputs: row.output for row in shape.rows}


def closed(shape: Shape, text: str, *given: int) -> Any:
    program = parse(text)
    body = shape.close(program.body)
    assert isinstance(body, Expression)
    return evaluate(body, dict(zip(("n", "m", "k"), given, strict=False)))


def test_a_range_says_of_every_number_whether_it_is_chosen() -> None:
    first, *_ = shapes(lambda a, b: [x for x in range(a, b + 1) if x % 7 == 0], [(1, 21), (10, 30), (40, 45), (5, 5)])
    assert told(first) == {(x,): x % 7 == 0 for x in [*range(1, 31), *range(40, 46)]}
    assert closed(first, SEVENS, 3, 28) == [7, 14, 21, 28]


def test_numbers_that_go_down_are_turned() -> None:
    first, *_ = shapes(lambda n: [x for x in range(n, 0, -1) if x % 7 == 0], [(21,), (30,), (45,), (5,)])
    assert closed(first, SEVENS, 28) == [28, 21, 14, 7]


def test_a_condition_may_ask_for_the_other_arguments() -> None:
    first, *_ = shapes(lambda n, m: [x for x in range(1, n + 1) if x % m == 0], [(20, 3), (30, 7), (9, 2), (12, 5)])
    assert [one.name for one in first.parameters] == ["x", "m"]
    assert told(first)[12, 5] is False
    assert told(first)[10, 5] is True


def test_the_next_number_meets_what_those_before_it_do_not() -> None:
    (first,) = shapes(lambda n: n + 7 - n % 7, [(1,), (10,), (30,), (12,), (7,)])
    assert told(first) == {(x,): x % 7 == 0 for x in [*range(2, 8), *range(11, 15), *range(31, 36), *range(8, 15)]}
    assert closed(first, SEVENS, 14) == 21


def test_the_number_itself_may_do() -> None:
    (first,) = shapes(lambda n: n - n % 7, [(6,), (13,), (30,), (12,), (7,)])
    assert closed(first, SEVENS, 14) == 14
    assert closed(first, SEVENS, 20) == 14


def test_the_first_n_numbers() -> None:
    (first,) = shapes(lambda n: [7 * x for x in range(1, n + 1)], [(1,), (3,), (4,)])
    assert told(first) == {(x,): x % 7 == 0 for x in range(7, 29)}
    assert closed(first, SEVENS, 5) == [7, 14, 21, 28, 35]


def test_the_n_th_number_is_counted_from_where_the_count_is_right() -> None:
    given = [(1,), (2,), (3,), (4,)]
    (first,) = shapes(lambda n: 7 * n, given)
    assert closed(first, SEVENS, 5) == 35
    (later,) = shapes(lambda n: 7 * n + 7, given)
    assert closed(later, SEVENS, 5) == 42
    assert later.close(parse("(x: Int) -> x == 14").body) is not None
    assert later.close(parse("(x: Int) -> x == 15").body) is None


def test_numbers_far_from_the_first_place_are_not_counted_up_to() -> None:
    (first,) = shapes(lambda n: 10**7 + 7 * n, [(1,), (2,), (3,), (4,)])
    assert [*told(first)] == [*((10**7 + 7 * n,) for n in range(1, 5)), *((10**7 + n,) for n in range(8, 28) if n % 7)]
    with until(perf_counter() + 2):
        assert first.close(parse("(x: Int) -> x == 5").body) is None


def test_what_many_examples_tell_takes_no_longer_than_is_looked_at() -> None:
    with until(perf_counter() + 2):
        assert shapes(lambda n: n + 1400, [(n,) for n in range(0, 10**6, 1001)]) == []


def test_what_says_too_little_has_no_shape() -> None:
    assert shapes(lambda n: 2 * n, [(5,), (7,), (8,)]) == []
    assert shapes(lambda n: [n, n + 1], [(5,), (7,), (9,)]) == []
