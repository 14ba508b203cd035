"""Tasks that are nearly right: the message shows the right form, with the values that were given."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import InputError, Task, load_task, synthesize
from induce.search.task.forms import example_in_form, examples_in_form, input_in_form
from induce.search.task.loading import parse_task

PAIR = {"input": [1, 2], "output": 3}
TRAIN = 'task: expected an object with "train": '


def complaint(document: Any) -> str:
    with pytest.raises(InputError) as caught:
        parse_task(document, place="task")
    return str(caught.value)


@pytest.mark.parametrize(
    ("pair", "missing", "form"),
    [
        ({"args": [[1, 2], 3], "output": 4}, "input", {"input": {"args": [[1, 2], 3]}, "output": 4}),
        ({"inputs": [[1, 2], 3], "output": 4}, "input", {"input": {"args": [[1, 2], 3]}, "output": 4}),
        ({"in": [1, 2], "out": 3}, "input", PAIR),
        ({"x": [1, 2], "y": 3}, "input", PAIR),
        ({"Input": [1, 2], "Output": 3}, "input", PAIR),
        ({"input": [1, 2], "outputs": 3}, "output", PAIR),
        ({"input": [1, 2], "expected": 3}, "output", PAIR),
        ([[1, 2], 3], "input", PAIR),
    ],
)
def test_an_example_is_shown_in_the_right_form(pair: Any, missing: str, form: Any) -> None:
    message = f'task: train[1]: expected an object with "{missing}"; write {json.dumps(form)}'
    assert complaint({"train": [PAIR, pair]}) == message


@pytest.mark.parametrize("pair", [7, "text", None, [1], [1, 2, 3], {}, {"a": 1}, {"args": 7, "output": 1}])
def test_where_nobody_could_tell_nothing_is_shown(pair: Any) -> None:
    assert complaint({"train": [pair]}) == 'task: train[0]: expected an object with "input"'


def test_long_values_are_shortened() -> None:
    message = complaint({"train": [{"in": list(range(5000)), "out": "x" * 5000}]})
    assert '; write {"input": [0, 1, 2, ' in message
    assert len(message) < 250


@pytest.mark.parametrize(
    ("document", "form"),
    [
        ([PAIR, PAIR], '[{"input": [1, 2], "output": 3}, ...]'),
        ([[[1, 2], 3], [[4], 5]], '[{"input": [1, 2], "output": 3}, ...]'),
        ({"examples": [PAIR]}, '[{"input": [1, 2], "output": 3}]'),
        ({"Examples": [{"in": [1, 2], "out": 3}]}, '[{"input": [1, 2], "output": 3}]'),
        ({"training": [[[1, 2], 3]]}, '[{"input": [1, 2], "output": 3}]'),
        ({"inputs": [[1, 2], [4]], "outputs": [3, 5]}, '[{"input": [1, 2], "output": 3}, ...]'),
        ({"train": {"inputs": [[1, 2], [4]], "outputs": [3, 5]}}, '[{"input": [1, 2], "output": 3}, ...]'),
        ({"train": PAIR}, '[{"input": [1, 2], "output": 3}]'),
        (PAIR, '[{"input": [1, 2], "output": 3}]'),
        ({"args": [1, 2], "output": 3}, '[{"input": {"args": [1, 2]}, "output": 3}]'),
        ({}, '[{"input": ..., "output": ...}, ...]'),
        ([], '[{"input": ..., "output": ...}, ...]'),
        ("text", '[{"input": ..., "output": ...}, ...]'),
    ],
)
def test_a_document_is_shown_in_the_right_form(document: Any, form: str) -> None:
    assert complaint(document) == TRAIN + form


@pytest.mark.parametrize(
    ("test", "form"),
    [
        ([4, 5], '{"input": [4, 5]}'),
        ({"args": [4, 5]}, '{"input": {"args": [4, 5]}}'),
        ({"in": [4, 5]}, '{"input": [4, 5]}'),
    ],
)
def test_an_input_to_be_predicted_is_shown_in_the_right_form(test: Any, form: str) -> None:
    message = f'task: test[0]: expected an object with "input"; write {form}'
    assert complaint({"train": [PAIR], "test": [test]}) == message


def test_in_python_an_example_is_a_pair() -> None:
    with pytest.raises(InputError, match=r"expected a pair of input and output: write \(\[1, 2\], 3\)$"):
        synthesize([PAIR])  # type: ignore[list-item]


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["train", "input", "output", "args", "inputs", "outputs", "in", "a"]), inner)
    ),
    max_leaves=8,
)


@given(JSON)
def test_any_document_is_a_task_or_one_line(document: Any) -> None:
    for shown in (example_in_form(document), input_in_form(document), examples_in_form(document)):
        assert shown is None or "\n" not in shown
    with suppress(InputError):
        assert isinstance(parse_task(document, place="task"), Task)


@pytest.mark.parametrize("depth", range(900, 1000, 7))
def test_what_could_just_be_read_is_told_in_a_line(depth: int, tmp_path: Path) -> None:
    for text in ('{"train": ' * depth + "[]" + "}" * depth, '[{"in": ' + "[" * depth + "]" * depth + ', "out": 1}]'):
        path = tmp_path / "deep.json"
        path.write_text(text)
        with pytest.raises(InputError) as caught:
            load_task(path)
        assert "\n" not in str(caught.value)
