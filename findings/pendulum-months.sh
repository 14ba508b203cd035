#!/usr/bin/env bash
# In pendulum a month and a month are 60 days, two months are two months, and half of two months is nothing.
#
# One would guess: durations keep their months when they are added up, as when they are written as one or multiplied; or
#   else they never do. Half a duration is half as long, in days if need be.
# What happens: the sum has no months but 30 days for each, so that a day two months on depends on how it is written.
#   Multiplied by an integer, months stay months. Divided, they are divided as whole numbers and what is left is lost: a
#   month by 2 is empty, a year by 2 too, and so is a month times 1.5.
# Versions: pendulum 3.3.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pendulum==3.3.0
"$work/venv/bin/python" - <<'EOF'
from importlib.metadata import version

import pendulum
from pendulum import duration

print("pendulum", version("pendulum"))
month, day = duration(months=1), pendulum.datetime(2021, 1, 31)
for how, length in {
    "two months        ": duration(months=2),
    "a month times 2   ": month * 2,
    "a month and one   ": month + month,
}.items():
    print(f"31 January and {how}", (day + length).to_date_string())
for how, length in {"month / 2": month / 2, "year / 2": duration(years=1) / 2, "month * 1.5": month * 1.5}.items():
    print(how, "is", length.total_days(), "days")
assert day + month * 2 == day + duration(months=2) == pendulum.datetime(2021, 3, 31)
assert day + (month + month) == pendulum.datetime(2021, 4, 1)
assert month / 2 == duration(years=1) / 2 == month * 1.5 == duration()
assert duration(days=30) / 2 == duration(days=15)
EOF
