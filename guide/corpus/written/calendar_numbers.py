"""Years, months, hours and minutes as numbers."""

from __future__ import annotations

from ..drawing import integers, lists, one_of
from ..meant import meant

year = one_of(integers(1890, 2030), integers(1200, 2100))
month, hour, minute = integers(1, 12), integers(0, 23), integers(0, 59)
duration = one_of(integers(5, 59), integers(60, 400))
"""Minutes that something lasts."""
leap_or_not = one_of(integers(1950, 2030), one_of(1900, 2000, 2004, 2008, 2012, 2016, 2020, 2024, 1800, 2100, 1600))


@meant(duration)
def whole_hours_of_minutes(minutes: int) -> int:
    """How many full hours are in some minutes."""
    return minutes // 60


@meant(duration)
def minutes_past_the_hour(minutes: int) -> int:
    """The minutes that are left beside full hours."""
    return minutes % 60


@meant(duration)
def hours_and_minutes(minutes: int) -> str:
    """Minutes as 2h 05m."""
    return f"{minutes // 60}h {minutes % 60:02d}m"


@meant(integers(0, 12), minute)
def minutes_in_all(hours: int, minutes: int) -> int:
    """Hours and minutes as minutes."""
    return hours * 60 + minutes


@meant(hour, minute)
def clock_of_numbers(hours: int, minutes: int) -> str:
    """Hours and minutes as 07:05."""
    return f"{hours:02d}:{minutes:02d}"


@meant(one_of(integers(10, 600), integers(3600, 20000)))
def seconds_as_a_clock(seconds: int) -> str:
    """Seconds as 1:02:05."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


@meant(hour)
def hour_on_the_dial(hours: int) -> int:
    """The hour as a clock with twelve hours shows it."""
    return (hours - 1) % 12 + 1


@meant(hour)
def hour_with_am_or_pm(hours: int) -> str:
    """The hour as 3 pm."""
    return f"{(hours - 1) % 12 + 1} {'am' if hours < 12 else 'pm'}"


@meant(hour)
def greeting_for_the_hour(hours: int) -> str:
    """What to say in the morning, in the afternoon, and in the evening."""
    return "Good morning" if hours < 12 else "Good afternoon" if hours < 18 else "Good evening"


@meant(hour)
def shop_is_open(hours: int) -> bool:
    """Whether an hour is from nine to before six in the afternoon."""
    return 9 <= hours < 18


@meant(year)
def century_of_a_year(number: int) -> int:
    """The century that a year is in."""
    return (number + 99) // 100


@meant(year)
def decade_of_a_year(number: int) -> str:
    """The decade as 1990s."""
    return f"{number // 10 * 10}s"


@meant(integers(1980, 2039))
def year_in_two_digits(number: int) -> str:
    """The last two digits of a year."""
    return f"{number % 100:02d}"


@meant(leap_or_not)
def year_has_a_leap_day(number: int) -> bool:
    """Whether a year is a leap year."""
    return number % 4 == 0 and (number % 100 != 0 or number % 400 == 0)


@meant(month)
def quarter_of_a_month(number: int) -> int:
    """The quarter that a month is in."""
    return (number + 2) // 3


@meant(one_of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
def days_in_the_month(number: int) -> int:
    """How many days a month has outside leap years."""
    return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][number - 1]


@meant(month)
def season_of_a_month(number: int) -> str:
    """The season of a month in the north."""
    return ["winter", "spring", "summer", "autumn"][number % 12 // 3]


@meant(month, integers(1, 30))
def month_some_months_later(number: int, later: int) -> int:
    """The month so many months later."""
    return (number - 1 + later) % 12 + 1


@meant(integers(0, 6), integers(1, 40))
def weekday_after_days(today: int, days: int) -> int:
    """The day of the week so many days later, from 0 to 6."""
    return (today + days) % 7


@meant(one_of(integers(1, 10), integers(1, 31)))
def day_is_in_the_first_week(day: int) -> bool:
    """Whether a day of the month is one of the first seven."""
    return day <= 7


@meant(integers(1930, 2015), integers(2018, 2030))
def age_at_the_end_of_the_year(born: int, now: int) -> int:
    """How old somebody becomes in a year."""
    return now - born


@meant(hour, hour)
def hours_until(start: int, end: int) -> int:
    """The hours from one to another, over midnight where needed."""
    return (end - start) % 24


@meant(lists(integers(5, 90), 1, 6))
def length_of_all_tracks(minutes: list[int]) -> str:
    """The sum of some minutes as 2h 05m."""
    total = sum(minutes)
    return f"{total // 60}h {total % 60:02d}m"
