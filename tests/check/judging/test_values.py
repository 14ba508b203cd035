"""When an answer is the one expected."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from induce.check.judging.values import alike


@pytest.mark.parametrize(
    ("got", "expected", "same"),
    [
        (2.0, 2, True),
        (8.112963841460668e19, 81129638414606680000, True),
        (8.112963841460668e19, 81129638414606700000, False),
        (8.112963841460668e19, 10**400, False),
        (1.0, True, False),
        (True, 1, False),
        ([1, [2]], [1, [2]], True),
        ((1, 2), [1, 2], False),
        ({"a": 1}, {"a": 1.0}, True),
        (Decimal("4611686.018427387904"), Decimal("4611686.018427388"), True),
        (Decimal("4611686.018427387904"), Decimal("4611686.01842739"), False),
        (Decimal("NaN"), Decimal(1), False),
        (4611686.018427388, Decimal("4611686.018427388"), False),
    ],
    ids=str,
)
def test_what_is_alike(got: Any, expected: Any, *, same: bool) -> None:
    assert alike(got, expected) is same
