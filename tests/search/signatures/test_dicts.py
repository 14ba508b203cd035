"""Dictionaries whose keys differ are taken, made, printed and counted equal whatever their order."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from induce import Result, parse, solve_task, synthesize
from induce.cli import main
from induce.search.options import SearchOptions
from induce.search.task.task import Task

TABLES: list[Any] = [
    {"x": 2, "y": 3},
    {"b": 7, "a": 1, "c": 4},
    {"k": 5},
    {"q": 1, "p": 9, "z": 8, "m": 6},
]
WORDS = ["hello", "banana", "abc", "mississippi"]


def solved(function: Callable[..., Any], given: list[Any], *, inputs: tuple[Any, ...] = ()) -> Result:
    examples = [(one, function(*one) if isinstance(one, tuple) else function(one)) for one in given]
    return synthesize(examples, inputs=inputs, timeout=None, max_candidates=200_000)


FUNCTIONS: list[tuple[Callable[..., Any], list[Any], str]] = [
    (lambda s: dict(Counter(s)), WORDS, "dict(Counter(s))"),
    (lambda s: dict(Counter(s.split())), ["b a b", "x", "k l m k", "u u"], "dict(Counter(s.split()))"),
    (lambda d: sum(d.values()), TABLES, "sum(d.values())"),
    (sorted, TABLES, "sorted(d)"),
    (len, TABLES, "len(d)"),
    (lambda d: max(d, key=d.get), TABLES, "max(d, key=d.get)"),
    (lambda d: {v: k for k, v in d.items()}, TABLES, "{value: key for key, value in d.items()}"),
    (lambda d: {k: v for k, v in d.items() if v > 4}, TABLES, "if value > 4}"),
    (
        lambda ks, vs: dict(zip(ks, vs, strict=True)),
        [(["a", "b"], [3, 1]), (["q"], [9]), (["z", "y"], [4, 4])],
        "dict(zip(",
    ),
    (lambda d, k: d[k], [(TABLES[0], "x"), (TABLES[1], "c"), (TABLES[2], "k"), (TABLES[3], "p")], "d[s]"),
    (lambda d, k: k in d, [(TABLES[0], "x"), (TABLES[1], "d"), (TABLES[2], "k"), (TABLES[3], "u")], "s in d"),
]


@pytest.mark.parametrize(("function", "given", "python"), FUNCTIONS)
def test_found_and_printed(function: Callable[..., Any], given: list[Any], python: str, tmp_path: Path) -> None:
    result = solved(function, given)
    assert result.program is not None
    source = result.program.python()
    assert python in source
    again = parse(str(result.program))
    assert str(again) == str(result.program)
    file = tmp_path / "solve.py"
    calls = [one if isinstance(one, tuple) else (one,) for one in given]
    file.write_text(f"{source}\nassert all(solve(*x) == y for x, y in {[(x, function(*x)) for x in calls]!r})\n")
    subprocess.run([sys.executable, "-I", str(file)], check=True, timeout=30)
    assert [result.program(*x) for x in calls] == [again(*x) for x in calls] == [function(*x) for x in calls]


@pytest.mark.parametrize("order", [list, sorted, lambda keys: sorted(keys, key=lambda key: (ord(key) % 7, key))])
def test_the_order_of_outputs_does_not_matter(order: Callable[[Any], list[str]]) -> None:
    def counts(s: str) -> dict[str, int]:
        table = Counter(s)
        return {key: table[key] for key in order(table)}

    result = solved(counts, WORDS, inputs=("noon",))
    assert str(result.program) == "(s: Str) -> dict(counted(chars(s)))"
    assert result.predictions == [{"n": 2, "o": 2}]


def test_outputs_held_back_do_not_change_the_answer() -> None:
    examples = [(word, dict(sorted(Counter(word).items()))) for word in WORDS]
    programs = []
    for expected in ({"o": 2, "n": 2}, {"n": 2, "o": 2}):
        task = Task.from_examples(examples, inputs=["noon"], expected=[expected])
        assert task.agrees({"n": 2, "o": 2}, task.expected[0])
        programs.append(str(solve_task(task, SearchOptions(timeout=None, max_candidates=50_000)).program))
    assert programs[0] == programs[1]


def test_an_order_that_is_asked_for_is_kept() -> None:
    tables = [{"x": 2, "y": 1}, {"b": 7, "a": 1, "c": 4}, {"q": 1, "p": 9, "z": 2}]
    result = solved(lambda d: dict(sorted(d.items(), key=lambda entry: entry[1])), tables)
    assert result.program is not None
    assert list(result.program({"u": 3, "w": 1})) == ["w", "u"]


def test_keys_that_come_twice_have_their_last_value() -> None:
    program = parse("(lines: List[Str], xs: List[Int]) -> dict(zipped(lines, xs))")
    space: dict[str, Any] = {}
    exec(program.python(), space)
    assert program(["a", "b", "a"], [1, 2, 3]) == {"a": 3, "b": 2} == space["solve"](["a", "b", "a"], [1, 2, 3])


def test_objects_of_the_same_keys_stay_records() -> None:
    task = Task.from_examples([({"a": 1, "b": 2}, 3), ({"b": 5, "a": 1}, 6)])
    assert str(task.parameter_types[0]) == "Record{a: Int, b: Int}"


def test_equal_inputs_of_another_order_agree_or_contradict() -> None:
    one, other = {"a": 1, "b": 2}, {"b": 2, "a": 1}
    assert Task.from_examples([(one, {"k": 1, "l": 2}), (other, {"l": 2, "k": 1}), ({"c": 1}, {"m": 0})]).train
    with pytest.raises(ValueError, match="contradicts"):
        Task.from_examples([(one, 1), (other, 2), ({"c": 1}, 0)])


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ([{"a": 1}, {"b": "x"}], "the key 'a' is not in every object; expected it everywhere, with null where there"),
        ([{"a": 1}, {"b": "x"}], "Int and Str are mixed"),
        ([{"a": 1}, {2: 1}], "2 is a key of an object; expected keys that are all strings, or all integers"),
        ([{True: 1}, {False: 1}], "True is a key of an object"),
        ([[{"a": 1}], [{"b": 1}]], "the key 'a' is not in every object"),
        ([{}, {}], "an object without keys"),
    ],
)
def test_what_is_refused(inputs: list[Any], told: str) -> None:
    with pytest.raises(ValueError, match=told) as error:
        Task.from_examples([(one, 0) for one in inputs])
    assert "\n" not in str(error.value)


def test_from_a_file_and_applied(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    task = tmp_path / "task.json"
    task.write_text(
        '{"train": [{"input": {"a": 1, "b": 2}, "output": {"a": 2, "b": 3}}, {"input": {"c": 5}, "output": {"c": 6}},'
        ' {"input": {"k": 9, "d": 0}, "output": {"k": 10, "d": 1}}], "test": [{"input": {"z": 7}}]}'
    )
    assert main(["solve", str(task), "--text", "--max-candidates", "100000"]) == 0
    program = capsys.readouterr().out.strip()
    assert program.startswith("(d: Dict[Str, Int]) -> dict(")
    assert main(["apply", program, str(task)]) == 0
    assert '{"z": 8}' in capsys.readouterr().out
