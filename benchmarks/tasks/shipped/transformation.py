"""Lists of integers: another list made of the items."""

from __future__ import annotations

from itertools import accumulate, groupby, pairwise

from .exercise import Exercise


def _never_below_zero(xs: list[int]) -> list[int]:
    return list(accumulate(xs, lambda level, x: max(level + x, 0), initial=0))[1:]


def _evens_sorted_in_place(xs: list[int]) -> list[int]:
    evens = iter(sorted(x for x in xs if x % 2 == 0))
    return [next(evens) if x % 2 == 0 else x for x in xs]


def _one_bubble_pass(xs: list[int]) -> list[int]:
    done = list(xs)
    for i in range(len(done) - 1):
        done[i : i + 2] = sorted(done[i : i + 2])
    return done


EXERCISES = (
    Exercise(
        "doubled",
        "easy",
        "Every item times two.",
        lambda xs: [2 * x for x in xs],
        [[3, 1, 4], [10, 0, -2, 7], [25], [8, 8, 6, 1, 5]],
        [[2, 9], [-4, 30, 11], [6, 7, 0, 12]],
    ),
    Exercise(
        "newest_first",
        "easy",
        "The items in reverse order.",
        lambda xs: xs[::-1],
        [[1, 2, 3], [9, 4, 9, 7], [5], [20, 11, 0, 6, 8]],
        [[3, 8, 3, 1], [6, 2], [7, 0, 5, 5, 2]],
    ),
    Exercise(
        "growth_per_day",
        "easy",
        "The difference between each item and the one before it.",
        lambda xs: [b - a for a, b in pairwise(xs)],
        [[1, 4, 9], [10, 7, 7, 12], [5, 5], [0, 3, 1, 8, 2]],
        [[2, 6, 3, 11], [100, 90, 95], [4, 1, 0, 7, 7]],
    ),
    Exercise(
        "negatives_to_zero",
        "easy",
        "The items, with zero in place of the negative ones.",
        lambda xs: [max(x, 0) for x in xs],
        [[3, -1, 4], [-5, -2, 0], [7, 8], [-10, 6, -3, 2, 9]],
        [[-4, 1, -1], [12, 0, -7, 5], [-2, -2, 3]],
    ),
    Exercise(
        "behind_the_leader",
        "easy",
        "How far each item is below the largest.",
        lambda xs: [max(xs) - x for x in xs],
        [[3, 9, 5], [20, 20, 15, 8], [7], [1, 40, 22, 39]],
        [[12, 4, 10], [6, 6], [55, 61, 48, 60]],
    ),
    Exercise(
        "relative_to_the_first",
        "easy",
        "Every item less the first.",
        lambda xs: [x - xs[0] for x in xs],
        [[5, 8, 3], [100, 110, 95, 130], [4, 4], [12, 0, 7, 20, 12]],
        [[9, 1, 10], [30, 33, 28], [2, 8, 5, 2]],
    ),
    Exercise(
        "there_and_back",
        "easy",
        "The list followed by its reverse.",
        lambda xs: xs + xs[::-1],
        [[1, 2], [7, 3, 9], [4], [6, 0, 8, 5]],
        [[2, 9, 4], [10, 20, 30, 40], [3, 3, 1]],
    ),
    Exercise(
        "count_in_front",
        "easy",
        "The number of items, then the items.",
        lambda xs: [len(xs), *xs],
        [[5, 9], [7, 1, 0, 4], [8], [6, 6, 2, 3, 9, 1]],
        [[4, 4, 4], [12, 30, 5, 7, 9], [0, 2]],
    ),
    Exercise(
        "with_total",
        "easy",
        "The items, then their sum.",
        lambda xs: [*xs, sum(xs)],
        [[3, 4], [10, 20, 5], [7], [1, 0, 2, 8, 6]],
        [[9, 9, 1], [15, -5], [2, 3, 4, 5]],
    ),
    Exercise(
        "totals_so_far",
        "easy",
        "The sums of the first item, the first two, and so on.",
        lambda xs: list(accumulate(xs)),
        [[1, 2, 3], [10, -4, 6, 0], [9], [5, 5, 2, 7, 1]],
        [[4, 4, 4, 4], [20, -30, 15], [8, 1]],
    ),
    Exercise(
        "percent_scale",
        "medium",
        "The items, with 0 for what is below 0 and 100 for what is above 100.",
        lambda xs: [min(max(x, 0), 100) for x in xs],
        [[50, 120, -3], [100, 101, 0], [-20, 250, 77, 4], [99, 36], [-1, -90, 300, 150, 63]],
        [[140, 20, -8], [5, 100, 105, 88], [-50, 0, 400]],
    ),
    Exercise(
        "halve_the_evens",
        "medium",
        "Even items halved, odd ones as they are.",
        lambda xs: [x // 2 if x % 2 == 0 else x for x in xs],
        [[4, 3, 10], [7, 6, 6, 1], [12, 0, 5, 20], [9, 11], [8, 15, 2, 30, 13]],
        [[2, 5, 16], [40, 7, 3, 18], [1, 4]],
    ),
    Exercise(
        "first_and_last_exchanged",
        "medium",
        "The list with its first and last items exchanged.",
        lambda xs: [xs[-1], *xs[1:-1], xs[0]],
        [[1, 2, 3], [9, 4, 6, 8], [5, 7], [3, 0, 2, 2, 11]],
        [[6, 1, 1, 4], [20, 10], [8, 7, 9, 5, 3, 1]],
    ),
    Exercise(
        "sums_of_neighbours",
        "medium",
        "The sum of each item and the next.",
        lambda xs: [a + b for a, b in pairwise(xs)],
        [[1, 2, 3], [10, 0, 5, 4], [7, 7], [3, 9, 2, 8, 6]],
        [[4, 5, 6, 7], [20, 1, 9], [0, 0, 8, 2]],
    ),
    Exercise(
        "ranking",
        "medium",
        "The place of each item if the largest takes the first and none are equal.",
        lambda xs: [1 + sum(y > x for y in xs) for x in xs],
        [[30, 10, 20], [5, 9, 7, 1], [100, 250], [8, 6, 4, 9, 2], [3]],
        [[12, 15, 11], [70, 20, 90, 50], [1, 2, 3, 4, 5]],
    ),
    Exercise(
        "as_often_as_it_says",
        "medium",
        "Every item as often as its value.",
        lambda xs: [x for x in xs for _ in range(x)],
        [[2, 1, 3], [4, 0, 2], [1, 1, 5], [3, 2]],
        [[2, 2, 4], [0, 6, 1], [3, 1, 0, 2]],
    ),
    Exercise(
        "gaps_filled",
        "medium",
        "The items, with the last item before it that is not zero in place of every zero.",
        lambda xs: list(accumulate(xs, lambda kept, x: x or kept)),
        [[5, 0, 0, 7], [3, 0, 8, 0], [2, 2, 0, 9, 0, 0], [6, 1], [4, 0, 1, 0, 1]],
        [[9, 0, 3, 0, 0], [1, 0, 0, 0, 2], [8, 7, 0]],
    ),
    Exercise(
        "below_the_peak_so_far",
        "medium",
        "How far each item is below the largest of those up to it.",
        lambda xs: [high - x for x, high in zip(xs, accumulate(xs, max), strict=True)],
        [[5, 3, 8, 6], [10, 12, 7], [4, 4, 1, 9, 2], [2, 1, 0], [6, 9, 9, 5, 11, 3]],
        [[7, 2, 8, 1], [20, 15, 25, 22], [3, 6, 4, 9, 9, 0]],
    ),
    Exercise(
        "repeats_to_zero",
        "medium",
        "The items, with zero in place of those that have occurred before.",
        lambda xs: [0 if x in xs[:i] else x for i, x in enumerate(xs)],
        [[3, 1, 3], [5, 5, 5, 2], [4, 7, 9], [8, 1, 1, 8, 6], [2, 6, 2, 9, 6, 2]],
        [[7, 7, 4, 7], [1, 2, 3, 2, 1], [9, 4, 4]],
    ),
    Exercise(
        "signs_in_turn",
        "medium",
        "The items, with every second one negated.",
        lambda xs: [-x if i % 2 else x for i, x in enumerate(xs)],
        [[1, 2, 3], [7, 7, 4, 9], [5], [10, -3, 8, 6, 2]],
        [[4, 1], [9, 8, 7, 6, 5, 4], [-2, -6, 3]],
    ),
    Exercise(
        "shares_in_percent",
        "medium",
        "What percentage of the sum each item is, rounded down.",
        lambda xs: [100 * x // sum(xs) for x in xs],
        [[1, 1, 2], [10, 30], [5, 5, 5], [7, 2, 1], [20, 0, 30, 14]],
        [[3, 6], [1, 2, 3, 4], [50, 25, 15]],
    ),
    Exercise(
        "number_plus_one",
        "medium",
        "The digits of the number that comes after the one with these digits.",
        lambda xs: [int(c) for c in str(int("".join(map(str, xs))) + 1)],
        [[1, 2, 3], [4, 9], [9, 9], [7], [2, 0, 9, 9]],
        [[1, 0, 5], [8, 9, 9], [9, 9, 9, 9]],
    ),
    Exercise(
        "partners_exchanged",
        "hard",
        "The items with the first two exchanged, the next two, and so on.",
        lambda xs: [x for i in range(0, len(xs), 2) for x in xs[i : i + 2][::-1]],
        [[1, 2, 3, 4], [9, 5], [7, 0, 8, 8, 2, 6], [3, 1, 4, 1, 5], [6, 2, 7]],
        [[10, 20, 30, 40, 50, 60], [4, 9, 2, 7], [8, 1, 5, 3, 6]],
    ),
    Exercise(
        "level_that_never_goes_below_zero",
        "hard",
        "The level after each change, starting from zero and never below it.",
        _never_below_zero,
        [
            [3, -5, 4],
            [2, 2, -1, -6, 7],
            [-4, 1, -1, -1, 5],
            [10, -3],
            [-2, -2, 6, -10, 3, 1],
            [4, -9, 2, -1, -3, 8, -2],
        ],
        [[5, -2, -9, 4, -1], [-1, 8, -8, 2], [1, -3, 2, -3, 7, -2]],
    ),
    Exercise(
        "value_and_count",
        "hard",
        "For each run of equal neighbours, the value and how often it occurs in the run.",
        lambda xs: [y for x, run in groupby(xs) for y in (x, len(list(run)))],
        [[5, 5, 2], [7, 7, 7, 7], [1, 3, 3, 1], [4, 9, 9, 9, 4, 4], [8, 8, 6, 6, 6, 0]],
        [[2, 2, 2, 9], [6, 1, 1, 6, 6], [3, 3, 5, 5, 7]],
    ),
    Exercise(
        "evens_sorted_in_place",
        "hard",
        "The even items sorted among their places, the odd ones where they are.",
        _evens_sorted_in_place,
        [[8, 3, 2], [5, 6, 4, 1, 2], [10, 10, 7, 4, 9], [3, 1, 7], [12, 6, 9, 8, 1, 2, 4], [14, 20, 5, 6, 3, 16, 8]],
        [[6, 1, 4, 3, 2], [14, 9, 9, 0, 2], [5, 8, 7, 6, 20]],
    ),
    Exercise(
        "one_pass_of_bubble_sort",
        "hard",
        "The items after one pass that exchanges neighbours in the wrong order, from the left.",
        _one_bubble_pass,
        [[3, 1, 2], [5, 9, 4, 7], [2, 1], [8, 6, 7, 3, 9, 0], [1, 4, 3, 2]],
        [[4, 3, 2, 1], [6, 2, 8, 5, 7], [10, 1, 12, 11]],
    ),
)
