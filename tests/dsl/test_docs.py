"""The page of primitives is current, and says something about each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from induce.dsl.docs import main, page
from induce.dsl.language.language import BUILTIN

COMMITTED = Path(__file__).parents[2] / "docs" / "primitives.md"


def test_the_committed_page_is_current() -> None:
    assert main([str(COMMITTED), "--check"]) == 0


def test_an_outdated_page_is_refused_and_can_be_rewritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "primitives.md"
    assert main([str(file), "--check"]) == 1
    assert "is not current" in capsys.readouterr().err
    assert not file.exists()
    assert main([str(file)]) == 0
    assert main([str(file), "--check"]) == 0


def test_every_primitive_has_its_row() -> None:
    lines = page().splitlines()
    for row in BUILTIN.searched.values():
        assert sum(line.startswith(f"| `{row.name}` |") for line in lines) == 1, row.name
