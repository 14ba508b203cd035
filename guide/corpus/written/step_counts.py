"""Steps of days and weeks, as a phone counts them."""

from __future__ import annotations

from itertools import accumulate, pairwise
from random import Random

from ..drawing import integers, lists, one_of
from ..meant import meant

steps = one_of(integers(1800, 15500), integers(7000, 12000))
days = lists(steps, 1, 7)
whole_week = lists(steps, 7, 7)
hundreds = lists(lambda rng: 100 * rng.randint(20, 150), 1, 6)
with_rest_days = lists(one_of(integers(2000, 14000), integers(5000, 9000), 0), 2, 8)


def busy_days(rng: Random) -> list[int]:
    """Days on which many steps were made, mostly."""
    least = rng.choice((7500, 9200, 10000))
    return [rng.randint(least, 14000) for _ in range(rng.randint(2, 7))]


def hours(rng: Random) -> list[int]:
    """What the counter of a day showed at each hour: it never falls."""
    return list(accumulate(rng.choice((0, rng.randint(50, 1500))) for _ in range(rng.randint(2, 7))))


@meant(days)
def steps_of_all_days(counts: list[int]) -> int:
    """All steps together."""
    return sum(counts)


@meant(hours)
def steps_so_far_today(counter: list[int]) -> int:
    """What the counter showed last."""
    return counter[-1]


@meant(days)
def most_steps_in_a_day(counts: list[int]) -> int:
    """The steps of the best day."""
    return max(counts)


@meant(hours)
def steps_of_each_hour(counter: list[int]) -> list[int]:
    """What the counter grew by from one hour to the next."""
    return [after - before for before, after in pairwise(counter)]


@meant(hours)
def hours_at_rest(counter: list[int]) -> int:
    """In how many hours the counter did not grow."""
    return sum(before == after for before, after in pairwise(counter))


@meant(days)
def average_steps(counts: list[int]) -> int:
    """The mean of the days, without places."""
    return sum(counts) // len(counts)


@meant(whole_week)
def days_with_ten_thousand(counts: list[int]) -> int:
    """How many days reach 10000 steps."""
    return sum(count >= 10000 for count in counts)


@meant(busy_days)
def goal_met_every_day(counts: list[int]) -> bool:
    """Whether all days reach 10000 steps."""
    return all(count >= 10000 for count in counts)


@meant(days, one_of(9000, 10000, 12000, 14000))
def goal_met_once(counts: list[int], goal: int) -> bool:
    """Whether a day reaches the goal."""
    return any(count >= goal for count in counts)


@meant(days, one_of(6000, 8000, 10000))
def days_that_met_the_goal(counts: list[int], goal: int) -> list[int]:
    """The counts that reach the goal."""
    return [count for count in counts if count >= goal]


@meant(days)
def steps_missing_to_ten_thousand(counts: list[int]) -> list[int]:
    """What each day lacks of 10000 steps."""
    return [max(0, 10000 - count) for count in counts]


@meant(days)
def full_thousands(counts: list[int]) -> list[int]:
    """The thousands of each day."""
    return [count // 1000 for count in counts]


@meant(days)
def rounded_to_hundreds(counts: list[int]) -> list[int]:
    """The counts rounded down to hundreds."""
    return [count // 100 * 100 for count in counts]


@meant(hundreds)
def kilometres_walked(counts: list[int]) -> float:
    """The way of all days, at 0.7 metres a step, in kilometres."""
    return round(sum(counts) * 0.7 / 1000, 2)


@meant(whole_week)
def steps_on_workdays(counts: list[int]) -> int:
    """The steps from Monday to Friday."""
    return sum(counts[:5])


@meant(whole_week)
def steps_on_the_weekend(counts: list[int]) -> int:
    """The steps of the last two days of the week."""
    return sum(counts[5:])


@meant(hundreds)
def steps_up_to_each_day(counts: list[int]) -> list[int]:
    """The running total."""
    return list(accumulate(counts))


@meant(hundreds)
def more_than_the_day_before(counts: list[int]) -> int:
    """On how many days there were more steps than on the day before."""
    return sum(after > before for before, after in pairwise(counts))


@meant(with_rest_days)
def without_rest_days(counts: list[int]) -> list[int]:
    """The days on which steps were counted."""
    return [count for count in counts if count]


@meant(with_rest_days)
def steps_since_the_last_rest_day(counts: list[int]) -> int:
    """All steps after the last day without any."""
    total = 0
    for count in counts:
        total = total + count if count else 0
    return total


@meant(lists(steps, 5, 12))
def days_until_fifty_thousand(counts: list[int]) -> int:
    """How many days it took to walk 50000 steps; 0 if that was not reached."""
    return next((day for day, total in enumerate(accumulate(counts), start=1) if total >= 50000), 0)


@meant(lists(steps, 3, 8))
def second_best_day(counts: list[int]) -> int:
    """The steps of the second best day."""
    return sorted(counts)[-2]


@meant(lists(steps, 3, 8))
def steps_of_last_three_days(counts: list[int]) -> int:
    """The last three days together."""
    return sum(counts[-3:])


@meant(lists(steps, 3, 7))
def days_above_average(counts: list[int]) -> list[int]:
    """The counts above the mean of all."""
    return [count for count in counts if count > sum(counts) / len(counts)]


@meant(one_of(steps, integers(0, 6000)))
def level_of_activity(count: int) -> str:
    """Active from 10000 steps, moderate from 5000, else quiet."""
    return "active" if count >= 10000 else "moderate" if count >= 5000 else "quiet"
