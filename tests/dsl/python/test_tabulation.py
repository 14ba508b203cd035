"""Tables as loops: what a function that is written apart is called with."""

from __future__ import annotations

import pytest

from induce.dsl.program import parse

from .test_source import run

STEP = "(x: Bool, y: Bool, above: Int, left: Int, corner: Int) -> left + corner"
RUNS = "sum(differences(run_lengths(mask)))"


@pytest.mark.parametrize(
    ("top", "side"),
    [
        ("(j: Int) -> j", f"(i: Int) -> {RUNS}"),
        (f"(j: Int) -> {RUNS}", "(i: Int) -> 1"),
        (f"(j: Int) -> {RUNS} + j", f"(i: Int) -> {RUNS} * i"),
    ],
)
@pytest.mark.parametrize("mask", [[], [True], [True, True, False, True]], ids=str)
def test_edges_of_several_statements(top: str, side: str, mask: list[bool]) -> None:
    program = parse(f"(mask: List[Bool]) -> pair_table(mask, mask, {top}, {side}, {STEP})")
    assert run(program.python(), (mask,)) == program(mask)
