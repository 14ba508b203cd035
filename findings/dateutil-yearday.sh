#!/usr/bin/env bash
# In dateutil the days 365 and 366 of a leap year are both 30 December.
#
# One would guess: relativedelta(yearday=n) is the n-th day of the year, and that is why there is nlyearday beside it, which
#   counts as if there were no leap day; so day 366 of 2020 is 31 December.
# What happens: the day is looked up in a table of the common year, and in leap years one day is taken off what comes out.
#   Day 366 is 32 December in that table, which is cut off at 31 December before the day is taken off. No `yearday` gives
#   the last day of a leap year. Where there is no day 366, in 2021, it is 31 December all the same.
# Versions: python-dateutil 2.9.0.post0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0
"$work/venv/bin/python" - <<'EOF'
from datetime import date, timedelta
from importlib.metadata import version

from dateutil.relativedelta import relativedelta

print("python-dateutil", version("python-dateutil"))
start = date(2020, 1, 1)
found = {day: start + relativedelta(yearday=day) for day in range(1, 367)}
for day in (60, 364, 365, 366):
    print(f"day {day} of 2020: {found[day]}, counted: {start + timedelta(days=day - 1)}")
assert all(found[day] == start + timedelta(days=day - 1) for day in range(1, 366))
assert found[365] == found[366] == date(2020, 12, 30)
assert date(2020, 12, 31) not in found.values()
print("day 366 of 2021:", date(2021, 1, 1) + relativedelta(yearday=366))
assert date(2021, 1, 1) + relativedelta(yearday=366) == date(2021, 12, 31)
print(relativedelta(yearday=366))
EOF
