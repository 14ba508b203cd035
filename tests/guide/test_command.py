"""`induce train` and `--guide`: weights that the search can use, a training that goes on, errors in one line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from induce.cli import main
from induce.guide import command
from induce.guide.runtime.config import Config
from induce.guide.runtime.guide import load_guide
from induce.guide.runtime.weights import load, save
from induce.guide.training import options

ROOT = Path(__file__).parents[2]
DOUBLE = str(ROOT / "examples" / "double.json")


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("train")
    patch = pytest.MonkeyPatch()
    patch.setattr(command, "Config", lambda: Config(batch=8, width=16, blocks=1))
    patch.setattr(options, "VALIDATION_BATCHES", 1)
    path, checkpoint = folder / "guide.safetensors", folder / "checkpoint"
    common = ["train", "--output", str(path), "--checkpoint", str(checkpoint), "--seed", "3"]
    assert main([*common, "--steps", "2"]) == 0
    assert load(path).facts["steps"] == "2"
    assert main([*common, "--steps", "3"]) == 0
    assert load(path).facts["steps"] == "3"
    patch.undo()
    return path


def test_what_is_trained_guides_a_search(trained: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert load_guide(trained).network.usual.shape[:2] == (7, 8)
    assert main(["solve", DOUBLE, "--guide", str(trained), "--max-candidates", "300000"]) == 0
    assert "*" in capsys.readouterr().out


def test_bad_weights_are_told_in_one_line(trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(trained.read_bytes()[:1000])
    for path in (broken, tmp_path / "missing.safetensors"):
        assert main(["solve", DOUBLE, "--guide", str(path)]) == 2
        lines = capsys.readouterr().err.splitlines()
        assert len(lines) == 1
        assert path.name in lines[0]


def test_a_primitive_that_was_another_when_it_was_learnt_is_named(
    trained: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found, path = load(trained), tmp_path / "other.safetensors"
    others = tuple(replace(one, signature="?") if one.name == "sort" else one for one in found.productions)
    save(path, replace(found, productions=others))
    assert main(["solve", DOUBLE, "--guide", str(path), "--max-candidates", "300000"]) == 0
    err = capsys.readouterr().err
    assert err == f"induce: {path}: learnt with other primitives sort; they keep their usual cost\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--output", "/nowhere/at/all.safetensors"], "cannot be written"),
        (["--minutes", "-1"], "is not a valid number of minutes"),
        (["--device", "cuda"], "cuda"),
    ],
)
def test_bad_options_are_told(options: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(["train", "--steps", "1", *options])
    except SystemExit as end:
        code = int(str(end.code))
    assert code == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--prior", "--device", "cpu"], "--device: not with --prior"),
        (["--prior", "--steps", "5"], "--steps: not with --prior"),
        (["--prior", "--tasks", "a.jsonl"], "a.jsonl: cannot be read"),
        (["--tasks", "a.jsonl"], "--tasks: only with --study"),
        (["--study", "--steps", "5"], "--steps: not with --study"),
        (["--study", "--draws", "2"], "--draws: not with --study"),
        (["--draws", "2"], "--draws: only with --prior"),
        (["--candidates", "9"], "--candidates: only with --study"),
        (["--prior", "--output", "same", "--checkpoint", "./same"], "same: is also the output"),
    ],
)
def test_options_that_do_not_go_together_are_told(
    options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", *options]) == 2
    assert capsys.readouterr().err.startswith(f"induce: {told}")
