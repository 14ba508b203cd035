"""The network and its variants: they learn, they keep tasks apart, and the run-time twin computes the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from induce.guide.runtime.config import Config, Shape
from induce.guide.runtime.features import Batch
from induce.guide.runtime.network import Network
from induce.guide.runtime.productions import TypeClass, productions
from induce.guide.runtime.weights import read, write
from induce.guide.training.checkpoint import CheckpointError, restore_checkpoint, save_checkpoint
from induce.guide.training.model import build, tensors
from induce.guide.training.trainer import Trainer
from induce.guide.training.training import Limit, train

from ..synthetic import batch, cut, source

SOURCE = source(4, 32)
SMALL = Config(embedding=8, width=16, blocks=2, pair_vector=16, task_vector=32, candidate_vector=8, learning_rate=1e-2)
VARIANTS = {
    "usual": SMALL,
    "alone": replace(SMALL, pairs="alone"),
    "shared": replace(SMALL, boundary="shared"),
    "smoothed": replace(SMALL, smoothing=0.1),
    "no positions": replace(SMALL, positions=False),
    "attention": replace(SMALL, encoder="attention"),
    "hypernetwork": replace(SMALL, encoder="hypernetwork"),
    "bag": replace(SMALL, encoder="bag"),
    "pretrained": replace(SMALL, pretrained=True),
    "one head": replace(SMALL, second_head=False),
}


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)


@pytest.mark.parametrize("name", VARIANTS)
def test_every_variant_learns(name: str) -> None:
    trainer, held_back = Trainer(VARIANTS[name], seed=1), [batch(99, 64)]
    before = trainer.validate(held_back)
    train(trainer, SOURCE, Limit(steps=60))
    after = trainer.validate(held_back)
    assert after.loss < 0.75 * before.loss
    assert after.recall10 > max(0.5, before.recall10)


def test_the_second_head_learns_which_values_are_parts_of_the_program() -> None:
    losses = {}
    for name in ("usual", "one head"):
        trainer = Trainer(VARIANTS[name], seed=1)
        train(trainer, SOURCE, Limit(steps=120))
        losses[name] = trainer.validate([batch(99, 64)]).candidates
    assert losses["usual"] < 0.3
    assert losses["one head"] > 0.6


def test_the_shipped_size_is_small() -> None:
    count = sum(parameter.numel() for parameter in build(Config(), Shape.current(), seed=0).parameters())
    assert count < 2_000_000


@pytest.mark.parametrize("name", ["usual", "shared", "no positions"])
def test_the_run_time_network_computes_what_torch_does(name: str) -> None:
    config, some = VARIANTS[name], batch(5, 6)
    model = build(config, Shape.current(), seed=3).eval()
    weights = {name: tensor.numpy() for name, tensor in model.state_dict().items()}
    weights["usual"] = np.zeros((7, 8, len(productions())), np.float32)
    network = Network(weights, config)
    with torch.no_grad():
        together = model(tensors(some, config))
    owners = np.nonzero(some.known)[0]
    for number in range(6):
        one = cut(some, number)
        wanted = together.log_probabilities[number].numpy()
        assert np.abs(network.log_probabilities(one) - wanted).max() < 1e-5
        candidates = some.candidates[number, some.known[number]][:, some.present[number]]
        scores = network.judge(network.task_vector(one)).scores(candidates)
        assert np.abs(scores - together.useful.numpy()[owners == number]).max(initial=0) < 1e-5


def test_the_order_of_the_pairs_says_nothing() -> None:
    some = batch(6, 4)
    model = build(SMALL, Shape.current(), seed=3).eval()
    turned = {one: getattr(some, one)[:, ::-1].copy() for one in ("tokens", "relations", "properties", "present")}
    other: Batch = replace(some, **turned, candidates=some.candidates[:, :, ::-1].copy())
    with torch.no_grad():
        one, two = (model(tensors(each, SMALL)).log_probabilities for each in (some, other))
    assert float((one - two).abs().max()) < 1e-5


class Killed(Exception):
    """What ends a training in the middle."""


def trained(steps: int, *, resumed_at: int | None, path: Path, config: Config = SMALL) -> Trainer:
    trainer = Trainer(config, seed=2)
    if resumed_at is not None:
        with pytest.raises(Killed):
            train(trainer, SOURCE, Limit(steps=steps), watch=lambda one, _: _stop(one, resumed_at, path))
        trainer = Trainer(config, seed=2)
        restore_checkpoint(path, trainer)
        assert trainer.state.steps == resumed_at
    train(trainer, SOURCE, Limit(steps=steps))
    return trainer


def _stop(trainer: Trainer, step: int, path: Path) -> None:
    if trainer.state.steps == step:
        save_checkpoint(path, trainer)
    if trainer.state.steps == step + 2:
        raise Killed


@pytest.mark.parametrize("name", ["usual", "pretrained"])
def test_a_killed_training_goes_on_exactly(tmp_path: Path, name: str) -> None:
    path, config = tmp_path / "checkpoint", VARIANTS[name]
    whole = trained(12, resumed_at=None, path=path, config=config).tensors([batch(1, 20)])
    again = trained(12, resumed_at=5, path=path, config=config).tensors([batch(1, 20)])
    assert all((whole[name] == again[name]).all() for name in whole)
    other = Trainer(config, seed=3).tensors([batch(1, 20)])
    assert any((whole[name] != other[name]).any() for name in whole)


def test_what_is_usual_is_the_mean_for_results_of_a_kind() -> None:
    trainer, tasks = Trainer(SMALL, seed=2), batch(1, 20)
    usual = np.exp(trainer.usual([tasks, tasks]))
    assert usual.shape == (7, 8, len(productions()))
    assert np.allclose(usual.sum(axis=2), 1, atol=1e-4)
    with torch.no_grad():
        each = trainer.model(tensors(tasks, SMALL)).log_probabilities.exp().numpy()
    assert np.allclose(usual[TypeClass.INTS], each.mean(axis=0), atol=1e-5)
    assert np.allclose(usual[TypeClass.STR], each.mean(axis=0), atol=1e-5)  # Without any such result: of all tasks.


def test_a_checkpoint_of_another_training_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "checkpoint"
    save_checkpoint(path, Trainer(SMALL, seed=2))
    with pytest.raises(CheckpointError, match="seed differs"):
        restore_checkpoint(path, Trainer(SMALL, seed=3))
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(CheckpointError, match="checkpoint"):
        restore_checkpoint(path, Trainer(SMALL, seed=2))


@pytest.mark.parametrize(
    ("state", "lacking"),
    [("{}", ""), ("[1]", ""), ("[" * 5000, ""), (None, "model."), ('{"points": [1], "averages": null}', "")],
)
def test_a_checkpoint_that_lacks_a_part_is_refused(state: str | None, lacking: str, tmp_path: Path) -> None:
    path = tmp_path / "checkpoint"
    save_checkpoint(path, Trainer(SMALL, seed=2))
    arrays, metadata = read(path, format="induce-checkpoint 1")
    kept = {name: array for name, array in arrays.items() if not lacking or not name.startswith(lacking)}
    write(path, kept, metadata if state is None else {**metadata, "state": state})
    with pytest.raises(CheckpointError, match="checkpoint: not a whole checkpoint"):
        restore_checkpoint(path, Trainer(SMALL, seed=2))
