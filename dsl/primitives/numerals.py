"""Numbers in texts: found, read and written. Readers propose these; the enumeration does not try them."""

import decimal
import re

from ..core.primitive import primitive

MOST_DIGITS, MOST_DECIMALS = 20, 40
"""Numbers have at most so many places before the point, and after it: the arithmetic of `decimal` carries 28."""


def bounded(x, places=0):
    """The number itself.

    Raises
    ------
    ValueError
        If it has too many places, or has them where it is written with these.
    """
    exponent = x.as_tuple().exponent
    if not isinstance(exponent, int) or x.adjusted() >= MOST_DIGITS or exponent < -MOST_DECIMALS:
        raise ValueError("too many digits")
    if abs(places) > MOST_DIGITS or x.adjusted() + places > MOST_DIGITS:
        raise ValueError("too many places")
    return x


@primitive("(Str) -> List[Str]", cost=4)
def numerals(s):
    """The numbers in s as plain text, with a decimal point and without what groups their digits.

    Negative are those after a minus, with or without a currency sign between, before one, and in parentheses.
    """
    sign = r"(?<!\w)(?:[-−]|\((?=[^()]*\)))(?:[^\w\s.,()-]\s?)?"
    grouped = r"[0-9]{1,3}(?:,[0-9]{2}(?=,)|[,'’ \xa0\u202f][0-9]{3})+(?![0-9])"
    number = rf"(?:{grouped}|[0-9]+)(?:\.[0-9]+)?|(?<![0-9])\.[0-9]+"
    found = []
    for before, digits, after in re.findall(rf"({sign})?({number})(-(?!\w))?", s):
        plain = re.sub("[^0-9.]", "", digits)
        found.append("-" + plain if before or after else plain)
    return found


@primitive("(Str) -> Str", cost=4, python='s.translate(str.maketrans(".,", ",."))')
def points_swapped(s):
    """s with commas for points and points for commas: 1.234,5 for 1,234.5."""
    return s.translate(str.maketrans(".,", ",."))


@primitive("(Str) -> Str", cost=3, python='format(decimal.Decimal(s), "f")')
def without_exponent(s):
    """The number in s, which may have an exponent, without one: 0.0120 for 1.20E-2; undefined for any other text."""
    if not re.fullmatch(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?", s):
        raise ValueError("not a number")
    return format(bounded(decimal.Decimal(s)), "f")


@primitive("(Int) -> Str", cost=4, python='format(n, ",")')
def with_commas(n):
    """The number in digits with a comma between thousands."""
    return f"{n:,}"


@primitive("(Str, Str) -> Str", cost=4)
def grouped(s, t):
    """s with t between the thousands of the number that it begins with; its decimals stay."""
    number = re.findall(r"\A[+-]?[0-9]*", s)[0]
    rest = s[len(number) :]
    return re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", lambda _: t, number) + rest


@primitive("(Str, Str) -> Str", cost=5)
def grouped_by_lakhs(s, t):
    """s with t between thousands, lakhs and crores of the number that it begins with, as in 12,34,567."""
    number = re.findall(r"\A[+-]?[0-9]*", s)[0]
    rest = s[len(number) :]
    return re.sub(r"(?<=[0-9])(?=(?:[0-9]{2})*[0-9]{3}$)", lambda _: t, number) + rest


@primitive("(Str, Index) -> Str", cost=4, python="s.zfill(n)")
def zero_filled(s, n):
    """s with zeros put before it, after its sign, until its length is n."""
    if n > 100_000:
        raise ValueError("too long")
    return s.zfill(n)


@primitive("(Str) -> Str", cost=4, python='s if s.startswith("-") else "+" + s')
def signed(s):
    """s with a plus before it, unless it begins with a minus."""
    return s if s.startswith("-") else "+" + s


@primitive("(Str, Str) -> Str", cost=4, python='"-" + t + s[1:] if s.startswith("-") else t + s')
def after_sign(s, t):
    """s with t before it, but after its minus if it begins with one."""
    return "-" + t + s[1:] if s.startswith("-") else t + s


@primitive("(Str) -> Str", cost=4, python='f"({s[1:]})" if s.startswith("-") else s')
def in_parentheses(s):
    """s in parentheses instead of the minus that it begins with, as accountants write; s itself without one."""
    return f"({s[1:]})" if s.startswith("-") else s
