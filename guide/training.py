"""How a network learns: a stream of batches, one step each, until time or steps are spent.

Whatever is drawn at random follows from the seed and the number of the step, so
that a training that was killed goes on from its last checkpoint as if it had not been.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch

from .config import Config, Shape
from .denoising import denoising_loss, hide
from .features import Batch
from .losses import Measures, loss_of, measure
from .model import build, tensors
from .productions import Kind

Source = Callable[[int], Generator[Batch, None, None]]
"""The batches of a stream from this number on."""

AVERAGED = 50
"""About so many of the last steps make up the figures shown."""
POINTS = 20
"""The curve of a whole training has at most so many points."""
REFRESH = 8
"""Every so many steps what is hidden is trained again, lest it be forgotten after the pretraining."""
WAKING = 0.5
"""Share of the training after which it solves tasks itself, if `wake_sleep`."""
RECALL = 4
"""Every so many steps from then on the programs that it found are learnt from."""
LEAST_RATE = 0.01
"""What is left of the learning rate in the end."""


@dataclass(frozen=True)
class Limit:
    """When to stop: after so many seconds or steps, whichever comes first."""

    seconds: float = math.inf
    steps: float = math.inf

    def progress(self, *, seconds: float, steps: int) -> float:
        """The share that is spent; 1 or more when it is over."""
        return max(seconds / self.seconds, steps / self.steps)


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
        "cpu" or "cuda"; on the latter products are computed in bfloat16.
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
        means = [probabilities[kinds == kind] for kind in Kind]
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
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type == "cuda")


@dataclass(frozen=True)
class Keeping:
    """Where checkpoints go, and after how many seconds there is a new one."""

    path: Path
    every: float = 60.0


def train(
    trainer: Trainer,
    source: Source,
    limit: Limit,
    *,
    keeping: Keeping | None = None,
    validation: Sequence[Batch] = (),
    wake: Callable[[Trainer], list[Batch]] | None = None,
    watch: Callable[[Trainer, float], None] | None = None,
) -> None:
    """Train until the limit; a trainer that was restored goes on where it was.

    Parameters
    ----------
    source
        The stream of tasks; it is asked for the batches from the first one that was not taken yet.
    validation
        Batches for the points of the curve.
    wake
        Solves tasks with the network as it is and returns what was found, if the config has `wake_sleep`.
    watch
        Called after every step with the trainer and the progress.
    """
    from .checkpoint import save_checkpoint

    state = trainer.state
    is_first = True
    saved = time.monotonic()
    with closing(_batches(trainer, source)) as batches:
        while (progress := limit.progress(seconds=state.seconds, steps=state.steps)) < 1:
            if wake is not None and state.found is None and trainer.config.wake_sleep and progress >= WAKING:
                state.found = wake(trainer)
            begun = time.monotonic()
            batch = next(batches)
            # The processes of a stream take their time to start, which is not spent on learning; nor is validation,
            # nor solving tasks.
            begun, is_first = time.monotonic() if is_first else begun, False
            trainer.learn(batch, progress=progress)
            state.seconds += time.monotonic() - begun
            before, progress = progress, limit.progress(seconds=state.seconds, steps=state.steps)
            if int(before * POINTS) < int(progress * POINTS):
                _add_point(trainer, validation)
            if keeping is not None and time.monotonic() >= saved + keeping.every:
                save_checkpoint(keeping.path, trainer)
                saved = time.monotonic()
            if watch is not None:
                watch(trainer, progress)
    if keeping is not None:
        save_checkpoint(keeping.path, trainer)


def _batches(trainer: Trainer, source: Source) -> Generator[Batch, None, None]:
    """The stream from where the training is, and now and then what the network found itself."""
    state = trainer.state
    with closing(source(state.taken)) as stream:
        while True:
            if state.found and state.steps % RECALL == 0:
                yield state.found[state.steps // RECALL % len(state.found)]
            else:
                state.taken += 1
                yield next(stream)


def _add_point(trainer: Trainer, validation: Sequence[Batch]) -> None:
    """A point of the curve, if anything is known yet."""
    state = trainer.state
    measured = trainer.validate(validation) if validation else None
    if state.averages is not None:
        state.points.append(Point(state.steps, state.tasks, state.seconds, state.averages, measured))
