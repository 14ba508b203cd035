"""Dates, times and durations, as people write them."""

from __future__ import annotations

import datetime

from .exercise import Exercise

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _date(s: str) -> datetime.date:
    return datetime.date.fromisoformat(s)


def _day_first(s: str) -> datetime.date:
    day, month, year = map(int, s.split("."))
    return datetime.date(year, month, day)


def _end_of_month(s: str) -> str:
    following = (_date(s).replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
    return (following - datetime.timedelta(days=1)).isoformat()


def _quarter_hour(s: str) -> str:
    hours, minutes = map(int, s.split(":"))
    return f"{hours:02}:{minutes // 15 * 15:02}"


def _twelve(s: str) -> str:
    hours, minutes = s.split(":")
    return f"{(int(hours) - 1) % 12 + 1}:{minutes} {'PM' if int(hours) >= 12 else 'AM'}"


EXERCISES = (
    Exercise(
        "day_month_year",
        "easy",
        "The date with the day first.",
        lambda s: f"{_date(s):%d/%m/%Y}",
        ["2022-04-17", "1987-11-30", "2015-06-08"],
        ["2001-12-25", "2024-02-29", "1999-01-01"],
    ),
    Exercise(
        "date_in_words",
        "medium",
        "The date with the name of the month.",
        lambda s: f"{MONTHS[_date(s).month - 1]} {_date(s).day}, {_date(s).year}",
        ["2022-04-17", "1987-11-30", "2015-06-08"],
        ["2001-12-25", "2024-02-29", "1999-09-03"],
    ),
    Exercise(
        "iso_from_dots",
        "medium",
        "The date as year, month and day.",
        lambda s: _day_first(s).isoformat(),
        ["7.3.2020", "24.12.1996", "1.10.2018"],
        ["30.6.2011", "5.5.2005", "19.11.2023"],
    ),
    Exercise(
        "day_of_the_week",
        "medium",
        "The name of the day.",
        lambda s: WEEKDAYS[_date(s).weekday()],
        ["2023-05-01", "2023-05-06", "2020-02-29", "1969-07-20"],
        ["2023-05-04", "2000-01-01", "2024-12-31"],
    ),
    Exercise(
        "quarter_of_the_year",
        "medium",
        "The quarter and the year.",
        lambda s: f"Q{(_date(s).month + 2) // 3}/{_date(s).year}",
        ["2022-04-17", "1987-11-30", "2015-07-08", "2010-03-31"],
        ["2001-12-25", "2024-02-29", "1999-06-01"],
    ),
    Exercise(
        "nights_between",
        "medium",
        "The days from the first date to the second.",
        lambda a, b: (_date(b) - _date(a)).days,
        [("2023-02-26", "2023-03-02"), ("2021-12-30", "2022-01-06"), ("2020-02-28", "2020-03-01")],
        [("2022-06-01", "2022-07-01"), ("2019-08-15", "2019-08-16"), ("2024-02-01", "2024-03-01")],
    ),
    Exercise(
        "last_day_of_the_month",
        "hard",
        "The last day of the same month.",
        _end_of_month,
        ["2022-04-17", "1987-11-30", "2015-07-08", "2023-02-10"],
        ["2001-12-25", "2024-02-03", "1999-06-01"],
    ),
    Exercise(
        "due_in_thirty_days",
        "hard",
        "The date 30 days later.",
        lambda s: (_date(s) + datetime.timedelta(days=30)).isoformat(),
        ["2022-04-17", "1987-11-30", "2015-07-08"],
        ["2001-12-25", "2024-02-03", "1999-06-01"],
    ),
    Exercise(
        "twelve_hour_clock",
        "medium",
        "The time with AM or PM.",
        _twelve,
        ["08:15", "17:40", "12:05", "23:59", "00:30"],
        ["14:00", "11:11", "19:25"],
    ),
    Exercise(
        "quarter_of_an_hour",
        "medium",
        "The time, rounded down to a quarter of an hour.",
        _quarter_hour,
        ["08:17", "17:44", "12:05", "23:59"],
        ["14:00", "11:31", "06:48"],
    ),
    Exercise(
        "minutes_of_a_film",
        "medium",
        "The minutes of hours and minutes.",
        lambda s: 60 * int(s.split("h")[0]) + int(s.split("h ")[1].removesuffix("min")),
        ["1h 45min", "2h 5min", "0h 58min", "3h 21min"],
        ["1h 0min", "2h 39min", "10h 12min"],
    ),
)
