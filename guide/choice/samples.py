"""What a search finds for tasks of the corpus, and which of it is right: what the choice is learnt from."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import cache, partial
from hashlib import blake2b
from multiprocessing import get_context
from random import Random
from signal import SIG_IGN, SIGINT, signal

from ...search.answer.decisions import lone_decisions
from ...search.answer.evidence import Setting
from ...search.answer.ranking import Candidate, weighed
from ...search.answer.result import Result
from ...search.components import Components
from ...search.cost.learnt import Weights, shipped
from ...search.cost.prior import DefaultPrior
from ...search.cost.value_roles import are_labels
from ...search.options import SearchOptions
from ...search.synthesis import solve_task, warmup
from ...search.task.task import Task
from ...support.processes import end_with_parent
from ...support.records import record_of
from ..corpus.written import FUNCTIONS
from ..runtime.named import guide_named

SHOWN = (1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8, 10)
"""How many examples tasks have, drawn from these: few, since then there is something to choose."""
ASKED = (1, 1, 2, 2, 3, 5, 8)
"""How many inputs are to be predicted, drawn from these: the more there are, the less likely all are right."""
UNIFORM = 0.3
"""The share of tasks whose examples may all have one output."""
CHOSEN = 0.5
"""The share of tasks whose examples are chosen, not drawn."""
CANDIDATES = (100_000, 300_000, 300_000, 1_000_000)
"""What searches may take, drawn from these."""
TASKS = "tasks"
"""Stands for the field of tasks that are not made of a function."""
MOST_RIVALS = 48
"""How many of the programs found are kept of each task."""


@dataclass(frozen=True)
class Rival:
    """A program that fits, as the choice sees it.

    Parameters
    ----------
    program
        Its text, for people to read.
    traits
        See `search.cost.contextual.traits`.
    omens
        See `search.cost.omens`.
    cost
        Of its parts; nothing that was learnt.
    lone
        Decisions that rest on one example.
    undefined
        Inputs that it has no prediction for.
    key
        The same for programs that predict the same.
    right
        Whether all predictions are.
    """

    program: str
    traits: dict[str, int]
    omens: dict[str, int]
    cost: int
    lone: int
    undefined: int
    key: str
    right: bool
    probability: float = 0.0


@dataclass(frozen=True)
class Sample:
    """A task and its rivals, distinct in behaviour; `setting` is None where nothing was found."""

    name: str
    field: str
    rivals: list[Rival]
    setting: Setting | None

    @property
    def function(self) -> str:
        """The name of the function that the task was made of."""
        return self.name.partition("/")[0]

    @property
    def is_telling(self) -> bool:
        """Whether some rivals are right and some are wrong."""
        return len({rival.right for rival in self.rivals}) == 2

    def under(self, weights: Weights) -> tuple[Rival, ...]:
        """The rivals as these weights of their traits rank them."""
        return weighed([replace(one, cost=_cost(one, weights)) for one in self.rivals])

    @classmethod
    def of_line(cls, line: str) -> Sample:
        """The sample that `to_line` wrote; ValueError if it is anything else."""
        return record_of(cls, json.loads(line))

    def to_line(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self))


def _cost(rival: Rival, weights: Weights) -> int:
    """What a rival costs under these weights, as a search reckons."""
    return max(1, rival.cost + weights.surprise(rival.traits)) + weights.surcharge(rival.omens)


@dataclass(frozen=True)
class Plan:
    """What samples are made of.

    Parameters
    ----------
    draws, seed
        Tasks of each function of the corpus, and the number of the first.
    tasks
        Further tasks, with outputs that are held back.
    """

    draws: int
    seed: int
    tasks: Sequence[Task] = ()

    def jobs(self) -> dict[str, Task | tuple[str, int]]:
        """What there is to sample, by the name of the sample: a task, or a function and the number of its task."""
        of_functions = [(name, draw) for draw in range(self.seed, self.seed + self.draws) for name in FUNCTIONS]
        return {
            **{_named(*job): job for job in of_functions},
            **{_named(task.name, number): task for number, task in enumerate(self.tasks)},
        }


def collected(plan: Plan, *, workers: int, done: Collection[str] = ()) -> Iterator[Sample]:
    """The samples of a plan, those that are done left out."""
    left = [(name, job) for name, job in plan.jobs().items() if name not in done]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin) as pool:
        yield from filter(None, pool.map(_sample, left))


def _begin() -> None:
    signal(SIGINT, SIG_IGN)  # The process that collects ends them.
    end_with_parent()
    warmup(None)


def _named(name: str, seed: int) -> str:
    return f"{name}/{seed}"


def _sample(named: tuple[str, Task | tuple[str, int]]) -> Sample | None:
    """What is found for one task; None if a function has no such task."""
    name, job = named
    if isinstance(job, Task):
        return sample_of(_solved(job, max(CANDIDATES)), name, TASKS)
    one, seed = FUNCTIONS[job[0]], job[1]
    rng = Random(f"{one.name} {seed}")
    shown, asked = rng.choice(SHOWN), rng.choice(ASKED)
    task = one.task(seed, shown=shown, asked=asked, uniform=rng.random() < UNIFORM, chosen=rng.random() < CHOSEN)
    if task is None:
        return None
    return sample_of(_solved(task, rng.choice(CANDIDATES)), name, one.field)


def _solved(task: Task, candidates: int) -> Result:
    return solve_task(task, SearchOptions(timeout=None, max_candidates=candidates), _components())


def sample_of(result: Result, name: str, field: str) -> Sample:
    """What was found for a task whose outputs held back are known."""
    if result.status != "solved":
        return Sample(name, field, [], None)
    rivals = sorted(map(partial(_rival, result), result.ranked), key=lambda rival: rival.cost)
    task, stats = result.task, result.stats
    setting = Setting.of(task, found_after=stats.found_after, tried=stats.candidates, near_misses=result.near_misses)
    return Sample(name, field, _kept(rivals), setting)


@cache
def _components() -> Components:
    return Components(guide=guide_named("auto", warn=print))


def _kept(rivals: list[Rival]) -> list[Rival]:
    """The cheapest, and the first that is right."""
    right = [rival for rival in rivals[MOST_RIVALS:] if rival.right][:1]
    return rivals[:MOST_RIVALS] + right


def _rival(result: Result, one: Candidate) -> Rival:
    assert one.whole is not None
    task, labels = result.task, are_labels(result.task.train)
    pairs = zip(one.predictions, task.expected, strict=True)
    right = all(task.agrees(output, expected) for output, expected in pairs)
    surprise = one.whole.surprise(DefaultPrior(labels=labels))
    return Rival(
        program=str(one.program),
        traits=dict(one.whole.traits(labels=labels)),
        omens=dict(one.omens),
        cost=one.cost - surprise - shipped().surcharge(one.omens),
        lone=lone_decisions(one.program.body, one.program.parameters, task.train),
        undefined=one.undefined,
        key=blake2b(one.key.encode(), digest_size=8).hexdigest(),
        right=right,
    )
