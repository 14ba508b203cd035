"""Dates, and dates with a time of day. What a task's values can be read as proposes them; no search tries them."""

import calendar
import datetime

from ..core.primitive import primitive
from .patterns import (
    all_read,
    date_from,
    first_read,
    moment_from,
    reading_of,
    regex_of,
    regexes_of,
    writer,
    writing_of,
)


@primitive("(Str, Str) -> Date")
def read_date(text, pattern):
    """The date that a text says by a pattern such as "D MMM YYYY", or by the first that reads it of several."""
    return first_read(text, regexes_of(pattern), date_from)


@read_date.spelled
def _(pattern):
    return reading_of(pattern, "date")


@primitive("(Str, Str) -> DateTime")
def read_moment(text, pattern):
    """The date and time that a text says by a pattern such as "YYYY-MM-DD H:mm"."""
    return first_read(text, regexes_of(pattern), moment_from)


@read_moment.spelled
def _(pattern):
    return reading_of(pattern, "moment")


@primitive("(Str, Str) -> List[Date]")
def dates_in(text, pattern):
    """The dates in a text, wherever the pattern reads a part of it."""
    return all_read(text, regex_of(pattern), date_from)


@dates_in.spelled
def _(pattern):
    return f"all_read(text, {regex_of(pattern)!r}, date_from)"


@primitive("(Str, Str) -> List[DateTime]")
def moments_in(text, pattern):
    """The dates with times in a text, wherever the pattern reads a part of it."""
    return all_read(text, regex_of(pattern), moment_from)


@moments_in.spelled
def _(pattern):
    return f"all_read(text, {regex_of(pattern)!r}, moment_from)"


@primitive("(Date, Str) -> Str")
def write_date(value, pattern):
    """The date as a pattern such as "D MMM YYYY" writes it."""
    return writer(pattern, "date")(value)


@write_date.spelled
def _(pattern):
    return writing_of(pattern, "date")


@primitive("(DateTime, Str) -> Str")
def write_moment(value, pattern):
    """The date and time as a pattern such as "YYYY-MM-DD H:mm" writes them."""
    return writer(pattern, "moment")(value)


@write_moment.spelled
def _(pattern):
    return writing_of(pattern, "moment")


@primitive("(DateTime) -> Date", python="moment.date()")
def date_of(moment):
    """The date of a date with a time."""
    return moment.date()


@primitive("(DateTime) -> Time", python="moment.time()")
def time_of(moment):
    """The time of day of a date with a time."""
    return moment.time()


@primitive("(Date, Time) -> DateTime", python="datetime.datetime.combine(day, time)")
def at_time(day, time):
    """The date and the time of day together."""
    return datetime.datetime.combine(day, time)


@primitive("(Int) -> DateTime", python="datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)")
def since_1970(seconds):
    """The date and time so many seconds after the beginning of 1970."""
    return datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)


@primitive("(DateTime) -> Int", python="(moment - datetime.datetime(1970, 1, 1)) // datetime.timedelta(seconds=1)")
def seconds_since_1970(moment):
    """The seconds from the beginning of 1970 to a date and time."""
    return (moment - datetime.datetime(1970, 1, 1)) // datetime.timedelta(seconds=1)


@primitive("(Date) -> Int")
def year_of(day):
    """The year of a date."""
    return day.year


@primitive("(Date) -> Int")
def month_of(day):
    """The month of a date, 1 to 12."""
    return day.month


@primitive("(Date) -> Int")
def day_of(day):
    """The day of the month of a date."""
    return day.day


@primitive("(Date) -> Int", python="day.isoweekday()")
def weekday_of(day):
    """The weekday of a date: 1 for Monday to 7 for Sunday."""
    return day.isoweekday()


@primitive("(Date) -> Int", python="(day.month + 2) // 3")
def quarter_of(day):
    """The quarter of a date, 1 to 4."""
    return (day.month + 2) // 3


@primitive("(Date) -> Int", python="day.isocalendar().week")
def iso_week(day):
    """The week of a date by ISO 8601, in which a week belongs to the year of its Thursday."""
    return day.isocalendar().week


@primitive("(Date) -> Int", python="day.timetuple().tm_yday")
def day_of_year(day):
    """The number of a date in its year, from 1."""
    return day.timetuple().tm_yday


@primitive("(Date) -> Bool", python="day.isoweekday() > 5")
def is_weekend(day):
    """Whether a date is a Saturday or Sunday."""
    return day.isoweekday() > 5


@primitive("(Int) -> Bool", python="calendar.isleap(year)")
def is_leap_year(year):
    """Whether a year has a 29 February."""
    return calendar.isleap(year)


@primitive("(Date) -> Date", python="day.replace(day=1)")
def first_of_month(day):
    """The first day of the month of a date."""
    return day.replace(day=1)


@primitive("(Date) -> Date", python="day.replace(day=calendar.monthrange(day.year, day.month)[1])")
def last_of_month(day):
    """The last day of the month of a date."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


@primitive("(Date, Int) -> Date", python="day + datetime.timedelta(days=n)")
def add_days(day, n):
    """The date n days later."""
    return day + datetime.timedelta(days=n)


@primitive("(Date, Int) -> Date")
def add_months(day, n):
    """The same day n months later, or the last of that month if it has no such day."""
    years, month = divmod(day.month - 1 + n, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return day.replace(year=day.year + years, month=month + 1, day=min(day.day, last))


@primitive("(DateTime, Int) -> DateTime", python="moment + datetime.timedelta(minutes=n)")
def minutes_later(moment, n):
    """The date and time n minutes later."""
    return moment + datetime.timedelta(minutes=n)


@primitive("(Date, Date) -> Int", python="(end - start).days")
def days_between(start, end):
    """The days from one date to another."""
    return (end - start).days


@primitive("(Date, Date) -> Int", python="(end.year - start.year) * 12 + end.month - start.month")
def months_between(start, end):
    """The months from that of one date to that of another."""
    return (end.year - start.year) * 12 + end.month - start.month


@primitive("(Date, Date) -> Int", python="day.year - born.year - ((day.month, day.day) < (born.month, born.day))")
def age_on(born, day):
    """The full years from one date to another: how old somebody is on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@primitive("(DateTime, DateTime) -> Duration", python="end - start")
def elapsed(start, end):
    """The time that goes by from one date and time to another."""
    return end - start


@primitive("(List[Date]) -> Date", python="min(days)")
def earliest(days):
    """The first of the dates; undefined for none."""
    return min(days)


@primitive("(List[Date]) -> Date", python="max(days)")
def latest(days):
    """The last of the dates; undefined for none."""
    return max(days)


@primitive("(Date) -> Date", python="day - datetime.timedelta(days=day.weekday())")
def start_of_week(day):
    """The Monday of the week of a date."""
    return day - datetime.timedelta(days=day.weekday())
