"""The options of a search: declared once, the same everywhere, and checked."""

from __future__ import annotations

import argparse
import inspect
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields
from pathlib import Path
from typing import Any

import pytest

from induce import InputError, SearchOptions, Task, solve_task, synthesize
from induce.cli import main
from induce.search.options import ANSWER, DEFAULTS, LIMITS, SEARCH, options_from
from induce.search.strategies.names import STRATEGIES
from induce.support.options import add_options, declared

EXAMPLES = [([1], [2]), ([3], [6]), ([5], [10])]
ROOT = Path(__file__).parents[2]
TASK = str(ROOT / "examples" / "double.json")
NAN, INFINITY = float("nan"), float("inf")

BAD: dict[str, list[Any]] = {
    "timeout": [-1, 0, "a", "1", True, NAN, INFINITY, 1e300, 10**400, [], 1j],
    "max_candidates": [-1, 0, 1.5, "5", True, NAN, INFINITY, 10**31, 10**5000],
    "memory": [-1, 0, "2 parsecs", "", "0GB", True, None, 1.5, NAN, INFINITY, "9" * 5000, 10**19, []],
    "seed": [-1, 1.0, "1", True, None, NAN, 10**9, 10**5000],
    "top": [-1, 0, 2.5, "3", True, None, INFINITY, 10**31],
    "progress": [7, "print", True, []],
    "without": ["loops", 7, None, ["magic"], [7], [["loops"]], {"loops", "magic"}, b"loops"],
    "noise": [-1, 1.0, "1", True, None, NAN, 10**31],
    "threads": [-1, 0, 1.5, "2", True, None, INFINITY, 1025, 10**31],
    "guide": [7, True, [], object(), b"auto"],
    "primitives": [7, "mine.py", True, None, [len], [7], [["mine.py"]], b"mine.py"],
}
BAD_WORDS: dict[str, list[str]] = {
    "timeout": ["-1", "0", "a", "nan", "inf", "1e300", ""],
    "max-candidates": ["-1", "0", "1.5", "x", "nan", "9" * 31, "9" * 5000],
    "memory": ["-1", "0", "2 parsecs", "", "9" * 5000, "nan"],
    "seed": ["-1", "x", "1.0", "9" * 10],
    "top": ["-1", "0", "2.5", "x", "9" * 31],
    "without": ["magic", ""],
    "noise": ["-1", "1.0", "x", "2", "9" * 31],
    "threads": ["-1", "0", "1.5", "x", "1025"],
    "guide": ["none.safetensors", ""],
    "primitives": ["none.py", ""],
}


def cases(bad: dict[str, list[Any]]) -> list[Any]:
    return [
        pytest.param(name, value, id=f"{name}-{type(value).__name__}-{number}")
        for name, values in bad.items()
        for number, value in enumerate(values)
    ]


def test_every_option_has_bad_values_here() -> None:
    names = {name for name, _, _ in declared(SearchOptions)}
    assert set(BAD) == names == {one.name for one in fields(SearchOptions)}
    flagged = {name.replace("_", "-") for name, one, _ in declared(SearchOptions) if one.group}
    assert set(BAD_WORDS) == flagged


@pytest.mark.parametrize(("name", "value"), cases(BAD))
@pytest.mark.parametrize(
    "call",
    [
        SearchOptions,
        lambda **options: synthesize(EXAMPLES, **options),
        lambda **options: solve_task(Task.from_examples(EXAMPLES), **options),
    ],
    ids=["SearchOptions", "synthesize", "solve_task"],
)
def test_a_bad_value_is_one_line_that_names_the_option(call: Callable[..., Any], name: str, value: Any) -> None:
    with pytest.raises(InputError) as caught:
        call(**{name: value})
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert " is not a valid " in message
    assert "; expected " in message
    assert "\n" not in message
    assert len(message) < 300


@pytest.mark.parametrize(("name", "value"), cases(BAD_WORDS))
def test_a_bad_word_is_bad_input(name: str, value: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(["solve", TASK, f"--{name}={value}"])
    except SystemExit as end:
        code = int(end.code or 0)
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    last = err.splitlines()[-1]
    assert last.startswith("induce")
    assert "; expected " in last or "cannot be read" in last
    assert name in last or value in last


@pytest.mark.parametrize(
    ("examples", "message"),
    [
        (7, "examples: 7 is not a valid list of examples; expected pairs of input and output"),
        (None, "examples: None is not a valid list of examples; expected pairs of input and output"),
        ("ab", "examples: 'ab' is not a valid list of examples; expected pairs of input and output"),
        ({1: 2}, "examples: {1: 2} is not a valid list of examples; expected pairs of input and output"),
        ([7], "train[0]: 7 is not a valid example; expected a pair of input and output"),
        ([(1, 2), (1, 2, 3)], "train[1]: (1, 2, 3) is not a valid example; expected a pair of input and output"),
        ([], "train: no examples; expected at least one pair of input and output"),
    ],
)
def test_examples_that_are_none_are_told(examples: Any, message: str) -> None:
    with pytest.raises(InputError) as caught:
        synthesize(examples)
    assert str(caught.value) == message


@pytest.mark.parametrize("inputs", ["abc", 7, None, {"a": 1}, b"x"])
def test_inputs_that_are_no_list_are_told(inputs: Any) -> None:
    with pytest.raises(InputError, match=r"^inputs: .* is not a valid list of inputs; expected a list, even of one$"):
        synthesize(EXAMPLES, inputs=inputs)


def test_examples_and_inputs_may_come_one_by_one() -> None:
    result = synthesize(iter(EXAMPLES), inputs=(value for value in [[7]]), max_candidates=50_000)
    assert result.predictions == [[14]]


OF_A_CALL = ("examples", "inputs", "oracle", "questions")
"""What `synthesize` takes beside the options of a search."""


def test_the_public_signature_is_that_of_the_options() -> None:
    parameters = inspect.signature(synthesize).parameters
    shown = {name: one.default for name, one in parameters.items() if name not in OF_A_CALL}
    assert shown == {name: default for name, _, default in declared(SearchOptions)}
    types = {name: one.annotation for name, one in parameters.items() if name in shown}
    assert types == {one.name: one.type for one in fields(SearchOptions)}


def test_the_docstring_says_what_the_options_mean() -> None:
    told = " ".join((synthesize.__doc__ or "").split())
    for name, one, _ in declared(SearchOptions):
        meaning = "; ".join(filter(None, [one.meaning, one.python]))
        assert f" {name} {meaning[0].upper()}{meaning[1:]}." in told


def parsed(*words: str) -> SearchOptions:
    parser = argparse.ArgumentParser()
    add_options(parser, SearchOptions, LIMITS, SEARCH, ANSWER)
    return options_from(parser.parse_args(words))


def test_the_command_line_has_the_same_defaults() -> None:
    assert parsed() == DEFAULTS == SearchOptions()


def test_the_command_line_has_every_option() -> None:
    words = ["--timeout", "2", "--max-candidates", "5", "--memory", "1MB", "--seed", "3", "--top", "4"]
    words += ["--without", "loops", "--without", "edits", "--noise", "1", "--threads", "2", "--guide", "FILE"]
    expected = SearchOptions(
        timeout=2, max_candidates=5, memory="1MB", seed=3, top=4, without={"edits", "loops"}, noise=1, threads=2,
        guide="FILE",
    )  # fmt: skip
    assert parsed(*words) == expected
    assert parsed("--no-guide").guide is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], 10.0), (["--max-candidates", "5"], None), (["--timeout", "2", "--max-candidates", "5"], 2.0)],
)
def test_a_limit_on_candidates_alone_leaves_the_clock_out(words: list[str], expected: float | None) -> None:
    assert parsed(*words).timeout == expected


def test_help_tells_defaults_and_parts(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["solve", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    for name, one, _ in declared(SearchOptions):
        if one.group:
            assert f"--{name.replace('_', '-')} {one.kind.metavar} {one.meaning}" in told
    assert "(default 10)" in told
    assert "(default 2GB)" in told
    assert all(part in told for part in STRATEGIES)


def test_the_page_of_tasks_names_every_flag() -> None:
    told = (ROOT / "docs/tasks.md").read_text(encoding="utf-8")
    for name, one, _ in declared(SearchOptions):
        if one.group:
            assert f"`--{name.replace('_', '-')} {one.kind.metavar}`" in told


def test_options_stay_as_they_are() -> None:
    with pytest.raises(FrozenInstanceError):
        DEFAULTS.top = 7  # type: ignore[misc]
    assert SearchOptions(without=["loops", "edits", "loops"]).without == ("edits", "loops")
    assert SearchOptions(memory="1.5GB").memory_bytes == 1_500_000_000
