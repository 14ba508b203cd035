"""The cells that Ray gives are those of one machine; run where Ray is installed, which takes it seconds to start."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from induce.cli import main
from induce.dsl.program import parse
from induce.tables.applying import Application, apply


def test_ray_gives_the_same_cells(tmp_path: Path) -> None:
    pytest.importorskip("ray.data")
    path = tmp_path / "t.csv"
    path.write_text("id,name\n" + "".join(f'00{i},"x {i}, y"\n' if i % 3 else f"00{i},\n" for i in range(20_000)))
    program = parse('(name: Str) -> upper(before(name, ","))')
    local = apply(Application(program, path, output=tmp_path / "local.csv"))
    there = apply(Application(program, path, output=tmp_path / "ray.csv", on_ray=True))
    assert (tmp_path / "ray.csv").read_bytes() == (tmp_path / "local.csv").read_bytes()
    assert there.tally == local.tally


def test_without_ray(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    pq.write_table(pa.table({"n": [1, 2]}), tmp_path / "t.parquet")
    code = main(["apply", "(n: Int) -> n + 1", str(tmp_path / "t.parquet"), "--engine", "ray"])
    assert code == 2
    assert "--engine ray: " in (err := capsys.readouterr().err)
    assert "expected pip install 'induce[ray]'" in err
    assert sorted(tmp_path.iterdir()) == [tmp_path / "t.parquet"]
