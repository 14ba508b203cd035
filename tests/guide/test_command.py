"""`induce train`: what it leaves behind, and what it says of bad input."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from induce.cli import main
from induce.guide import command
from induce.guide.command import Options
from induce.guide.stream import EASIEST, Stream
from induce.guide.weights import load

from .synthetic import TINY, batch, source


class Synthetic:
    """A stream of synthetic batches."""

    batches = staticmethod(source(1, 16))


@pytest.fixture
def train(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """The command in an empty folder, on a tiny network and batches that cost nothing."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "Config", lambda: TINY)
    monkeypatch.setattr(Options, "stream", lambda *_: Synthetic)
    monkeypatch.setattr(Options, "validation", lambda *_: [batch(99, 16)])
    return lambda *arguments: main(["train", *arguments])


def test_weights_are_left_behind(train: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert train("--steps", "3", "--seed", "5", "--device", "cpu") == 0
    printed = capsys.readouterr()
    assert "weights.safetensors: 3 steps, 48 tasks" in printed.out
    assert "100%, step 3, loss" in printed.err
    facts = load("weights.safetensors").facts
    assert (facts["seed"], facts["steps"]) == ("5", "3")
    assert facts.keys() == {"seed", "steps", "tasks", "minutes", "device", "version"}


def test_a_checkpoint_is_gone_on_from(train: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    for steps in ("2", "5"):
        assert train("--steps", steps, "--output", "x", "--checkpoint", "c") == 0
    assert "going on from c, step 2" in capsys.readouterr().err
    assert load("x").facts["tasks"] == "80"


def test_only_what_is_named_is_replaced(train: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    Path("weights.safetensors").write_text("precious")
    assert train("--steps", "1") == 2
    assert Path("weights.safetensors").read_text() == "precious"
    assert "name it with --output" in capsys.readouterr().err
    assert train("--steps", "1", "--output", "weights.safetensors") == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--output", "nowhere/x"], "nowhere/x: cannot be written"),
        (["--output", "."], ".: cannot be written"),
        (["--checkpoint", "nowhere/x"], "nowhere/x: cannot be written"),
        (["--checkpoint", "garbage"], "garbage: no whole safetensors file"),
        (["--device", "cuda"], "there is no cuda device"),
    ],
)
def test_bad_input_is_one_line(
    train: Callable[..., int], capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    if "cuda" in arguments and torch.cuda.is_available():
        pytest.skip("there is one")
    Path("garbage").write_text("garbage")
    assert train("--steps", "1", *arguments) == 2
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1


def test_without_torch_it_says_what_to_install(
    train: Callable[..., int], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    assert train("--steps", "1") == 2
    assert capsys.readouterr().err == "induce: train: torch is missing; pip install 'induce[train]'\n"


@pytest.mark.parametrize(
    "arguments",
    [["--minutes", "0"], ["--minutes", "x"], ["--steps", "0"], ["--seed", "-1"], ["--minutes", "1", "--steps", "1"]],
)
def test_options_that_are_none(train: Callable[..., int], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        train(*arguments)
    assert caught.value.code == 2


def test_all_difficulties_are_in_play_after_a_tenth() -> None:
    stream = Options(None, 8000, 0, 1, "cpu").stream(128)
    assert isinstance(stream, Stream)
    rounds = 8000 // stream.mixed
    hardest = stream.deepest(10 * rounds)
    assert stream.deepest(0) == EASIEST < hardest
    assert stream.deepest(rounds // 20) < hardest
    assert stream.deepest(rounds // 10) == hardest
    assert Options(None, 10, 0, 1, "cpu").stream(128).deepest(0) == hardest
