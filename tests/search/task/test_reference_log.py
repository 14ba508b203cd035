"""What a result says of primitives that were run in Python."""

from __future__ import annotations

import pytest

from induce.search.task.reference_log import ReferenceLog


def test_nothing_run_is_nothing_said() -> None:
    assert ReferenceLog().notes(timed=True) == ()


SLOWER = "no kernel, which makes the search slower: 1,200 applications in Python"


@pytest.mark.parametrize(
    ("names", "timed", "left_out", "told"),
    [
        ({"spread"}, False, 0, f"spread has {SLOWER}"),
        ({"spread"}, True, 0, f"spread has {SLOWER} and 0.3 s"),
        (
            {"spread", "mean"},
            False,
            7_000,
            f"mean, spread have {SLOWER}; 7,000 others were left out, which a kernel would have allowed for",
        ),
    ],
)
def test_what_was_run_is_told(names: set[str], timed: bool, left_out: int, told: str) -> None:
    log = ReferenceLog(names=names, applications=1_200, left_out=left_out, seconds=0.31)
    assert log.notes(timed=timed) == (told,)


def test_a_fault_is_told_though_nothing_came_of_it() -> None:
    log = ReferenceLog(faults={"ratio": "ratio returns 1.5 where Int is expected"})
    assert log.notes(timed=False) == ("ratio returns 1.5 where Int is expected; that counts as undefined",)
