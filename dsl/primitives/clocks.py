"""Times of day and durations. What a task's values can be read as proposes them; no search tries them."""

import datetime
import re

from ..core.primitive import primitive
from .patterns import (
    SPECIAL,
    all_read,
    first_read,
    literal_of,
    matched,
    reading_of,
    regex_of,
    regexes_of,
    time_from,
    writer,
    writing_of,
)

DURATION_PART = re.compile(r"\[[^]]*\]|HH?|mm?|ss?|.", re.DOTALL)
UNITS = {"H": "hours", "m": "minutes", "s": "seconds"}


def duration_regex(pattern):
    """The regular expression of a pattern of durations, in which the first unit has no upper limit."""
    regex, largest = "", True
    for part in DURATION_PART.findall(pattern):
        if part[0] in UNITS:
            digits = r"\d{1,9}" if largest else r"[0-5]\d" if len(part) == 2 else r"[0-5]?\d"
            regex += f"(?P<{UNITS[part[0]]}>{digits})"
            largest = False
        else:
            regex += SPECIAL.sub(r"\\\1", literal_of(part))
    try:
        re.compile(regex)
    except re.error:
        raise ValueError(f"{pattern} names a unit twice") from None
    return regex


def duration_from(parts):
    """The duration of so many hours, minutes, seconds."""
    return datetime.timedelta(**{unit: int(count) for unit, count in parts.items()})


@primitive("(Str, Str) -> Duration")
def read_duration(text, pattern):
    """The duration that a text says by a pattern such as "H:mm:ss", in which the first unit has no upper limit."""
    return first_read(text, [duration_regex(pattern)], duration_from)


@read_duration.spelled
def _(pattern):
    return f"duration_from({matched(duration_regex(pattern))}.groupdict())"


@primitive("(Duration, Str) -> Str")
def write_duration(duration, pattern):
    """The duration as a pattern such as "H:mm:ss" writes it; undefined for negative ones."""
    if duration < datetime.timedelta():
        raise ValueError("a negative duration")
    text = ""
    for part in DURATION_PART.findall(pattern):
        if part[0] in UNITS:
            count, duration = divmod(duration, datetime.timedelta(**{UNITS[part[0]]: 1}))
            text += str(count).zfill(len(part))
        else:
            text += literal_of(part)
    return text


@write_duration.spelled
def _(pattern):
    text, larger = "", ""
    for part in DURATION_PART.findall(pattern):
        if part[0] in UNITS:
            unit = f"datetime.timedelta({UNITS[part[0]]}=1)"
            text += f"{{duration{larger} // {unit}{':02' if len(part) == 2 else ''}}}"
            larger = f" % {unit}"
        else:
            text += literal_of(part).replace("{", "{{").replace("}", "}}")
    return f"f{text!r}"


@primitive("(Str, Str) -> Time")
def read_time(text, pattern):
    """The time of day that a text says by a pattern such as "h:mm AM", or by the first that reads it of several."""
    return first_read(text, regexes_of(pattern), time_from)


@read_time.spelled
def _(pattern):
    return reading_of(pattern, "time")


@primitive("(Str, Str) -> List[Time]")
def times_in(text, pattern):
    """The times of day in a text, wherever the pattern reads a part of it."""
    return all_read(text, regex_of(pattern), time_from)


@times_in.spelled
def _(pattern):
    return f"all_read(text, {regex_of(pattern)!r}, time_from)"


@primitive("(Time, Str) -> Str")
def write_time(value, pattern):
    """The time of day as a pattern such as "h:mm AM" writes it."""
    return writer(pattern, "time")(value)


@write_time.spelled
def _(pattern):
    return writing_of(pattern, "time")


@primitive("(Time) -> Int")
def hour_of(time):
    """The hour of a time of day, 0 to 23."""
    return time.hour


@primitive("(Time) -> Int")
def minute_of(time):
    """The minute of a time of day."""
    return time.minute


@primitive("(Time) -> Int")
def second_of(time):
    """The second of a time of day."""
    return time.second


@primitive("(Time) -> Int", python="time.hour * 60 + time.minute")
def minute_of_day(time):
    """The full minutes from midnight to a time of day."""
    return time.hour * 60 + time.minute


@primitive("(Time) -> Duration")
def since_midnight(time):
    """The time that has gone by since midnight."""
    return datetime.timedelta(hours=time.hour, minutes=time.minute, seconds=time.second, microseconds=time.microsecond)


@primitive("(Time, Int) -> Time")
def add_minutes(time, n):
    """The time of day n minutes later, past midnight as well."""
    minutes = (time.hour * 60 + time.minute + n) % 1440
    return time.replace(hour=minutes // 60, minute=minutes % 60)


@primitive("(Time, Int) -> Time")
def floor_time(time, n):
    """The last full multiple of n minutes since midnight; undefined unless n is positive."""
    if n <= 0:
        raise ValueError("no such step")
    minutes = (time.hour * 60 + time.minute) // n * n
    return datetime.time(minutes // 60, minutes % 60)


@floor_time.helper
def _(time, n):
    """The last full multiple of n minutes since midnight."""
    minutes = (time.hour * 60 + time.minute) // n * n
    return datetime.time(minutes // 60, minutes % 60)


@primitive("(Time, Int) -> Time")
def round_time(time, n):
    """The nearest multiple of n minutes since midnight, the later of two; undefined unless n is positive."""
    if n <= 0:
        raise ValueError("no such step")
    seconds = time.hour * 3600 + time.minute * 60 + time.second
    minutes = (seconds + 30 * n) // (60 * n) * n % 1440
    return datetime.time(minutes // 60, minutes % 60)


@round_time.helper
def _(time, n):
    """The nearest multiple of n minutes since midnight, the later of two."""
    seconds = time.hour * 3600 + time.minute * 60 + time.second
    minutes = (seconds + 30 * n) // (60 * n) * n % 1440
    return datetime.time(minutes // 60, minutes % 60)


@primitive("(Int) -> Duration", python="datetime.timedelta(seconds=n)")
def of_seconds(n):
    """The duration of n seconds."""
    return datetime.timedelta(seconds=n)


@primitive("(Int) -> Duration", python="datetime.timedelta(minutes=n)")
def of_minutes(n):
    """The duration of n minutes."""
    return datetime.timedelta(minutes=n)


@primitive("(Duration) -> Int", python="duration.days")
def in_days(duration):
    """The full days of a duration."""
    return duration.days


@primitive("(Duration) -> Int", python="duration // datetime.timedelta(hours=1)")
def in_hours(duration):
    """The full hours of a duration."""
    return duration // datetime.timedelta(hours=1)


@primitive("(Duration) -> Int", python="duration // datetime.timedelta(minutes=1)")
def in_minutes(duration):
    """The full minutes of a duration."""
    return duration // datetime.timedelta(minutes=1)


@primitive("(Duration) -> Int", python="duration // datetime.timedelta(seconds=1)")
def in_seconds(duration):
    """The full seconds of a duration."""
    return duration // datetime.timedelta(seconds=1)


@primitive("(List[Duration]) -> Duration", python="sum(durations, datetime.timedelta())")
def add_durations(durations):
    """The sum of durations."""
    return sum(durations, datetime.timedelta())


@primitive("(Duration, Duration) -> Duration", python="end - start")
def subtract_duration(end, start):
    """The difference of two durations."""
    return end - start
