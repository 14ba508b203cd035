"""The ways to deduce an argument: each of them once, and what the laws make redundant is seen."""

from __future__ import annotations

from typing import Any

import pytest

from induce.dsl.core.expression import Literal, Variable, evaluate
from induce.dsl.core.types import INT, STR, Type, list_of
from induce.search.engine.compiled.encoding import PRIMITIVE, WITNESS_WIDTH
from induce.search.engine.instances import Instance, instances, universe
from induce.search.strategies.deduction.witnesses import Deduction, deductions, is_in_order, is_ordering, reordered

INTS, ROWS = list_of(INT), list_of(list_of(INT))
TYPES = universe((ROWS, STR), INTS)
ALL = instances(TYPES)
COSTS = list(range(10, 10 + len(ALL)))
FOUND = {type_: deductions(type_, ALL, COSTS) for type_ in TYPES}
EVERY = [one for found in FOUND.values() for one in found]


def named(name: str, *arguments: Type, each: bool = False) -> Instance:
    wanted = (name, arguments, each)
    (found,) = [one for one in ALL if (one.primitive.name, one.arguments, one.each) == wanted]
    return found


def test_orderings_are_told_by_their_laws() -> None:
    assert {one.primitive.name for one in ALL if is_ordering(one.primitive)} == {"sort", "sort_desc"}


@pytest.mark.parametrize("type_", TYPES, ids=str)
def test_every_witness_of_the_type_is_used_once(type_: Type) -> None:
    """But for the first of two arguments that may be exchanged."""
    plain = [(one.instance, one.missing) for one in FOUND[type_] if one.ordering is None]
    assert len(set(plain)) == len(plain)
    wanted = set()
    for instance in ALL:
        same = instance.primitive.laws.commutative and len(set(instance.arguments[:2])) == 1
        for missing in instance.primitive.witnesses:
            if instance.result == type_ and not (same and missing == 0):
                wanted.add((instance, missing))
    assert set(plain) == wanted


def test_what_is_around_the_arguments_is_paid_for() -> None:
    costs = dict(zip(ALL, COSTS, strict=True))
    for one in EVERY:
        assert one.cost == costs[one.instance] + (0 if one.ordering is None else costs[one.ordering])
        assert one.witness.shape == (1, WITNESS_WIDTH)
    assert sum(one.ordering is not None for one in EVERY) > 5


def test_every_witness_has_a_kernel_of_its_own() -> None:
    numbers: dict[tuple[str, int, bool], set[int]] = {}
    for one in EVERY:
        key = (one.instance.primitive.name, one.missing, one.ordering is not None)
        numbers.setdefault(key, set()).add(int(one.witness[0, PRIMITIVE]))
    assert all(len(found) == 1 for found in numbers.values())
    assert len({min(found) for found in numbers.values()}) == len(numbers)


def plain(instance: Instance, missing: int) -> Deduction:
    wanted = (instance, missing, None)
    return next(one for one in FOUND[instance.result] if (one.instance, one.missing, one.ordering) == wanted)


XS, YS, N = Variable("xs", INTS), Variable("ys", INTS), Variable("n", INT)


def test_the_arguments_are_put_in_their_places() -> None:
    second, first = (plain(named("concat", INTS, INTS), missing) for missing in (1, 0))
    assert evaluate(second.apply(XS, YS), {"xs": [1], "ys": [2]}) == [2, 1]
    assert evaluate(first.apply(XS, YS), {"xs": [1], "ys": [2]}) == [1, 2]
    assert (second.known, first.known) == (0, 1)
    alone = plain(named("reverse", INTS), 0)
    assert alone.known is None
    assert evaluate(alone.apply(XS, None), {"xs": [1, 2]}) == [2, 1]


def test_an_ordering_is_put_around() -> None:
    wanted = (named("concat", INTS, INTS), 1, named("sort", INTS))
    (one,) = [one for one in FOUND[INTS] if (one.instance, one.missing, one.ordering) == wanted]
    assert one.reordering == named("sort", INTS)
    assert evaluate(one.apply(XS, YS), {"xs": [5, 1], "ys": [3]}) == [1, 3, 5]


@pytest.mark.parametrize(
    ("missing", "known", "redundant"),
    [(Literal(0, INT), N, True), (Literal(1, INT), N, False), (N, N, True), (N, Literal(3, INT), False)],
)
def test_what_the_laws_give_in_a_shorter_way_is_redundant(missing: Any, known: Any, redundant: bool) -> None:
    assert plain(named("add", INT, INT), 1).is_redundant(missing, known) == redundant


def test_equal_arguments_may_be_what_is_meant() -> None:
    assert not plain(named("concat", INTS, INTS), 1).is_redundant(XS, XS)


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("sort", [[1, 2], [3]], True),
        ("sort_desc", [[1, 2], [3]], False),
        ("sort", [[2, 2], [3], []], False),
        ("sort", [[1, 2], [3, 1]], False),
        ("sort_desc", [[3, 3, 1], []], True),
    ],
)
def test_values_are_in_order_where_another_order_was_possible(name: str, values: Any, expected: bool) -> None:
    assert is_in_order(named(name, INTS), values) == expected


def test_an_ordering_does_to_values_what_its_instance_says() -> None:
    assert reordered(named("sort_desc", INTS), [[1, 3], []]) == [[3, 1], []]
    assert reordered(named("sort", ROWS, each=True), [[[3, 1], [2]]]) == [[[1, 3], [2]]]
