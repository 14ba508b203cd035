"""The folder of the user's cache."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from induce.support.cache import cache_folder


def test_the_folder_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = tmp_path / "a" / "induce"
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda *_, **__: str(wanted))
    assert cache_folder() == wanted
    assert wanted.is_dir()


def test_nothing_is_kept_where_there_can_be_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("")
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda *_, **__: str(file / "induce"))
    assert cache_folder() is None
