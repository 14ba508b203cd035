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


@primitive("(Str, Str) -> List[Str]", cost=4)
def numerals(s, point):
    """The numbers in s as plain text, whatever groups their digits, `point` being their decimal point or comma.

    Negative are those after a minus, a currency sign between them or not, those before one, and those in parentheses.
    """
    if point not in (".", ","):
        raise ValueError("neither a point nor a comma")
    other = "," if point == "." else "[.]"
    digits = (
        rf"[0-9]{{1,3}}(?:{other}[0-9]{{2,3}})+(?![0-9])|[0-9]{{1,3}}(?:[ '’\xa0\u202f][0-9]{{3}})+(?![0-9])|[0-9]+"
    )
    number = rf"(?:{digits})(?:[{point}][0-9]+)?|(?<![0-9])[{point}][0-9]+"
    found = []
    for match in re.finditer(rf"((?<!\w)(?:[-−]|\((?=[^()]*\)))[^\w\s.,()-]?\s?)?({number})(-(?![\w]))?", s):
        plain = re.sub(rf"[^0-9{point}]", "", match[2]).replace(",", ".")
        found.append("-" + plain if match[1] or match[3] else plain)
    return found


@primitive("(Str) -> Decimal", cost=3, python="decimal.Decimal(s)")
def to_decimal(s):
    """The number that the text writes, with a point and an exponent or without; undefined for any other text."""
    if not re.fullmatch(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?", s):
        raise ValueError("not a number")
    return bounded(decimal.Decimal(s))


@primitive("(Int) -> Decimal", cost=2, python="decimal.Decimal(n)")
def as_decimal(n):
    """The integer as a decimal number."""
    return bounded(decimal.Decimal(n))


@primitive("(Decimal) -> Int", cost=2, python="int(x)")
def whole(x):
    """The integer that the number is; undefined if it has a fraction."""
    if x != int(x):
        raise ValueError("not an integer")
    return int(x)


@primitive("(Decimal, Index) -> Str", cost=3, python='format(x, f"z.{n}f")')
def fixed(x, n):
    """The number with n decimals, of two as near the even one; never -0. Undefined for negative n."""
    return f"{bounded(x, n):z.{n}f}"


@primitive("(Decimal) -> Str", cost=2, python='format(x, "zf")')
def digits_kept(x):
    """The number with the decimals that it has, zeros at its end included; never -0."""
    return f"{bounded(x):zf}"


@primitive("(Decimal) -> Str", cost=3, python='format(x.normalize(), "zf")')
def decimal_text(x):
    """The number without zeros at its end; never -0."""
    return f"{bounded(x).normalize():zf}"


@primitive("(Int) -> Str", cost=4, python='format(n, ",")')
def with_commas(n):
    """The number in digits with a comma between thousands."""
    return f"{n:,}"


@primitive("(Str, Str) -> Str", cost=4)
def grouped(s, t):
    """s with t between the thousands of the number that it begins with; its decimals stay."""
    number = re.findall(r"\A[+-]?[0-9]*", s)[0]
    return re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", lambda _: t, number) + s[len(number) :]


@primitive("(Str, Str) -> Str", cost=5)
def grouped_by_lakhs(s, t):
    """s with t between thousands, lakhs and crores of the number that it begins with, as in 12,34,567."""
    number = re.findall(r"\A[+-]?[0-9]*", s)[0]
    return re.sub(r"(?<=[0-9])(?=(?:[0-9]{2})*[0-9]{3}$)", lambda _: t, number) + s[len(number) :]


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
