"""What is learnt, and how well: losses of the two heads, recall of the primitives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from ...dsl.language.language import BUILTIN
from ..runtime.arrangement import Arranged
from ..runtime.config import Config
from ..runtime.productions import productions
from .model import Output


@dataclass(frozen=True)
class Measures:
    """How well a network does on some tasks.

    `loss`: nats a node, of the first head alone and without smoothing, so that variants compare;
    `candidates`: loss of the second head; `recall10`, `recall20`: the share of the primitives of a
    program that are among so many likeliest productions in their place.
    """

    loss: float
    candidates: float
    recall10: float
    recall20: float


def loss_of(output: Output, arranged: Arranged[Tensor], config: Config) -> Tensor:
    """What training minimizes: the losses of both heads, with smoothing if there is any."""
    loss = _nodes_loss(output, arranged)
    if config.smoothing:
        task, nonterminal, _ = arranged.nodes.T
        even = -output.log_probabilities.mean(dim=2)[task, nonterminal]
        loss = (1 - config.smoothing) * loss + config.smoothing * _task_mean(even, task)
    if config.second_head:
        loss = loss + config.candidates_weight * _candidates_loss(output, arranged)
    return loss


@torch.no_grad()
def measure(output: Output, arranged: Arranged[Tensor]) -> Measures:
    """The figures of one batch."""
    ten, twenty = recall(output.log_probabilities, arranged.nodes, (10, 20))
    return Measures(
        loss=float(_nodes_loss(output, arranged)),
        candidates=float(_candidates_loss(output, arranged)),
        recall10=ten,
        recall20=twenty,
    )


def recall(log_probabilities: Tensor, nodes: Tensor, tops: tuple[int, ...]) -> list[float]:
    """For each top: the share of the primitives of each program, counted once, that are within it; 1 without any."""
    task, nonterminal, production = torch.unique(nodes[nodes[:, 2] < _primitives()], dim=0).T
    likeliest = log_probabilities[task, nonterminal]
    rank = (likeliest > likeliest.gather(1, production[:, None])).sum(dim=1)
    return [float((rank < top).float().mean()) if len(rank) else 1.0 for top in tops]


@cache
def _primitives() -> int:
    """How many of the productions, the first ones, are primitives."""
    count = len(BUILTIN.common)
    assert productions()[:count] == tuple(BUILTIN.common)
    return count


def _nodes_loss(output: Output, arranged: Arranged[Tensor]) -> Tensor:
    task, nonterminal, production = arranged.nodes.T
    return _task_mean(-output.log_probabilities[task, nonterminal, production], task)


def _task_mean(values: Tensor, task: Tensor) -> Tensor:
    """The mean over tasks of the mean over their nodes."""
    counts = torch.bincount(task)
    return (values / counts[task]).sum() / (counts > 0).sum().clamp(min=1)


def _candidates_loss(output: Output, arranged: Arranged[Tensor]) -> Tensor:
    """Binary cross-entropy, as if there were as many useful candidates as dead ends."""
    losses = binary_cross_entropy_with_logits(output.useful, arranged.useful, reduction="none")
    useful = arranged.useful
    parts = [(losses * side).sum() / side.sum().clamp(min=1) for side in (useful, 1 - useful)]
    return 0.5 * (parts[0] + parts[1])
