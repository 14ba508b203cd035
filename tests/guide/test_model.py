"""The network in torch: what it must not see, what must not matter, and that all of it learns."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from induce.guide.config import Config, Shape
from induce.guide.denoising import denoising_loss, guess, hide, hide_output
from induce.guide.features import END, START, Batch, cut
from induce.guide.losses import loss_of, recall
from induce.guide.model import Model, Output, build, tensors
from induce.guide.relations import POSITIONS

from .synthetic import TINY, batch

VARIANTS = {
    "base": TINY,
    "alone": replace(TINY, pairs="alone"),
    "attention": replace(TINY, encoder="attention"),
    "hypernetwork": replace(TINY, encoder="hypernetwork"),
    "bag": replace(TINY, encoder="bag"),
}
every_variant = pytest.mark.parametrize("config", VARIANTS.values(), ids=VARIANTS)


def said(model: Model, given: Batch) -> Output:
    model.eval()
    with torch.no_grad():
        found: Output = model(tensors(given, model.config))
    return found


def made(config: Config) -> Model:
    return build(config, Shape.current(), seed=1)


@every_variant
def test_probabilities_are_of_the_task_alone(config: Config) -> None:
    model, whole = made(config), batch(1, 5)
    together = said(model, whole).log_probabilities
    assert torch.allclose(together.exp().sum(dim=2), torch.ones(5, len(together[0])), atol=1e-5)
    for number in range(5):
        alone = said(model, cut(whole, number)).log_probabilities[0]
        assert torch.allclose(together[number], alone, atol=1e-5)
    assert not torch.allclose(together[0], together[1], atol=1e-4)


@every_variant
def test_the_order_of_pairs_does_not_matter(config: Config) -> None:
    given = batch(2, 3)
    turned = replace(
        given,
        **{name: getattr(given, name)[:, ::-1].copy() for name in ("tokens", "relations", "properties", "present")},
    )
    model = made(config)
    assert torch.allclose(said(model, given).log_probabilities, said(model, turned).log_probabilities, atol=1e-5)


@every_variant
def test_every_parameter_learns(config: Config) -> None:
    model = made(config)
    arranged = tensors(batch(3, 16), config)
    loss_of(model(arranged), arranged, config).backward()  # type: ignore[no-untyped-call]
    for name, parameter in model.named_parameters():
        assert parameter.grad is not None, name
        assert parameter.grad.abs().sum() > 0, name


def test_it_is_small() -> None:
    assert sum(parameter.numel() for parameter in made(Config()).parameters()) < 2_000_000


def test_the_second_head_can_be_left_out() -> None:
    config = replace(TINY, second_head=False)
    model = made(config)
    arranged = tensors(batch(3, 8), config)
    loss_of(model(arranged), arranged, config).backward()  # type: ignore[no-untyped-call]
    assert all(parameter.grad is None for parameter in model.judge.parameters())


def test_shared_boundaries_and_missing_positions_hide_what_they_say() -> None:
    given = batch(4, 3)
    swapped = replace(given, tokens=np.where(given.tokens == END, START, given.tokens))
    moved = replace(given, relations=given.relations.copy())
    moved.relations[..., -POSITIONS:] += 1
    for config, other, same in (
        (TINY, swapped, False),
        (replace(TINY, boundary="shared"), swapped, True),
        (TINY, moved, False),
        (replace(TINY, positions=False), moved, True),
    ):
        model = made(config)
        one, two = said(model, given).log_probabilities, said(model, other).log_probabilities
        assert torch.allclose(one, two, atol=1e-6) == same


def test_a_hidden_output_is_not_seen() -> None:
    given, pair = batch(5, 4), np.zeros(4, np.int64)
    changed = replace(given, tokens=given.tokens.copy(), properties=given.properties.copy())
    changed.tokens[:, 0, -1, 1:9] = 40
    changed.properties[:, 0] += 1
    model = made(replace(TINY, pretrained=True))
    first, second = (guess(model, hide_output(one, pair)) for one in (given, changed))
    assert (first[0] == second[0]).all()
    assert (first[1] != second[1]).any()


def test_filling_in_can_be_learnt() -> None:
    model = made(replace(TINY, pretrained=True))
    hidden = hide(batch(6, 16), np.random.default_rng(0))
    optimiser = torch.optim.Adam(model.parameters(), 1e-2)
    losses = []
    for _ in range(25):
        loss = denoising_loss(model, hidden)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        losses.append(float(loss))
    assert losses[-1] < losses[0] - 1


def test_recall_counts_each_primitive_of_a_program_once() -> None:
    log_probabilities = torch.zeros(1, 7, 30).log_softmax(dim=2)
    log_probabilities[0, 0] = -torch.arange(30.0)
    nodes = torch.tensor([[0, 0, 3], [0, 0, 3], [0, 0, 15], [0, 0, 29]])
    assert recall(log_probabilities, nodes, (10, 20)) == pytest.approx([1 / 3, 2 / 3])


@pytest.mark.parametrize("bad", [{"encoder": "none"}, {"kernel": 4}, {"pretrained": True, "encoder": "bag"}])
def test_a_network_that_cannot_be_is_refused(bad: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(bad))):
        replace(TINY, **bad)  # type: ignore[arg-type]
