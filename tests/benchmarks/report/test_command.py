"""`induce bench report` and `induce bench diff`: which runs are meant, what is written, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from induce.benchmarks.report import drawing
from induce.benchmarks.report.measured import measured, sections, usual
from induce.cli import main
from induce.support.errors import InputError

from .rows import confident, rows, write_runs


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return write_runs(
        tmp_path / "runs.sqlite", {"induce": rows("ssssssn"), "slight": rows("snsssss"), "bad": rows("snnnnnn")}
    )


def test_a_run_is_named_by_number_name_or_file(db: Path, tmp_path: Path) -> None:
    other = write_runs(tmp_path / "other.sqlite", {"peer": rows("s"), "peer 2": rows("n")})
    for name, label in [
        ("1", "induce #1"),
        ("slight", "slight #2"),
        ("tasks/bad", "bad #3"),
        ("latest", "bad #3"),
        (str(other), f"peer 2 #2 in {other}"),
        (f"{other}:1", f"peer #1 in {other}"),
        (f"{other}:peer", f"peer #1 in {other}"),
        (f"{db}:1", "induce #1"),
    ]:
        assert measured(name, db).label == label
    with pytest.raises(InputError, match="there is no run '9'"):
        measured("9", db)


def test_the_usual_runs_are_those_of_the_last_suite_one_a_solver(db: Path) -> None:
    write_runs(db, {"induce": rows("ss"), "floor": rows("sn")}, suite="others")
    assert [one.label for one in usual(db)] == ["induce #4", "floor #5"]


def test_runs_are_compared_with_the_first_or_the_one_that_is_named(db: Path) -> None:
    runs = usual(db)
    (section,) = sections(runs)
    assert section.baseline == runs[0]
    assert [one.label for one, _ in section.comparisons] == ["slight #2", "bad #3"]
    (section,) = sections(runs[:1], runs[2])
    assert section.baseline == runs[2]
    assert [one.label for one, _ in section.comparisons] == ["induce #1"]
    assert [one.label for one in section.runs] == ["induce #1", "bad #3"]


def test_a_report_is_printed_and_written(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "folder"
    assert main(["bench", "report", "--db", str(db), "--output", str(folder)]) == 0
    out = capsys.readouterr().out
    for words in ("induce", "85.7%", "even", "no program within the limits", "bad #3 against induce #1"):
        assert words in out
    names = {"report.html", "tasks-cactus.png", "tasks-families.png", "tasks-scatter-1.png", "tasks-scatter-2.png"}
    assert {file.name for file in folder.iterdir()} == names
    assert all(file.read_bytes().startswith(b"\x89PNG") for file in folder.glob("*.png"))


def test_confidences_are_told_where_there_are_any(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_runs(db, {"sure": confident({0.96: "sssf", 0.7: "sfn"})})
    assert main(["bench", "report", "1", "4", "--db", str(db), "--output", str(tmp_path / "told")]) == 0
    out = capsys.readouterr().out
    (line,) = [line.split() for line in out.splitlines() if line.split()[:2] == ["sure", "#4"] and "%" in line]
    assert line[2:] == ["6", "66.7%", "20.7%", "0.625", "4", "75.0%", "75.0%"]
    assert (tmp_path / "told" / "tasks-reliability.png").is_file()
    assert main(["bench", "diff", "1", "4", "--db", str(db)]) == 0
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.endswith(" of 7")
    assert second.endswith(" of 7, calibration error 20.7%")
    assert main(["bench", "report", "1", "2", "--db", str(db), "--output", str(tmp_path / "untold")]) == 0
    assert "calibration error" not in capsys.readouterr().out


def test_without_matplotlib_the_table_is_printed_and_the_rest_refused(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(drawing, "find_spec", lambda name: None)
    assert main(["bench", "report", "--db", str(db), "--output", str(tmp_path / "new")]) == 2
    out, err = capsys.readouterr()
    assert "85.7%" in out
    assert err == "induce: pictures need matplotlib: pip install 'induce[report]'\n"
    assert not (tmp_path / "new").exists()


def test_runs_on_two_suites_are_reported_in_two_parts(db: Path, tmp_path: Path) -> None:
    write_runs(db, {"induce": rows("ss")}, suite="other suite")
    assert main(["bench", "report", "1", "4", "--db", str(db), "--output", str(tmp_path)]) == 0
    assert {"tasks-cactus.png", "other-suite-cactus.png"} <= {file.name for file in tmp_path.iterdir()}
    assert (tmp_path / "report.html").read_text(encoding="utf-8").count("<h1>") == 2


@pytest.mark.parametrize(
    ("after", "options", "code"),
    [("bad", [], 1), ("slight", [], 0), ("slight", ["--strict"], 1), ("induce", ["--strict"], 0)],
)
def test_diff_fails_for_losses_beyond_the_noise(
    db: Path, after: str, options: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bench", "diff", "induce", after, "--db", str(db), *options]) == code
    assert "tasks in common" in capsys.readouterr().out


def test_runs_of_two_files_are_told_apart(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = write_runs(tmp_path / "other.sqlite", {"induce": rows("sssssnn")})
    assert main(["bench", "report", "1", str(other), "--db", str(db), "--output", str(tmp_path / "new")]) == 0
    assert f"induce #1 in {other} against induce #1: 0 won, 1 lost" in capsys.readouterr().out
    assert f"<td>induce #1 in {other}</td>" in (tmp_path / "new" / "report.html").read_text(encoding="utf-8")


def test_diff_names_tasks_with_both_programs(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["bench", "diff", "1", "2", "--db", str(db)])
    out = capsys.readouterr().out
    assert "lost  task 1\n  A  solved in 1.0 s  p1\n  B  none in 1.0 s  p1\n" in out
    assert "won  task 6\n" in out
    assert (
        "1 won, 1 lost of 7 tasks in common: within the noise (so many losses by chance: p = 0.75, bound 0.05)" in out
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["report", "7"], "there is no run '7'"),
        (["report", "--against", "9"], "there is no run '9'"),
        (["diff", "1", "none.sqlite"], "there is no run 'none.sqlite'"),
        (["report", "--output", "{db}"], "cannot be made"),
    ],
)
def test_bad_input_is_one_line(words: list[str], message: str, db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", *(word.format(db=db) for word in words), "--db", str(db)]) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1


def test_runs_without_a_task_in_common_are_not_compared(db: Path, tmp_path: Path) -> None:
    other = write_runs(tmp_path / "other.sqlite", {"peer": [one for one in rows("ssssssssss") if one.number > 7]})
    assert main(["bench", "diff", "1", str(other), "--db", str(db)]) == 2


def test_a_baseline_on_another_suite_is_refused(db: Path, tmp_path: Path) -> None:
    other = write_runs(tmp_path / "other.sqlite", {"peer": rows("s")}, suite="others")
    with pytest.raises(InputError, match=r"peer #1 in .* is a run on others; expected one on tasks"):
        sections(usual(db), measured(str(other), db))
