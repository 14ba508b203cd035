"""Decimals from floats and floats from decimals: what printed Python does, and no program."""

import decimal

from ..core.primitive import primitive


@primitive("(Float) -> Decimal", elementwise=True)
def from_float(x):
    """The decimal that the float is written as."""
    return decimal.Decimal(str(x))


@primitive("(Decimal) -> Float", elementwise=True)
def to_float(x):
    """The nearest float."""
    return float(x)


@primitive("(Decimal) -> Float", elementwise=True)
def shortest(x):
    """The integer, or the float where it is not whole."""
    return int(x) if x == int(x) else float(x)


@primitive("(Int, Int) -> Float", elementwise=True)
def quotient(x, y):
    """The quotient of integers."""
    return x / y


@primitive("(List[Int]) -> Float")
def mean_of_integers(xs):
    """The mean of integers."""
    return sum(xs) / len(xs)
