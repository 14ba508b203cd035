"""Programs are drawn with signatures of all kinds, and calls leave out what may be left out."""

from __future__ import annotations

from random import Random

from induce.check.drawing.signatures import drawn_arguments, drawn_program
from induce.dsl.core.decimals import Style
from induce.dsl.program import parse

SEEDS = range(60)


def test_programs_of_all_kinds_are_drawn_and_read_back() -> None:
    programs = [drawn_program(Random(seed), loops=0.0) for seed in SEEDS]
    assert {program.style for program in programs} == {*Style}
    assert {program.exact for program in programs} == {True, False}
    assert {program.signature.rest for program in programs} == {True, False}
    assert {len(program.signature.defaults) for program in programs} > {0, 1}
    assert all(parse(str(program)) == program for program in programs)


def test_calls_leave_out_what_may_be_left_out() -> None:
    program = parse('(n: Int, m: Int = 10, s: Str = "a") -> n + m')
    calls = [drawn_arguments(program, Random(seed)) for seed in SEEDS]
    assert {len(call) for call in calls} == {1, 2, 3}
    further = [len(drawn_arguments(parse("(*xs: Int) -> sum(xs)"), Random(seed))) for seed in SEEDS]
    assert min(further) == 0 < max(further)
