"""Pages are written, and an old one is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from induce.support.pages import escaped, keep_current


def test_an_outdated_page_is_refused_and_can_be_rewritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "page.md"

    def kept(*words: str) -> int:
        return keep_current(lambda: "# New\n", "induce.news", [str(file), *words])

    assert kept("--check") == 1
    assert capsys.readouterr().err == f"{file} is not current: run python -m induce.news {file}\n"
    assert not file.exists()
    file.write_text("# Old\n", encoding="utf-8")
    assert kept("--check") == 1
    assert kept() == 0
    assert file.read_bytes() == b"# New\n"
    assert kept("--check") == 0


def test_a_cell_holds_what_would_end_it() -> None:
    assert escaped("a | b <c> 2*3") == r"a \| b &lt;c> 2\*3"
