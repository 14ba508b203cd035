"""One number: from a list, or from another number."""

from __future__ import annotations

from itertools import accumulate, groupby, pairwise

from .exercise import Exercise


def _best_profit(prices: list[int]) -> int:
    return max(later - price for i, price in enumerate(prices) for later in prices[i:])


def _best_stretch(xs: list[int]) -> int:
    return max(sum(xs[i : j + 1]) for i in range(len(xs)) for j in range(i, len(xs)))


def _collatz_steps(n: int) -> int:
    steps = 0
    while n != 1:
        n, steps = (n // 2 if n % 2 == 0 else 3 * n + 1), steps + 1
    return steps


EXERCISES = (
    Exercise(
        "spread",
        "easy",
        "The largest item less the smallest.",
        lambda xs: max(xs) - min(xs),
        [[9, 3, 4], [10, 10], [7, 25, 40, 12], [-5, 5, 0, 2, 1]],
        [[8, 1, 6], [100, 60, 75, 90], [-3, -10]],
    ),
    Exercise(
        "how_many_even",
        "easy",
        "How many items are even.",
        lambda xs: sum(x % 2 == 0 for x in xs),
        [[1, 2, 3, 4], [7, 9], [10, 12, 5, 0, 6], [8], [11, 14, 3, 3, 2]],
        [[2, 2, 2], [5, 6, 7, 8, 9], [13, 15, 20]],
    ),
    Exercise(
        "sum_of_squares",
        "easy",
        "The sum of the squares.",
        lambda xs: sum(x * x for x in xs),
        [[1, 2, 3], [4, 5], [10], [-2, 6, 0, 1]],
        [[3, 3, 3], [7, -1], [2, 9, 4, 1]],
    ),
    Exercise(
        "runner_up",
        "easy",
        "The second largest item.",
        lambda xs: sorted(xs)[-2],
        [[3, 9, 4], [10, 2, 8, 7], [5, 12], [61, 80, 77, 90, 15]],
        [[1, 2, 3, 4], [40, 30], [8, 100, 55, 23, 71]],
    ),
    Exercise(
        "how_many_different",
        "easy",
        "How many different items there are.",
        lambda xs: len(set(xs)),
        [[1, 2, 1], [5, 5, 5, 5], [7, 8, 9], [4, 0, 4, 0, 3, 3]],
        [[6, 2, 6, 2], [9], [1, 2, 3, 1, 5, 3]],
    ),
    Exercise(
        "most_common",
        "easy",
        "The most frequent item.",
        lambda xs: max(dict.fromkeys(xs), key=xs.count),
        [[1, 2, 2], [7, 5, 7, 7, 5], [9], [4, 8, 3, 8, 4, 8], [6, 0, 0, 1]],
        [[3, 1, 3], [2, 9, 9, 2, 9], [5, 4, 6, 4]],
    ),
    Exercise(
        "typical_value",
        "easy",
        "The median of a list of odd length.",
        lambda xs: sorted(xs)[len(xs) // 2],
        [[3, 9, 4], [10], [7, 1, 8, 2, 30], [5, 6, 5], [12, 40, 33, 8, 27, 19, 1]],
        [[2, 8, 100], [9, 1, 5, 4, 4], [60, 20, 30]],
    ),
    Exercise(
        "cross_sum",
        "easy",
        "The sum of the digits.",
        lambda n: sum(map(int, str(n))),
        [123, 40, 9, 7702, 58],
        [999, 1000, 314, 26],
    ),
    Exercise(
        "how_many_digits",
        "easy",
        "How many digits the number has.",
        lambda n: len(str(n)),
        [7, 42, 100, 99, 12345],
        [8, 1000, 654, 20],
    ),
    Exercise(
        "hours_and_minutes",
        "easy",
        "The minutes in a list of hours and minutes.",
        lambda xs: 60 * xs[0] + xs[1],
        [[1, 30], [0, 45], [2, 5], [10, 0]],
        [[3, 15], [24, 59], [0, 1]],
    ),
    Exercise(
        "times_risen",
        "medium",
        "How many items are larger than the one before.",
        lambda xs: sum(a < b for a, b in pairwise(xs)),
        [[1, 2, 3], [5, 4, 6], [9, 7], [2, 2, 8, 1, 3, 4], [10, 12, 11, 11]],
        [[4, 5, 1, 2], [8, 6, 3], [1, 1, 2, 2, 3]],
    ),
    Exercise(
        "largest_step",
        "medium",
        "The largest difference between neighbours, up or down.",
        lambda xs: max(abs(b - a) for a, b in pairwise(xs)),
        [[1, 4, 2], [10, 3, 5, 9], [7, 7], [20, 26, 25, 12], [0, 9, 1]],
        [[5, 1, 8], [30, 31, 29, 40], [6, 2, 3, 3]],
    ),
    Exercise(
        "in_turn_plus_and_minus",
        "medium",
        "The first item minus the second plus the third and so on.",
        lambda xs: sum(xs[::2]) - sum(xs[1::2]),
        [[5, 2], [1, 2, 3], [10, 4, 6, 3], [8], [7, 1, 0, 9, 5], [4, 9, 9, 2, 6, 1]],
        [[9, 3, 2, 1], [20, 15, 4], [6, 6, 6, 6, 1]],
    ),
    Exercise(
        "longest_streak",
        "medium",
        "How long the longest run of equal neighbours is.",
        lambda xs: max(len(list(run)) for _, run in groupby(xs)),
        [[1, 1, 2], [3, 5, 3], [3, 3, 3, 4, 4, 3], [9, 2, 2, 9, 2, 2, 2, 9], [8], [6, 6, 1, 6]],
        [[7, 7, 1, 7, 7, 7], [4, 5, 5, 4], [6, 6, 6, 6, 6]],
    ),
    Exercise(
        "judges_score",
        "medium",
        "The sum without the smallest and the largest item.",
        lambda xs: sum(xs) - max(xs) - min(xs),
        [[5, 7, 9], [8, 8, 6, 10], [3, 9, 9, 4, 7], [1, 2, 30]],
        [[6, 5, 8, 7], [10, 0, 9, 9, 8], [4, 4, 4]],
    ),
    Exercise(
        "first_loss",
        "medium",
        "The position of the first negative item, counted from 1.",
        lambda xs: next(i for i, x in enumerate(xs, start=1) if x < 0),
        [[30, -1, 4, 7], [-7, 2, 2], [5, -2, 0, 8, -9, 4], [6, 1, -4, 3, -1], [2, 9, 9, 9, 9, -5, 1]],
        [[10, 20, -30], [0, -5, 1], [2, 2, 2, 2, -2]],
    ),
    Exercise(
        "read_backwards",
        "medium",
        "The number with its digits in reverse order.",
        lambda n: int(str(n)[::-1]),
        [123, 40, 7, 9081, 55],
        [314, 1200, 86, 2],
    ),
    Exercise(
        "to_fahrenheit",
        "medium",
        "Degrees Celsius in degrees Fahrenheit.",
        lambda n: n * 9 // 5 + 32,
        [0, 100, 20, 35, -40],
        [25, -10, 60, 15],
    ),
    Exercise(
        "to_the_nearest_ten",
        "medium",
        "The nearest multiple of ten, the upper one for a five.",
        lambda n: (n + 5) // 10 * 10,
        [12, 18, 26, 95, 4, 144],
        [23, 77, 150, 5, 109],
    ),
    Exercise(
        "check_digit",
        "medium",
        "The last digit of the sum of the items, each times its position from 1.",
        lambda xs: sum(i * x for i, x in enumerate(xs, start=1)) % 10,
        [[1, 2, 3], [9, 9], [4, 0, 7, 5], [8], [3, 1, 4, 1, 5], [6, 2, 8, 5, 3, 7]],
        [[2, 6, 4], [7, 7, 7, 7], [5, 8, 0, 1, 9]],
    ),
    Exercise(
        "cross_sum_of_cross_sums",
        "medium",
        "The sum of the digits, taken again until one digit is left.",
        lambda n: (n - 1) % 9 + 1,
        [38, 7, 99, 12345, 100, 506],
        [64, 777, 9, 2048],
    ),
    Exercise(
        "missing_number",
        "medium",
        "Which number from 1 to one more than the length is missing.",
        lambda xs: sum(range(1, len(xs) + 2)) - sum(xs),
        [[1, 3], [2, 4, 1, 5], [3, 2, 1], [6, 1, 2, 5, 3], [2], [7, 3, 1, 5, 2, 6]],
        [[5, 4, 1, 2], [2, 3], [7, 6, 1, 4, 2, 3]],
    ),
    Exercise(
        "how_many_divisors",
        "medium",
        "How many positive divisors the number has.",
        lambda n: sum(n % d == 0 for d in range(1, n + 1)),
        [6, 7, 1, 12, 36],
        [10, 16, 97, 60],
    ),
    Exercise(
        "days_until_the_goal",
        "hard",
        "How many items it takes until their sum is at least 100.",
        lambda xs: 1 + next(i for i, level in enumerate(accumulate(xs)) if level >= 100),
        [[60, 50, 10, 20], [100, 3, 8], [20, 30, 10, 40, 5], [99, 0, 1, 8, 7], [12, 40, 47, 1, 2, 70]],
        [[70, 30, 20], [10, 20, 30, 50, 90], [55, 44, 0, 0, 7]],
    ),
    Exercise(
        "best_profit",
        "hard",
        "The most that buying at one price and selling at a later one brings, zero if nothing does.",
        _best_profit,
        [[5, 2, 6, 1], [9, 7, 4], [3, 8, 1, 5], [10, 12, 4, 11, 9], [7, 1, 2, 6, 3]],
        [[4, 9, 2, 8, 1], [6, 5, 3], [8, 3, 5, 1, 2]],
    ),
    Exercise(
        "best_stretch",
        "hard",
        "The largest sum of neighbouring items, at least one.",
        _best_stretch,
        [[1, -3, 4, 2], [-2, -1, -5], [5, -2, 4, -9, 6], [3, 3], [-4, 7, -1, 2, -8, 5], [9, -4, -6, 3, 8, -1, 1]],
        [[2, -1, 3, -6, 4], [-7, -3], [6, -5, 6, -5, 6]],
    ),
    Exercise(
        "smallest_power_of_two",
        "hard",
        "The smallest power of two that is not below the number.",
        lambda n: 1 << (n - 1).bit_length(),
        [5, 8, 1, 100, 33],
        [3, 64, 65, 1000],
    ),
    Exercise(
        "steps_to_one",
        "hard",
        "How many steps it takes to one if even numbers are halved and odd ones tripled and increased by one.",
        _collatz_steps,
        [6, 1, 3, 8, 7],
        [5, 12, 9, 20],
    ),
    Exercise(
        "pairs_in_the_wrong_order",
        "hard",
        "How many pairs have the larger item first.",
        lambda xs: sum(x > y for i, x in enumerate(xs) for y in xs[i + 1 :]),
        [[3, 1, 2], [1, 2, 3], [9, 7, 5, 3], [4, 4, 1], [2, 6, 1, 5, 3], [8, 2, 7, 1, 9, 4]],
        [[5, 1, 4, 2], [8, 9, 7], [6, 5, 5, 1, 7]],
    ),
)
