"""What an oracle is asked, and what becomes of its answers."""

from __future__ import annotations

from typing import Any

import pytest

from induce import InputError, synthesize

FEW: dict[str, Any] = {"timeout": None, "max_candidates": 60_000, "guide": None}


def test_an_oracle_tells_the_rivals_apart() -> None:
    seen: list[list[int]] = []

    def largest_twice(xs: list[int]) -> list[int]:
        seen.append(xs)
        return [max(xs)] * 2

    examples = [([1, 3], [3, 3]), ([2, 5], [5, 5])]
    without = synthesize(examples, inputs=[[9, 1]], **FEW)
    result = synthesize(examples, inputs=[[9, 1]], oracle=largest_twice, **FEW)
    assert without.question() is not None
    assert 1 <= len(seen) <= 4
    assert len(result.task.train) == len(examples) + len(seen)
    assert result.predictions == [[9, 9]]


def test_where_an_oracle_fails_it_is_asked_about_something_else() -> None:
    calls: list[Any] = []

    def first(xs: list[int]) -> int:
        calls.append(list(xs))
        if len(calls) == 1:
            raise KeyError("unknown")
        return xs[0]

    result = synthesize([([1, 3], 1), ([2, 5], 2)], inputs=[[9, 1], [7, 8, 2]], oracle=first, **FEW)
    assert result.predictions == [9, 7]
    assert len(calls) == len({repr(one) for one in calls})


def test_an_oracle_may_change_what_it_is_given() -> None:
    def emptied(xs: list[int]) -> int:
        value = max(xs)
        xs.clear()
        return value

    result = synthesize([([1, 3], 3), ([2, 5], 5)], inputs=[[9, 1]], oracle=emptied, **FEW)
    assert result.predictions == [9]


def test_no_question_means_no_call() -> None:
    def never(*_: Any) -> Any:
        raise AssertionError("nothing was to be asked")

    assert synthesize([([1, 3], 3), ([2, 5], 5)], inputs=[[9, 1]], oracle=never, questions=0, **FEW).program


@pytest.mark.parametrize("questions", [-1, 1.5, True, "4"])
def test_a_number_of_questions_is_an_integer(questions: Any) -> None:
    with pytest.raises(InputError, match=r"^questions: .* expected an integer from 0 on$"):
        synthesize([([1, 3], 3)], oracle=max, questions=questions, **FEW)


def test_an_output_of_another_type_is_refused() -> None:
    with pytest.raises(InputError, match=r"^oracle: "):
        synthesize([([1, 3], 3), ([2, 5], 5)], inputs=[[9, 1]], oracle=lambda xs: "nine", **FEW)


def test_an_oracle_is_a_function() -> None:
    with pytest.raises(InputError, match=r"^oracle: 3 is not a function; expected one that takes the inputs"):
        synthesize([([1, 3], 3)], oracle=3, **FEW)  # type: ignore[arg-type]
