"""Small functions of a few variables: what a step of a loop, a condition or an end of it may be.

A bank over probes, which are drawn states and items of the inputs, keeps one function of each behaviour. Choices
between functions of the bank, which are too dear for it, follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice
from types import SimpleNamespace
from typing import Any

import numpy as np

from ....dsl.core.expression import Call, Expression, Literal, Variable, call, free_variables, walk
from ....dsl.core.primitive import Primitive
from ....dsl.core.types import BOOL, INT, Type
from ....dsl.language.language import BUILTIN, Language
from ...cost.prior import VARIABLE_COST, Prior
from ...engine.bank import MAX_COST, OUT_OF_ORDER
from ...engine.compiled.encoding import ARITY
from ...engine.instances import Instance
from ...engine.native import kernels
from ...task.terminal import Terminal
from ..context.closures import Closure, bounded, choice, closure_of
from ..context.subsearch import Grown, Subsearch

ENTRIES, CANDIDATES = 20_000, 300_000
"""Of the bank of steps, and how many may be tried for it."""
EARLIER, EARLIER_OF_SEQUENCES = 4, 16
"""Choices are tried with what costs so much less: there are fewer of them, and people write many. Of sequences there
are the fewest."""
MOST_LOOKED_AT = 2000
"""Among so many functions of a type the parts of choices are looked for."""
ROW, AT_ONCE = 4, 1024
"""The width of a row of a batch, and its most rows."""
FIRST, FIRST_TWO = 1, 3
"""The state of a loop, and the state and the item, as bits."""
WHERE, IF_ELSE = BUILTIN.searched["where"], BUILTIN.searched["if_else"]


Found = int | tuple[int, Expression]
"""What a search for loops tells: a program with its cost, or how many small steps it has run."""


@dataclass(frozen=True)
class Step:
    """A small function: what it costs, and the variables that it uses by their places, as bits.

    Parameters
    ----------
    close
        Makes it a function of Python.
    express
        Writes it.
    entry
        Its entry of the bank, -1 if it has none.
    """

    cost: int
    uses: int
    close: Callable[[], Closure]
    express: Callable[[], Expression]
    entry: int = -1

    @cached_property
    def run(self) -> Closure:
        """The function."""
        return self.close()

    def needs(self, places: int) -> bool:
        """Whether it uses all of these variables."""
        return self.uses & places == places


@dataclass(frozen=True)
class Pool:
    """What choices are made of: so many of the cheapest conditions and of the cheapest values, of these primitives."""

    conditions: int
    branches: int
    names: frozenset[str] | None = None

    def admits(self, step: Step) -> bool:
        """Whether a function is made of the primitives."""
        names = self.names
        return names is None or all(
            part.primitive.name in names for part in walk(step.express()) if isinstance(part, Call)
        )


USUAL_POOL = Pool(120, 60)


@dataclass(frozen=True, eq=False)
class Batch:
    """Functions of one cost as compiled code has them.

    Parameters
    ----------
    rows
        int64, (functions, ROW): an instance and three entries of the bank, or -1 and the function's own entry.
    """

    cost: int
    rows: np.ndarray


class Steps:
    """The small functions of some variables, by their types and costs."""

    def __init__(self, filled: Grown, variables: Sequence[Variable], language: Language = BUILTIN) -> None:
        self.filled, self.variables, self.language = filled, tuple(variables), language
        self._closures: dict[int, Closure] = {}
        self._applications: dict[int, Call] = {}
        self._listed: dict[tuple[Type, int], list[Step]] = {}
        self._parts: dict[Type, tuple[dict[int, list[int]], dict[int, list[int]]]] = {}

    def of(self, type_: Type, cost: int) -> list[Step]:
        """The functions of a type and cost that the bank holds."""
        key = type_, cost
        if key not in self._listed:
            self._listed[key] = [self._step(entry, cost) for entry in range(*self._range(type_, cost))]
        return self._listed[key]

    def cheapest(self, type_: Type, most: int, *, places: int = 0) -> list[Step]:
        """The cheapest functions of a type, at most so many, that use one of these variables, or any."""
        found: list[Step] = []
        for cost in range(1, self.filled.level + 1):
            found += [step for step in self.of(type_, cost) if not places or step.uses & places]
            if len(found) >= most:
                break
        return found[:most]

    def _far(self, type_: Type) -> list[Step]:
        """The cheapest functions of a type, more of them than choices are made of."""
        return self.cheapest(type_, MOST_LOOKED_AT)

    @cached_property
    def constants(self) -> list[Literal]:
        """The constants that steps may use."""
        return [one for one in self.filled.bank.terminals.values() if isinstance(one, Literal)]

    @cached_property
    def arrays(self) -> SimpleNamespace:
        """The functions as compiled code reads them: see `StepArrays`."""
        bank = self.filled.bank
        terminals = np.zeros(bank.count, np.int64)
        places = {one: place for place, one in enumerate((*self.variables, *self.constants), start=1)}
        for entry, terminal in bank.terminals.items():
            terminals[entry] = places.get(terminal, -1)
        words = self.filled.vocabulary
        return SimpleNamespace(
            origins=bank.origins, terminals=terminals, instances=words.rows, kernels=kernels(self.language)
        )

    def instance(self, primitive: Primitive, type_: Type) -> int | None:
        """The instance that chooses between two values of a type; None if the bank has no such."""
        for number, one in enumerate(self.filled.instances):
            if one.primitive is primitive and one.arguments == (BOOL, type_, type_) and not one.boxed:
                return number
        return None

    def batches(
        self, type_: Type, cost: int, places: int, *, choices: bool = True, pool: Pool = USUAL_POOL
    ) -> Iterator[Batch]:
        """The functions of a type and cost that the bank holds, then choices, which cost more.

        Only those are among them that use all of these variables.
        """
        yield from self._kept(cost, self.entries(type_, cost), places)
        if not choices:
            return
        later = cost + (EARLIER_OF_SEQUENCES if type_.is_sequence else EARLIER)
        for rows in self._choices(type_, later, pool):
            yield from self._kept(later, rows, places)

    def step(self, cost: int, row: Sequence[int]) -> Step:
        """The function of a row of a batch."""
        instance, *entries = row
        if instance < 0:
            return self._step(entries[0], cost)
        test, then, otherwise = (self._step(entry, 0) for entry in entries)
        primitive = self.filled.instances[instance].primitive
        return Step(
            cost,
            test.uses | then.uses | otherwise.uses,
            lambda: choice(test.run, then.run, otherwise.run),
            lambda: call(primitive, test.express(), then.express(), otherwise.express()),
        )

    def uses_of(self, rows: np.ndarray) -> np.ndarray:
        """The places of the variables that the rows of a batch use, as bits."""
        uses: np.ndarray = self._uses[rows[:, 1]]
        if len(rows) and rows[0, 0] >= 0:
            uses = uses | self._uses[rows[:, 2]] | self._uses[rows[:, 3]]
        return uses

    def entries(self, type_: Type, cost: int) -> np.ndarray:
        """The functions of a type and cost that the bank holds, as rows of a batch."""
        entries = np.arange(*self._range(type_, cost), dtype=np.int64)
        rows = np.zeros((len(entries), ROW), np.int64)
        rows[:, 0], rows[:, 1] = -1, entries
        return rows

    def _kept(self, cost: int, rows: np.ndarray, places: int) -> Iterator[Batch]:
        """Those rows that use all of these variables, some at a time."""
        kept = rows[self.uses_of(rows) & places == places]
        for start in range(0, len(kept), AT_ONCE):
            yield Batch(cost, kept[start : start + AT_ONCE])

    def _choices(self, type_: Type, cost: int, pool: Pool) -> Iterator[np.ndarray]:
        primitive = WHERE if type_ in (INT, BOOL) else IF_ELSE
        if primitive is WHERE and cost <= self.filled.level:
            return  # The bank has them.
        instance = self.instance(primitive, type_)
        if instance is None:
            return
        if type_ not in self._parts:
            self._parts[type_] = self._conditions(type_, pool), self._branches(type_, pool)
        conditions, branches = self._parts[type_]
        left = cost - primitive.cost
        for one, tests in conditions.items():
            for other, thens in branches.items():
                if left - one - other in branches:
                    yield choices_of(instance, tests, thens, branches[left - one - other])

    def _conditions(self, type_: Type, pool: Pool) -> dict[int, list[int]]:
        """Entries by cost: a sequence is changed or left as it is by what it and the item say."""
        found = [one for one in self._far(BOOL) if one.needs(FIRST_TWO) or (one.uses and not type_.is_sequence)]
        return _by_cost([*islice(filter(pool.admits, found), pool.conditions)])

    def _branches(self, type_: Type, pool: Pool) -> dict[int, list[int]]:
        """Entries by cost: a number may begin anew, while a sequence goes on from what it is."""
        found = [one for one in self._far(type_) if one.needs(FIRST) or not type_.is_sequence]
        return _by_cost([*islice(filter(pool.admits, found), pool.branches)])

    @cached_property
    def _uses(self) -> np.ndarray:
        """For each entry the places of the variables in its function, as bits; an entry is dearer than its parts."""
        bank, rows = self.filled.bank, self.filled.vocabulary.rows
        uses = np.zeros(bank.count, np.int64)
        for entry, terminal in bank.terminals.items():
            uses[entry] = sum(1 << self.variables.index(variable) for variable in free_variables(terminal))
        for start, end in bank.segments[1:OUT_OF_ORDER].reshape(-1, 2).tolist():
            made = np.array([entry for entry in range(start, end) if entry not in bank.terminals], np.int64)
            instance, *parts = bank.origins[:, made]
            for position, part in enumerate(parts):
                uses[made] |= np.where(rows[instance, ARITY] > position, uses[part], 0)
        return uses

    def _range(self, type_: Type, cost: int) -> tuple[int, int]:
        """The entries of a type and cost."""
        bank = self.filled.bank
        if not 0 < cost < OUT_OF_ORDER:
            return 0, 0
        start, end = bank.segments[cost, bank.types[type_]].tolist()
        return start, end

    def _step(self, entry: int, cost: int) -> Step:
        of_entry = partial(self._closure, entry), partial(self.filled.expression, entry)
        return Step(cost, int(self._uses[entry]), *of_entry, entry)

    def _closure(self, entry: int) -> Closure:
        if entry not in self._closures:
            self._closures[entry] = self._made(entry)
        return self._closures[entry]

    def _made(self, entry: int) -> Closure:
        terminal = self.filled.bank.terminals.get(entry)
        if terminal is not None:
            return closure_of(terminal, self.variables)
        application, arguments = self._parts_of(entry)
        return bounded(application, [self._closure(argument) for argument in arguments])

    def _parts_of(self, entry: int) -> tuple[Call, list[int]]:
        """What made an entry: the instance as it is applied, and the entries it is applied to."""
        number, *arguments = self.filled.bank.origins[:, entry].tolist()
        application = self._application(number)
        return application, arguments[: application.primitive.arity]

    def _application(self, number: int) -> Call:
        """How an instance is applied, whatever it is applied to."""
        if number not in self._applications:
            instance = self.filled.instances[number]
            arguments = [Variable(f"v{place}", type_) for place, type_ in enumerate(instance.arguments)]
            self._applications[number] = call(instance.primitive, *arguments, each=instance.each)
        return self._applications[number]


def by_cost(steps: Sequence[Step]) -> dict[int, list[Step]]:
    """The steps in lists, by their costs."""
    found: dict[int, list[Step]] = {}
    for step in steps:
        found.setdefault(step.cost, []).append(step)
    return found


def _by_cost(steps: Sequence[Step]) -> dict[int, list[int]]:
    """The entries of steps, by their costs."""
    return {cost: [step.entry for step in found] for cost, found in by_cost(steps).items()}


def choices_of(
    instance: int,
    tests: Sequence[int] | np.ndarray,
    thens: Sequence[int] | np.ndarray,
    others: Sequence[int] | np.ndarray,
) -> np.ndarray:
    """An instance over all such entries, as rows, without those whose branches are the same."""
    grid = np.meshgrid(tests, thens, others, indexing="ij")
    entries = np.stack([one.ravel() for one in grid], axis=1)
    entries = entries[entries[:, 1] != entries[:, 2]]
    return np.column_stack([np.full(len(entries), instance), entries])


@dataclass(frozen=True)
class SmallPrior:
    """The costs of a prior, between few types alone, and for these primitives if there are names: what needs others is
    too dear for a bank."""

    usual: Prior
    types: frozenset[Type]
    names: frozenset[str] | None = None

    def instance_cost(self, instance: Instance, given: Sequence[Type], *, outermost: bool = False) -> int:
        if not self.types.issuperset((*instance.arguments, instance.result)):
            return MAX_COST
        if self.names is not None and instance.primitive.name not in self.names:
            return OUT_OF_ORDER - 1 if instance.primitive is WHERE else MAX_COST  # Choices are put together later.
        return self.usual.instance_cost(instance, given, outermost=outermost)

    def terminal_cost(self, terminal: Variable | Literal, cost: int) -> int:
        return self.usual.terminal_cost(terminal, cost)

    def surprise(self, expression: Expression, judged: Expression | None = None, *, ignored: int = 0) -> int:
        return self.usual.surprise(expression, judged, ignored=ignored)


def steps_over(
    subsearch: Subsearch,
    variables: Sequence[Variable],
    probes: Sequence[Sequence[Any]],
    constants: Sequence[tuple[Literal, int]],
    result: Type,
    *,
    names: frozenset[str] | None = None,
    costs: Sequence[int] | None = None,
    more: Sequence[Type] = (),
    of_integers: bool = False,
    entries: int = ENTRIES,
    candidates: int = CANDIDATES,
) -> Steps | None:
    """The small functions of some variables, told apart by probes; None if memory lacks.

    Parameters
    ----------
    probes
        Values of all variables, row by row.
    result
        The type of the functions that are wanted first.
    names
        Of the primitives that they are made of, if not of all.
    costs
        Of the variables, if not what variables usually cost.
    more
        Types that values on the way may have besides.
    of_integers
        Whether there may be primitives for integers as inputs.
    entries, candidates
        With how many the bank is large enough, and how many may be tried for it.
    """
    types = frozenset((BOOL, INT, result, *more, *(variable.type for variable in variables)))
    starts = [
        Terminal(variable, VARIABLE_COST if costs is None else costs[place], [row[place] for row in probes])
        for place, variable in enumerate(variables)
    ]
    chosen = [(literal, cost) for literal, cost in constants if literal.type in types]
    starts += [Terminal(literal, cost, [literal.value] * len(probes)) for literal, cost in chosen]
    signature = (*(variable.type for variable in variables), result)
    filled = subsearch.grown(
        signature, starts,
        of_integers=of_integers, prior=SmallPrior(subsearch.prior, types, names), candidates=candidates, least=entries,
    )  # fmt: skip
    return None if filled is None else Steps(filled, variables, subsearch.problem.language)
