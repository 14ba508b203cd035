"""Task files: good ones load, and of a bad one a single line says which, where and why."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from induce import InputError, Task, load_task
from induce.search.task.loading import MOST_BYTES, load_inputs, load_json, load_tasks, load_text, parse_task
from induce.search.task.task import MISSING

GOOD = '{"train": [{"input": [1], "output": 2}], "test": [{"input": [3], "output": 4}]}'


def written(folder: Path, content: str | bytes, name: str = "task.json") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def task_text(*pairs: tuple[str, str]) -> str:
    """A task file's text, of inputs and outputs as they are written there."""
    rows = ", ".join(f'{{"input": {value}, "output": {output}}}' for value, output in pairs)
    return f'{{"train": [{rows}]}}'


def complaint(action: Callable[[], Any]) -> str:
    with pytest.raises(InputError) as caught:
        action()
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_good_file_loads_with_what_is_held_out(tmp_path: Path) -> None:
    document = {
        "name": "count",
        "note": "unknown keys are nobody's business",
        "train": [{"input": {"args": [[1, 2, 1], 1]}, "output": 2}, {"input": {"args": [[], 4]}, "output": 0}],
        "test": [{"input": {"args": [[5], 5]}, "output": 1, "id": 7}, {"input": {"args": [[6], 5]}}],
    }
    task = load_task(written(tmp_path, json.dumps(document)))
    assert task.name == "count"
    assert [(*example.inputs, example.output) for example in task.train] == [([1, 2, 1], 1, 2), ([], 4, 0)]
    assert task.inputs == (([5], 5), ([6], 5))
    assert task.expected == (1, MISSING)
    assert [str(type_) for type_ in task.parameter_types] == ["List[Int]", "Int"]


def test_a_file_without_tests_a_name_or_ascii_loads(tmp_path: Path) -> None:
    task = load_task(written(tmp_path, b'\xef\xbb\xbf{"train": [{"input": "\xc3\xa9", "output": "\\u00e9"}]}\r\n'))
    assert (task.name, task.inputs, task.expected) == ("", (), ())
    assert (task.train[0].inputs, task.train[0].output) == (("é",), "é")


def test_standard_input_is_a_file_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    assert load_task("-").expected == (4,)
    assert complaint(lambda: load_task("-")).startswith("standard input: line 1, column 1: not JSON")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" " * (MOST_BYTES + 1))))
    assert complaint(lambda: load_task("-")) == f"standard input: more than {MOST_BYTES} bytes; expected at most that"


BAD_CONTENT: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "line 1, column 1: not JSON: "),
    "not JSON": ("train:\n  - 1", "line 1, column 1: not JSON: "),
    "truncated": (GOOD[:-30], f"line 1, column {len(GOOD) - 29}: not JSON: "),
    "truncated in line 3": ('{"train": [\n{"input": 1, "output": 2},\n  {"input": ', "line 3, column 13: not JSON: "),
    "two documents": (f"{GOOD}\n{GOOD}", "line 2, column 1: not JSON: extra data"),
    "not UTF-8": (b'{"train": "\xff"}', "byte 11 is not UTF-8"),
    "UTF-16": (GOOD.encode("utf-16"), "byte 0 is not UTF-8"),
    "null": ("null", 'expected an object with "train"'),
    "list": ("[1]", 'expected an object with "train"'),
    "no train": ('{"test": []}', 'expected an object with "train"'),
    "train is no list": ('{"train": {"input": 1, "output": 1}}', 'expected an object with "train"'),
    "no examples": ('{"train": []}', "train: no examples"),
    "example is no object": ('{"train": [[1, 2]]}', 'train[0]: expected an object with "input"'),
    "no input": (task_text(("1", "1"))[:-2] + ', {"output": 1}]}', 'train[1]: expected an object with "input"'),
    "no output": ('{"train": [{"input": 1}]}', 'train[0]: expected an object with "output"'),
    "test is no list": (GOOD.replace("[{", "{", 2).replace("}]", "}", 2), "expected an object"),
    "test without input": (GOOD[:-1].replace('"input": [3], ', "") + "}", 'test[0]: expected an object with "input"'),
    "test is null": (GOOD[: GOOD.index("[{", 12)] + "null}", "test: expected a list"),
    "different types": (task_text(("1", "1"), ("2", '"a"')), "train[1].output: Int and Str are mixed"),
    "different counts": (
        task_text(("1", "1"), ('{"args": ["a", 1, true, 2]}', "1")),
        "train[1].input: 4 arguments; expected 1",
    ),
    "mixed lists": (task_text(('[1, "a"]', "1"), ("[1]", "1")), "train[1].input: Int and Str are mixed"),
    "test of another type": (GOOD.replace("[3]", '"a"'), "test[0].input: List[Int] and Str are mixed"),
    "contradiction": (task_text(("[1]", "1"), ("[1]", "2")), "train[1]: contradicts train[0]"),
    "NaN": (task_text(("[NaN]", "1")), "NaN is not JSON; expected a number"),
    "Infinity": (task_text(("1", "Infinity")), "Infinity is not JSON; expected a number"),
    "-Infinity": (task_text(("1", "-Infinity")), "-Infinity is not JSON; expected a number"),
    "past all decimals": (task_text(("1", "1e99999999999999999999")), "train[0].output: Infinity is not a decimal"),
    "a number past all floats": (task_text(("1", "1e999")), "train[0].output: 1E+999 lies outside of +-9 * 10^9"),
    "decimal of 400 digits": (task_text((f"0.{'3' * 400}", "1")), "train[0].input: a decimal of more than 40 digits"),
    "large decimal": (task_text(("1", "12345678901.5")), "train[0].output: 12345678901.5 lies outside of +-9 * 10^9"),
    "object without keys": (task_text(("1", "{}")), "train[0].output: an object without keys"),
    "a key twice": (task_text(("1", '{"a": 1, "b": 2, "a": 1}')), "the key 'a' twice in one object"),
    "args and more": (task_text(('{"args": [1], "n": 1}', "1")), 'train[0].input: "args" beside the key'),
    "past 2^53": (task_text((str(2**53 + 1), "1")), "train[0].input: the integer 9007199254740993 lies outside of"),
    "5,000 digits": (task_text(("1" * 5000, "1")), "an integer with too many digits; expected at most 2^53"),
    "5 levels": (task_text(("[[[[[1]]]]]", "1")), "train[0].input: nested 5 levels deep; expected at most 4"),
    "100,000 levels": (task_text(("[" * 100_000 + "]" * 100_000, "1")), "nested too deeply"),
    "100,000 open brackets": ("[" * 100_000, "nested too deeply"),
    "100,000 objects": ('{"train":' * 100_000, "nested too deeply"),
    "too many items": (task_text((f"[{'0,' * 10_000}0]", "1")), "train[0].input: 10001 items; expected at most 10000"),
    "too many examples": (task_text(*[("1", "1")] * 1001), "train: 1001 examples; expected at most 1000"),
    "lone surrogate": (task_text(('"\\ud800"', "1")), "train[0].input: a lone surrogate in a string"),
}


@pytest.mark.parametrize("name", BAD_CONTENT)
def test_what_is_wrong_with_a_file_is_one_line_that_names_it(name: str, tmp_path: Path) -> None:
    content, message = BAD_CONTENT[name]
    path = written(tmp_path, content)
    assert complaint(lambda: load_task(path)).startswith(f"{path}: {message}")


def test_a_file_that_is_too_big_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.json"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert complaint(lambda: load_task(path)) == f"{path}: more than {MOST_BYTES} bytes; expected at most that"


@pytest.mark.parametrize("load", [load_task, load_json, load_text, load_inputs, lambda path: list(load_tasks(path))])
@pytest.mark.parametrize(
    ("name", "reason"), [("", "is a directory"), ("none.json", "no such file"), ("task.json/x", "not a directory")]
)
def test_a_file_that_cannot_be_read(load: Callable[[Path], Any], name: str, reason: str, tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    path = tmp_path / name
    assert complaint(lambda: load(path)).startswith(f"{path}: cannot be read: {reason}")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    path.chmod(0)
    assert complaint(lambda: load_task(path)).startswith(f"{path}: cannot be read: permission denied")


@pytest.mark.parametrize("name", ["a" * 5000, "a\0b"], ids=["too long", "null byte"])
def test_a_name_that_no_file_can_have(name: str) -> None:
    assert "cannot be read" in complaint(lambda: load_task(name))


def test_other_documents_load_as_they_are(tmp_path: Path) -> None:
    path = written(tmp_path, '{"a": [1, null, 0.5]}')
    assert load_json(path) == {"a": [1, None, 0.5]}
    assert load_text(path) == '{"a": [1, null, 0.5]}'


def test_texts_may_have_limits_of_their_own(tmp_path: Path) -> None:
    path = written(tmp_path, "12345")
    assert load_text(path, limit=5) == load_text(path) == "12345"
    assert complaint(lambda: load_text(path, limit=4)).endswith("more than 4 bytes; expected at most that")
    assert complaint(lambda: load_text(tmp_path, wanted="terms")).endswith("; expected terms")


@pytest.mark.parametrize(
    ("content", "inputs"),
    [
        ('[[1, 2], {"args": [[3], 4]}, "a"]', [([1, 2],), ([3], 4), ("a",)]),
        ("[]", []),
        (GOOD, [([3],)]),
        ('{"test": [{"input": {"args": [1, 2]}}]}', [(1, 2)]),
    ],
)
def test_inputs_load_from_a_list_or_a_task(content: str, inputs: list[Any], tmp_path: Path) -> None:
    assert load_inputs(written(tmp_path, content)) == inputs


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("1", 'expected a list of inputs, or an object with "test"'),
        ('{"train": []}', 'expected a list of inputs, or an object with "test"'),
        ('{"test": 1}', 'expected a list of inputs, or an object with "test"'),
        ('{"test": [{"input": 1}, {"output": 1}]}', 'test[1]: expected an object with "input"'),
        ("[1", "line 1, column 3: not JSON"),
        ("[NaN]", "NaN is not JSON"),
    ],
)
def test_bad_inputs_are_named(content: str, message: str, tmp_path: Path) -> None:
    path = written(tmp_path, content)
    assert complaint(lambda: load_inputs(path)).startswith(f"{path}: {message}")


def test_a_broken_line_leaves_the_others_be(tmp_path: Path) -> None:
    lines = [
        GOOD,
        '{"train": [',
        "",
        GOOD,
        '{"train": []}',
        task_text(("[[1], [true]]", "1")),
        "[" * 100_000,
        "NaN",
        GOOD,
    ]
    path = written(tmp_path, "\r\n".join(lines), "tasks.jsonl")
    loaded = list(load_tasks(path))
    good = [number for number, one in enumerate(loaded) if isinstance(one, Task)]
    assert good == [0, 2, 7]
    messages = [str(one) for one in loaded if isinstance(one, InputError)]
    assert not any("\n" in message for message in messages)
    starts = [
        "2: line 1, column 1",
        "5: train: no examples",
        "6: train[0].input: Int and Bool are mixed",
        "7: nested too deeply",
        "8: NaN is not JSON",
    ]
    for message, start in zip(messages, starts, strict=True):
        assert message.startswith(f"{path}:{start}")


def test_a_line_that_is_no_text_leaves_the_others_be(tmp_path: Path) -> None:
    good = GOOD.encode()
    path = written(tmp_path, b"\n".join([good, b'{"train": "\xff"}', good]), "tasks.jsonl")
    first, broken, last = load_tasks(path)
    assert isinstance(first, Task)
    assert isinstance(last, Task)
    assert str(broken).startswith(f"{path}:2: ")


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x7f"])
def test_only_a_line_feed_ends_a_line(character: str, tmp_path: Path) -> None:
    line = json.dumps({"train": [{"input": f"a{character}b", "output": 1}]}, ensure_ascii=False)
    loaded = list(load_tasks(written(tmp_path, f"{line}\n{line}\n")))
    assert [one.train[0].inputs for one in loaded if isinstance(one, Task)] == [(f"a{character}b",)] * 2


def test_an_empty_file_holds_no_tasks(tmp_path: Path) -> None:
    assert list(load_tasks(written(tmp_path, "\n \n"))) == []


def test_a_document_from_elsewhere_is_named_as_asked() -> None:
    assert parse_task(json.loads(GOOD), place="here").expected == (4,)
    assert complaint(lambda: parse_task({"train": []}, place="here")).startswith("here: train: no examples")
