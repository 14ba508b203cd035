"""A training on disk: all that it needs to go on exactly, in one file that is written at once or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path

import numpy as np
import torch

from ...support.files import why
from ..runtime.config import Shape
from ..runtime.features import Batch
from ..runtime.productions import numbering_hash
from ..runtime.weights import WeightsError, read, write
from .losses import Measures
from .trainer import Point, State, Trainer

FORMAT = "induce-checkpoint 1"
MOST_BYTES = 1_000_000_000
MOMENTS = ("exp_avg", "exp_avg_sq")


class CheckpointError(Exception):
    """Training cannot continue from a checkpoint: one line that names the file and what is wrong."""


def save_checkpoint(path: str | Path, trainer: Trainer) -> None:
    """Write the whole state of the training."""
    write(path, dict(_tensors(trainer)), {"format": FORMAT, **_identity(trainer), "state": _written(trainer.state)})


def restore_checkpoint(path: str | Path, trainer: Trainer) -> None:
    """Let a new trainer continue from a checkpoint.

    Raises
    ------
    CheckpointError
        If the file is damaged, or of a training with another configuration, seed or language.
    """
    try:
        arrays, metadata = read(path, format=FORMAT, most=MOST_BYTES)
    except WeightsError as error:
        raise CheckpointError(str(error)) from None
    for name, own in _identity(trainer).items():
        if metadata.get(name) != own:
            raise CheckpointError(f"{path}: a checkpoint of another training: its {name} differs; delete or rename it")
    try:
        _restore(trainer, metadata, arrays)
    except (KeyError, TypeError, ValueError, AttributeError, RuntimeError) as error:  # Deep nesting is a RuntimeError.
        raise CheckpointError(f"{path}: not a whole checkpoint: {why(error)}") from None


def _restore(trainer: Trainer, metadata: Mapping[str, str], arrays: dict[str, np.ndarray]) -> None:
    trainer.state = _read(metadata["state"], arrays)
    names = [name for name, _ in trainer.model.named_parameters()]
    trainer.model.load_state_dict({name: torch.from_numpy(arrays[f"model.{name}"]) for name in names})
    moments = {
        number: {moment: torch.from_numpy(arrays[f"{moment}.{name}"]) for moment in MOMENTS}
        | {"step": torch.from_numpy(arrays[f"step.{name}"])}
        for number, name in enumerate(names)
        if f"step.{name}" in arrays
    }
    groups = trainer.optimiser.state_dict()["param_groups"]
    trainer.optimiser.load_state_dict({"state": moments, "param_groups": groups})


def _identity(trainer: Trainer) -> dict[str, str]:
    return {
        "config": trainer.config.to_json(),
        "seed": str(trainer.seed),
        "shape": Shape.current().to_json(),
        "numbering": numbering_hash(),
    }


def _tensors(trainer: Trainer) -> Iterator[tuple[str, np.ndarray]]:
    for name, parameter in trainer.model.named_parameters():
        yield f"model.{name}", parameter.detach().cpu().numpy()
        # A parameter that no loss has reached yet has no moments.
        for part, tensor in trainer.optimiser.state.get(parameter, {}).items():
            yield f"{part}.{name}", tensor.cpu().numpy()
    for number, batch in enumerate(trainer.state.found or ()):
        for one in fields(Batch):
            yield f"found.{number}.{one.name}", getattr(batch, one.name)


def _written(state: State) -> str:
    simple = {name: getattr(state, name) for name in ("steps", "taken", "tasks", "seconds")}
    averages = None if state.averages is None else asdict(state.averages)
    points = [point.to_json() for point in state.points]
    found = None if state.found is None else len(state.found)
    return json.dumps({**simple, "averages": averages, "points": points, "found": found})


def _read(text: str, arrays: dict[str, np.ndarray]) -> State:
    values = json.loads(text)
    values["averages"] = values["averages"] and Measures(**values["averages"])
    values["points"] = [Point.from_json(point) for point in values["points"]]
    if (count := values.get("found")) is not None:
        values["found"] = [
            Batch(**{one.name: arrays[f"found.{number}.{one.name}"] for one in fields(Batch)})
            for number in range(count)
        ]
    return State(**values)
