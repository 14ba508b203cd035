"""Lists of integers: which of the items, and in which order."""

from __future__ import annotations

from itertools import accumulate, takewhile

from .exercise import Exercise


def _longest_rise(xs: list[int]) -> list[int]:
    best: list[int] = []
    rise: list[int] = []
    for x in xs:
        rise = [*rise, x] if rise and x > rise[-1] else [x]
        best = rise if len(rise) > len(best) else best
    return best


def _zigzag(xs: list[int]) -> list[int]:
    ascending = sorted(xs)
    return [ascending[i // 2] if i % 2 == 0 else ascending[-1 - i // 2] for i in range(len(xs))]


EXERCISES = (
    Exercise(
        "last_three",
        "easy",
        "The last three items.",
        lambda xs: xs[-3:],
        [[4, 8, 1, 9, 3], [7, 7, 2, 5, 6, 1, 0], [12, 30, 45], [9, 14, 3, 8]],
        [[1, 2, 3, 4, 5, 6], [50, 40, 30, 20], [6, 0, 6, 1, 8]],
    ),
    Exercise(
        "without_the_ends",
        "easy",
        "All but the first and the last item.",
        lambda xs: xs[1:-1],
        [[5, 2, 9, 4], [1, 8, 8, 3, 6, 7], [20, 31, 12], [4, 6]],
        [[9, 9, 1, 2], [3, 14, 15, 92, 65], [7, 1, 7]],
    ),
    Exercise(
        "every_other_day",
        "easy",
        "Every second item, from the first on.",
        lambda xs: xs[::2],
        [[3, 9, 4, 1, 7], [10, 20, 30, 40], [8], [6, 5, 5, 2, 9, 0, 1]],
        [[2, 4, 6, 8, 10, 12], [71, 3, 15], [5, 1]],
    ),
    Exercise(
        "deposits_only",
        "easy",
        "The positive items.",
        lambda xs: [x for x in xs if x > 0],
        [[50, -20, 30], [-5, -7, 12, 0, 8], [100, 40], [-1, 6, -3, 2, -9, 4]],
        [[-30, 25, -10, 5], [0, 0, 3], [9, -9, 18]],
    ),
    Exercise(
        "distinct_sorted",
        "easy",
        "The different items in ascending order.",
        lambda xs: sorted(set(xs)),
        [[3, 1, 3, 2], [9, 9, 4, 7, 4], [5], [20, 10, 20, 30, 10, 0]],
        [[8, 6, 7, 6, 8], [2, 1, 2, 1], [15, 3, 40, 3]],
    ),
    Exercise(
        "podium",
        "easy",
        "The three largest items, the largest first.",
        lambda xs: sorted(xs, reverse=True)[:3],
        [[12, 40, 33, 25], [7, 3, 9, 9, 1], [100, 250, 75, 300, 20, 80], [4, 6, 5]],
        [[61, 58, 90, 77, 12], [2, 8, 4, 6], [30, 10, 20, 50, 40]],
    ),
    Exercise(
        "evens_before_odds",
        "easy",
        "The even items, then the odd ones, each in their order.",
        lambda xs: sorted(xs, key=lambda x: x % 2),
        [[3, 2, 1, 4], [9, 8, 7, 6, 5], [10, 3, 10, 1], [6, 4, 7, 2, 11, 13]],
        [[1, 2, 3, 4, 5, 6], [20, 9, 14, 5], [7, 0, 7, 2]],
    ),
    Exercise(
        "before_the_first_zero",
        "easy",
        "The items that come before the first zero.",
        lambda xs: list(takewhile(bool, xs)),
        [[4, 7, 0, 3], [9, 2, 5, 0, 0, 8, 0], [0, 6, 1], [12, 3, 3, 3, 0]],
        [[5, 5, 0, 5], [8, 1, 6, 0, 2, 7], [3, 0, 0]],
    ),
    Exercise(
        "with_the_first_removed_everywhere",
        "easy",
        "The items that differ from the first.",
        lambda xs: [x for x in xs if x != xs[0]],
        [[3, 1, 3, 2], [7, 7, 7, 4], [5, 2, 8, 5, 2], [9, 6, 0, 1, 9, 9, 4]],
        [[2, 4, 2, 6, 2], [8, 3, 1], [1, 1, 5, 1, 7]],
    ),
    Exercise(
        "above_average",
        "medium",
        "The items that are larger than the average.",
        lambda xs: [x for x in xs if x * len(xs) > sum(xs)],
        [[1, 2, 9], [10, 10, 40, 20, 70], [5, 6, 7, 8], [30, 0, 0, 30], [3, 90, 4, 5, 6, 7]],
        [[15, 5, 25, 35], [8, 8, 9], [100, 1, 2, 3, 60]],
    ),
    Exercise(
        "seen_once",
        "medium",
        "The items that occur only once.",
        lambda xs: [x for x in xs if xs.count(x) == 1],
        [[1, 2, 1, 3], [5, 5, 8, 9, 9], [4, 6, 7], [2, 3, 2, 3, 11, 2], [8, 0, 7, 0, 1]],
        [[6, 6, 4, 9, 4, 3], [1, 2, 3, 2], [7, 7, 7, 5]],
    ),
    Exercise(
        "seen_again",
        "medium",
        "The items that occur more than once, each once, in the order of their first occurrences.",
        lambda xs: [x for x in dict.fromkeys(xs) if xs.count(x) > 1],
        [[1, 2, 1, 3], [5, 8, 9, 8, 5], [4, 4, 4, 6, 1], [7, 3, 2, 3, 7, 3], [6, 5], [2, 9, 9, 0, 2, 6, 9]],
        [[9, 1, 9, 1, 2], [3, 3, 8, 0, 8], [2, 4, 6, 4]],
    ),
    Exercise(
        "after_the_last_zero",
        "medium",
        "The items that come after the last zero.",
        lambda xs: xs[len(xs) - xs[::-1].index(0) :],
        [[4, 0, 7, 3], [0, 2, 0, 8, 1, 5], [9, 6, 0], [0, 0, 12, 4], [3, 0, 1, 0, 7]],
        [[5, 0, 5, 5, 5], [8, 0, 6, 0, 2], [0, 1, 1, 0, 4, 9, 9]],
    ),
    Exercise(
        "peaks",
        "medium",
        "The items that are larger than both of their neighbours.",
        lambda xs: [b for a, b, c in zip(xs, xs[1:], xs[2:], strict=False) if a < b > c],
        [[1, 5, 2, 6, 3], [9, 4, 7, 7, 8, 2], [3, 2, 1, 4, 0], [2, 8, 3, 1], [6, 1, 9, 5, 5, 7, 4]],
        [[4, 6, 4, 7, 4, 8, 4], [10, 3, 12, 11], [5, 1, 5, 9, 8, 3, 6, 2]],
    ),
    Exercise(
        "record_highs",
        "medium",
        "The items that are larger than every item before them.",
        lambda xs: [x for i, x in enumerate(xs) if all(x > y for y in xs[:i])],
        [[3, 1, 4, 1, 5], [9, 2, 6], [2, 7, 1, 8, 2, 8], [5, 5, 6, 4, 7, 7], [1, 2, 3]],
        [[4, 2, 9, 9, 12, 3], [10, 8, 6, 11], [6, 7, 7, 1, 8, 2]],
    ),
    Exercise(
        "by_last_digit",
        "medium",
        "The items in the order of their last digits.",
        lambda xs: sorted(xs, key=lambda x: x % 10),
        [[25, 41, 13], [70, 9, 38, 16], [104, 22, 57, 91, 60], [33, 12, 18, 47, 90, 5, 21]],
        [[86, 15, 31, 72], [99, 40, 28], [64, 53, 7, 21, 10]],
    ),
    Exercise(
        "by_distance_from_zero",
        "medium",
        "The items in the order of their absolute values.",
        lambda xs: sorted(xs, key=abs),
        [[-3, 1, 2], [7, -4, -9, 5], [0, -12, 10, -1, 6], [-8, -2, 15, 3]],
        [[4, -1, -6, 2], [-20, 11, 30, -5], [9, -7, 8]],
    ),
    Exercise(
        "the_middle_three",
        "medium",
        "The three items in the middle of a list of odd length.",
        lambda xs: xs[len(xs) // 2 - 1 : len(xs) // 2 + 2],
        [[1, 2, 3, 4, 5], [9, 8, 7], [4, 0, 6, 2, 8, 5, 1], [10, 30, 20, 50, 40], [3, 8, 1, 9, 6, 7, 2, 0, 5]],
        [[3, 1, 4, 1, 5, 9, 2], [6, 6, 7, 8, 8], [2, 4, 6, 8, 10, 12, 14, 16, 18]],
    ),
    Exercise(
        "multiples_of_the_first",
        "medium",
        "The items after the first that it divides.",
        lambda xs: [x for x in xs[1:] if x % xs[0] == 0],
        [
            [3, 6, 7, 9],
            [5, 10, 12, 25, 31],
            [2, 1, 3, 8],
            [4, 12, 18, 20, 2, 16],
            [7, 21, 5, 14],
            [6, 9, 30, 18, 4, 12, 27],
        ],
        [[6, 12, 15, 18, 3], [10, 5, 20, 30], [9, 27, 81, 30]],
    ),
    Exercise(
        "where_the_maximum_is",
        "medium",
        "All positions of the largest item.",
        lambda xs: [i for i, x in enumerate(xs) if x == max(xs)],
        [[4, 9, 2, 9], [7, 1, 3], [5, 5, 5], [2, 6, 8, 1, 8, 0, 8], [3, 10]],
        [[1, 2, 2, 1], [9, 0, 9, 4, 9], [6, 7, 3, 5]],
    ),
    Exercise(
        "without_trailing_zeros",
        "medium",
        "The list without the zeros at its end.",
        lambda xs: xs[: max((i + 1 for i, x in enumerate(xs) if x), default=0)],
        [[4, 0, 0], [1, 0, 7, 0, 0, 0], [6, 5], [0, 3, 0], [2, 0, 0, 9]],
        [[8, 0, 1, 0], [0, 0, 5, 0, 0], [7, 7, 7]],
    ),
    Exercise(
        "most_frequent_first",
        "hard",
        "The different items, the most frequent first, equally frequent ones in the order in which they appear.",
        lambda xs: sorted(dict.fromkeys(xs), key=lambda x: -xs.count(x)),
        [
            [1, 2, 2, 3, 3, 3],
            [7, 5, 5],
            [4, 6, 4, 6, 9],
            [8, 1, 1, 8, 1, 2],
            [3, 9, 9, 0, 0, 0, 3, 0],
            [6, 7, 5, 7, 8, 7, 5],
        ],
        [[5, 6, 6, 7, 7, 7, 7], [2, 4, 4, 2, 4], [1, 8, 9, 9]],
    ),
    Exercise(
        "longest_rise",
        "hard",
        "The longest stretch of neighbours in which every item is larger than the one before, the first of several.",
        _longest_rise,
        [
            [1, 2, 0, 3, 5, 4],
            [5, 6, 7, 1, 9],
            [8, 3, 2],
            [2, 4, 4, 6, 7, 9, 1],
            [7, 1, 5, 6, 2, 3],
            [3, 9, 1, 2, 8, 9, 9, 10],
        ],
        [[3, 1, 2, 3, 4, 0], [9, 8, 10, 12, 11, 13], [4, 5, 1, 2, 6, 0]],
    ),
    Exercise(
        "smallest_and_largest_in_turn",
        "hard",
        "The smallest item, the largest, the second smallest, the second largest, and so on.",
        _zigzag,
        [[1, 2, 3, 4], [9, 5, 7], [10, 40, 20, 30, 50], [6, 1, 8, 3, 2, 9], [4, 4, 12], [15, 2, 30, 8, 21, 4, 11]],
        [[5, 1, 4, 2, 3], [7, 70, 17, 27], [8, 0, 6, 4, 2, 10]],
    ),
    Exercise(
        "new_lows_after_a_high",
        "hard",
        "The items that are smaller than half of the largest item so far.",
        lambda xs: [x for x, high in zip(xs, accumulate(xs, max), strict=True) if 2 * x < high],
        [[10, 4, 6, 3], [2, 8, 5, 3, 1], [7, 9, 12, 6, 5], [20, 9, 30, 14, 15, 40], [1, 2, 3]],
        [[16, 7, 9, 8, 2], [5, 12, 6, 5, 30, 14], [9, 5, 4, 10, 4]],
    ),
)
