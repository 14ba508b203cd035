"""The network in NumPy: probabilities, the independence of padding, and weights that do not fit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from induce.guide.runtime.config import Config, Shape
from induce.guide.runtime.network import Network, _pooled, _shapes
from induce.guide.runtime.weights import Weights, WeightsError

from ..synthetic import batch, cut

SMALL = Config(embedding=4, width=6, blocks=2, pair_vector=5, task_vector=7, candidate_vector=3)


def tensors_of(config: Config) -> dict[str, np.ndarray]:
    draw = np.random.default_rng(3)
    return {
        name: draw.normal(scale=0.3, size=shape).astype(np.float32)
        for name, shape in _shapes(config, Shape.current()).items()
    }


def test_log_probabilities_are_those_of_a_distribution_for_each_nonterminal() -> None:
    network = Network(tensors_of(SMALL), SMALL)
    found = network.log_probabilities(cut(batch(1, 1), 0))
    shape = Shape.current()
    assert found.shape == (shape.nonterminals, shape.productions)
    assert np.exp(found).sum(axis=1) == pytest.approx(np.ones(shape.nonterminals), abs=1e-4)
    assert found.std() > 0.01


def test_what_is_not_there_says_nothing() -> None:
    network, some = Network(tensors_of(SMALL), SMALL), cut(batch(2, 1), 0)
    before = network.task_vector(some)
    absent = ~some.present
    assert absent.any()
    tokens, relations = some.tokens.copy(), some.relations.copy()
    tokens[absent], relations[absent] = 9, 0.5
    assert (network.task_vector(replace(some, tokens=tokens, relations=relations)) == before).all()
    tokens[some.present] = 9
    assert (network.task_vector(replace(some, tokens=tokens)) != before).any()


def test_rows_are_pooled_by_runs() -> None:
    draw = np.random.default_rng(4)
    rows, counts = draw.random((9, 3)).astype(np.float32), np.array([2, 1, 6])
    found, start = _pooled(rows, counts), 0
    for row, count in zip(found, counts, strict=True):
        run = rows[start : start + count]
        assert row == pytest.approx(np.concatenate([run.mean(axis=0), run.max(axis=0)]))
        start += count


def weights_of(config: Config, **changes: np.ndarray | None) -> Weights:
    tensors = {**tensors_of(config), **changes}
    return Weights({name: one for name, one in tensors.items() if one is not None}, config, {})


def test_weights_that_fit_make_a_network() -> None:
    weights = weights_of(SMALL)
    vector = Network.from_weights(weights).task_vector(cut(batch(1, 1), 0))
    assert vector.shape == (SMALL.task_vector,)


@pytest.mark.parametrize("name", ["usual", "judge.verdict.bias", "reader.positions.body.blocks.1.weight"])
def test_a_tensor_that_is_missing_or_of_another_shape_is_named(name: str) -> None:
    with pytest.raises(WeightsError, match=rf"{name} is missing"):
        Network.from_weights(weights_of(SMALL, **{name: None}))
    with pytest.raises(WeightsError, match=rf"{name} has the shape \(2, 2\); expected \("):
        Network.from_weights(weights_of(SMALL, **{name: np.zeros((2, 2), np.float32)}))


@pytest.mark.parametrize("changes", [{"encoder": "attention"}, {"pairs": "alone"}])
def test_a_variant_of_the_study_is_not_run(changes: dict[str, str]) -> None:
    with pytest.raises(WeightsError, match="a network of the study"):
        Network.from_weights(Weights(tensors_of(SMALL), replace(SMALL, **changes), {}))  # type: ignore[arg-type]
