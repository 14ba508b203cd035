"""Integers in other bases, in units and as names of columns, and divisors of several. Readers propose these."""

import math
import re

from ..core.primitive import primitive

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def digits_in(n, base):
    """The digits of n in a base, a minus before them if n is negative."""
    rest, text = abs(n), ""
    while rest or not text:
        rest, digit = divmod(rest, base)
        text = DIGITS[digit] + text
    return "-" + text if n < 0 else text


@primitive("(Int, Int) -> Str", cost=4)
def in_base(n, i):
    """The number in digits of base i, small letters after 9, a minus before a negative one; bases 2 to 36."""
    if not 2 <= i <= 36 or abs(n).bit_length() > 10_000:
        raise ValueError("number or base out of range")
    return digits_in(n, i)


@in_base.spelled
def _(i):
    code = {2: "b", 8: "o", 16: "x"}.get(i)
    return f"digits_in(n, {i})" if code is None else f'format(n, "{code}")'


@primitive("(Str, Int) -> Int", cost=4, python="int(s, i)")
def from_base_text(s, i):
    """The number that s writes in base i, perhaps with a minus and a prefix such as 0x; undefined for other texts."""
    if not 2 <= i <= 36 or not re.fullmatch("-?[0-9A-Za-z]+", s):
        raise ValueError("not a number")
    return int(s, i)


@primitive("(Int) -> Str", cost=4)
def column_name(n):
    """A for 1, Z for 26, AA for 27, as columns of a spreadsheet are called; undefined for n below 1."""
    if n < 1:
        raise ValueError("no such column")
    name = ""
    while n:
        n, letter = divmod(n - 1, 26)
        name = chr(65 + letter) + name
    return name


@primitive("(Str) -> Int", cost=4)
def column_number(s):
    """1 for A, 26 for Z, 27 for AA, capitals or small letters; undefined for other texts."""
    if not re.fullmatch("[A-Za-z]+", s):
        raise ValueError("not a column")
    number = 0
    for letter in s.upper():
        number = 26 * number + ord(letter) - 64
    return number


@primitive("(List[Int]) -> Int", cost=4, python="math.gcd(*xs)")
def gcd_of(xs):
    """The greatest common divisor of all items, 0 for none."""
    return math.gcd(*xs)


@primitive("(List[Int]) -> Int", cost=4, python="math.lcm(*xs)")
def lcm_of(xs):
    """The least common multiple of all items, 1 for none."""
    return math.lcm(*xs)


@primitive("(Int, List[Int]) -> List[Int]", cost=4)
def in_units(n, xs):
    """How many of each unit make n, as many as fit of each in turn; undefined for negative n and units below 1."""
    if n < 0 or any(x < 1 for x in xs):
        raise ValueError("negative number, or a unit below 1")
    counts = []
    for x in xs:
        counts.append(n // x)
        n %= x
    return counts


@in_units.helper
def _(n, units):
    """How many of each unit make n, as many as fit of each in turn."""
    counts = []
    for unit in units:
        counts.append(n // unit)
        n %= unit
    return counts
