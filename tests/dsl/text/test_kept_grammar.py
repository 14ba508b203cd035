"""The tables of the parser are kept, and made anew where the file is damaged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from induce.dsl.program import parse
from induce.dsl.text import parser

TEXT = "(xs: List[Int]) -> sum(xs)"


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    parser._parser.cache_clear()
    yield
    parser._parser.cache_clear()


def test_a_damaged_file_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "cache_folder", lambda: tmp_path)
    assert str(parse(TEXT)) == TEXT
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for damaged in (b"", whole[:100], whole[: len(whole) // 2], b"0" * 200):
        file.write_bytes(damaged)
        parser._parser.cache_clear()
        assert str(parse(TEXT)) == TEXT
        assert file.read_bytes() != damaged


def test_without_a_folder_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "cache_folder", lambda: None)
    assert str(parse(TEXT)) == TEXT
