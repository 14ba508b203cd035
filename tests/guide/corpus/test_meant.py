"""Functions and the tasks that are made of them."""

from __future__ import annotations

from random import Random

import pytest

from induce.guide.corpus.drawing import (
    amounts,
    changed,
    characters,
    distinct,
    form,
    integers,
    joined,
    lists,
    one_of,
    ordered,
    phrase,
    repeating,
    truth,
    word,
)  # fmt: skip
from induce.guide.corpus.meant import DECLARED, Meant, meant


def half(n: int) -> int:
    """Half of an even number."""
    if n % 2:
        raise ValueError
    return n // 2


HALF = Meant("half", "numbers", half, (integers(0, 40),))


def test_calls_are_distinct_and_skip_what_is_not_defined() -> None:
    calls = [*HALF.calls(Random(0))]
    assert len({arguments for arguments, _ in calls}) == len(calls) > 15
    assert all(output * 2 == arguments[0] for arguments, output in calls)


def test_a_task_holds_inputs_back() -> None:
    task = HALF.task(3, shown=4, asked=2)
    assert task is not None
    assert (len(task.train), len(task.inputs), len(task.expected)) == (4, 2, 2)
    assert task == HALF.task(3, shown=4, asked=2)


def test_chosen_examples_show_more_than_drawn_ones() -> None:
    def sign(n: int) -> int:
        """-1, 0 or 1."""
        return (n > 0) - (n < 0)

    one = Meant("sign", "numbers", sign, (one_of(*range(1, 60), -1, 0),))
    tasks = [one.task(seed, shown=3, asked=2, uniform=True, chosen=True) for seed in range(20)]
    assert all(task is not None and len(task.train) == 3 and len(task.inputs) == 2 for task in tasks)
    chosen, drawn = (
        sum(len({one.output for one in task.train}) for task in some if task)
        for some in (tasks, [one.task(seed, shown=3, asked=2, uniform=True) for seed in range(20)])
    )
    assert chosen > drawn


def test_a_function_without_enough_calls_has_no_task() -> None:
    assert Meant("half", "numbers", half, (integers(0, 8),)).task(0, shown=4) is None
    assert Meant("one", "numbers", lambda n: 1, (integers(0, 80),)).task(0, shown=4) is None


def test_a_name_is_declared_once() -> None:
    with pytest.raises(ValueError, match="last_name_first is declared twice"):
        meant(word)(DECLARED["last_name_first"].function)


def test_draws_draw_what_they_say() -> None:
    rng = Random(1)
    for _ in range(50):
        assert 2 <= integers(2, 5)(rng) <= 5
        assert round(price := amounts(1, 2)(rng), 2) == price
        assert one_of(1, integers(7, 7))(rng) in (1, 7)
        assert truth(rng) in (True, False)
        assert 1 <= len(lists(truth, 1, 3)(rng)) <= 3
        assert len(set(row := distinct(integers(0, 3), 2, 6)(rng))) == len(row)
        assert (row := ordered(integers(0, 9))(rng)) == sorted(row)
        assert len(set(repeating(integers(0, 99), kinds=2)(rng))) <= 2
        assert form("{}-{}", integers(1, 1), word)(rng).startswith("1-")
        assert set(joined(integers(1, 2), "+")(rng)) <= {"1", "2", "+"}
        assert set(characters("ab")(rng)) <= {"a", "b"}
        assert changed(word, str.upper)(rng).isupper()
        assert 2 <= len(phrase(rng).split()) <= 5
