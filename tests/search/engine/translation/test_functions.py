"""Functions, and what they need, in one text."""

# mypy: disallow_untyped_defs = False, disallow_untyped_calls = False, disallow_incomplete_defs = False

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from induce.search.engine.translation.functions import Source, Unit
from induce.search.engine.translation.kinds import INT, NOTHING, Untranslatable

from .running import VECTOR


def inner(x):
    return x + 1


def outer(xs, x):
    xs[0] = inner(x) + inner(x + 1)


def test_a_function_is_translated_once_for_arguments_of_the_same_kinds() -> None:
    unit = Unit()
    assert unit.function(outer, [VECTOR, INT])[1] == NOTHING
    assert unit.function(outer, [VECTOR, INT]) == unit.function(outer, [VECTOR, INT])
    assert unit.text.count("define internal") == 2


def test_a_text_is_the_same_every_time() -> None:
    texts = set()
    for _ in range(2):
        unit = Unit()
        unit.function(outer, [VECTOR, INT])
        texts.add(unit.text)
    assert len(texts) == 1


def test_a_source_knows_what_its_names_mean() -> None:
    source = Source.of(outer)
    assert source.parameters == ["xs", "x"]
    assert source.names["inner"] is inner


def test_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    for text, name in (("def one(x): return x", "one"), ("# more\ndef other(x): return x", "other")):
        file.write_text(text, encoding="utf-8")
        space: dict[str, Any] = {}
        exec(compile(text, str(file), "exec"), space)
        assert Source.of(space[name]).node.name == name


def test_only_functions_written_with_def_have_a_source() -> None:
    with pytest.raises(Untranslatable, match="expected a function written with def"):
        Source.of(lambda x: x)
