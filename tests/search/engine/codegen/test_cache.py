"""Where compiled code lies when the user's cache cannot be written."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from induce.search.engine.codegen.cache import TEMPORARY, clear, folder_of, keep, replace
from induce.support.errors import InputError


@pytest.mark.skipif(sys.platform == "win32", reason="a file in the place of a folder")
def test_a_temporary_folder_is_removed_at_exit(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    code = (
        "import os, platformdirs\n"
        f"platformdirs.user_cache_dir = lambda *_, **__: {str(blocked)!r}\n"
        "os.environ.pop('INDUCE_CACHE', None)\n"
        "from induce.search.engine.codegen.cache import folder_of\n"
        "folder = folder_of('engine-x')\n"
        "(folder / 'module.o').write_text('x')\n"
        "assert os.environ['INDUCE_CACHE'] == str(folder.parent)\n"
        "print(folder.parent)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    folder = Path(done.stdout.strip())
    assert folder.name.startswith("induce-")
    assert not folder.exists()


def test_a_file_is_replaced_at_once(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        replace(tmp_path / "file", content)
        assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("file", content)]


def test_what_killed_writers_have_left_is_cleared(tmp_path: Path) -> None:
    for name in ("loops.o", "loops.o.0123abcd.part"):
        (tmp_path / name).touch()
    clear(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["loops.o"]


def test_a_writer_whose_folder_is_cleared_finds_what_another_has_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cleared(part: Path, _: object) -> None:
        clear(part.parent)
        raise FileNotFoundError(part)

    monkeypatch.setattr(Path, "replace", cleared)
    with pytest.raises(FileNotFoundError):
        replace(tmp_path / "loops.o", b"mine")
    (tmp_path / "loops.o").write_bytes(b"theirs")
    replace(tmp_path / "loops.o", b"mine")
    assert (tmp_path / "loops.o").read_bytes() == b"theirs"


@pytest.mark.skipif(sys.platform == "win32", reason="modes of folders")
@pytest.mark.parametrize(("mode", "kept"), [(0o700, True), (0o755, True), (0o770, False), (0o777, False)])
def test_a_folder_that_others_may_write_is_not_used(
    mode: int, kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(tmp_path / "cache"))
    monkeypatch.setenv(TEMPORARY, str(tmp_path))
    folder = tmp_path / "cache" / "engine-x"
    folder.mkdir(parents=True)
    folder.chmod(mode)
    assert folder_of("engine-x") == (folder if kept else tmp_path / "engine-x")


def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match=r"loops\.o: cannot be written: no space left on device; expected room"):
        keep(tmp_path / "loops.o", b"code")
    assert not [*tmp_path.iterdir()]
