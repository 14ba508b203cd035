"""`induce train --study`: variants of the network learn from the same tasks for the same time, and are compared."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ...dsl.language.language import BUILTIN
from ...dsl.program import parse
from ...search.synthesis import warmup
from ...search.task.task import Task
from ...support.errors import InputError
from ..runtime.config import Config
from ..runtime.features import Batch, batch_of, shown
from ..runtime.judge import Judge
from ..runtime.prior import changes
from ..runtime.productions import nodes_of, numbering_hash, type_class_of
from ..tasks.stream import Kept, Replay, Stream, processes, round_of
from ..training.denoising import guesses, hide_output
from ..training.display import display
from ..training.model import tensors
from ..training.options import AGAIN, VALIDATION_BATCHES, VALIDATION_SEED, Options, share_cores
from ..training.trainer import State, Trainer
from ..training.training import train
from .figures import Figures, Guessed, Learning, Mark, Trial, Woken
from .results import Results
from .trials import GENERATED, Told, generated, read_sets, searched


@dataclass(frozen=True)
class Variant:
    """One way to build the network, and the question that it answers."""

    name: str
    question: int
    config: Config


VARIANTS = (
    Variant("default", 0, Config()),
    Variant("each pair alone", 1, Config(pairs="alone")),
    Variant("one boundary token", 2, Config(boundary="shared")),
    Variant("label smoothing 0.1", 3, Config(smoothing=0.1)),
    Variant("no positions", 4, Config(positions=False)),
    Variant("bag of n-grams", 5, Config(encoder="bag")),
    Variant("hypernetwork", 6, Config(encoder="hypernetwork")),
    Variant("attention", 6, Config(encoder="attention")),
    Variant("pretrained", 7, Config(pretrained=True)),
    Variant("no second head", 8, Config(second_head=False)),
    Variant("wake-sleep", 9, Config(wake_sleep=True)),
)
UNGUIDED = "unguided"
"""The first row: the search without a guide."""

MADE_A_SECOND = 1.2
"""Batches made for each second that a variant learns: with `AGAIN`, about what the default one takes on one core."""
TRIALS_SEED, WAKING_SEED = 2 * VALIDATION_SEED, 3 * VALIDATION_SEED
"""Added to the seed for the tasks that are searched for, at the end and half-way."""
WAKING_TASKS, WAKING_CANDIDATES = 300, 300_000
"""What is tried half-way for wake-sleep."""


def run(options: Options, *, tasks: Sequence[str], candidates: int, folder: Path) -> None:
    """Measure the variants that the folder knows nothing of yet, and print the table of all.

    Raises
    ------
    InputError
        If a file of tasks is bad, or the folder is of something else; then nothing is begun.
    """
    files = read_sets(tasks)
    if find_spec("matplotlib") is None:
        raise InputError("train: matplotlib is missing; pip install 'induce[train]'")
    results = Results.of(folder, _settings(options, files, candidates))
    missing = [variant for variant in VARIANTS if not results.knows(variant.name, variant.config.to_json())]
    if missing or not results.knows(UNGUIDED):
        warmup(None)
        share_cores(options.workers)
        with processes(options.workers) as pool:
            sets = {GENERATED: generated(options.seed + TRIALS_SEED), **files}
            trials = Trials(sets, candidates, pool)
            if not results.knows(UNGUIDED):
                _say(f"{UNGUIDED}: searching")
                results.add(Figures(UNGUIDED, trials.of(None)))
            if missing:
                school = School.of(options, missing[0].config.batch, pool)
                for variant in missing:
                    results.add(_measured(variant, school, trials))
    results.write()
    print(results.table(), end="")


def _settings(options: Options, files: Mapping[str, Sequence[Task]], candidates: int) -> dict[str, Any]:
    """All that the figures depend on beside the variants."""
    return {
        "minutes": options.minutes,
        "seed": options.seed,
        "device": options.device,
        "candidates": candidates,
        "tasks": {name: _digest(repr(tasks)) for name, tasks in files.items()},
        "language": _digest(BUILTIN.digest + numbering_hash()),
    }


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class School:
    """What all variants learn from, and what they are examined with."""

    options: Options
    stream: Replay
    validation: Sequence[Batch]
    pool: ProcessPoolExecutor

    @classmethod
    def of(cls, options: Options, size: int, pool: ProcessPoolExecutor) -> School:
        """Make the tasks, once for all: that takes longer than learning from them."""
        assert options.minutes is not None
        count = max(1, round(60 * options.minutes * MADE_A_SECOND))
        _say(f"making {count:,} batches of {size} tasks")
        kept = Kept.of(Stream(seed=options.seed, size=size), count, pool)
        others = Kept.of(Stream(seed=options.seed + VALIDATION_SEED, size=size), VALIDATION_BATCHES, pool)
        return cls(options, Replay(kept, AGAIN), others.made, pool)

    def teach(self, variant: Variant) -> tuple[Trainer, Woken | None]:
        """Let a variant learn; what it solved half-way, if it did."""
        options = self.options
        trainer = Trainer(variant.config, seed=options.seed, device=options.device)
        waking = Waking(options.seed + WAKING_SEED, self.validation, self.pool)
        with display(variant.name) as watch:
            lessons, limit = self.stream.batches, options.limit()
            train(trainer, lessons, limit, validation=self.validation, wake=waking, watch=watch)
        return trainer, waking.woken

    def guessed(self, trainer: Trainer) -> Guessed:
        """How often the autoencoder predicts the output of a pair from the others."""
        trainer.model.eval()
        right = [guesses(trainer.model, hide_output(batch), device=trainer.device) for batch in self.validation]
        return Guessed(int(sum(some.sum() for some in right)), sum(map(len, right)))


@dataclass(frozen=True)
class Trials:
    """Tasks to search for, in sets, and what each search may take."""

    sets: Mapping[str, Sequence[Task]]
    candidates: int
    pool: ProcessPoolExecutor

    def of(self, trainer: Trainer | None, usual: Sequence[Batch] = ()) -> dict[str, tuple[Trial, ...]]:
        """Search for all of them with what was learnt, compared with what is usual, or without a guide."""
        found = {}
        for name, tasks in self.sets.items():
            guides = None if trainer is None else told(trainer, tasks, usual)
            found[name] = searched(tasks, guides, candidates=self.candidates, pool=self.pool)
        return found


class Waking:
    """Solves tasks that were not learnt from with the network as it is; `woken` says what came of it.

    What is learnt from are the programs that were found, not those that the tasks were made of.
    """

    def __init__(self, seed: int, usual: Sequence[Batch], pool: ProcessPoolExecutor) -> None:
        self.woken: Woken | None = None
        self._usual = usual
        self._stream, self._pool = Stream(seed=seed, size=WAKING_TASKS, mixed=1), pool

    def __call__(self, trainer: Trainer) -> list[Batch]:
        begun = time.monotonic()
        lessons = round_of(self._stream, 0)
        tasks = [lesson.task for lesson in lessons]
        trials = searched(tasks, told(trainer, tasks, self._usual), candidates=WAKING_CANDIDATES, pool=self._pool)
        found = [
            replace(lesson.shown(), nodes=tuple(nodes_of(parse(trial.program).body)))
            for lesson, trial in zip(lessons, trials, strict=True)
            if trial.fitted
        ]
        self.woken = Woken(len(tasks), len(found), time.monotonic() - begun)
        count = -(-len(found) // trainer.config.batch)
        return [batch_of(found[number::count]) for number in range(count)]


@torch.no_grad()
def told(trainer: Trainer, tasks: Sequence[Task], usual: Sequence[Batch]) -> list[Told]:
    """Guides that know what a network says of each task, compared with what is usual."""
    trainer.model.eval()
    said = trainer.model(tensors(batch_of([shown(task) for task in tasks]), trainer.config, device=trainer.device))
    likely, vectors = said.log_probabilities.cpu().numpy(), said.task.cpu().numpy()
    before, judge = trainer.usual(usual), judging(trainer)
    return [
        Told(changes(one, before[type_class_of(task.result_type)]), None if judge is None else Judge(judge, vector))
        for one, vector, task in zip(likely, vectors, tasks, strict=True)
    ]


def judging(trainer: Trainer) -> dict[str, np.ndarray] | None:
    """The weights of the second head; None if it was not trained."""
    if not trainer.config.second_head:
        return None
    learnt = trainer.model.state_dict().items()
    return {name: tensor.cpu().numpy() for name, tensor in learnt if name.startswith("judge.")}


def _measured(variant: Variant, school: School, trials: Trials) -> Figures:
    trainer, woken = school.teach(variant)
    _say(f"{variant.name}: searching")
    return Figures(
        name=variant.name,
        trials=trials.of(trainer, school.validation),
        question=variant.question,
        config=variant.config.to_json(),
        learning=_learning(trainer, school.validation),
        guessed=school.guessed(trainer) if variant.config.pretrained else None,
        woken=woken,
    )


def _learning(trainer: Trainer, validation: Sequence[Batch]) -> Learning:
    state = trainer.state
    return Learning(
        parameters=sum(parameter.numel() for parameter in trainer.model.parameters()),
        steps=state.steps,
        tasks=state.tasks,
        seconds=state.seconds,
        **asdict(trainer.validate(validation)),
        curve=_curve(state),
    )


def _curve(state: State) -> tuple[Mark, ...]:
    found = [(point.seconds, point.validation) for point in state.points]
    return tuple(Mark(seconds, one.loss, one.recall10) for seconds, one in found if one is not None)


def _say(text: str) -> None:
    print(f"induce: {text}", file=sys.stderr, flush=True)
