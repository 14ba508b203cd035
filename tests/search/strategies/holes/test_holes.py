"""Programs whose parts are found one hole at a time."""

from __future__ import annotations

from typing import Any

import pytest

from induce import synthesize


@pytest.mark.parametrize(
    ("examples", "inputs", "outputs"),
    [
        ([([0, 9, 30], "00:09:30"), ([24, 11, 28], "24:11:28"), ([58, 37, 6], "58:37:06")], [[7, 8, 45]], ["07:08:45"]),
        (
            [([20, 24, 15], "20 to 15: 59 min"), ([33, 78, 58, 46], "33 to 46: 215 min"), ([36], "36 to 36: 36 min")],
            [[100, 23], [59]],
            ["100 to 23: 123 min", "59 to 59: 59 min"],
        ),
        (
            [((True, 66), "Door 66 is open"), ((False, 19), "Door 19 is closed"), ((True, 15), "Door 15 is open"),
             ((False, 8), "Door 8 is closed")],
            [(False, 77), (True, 3)],
            ["Door 77 is closed", "Door 3 is open"],
        ),
        (
            [("6 x 0.5L", "3 L"), ("3 x 0.25L", "0.75 L"), ("11 x 1.5L", "16.5 L")],
            ["5 x 1.25L", "2 x 2L"],
            ["6.25 L", "4 L"],
        ),
    ],
    ids=["a clock", "three numbers", "a state", "a volume"],
)  # fmt: skip
def test_each_hole_is_found_by_itself(examples: list[tuple[Any, str]], inputs: list[Any], outputs: list[str]) -> None:
    result = synthesize(examples, inputs=inputs, timeout=None, max_candidates=1_000_000)
    assert result.predictions == outputs


def test_without_it_the_clock_is_found_by_loops_alone() -> None:
    examples = [([0, 9, 30], "00:09:30"), ([24, 11, 28], "24:11:28"), ([58, 37, 6], "58:37:06")]
    found = [
        synthesize(examples, inputs=[[7, 8, 45]], timeout=None, max_candidates=500_000, without=without).predictions
        for without in (["holes"], ["holes", "loops"])
    ]
    assert found[0] == ["07:08:45"] != found[1]
