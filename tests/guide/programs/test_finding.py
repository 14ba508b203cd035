"""The programs that are known of the corpus's functions."""

from __future__ import annotations

from induce.guide.corpus.written import FUNCTIONS
from induce.guide.programs.finding import found, programs
from induce.search.answer.ranking import reproduces


def test_the_programs_do_what_their_functions_do() -> None:
    """On calls that were not drawn when they were found, and on which a function may still differ in a few cases."""
    wrong = []
    for name, program in programs().items():
        task = FUNCTIONS[name].task(99, shown=6, asked=1, uniform=True)
        assert task is not None
        wrong += [] if all(reproduces(program, example) for example in task.train) else [name]
    assert len(wrong) < 0.02 * len(programs())
    assert len(programs()) > 0.8 * len(FUNCTIONS)


def test_a_program_is_found_for_a_function_within_its_means() -> None:
    name = "address_odd_houses"
    unknown = next(name for name in FUNCTIONS if name not in programs())
    assert dict(found([name, unknown], workers=1)) == {name: "(xs: List[Int]) -> sort(compress(xs, is_odd(xs)))"}
