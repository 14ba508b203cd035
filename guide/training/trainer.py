"""A network that learns, and the state of its training.

Whatever is drawn at random follows from the seed and the number of the step, so
that a training that was killed goes on from its last checkpoint as if it had not been.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
import torch

from ..runtime.config import Config, Shape
from ..runtime.features import Batch
from ..runtime.productions import TypeClass
from .denoising import denoising_loss, hide
from .losses import Measures, loss_of, measure
from .model import build, tensors

AVERAGED = 50
"""About how many of the last steps make up the figures shown."""
REFRESH = 8
"""The interval, in steps, at which it fills in hidden tokens again, lest that be forgotten after the pretraining."""
LEAST_RATE = 0.01
"""What is left of the learning rate in the end."""


@dataclass(frozen=True)
class Point:
    """One point of the curve: where it was, the averages of the last steps, and the validation if there was one."""

    steps: int
    tasks: int
    seconds: float
    training: Measures
    validation: Measures | None = None

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> Point:
        """Read what `to_json` wrote."""
        validation = found["validation"] and Measures(**found["validation"])
        return cls(**{**found, "training": Measures(**found["training"]), "validation": validation})


@dataclass
class State:
    """Where a training is; with the parameters and the optimiser's moments this is all of it."""

    steps: int = 0
    taken: int = 0
    """Batches taken from the stream."""
    tasks: int = 0
    seconds: float = 0.0
    averages: Measures | None = None
    points: list[Point] = field(default_factory=list)
    found: list[Batch] | None = None
    """Tasks that it solved itself, with the programs that it found, once it has tried."""


class Trainer:
    """A network that learns.

    Parameters
    ----------
    seed
        Of the first weights and of what is hidden; on CPU the same seed and stream give the same weights.
    device
        "cpu" or "cuda"; where it has instructions for that, products are computed in bfloat16.
    """

    def __init__(self, config: Config, *, seed: int = 0, device: str = "cpu") -> None:
        self.config, self.seed = config, seed
        self.device = torch.device(device)
        self.state = State()
        self.model = build(config, Shape.current(), seed=seed).to(self.device)
        self.optimiser = torch.optim.AdamW(
            self.model.parameters(), lr=config.learning_rate, weight_decay=config.weight_decay, fused=True
        )

    def learn(self, batch: Batch, *, progress: float) -> None:
        """One step on one batch; `progress` is the share of the training that is spent."""
        self.model.train()
        for group in self.optimiser.param_groups:
            group["lr"] = self.config.learning_rate * self._rate(progress)
        with self._autocast():
            loss = self._hidden_loss(batch) if self._is_denoising(progress) else self._loss(batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.config.clip)
        self.optimiser.step()
        self.state.steps += 1
        self.state.tasks += len(batch.present)

    @torch.no_grad()
    def validate(self, batches: Sequence[Batch]) -> Measures:
        """The figures over batches that it does not learn from."""
        self.model.eval()
        found = []
        for batch in batches:
            arranged = tensors(batch, self.config, device=self.device)
            with self._autocast():
                found.append(measure(self.model(arranged), arranged))
        return Measures(*np.mean([list(asdict(one).values()) for one in found], axis=0).tolist())

    @torch.no_grad()
    def usual(self, batches: Sequence[Batch]) -> np.ndarray:
        """Log-probabilities of productions when no more is known of a task than the kind of its result.

        They are the means of what the network says of these tasks: float32, (KINDS, NONTERMINALS, PRODUCTIONS).
        """
        self.model.eval()
        said, results = [], []
        for batch in batches:
            with self._autocast():
                said.append(self.model(tensors(batch, self.config, device=self.device)).log_probabilities.exp())
            results.append(batch.results)
        probabilities, kinds = torch.cat(said).cpu().numpy(), np.concatenate(results)
        means = [probabilities[kinds == kind] for kind in TypeClass]
        return np.log([(mean if len(mean) else probabilities).mean(axis=0) for mean in means]).astype(np.float32)

    def tensors(self, batches: Sequence[Batch]) -> dict[str, np.ndarray]:
        """The weights as they are saved, with what is `usual` for these tasks."""
        learnt = {name: tensor.detach().cpu().numpy() for name, tensor in self.model.state_dict().items()}
        return {**learnt, "usual": self.usual(batches)}

    def _loss(self, batch: Batch) -> torch.Tensor:
        arranged = tensors(batch, self.config, device=self.device)
        output = self.model(arranged)
        self._average(measure(output, arranged))
        return loss_of(output, arranged, self.config)

    def _hidden_loss(self, batch: Batch) -> torch.Tensor:
        hidden = hide(batch, np.random.default_rng((self.seed, self.state.steps)))
        return denoising_loss(self.model, hidden, device=self.device)

    def _is_denoising(self, progress: float) -> bool:
        config = self.config
        return config.pretrained and (progress < config.pretraining or self.state.steps % REFRESH == 0)

    def _rate(self, progress: float) -> float:
        rise = min(1.0, (progress + 1e-3) / self.config.warmup) if self.config.warmup else 1.0
        return rise * max(LEAST_RATE, 0.5 + 0.5 * math.cos(math.pi * min(progress, 1.0)))

    def _average(self, new: Measures) -> None:
        old = self.state.averages or new
        keep = 1 - 1 / AVERAGED
        mixed = {name: keep * getattr(old, name) + (1 - keep) * value for name, value in asdict(new).items()}
        self.state.averages = Measures(**mixed)

    def _autocast(self) -> torch.autocast:
        return torch.autocast(self.device.type, torch.bfloat16, enabled=_has_bfloat16(self.device.type))


def _has_bfloat16(device: str) -> bool:
    """Whether products in bfloat16 are faster than in float32; without instructions for them they are far slower."""
    if device != "cpu":
        return True
    known: Callable[[], dict[str, Any]] = getattr(torch.cpu, "get_capabilities", dict)  # Older versions do not tell.
    capabilities = known()
    return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))
