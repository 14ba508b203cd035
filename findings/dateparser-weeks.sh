#!/usr/bin/env bash
# dateparser reads the week 2021-W05 as the month of May.
#
# One would guess: weeks as ISO 8601 writes them are read as weeks, as quarters such as "2021-Q2" are, or not at all.
# What happens: the W is passed over. 2021-W05 is May 2021, and not the week from 1 February on; 2021-W07 is July, and
#   2021-W01-3, the Wednesday of the first week, is 3 January, a Sunday. Where the number is no month it becomes a day:
#   2021-W13 is 13 March if it is March now.
# Versions: dateparser 1.5.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
"$work/venv/bin/python" -W ignore - <<'EOF'
from datetime import date, datetime

import dateparser

settings = {"RELATIVE_BASE": datetime(2021, 3, 31), "PREFER_DAY_OF_MONTH": "first"}
print("dateparser", dateparser.__version__)
for text, read in {
    "2021-Q2": date(2021, 6, 1),
    "2021-W05": date(2021, 5, 1),
    "2021-W07": date(2021, 7, 1),
    "2021-W01-3": date(2021, 1, 3),
    "2021-W13": date(2021, 3, 13),
}.items():
    got = dateparser.parse(text, settings=settings).date()
    print(text, "->", got)
    assert got == read
assert date.fromisocalendar(2021, 5, 1) == date(2021, 2, 1)
EOF
