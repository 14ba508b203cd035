"""Arithmetic that people write: digits, bases, primes, multiples, formulas, and calls unlike one another."""

from __future__ import annotations

import math

from .exercise import Exercise


def _column(n: int) -> str:
    return (_column((n - 1) // 26) if n > 26 else "") + chr(65 + (n - 1) % 26)


def _is_prime(n: int) -> bool:
    return n > 1 and all(n % d for d in range(2, n))


EXERCISES = (
    Exercise(
        "number_backwards",
        "easy",
        "The number with its digits in reverse order.",
        lambda n: int(str(n)[::-1]),
        [572, 4100, 38, 9, 60213],
        [871, 2500, 77],
    ),
    Exercise(
        "digits_read_backwards",
        "easy",
        "Whether the digits read the same backwards.",
        lambda n: str(n) == str(n)[::-1],
        [454, 310, 8, 7227, 1231, 52, 90909],
        [363, 3663, 366, 10],
    ),
    Exercise(
        "numbers_side_by_side",
        "easy",
        "The number that two numbers make side by side.",
        lambda n, m: int(f"{n}{m}"),
        [(14, 9), (3, 208), (70, 51), (6, 6)],
        [(25, 640), (811, 3)],
    ),
    Exercise(
        "digit_squares",
        "medium",
        "The sum of the squares of the digits.",
        lambda n: sum(int(c) ** 2 for c in str(n)),
        [34, 501, 77, 9, 2468],
        [123, 90, 666],
    ),
    Exercise(
        "odd_digits_multiplied",
        "medium",
        "The product of the odd digits.",
        lambda n: math.prod(int(c) for c in str(n) if int(c) % 2),
        [352, 71, 9948, 26, 1375, 5],
        [817, 3369, 444],
    ),
    Exercise(
        "third_power",
        "medium",
        "Whether it is the third power of an integer.",
        lambda n: round(n ** (1 / 3)) ** 3 == n,
        [27, 9, 64, 100, 125, 128, 1, 1000, 36, 900],
        [216, 218, 343, 350],
    ),
    Exercise(
        "power_of_three",
        "medium",
        "Whether it is a power of three.",
        lambda n: n in [3**k for k in range(20)],
        [9, 27, 12, 6, 81, 1, 30, 15, 243, 72],
        [729, 720, 3, 39],
    ),
    Exercise(
        "without_square_divisors",
        "medium",
        "Whether no square but one divides it.",
        lambda n: all(n % (d * d) for d in range(2, n)),
        [6, 12, 30, 45, 7, 50, 21, 49, 26, 8, 105],
        [42, 44, 35, 75],
    ),
    Exercise(
        "equals_its_divisors",
        "medium",
        "Whether it is the sum of its smaller divisors.",
        lambda n: sum(d for d in range(1, n) if n % d == 0) == n,
        [6, 12, 28, 20, 9, 496, 100, 30, 7],
        [8128, 24, 26],
    ),
    Exercise(
        "more_divisors_than_it_is",
        "medium",
        "Whether its smaller divisors add up to more than it.",
        lambda n: sum(d for d in range(1, n) if n % d == 0) > n,
        [12, 10, 18, 15, 20, 6, 24, 27, 35, 36],
        [30, 28, 40, 45],
    ),
    Exercise(
        "prime_after",
        "easy",
        "The next prime number.",
        lambda n: next(p for p in range(n + 1, 2 * n + 3) if _is_prime(p)),
        [10, 13, 24, 2, 90, 53],
        [31, 47, 114],
    ),
    Exercise(
        "primes_up_to",
        "easy",
        "The prime numbers up to a number.",
        lambda n: [p for p in range(2, n + 1) if _is_prime(p)],
        [10, 13, 2, 20],
        [31, 25],
    ),
    Exercise(
        "boxes_needed",
        "easy",
        "How many boxes of a size are needed.",
        lambda n, m: -(-n // m),
        [(10, 3), (12, 4), (13, 4), (1, 5), (27, 9), (28, 9)],
        [(50, 7), (49, 7), (3, 10)],
    ),
    Exercise(
        "up_to_a_multiple",
        "medium",
        "The next multiple, or the number itself.",
        lambda n, m: -(-n // m) * m,
        [(10, 4), (12, 4), (13, 5), (1, 5), (27, 9), (28, 9)],
        [(50, 7), (49, 7), (3, 10)],
    ),
    Exercise(
        "in_binary",
        "easy",
        "The number in binary.",
        lambda n: format(n, "b"),
        [5, 12, 33, 7, 100],
        [19, 64, 255],
    ),
    Exercise(
        "byte_in_binary",
        "medium",
        "The number as eight binary digits.",
        lambda n: format(n, "08b"),
        [5, 12, 133, 7, 100],
        [19, 64, 255],
    ),
    Exercise(
        "in_hexadecimal",
        "easy",
        "The number in capital hexadecimal digits with a prefix.",
        lambda n: "0x" + format(n, "X"),
        [250, 4096, 43, 171, 7],
        [48879, 100, 29],
    ),
    Exercise(
        "from_binary",
        "easy",
        "The number that binary digits write.",
        lambda s: int(s, 2),
        ["101", "1100", "100001", "111", "10"],
        ["1010", "1", "11111"],
    ),
    Exercise(
        "spreadsheet_column",
        "medium",
        "The name of a column.",
        _column,
        [1, 5, 26, 27, 53, 703],
        [3, 28, 52, 800],
    ),
    Exercise(
        "formula_of_two",
        "medium",
        "The square of one, twice the product, less three.",
        lambda n, m: n * n + 2 * n * m - 3,
        [(1, 1), (2, 5), (7, 3), (4, 4), (0, 6), (10, 2), (3, 8)],
        [(5, 5), (9, 1), (12, 20)],
    ),
    Exercise(
        "formula_of_three",
        "medium",
        "The surface of a box.",
        lambda a, b, c: 2 * (a * b + b * c + a * c),
        [(1, 2, 3), (2, 2, 2), (5, 1, 4), (3, 7, 2), (10, 1, 1), (4, 6, 9), (8, 3, 5)],
        [(2, 3, 4), (11, 5, 2)],
    ),
    Exercise(
        "total_of_all",
        "easy",
        "The sum of any number of arguments.",
        lambda *xs: sum(xs),
        [(4, 9), (3,), (1, 2, 3, 4), (10, 0, 5)],
        [(6, 7, 8), (12, 30, 1, 1, 6)],
    ),
    Exercise(
        "last_digit_in_base",
        "medium",
        "The last digit in a base, which is ten if none is given.",
        lambda n, base=10: n % base,
        [(83, 7), (95,), (41, 9), (132,), (64,), (77, 5)],
        [(58,), (58, 6), (1234,)],
    ),
    Exercise(
        "all_are_different",
        "easy",
        "Whether all items are different, whatever they are.",
        lambda xs: len(set(xs)) == len(xs),
        [[3, 1, 2], ["a", "b", "a"], [4, 4], ["x"], ["q", "r", "s", "t"], [7, 8, 7, 9]],
        [["u", "v", "u"], [1, 2, 3, 4, 5], [6, 5, 5, 1]],
    ),
)
