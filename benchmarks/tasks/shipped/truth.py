"""Yes or no: of a number or a list, and for each item of a list."""

from __future__ import annotations

from itertools import pairwise

from .exercise import Exercise


def _card_number_is_valid(digits: list[int]) -> bool:
    doubled = [2 * d if i % 2 else d for i, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


EXERCISES = (
    Exercise(
        "any_negative",
        "easy",
        "Whether an item is negative.",
        lambda xs: any(x < 0 for x in xs),
        [[3, -1, 4], [5, 0, 2], [-7], [8, 9, 1, 6], [0, 1, -2, -3]],
        [[10, 4], [6, -6], [0, 0, 0], [1, 2, 3, -9, 5]],
    ),
    Exercise(
        "all_even",
        "easy",
        "Whether all items are even.",
        lambda xs: all(x % 2 == 0 for x in xs),
        [[2, 4], [6, 7, 8], [10], [1, 3, 5], [0, 12, 14, 20], [4, 4, 9]],
        [[8, 2, 6], [5], [30, 31, 32], [16, 18]],
    ),
    Exercise(
        "reads_the_same_backwards",
        "easy",
        "Whether the list equals its reverse.",
        lambda xs: xs == xs[::-1],
        [[1, 2, 1], [3, 4], [5], [7, 8, 8, 7], [2, 9, 2, 2], [6, 1, 0, 1, 5]],
        [[4, 4], [1, 2, 3, 2, 1], [9, 8, 9, 8], [7, 7, 1]],
    ),
    Exercise(
        "contains_duplicates",
        "easy",
        "Whether an item occurs more than once.",
        lambda xs: len(set(xs)) < len(xs),
        [[1, 2, 1], [1, 2, 3], [9, 9], [7, 0, 8, 6], [2, 5, 4, 3, 5], [10, 4, 3, 2, 5]],
        [[6, 1, 2], [8, 3, 3, 8], [4, 11, 12, 5, 4], [1, 2, 3, 4]],
    ),
    Exercise(
        "round_trip",
        "easy",
        "Whether the first item equals the last.",
        lambda xs: xs[0] == xs[-1],
        [[4, 5, 4], [4, 5, 6], [7, 3, 9, 7], [7, 3], [8, 8, 1, 8], [3, 1, 3, 1]],
        [[3, 8, 3], [5, 5, 2], [6, 2, 1, 0, 6], [1, 4]],
    ),
    Exercise(
        "books_balance",
        "easy",
        "Whether the items sum to zero.",
        lambda xs: sum(xs) == 0,
        [[5, -5], [3, -2], [10, -4, -6], [-1, 0, 5], [8, -7, -1], [4, 2, -1, -1]],
        [[8, -3, -5], [4, 4, -4], [-9, 9, 0, 0], [1, -1, 1]],
    ),
    Exercise(
        "which_passed",
        "easy",
        "For each item, whether it is at least 50.",
        lambda xs: [x >= 50 for x in xs],
        [[40, 50, 60], [99, 12], [49, 51, 50, 0], [70], [33, 88, 47]],
        [[50, 49, 100], [5, 65], [52, 48, 30, 90]],
    ),
    Exercise(
        "which_are_even",
        "easy",
        "For each item, whether it is even.",
        lambda xs: [x % 2 == 0 for x in xs],
        [[1, 2, 3], [10, 20], [7, 5, 0, 8, 9], [6]],
        [[4, 11, 13], [2, 2, 1], [100, 99, 98, 97]],
    ),
    Exercise(
        "switches_flipped",
        "easy",
        "The opposite of each.",
        lambda bs: [not b for b in bs],
        [[True, False], [False, False, True], [True], [True, True, False, False]],
        [[False], [True, False, True], [False, False, False, True, True]],
    ),
    Exercise(
        "risen_since_yesterday",
        "medium",
        "For each item, whether it is larger than the one before; the first is not.",
        lambda xs: [i > 0 and x > xs[i - 1] for i, x in enumerate(xs)],
        [[1, 2, 1], [5, 5, 6, 9], [8], [4, 3, 7, 7, 2, 3], [10, 12, 14]],
        [[3, 4, 4, 1], [9, 8, 10], [2, 6, 5, 7, 7]],
    ),
    Exercise(
        "seen_for_the_first_time",
        "medium",
        "For each item, whether it has not occurred before.",
        lambda xs: [x not in xs[:i] for i, x in enumerate(xs)],
        [[1, 2, 1], [5, 5, 5], [4, 7, 4, 8, 7], [9], [3, 0, 6, 0, 3, 2]],
        [[8, 8, 1, 8], [2, 4, 6], [7, 5, 7, 5, 9]],
    ),
    Exercise(
        "above_the_average",
        "medium",
        "For each item, whether it is larger than the average.",
        lambda xs: [x * len(xs) > sum(xs) for x in xs],
        [[1, 2, 9], [10, 30, 20, 40], [5, 5, 6], [70, 0, 0, 50, 60], [3]],
        [[4, 8, 6, 1], [100, 90, 20], [7, 7, 7, 8]],
    ),
    Exercise(
        "always_rising",
        "medium",
        "Whether every item is larger than the one before.",
        lambda xs: all(a < b for a, b in pairwise(xs)),
        [[1, 4, 6], [1, 6, 4], [2, 2, 9], [3, 8, 9, 12], [5, 7, 7, 8], [0, 1]],
        [[3, 5, 9], [8, 6], [1, 2, 4, 4, 5], [7, 12, 20]],
    ),
    Exercise(
        "at_least_two_agree",
        "medium",
        "Whether at least two are true.",
        lambda bs: sum(bs) >= 2,
        [
            [True, False, True],
            [False, False, True],
            [True, True, True, False],
            [False, False],
            [True, False, False, False],
            [False, True, True],
        ],
        [[True, True], [False, True, False, False], [True, False, True, True, False], [False, False, False]],
    ),
    Exercise(
        "as_many_gains_as_losses",
        "medium",
        "Whether there are as many positive items as negative ones.",
        lambda xs: sum(x > 0 for x in xs) == sum(x < 0 for x in xs),
        [[5, -2], [5, 2], [3, 4, -1], [0, 7, -7, 0], [-6, 1, -8], [20, -1, -8, 2, 0]],
        [[-3, 8, 0], [2, 2, -4], [0, 0], [-5, -1, 6, 10]],
    ),
    Exercise(
        "numbered_without_gaps",
        "hard",
        "Whether the items are 1, 2 and so on to their number, in any order.",
        lambda xs: sorted(xs) == list(range(1, len(xs) + 1)),
        [[2, 1, 3], [2, 2, 2], [3, 1], [4, 2, 1, 3], [2, 4, 5, 1], [1, 3, 5, 2, 4]],
        [[3, 2, 1, 4], [2, 2], [6, 1, 5, 2, 4, 3], [5, 4, 2, 1]],
    ),
    Exercise(
        "a_pair_makes_ten",
        "hard",
        "Whether two of the items sum to 10.",
        lambda xs: any(x + y == 10 for i, x in enumerate(xs) for y in xs[i + 1 :]),
        [[3, 7], [3, 8], [9, 5, 2, 1], [9, 5, 2, 3], [5, 2, 6], [5, 4, 5]],
        [[6, 1, 4], [5, 2, 7, 9], [10, 3, 0], [8, 8, 3]],
    ),
    Exercise(
        "leap_year",
        "hard",
        "Whether the year has a 29 February.",
        lambda year: year % 4 == 0 and (year % 100 != 0 or year % 400 == 0),
        [2024, 2022, 1900, 2000, 2100, 1992],
        [2028, 1800, 2001, 2400, 1996],
    ),
    Exercise(
        "card_number_is_valid",
        "hard",
        "Whether the digits pass the check of card numbers: every second from the right doubled, all summed.",
        _card_number_is_valid,
        [[1, 8], [2, 8], [4, 2, 2], [7, 9, 9, 2, 7, 3], [3, 7, 9, 9, 2, 7], [5, 0, 9, 0]],
        [[2, 6], [1, 2, 3, 0], [8, 0, 4], [9, 1, 8]],
    ),
)
