"""Dates, times of the day, and durations, written as texts."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from ..drawing import clock, form, integers, iso_date, lists, one_of, ordered
from ..meant import meant

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December")  # fmt: skip
slashed = form("{:02d}/{:02d}/{}", integers(1, 28), integers(1, 12), integers(1995, 2029))
dotted = form("{}.{}.{}", integers(1, 28), integers(1, 12), integers(1995, 2029))
spelled = form("{} {}, {}", one_of(*MONTHS), integers(1, 28), integers(1995, 2029))
stamp = form("{}{}{}", iso_date, one_of(" ", "T"), clock)
this_year = form("2024-{:02d}-{:02d}", integers(1, 12), integers(1, 28))
nearby = form("{}-{:02d}-{:02d}", one_of(2023, 2024, 2024, 2024), integers(4, 5), integers(1, 28))
duration = form("{}h {}m", integers(0, 12), integers(0, 59))
lap = form("{}:{:02d}", integers(0, 12), integers(0, 59))
weekday = one_of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Saturday", "Sunday", "Sunday")


@meant(iso_date)
def date_year(day: str) -> int:
    """The year of a date."""
    return int(day[:4])


@meant(iso_date)
def date_month_number(day: str) -> int:
    """The month of a date, as a number."""
    return int(day.split("-")[1])


@meant(iso_date)
def date_day_first(day: str) -> str:
    """The date as it is written in Europe."""
    year, month, number = day.split("-")
    return f"{number}.{month}.{year}"


@meant(slashed)
def date_to_iso(day: str) -> str:
    """The date with the year first, so that it sorts."""
    return "-".join(reversed(day.split("/")))


@meant(dotted)
def date_with_zeros(day: str) -> str:
    """The date with two digits for day and month."""
    number, month, year = day.split(".")
    return f"{number.zfill(2)}.{month.zfill(2)}.{year}"


@meant(spelled)
def date_month_of_spelled(day: str) -> str:
    """The month of a date in words, in three letters."""
    return day[:3]


@meant(spelled)
def date_day_of_spelled(day: str) -> int:
    """The day of a date in words, between the month and the comma."""
    return int(day.split()[1].rstrip(","))


@meant(integers(1, 28), integers(1, 12), integers(1995, 2029))
def date_from_parts(day: int, month: int, year: int) -> str:
    """Day, month, and year as a date that sorts."""
    return f"{year}-{month:02d}-{day:02d}"


@meant(iso_date)
def date_quarter(day: str) -> str:
    """The quarter of the year, with its year."""
    return f"Q{(int(day[5:7]) + 2) // 3} {day[:4]}"


@meant(nearby, nearby)
def date_same_month(one: str, other: str) -> bool:
    """Whether two dates are in the same month."""
    return one[:7] == other[:7]


@meant(lists(iso_date, 1, 6))
def date_latest(days: list[str]) -> str:
    """The latest of the dates, wherever it stands."""
    return max(days)


@meant(lists(nearby, 0, 8), one_of("2023", "2024"))
def date_count_in_year(days: list[str], year: str) -> int:
    """How many of the dates are in a year."""
    return sum(day.startswith(year) for day in days)


@meant(iso_date, integers(1, 90))
def date_due(day: str, days: int) -> str:
    """The date so many days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


@meant(this_year, this_year)
def date_days_until(start: str, end: str) -> int:
    """How many days there are from one date to the other, less than nothing if it came before."""
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


@meant(form("{}, {}", weekday, iso_date))
def date_is_weekend(entry: str) -> bool:
    """Whether an entry is of a Saturday or Sunday."""
    return entry.startswith(("Saturday", "Sunday"))


@meant(stamp)
def time_of_stamp(moment: str) -> str:
    """The time of the day, which follows the date."""
    return moment[11:]


@meant(clock)
def time_hour(text: str) -> int:
    """The hour of a time."""
    return int(text.split(":", maxsplit=1)[0])


@meant(clock)
def time_minutes_since_midnight(text: str) -> int:
    """The minutes that have passed of the day."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


@meant(integers(0, 600))
def time_minutes_as_clock(minutes: int) -> str:
    """Minutes as hours and minutes."""
    return f"{minutes // 60}:{minutes % 60:02d}"


@meant(clock)
def time_twelve_hours(text: str) -> str:
    """The time with am or pm."""
    hour, minute = text.split(":")
    return f"{(int(hour) - 1) % 12 + 1}:{minute} {'am' if int(hour) < 12 else 'pm'}"


@meant(duration)
def time_duration_minutes(text: str) -> int:
    """A duration in minutes."""
    hours, minutes = text.split()
    return int(hours[:-1]) * 60 + int(minutes[:-1])


@meant(clock)
def time_is_open(text: str) -> bool:
    """Whether a shop that is open from nine to six is open at that time."""
    return "09:00" <= text < "18:00"


@meant(lists(lap, 1, 5))
def time_total_of_laps(laps: list[str]) -> int:
    """The seconds of all laps, each in minutes and seconds."""
    return sum(int(minutes) * 60 + int(seconds) for minutes, seconds in (one.split(":") for one in laps))


@meant(ordered(clock, 2, 6))
def time_longest_wait(arrivals: list[str]) -> int:
    """The longest time between a bus and the next, in minutes."""
    minutes = [int(text[:2]) * 60 + int(text[3:]) for text in arrivals]
    return max(later - earlier for earlier, later in pairwise(minutes))


@meant(clock, integers(5, 180))
def time_end_of_meeting(start: str, minutes: int) -> str:
    """When a meeting of so many minutes ends, past midnight if it is long."""
    total = int(start[:2]) * 60 + int(start[3:]) + minutes
    return f"{total // 60 % 24:02d}:{total % 60:02d}"
