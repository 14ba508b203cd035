"""Entries by their items: those that are alike but for the order of their items have one place."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from induce.dsl.core.expression import Variable
from induce.dsl.core.types import INT, STR, Type, list_of
from induce.search.engine.instances import Instance, instances, universe
from induce.search.strategies.deduction import multisets
from induce.search.strategies.deduction.multisets import Multisets
from induce.search.task.budget import Budget

from ...searches import bank_of, context_of, unlimited

pytestmark = pytest.mark.bounds

INTS, ROWS, TEXTS = list_of(INT), list_of(list_of(INT)), list_of(STR)
TYPES = universe((ROWS, TEXTS), INTS)


def sorting(type_: Type, *, each: bool = False) -> Instance:
    wanted = ("sort", (type_,), each)
    (found,) = [one for one in instances(TYPES) if (one.primitive.name, one.arguments, one.each) == wanted]
    return found


def known_by_items(type_: Type, rows: list[list[Any]], ordering: Instance, budget: Budget) -> list[int]:
    """The entries that a table holds, in order."""
    bank = bank_of(TYPES, [(Variable(f"v{number}", type_), row) for number, row in enumerate(rows)])
    table = Multisets(context_of(bank, [], budget), ordering)
    assert np.count_nonzero(table.keys) <= len(table.keys) // 2
    found: list[int] = sorted(table.entries[table.keys != 0].tolist())
    return found


@pytest.mark.parametrize("seed", range(3))
def test_the_cheapest_entry_of_each_multiset_is_known(seed: int) -> None:
    draw = random.Random(seed)
    drawn = [[[draw.randrange(3) for _ in range(draw.randrange(4))] for _ in "ab"] for _ in range(60)]
    rows = list({repr(row): row for row in drawn}.values())
    firsts: dict[str, int] = {}
    for number, row in enumerate(rows):
        firsts.setdefault(repr([sorted(value) for value in row]), number)
    found = known_by_items(INTS, rows, sorting(INTS), unlimited())
    assert found == sorted(firsts.values())
    assert len(found) < len(rows)


def test_texts_and_rows_have_items_too() -> None:
    assert known_by_items(TEXTS, [[["b", "a"]], [["a", "b"]], [["ab"]]], sorting(TEXTS), unlimited()) == [0, 2]
    rows: list[list[Any]] = [[[[2, 1], [3]]], [[[1, 2], [3]]], [[[3], [1, 2]]]]
    assert known_by_items(ROWS, rows, sorting(ROWS, each=True), unlimited()) == [0, 2]


@pytest.mark.parametrize("most", [0, 5])
def test_no_more_entries_than_the_budget_allows(most: int) -> None:
    budget = Budget(timeout=None, max_candidates=most, memory=10**8)
    assert known_by_items(INTS, [[[n]] for n in range(20)], sorting(INTS), budget) == list(range(most))
    assert budget.candidates == most


def test_no_more_entries_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multisets, "MOST_ENTRIES", 7)
    assert known_by_items(INTS, [[[n]] for n in range(20)], sorting(INTS), unlimited()) == list(range(7))
