"""`induce train`: train a network and save its weights, compare many, or learn the prior of whole programs."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from ..support.errors import InputError, tell
from ..support.files import writable
from .runtime.config import Config
from .training.display import display
from .training.options import Options, share_cores

if TYPE_CHECKING:
    from ..search.task.task import Task
    from .runtime.features import Batch
    from .training.trainer import Trainer

OUTPUT, PRIOR = "weights.safetensors", "prior.json"
DRAWS = 3
"""Tasks of each function of the corpus that the prior is learnt from."""
STUDY, STUDY_CANDIDATES = "study", 3_000_000
"""The folder of a study, and what a search may take, unless others are asked for."""


def run(arguments: argparse.Namespace) -> None:
    """Train a network as the command line says, and save its weights; or make a study, or learn the prior.

    Raises
    ------
    InputError
        If torch is missing, or a file cannot be read or written, or options do not go together.
    """
    _check_together(arguments)
    if arguments.prior:
        _learn_prior(arguments)
        return
    options = Options.of(arguments)
    if arguments.study:
        from .study.study import run as run_study

        folder, candidates = Path(arguments.output or STUDY), arguments.candidates or STUDY_CANDIDATES
        run_study(options, tasks=arguments.tasks or (), candidates=candidates, folder=folder)
        return
    output = _output(arguments.output, OUTPUT)
    checkpoint = None if arguments.checkpoint is None else writable(arguments.checkpoint)
    trainer = _trainer(options, checkpoint)
    from ..search.synthesis import warmup
    from .training.training import Keeping, train

    warmup(None)
    size = trainer.config.batch
    validation = options.validation(size)
    with display() as watch:
        train(
            trainer,
            options.stream(size).batches,
            options.limit(),
            keeping=None if checkpoint is None else Keeping(checkpoint),
            validation=validation,
            watch=watch,
        )
    measured = trainer.validate(validation)
    save_weights(output, trainer, validation)
    print(
        f"{output}: {trainer.state.steps:,} steps, {trainer.state.tasks:,} tasks; on others: "
        f"loss {measured.loss:.3f}, recall {measured.recall10:.3f} at 10, {measured.recall20:.3f} at 20"
    )


KINDS = {
    "": {"steps", "minutes", "checkpoint", "device"},
    "--study": {"minutes", "tasks", "candidates", "device"},
    "--prior": {"checkpoint", "draws", "tasks"},
}
"""The options that each kind of training has beside those of all."""


def _check_together(arguments: argparse.Namespace) -> None:
    """Refuse options of another kind of training.

    Raises
    ------
    InputError
        If there is one.
    """
    asked = "--study" if arguments.study else "--prior" if arguments.prior else ""
    for name in sorted(set().union(*KINDS.values()) - KINDS[asked]):
        if getattr(arguments, name) is not None:
            having = (kind for kind, options in KINDS.items() if name in options)
            raise InputError(f"--{name}: " + (f"not with {asked}" if asked else f"only with {next(having)}"))


def _learn_prior(arguments: argparse.Namespace) -> None:
    """Learn the prior of whole programs and the calibration of the confidence.

    Raises
    ------
    InputError
        If a file cannot be read or written, or there is one for both what is learnt and what it is learnt from.
    """
    from .choice.learning import learn
    from .choice.samples import Plan

    output = _output(arguments.output, PRIOR)
    kept = None if arguments.checkpoint is None else writable(arguments.checkpoint)
    if kept is not None and kept.resolve() == output.resolve():
        raise InputError(f"{kept}: is also the output; expected another file for the checkpoint")
    plan = Plan(arguments.draws or DRAWS, arguments.seed, [*_tasks(arguments.tasks or ())])
    measured = learn(output, plan, workers=arguments.workers, kept=kept)
    held = measured.reliability
    area = "unknown" if held.area is None else f"{held.area:.3f}"
    print(
        f"{output}: {measured.samples:,} tasks; on fields held out: {100 * measured.after:.1f}% of the first choices "
        f"right, {100 * measured.before:.1f}% before; calibration error {held.error:.3f}, area {area}; "
        f"{held.sure_right:.0f} of {held.sure:.0f} sure answers right"
    )


def _tasks(paths: Sequence[str]) -> Iterator[Task]:
    """The tasks of some files; of those that ask for nothing, nothing is learnt.

    Raises
    ------
    InputError
        If a file cannot be read, or a line is not a task.
    """
    from ..search.task.loading import load_tasks

    for path in paths:
        for task in load_tasks(path):
            if isinstance(task, InputError):
                raise task
            if task.inputs:
                yield task


def save_weights(path: Path, trainer: Trainer, validation: Sequence[Batch]) -> None:
    """Write the weights and what should be known of them; InputError if they cannot be written."""
    from .runtime.weights import Weights, WeightsError, save

    state = trainer.state
    facts = {
        "seed": str(trainer.seed),
        "steps": str(state.steps),
        "tasks": str(state.tasks),
        "minutes": f"{state.seconds / 60:.1f}",
        "device": trainer.device.type,
        "version": version("induce"),
    }
    try:
        save(path, Weights(trainer.tensors(validation), trainer.config, facts))
    except WeightsError as error:
        raise InputError(str(error)) from None


def _trainer(options: Options, checkpoint: Path | None) -> Trainer:
    """A new training, or the one of the checkpoint if there is one."""
    from .training.checkpoint import CheckpointError, restore_checkpoint
    from .training.trainer import Trainer

    share_cores(options.workers)
    trainer = Trainer(Config(), seed=options.seed, device=options.device)
    if checkpoint is not None and os.path.exists(checkpoint):
        try:
            restore_checkpoint(checkpoint, trainer)
        except CheckpointError as error:
            raise InputError(str(error)) from None
        tell(f"going on from {checkpoint}, step {trainer.state.steps:,}")
    return trainer


def _output(path: str | None, usual: str) -> Path:
    """Where what is learnt goes; a file that was not named is never replaced."""
    if path is None and Path(usual).exists():
        raise InputError(f"{usual}: is already there; name it with --output to replace it")
    return writable(path or usual)
