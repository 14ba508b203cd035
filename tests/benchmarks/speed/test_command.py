"""`induce bench engine` prints a table or JSON, and draws."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from induce.benchmarks.speed import command, growth, latency
from induce.cli import main


@pytest.fixture(autouse=True)
def _brief(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "COUNTS", (2,))
    monkeypatch.setattr(latency, "FIRST_ANSWER", "pass")
    monkeypatch.setattr(latency, "STARTS", 1)
    monkeypatch.setattr(growth, "LENGTHS", (2,))
    monkeypatch.setattr(growth, "EXAMPLES", (1,))


def test_everything_is_one_line_of_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    image = tmp_path / "growth.png"
    assert main(["bench", "engine", "--seconds", "0.1", "--json", "--cold", "--picture", str(image)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["kind"] for row in found["rates"]] == ["lists", "text", "nested", "scalars", "masks"]
    assert all(row["floor"] > 0 for row in found["rates"])
    assert found["waits"]["warm"] > 0
    assert found["waits"]["cold"] > 0
    assert set(found["growth"]) == {"cost", "length", "examples"}
    assert found["machine"]["python"]
    assert image.read_bytes().startswith(b"\x89PNG")


def test_a_table_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "engine", "--seconds", "0.1"]) == 0
    out = capsys.readouterr().out
    for words in ("scalars", "store x", "first answer", "ms a task", "cost       candidates"):
        assert words in out


def test_a_picture_that_cannot_be_written_is_told_before_anything_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = str(tmp_path / "none" / "growth.png")
    assert main(["bench", "engine", "--seconds", "60", "--picture", place]) == 2
    assert "cannot be written" in capsys.readouterr().err
