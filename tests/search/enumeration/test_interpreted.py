"""Primitives without a kernel in the search: found where they are needed, within their share, always the same."""

from __future__ import annotations

import json
import math

import pytest

from induce import Task, primitive
from induce.dsl.core.layout import encode
from induce.dsl.language.language import BUILTIN
from induce.search import synthesis
from induce.search.answer.result import Result
from induce.search.components import Components
from induce.search.cost.prior import DefaultPrior
from induce.search.enumeration.enumeration import Enumeration
from induce.search.enumeration.interpreted import FIRST, LEVEL_SHARE, SHARE, _splits
from induce.search.options import SearchOptions
from induce.search.strategies.names import STRATEGIES
from induce.search.task.budget import RATES, Budget
from induce.search.task.problem import Problem
from induce.search.task.reference_log import ReferenceLog
from induce.search.task.settings import Settings


@primitive("(Int) -> Int", cost=4, elementwise=True)
def collatz(n: int) -> int:
    """How many steps it takes to come to 1, where an even number is halved and an odd one becomes 3 n + 1."""
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
        if n < 1:
            raise ValueError("it never does")
    return steps


@primitive("(Int, Int) -> Int", cost=3)
def tangled(left: int, right: int) -> int:
    """Both mixed up."""
    return (left * 31 + right * 17) ^ (left * right)


@primitive("(List[Int]) -> List[Int]")
def lengthy(items: list[int]) -> list[int]:
    """The items and very many more."""
    return [*items, *range(10_000)]


@primitive("(Int) -> Str")
def dots(n: int) -> str:
    """So many dots."""
    return "." * n


@primitive("(Int) -> Int", cost=4)
def likewise(n: int) -> int:
    """The same for small numbers."""
    steps = 0
    while n > 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps if steps < 100 else 0


@primitive("(Int, Int) -> Int", cost=1)
def slow(left: int, right: int) -> int:
    """The sum of all in between, doubled or not, which takes a while."""
    return sum(left if number % 2 else right for number in range(200_000))


@primitive("(List[Int]) -> Int", cost=3)
def ratio(items: list[int]) -> float:
    """The mean, which is not always an integer."""
    return math.fsum(items) / len(items)


@primitive("(List[t]) -> List[t]", cost=3)
def outer(items: list[int]) -> list[int]:
    """The first and the last one."""
    return [items[0], items[-1]]


def steps_of(n: int) -> int:
    return collatz(n)  # type: ignore[no-any-return]


def solved(task: Task, *declared: object, candidates: int = 300_000, noise: int = 0) -> Result:
    language = BUILTIN.with_primitives(declared)  # type: ignore[arg-type]
    options = SearchOptions(timeout=None, max_candidates=candidates, noise=noise)
    return synthesis.solve_task(task, options, Components(language=language))


def test_as_the_outermost_part() -> None:
    task = Task.from_examples([((n, m), steps_of(n + m)) for n, m in ((3, 4), (9, 18), (20, 2), (5, 5))])
    assert str(solved(task, collatz).program) == "(n: Int, m: Int) -> collatz(n + m)"


def test_within_and_item_by_item() -> None:
    rows = [[7, 2, 9], [3, 27, 8, 1], [6, 6, 12], [19, 5]]
    task = Task.from_examples([(row, sorted(map(steps_of, row))) for row in rows])
    assert str(solved(task, collatz).program) == "(xs: List[Int]) -> sort(collatz(xs))"


def test_over_the_items_of_a_list_though_it_takes_one() -> None:
    task = Task.from_examples([([3, 8], ["...", "........"]), ([1, 2, 5], [".", "..", "....."])])
    assert str(solved(task, dots).program) == "(xs: List[Int]) -> each.dots(xs)"


def test_in_the_step_of_a_loop() -> None:
    rows = [[[7, 2], [9]], [[3, 27, 8], [1, 4]], [[6, 6, 12], [19, 5], [11]]]
    task = Task.from_examples([(row, [steps_of(max(part)) + sum(part) for part in row]) for row in rows])
    program = solved(task, collatz, candidates=3_000_000).program
    assert program is not None
    assert "collatz" in str(program)
    assert program([[13, 2]]) == [steps_of(13) + 15]


def test_with_a_type_variable_over_rows() -> None:
    task = Task.from_examples([([[1, 2], [3], [4, 5]], [[1, 2], [4, 5]]), ([[7], [8, 9], [1]], [[7], [1]])])
    assert str(solved(task, outer).program) == "(rows: List[List[Int]]) -> outer(rows)"


def test_with_wrong_examples() -> None:
    right = [(n, steps_of(n) * 2) for n in (3, 7, 9, 12, 27)]
    task = Task.from_examples([*right, (5, 999)], noise=1)
    assert str(solved(task, collatz, noise=1, candidates=1_000_000).program) == "(n: Int) -> 2 * collatz(n)"


def test_rivals_that_fit_are_told_as_well() -> None:
    task = Task.from_examples([(n, steps_of(n)) for n in (3, 7, 9, 12)], inputs=[27])
    programs = [str(one.program) for one in solved(task, collatz, likewise).programs]
    assert {"(n: Int) -> collatz(n)", "(n: Int) -> likewise(n)"} <= set(programs)


def test_a_slow_function_does_not_outlast_the_time() -> None:
    task = Task.from_examples([([1, 2, 3], 40), ([2, 7], 913)])
    language = BUILTIN.with_primitives([slow])
    result = synthesis.solve_task(task, SearchOptions(timeout=0.5), Components(language=language))
    assert result.stats.stopped_by == "time"
    assert result.stats.seconds < 60


def test_long_values_count_for_more() -> None:
    task = Task.from_examples([([4, 1, 9], 913), ([7, 7], -5)])
    language, log = BUILTIN.with_primitives([lengthy]), ReferenceLog()
    budget = Budget(timeout=None, max_candidates=200_000, memory=10**8)
    settings = Settings(without=frozenset(STRATEGIES), log=log)
    Enumeration(Problem.of(task, language=language), DefaultPrior(), budget, settings=settings).run()
    assert 0 < log.applications <= 200


def test_the_notes_tell_what_it_costs_and_no_clock_is_in_them() -> None:
    task = Task.from_examples([(n, steps_of(n)) for n in (3, 7, 9, 12)])
    (note,) = [one for one in solved(task, collatz).notes if "kernel" in one]
    assert note.startswith("collatz has no kernel, which makes the search slower: ")
    assert note.endswith(" applications in Python")
    language = BUILTIN.with_primitives([collatz])
    timed = synthesis.solve_task(task, SearchOptions(timeout=5), Components(language=language))
    assert any(note.endswith(" s") for note in timed.notes)
    assert not any("kernel" in note for note in solved(task).notes)


def test_the_same_call_gives_the_same_bytes() -> None:
    task = Task.from_examples([((n, m), tangled(n, m) + steps_of(n)) for n, m in ((3, 4), (9, 18), (20, 2), (5, 5))])
    first, second = (json.dumps(solved(task, tangled, collatz).to_json(timed=False)) for _ in range(2))
    assert first == second


def test_references_keep_to_their_share() -> None:
    task = Task.from_examples([((5, 3), 40), ((2, 7), 913), ((9, 9), -7)])
    budget, log = Budget(timeout=None, max_candidates=400_000, memory=10**8), ReferenceLog()
    language = BUILTIN.with_primitives([tangled])
    settings = Settings(without=frozenset({"walks"}), log=log)  # These would take most of the candidates.
    search = Enumeration(Problem.of(task, language=language), DefaultPrior(), budget, settings=settings)
    search.run()
    done = search.builder._interpreted._done
    assert 0 < done <= FIRST + SHARE * budget.effort * RATES["references"] + FIRST * LEVEL_SHARE
    assert done <= log.applications <= 4 * done  # With searches within.
    assert log.left_out > 0
    assert "others were left out" in log.notes(timed=False)[0]


def test_values_of_references_lie_in_the_bank_with_their_programs_and_costs() -> None:
    task = Task.from_examples([([7, 2, 9], 0), ([3, 27], 1)])
    budget = Budget(timeout=None, max_candidates=30_000, memory=10**8)
    language = BUILTIN.with_primitives([collatz])
    search = Enumeration(Problem.of(task, language=language), DefaultPrior(), budget)
    search.builder.grow(500)
    bank = search.bank
    found = {str(body.primitive.name): entry for entry, body in bank.terminals.items() if hasattr(body, "primitive")}
    entry = found["collatz"]
    type_ = bank.terminals[entry].type
    values = bank.values(entry, type_)
    assert len(values) == 2
    assert bank.cost_of(entry) == bank.terminal_costs[entry]
    assert all(len(encode(value, type_)) <= bank.cap for value in values)


def test_a_result_of_another_type_is_undefined_and_told() -> None:
    task = Task.from_examples([([1, 2], 9), ([3, 4, 8], 17)])
    result = solved(task, ratio, candidates=50_000)
    assert any("ratio returns 1.5 where Int is expected; that counts as undefined" in note for note in result.notes)


@pytest.mark.parametrize(
    ("cost", "parts", "count"), [(5, 1, 1), (5, 2, 4), (5, 3, 6), (1, 2, 0), (0, 1, 0), (-3, 3, 0)]
)
def test_splits_share_out_the_whole_cost(cost: int, parts: int, count: int) -> None:
    found = list(_splits(cost, parts))
    assert len(set(found)) == count
    assert all(sum(one) == cost and min(one) >= 1 and len(one) == parts for one in found)
