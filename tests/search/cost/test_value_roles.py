"""What values stand for, and which uses of them are odd."""

from __future__ import annotations

import pytest

from induce.dsl.program import parse
from induce.search.cost.prior import DefaultPrior
from induce.search.cost.value_roles import Oddity, are_labels, oddities
from induce.search.task.task import Example

ODD = [
    ("rotate(xs, sum(xs))", [Oddity.ITEM_AS_INDEX]),
    ("gather(xs, xs * 2)", [Oddity.ITEM_AS_INDEX]),
    ("take(xs, head(xs))", [Oddity.ITEM_AS_INDEX]),
    ("xs + indices(xs)", [Oddity.MIXED]),
    ("compress(xs, xs < len(xs))", [Oddity.MIXED]),
    ("rotate(xs, len(xs) - 1)", []),
    ("gather(xs, grade(xs))", []),
    ("take(xs, count(xs == 0))", []),
    ("at(xs, argmax(xs))", []),
    ("fill_backward(xs) * sign(xs)", []),
    ("map(xs, (x: Int) -> rotate(xs, sum(xs)))", [Oddity.ITEM_AS_INDEX]),
    ("map(enumerated(xs), (p: Tuple[Int, Int]) -> part(p, 0) * part(p, 1))", []),
]


@pytest.mark.parametrize(("body", "expected"), ODD, ids=lambda value: value if isinstance(value, str) else "")
def test_odd_uses(body: str, expected: list[Oddity]) -> None:
    assert list(oddities(parse(f"(xs: List[Int]) -> {body}").body)) == expected


def test_of_several_lists_one_may_be_of_positions() -> None:
    assert not list(oddities(parse("(xs: List[Int], ys: List[Int]) -> gather(xs, ys)").body))
    assert not list(oddities(parse("(xs: List[Int], n: Int) -> take(xs, n)").body))


def test_names_are_not_calculated_with() -> None:
    body = parse("(xs: List[Int]) -> where(is_even(running_sum(xs)), xs, 0)").body
    assert list(oddities(body)) == []
    assert list(oddities(body, labels=True)) == [Oddity.LABEL_AS_QUANTITY] * 2
    assert DefaultPrior(labels=True).surprise(body) > DefaultPrior().surprise(body)


def test_lists_that_repeat_their_items_hold_names() -> None:
    assert are_labels([Example(([0, 0, 3, 3, 0, 0],), []), Example(([7, 7, 7, 0],), [])])
    assert not are_labels([Example(([3, 1, 2],), []), Example(([7, 7],), [])])
    assert not are_labels([Example((3,), 4)])
