#!/usr/bin/env bash
# Babel reads 12/1/2004 as the first of December and 13/1/2004 as the 13th of January, both of American dates.
#
# One would guess: the locale says which number is the month, as it does for 12/1/2004, and where that makes no date it
#   is an error, as 31/2/2004 is one in Britain.
# What happens: a month above 12 is swapped with the day, in every locale. In a column of dates in the other order those
#   up to the 12th come out wrong, those after it right, and none is refused.
# Versions: Babel 2.19.0, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.19.0
"$work/venv/bin/python" - <<'EOF'
import babel
from babel.dates import parse_date

print("babel", babel.__version__)
for text, locale, read in (
    ("12/1/2004", "en_US", "2004-12-01"),
    ("13/1/2004", "en_US", "2004-01-13"),
    ("12/1/2004", "en_GB", "2004-01-12"),
    ("1/13/2004", "en_GB", "2004-01-13"),
):
    day = parse_date(text, locale=locale)
    print(text, locale, "is", day)
    assert day.isoformat() == read
try:
    parse_date("31/2/2004", locale="en_GB")
except ValueError as error:
    print(error)
else:
    raise AssertionError("31/2/2004 was read")
EOF
