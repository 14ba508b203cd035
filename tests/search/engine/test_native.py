"""The compiled search against the reference interpreter, and what a wrong kernel leads to."""

from __future__ import annotations

import random
from ctypes import c_int64
from typing import Any

import numpy as np
import pytest

from induce.check.drawing.sabotage import KERNEL, address_of, in_use
from induce.dsl.core.expression import evaluate
from induce.dsl.core.layout import decode
from induce.dsl.core.types import Type
from induce.dsl.text.variables import parameters_for
from induce.search import synthesis
from induce.search.checking import UnsoundError
from induce.search.cost.prior import DefaultPrior
from induce.search.engine.bank import Values
from induce.search.engine.codegen import numbering
from induce.search.engine.codegen.generation import is_checked
from induce.search.engine.hash_table import HashTable
from induce.search.engine.native import engine, kernels
from induce.search.enumeration.enumeration import Enumeration
from induce.search.options import SearchOptions
from induce.search.task.budget import Budget
from induce.search.task.problem import Problem
from induce.search.task.task import Task

IMPOSSIBLE: dict[str, list[tuple[Any, Any]]] = {
    "numbers": [(([3, 1, 2, 2],), [91, 17]), (([5, 0, -4, 7],), [33, 5, 5]), (([1],), [12345])],
    "two lists": [(([3, 1, 2], [1, 1, 0]), [91, 17]), (([5, -4, 7], [2, 3]), [33, 5, 5])],
    "number": [((7, [3, 1]), 9173), ((2, [5, 5, 1]), 3391)],
    "masks": [(([True, False, True],), [91, 17]), (([False, False],), [33, 5, 5])],
    "text": [(("ab c-d",), "q1!x"), (("Wo rd",), "zz?y")],
    "words": [((["ab", "c"],), [["q1!x"]]), ((["Wo", "", "rd"],), [["zz?y", "p"]])],
    "rows": [(([[1, 2], [3]],), [[91], [17, 4]]), (([[], [4, 4, 0]],), [[33]])],
}
"""Tasks without an answer, so that the bank fills with values of all types."""

pytestmark = pytest.mark.bounds


def task_of(name: str) -> Task:
    return Task.from_examples(IMPOSSIBLE[name])


def search(task: Task, *, max_candidates: int) -> Enumeration:
    budget = Budget(timeout=None, max_candidates=max_candidates, memory=10**9)
    found = Enumeration(Problem.of(task), DefaultPrior(), budget)
    found.run()
    return found


def type_of(entry: int, found: Enumeration) -> Type:
    numbers = {number: type_ for type_, number in found.bank.types.items()}
    for row in found.bank.segments:
        for type_id, (start, end) in enumerate(row):
            if start <= entry < end:
                return numbers[type_id]
    raise AssertionError(f"entry {entry} is in no segment")


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_the_bank_holds_is_what_the_reference_computes(name: str) -> None:
    task = task_of(name)
    found = search(task, max_candidates=400_000)
    bank = found.bank
    names = [parameter.name for parameter in parameters_for(task.parameter_types)]
    for entry in random.Random(1).sample(range(bank.count), min(1500, bank.count)):
        expression, type_ = found.builder.expression(entry), type_of(entry, found)
        for position, example in enumerate(found.problem.examples):
            start = position * bank.width + bank.offsets[position, entry]
            words = bank.mem[start : start + bank.lengths[position, entry]].tolist()
            expected = evaluate(expression, dict(zip(names, example.inputs, strict=True)))
            assert decode(words, type_) == expected, str(expression)


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_behaviours_are_stored_once(name: str) -> None:
    found = search(task_of(name), max_candidates=100_000)
    bank = found.bank
    seen = set()
    for entry in range(bank.count):
        behaviour = [str(type_of(entry, found))]
        for position in range(bank.examples):
            start = position * bank.width + bank.offsets[position, entry]
            behaviour.append(str(bank.mem[start : start + bank.lengths[position, entry]].tolist()))
        assert tuple(behaviour) not in seen
        seen.add(tuple(behaviour))


def wrong(_bits: int, mem: Any, a: int, n_a: int, *rest: int) -> int:
    """A kernel, as the compiled code calls it, that computes 3 x + 1 of its first argument."""
    out = rest[-2]
    for i in range(n_a):
        mem[out + i] = 3 * mem[a + i] + 1
    return n_a


WRONG = KERNEL(wrong)


def sabotaged() -> np.ndarray:
    """Kernels that are all wrong."""
    return np.full(len(kernels()), address_of(WRONG), np.int64)


def test_a_sabotaged_kernel_leads_to_no_answer() -> None:
    task = Task.from_examples([(([1, 2],), [4, 7]), (([5],), [16])])
    with in_use(sabotaged()):
        assert search(task, max_candidates=50_000).solutions, "the sabotage is to fool the search"
    with in_use(sabotaged()), pytest.raises(UnsoundError, match="survived the check"):
        synthesis.solve_task(task, SearchOptions(timeout=None, max_candidates=50_000))


def test_one_wrong_kernel_among_right_ones_is_voted_out() -> None:
    task = Task.from_examples([(([1, 2],), [4, 7]), (([5],), [16])])
    spoiled = kernels().copy()
    spoiled[-32:] = sabotaged()[0]
    try:
        with in_use(spoiled):
            result = synthesis.solve_task(task, SearchOptions(timeout=None, max_candidates=2_000_000))
    except UnsoundError:
        return
    assert result.program is None or result.status == "partial" or result.program([10]) == [31]


def test_every_kernel_has_an_address() -> None:
    assert len(set(kernels().tolist())) == len(numbering.kernels())


@pytest.mark.skipif(not is_checked(), reason="only with INDUCE_BOUNDSCHECK=1")
def test_a_check_that_fails_is_an_error() -> None:
    found = search(task_of("numbers"), max_candidates=1000)
    bank = found.bank
    nowhere = Values(bank.tails, bank.tails)
    with pytest.raises(IndexError, match="outside of an array"):
        engine().best_partial(bank, nowhere, np.zeros(3, np.int64), 0, bank.offsets.shape[1] + 1, -1)
    bank.offsets[0, 0] = -bank.mem.size - 1
    found.budget.max_candidates = 10_000
    with pytest.raises(IndexError, match="outside of an array"):
        found.run()


def test_a_record_is_passed_by_its_attributes(monkeypatch: pytest.MonkeyPatch) -> None:
    goal = Values(np.arange(3), np.arange(3))
    bank = search(task_of("numbers"), max_candidates=1000).bank
    given: list[int] = []

    def kept(words: int, results: int) -> int:
        given.extend((c_int64 * 31).from_address(words))
        (c_int64 * 2).from_address(results)[:] = [7, 8]
        return 0

    entry = engine().best_partial
    monkeypatch.setattr(entry, "function", kept)
    missed = np.zeros(3, np.int64)
    assert entry(bank, goal, missed, 10, 20, -1) == (7, 8)
    assert given[:8] == [
        bank.mem.ctypes.data,
        bank.mem.size,
        bank.width,
        bank.cap,
        bank.columns,
        bank.offsets.ctypes.data,
        *bank.offsets.shape,
    ]
    values = [goal.offsets.ctypes.data, 3, goal.lengths.ctypes.data, 3, missed.ctypes.data, 3]
    assert given[-9:] == [*values, 10, 20, -1]


def test_an_array_of_another_kind_is_not_passed() -> None:
    table = HashTable(8)
    table.entries = table.entries.astype(np.int64)
    with pytest.raises(AssertionError):
        engine().rehash(HashTable(4), table)
