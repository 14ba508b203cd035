"""The text of a cell as a task."""

from __future__ import annotations

import json
from typing import Any

import pytest

from induce import InputError
from induce.notebook.cell import task_in, value_in


def test_lines_are_examples_and_inputs() -> None:
    task = task_in("# a note\n[3, 8] -> 8\n\n  [1] -> 1  # the only one\n[7, 2] -> ?\n")
    assert [(one.inputs, one.output) for one in task.train] == [(([3, 8],), 8), (([1],), 1)]
    assert task.inputs == (([7, 2],),)


def test_an_input_with_commas_is_several_arguments() -> None:
    task = task_in("3, 4 -> 7\n(5, 6) -> 11\n1, 1 -> ?")
    assert [one.inputs for one in task.train] == [(3, 4), (5, 6)]
    assert task.inputs == ((1, 1),)


def test_an_arrow_within_a_text_is_part_of_it() -> None:
    task = task_in("'a->b' -> 'b->a'\n'?' -> '-> ?'\n'x -> ?' -> ?")
    assert [(one.inputs, one.output) for one in task.train] == [(("a->b",), "b->a"), (("?",), "-> ?")]
    assert task.inputs == (("x -> ?",),)


def test_json_is_read_too() -> None:
    task = task_in('{"on": true} -> false\n{"on": false} -> true')
    assert [one.output for one in task.train] == [False, True]
    document = {"train": [{"input": [1], "output": 1}], "test": [{"input": [2]}]}
    assert task_in(f"\n{json.dumps(document, indent=2)}\n").inputs == (([2],),)


@pytest.mark.parametrize(
    ("text", "value"), [(" 'a' ", "a"), ("null", None), ("[1, true]", [1, True]), ("-1.5", -1.5), ("(1, 2)", (1, 2))]
)
def test_a_value_is_a_python_literal_or_json(text: str, value: Any) -> None:
    assert value_in(text, place="output") == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1 -> 2\n3 = 4", "line 2: '3 = 4' has no arrow; expected input -> output"),
        ("1 -> two", "line 1: 'two' is neither a Python literal nor JSON"),
        ("one -> 2", "line 1: 'one' is neither"),
        ("? -> 2", "line 1: '?' is neither"),
        ("__import__('os').getcwd() -> 2", "line 1: \"__import__('os').getcwd()\" is neither"),
        ("1 -> ?", "cell: no examples; expected input -> output"),
        ("", "cell: no examples"),
        ('{"train": [}', "cell: line 1, column 12: not JSON"),
        ('{"train": [{"input": 1}]}', 'cell: train[0]: expected an object with "output"'),
    ],
)
def test_what_is_not_an_example_is_one_line(text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        task_in(text)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


@pytest.mark.filterwarnings("error")
def test_python_warns_of_nothing_in_a_cell() -> None:
    with pytest.raises(InputError, match="line 1: '1or 2' is neither"):
        task_in("1or 2 -> 3\n")
