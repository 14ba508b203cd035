"""Decimal numbers rounded and scaled. Readers propose these; the enumeration does not try them."""

import decimal

from ..core.primitive import primitive
from .numerals import MOST_DECIMALS, bounded

HALF_UP = decimal.ROUND_HALF_UP
AWAY, TOWARD = decimal.ROUND_UP, decimal.ROUND_DOWN
BELOW, ABOVE = decimal.ROUND_FLOOR, decimal.ROUND_CEILING


def _rounded(x, n, mode):
    return bounded(x, n).quantize(decimal.Decimal(1).scaleb(-n), mode)


def _multiple(x, m, n, mode):
    if m < 1:
        raise ValueError("not a positive multiple")
    unit = bounded(decimal.Decimal(m)).scaleb(-n)
    return bounded((bounded(x, n) / unit).quantize(decimal.Decimal(1), mode) * unit)


@primitive(
    "(Decimal, Index) -> Decimal",
    cost=4,
    python="x.quantize(decimal.Decimal(1).scaleb(-n), decimal.ROUND_UP)",
)
def round_away(x, n):
    """The number rounded to n decimals, away from zero."""
    return _rounded(x, n, AWAY)


@primitive(
    "(Decimal, Index) -> Decimal",
    cost=5,
    python="x.quantize(decimal.Decimal(1).scaleb(-n), decimal.ROUND_FLOOR)",
)
def round_down(x, n):
    """The largest number with n decimals that is not greater."""
    return _rounded(x, n, BELOW)


@primitive(
    "(Decimal, Index) -> Decimal",
    cost=5,
    python="x.quantize(decimal.Decimal(1).scaleb(-n), decimal.ROUND_CEILING)",
)
def round_up(x, n):
    """The smallest number with n decimals that is not less."""
    return _rounded(x, n, ABOVE)


@primitive("(Decimal, Int, Index) -> Decimal", cost=3)
def nearest_multiple(x, m, n):
    """The multiple of m units of decimal n that is nearest, of two the one further from zero; undefined for m < 1."""
    return _multiple(x, m, n, HALF_UP)


@nearest_multiple.helper
def _(x, m, n):
    """The multiple of m units of decimal n that is nearest, of two the one further from zero."""
    unit = decimal.Decimal(m).scaleb(-n)
    return (x / unit).quantize(decimal.Decimal(1), decimal.ROUND_HALF_UP) * unit


@primitive("(Decimal, Int, Index) -> Decimal", cost=4)
def multiple_away(x, m, n):
    """The number rounded away from zero to a multiple of m units of decimal n; undefined for m < 1."""
    return _multiple(x, m, n, AWAY)


@multiple_away.helper
def _(x, m, n):
    """The number rounded away from zero to a multiple of m units of decimal n."""
    unit = decimal.Decimal(m).scaleb(-n)
    return (x / unit).quantize(decimal.Decimal(1), decimal.ROUND_UP) * unit


@primitive("(Decimal, Int, Index) -> Decimal", cost=4)
def multiple_toward(x, m, n):
    """The number rounded toward zero to a multiple of m units of decimal n; undefined for m < 1."""
    return _multiple(x, m, n, TOWARD)


@multiple_toward.helper
def _(x, m, n):
    """The number rounded toward zero to a multiple of m units of decimal n."""
    unit = decimal.Decimal(m).scaleb(-n)
    return (x / unit).quantize(decimal.Decimal(1), decimal.ROUND_DOWN) * unit


@primitive("(Decimal, Int, Index) -> Decimal", cost=3)
def multiple_below(x, m, n):
    """The largest multiple of m units of decimal n that is not greater; undefined for m < 1."""
    return _multiple(x, m, n, BELOW)


@multiple_below.helper
def _(x, m, n):
    """The largest multiple of m units of decimal n that is not greater."""
    unit = decimal.Decimal(m).scaleb(-n)
    return (x / unit).quantize(decimal.Decimal(1), decimal.ROUND_FLOOR) * unit


@primitive("(Decimal, Int, Index) -> Decimal", cost=4)
def multiple_above(x, m, n):
    """The smallest multiple of m units of decimal n that is not less; undefined for m < 1."""
    return _multiple(x, m, n, ABOVE)


@multiple_above.helper
def _(x, m, n):
    """The smallest multiple of m units of decimal n that is not less."""
    unit = decimal.Decimal(m).scaleb(-n)
    return (x / unit).quantize(decimal.Decimal(1), decimal.ROUND_CEILING) * unit


@primitive("(Decimal, Index) -> Decimal", cost=3, python="x.scaleb(n)")
def scaled(x, n):
    """The number times 10 to the power of n."""
    if abs(n) > MOST_DECIMALS:
        raise ValueError("too many places")
    return bounded(bounded(x).scaleb(n))


@primitive("(Decimal, Int, Int) -> Decimal", cost=3, python="x * m / n")
def proportional(x, m, n):
    """The number times m, divided by n; undefined for n = 0."""
    if n == 0:
        raise ValueError("division by zero")
    return bounded(bounded(x) * m / n)


@primitive("(Decimal, Int) -> Decimal", cost=3, python="x + n")
def offset(x, n):
    """The number plus an integer."""
    return bounded(bounded(x) + n)
