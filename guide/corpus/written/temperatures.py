"""Temperatures of days, hours and rooms."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from ..drawing import amounts, integers, lists, one_of
from ..meant import meant


def season(rng: Random) -> list[int]:
    """Temperatures of some days of one season."""
    usual = rng.choice((-4, 0, 3, 9, 16, 24))
    return [usual + rng.randint(-6, 6) for _ in range(rng.randint(2, 8))]


def summer(rng: Random) -> list[int]:
    """Temperatures of hot days."""
    return [rng.randint(23, 37) for _ in range(rng.randint(4, 9))]


measured = lists(amounts(-5, 25, 1), 2, 6)
week = lists(integers(-9, 21), 7, 7)


@meant(season)
def warmest_temperature(days: list[int]) -> int:
    """The highest temperature."""
    return max(days)


@meant(measured)
def coldest_measured(days: list[float]) -> float:
    """The lowest temperature."""
    return min(days)


@meant(season)
def temperature_now(days: list[int]) -> int:
    """The temperature that was measured last."""
    return days[-1]


@meant(season)
def temperature_range(days: list[int]) -> int:
    """The difference between the warmest and the coldest day."""
    return max(days) - min(days)


@meant(week)
def frost_days(days: list[int]) -> int:
    """How many days are below zero."""
    return sum(day < 0 for day in days)


@meant(season)
def any_frost(days: list[int]) -> bool:
    """Whether a day is below zero."""
    return any(day < 0 for day in days)


@meant(season)
def mild_throughout(days: list[int]) -> bool:
    """Whether all days are between 0 and 20 degrees."""
    return all(0 <= day <= 20 for day in days)


@meant(season)
def without_frost_days(days: list[int]) -> list[int]:
    """The days that are not below zero."""
    return [day for day in days if day >= 0]


@meant(lists(one_of(integers(-20, 40), integers(0, 25)), 1, 6))
def celsius_to_fahrenheit(days: list[int]) -> list[int]:
    """Degrees Fahrenheit, rounded."""
    return [round(day * 9 / 5 + 32) for day in days]


@meant(integers(-10, 110))
def fahrenheit_to_celsius(degrees: int) -> float:
    """Degrees Celsius to one place."""
    return round((degrees - 32) * 5 / 9, 1)


@meant(season)
def day_to_day_changes(days: list[int]) -> list[int]:
    """How much warmer each day is than the one before."""
    return [after - before for before, after in pairwise(days)]


@meant(season)
def biggest_jump(days: list[int]) -> int:
    """The greatest change from one day to the next, up or down."""
    return max(abs(after - before) for before, after in pairwise(days))


@meant(season)
def day_of_the_minimum(days: list[int]) -> int:
    """The number of the coldest day, the first is 1."""
    return days.index(min(days)) + 1


@meant(season, integers(0, 20))
def days_warmer_than(days: list[int], limit: int) -> int:
    """How many days are warmer than a limit."""
    return len([day for day in days if day > limit])


@meant(season)
def heating_degrees(days: list[int]) -> int:
    """The degrees that are missing to 18, all days together."""
    return sum(max(0, 18 - day) for day in days)


@meant(summer)
def longest_hot_spell(days: list[int]) -> int:
    """The most days of 30 degrees or more one after the other."""
    longest = spell = 0
    for day in days:
        spell = spell + 1 if day >= 30 else 0
        longest = max(longest, spell)
    return longest


@meant(summer)
def is_heat_wave(days: list[int]) -> bool:
    """Whether three days one after the other have 30 degrees or more."""
    return any(min(days[i : i + 3]) >= 30 for i in range(len(days) - 2))


@meant(week)
def first_frost_day(days: list[int]) -> int:
    """The position of the first day below zero; -1 if there is none."""
    return next((i for i, day in enumerate(days) if day < 0), -1)


@meant(season)
def warmer_than_the_day_before(days: list[int]) -> list[bool]:
    """For each day but the first, whether it is warmer than the day before."""
    return [after > before for before, after in pairwise(days)]


@meant(week)
def days_since_the_last_frost(days: list[int]) -> int:
    """How many days at the end of the week are not below zero."""
    mild = 0
    for day in days:
        mild = 0 if day < 0 else mild + 1
    return mild


@meant(lists(integers(-5, 32), 1, 6))
def names_of_temperatures(days: list[int]) -> list[str]:
    """Each day as cold, mild or warm."""
    return ["cold" if day < 10 else "mild" if day < 20 else "warm" for day in days]


@meant(measured)
def middle_of_extremes(days: list[float]) -> float:
    """The mean of the highest and the lowest temperature."""
    return round((max(days) + min(days)) / 2, 2)


@meant(lists(amounts(17, 25, 1), 2, 7))
def comfortable_rooms(rooms: list[float]) -> list[float]:
    """The rooms between 19 and 22 degrees."""
    return [room for room in rooms if 19 <= room <= 22]


@meant(amounts(-12, 33, 1))
def temperature_with_unit(degrees: float) -> str:
    """The temperature as it is displayed."""
    return f"{degrees} °C"
