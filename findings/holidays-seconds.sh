#!/usr/bin/env bash
# The year 2024 is a holiday of the United States: New Year's Day.
#
# One would guess: a calendar is asked for a date, and a bare year is a mistake that is refused; or, if anything, that
#   `2024 in holidays.US()` tells whether the calendar has the year.
# What happens: a number is taken for seconds since 1970, so that every year there was is a time in the first hour of
#   1 January 1970, a holiday nearly everywhere, and True. 20240704 is not one: it is in August 1970. Asking also puts all
#   the holidays of 1970 into the calendar. The text "20240704" is a date as one would guess.
# Versions: holidays 0.109, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check holidays==0.109
"$work/venv/bin/python" - <<'EOF'
from datetime import date

import holidays

print("holidays", holidays.__version__)
calendar = holidays.US(years=2024)
before = len(calendar)
seen = {key: calendar.get(key) for key in (2024, 1066, 20240704, "20240704")}
for key, name in seen.items():
    print(repr(key), "in the calendar:", key in calendar, name)
print("years in the calendar:", sorted({day.year for day in calendar}), "holidays:", before, "and then", len(calendar))
assert seen == {2024: "New Year's Day", 1066: "New Year's Day", 20240704: None, "20240704": "Independence Day"}
assert 2024 in calendar
assert date(1970, 1, 1) in list(calendar)
assert {day.year for day in calendar} == {1970, 2024}
EOF
