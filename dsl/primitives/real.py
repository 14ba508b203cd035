"""Real numbers, in double precision. No search tries them: `induce extend` fits their constants to data."""

import math

from ..core.primitive import primitive


@primitive("(Int) -> Float", elementwise=True, python="float(x)")
def real(x):
    """The integer as a real number."""
    return float(x)


@primitive("(Float) -> Int", elementwise=True, python="round(x)")
def rounded(x):
    """The nearest integer, of two the even one."""
    return round(x)


@primitive("(Float, Float) -> Float", symbol="+", elementwise=True)
def add_real(x, y):
    """The sum."""
    return x + y


@primitive("(Float, Float) -> Float", symbol="-", elementwise=True)
def subtract_real(x, y):
    """The difference."""
    return x - y


@primitive("(Float, Float) -> Float", symbol="*", elementwise=True)
def multiply_real(x, y):
    """The product."""
    return x * y


@primitive("(Float, Float) -> Float", symbol="/", elementwise=True)
def divide_real(x, y):
    """The quotient; undefined for y = 0."""
    return x / y


@primitive("(Float, Float) -> Float", elementwise=True, python="x ** y")
def power_real(x, y):
    """x to the power of y; undefined for negative x unless y is whole."""
    if x < 0 and y != int(y):
        raise ValueError("no real number")
    return x**y


@primitive("(Float) -> Float", elementwise=True, python="math.exp(x)")
def exp(x):
    """e to the power of x."""
    return math.exp(x)


@primitive("(Float) -> Float", elementwise=True, python="math.log(x)")
def log(x):
    """The natural logarithm; undefined unless x > 0."""
    return math.log(x)


@primitive("(Float) -> Float", elementwise=True, python="math.sqrt(x)")
def sqrt_real(x):
    """The square root; undefined for negative numbers."""
    return math.sqrt(x)


@primitive("(Float) -> Float", elementwise=True, python="math.sin(x)")
def sin(x):
    """The sine of an angle in radians."""
    return math.sin(x)


@primitive("(Float) -> Float", elementwise=True, python="math.cos(x)")
def cos(x):
    """The cosine of an angle in radians."""
    return math.cos(x)


@primitive("(Float) -> Float", elementwise=True, python="math.tau * x")
def turns(x):
    """The angle of x full turns, in radians."""
    return math.tau * x
