"""Object files: what is missing is compiled, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from induce.search.engine.codegen import objects
from induce.search.engine.codegen.generation import jobs
from induce.search.engine.codegen.objects import Objects, build

FITS = next(job for job in jobs() if job.name == "fits")


def test_only_what_is_missing_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Objects(tmp_path, (FITS,))
    assert found.missing == [FITS]
    build(str(tmp_path), ["fits"])
    assert found.missing == []
    assert found.addresses()["fit"]
    monkeypatch.setattr(objects, "machine_code", lambda _: pytest.fail("something is compiled"))
    build(str(tmp_path), ["fits"])
    objects._compile(found)


@pytest.mark.parametrize("size", [0, 100, -1])
def test_a_damaged_file_is_made_anew(tmp_path: Path, size: int) -> None:
    found = Objects(tmp_path, (FITS,))
    build(str(tmp_path), ["fits"])
    whole = found.file("fits").read_bytes()
    found.file("fits").write_bytes(whole[:size])
    assert found.missing == [FITS]
    with pytest.raises(objects.CompilationError, match=r"fits\.o: damaged or removed meanwhile$"):
        found.addresses()
    build(str(tmp_path), ["fits"])
    assert found.missing == []
    assert found.addresses()["fit"]


def test_a_process_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "_processes", lambda: 2)
    monkeypatch.setattr(objects, "COMPILE", "raise ValueError('no room')")
    build(str(tmp_path), ["fits"])
    others = tuple(job for job in jobs() if job.name in ("fits", "kernels_288", "kernels_000"))
    monkeypatch.setattr(objects, "_build", lambda *_: None)
    with pytest.raises(objects.CompilationError, match=r"does not compile: ValueError: no room"):
        objects._compile(Objects(tmp_path, others))


def test_a_fresh_cache_is_filled_and_serves(tmp_path: Path) -> None:
    code = (
        "import platformdirs\n"
        f"platformdirs.user_cache_dir = lambda *_, **__: {str(tmp_path)!r}\n"
        "from induce import synthesize\n"
        "print(synthesize([([3, 1], [6, 2]), ([5], [10])], max_candidates=1000, timeout=None).program)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout == "(xs: List[Int]) -> xs * 2\n"
    (folder,) = tmp_path.iterdir()
    assert sorted(file.name for file in folder.iterdir()) == sorted(f"{job.name}.o" for job in jobs())


def test_nothing_is_imported_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "induce").mkdir()
    (tmp_path / "induce" / "__init__.py").write_text("raise SystemExit('another induce')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code = "import sys; from induce import synthesize; print(synthesize([(1, 2), (5, 6)]).program)"
    path = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout == "(n: Int) -> n + 1\n", done.stderr
