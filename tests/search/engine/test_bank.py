"""The bank: what is put in comes out, behaviours are known, and it keeps to its memory."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from induce import Task
from induce.dsl.core.expression import Literal, Variable
from induce.dsl.core.layout import encode
from induce.dsl.core.types import BOOL, INT, STR, Type, list_of
from induce.search.cost.prior import DefaultPrior
from induce.search.engine import bank as bank_module
from induce.search.engine.bank import OUT_OF_ORDER, Bank, OutOfMemory, Values
from induce.search.engine.compiled.arrays import SCRATCHES, TAIL
from induce.search.engine.memory import Reservation
from induce.search.enumeration.storing import BankBuilder
from induce.search.enumeration.terminals import terminals_of
from induce.search.task.budget import Budget
from induce.search.task.problem import Problem

from ...strategies import values
from ..searches import bank_of, goal_of

pytestmark = pytest.mark.bounds

INTS, ROWS = list_of(INT), list_of(list_of(INT))
TYPES = (BOOL, INT, INTS, list_of(BOOL), ROWS, STR, list_of(STR))
MOST_COST = 9
QUICK = settings(max_examples=30, deadline=None)


def empty(examples: int = 2, *, longest: int = 200, memory: int = 10**8) -> Bank:
    return Bank(examples=examples, types=TYPES, longest=longest, memory=memory)


@st.composite
def rows(draw: st.DrawFn, examples: int = 2) -> tuple[Type, list[Any]]:
    """A type and a value of it for each example."""
    type_ = draw(st.sampled_from(TYPES))
    return type_, [draw(values(type_)) for _ in range(examples)]


@pytest.fixture(scope="module")
def grown() -> BankBuilder:
    """A bank of a usual search that has gone through some levels."""
    draw = random.Random(3)
    lists = [[draw.randrange(50) for _ in range(draw.randint(2, 7))] for _ in range(3)]
    problem, prior = Problem.of(Task.from_examples([(xs, [x * x % 97 for x in xs]) for xs in lists])), DefaultPrior()
    builder = BankBuilder(
        problem.signature, tuple(terminals_of(problem, prior)), prior,
        Budget(timeout=None, max_candidates=None, memory=10**8), examples=3, longest=problem.longest,
    )  # fmt: skip
    builder.grow(40_000)
    return builder


@QUICK
@given(st.lists(rows(), min_size=1, max_size=5))
def test_what_is_written_is_read(given_: list[tuple[Type, list[Any]]]) -> None:
    bank = empty()
    written = [(type_, row, bank.write(row, type_)) for type_, row in given_]
    for type_, row, offsets in written:
        starts = (offsets + bank.width * np.arange(2)).tolist()
        read = [bank.read(start, len(encode(value, type_)), type_) for start, value in zip(starts, row, strict=True)]
        assert repr(read) == repr(row)


@QUICK
@given(st.lists(rows(), min_size=1, max_size=8))
def test_an_entry_is_added_once_for_each_behaviour(given_: list[tuple[Type, list[Any]]]) -> None:
    bank = empty()
    known: dict[tuple[Type, str], int] = {}
    for number, (type_, row) in enumerate(given_):
        is_new = bank.add_terminal(Variable(f"v{number}", type_), row, cost=number + 1)
        assert is_new == ((type_, repr(row)) not in known)
        known.setdefault((type_, repr(row)), number)
    assert bank.count == len(known)
    for entry, ((type_, shown), number) in enumerate(known.items()):
        assert repr(bank.values(entry, type_)) == shown
        assert bank.expression(entry, ()) == Variable(f"v{number}", type_)
        assert bank.cost_of(entry) == number + 1


def test_behaviours_differ_by_type_and_by_where_a_value_ends() -> None:
    bank = empty()
    alike: list[tuple[Type, list[Any]]] = [
        (INTS, [[1], [1]]),
        (list_of(BOOL), [[True], [True]]),
        (INT, [1, 1]),
        (BOOL, [True, True]),
        (INTS, [[1, 1], []]),
        (INTS, [[], [1, 1]]),
        (ROWS, [[[1]], []]),
    ]
    assert all(bank.add_terminal(Variable(f"v{n}", type_), row, 1) for n, (type_, row) in enumerate(alike))
    assert not any(bank.add_terminal(Variable("w", type_), row, 1) for type_, row in alike)


def test_what_is_not_known_may_come_again() -> None:
    bank = empty()
    row = [[3, 1], [2]]
    assert bank.add_terminal(Literal([3, 1], INTS), row, 20, known=False)
    assert bank.add_terminal(Variable("xs", INTS), row, 1)
    assert not bank.add_terminal(Variable("ys", INTS), row, 1)
    assert [bank.cost_of(entry) for entry in range(bank.count)] == [20, 1]


def looked_up(bank: Bank, entry: int, type_: Type) -> int:
    values_ = Values(bank.offsets[:, entry].astype(np.int64), bank.lengths[:, entry].astype(np.int64))
    return bank.look_up(values_, type_)


def type_of(bank: Bank, entry: int) -> Type:
    return next(type_ for type_, number in bank.types.items() if number == bank.type_id_of(entry))


def test_every_entry_is_looked_up_before_and_after_the_table_is_doubled(grown: BankBuilder) -> None:
    bank = grown.bank
    entries = [n for n in random.Random(1).sample(range(bank.count), 500) if bank.row_of(n) != OUT_OF_ORDER]
    size = len(bank.table.keys)
    assert [looked_up(bank, entry, type_of(bank, entry)) for entry in entries] == entries
    bank.rehash()
    assert len(bank.table.keys) == 2 * size
    assert [looked_up(bank, entry, type_of(bank, entry)) for entry in entries] == entries


def test_costs_and_rows_are_those_of_the_segments(grown: BankBuilder) -> None:
    bank = grown.bank
    places = {
        entry: (row, type_id)
        for row, types in enumerate(bank.segments.tolist())
        for type_id, (start, end) in enumerate(types)
        for entry in range(start, end)
    }
    assert sorted(places) == list(range(bank.count)), "every entry is in one segment"
    chosen = [*range(60), *random.Random(2).sample(range(bank.count), 500)]
    for entry in chosen:
        row, type_id = places[entry]
        assert (bank.row_of(entry), bank.type_id_of(entry)) == (row, type_id)
        if row < OUT_OF_ORDER:
            assert bank.cost_of(entry) == row
        else:
            assert bank.cost_of(entry) == bank.terminal_costs[entry]
    assert bank.costs_of(np.array(chosen)).tolist() == [bank.cost_of(entry) for entry in chosen]


def test_the_first_entry_of_a_cost(grown: BankBuilder) -> None:
    bank = grown.bank
    ahead = int((bank.segments[OUT_OF_ORDER, :, 1] - bank.segments[OUT_OF_ORDER, :, 0]).sum())
    ordered = bank.costs_of(np.arange(ahead, bank.count))
    for cost in range(1, grown.level + 1):
        assert bank.first_of_cost(cost) == ahead + (ordered <= cost).sum()
    assert bank.first_of_cost(-1) == bank.first_of_cost(1000) == 0


@pytest.mark.parametrize("type_", [INT, BOOL, INTS, list_of(BOOL)], ids=str)
def test_entries_are_found_by_what_they_are(grown: BankBuilder, type_: Type) -> None:
    bank, draw = grown.bank, random.Random(7)
    levels = bank.levels(type_)
    everything = {n: bank.values(n, type_) for level in levels for n in level if bank.cost_of(n) <= MOST_COST}
    assert [bank.cost_of(level[0]) for level in levels] == sorted({bank.cost_of(n) for level in levels for n in level})
    least = bank.cost_of(levels[1][0])
    assert bank.levels(type_, least=least) == levels[1:]
    for entry in draw.sample(sorted(everything), min(20, len(everything))):
        cost, row = bank.cost_of(entry), everything[entry]
        for examples in ({0}, {1, 2}, {0, 1, 2}):
            wanted = {example: row[example] for example in examples}
            alike = [n for n, other in everything.items() if all(other[e] == row[e] for e in examples)]
            assert bank.equal(type_, cost, wanted) == [n for n in alike if bank.cost_of(n) == cost]
        lengths = bank.lengths[:, entry]
        same = [n for n in everything if (bank.lengths[:, n] == lengths).all()]
        assert list(bank.alike(type_, lengths, MOST_COST)) == same


def test_a_type_that_no_value_has_has_no_levels() -> None:
    bank = bank_of((INT, INTS), [(Variable("n", INT), [3, 4])])
    assert bank.levels(STR) == []
    assert bank.levels(INTS) == []
    assert bank.levels(INT) == [range(1)]


@QUICK
@given(rows())
def test_a_goal_is_what_was_wanted(row: tuple[Type, list[Any]]) -> None:
    bank = empty()
    bank.write([[9] * 5, [8]], INTS)
    assert repr(bank.goal_values(goal_of(bank, *row))) == repr(row[1])


def test_starts_lead_beyond_32_bits() -> None:
    bank = empty(memory=10**8)
    bank.width = 2**40
    bank.offsets[:, :3] = [[1, 2, 3], [4, 5, 2**31 - 1]]
    assert bank.starts(np.array([2, 0])).tolist() == [[3, 1], [2**40 + 2**31 - 1, 2**40 + 4]]


def reserved(bank: Bank) -> int:
    arrays = (bank._arena, bank.offsets, bank.lengths, bank.roots, bank.origins)
    return sum(array.nbytes for array in arrays)


@QUICK
@example(32, 0, 5_242_880)
@given(st.integers(1, 40), st.integers(0, 60), st.integers(10**3, 10**9))
def test_no_more_is_reserved_than_is_allowed(examples: int, longest: int, memory: int) -> None:
    try:
        bank = Bank(examples=examples, types=TYPES, longest=longest, memory=memory)
    except OutOfMemory:
        assert memory < examples * 10**6
        return
    assert 0.8 * memory < reserved(bank) + bank_module.KEY_BYTES * bank.offsets.shape[1] <= memory + 100
    assert bank.cap >= 4 * longest


def test_less_is_reserved_where_the_system_gives_less(monkeypatch: pytest.MonkeyPatch) -> None:
    array = Reservation.array

    def stingy(self: Reservation, count: int, dtype: Any) -> Any:
        if count * np.dtype(dtype).itemsize > 10**7:
            raise MemoryError
        return array(self, count, dtype)

    monkeypatch.setattr(Reservation, "array", stingy)
    assert 5 * 10**6 < reserved(empty(memory=10**9)) < 3 * 10**7

    def refused(*_: Any) -> None:
        raise MemoryError

    monkeypatch.setattr(Reservation, "array", refused)
    with pytest.raises(OutOfMemory):
        empty(memory=10**9)


def test_bytes_are_those_of_what_is_used(grown: BankBuilder) -> None:
    bank = grown.bank
    columns = bank.offsets, bank.lengths, bank.roots, bank.origins
    entries = sum(column[..., : bank.count].nbytes for column in columns)
    words = 8 * sum(int(tail) for tail in bank.tails)
    table = bank.table.keys.nbytes + bank.table.entries.nbytes
    assert bank.count > 40_000
    assert entries + words < bank.bytes() < entries + words + table
    # The table is from a quarter to a half full before it is doubled.
    assert abs(bank.bytes() - entries - words - bank_module.KEY_BYTES * bank.count) < bank.count


def test_a_full_bank_says_so_and_keeps_what_it_has() -> None:
    bank = empty(memory=400_000, longest=1)
    row: list[Any] = [list(range(200)), list(range(200))]
    added = 0

    def fill() -> None:
        nonlocal added
        for added in range(10**6):
            row[0][0] = added
            bank.add_terminal(Variable(f"v{added}", INTS), row, 1)

    with pytest.raises(OutOfMemory):
        fill()
    assert added > 10
    assert bank.count == added
    assert max(bank.tails) + SCRATCHES * TAIL * bank.cap <= bank.width, "room for evaluation is left"
    assert [bank.value(entry, 0, INTS)[0] for entry in range(added)] == list(range(added))


def test_memory_for_nothing_at_all_is_refused() -> None:
    for memory in (1, 5000, 100_000):
        with pytest.raises(OutOfMemory):
            empty(memory=memory)


def test_lists_are_counted_without_being_read() -> None:
    cases: list[tuple[Type, list[list[Any]]]] = [
        (INTS, [[[1], [2, 3]], [[], [4]]]),
        (ROWS, [[[[1], [2, 3]], []], [[[]], [[4, 5]]]]),
        (list_of(STR), [[["a", "", "bcd"], ["x"]], [[], ["y"] * 7]]),
    ]
    for type_, lists in cases:
        bank = bank_of((type_,), [(Literal(row[0], type_), row) for row in lists])
        counted = bank.item_counts(np.arange(bank.count), type_)
        assert counted.T.tolist() == [[*map(len, row)] for row in lists]
