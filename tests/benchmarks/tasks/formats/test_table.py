"""Which format a path is in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from induce.benchmarks.tasks.formats import FORMATS, load_suite
from induce.benchmarks.tasks.formats.table import Format
from induce.support.errors import InputError

from .reading import written

SAMPLES: dict[str, Any] = {
    "jsonl": '{"train": [{"input": 1, "output": 2}]}\n{"train": [{"input": 1, "output": 2}]}\n',
    "arc": {"train": [{"input": 1, "output": 2}]},
    "bigbench": {"examples": [{"input": "1", "target": "2"}]},
    "dreamcoder": [{"name": "a", "examples": [{"i": 1, "o": 2}]}],
    "sygus": "(synth-fun f ((x Int)) Int)\n(constraint (= (f 1) 2))\n",
    "oeis": f"A900001 ,{','.join(map(str, range(25)))},\n",
}


def sample(folder: Path, name: str) -> Path:
    """A file of the format whose name says nothing, where the format allows it."""
    return written(folder / ("any.sl" if name == "sygus" else "any.txt"), SAMPLES[name])


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_every_format_is_recognised_by_its_content(tmp_path: Path, row: Format) -> None:
    path = sample(tmp_path, row.name)
    seen = load_suite(path)
    assert seen == load_suite(path, format=row.name)
    assert all(not isinstance(entry.task, InputError) for entry in seen.entries)


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_only_formats_without_a_split_can_be_split(tmp_path: Path, row: Format) -> None:
    path = sample(tmp_path, row.name)
    if row.splits:
        assert load_suite(path, given=1, asked=0).entries
    else:
        with pytest.raises(InputError, match="expected no other split"):
            load_suite(path, given=1)


@pytest.mark.parametrize(
    ("name", "content"),
    [("notes.md", "# Notes\n"), ("deep.txt", "[" * 9000), ("numbers.json", [1, 2]), ("empty.txt", ""), ("x.json", "{")],
)
def test_what_is_not_recognised_is_told_what_would_be(tmp_path: Path, name: str, content: Any) -> None:
    path = written(tmp_path / name, content)
    with pytest.raises(InputError) as caught:
        load_suite(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: its format is not recognised")
    assert all(f"{row.name}: {row.recognised}" in message for row in FORMATS)
    assert "\n" not in message


def test_bytes_that_are_no_text_are_not_recognised(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(bytes(range(128, 256)))
    with pytest.raises(InputError, match="not recognised"):
        load_suite(path)


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        load_suite(tmp_path / "nothing")
    with pytest.raises(InputError, match="not recognised"):
        load_suite(tmp_path)


def test_a_format_without_a_task(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no tasks"):
        load_suite(written(tmp_path / "empty.jsonl", "\n"))
    with pytest.raises(InputError, match="format lisp: not known; expected one of jsonl, arc"):
        load_suite(written(tmp_path / "a.jsonl", SAMPLES["jsonl"]), format="lisp")


def test_the_order_is_always_the_same(tmp_path: Path) -> None:
    for folder, names in (("one", "cab"), ("other", "bca"), ("less", "ab")):
        (tmp_path / folder / "tasks").mkdir(parents=True)
        for name in names:
            written(tmp_path / folder / "tasks" / f"{name}.json", SAMPLES["arc"])
    one, other, less = (load_suite(tmp_path / folder / "tasks") for folder in ("one", "other", "less"))
    assert [entry.name for entry in one.entries] == ["a", "b", "c"]
    assert one.digest == other.digest != less.digest
    turned = replace(one, entries=one.entries[::-1])
    assert turned.digest != one.digest
