"""How wanted numbers follow from given ones."""

from __future__ import annotations

from decimal import Decimal

import pytest

from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import DECIMAL, INT
from induce.dsl.program import Program
from induce.search.readings.numbers.derivations import derivations
from induce.search.readings.numbers.quantities import Quantity
from induce.search.readings.scene.scene import Reading


@pytest.mark.parametrize(
    ("given", "wanted", "asked", "expected"),
    [
        (["1.26", "2.34"], ["1.3", "2.3"], "9.99", "10"),
        (["1250", "30"], ["12.5", "0.3"], "7", "0.07"),
        (["0", "100", "10"], ["32", "212", "50"], "20", "68"),
        (["3", "8"], ["7.62", "20.32"], "1", "2.54"),
        (["3.2", "17.5", "28.1"], ["9", "19", "29"], "40.5", "49"),
    ],
)
def test_decimals(given: list[str], wanted: list[str], asked: str, expected: str) -> None:
    values = tuple(map(Decimal, given))
    source = Quantity(Reading(Variable("x", DECIMAL), values), values)
    found = min(derivations(source, [*map(Decimal, wanted)], [2, 1, 0]), key=lambda derived: derived.extra)
    assert Decimal(evaluate(found.body, {"x": Decimal(asked)})) == Decimal(expected)


def test_integers_stay_integers() -> None:
    values = (Decimal(137), Decimal(250))
    source = Quantity(Reading(Variable("n", INT), (137, 250)), values)
    (found, *_) = derivations(source, [Decimal(2), Decimal(4)])
    assert evaluate(found.body, {"n": 600}) == 10


def test_nothing_follows_from_what_has_nothing_to_do_with_it() -> None:
    values = (Decimal("1.7"), Decimal("1.9"), Decimal("5.1"))
    source = Quantity(Reading(Variable("x", DECIMAL), values), values)
    assert not list(derivations(source, [Decimal(90), Decimal(7), Decimal(41)], [0]))


@pytest.mark.parametrize(("factor", "expected"), [(2, "n * 2"), (-1, "-n"), (-3, "n * -3"), (12, "n * 12")])
def test_multiples_of_integers_are_integers(factor: int, expected: str) -> None:
    n = Variable("n", INT)
    source = Quantity(Reading(n, (3, 5, 8)), tuple(map(Decimal, (3, 5, 8))))
    first = next(iter(derivations(source, tuple(Decimal(factor * value) for value in (3, 5, 8)), [0])))
    assert first.body.type == INT
    assert evaluate(first.body, {"n": 7}) == factor * 7
    assert Program((n,), first.body).python().endswith(f"return {expected}\n")


@pytest.mark.parametrize("exponent", [400, -400])
def test_numbers_that_differ_by_more_than_a_float_holds(exponent: int) -> None:
    values = (Decimal("1.5"), Decimal("2.5"))
    source = Quantity(Reading(Variable("x", DECIMAL), values), values)
    wanted = [value.scaleb(exponent) for value in values]
    assert not [one for one in derivations(source, wanted) if "scaled" in str(one.body)]
