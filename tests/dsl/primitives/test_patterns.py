"""Patterns of dates and times: what is written reads back, and the printed Python says what the interpreter says."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.expression import Undefined, evaluate
from induce.dsl.core.types import CLASSES, STR
from induce.dsl.primitives.patterns import writer
from induce.dsl.program import parse

from ..python.test_source import run

DATE_PATTERNS = (
    "YYYY-MM-DD",
    "D.M.YYYY",
    "MMDDYYYY",
    "MMMM Do, YYYY",
    "dddd, D MMM YYYY",
    "YYYY DDD",
    "YYYY-DDDD",
    "[Day] D [of] MMMM YYYY",
    "GGGG[-W]WW, YYYY/MM/DD, [Q]Q",
)
TIME_PATTERNS = ("H:mm:ss.SSSSSS", "hh:mm:ss.SSSSSS AM", "h a.m. mm ss SSSSSS", "HHmmssSSSSSS", "H:m:s,SSSSSS")
DATES = st.dates()
TIMES = st.times()


PROGRAM = cache(parse)
PYTHON = cache(lambda program: PROGRAM(program).python())


def said(program: str, *arguments: Any) -> Any:
    """What a program gives by the interpreter; None where it is undefined."""
    parsed = PROGRAM(program)
    try:
        return evaluate(parsed.body, dict(zip([one.name for one in parsed.parameters], arguments, strict=True)))
    except Undefined:
        return None


def printed(program: str, *arguments: Any) -> Any:
    """The same by the printed Python, which raises where it has no value."""
    try:
        return run(PYTHON(program), arguments)
    except (ArithmeticError, AttributeError, IndexError, KeyError, ValueError):
        return None


@pytest.mark.parametrize("pattern", DATE_PATTERNS)
@given(day=DATES)
def test_a_date_that_is_written_reads_back(pattern: str, day: date) -> None:
    assert said(f'(d: Date) -> read_date(write_date(d, "{pattern}"), "{pattern}")', day) == day


@pytest.mark.parametrize("pattern", TIME_PATTERNS)
@given(time_=TIMES)
def test_a_time_that_is_written_reads_back(pattern: str, time_: time) -> None:
    assert said(f'(x: Time) -> read_time(write_time(x, "{pattern}"), "{pattern}")', time_) == time_


@given(moment=st.datetimes())
def test_a_moment_that_is_written_reads_back(moment: datetime) -> None:
    pattern = "ddd D MMM YYYY[ at ]h:mm:ss.SSSSSS a.m."
    assert said(f'(x: DateTime) -> read_moment(write_moment(x, "{pattern}"), "{pattern}")', moment) == moment


@settings(deadline=None)
@given(duration=st.timedeltas(min_value=timedelta(), max_value=timedelta(days=10_000)))
def test_a_duration_that_is_written_reads_back(duration: timedelta) -> None:
    whole = timedelta(days=duration.days, seconds=duration.seconds)
    for pattern in ("H:mm:ss", "m:ss", "s", "[up] HH:mm:s"):
        program = f'(x: Duration) -> read_duration(write_duration(x, "{pattern}"), "{pattern}")'
        assert said(program, duration) == whole
        assert printed(program, duration) == whole


@pytest.mark.parametrize("pattern", [*DATE_PATTERNS, "YY", "M/D/YY", "{MMM} 'YY\\n"])
@given(day=DATES)
def test_printed_python_writes_the_same_date(pattern: str, day: date) -> None:
    program = f'(d: Date) -> write_date(d, "{pattern}")'
    assert printed(program, day) == said(program, day) is not None


@pytest.mark.parametrize("pattern", [*TIME_PATTERNS, "h:mmAM", "A.M. hh", "SSS am"])
@given(time_=TIMES)
def test_printed_python_writes_the_same_time(pattern: str, time_: time) -> None:
    program = f'(x: Time) -> write_time(x, "{pattern}")'
    assert printed(program, time_) == said(program, time_) is not None


TEXTS = st.one_of(
    st.builds("{:04}-{}-{:02}".format, st.integers(0, 2100), st.integers(0, 14), st.integers(0, 33)),
    st.builds("{}/{}/{}".format, st.integers(0, 33), st.integers(0, 33), st.integers(0, 2100)),
    st.builds(
        "{} {} {:02}".format,
        st.integers(0, 32),
        st.sampled_from(["Mar", "mARCH", "Sept", "Marc h"]),
        st.integers(0, 99),
    ),
    st.builds("{}:{:02} {}".format, st.integers(0, 25), st.integers(0, 61), st.sampled_from(["AM", "pm", "p.m.", "x"])),
    st.sampled_from(["", " 2021-03-05", "2021-3- 5", "٢٠٢١-٠٣-٠٥", "2021-03-05\n", "5. May 21"]),
)


@pytest.mark.parametrize(
    "program",
    [
        '(s: Str) -> read_date(s, "YYYY-M-DD")',
        '(s: Str) -> read_date(s, "D/M/YYYY")',
        '(s: Str) -> read_date(s, "D MMM YY")',
        '(s: Str) -> read_date(s, "D/M/YYYY | M/D/YYYY | D MMM YY")',
        '(s: Str) -> read_moment(s, "YYYY-M-D")',
        '(s: Str) -> read_time(s, "h:mm AM")',
        '(s: Str) -> read_time(s, "H:mm AM | D/M/YYYY")',
        '(s: Str) -> read_duration(s, "m:ss AM")',
        '(s: Str) -> dates_in(s, "M/D/YYYY")',
        '(s: Str) -> times_in(s, "H:mm")',
    ],
)
@given(text=TEXTS)
def test_printed_python_reads_the_same(program: str, text: str) -> None:
    assert printed(program, text) == said(program, text)


@pytest.mark.parametrize(
    ("text", "pattern", "day"),
    [
        ("5/3/2021", "D/M/YYYY", date(2021, 3, 5)),
        ("05/03/2021", "D/M/YYYY", date(2021, 3, 5)),
        ("29/2/2020", "D/M/YYYY", date(2020, 2, 29)),
        ("3302021", "MDDYYYY", date(2021, 3, 30)),
        ("5 SEPT 69", "D MMM YY", date(1969, 9, 5)),
        ("5 september 68", "D MMM YY", date(2068, 9, 5)),
        ("2020 366", "YYYY DDD", date(2020, 12, 31)),
        ("Fri, 1st of March 2002", "dddd, Do [of] MMMM YYYY", date(2002, 3, 1)),
        ("13/5/2021", "M/D/YYYY | D/M/YYYY", date(2021, 5, 13)),
        ("2021-03-05T10:00", "YYYY-M-DTH:mm", date(2021, 3, 5)),
    ],
)
def test_dates_are_read(text: str, pattern: str, day: date) -> None:
    assert said(f'(s: Str) -> read_date(s, "{pattern}")', text) == day


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("31/2/2021", "D/M/YYYY"),
        ("29/2/2021", "D/M/YYYY"),
        ("0/3/2021", "D/M/YYYY"),
        ("5/13/2021", "D/M/YYYY"),
        ("1/1/0000", "D/M/YYYY"),
        (" 5/3/2021", "D/M/YYYY"),
        ("5/ 3/2021", "D/M/YYYY"),
        ("5/3/2021\n", "D/M/YYYY"),
        ("2021 366", "YYYY DDD"),
        ("2021 0", "YYYY DDD"),
        ("5 Ma 2021", "D MMM YYYY"),
        ("5 Maybe 2021", "D MMM YYYY"),
        ("5 5", "D D"),
        ("5 Mar", "D MMM"),
    ],
)
def test_what_is_no_date_is_undefined(text: str, pattern: str) -> None:
    assert said(f'(s: Str) -> read_date(s, "{pattern}")', text) is None


@pytest.mark.parametrize(
    ("text", "pattern"), [("24:00", "H:mm"), ("24:61", "H:mm"), ("10:60", "H:mm"), ("13:00 PM", "h:mm AM")]
)
def test_what_is_no_time_is_undefined(text: str, pattern: str) -> None:
    assert said(f'(s: Str) -> read_time(s, "{pattern}")', text) is None


def test_noon_and_midnight() -> None:
    program = '(s: Str) -> write_time(read_time(s, "h:mm am"), "H:mm")'
    assert [said(program, text) for text in ("12:05 AM", "12:05 p.m.", "0:05 am")] == ["0:05", "12:05", "0:05"]


def test_a_date_has_no_hour_to_write() -> None:
    assert said('(d: Date) -> write_date(d, "H:mm")', date(2021, 3, 5)) is None


def test_months_end() -> None:
    program = "(d: Date) -> add_months(d, 1)"
    assert said(program, date(2020, 1, 31)) == date(2020, 2, 29)
    assert said(program, date(2020, 12, 31)) == date(2021, 1, 31)
    assert said(program, date(9999, 12, 1)) is None
    assert said("(d: Date) -> last_of_month(d)", date(2021, 2, 5)) == date(2021, 2, 28)


@given(start=DATES, n=st.integers(-2000, 2000))
def test_months_later(start: date, n: int) -> None:
    later = said("(d: Date, n: Int) -> add_months(d, n)", start, n)
    assert printed("(d: Date, n: Int) -> add_months(d, n)", start, n) == later
    if later is not None:
        assert said("(d: Date, e: Date) -> months_between(d, e)", start, later) == n


def test_age_before_and_on_the_birthday() -> None:
    program = "(d: Date, e: Date) -> age_on(d, e)"
    assert said(program, date(2000, 2, 29), date(2021, 2, 28)) == 20
    assert said(program, date(2000, 2, 29), date(2021, 3, 1)) == 21


@pytest.mark.parametrize(
    ("program", "shown"),
    [
        ('(x: Time) -> write_time(floor_time(x, 30), "H:mm")', "23:30"),
        ('(x: Time) -> write_time(round_time(x, 30), "H:mm")', "0:00"),
        ('(x: Time) -> write_time(add_minutes(x, 20), "H:mm")', "0:07"),
        ('(x: Time) -> write_time(floor_time(x, 0), "H:mm")', None),
    ],
)
def test_around_midnight(program: str, shown: str | None) -> None:
    assert said(program, time(23, 47, 30)) == shown
    assert printed(program, time(23, 47, 30)) == shown


def test_printed_python_depends_on_no_locale_and_time_zone() -> None:
    program = parse('(s: Str) -> write_moment(read_moment(s, "D MMM YYYY h:mm am"), "dddd, MMMM D, YYYY H:mm AM")')
    source = f"{program.python()}\nprint(solve('5 Mar 2021 1:05 p.m.'))\n"
    for locale, zone in (("C", "UTC"), ("de_DE.UTF-8", "Asia/Tokyo"), ("tr_TR.UTF-8", "America/New_York")):
        environment = {**os.environ, "LC_ALL": locale, "TZ": zone}
        answer = subprocess.run(
            [sys.executable, "-c", source], env=environment, capture_output=True, text=True, check=True
        )
        assert answer.stdout == "Friday, March 5, 2021 13:05 PM\n"


def test_values_are_those_of_python() -> None:
    assert type(said('(s: Str) -> read_moment(s, "YYYY-M-D")', "2021-03-05")) is CLASSES["DateTime"]
    assert parse('(s: Str) -> write_date(read_date(s, "YYYY-M-D"), "YYYY")').body.type == STR


@pytest.mark.parametrize("pattern", ["y'{1+1}'", "{y}", "{{y}}", "y'''", 'y"', "y\\", "y\\N{DASH}", "y\n{0}\t"])
def test_a_pattern_is_text_and_never_python(pattern: str) -> None:
    try:
        written = writer(pattern, "date")(date(2024, 3, 1))
    except ValueError:
        return  # It has fields that a date has not.
    assert set(pattern) & set("{}'\"\\!\n\t") <= set(written)
    assert len(written) <= len(pattern) + 8
