#!/usr/bin/env bash
# The mean and the median of decimals are binary in pandas, though their sum is exact.
#
# One would guess: a column of decimal.Decimal holds objects, and every reduction of it uses their own arithmetic, or
#   none does; the sum is a Decimal, so the mean is that sum divided by the count.
# What happens: sum, cumsum and round are exact and give Decimals. mean, median and std turn all values into floats
#   first: the mean of 0.1 and 0.2 is not 0.15, and is a float, beside a sum of exactly 0.3. Adding it to another
#   Decimal of the column fails.
# Versions: pandas 3.1.1, NumPy 2.4.6, Python 3.11.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 numpy==2.4.6
"$work/venv/bin/python" - <<'EOF'
from decimal import Decimal

import pandas as pd

print("pandas", pd.__version__)
prices = pd.Series([Decimal("0.1"), Decimal("0.2")])
for name in ("sum", "mean", "median"):
    print(name, repr(getattr(prices, name)()))
assert prices.sum() == Decimal("0.3") and isinstance(prices.sum(), Decimal)
assert list(prices.cumsum()) == [Decimal("0.1"), Decimal("0.3")]
assert prices.mean() == prices.median() == 0.15000000000000002
assert isinstance(prices.mean(), float) and prices.mean() != Decimal("0.15")
try:
    prices[0] + float(prices.mean())
except TypeError as error:
    print("adding them:", error)
else:
    raise AssertionError("a Decimal and a float can be added")
EOF
