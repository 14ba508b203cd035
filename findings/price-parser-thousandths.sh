#!/usr/bin/env bash
# price-parser reads 0.999 as 999, and 0.99 as 0.99.
#
# One would guess: a separator with three digits after it is ambiguous, 1.234 may be either; but after a single 0 there
#   are no thousands, so that 0.999 can only be less than one. Petrol costs 1.459 a litre.
# What happens: three digits after the last separator are always thousands, whatever stands before: 0.999, 0,123 and
#   1.459 are 999, 123 and 1459. With any other number of digits the separator is a decimal point.
# Versions: price-parser 0.5.1, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check price-parser==0.5.1
"$work/venv/bin/python" - <<'EOF'
from decimal import Decimal
from importlib.metadata import version

from price_parser import Price

print("price-parser", version("price-parser"))
for text, amount in {
    "0.99": "0.99",
    "0.999": "999",
    "0,123": "123",
    "1.459": "1459",
    "3.14159": "3.14159",
}.items():
    print(text, "->", Price.fromstring(text).amount)
    assert Price.fromstring(text).amount == Decimal(amount)
EOF
