"""Sequences: from the index, which counts from 0, to the term."""

from __future__ import annotations

from .exercise import Exercise


def _sum_of_two(n: int) -> int:
    a, b = 2, 5
    for _ in range(n):
        a, b = b, a + b
    return a


def _sum_of_three(n: int) -> int:
    a, b, c = 1, 2, 4
    for _ in range(n):
        a, b, c = b, c, a + b + c
    return a


SHOWN, ASKED = range(6), range(6, 11)

EXERCISES = (
    Exercise("squares", "easy", "The squares.", lambda n: n * n, SHOWN, ASKED),
    Exercise("powers_of_two", "easy", "The powers of two.", lambda n: 2**n, SHOWN, ASKED),
    Exercise("one_two_three_again", "easy", "1, 2, 3 again and again.", lambda n: n % 3 + 1, SHOWN, ASKED),
    Exercise(
        "pieces_of_a_pancake",
        "medium",
        "The most pieces that n straight cuts make of a pancake.",
        lambda n: n * (n + 1) // 2 + 1,
        SHOWN,
        ASKED,
    ),
    Exercise("pentagonal_numbers", "medium", "The pentagonal numbers.", lambda n: n * (3 * n - 1) // 2, SHOWN, ASKED),
    Exercise(
        "every_number_twice_with_signs",
        "medium",
        "0, 1, -1, 2, -2 and so on.",
        lambda n: (n + 1) // 2 if n % 2 else -(n // 2),
        SHOWN,
        ASKED,
    ),
    Exercise("sums_of_two", "hard", "From 2 and 5 on, each the sum of the two before.", _sum_of_two, SHOWN, ASKED),
    Exercise(
        "sums_of_three", "hard", "From 1, 2 and 4 on, each the sum of the three before.", _sum_of_three, SHOWN, ASKED
    ),
)
