#!/usr/bin/env bash
# isodate adds a month to durations in the alternative format of ISO 8601 that have none.
#
# One would guess: P0001-00-01T00:00:00 is one year and one day, the number of months being 0 (ISO 8601 writes durations
#   in the form of a date and time as well, each part the amount of its unit).
# What happens: the text is read as a date. As a date has no month 0, the month is taken for the default, 1, and the
#   duration is a year, a month and a day. Year 0 has no such way out: P0000-03-01T00:00:00, three months and a day, is
#   refused because "year 0 is out of range". Parts that a date may have are read right.
# Versions: isodate 0.7.2, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check isodate==0.7.2
"$work/venv/bin/python" - <<'EOF'
from importlib.metadata import version

import isodate

print("isodate", version("isodate"))


def parts(text):
    duration = isodate.parse_duration(text)
    print(text, "->", duration)
    return int(duration.years), int(duration.months), duration.tdelta.days


assert parts("P1Y1D") == (1, 0, 1)
assert parts("P0001-00-01T00:00:00") == (1, 1, 1)
assert parts("P0001-02-03T00:00:00") == (1, 2, 3)
try:
    parts("P0000-03-01T00:00:00")
except ValueError as error:
    print("P0000-03-01T00:00:00:", error)
else:
    raise AssertionError("year 0 can be read")
EOF
