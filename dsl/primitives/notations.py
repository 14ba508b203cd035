"""Integers in other notations: ordinals, Roman numerals, words, spans. Readers propose these."""

import re

from ..core.primitive import primitive

MOST_SPANNED = 100_000


@primitive("(Int) -> Str", cost=4)
def ordinal(n):
    """1st, 2nd, 3rd, 4th and so on."""
    ending = "th" if n // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


@primitive("(Int) -> Str", cost=4)
def roman(n):
    """The Roman numeral; undefined outside of 1 to 3999."""
    if not 0 < n < 4000:
        raise ValueError("out of range")
    text = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
    ):
        text += letters * (n // value)
        n %= value
    return text


@primitive("(Str) -> Int", cost=4)
def from_roman(s):
    """The number that a Roman numeral of capitals or small letters writes; undefined for any other text."""
    pattern = "(M{0,3})(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})"
    if not s or not re.fullmatch(pattern, s.upper()):
        raise ValueError("not a Roman numeral")
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[c] for c in s.upper()]
    return sum(-x if x < y else x for x, y in zip(values, values[1:] + [0]))


@primitive("(Int) -> Str", cost=4)
def number_word(n):
    """The English word for a number; undefined outside of 0 to 99."""
    if not 0 <= n < 100:
        raise ValueError("out of range")
    ones = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if n < 20:
        return ones[n]
    return tens[n // 10 - 2] + ("-" + ones[n % 10] if n % 10 else "")


@primitive("(Str) -> Int", cost=4)
def word_number(s):
    """The number that an English word writes; undefined for other words than zero to ninety-nine."""
    ones = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    first, *rest = re.split("[- ]", s.lower())
    if not rest and first in ones:
        return ones.index(first)
    if len(rest) > 1 or (rest and not 0 < ones.index(rest[0]) < 10):
        raise ValueError("not a number")
    return 20 + 10 * tens.index(first) + sum(map(ones.index, rest))


@primitive("(List[Int], Str) -> List[Str]", cost=5)
def spans(xs, t):
    """The runs of consecutive numbers, the first and the last of each with t between them: ["1-3", "6"]."""
    runs = []
    for x in xs:
        if runs and x == runs[-1][1] + 1:
            runs[-1][1] = x
        else:
            runs.append([x, x])
    return [str(low) if low == high else f"{low}{t}{high}" for low, high in runs]


@primitive("(List[Str], Str) -> List[Int]", cost=5)
def expanded(ws, t):
    """The numbers of all spans, each a number or two with t between them, first and last of consecutive ones."""
    numbers = []
    for span in ws:
        low, _, high = (end.strip() for end in span.partition(t))
        if not (low + high).isdecimal() or len(numbers) + int(high or low) - int(low) > MOST_SPANNED:
            raise ValueError("not a span, or too long")
        numbers += range(int(low), int(high or low) + 1)
    return numbers


@expanded.helper
def _(ws, t):
    """The numbers of all spans, each a number or two with t between them, first and last of consecutive ones."""
    numbers = []
    for span in ws:
        low, _, high = span.partition(t)
        numbers += range(int(low), int(high or low) + 1)
    return numbers
