"""Numbers with units: place values, thousands and bytes by letters, amounts by words. Readers propose these."""

import decimal
import re

from ..core.primitive import primitive

MOST_PLACES = 30
"""A number has no more places, whatever their values are."""


@primitive(
    "(Str, Int) -> Int", cost=4, python='functools.reduce(lambda n, d: m * n + d, map(int, re.findall(r"[0-9]+", s)))'
)
def in_places(s, m):
    """The numbers in s as places of one, each worth m of the next: hours, minutes and seconds for m = 60."""
    places = re.findall(r"[0-9]+", s)
    if not 0 < len(places) <= MOST_PLACES or max(map(len, places)) > MOST_PLACES:
        raise ValueError("no places, or too many")
    value = 0
    for place in places:
        value = m * value + int(place)
    return value


@primitive("(Str) -> Decimal", cost=4)
def short_number(s):
    """The number that s writes, with K, M, B or T after it for thousands up to 10^12, or none of these."""
    found = re.fullmatch(
        r"([+-]?)[^\w\s+-]?(\d{1,16}(?:,\d{3})*(?:\.\d{1,20})?|\.\d{1,20})\s*([kmbt]?)n?", s.lower(), re.ASCII
    )
    if found is None:
        raise ValueError("not a number")
    sign, digits, letter = found.groups()
    return decimal.Decimal(sign + digits.replace(",", "")).scaleb(3 * " kmbt".index(letter or " "))


@primitive("(Decimal) -> Str", cost=4)
def scale_letter(x):
    """The letter for the thousands that x is written in: nothing, K, M, B or T."""
    size = min(max(x.adjusted(), 0) // 3, 4) if x else 0  # A zero may have an exponent.
    return ("", "K", "M", "B", "T")[size]


@primitive("(Str, Int) -> Decimal", cost=4)
def byte_count(s, base):
    """The bytes that a text such as "1.5 MB" or "20K" writes, `base` (1000 or 1024) being how many make a kilobyte."""
    found = re.fullmatch(r"(\d{1,16}(?:\.\d{1,20})?)\s*([kmgtp]?)(?:i?b|bytes?)?", s.lower(), re.ASCII)
    if found is None or not 0 < base < 10_000:
        raise ValueError("not a size")
    return decimal.Decimal(found[1]) * base ** " kmgtp".index(found[2] or " ")


@primitive("(Decimal, Int) -> Str", cost=4)
def byte_unit(x, base):
    """The unit that x bytes are written in: B, KB, MB, GB, TB or PB, each `base` (1000 or 1024) of the one before."""
    if base < 2:
        raise ValueError("base out of range")
    units = ["B", "KB", "MB", "GB", "TB", "PB"]
    while abs(x) >= base and len(units) > 1:
        x /= base
        del units[0]
    return units[0]


@primitive("(Decimal, Int, Index) -> Decimal", cost=4)
def in_largest_unit(x, base, n):
    """x divided by `base` for as long as it is not below it, n times at most."""
    if base < 2:
        raise ValueError("base out of range")
    while abs(x) >= base and n > 0:
        x /= base
        n -= 1
    return x


@primitive("(Str, List[Str], List[Int]) -> Decimal", cost=5)
def measured(s, units, sizes):
    """The sum of the numbers in s, each times the size of the unit that follows it; undefined for other units.

    Units are told by how their names begin: "min" is the one of "5 minutes".
    """
    parts = re.findall(r"(\d{1,16}(?:[.]\d{1,16})?)\s*([^\W\d_]+|['\"′″°])", s, re.ASCII)
    if not 0 < len(parts) < 100:
        raise ValueError("no units, or too many")
    total = decimal.Decimal(0)
    for number, word in parts:
        size, *_ = [size for unit, size in zip(units, sizes) if word.lower().startswith(unit)]
        total += decimal.Decimal(number) * size
    return total
