"""How dates and times are written: patterns such as ``"D MMM YYYY"`` or ``"h:mm AM"``, for reading and for writing.

========================  ===========================================================================
``YYYY``, ``YY``          the year, in two digits one of 1969 to 2068
``MM``, ``M``             the month in two digits, or in as few as it takes
``MMMM``, ``MMM``         its English name, or the first three letters of it
``DD``, ``D``, ``Do``     the day of the month; as 1st, 2nd, 3rd
``DDDD``, ``DDD``         the day of the year, in three digits or in as few as it takes
``dddd``, ``ddd``         the English name of the weekday, or the first three letters; read and ignored
``HH``, ``H``             the hour of 24
``hh``, ``h``             the hour of 12, which goes with ``AM``, ``am``, ``A.M.`` or ``a.m.``
``mm``, ``m``             the minute
``ss``, ``s``             the second
``S`` to ``SSSSSS``       its fraction, in so many digits; as many as there are when it is read
``Q``                     the quarter; read and ignored
``GGGG``, ``WW``, ``W``   the year and week of ISO 8601; read and ignored
========================  ===========================================================================

Anything else stands for itself, and so does what is in brackets: ``"YYYY-MM-DD[ at ]H:mm"``.
Reading is laxer than writing: ``D`` reads a leading zero, too, and names may be short or in full, in capitals or not.
`` | `` stands between patterns that are tried one after the other.

The functions for reading, and the expressions for writing, are printed as the user's Python.
"""

import datetime
import re
from functools import cache

# Printed as they stand here, where lists would take a line for each name.
MONTHS = """
January February March April May June
July August September October November December
""".split()  # noqa: SIM905
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905

HALVES = ("AM", "am", "A.M.", "a.m.")
SOME_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"

READ = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<short_year>\d\d)",
    "MMMM": r"(?P<name>[a-z]{3,9})",
    "MMM": r"(?P<name>[a-z]{3,9})",
    "MM": r"(?P<month>\d\d)",
    "M": r"(?P<month>\d\d?)",
    "Do": r"(?P<day>\d\d?)(?:st|nd|rd|th)",
    "DDDD": r"(?P<yearday>\d{3})",
    "DDD": r"(?P<yearday>\d{1,3})",
    "DD": r"(?P<day>\d\d)",
    "D": r"(?P<day>\d\d?)",
    "dddd": SOME_WEEKDAY,
    "ddd": SOME_WEEKDAY,
    "HH": r"(?P<hour>\d\d)",
    "H": r"(?P<hour>\d\d?)",
    "hh": r"(?P<hour>\d\d)",
    "h": r"(?P<hour>\d\d?)",
    "mm": r"(?P<minute>\d\d)",
    "m": r"(?P<minute>\d\d?)",
    "ss": r"(?P<second>\d\d)",
    "s": r"(?P<second>\d\d?)",
    **{"S" * count: r"(?P<fraction>\d{1,6})" for count in range(1, 7)},
    **dict.fromkeys(HALVES, r"(?P<half>[ap])\.?m\.?"),
    "Q": r"[1-4]",
    "GGGG": r"\d{4}",
    "WW": r"\d\d",
    "W": r"\d\d?",
}
"""The regular expression of each field. A group is named by what it says."""

DATE = {
    "YYYY": "{value.year:04}",
    "YY": "{value.year % 100:02}",
    "MMMM": "{MONTHS[value.month - 1]}",
    "MMM": "{MONTHS[value.month - 1][:3]}",
    "MM": "{value.month:02}",
    "M": "{value.month}",
    "Do": "{ordinal(value.day)}",
    "DDDD": "{value.timetuple().tm_yday:03}",
    "DDD": "{value.timetuple().tm_yday}",
    "DD": "{value.day:02}",
    "D": "{value.day}",
    "dddd": "{WEEKDAYS[value.weekday()]}",
    "ddd": "{WEEKDAYS[value.weekday()][:3]}",
    "Q": "{(value.month + 2) // 3}",
    "GGGG": "{value.isocalendar().year:04}",
    "WW": "{value.isocalendar().week:02}",
    "W": "{value.isocalendar().week}",
}
"""What a date shows in each field, as a part of a format string of Python."""

TIME = {
    "HH": "{value.hour:02}",
    "H": "{value.hour}",
    "hh": "{(value.hour - 1) % 12 + 1:02}",
    "h": "{(value.hour - 1) % 12 + 1}",
    "AM": "{half_of_day(value)}",
    "am": "{half_of_day(value).lower()}",
    "A.M.": "{half_of_day(value)[0]}.M.",
    "a.m.": "{half_of_day(value)[0].lower()}.m.",
    "mm": "{value.minute:02}",
    "m": "{value.minute}",
    "ss": "{value.second:02}",
    "s": "{value.second}",
    **{"S" * count: f"{{value.microsecond // {10 ** (6 - count)}:0{count}}}" for count in range(1, 6)},
    "SSSSSS": "{value.microsecond:06}",
}
"""What a time of day shows."""

MOMENT = {**DATE, **TIME}

FIELDS = re.compile(rf"\[[^]]*\]|{'|'.join(map(re.escape, sorted(READ, key=len, reverse=True)))}|.", re.DOTALL)
SPECIAL = re.compile(r"([\\.^$*+?{}\[\]|()])")


def fields_of(pattern: str) -> list[str]:
    """The fields of a pattern, and the texts between them."""
    return FIELDS.findall(pattern)


def literal_of(field):
    """What a part of a pattern stands for that is no field."""
    return field[1:-1] if field.startswith("[") else field


@cache
def regex_of(pattern):
    """The regular expression of one pattern."""
    regex = "".join(READ.get(field, SPECIAL.sub(r"\\\1", literal_of(field))) for field in fields_of(pattern))
    try:
        re.compile(regex)
    except re.error:
        raise ValueError(f"{pattern} names a field twice") from None
    return regex


def regexes_of(pattern: str) -> list[str]:
    """The regular expressions of patterns that are tried one after the other."""
    return [regex_of(one) for one in pattern.split(" | ")]


@cache
def format_of(pattern, known):
    """The format string of a pattern, as Python, for values that show the fields of a table."""
    table = {"date": DATE, "time": TIME, "moment": MOMENT}[known]
    text = ""
    for field in fields_of(pattern):
        if field in READ and field not in table:
            raise ValueError(f"a {known} has no {field}")
        text += table.get(field, literal_of(field).replace("{", "{{").replace("}", "}}"))
    return f"f{text!r}"


@cache
def writer(pattern, known):
    """The function that writes a value by a pattern."""
    return eval(f"lambda value: {format_of(pattern, known)}")  # The text outside of braces is quoted.


def month_named(name):
    """The number of the month with an English name, of which the first three letters are enough."""
    return [month[: len(name)].lower() for month in MONTHS].index(name.lower()) + 1


def date_from(fields):
    """The date that has these fields."""
    year = int(fields["year"]) if "year" in fields else (int(fields["short_year"]) - 69) % 100 + 1969
    if "yearday" in fields:
        day = datetime.date(year, 1, 1) + datetime.timedelta(int(fields["yearday"]) - 1)
        if day.year != year:
            raise ValueError("no such day of the year")
        return day
    month = month_named(fields["name"]) if "name" in fields else int(fields["month"])
    return datetime.date(year, month, int(fields.get("day", 1)))


def time_from(fields):
    """The time of day that has these fields."""
    hour = int(fields["hour"])
    if "half" in fields:
        if hour > 12:
            raise ValueError("no such hour of twelve")
        hour = hour % 12 + 12 * (fields["half"] in "pP")
    fraction = int(fields.get("fraction", "0").ljust(6, "0"))
    return datetime.time(hour, int(fields.get("minute", 0)), int(fields.get("second", 0)), fraction)


def moment_from(fields):
    """The date and time that have these fields, midnight if there is no hour."""
    time = time_from(fields) if "hour" in fields else datetime.time()
    return datetime.datetime.combine(date_from(fields), time)


def first_read(text, regexes, value_from):
    """What a text says, by the first of the regular expressions that reads it."""
    for regex in regexes:
        found = re.fullmatch(regex, text, re.IGNORECASE)
        try:
            if found is not None:
                return value_from(found.groupdict())
        except (KeyError, OverflowError, ValueError):
            pass
    raise ValueError(f"not a date or time: {text}")


def all_read(text, regex, value_from):
    """What a text says, wherever the regular expression reads a part of it."""
    values = []
    for found in re.finditer(rf"(?<!\d)(?:{regex})(?!\d)", text, re.IGNORECASE):
        try:
            values.append(value_from(found.groupdict()))
        except (KeyError, OverflowError, ValueError):
            continue
    return values


def ordinal(day):
    """The day of a month as 1st, 2nd, 3rd and so on."""
    ending = "th" if day in (11, 12, 13) or not 1 <= day % 10 <= 3 else ["st", "nd", "rd"][day % 10 - 1]
    return f"{day}{ending}"


def half_of_day(time):
    """AM before noon, PM from noon on."""
    return "AM" if time.hour < 12 else "PM"


NUMERIC = {
    "date": (("year", "month", "day"),),
    "time": (("hour", "minute"), ("hour", "minute", "second")),
    "moment": (("year", "month", "day", "hour", "minute"), ("year", "month", "day", "hour", "minute", "second")),
}
"""The groups of which `datetime` makes a value without more ado."""
CLASSES = {"date": "datetime.date", "time": "datetime.time", "moment": "datetime.datetime"}
SAYS_MORE = {
    "date": {"short_year", "name", "yearday"},
    "time": {"half", "fraction"},
    "moment": {"short_year", "name", "yearday", "half", "fraction"},
}
"""The groups for which the fields are looked at by name."""


def reading_of(pattern, known):
    """The Python that reads ``text`` by a pattern."""
    regexes = regexes_of(pattern)
    if len(regexes) > 1:
        return f"first_read(text, {regexes!r}, {known}_from)"
    (regex,) = regexes
    groups = re.findall(r"\(\?P<(\w+)>", regex)
    for wanted in NUMERIC[known]:
        others = set(groups) - set(wanted)
        if set(wanted) <= set(groups) and not others & {*SAYS_MORE[known], *(NUMERIC[known][-1])}:
            found = matched(re.sub(r"\?P<\w+>", "", regex))
            order = [groups.index(group) + 1 for group in wanted]
            listed = (
                f"group({', '.join(map(str, order))})" if order != sorted(range(1, len(groups) + 1)) else "groups()"
            )
            return f"{CLASSES[known]}(*map(int, {found}.{listed}))"
    return f"{known}_from({matched(regex)}.groupdict())"


def matched(regex):
    """The Python that matches ``text``; capitals matter only where there are letters."""
    letters = re.search("[a-z]", re.sub(r"\\d|\?P<\w+>", "", regex), re.IGNORECASE)
    return f"re.fullmatch({regex!r}, text{', re.IGNORECASE' if letters else ''})"


def writing_of(pattern, known):
    """The Python that writes ``value`` by a pattern."""
    text = format_of(pattern, known)
    fields = fields_of(pattern)
    if len(fields) == 1 and ":" not in text and text[2:-1].startswith("{") and text[2:-1].endswith("}"):
        shown = text[3:-2]
        return shown if "(value)" in shown or shown[0].isupper() or shown.startswith("ordinal") else f"str({shown})"
    return text
