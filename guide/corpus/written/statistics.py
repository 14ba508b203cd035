"""Statistics of lists: means, medians, shares, deviations, outliers."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from math import sqrt
from statistics import fmean, median, mode, pstdev

from ..drawing import amounts, integers, lists, one_of, ordered, repeating, truth
from ..meant import meant

sample = lists(integers(0, 50), 1, 8)
maybe_sorted = one_of(lists(integers(0, 50), 3, 8), ordered(integers(0, 50), 3, 7))
three_or_more = lists(integers(0, 50), 3, 8)
measured = lists(amounts(0, 20, 1), 2, 6)
answers = lists(truth, 2, 8)
ages = lists(one_of(integers(3, 88), integers(15, 70)), 1, 8)
with_an_outlier = lists(one_of(integers(8, 14), integers(8, 14), integers(8, 14), integers(30, 90)), 3, 8)
four = lists(integers(1, 10), 4, 4)


@meant(lists(integers(0, 50), 2, 6))
def mean_to_two_places(values: list[int]) -> float:
    """The mean, to two places."""
    return round(sum(values) / len(values), 2)


@meant(sample)
def mean_without_places(values: list[int]) -> int:
    """The mean, rounded down."""
    return sum(values) // len(values)


@meant(lists(integers(0, 20), 5, 5))
def mean_of_five(values: list[int]) -> float:
    """The mean of five numbers."""
    return sum(values) / 5


@meant(maybe_sorted)
def median_of_sample(values: list[int]) -> float:
    """The median."""
    return float(median(values))


@meant(lists(integers(0, 50), 3, 9))
def lower_median(values: list[int]) -> int:
    """The middle of the sorted list, the lower one of two."""
    return sorted(values)[(len(values) - 1) // 2]


@meant(repeating(integers(1, 20), 3, 3, 9))
def mode_of_sample(values: list[int]) -> int:
    """The most common value."""
    return mode(values)


@meant(sample)
def spread_of_sample(values: list[int]) -> int:
    """The largest less the smallest."""
    return max(values) - min(values)


@meant(maybe_sorted)
def smallest_and_largest(values: list[int]) -> list[int]:
    """The smallest and the largest."""
    return [min(values), max(values)]


@meant(maybe_sorted)
def middle_of_the_range(values: list[int]) -> float:
    """The mean of the smallest and the largest."""
    return (min(values) + max(values)) / 2


@meant(measured)
def largest_measured(values: list[float]) -> float:
    """The largest value."""
    return max(values)


@meant(measured)
def sum_of_measured(values: list[float]) -> float:
    """The sum, to one place."""
    return round(sum(values), 1)


@meant(sample)
def how_many_above_the_mean(values: list[int]) -> int:
    """How many values are above the mean."""
    return sum(value > fmean(values) for value in values)


@meant(lists(integers(0, 20), 5, 5))
def deviations_from_the_mean(values: list[int]) -> list[float]:
    """How far each of five values is above the mean."""
    return [round(value - sum(values) / 5, 1) for value in values]


@meant(three_or_more)
def standard_deviation(values: list[int]) -> float:
    """The standard deviation of a population, to two places."""
    return round(pstdev(values), 2)


@meant(three_or_more)
def variance_rounded(values: list[int]) -> float:
    """The mean of the squared distances from the mean, to one place."""
    return round(sum((value - fmean(values)) ** 2 for value in values) / len(values), 1)


@meant(four, four)
def distance_of_points(first: list[int], second: list[int]) -> float:
    """The straight distance of two points, to two places."""
    return round(sqrt(sum((a - b) ** 2 for a, b in zip(first, second, strict=True))), 2)


@meant(four, four)
def weighted_mean(values: list[int], weights: list[int]) -> float:
    """The mean of values that have weights, to two places."""
    return round(sum(value * weight for value, weight in zip(values, weights, strict=True)) / sum(weights), 2)


@meant(lists(integers(1, 40), 2, 5))
def shares_in_percent(values: list[int]) -> list[int]:
    """Each value as a part of the sum, in percent and rounded down."""
    return [100 * value // sum(values) for value in values]


@meant(answers)
def how_many_agree(given: list[bool]) -> int:
    """How many answers are true."""
    return given.count(True)


@meant(answers)
def most_agree(given: list[bool]) -> bool:
    """Whether more answers are true than false."""
    return given.count(True) > given.count(False)


@meant(ages)
def how_many_of_working_age(values: list[int]) -> int:
    """How many ages are from 18 to 65."""
    return sum(18 <= age <= 65 for age in values)


@meant(lists(integers(0, 59), 1, 9))
def counts_by_tens(values: list[int]) -> list[list[int]]:
    """For each ten that comes, in order, the ten and how many values have it."""
    return [[ten, count] for ten, count in sorted(Counter(value // 10 for value in values).items())]


@meant(with_an_outlier)
def without_outliers(values: list[int]) -> list[int]:
    """The values that are at most twice the median."""
    return [value for value in values if value <= 2 * median(values)]


@meant(three_or_more)
def mean_without_extremes(values: list[int]) -> float:
    """The mean without one smallest and one largest value, to two places."""
    return round(fmean(sorted(values)[1:-1]), 2)


@meant(lists(lambda rng: 2 * rng.randint(0, 30), 1, 6))
def means_so_far(values: list[int]) -> list[float]:
    """The mean up to each value, to one place."""
    return [round(total / n, 1) for n, total in enumerate(accumulate(values), start=1)]
