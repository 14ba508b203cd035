"""What a path holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from induce.benchmarks.tasks.formats.sources import members
from induce.support.errors import InputError


def test_the_files_of_a_folder_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("b/2.json", "a.json", "b/1.json", ".hidden/3.json", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [file.relative_to(tmp_path).as_posix() for file in members(tmp_path, "*.json")]
    assert found == ["a.json", "b/1.json", "b/2.json"]


def test_a_folder_that_vanishes_meanwhile_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def vanished(_folder: Path, _pattern: str) -> Iterator[Path]:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "rglob", vanished)
    with pytest.raises(InputError, match="cannot be read: no such file or directory; expected a folder of tasks"):
        members(tmp_path, "*.json")
