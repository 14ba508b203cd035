"""Wrong kernels fool the search, and the check tells the answers that are wrong."""

from __future__ import annotations

import pytest

from induce.check.drawing.sabotage import WAYS, sabotage
from induce.check.promises import sabotage as promise
from induce.dsl.language.language import BUILTIN
from induce.search import synthesis
from induce.search.answer import ranking
from induce.search.checking import UnsoundError
from induce.search.engine.codegen.numbering import numbers
from induce.search.task.task import Example, Task

FOOLED = [(([3, 1],), [1, 4]), (([5, 7, 2],), [2, 7, 6])]
"""The reverse with its last item wrong by one."""


def number_of(name: str) -> int:
    return numbers(BUILTIN)[BUILTIN.vocabulary[name]]


def test_a_kernel_that_is_wrong_fools_the_search() -> None:
    with sabotage(number_of("reverse"), WAYS["wrong by one"]), pytest.raises(UnsoundError):
        synthesis.solve_task(Task.from_examples(FOOLED), promise.OPTIONS)


@pytest.mark.parametrize("how", WAYS)
def test_what_it_was_to_give_is_found_otherwise_or_not_at_all(how: str) -> None:
    examples = [(([3, 1],), [1, 3]), (([5, 7, 2],), [2, 7, 5])]
    try:
        with sabotage(number_of("reverse"), WAYS[how]):
            result = synthesis.solve_task(Task.from_examples(examples), promise.OPTIONS)
    except UnsoundError:
        return
    assert result.program is None or all(result.fits) or result.status == "partial"


def test_every_batch_takes_the_next_primitives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(promise, "PRIMITIVES", 2)
    tally = promise.batch(3)
    assert tally.faults == ()
    assert tally.cases <= 2 * 2 * len(WAYS)


def test_an_answer_that_nobody_checks_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def believed(_program: object, _example: Example) -> bool:
        return True

    monkeypatch.setattr(ranking, "reproduces", believed)
    with sabotage(number_of("reverse"), WAYS["wrong by one"]):
        result = synthesis.solve_task(Task.from_examples(FOOLED), promise.OPTIONS)
    assert "was given" in next(promise.judged([("reverse", FOOLED, result)]))


def test_a_wrong_witness_makes_no_answer_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    witnesses = [one for one in promise.SABOTAGED if one[1] in ("witness 1 of add", "witness 0 of reverse")]
    assert len(witnesses) == 2
    monkeypatch.setattr(promise, "SABOTAGED", witnesses)
    monkeypatch.setattr(promise, "PRIMITIVES", 2)
    tally = promise.batch(0)
    assert tally.cases
    assert tally.faults == ()
