"""Files of primitives: the valid ones are, and others are not."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from induce import InputError
from induce.check.broken import own
from induce.dsl.language.language import BUILTIN
from induce.dsl.language.loading import load_primitives


@pytest.mark.parametrize("number", range(len(own.VALID)))
def test_what_is_broken_was_valid(tmp_path: Path, number: int) -> None:
    file = tmp_path / "own.py"
    file.write_text(own.VALID[number], encoding="utf-8")
    assert own.NAME in BUILTIN.with_primitives(load_primitives([file])).own


def test_most_files_are_refused(tmp_path: Path) -> None:
    file, refused = tmp_path / "own.py", 0
    for seed in range(100):
        file.write_bytes(own.drawn(Random(seed)))
        try:
            BUILTIN.with_primitives(load_primitives([file]))
        except InputError:
            refused += 1
    assert 50 < refused < 100
