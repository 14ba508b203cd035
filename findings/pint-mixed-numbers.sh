#!/usr/bin/env bash
# pint reads "2 1/2 inch" as one inch, and "5 ft 3 in" as an area.
#
# One would guess: a library for physical quantities reads two and a half inches, and five feet and three inches, or
#   refuses what it does not know.
# What happens: a space multiplies, everywhere. So 2 1/2 is 2 * 1 / 2, and five feet times three inches are 15 ft * in,
#   which is an area of a good tenth of a square metre. "1 h 30 min" is a time squared.
# Versions: Pint 0.25.3, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Pint==0.25.3
"$work/venv/bin/python" - <<'EOF'
import pint

units = pint.UnitRegistry()
print("Pint", pint.__version__)
for text, read in {"2.5 inch": "2.5 inch", "2 1/2 inch": "1.0 inch", "5 ft 3 in": "15 foot * inch"}.items():
    print(text, "->", units(text))
    assert str(units(text)) == read
assert units("5 ft 3 in").check("[area]")
assert units("1 h 30 min").check("[time] ** 2")
EOF
