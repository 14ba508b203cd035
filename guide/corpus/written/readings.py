"""Readings of sensors: smoothing, changes, thresholds and windows."""

from __future__ import annotations

from itertools import accumulate, pairwise
from random import Random
from statistics import median_low

from ..drawing import amounts, integers, lists, one_of
from ..meant import meant


def drifting(rng: Random) -> list[int]:
    """Readings that change little by little."""
    values = [rng.randint(5, 60)]
    for _ in range(rng.randint(2, 7)):
        values.append(values[-1] + rng.randint(-6, 7))
    return values


level = one_of(integers(0, 99), integers(30, 70))
plain = lists(level, 1, 8)
three_or_more = lists(level, 3, 8)
with_failures = lists(one_of(level, level, level, -1), 2, 8)
fine = lists(amounts(0, 9, 1), 2, 7)


@meant(with_failures)
def valid_readings(values: list[int]) -> list[int]:
    """The readings without the failures, which are -1."""
    return [value for value in values if value != -1]


@meant(with_failures)
def failed_readings(values: list[int]) -> int:
    """How many readings failed, which gives -1."""
    return values.count(-1)


@meant(with_failures)
def all_readings_valid(values: list[int]) -> bool:
    """Whether no reading is -1."""
    return -1 not in values


@meant(with_failures)
def latest_valid_reading(values: list[int]) -> int:
    """The last reading that is not -1."""
    return [value for value in values if value >= 0][-1]


@meant(with_failures)
def failures_replaced_by_last(values: list[int]) -> list[int]:
    """The readings with the last valid one, or 0, in place of -1."""
    return list(accumulate(values, lambda last, value: last if value == -1 else value, initial=0))[1:]


@meant(drifting)
def changes_of_readings(values: list[int]) -> list[int]:
    """The change from each reading to the next."""
    return [after - before for before, after in pairwise(values)]


@meant(drifting)
def sizes_of_changes(values: list[int]) -> list[int]:
    """How much readings differ from the one before, up or down."""
    return [abs(after - before) for before, after in pairwise(values)]


@meant(drifting)
def total_drift(values: list[int]) -> int:
    """The last reading less the first."""
    return values[-1] - values[0]


@meant(drifting)
def relative_to_the_first(values: list[int]) -> list[int]:
    """How far each reading is above the first."""
    return [value - values[0] for value in values]


@meant(three_or_more)
def above_the_minimum(values: list[int]) -> list[int]:
    """How far each reading is above the lowest."""
    return [value - min(values) for value in values]


@meant(fine, one_of(-0.5, -0.2, 0.1, 0.3, 1.0, 1.5))
def calibrated(values: list[float], offset: float) -> list[float]:
    """The readings with an offset."""
    return [round(value + offset, 1) for value in values]


@meant(fine)
def rounded_readings(values: list[float]) -> list[int]:
    """The readings without their places."""
    return [int(value) for value in values]


@meant(lists(lambda rng: 2 * rng.randint(0, 40), 2, 7))
def means_of_neighbours(values: list[int]) -> list[int]:
    """The mean of each two readings that follow one another."""
    return [(before + after) // 2 for before, after in pairwise(values)]


@meant(three_or_more)
def sums_of_three(values: list[int]) -> list[int]:
    """The sum of each window of three readings."""
    return [sum(values[i : i + 3]) for i in range(len(values) - 2)]


@meant(three_or_more)
def median_of_three(values: list[int]) -> list[int]:
    """The middle one of each window of three readings."""
    return [median_low(values[i : i + 3]) for i in range(len(values) - 2)]


@meant(plain, integers(40, 90))
def alarm_raised(values: list[int], limit: int) -> bool:
    """Whether a reading is above the limit."""
    return max(values) > limit


@meant(plain, integers(20, 80))
def times_of_alarm(values: list[int], limit: int) -> list[int]:
    """The positions of readings above the limit."""
    return [i for i, value in enumerate(values) if value > limit]


@meant(lists(level, 3, 9))
def crossings_of_fifty(values: list[int]) -> int:
    """How often the readings go from under 50 to 50 or more, or back."""
    return sum((before < 50) != (after < 50) for before, after in pairwise(values))


@meant(three_or_more)
def peaks(values: list[int]) -> list[int]:
    """The readings that are higher than both neighbours."""
    return [b for a, b, c in zip(values, values[1:], values[2:], strict=False) if a < b > c]


@meant(plain, integers(0, 40), integers(45, 90))
def clamped(values: list[int], low: int, high: int) -> list[int]:
    """The readings, held between two limits."""
    return [min(max(value, low), high) for value in values]


@meant(drifting)
def readings_are_stable(values: list[int]) -> bool:
    """Whether the readings differ by no more than ten."""
    return max(values) - min(values) <= 10


@meant(lists(level, 2, 9))
def every_second_reading(values: list[int]) -> list[int]:
    """Every other reading, from the first."""
    return values[::2]


@meant(lists(one_of(level, level, level, level, -1), 1, 4))
def state_of_sensor(values: list[int]) -> str:
    """A failure if a reading is -1, high if one is above 80, else normal."""
    return "failure" if -1 in values else "high" if max(values) > 80 else "normal"


@meant(drifting)
def noticeable_readings(values: list[int]) -> list[int]:
    """The readings that differ by three or more from the last one that was noticed."""
    noticed = values[:1]
    for value in values:
        if abs(value - noticed[-1]) >= 3:
            noticed.append(value)
    return noticed


@meant(lists(one_of(0, 0, integers(1, 40)), 2, 9))
def readings_from_the_first_signal(values: list[int]) -> list[int]:
    """The readings without the zeros at the beginning."""
    return values[next((i for i, value in enumerate(values) if value), len(values)) :]
