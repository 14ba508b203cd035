"""What parts of programs on texts cost."""

from __future__ import annotations

from induce import Task, parse
from induce.dsl.language.language import BUILTIN
from induce.search.cost.costs import Costs
from induce.search.cost.prior import NESTING_COST, PIECES_COST, TEXT_POSITION_COST, VARIABLE_COST, DefaultPrior


def cost(task: Task, text: str) -> int:
    return Costs(task, DefaultPrior()).of_parts(parse(text).body)


def test_a_position_in_a_text_is_dearer_than_in_a_list() -> None:
    texts, lists = Task.from_examples([("a-b", "a")]), Task.from_examples([([1, 2], [1])])
    assert cost(texts, "(s: Str) -> take(s, 1)") == cost(lists, "(xs: List[Int]) -> take(xs, 1)") + TEXT_POSITION_COST
    assert cost(texts, '(s: Str) -> before(s, "-")') < cost(texts, "(s: Str) -> take(s, 1)") + TEXT_POSITION_COST


def test_to_cut_a_text_into_pieces_is_hardly_a_detour() -> None:
    texts, lists = Task.from_examples([("a b", "a")]), Task.from_examples([([1, 2], [1])])
    assert cost(texts, "(s: Str) -> words(s)") == BUILTIN.searched["words"].cost + PIECES_COST + VARIABLE_COST
    whole = BUILTIN.searched["groups"].cost + NESTING_COST + VARIABLE_COST
    assert cost(lists, "(xs: List[Int]) -> groups(xs)") == whole
