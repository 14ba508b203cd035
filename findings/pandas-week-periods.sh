#!/usr/bin/env bash
# A week that pandas has written is read back by pandas as a minute.
#
# One would guess: str() of a period and Period() of a text are inverse, as they are for days, months and quarters; for
#   weeks, written as first day/last day, reading back is supported as well, and where it is not it raises an error.
# What happens: most weeks of this century come back as a single minute, twenty past eight in the evening or so: the
#   year of the last day is taken for a time of day, 2021 for 20:21, and nothing is said. In weeks of the last
#   century, and in those that end late in a month, it cannot be one, and the week comes back.
# Versions: pandas 3.1.1, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1
"$work/venv/bin/python" - <<'EOF'
import pandas as pd

print("pandas", pd.__version__)
for day, back in {
    "1995-06-14": "1995-06-12/1995-06-18",
    "2021-05-06": "2021-05-03 20:21",
    "2021-05-27": "2021-05-24/2021-05-30",
    "2022-01-01": "2021-12-27 20:22",
}.items():
    week = pd.Period(day, "W")
    read = pd.Period(str(week))
    print(week, "is read back as", read, "of", read.freqstr)
    assert str(read) == back, read
    assert (read == week) == ("/" in back)
for freq in ("D", "M", "Q", "Y"):
    period = pd.Period("2021-05-06", freq)
    assert pd.Period(str(period)) == period
EOF
