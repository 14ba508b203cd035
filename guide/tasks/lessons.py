"""Tasks to learn from: programs drawn from the banks of worlds, with the values that did and did not lead there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from ...dsl.core.expression import Call, Expression, Function, Variable, free_variables, walk
from ...dsl.core.types import BOOL, Type
from ...dsl.program import Program
from ...search.cost.prior import UNITS_PER_BIT, DefaultPrior
from ...search.enumeration.storing import BankBuilder
from ...search.task.task import Example, Task
from ..runtime.features import CANDIDATES, Candidate, Shown
from ..runtime.productions import nodes_of, production_of
from .compositions import composed
from .worlds import EXAMPLES, World, draw_world

DEEPEST = 6
"""About how many primitives the hardest programs have; there are never more than `MOST_PRIMITIVES`."""
MOST_PRIMITIVES = 10
LESSONS = 64
"""How many tasks are drawn from one world at most."""
MOST_ALIKE = 6
"""How many of them begin with the same primitive at most."""
COMPOSED = 0.2
"""Of the programs of three primitives and more, those with branches and loops."""
WRONG = 0.03
"""How often one of the outputs shown is a wrong one."""
MOST_LENGTH, MOST_SIZE = 40, 10**7
"""People would not set tasks whose outputs are longer, or whose numbers are larger."""
LEAST_DISTINCT = 3
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
    roots: Counter[int | None] = Counter()
    for body, values in _programs(world, depth, rng):
        root = production_of(body)
        if roots[root] < MOST_ALIKE and _is_worth_setting(world, body, values, rng):
            yield _lesson(world, body, values, rng)
            roots[root] += 1
            if roots.total() == LESSONS:
                return


def _programs(world: World, depth: int, rng: Random) -> Iterator[tuple[Expression, list[Any]]]:
    """Programs of the world and their outputs; each output once, by the shortest program that is known."""
    drawn = _drawn(world.filled, world.result, 5 * LESSONS, rng)
    for entry in drawn:
        if depth > 2 and rng.random() < COMPOSED:
            made = composed(world, rng)
            if made is None:
                continue
            body, values = made
        else:
            body, values = world.filled.expression(entry), world.filled.bank.values(entry, world.result)
        if not _is_of_size(values):
            continue
        known = world.shorter(values)
        yield (body if known is None else world.usual.expression(known)), values


def _drawn(builder: BankBuilder, type_: Type, count: int, rng: Random) -> list[int]:
    """Entries of a type, as many dear ones as cheap ones."""
    levels = builder.bank.levels(type_)
    entries = {rng.choice(rng.choice(levels)) for _ in range(count)} if levels else set()
    return rng.sample(sorted(entries), len(entries))


def _is_worth_setting(world: World, body: Expression, values: Sequence[Any], rng: Random) -> bool:
    """Whether it depends on its input and is not too odd."""
    if isinstance(body, Variable) or not free_variables(body) or difficulty_of(body) > MOST_PRIMITIVES:
        return False
    distinct = len({repr(value) for value in values})
    if distinct < (2 if world.result == BOOL else LEAST_DISTINCT):
        return False
    unused = len(world.parameters) - len(free_variables(body))
    surprise = DefaultPrior().surprise(body) + 4 * unused
    weight: float = 0.5 ** (surprise / UNITS_PER_BIT)
    return rng.random() < weight


def _is_of_size(values: Sequence[Any]) -> bool:
    """Whether people would write such outputs."""
    flat = [_flat(value) for value in values]
    return all(len(row) <= MOST_LENGTH and all(abs(one) <= MOST_SIZE for one in row) for row in flat)


def _flat(value: Any) -> list[int]:
    if isinstance(value, list):
        return [one for item in value for one in _flat(item)]
    return [0] * len(value) if isinstance(value, str) else [int(value)]


def _lesson(world: World, body: Expression, values: Sequence[Any], rng: Random) -> Lesson:
    order = rng.sample(range(EXAMPLES), EXAMPLES)
    count = rng.choice((2, 3, 3, 4, 4, 5, 5, 6, 6))
    seen, held = order[:count], order[count:]
    outputs = [values[i] for i in seen]
    if rng.random() < WRONG and count > 3:
        outputs[0] = values[held[0]]
    train = tuple(Example(world.inputs[i], output) for i, output in zip(seen, outputs, strict=True))
    types = tuple(parameter.type for parameter in world.parameters)
    inputs, expected = tuple(world.inputs[i] for i in held), tuple(values[i] for i in held)
    task = Task("", train, inputs, expected, types, world.result)
    return Lesson(task, Program(world.parameters, body), tuple(_candidates(world, body, seen, rng)))


def _candidates(world: World, body: Expression, seen: Sequence[int], rng: Random) -> Iterator[Candidate]:
    """Parts of the program, then values that are not parts of it, of the same types and of the output's type."""
    parts = [part for part in walk(body, bodies=False) if isinstance(part, Call) and part is not body]
    parts = [part for part in parts if not any(isinstance(one, Function) for one in part.arguments)]
    useful = rng.sample(parts, min(USEFUL, len(parts)))
    known = set()
    for part in useful:
        program = Program(world.parameters, part)
        values = [program(*world.inputs[i]) for i in seen]
        known.add(repr(values))
        yield Candidate(part.type, values, True)
    kinds = [world.result, world.result, *(part.type for part in useful)]
    bank = world.filled.bank
    for _ in range(CANDIDATES - len(useful)):
        type_ = rng.choice(kinds)
        for entry in _drawn(world.filled, type_, 1, rng):
            values = [bank.value(entry, i, type_) for i in seen]
            if repr(values) not in known:
                yield Candidate(type_, values, False)
