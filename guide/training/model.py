"""The network in torch: all pairs of a task in, log-probabilities of productions and of candidate values out."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import pad, relu

from ..runtime.arrangement import Arranged, arrange
from ..runtime.config import Config, Shape
from ..runtime.features import Batch
from .variants import Attention, Bag, Decoder, Hypernetwork


@dataclass(frozen=True)
class Output:
    """What the network says of B tasks and M candidates.

    Parameters
    ----------
    task : float32, (B, task_vector)
        The vectors of the tasks.
    log_probabilities : float32, (B, NONTERMINALS, PRODUCTIONS)
        Of the productions, given the nonterminal that a node replaces.
    useful : float32, (M,)
        Log-odds that the candidate is a part of the program.
    """

    task: Tensor
    log_probabilities: Tensor
    useful: Tensor


class Model(nn.Module):
    """A vector for each task, and the two heads that read it."""

    def __init__(self, config: Config, shape: Shape) -> None:
        super().__init__()
        self.config, self.shape = config, shape
        self.reader = Bag(config, shape) if config.encoder == "bag" else Reader(config, shape)
        self.productions = nn.Linear(config.task_vector, shape.nonterminals * shape.productions)
        self.judge = Judge(config, shape)
        if config.pretrained:
            self.decoder = Decoder(config, shape)

    def forward(self, arranged: Arranged[Tensor]) -> Output:
        vectors = self.reader(arranged)
        logits = self.productions(vectors).float().view(len(vectors), self.shape.nonterminals, self.shape.productions)
        log_probabilities = logits.log_softmax(dim=2)
        if len(vectors) != len(arranged.pairs):
            # Each pair by itself: the mean over the pairs of a task, made probabilities again.
            vectors, log_probabilities = _mean(vectors, arranged.pairs), _mean(log_probabilities, arranged.pairs)
            log_probabilities = log_probabilities.log_softmax(dim=2)
        return Output(vectors, log_probabilities, self.judge(vectors, arranged).float())


def build(config: Config, shape: Shape, *, seed: int) -> Model:
    """A network with the weights that belong to the seed; torch's own random numbers are not disturbed."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return Model(config, shape)


def tensors(batch: Batch, config: Config, *, device: torch.device | str = "cpu") -> Arranged[Tensor]:
    """A batch as the model reads it."""
    return moved(arrange(batch, config), device)


def moved(arranged: Arranged[np.ndarray], device: torch.device | str) -> Arranged[Tensor]:
    """Arrays as tensors on a device."""
    parts = {one.name: torch.from_numpy(getattr(arranged, one.name)) for one in fields(Arranged)}
    return Arranged(**{name: part.to(device) for name, part in parts.items()})


class Reader(nn.Module):
    """The vector of a task: of its pairs, of their positions."""

    def __init__(self, config: Config, shape: Shape) -> None:
        super().__init__()
        self.alone = config.pairs == "alone"
        self.positions = Positions(config, shape)
        self.pair = _layers(2 * config.width + 2 * shape.properties, config.pair_vector)
        self.task = _layers(2 * config.pair_vector, config.task_vector)

    def forward(self, arranged: Arranged[Tensor]) -> Tensor:
        positions: Tensor = self.positions(arranged)
        vectors: Tensor = self.summary(positions, arranged)
        return vectors

    def summary(self, positions: Tensor, arranged: Arranged[Tensor]) -> Tensor:
        """Vectors of tasks, or of pairs if each stands alone: (B or P, task_vector)."""
        pairs = self.pair(torch.cat([_pooled(positions, arranged.lengths), arranged.properties], dim=1))
        counts = torch.ones_like(arranged.lengths) if self.alone else arranged.pairs
        vectors: Tensor = self.task(_pooled(pairs, counts))
        return vectors


class Positions(nn.Module):
    """A vector for each position: its tokens and relations, then what is around it."""

    def __init__(self, config: Config, shape: Shape) -> None:
        super().__init__()
        # One token more than there are: it stands for what is hidden.
        self.embedding = nn.Embedding(shape.vocabulary + 1, config.embedding, padding_idx=0)
        self.entry = nn.Linear(shape.roles * config.embedding + shape.relations, config.width)
        body = {"convolution": Convolutions, "attention": Attention, "hypernetwork": Hypernetwork}[config.encoder]
        self.body: nn.Module = body(config)

    def forward(self, arranged: Arranged[Tensor]) -> Tensor:
        entries = torch.cat([self.embedding(arranged.tokens).flatten(1), arranged.relations], dim=1)
        positions: Tensor = self.body(relu(self.entry(entries)), arranged)
        return positions


class Convolutions(nn.Module):
    """Residual blocks of one convolution each, over the tape."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(Convolution(config.width, config.kernel) for _ in range(config.blocks))

    def forward(self, positions: Tensor, arranged: Arranged[Tensor]) -> Tensor:
        tape = positions.new_zeros(len(arranged.real), positions.shape[1]).index_copy(0, arranged.place, positions)
        for block in self.blocks:
            tape = (tape + relu(block(tape))) * arranged.real
        return tape[arranged.place]


class Convolution(nn.Module):
    """A sum of matrix products, one for each place of the kernel: on CPU twice as fast as `nn.Conv1d`."""

    def __init__(self, width: int, kernel: int) -> None:
        super().__init__()
        bound = 1 / math.sqrt(width * kernel)
        self.weight = nn.Parameter(torch.empty(kernel, width, width).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(width).uniform_(-bound, bound))

    def forward(self, tape: Tensor) -> Tensor:
        reach = len(self.weight) // 2
        padded = pad(tape, (0, 0, reach, reach))
        found: Tensor = self.bias
        for shift, weight in enumerate(self.weight):
            found = torch.addmm(found, padded[shift : shift + len(tape)], weight)
        return found


class Judge(nn.Module):
    """The second head: whether a value, by what it has in common with the output, is a part of the program."""

    def __init__(self, config: Config, shape: Shape) -> None:
        super().__init__()
        self.task = nn.Linear(config.task_vector, config.candidate_vector)
        self.candidate = nn.Linear(3 * shape.properties + config.candidate_vector, config.candidate_vector)
        self.verdict = nn.Linear(config.candidate_vector, 1)

    def forward(self, vectors: Tensor, arranged: Arranged[Tensor]) -> Tensor:
        beside = self.task(vectors)[arranged.owners]
        verdict: Tensor = self.verdict(relu(self.candidate(torch.cat([arranged.candidates, beside], dim=1))))
        return verdict[:, 0]


def _layers(given: int, made: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(given, made), nn.ReLU(), nn.Linear(made, made), nn.ReLU())


def _pooled(rows: Tensor, counts: Tensor) -> Tensor:
    """Mean and maximum of runs of this many rows, side by side."""
    rows = rows.float()
    return torch.cat([torch.segment_reduce(rows, kind, lengths=counts, axis=0) for kind in ("mean", "max")], dim=1)


def _mean(rows: Tensor, counts: Tensor) -> Tensor:
    return torch.segment_reduce(rows, "mean", lengths=counts, axis=0)
