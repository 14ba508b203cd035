"""Tasks to learn from: programs drawn from the banks of worlds, with the values that did and did not lead there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, log2
from random import Random
from typing import Any

from ...dsl.core.expression import Call, Expression, free_variables, walk
from ...dsl.core.types import BOOL, Type
from ...dsl.program import Program
from ...search.task.task import Example, Task
from ..runtime.features import CANDIDATES, Candidate, Shown
from ..runtime.productions import nodes_of, production_of
from .compositions import Made, composed
from .entries import Entries
from .worlds import EXAMPLES, World, draw_world

DEEPEST = 6
"""About how many primitives the hardest programs have; there are never more than `MOST_PRIMITIVES`."""
MOST_PRIMITIVES = 10
LESSONS = 256
"""How many tasks with results of one type are drawn from one world at most."""
DRAWN = 4
"""How many entries are drawn for each of them."""
MOST_ALIKE = 24
"""How many of these begin with the same primitive at most."""
COMPOSED = 0.1
"""Of the programs of three primitives and more, those with branches and loops."""
WRONG = 0.03
"""How often one of the outputs shown is a wrong one."""
MOST_LENGTH, MOST_SIZE = 40, 10**7
"""People would not set tasks whose outputs are longer, or whose numbers are larger."""
LEAST_DISTINCT = 3
JUDGED = 0.4
"""The share of tasks that have values beside them."""
MOST_SHARPNESS = 1.5
"""How much it counts in a world that a program is unusual, against chance, is drawn up to this."""
USEFUL = 4
"""How many of a task's candidates are parts of its program at most."""


@dataclass(frozen=True)
class Lesson:
    """A task, the program that it was made of, and values of the bank beside it.

    `task.train` are the examples shown, `task.inputs` and `task.expected` those held back.
    """

    task: Task
    program: Program
    candidates: tuple[Candidate, ...]

    @property
    def difficulty(self) -> int:
        """The number of primitives in the program."""
        return difficulty_of(self.program.body)

    def shown(self) -> Shown:
        """As the network sees it."""
        task, nodes = self.task, tuple(nodes_of(self.program.body))
        return Shown(task.train, task.parameter_types, task.result_type, nodes, self.candidates)


def difficulty_of(body: Expression) -> int:
    """The number of primitives in a program."""
    return sum(isinstance(part, Call) for part in walk(body))


def lessons(seed: int, number: int, *, deepest: int = DEEPEST) -> Iterator[Lesson]:
    """The tasks of one world of those that a seed means, in programs of up to `deepest` primitives.

    The same seed and number always give the same tasks.
    """
    rng = Random(f"{seed} {number}")
    # The harder of two draws: most easy tasks are solved before a guide is asked.
    depth = max(rng.randint(1, deepest), rng.randint(1, deepest))
    world = draw_world(depth, rng)
    if world is None:
        return
    for result in world.results(rng):
        roots: Counter[int | None] = Counter()
        for made in _programs(world, result, depth, rng):
            root = production_of(made.body)
            if roots[root] < MOST_ALIKE and _depends(made.body):
                yield _lesson(world, made, rng)
                roots[root] += 1
                if roots.total() == LESSONS:
                    break


def _programs(world: World, result: Type, depth: int, rng: Random) -> Iterator[Made]:
    """Programs of the world, the more usual ones rather; each output by the shortest program that is known."""
    filled = world.filled
    for entry in _usual(filled, filled.drawn(result, DRAWN * LESSONS, rng), rng):
        if depth > 2 and rng.random() < COMPOSED:
            made = composed(world, result, rng)
            if made is None or not _is_worth_setting(made.values, result):
                continue
        else:
            values = filled.values(entry, result)
            if not _is_worth_setting(values, result):
                continue
            made = _of_entry(filled, entry, values)
        known = world.shorter(made.values, result)
        yield made if known is None else _of_entry(world.usual, known, made.values)


def _of_entry(entries: Entries, entry: int, values: list[Any]) -> Made:
    return Made(entries.program(entry), values, entries.pieces(entry))


def _usual(entries: Entries, drawn: Sequence[int], rng: Random) -> list[int]:
    """About half of what was drawn, without replacement: the less surprising a node of it is, the likelier.

    The largest of weights in bits with noise of Gumbel's distribution are such a draw.
    """
    sharpness = rng.uniform(0, MOST_SHARPNESS)
    noisy = {entry: sharpness * entries.surprise(entry) + log2(-log(rng.random())) for entry in drawn}
    return sorted(noisy, key=lambda entry: noisy[entry])[: (len(noisy) + 1) // 2]


def _is_worth_setting(values: Sequence[Any], result: Type) -> bool:
    """Whether people would write such outputs, of which some differ."""
    distinct = len({repr(value) for value in values})
    return distinct >= (2 if result == BOOL else LEAST_DISTINCT) and _is_of_size(values)


def _depends(body: Expression) -> bool:
    """Whether a program does anything with its input, and is short enough."""
    return isinstance(body, Call) and bool(free_variables(body)) and difficulty_of(body) <= MOST_PRIMITIVES


def _is_of_size(values: Sequence[Any]) -> bool:
    """Whether people would write such outputs."""
    flat = [_flat(value) for value in values]
    return all(len(row) <= MOST_LENGTH and all(abs(one) <= MOST_SIZE for one in row) for row in flat)


def _flat(value: Any) -> list[int]:
    if isinstance(value, list):
        return [one for item in value for one in _flat(item)]
    return [0] * len(value) if isinstance(value, str) else [int(value)]


def _lesson(world: World, made: Made, rng: Random) -> Lesson:
    order = rng.sample(range(EXAMPLES), EXAMPLES)
    count = rng.choice((2, 3, 3, 4, 4, 5, 5, 6, 6))
    seen, held = order[:count], order[count:]
    outputs = [made.values[i] for i in seen]
    if rng.random() < WRONG and count > 3:
        outputs[0] = made.values[held[0]]
    train = tuple(Example(world.inputs[i], output) for i, output in zip(seen, outputs, strict=True))
    types = tuple(parameter.type for parameter in world.parameters)
    inputs, expected = tuple(world.inputs[i] for i in held), tuple(made.values[i] for i in held)
    task = Task("", train, inputs, expected, types, made.body.type)
    candidates = _candidates(world, made, seen, rng) if rng.random() < JUDGED else ()
    return Lesson(task, Program(world.parameters, made.body), tuple(candidates))


def _candidates(world: World, made: Made, seen: Sequence[int], rng: Random) -> Iterator[Candidate]:
    """Parts of the program, then values that are not parts of it, of the same types and of the output's type."""
    parts = made.parts()
    useful = rng.sample(parts, min(USEFUL, len(parts)))
    known = {repr([part.value(i) for i in seen]) for part in parts}
    for part in useful:
        yield Candidate(part.type, [part.value(i) for i in seen], True)
    kinds = [made.body.type, made.body.type, *(part.type for part in useful)]
    for _ in range(CANDIDATES - len(useful)):
        type_ = rng.choice(kinds)
        for entry in world.filled.drawn(type_, 1, rng):
            values = [world.filled.bank.value(entry, i, type_) for i in seen]
            if repr(values) not in known:
                yield Candidate(type_, values, False)
