"""Small functions of a few variables: what a step of a loop, a condition or an end of it may be.

A bank over probes, which are drawn states and items of the inputs, keeps one function of each behaviour. Choices
between functions of the bank, which are too dear for it, follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial, reduce
from operator import itemgetter, or_
from types import SimpleNamespace
from typing import Any

import numpy as np

from ....dsl.core.expression import Call, Expression, Literal, Variable, call
from ....dsl.core.primitive import Primitive
from ....dsl.core.types import BOOL, INT, Type
from ....dsl.language.language import BUILTIN, Language
from ...cost.prior import VARIABLE_COST, Prior
from ...engine.bank import MAX_COST, OUT_OF_ORDER
from ...engine.instances import Instance
from ...engine.native import kernels
from ...task.terminal import Terminal
from ..context.closures import Closure, bounded, choice
from ..context.subsearch import Grown, Subsearch

ENTRIES, CANDIDATES = 20_000, 300_000
"""Of the bank of steps, and how many may be tried for it."""
MOST_CONDITIONS, MOST_BRANCHES = 120, 60
"""What choices are made of: the cheapest conditions and the cheapest values."""
EARLIER, EARLIER_OF_SEQUENCES = 4, 16
"""Choices are tried with what costs so much less: there are fewer of them, and people write many. Of sequences there
are the fewest."""
MOST_LOOKED_AT = 2000
"""Among so many functions of a type the parts of choices are looked for."""
FIRST, FIRST_TWO = 1, 3
"""The state of a loop, and the state and the item, as bits."""
NO_ROW = (-1, -1, -1, -1)
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
    row
        It as compiled code has it: an instance and three entries of the bank, or -1 and its own entry.
    """

    cost: int
    uses: int
    close: Callable[[], Closure]
    express: Callable[[], Expression]
    row: tuple[int, int, int, int] = NO_ROW

    @cached_property
    def run(self) -> Closure:
        """The function."""
        return self.close()

    def needs(self, places: int) -> bool:
        """Whether it uses all of these variables."""
        return self.uses & places == places


class Steps:
    """The small functions of some variables, by their types and costs."""

    def __init__(self, filled: Grown, variables: Sequence[Variable], language: Language = BUILTIN) -> None:
        self.filled, self.variables, self.language = filled, tuple(variables), language
        self._places = {variable: place for place, variable in enumerate(variables)}
        self._closures: dict[int, Closure] = {}
        self._uses: dict[int, int] = {}
        self._applications: dict[int, Call] = {}
        self._listed: dict[tuple[Type, int], list[Step]] = {}
        self._parts: dict[Type, tuple[dict[int, list[Step]], dict[int, list[Step]]]] = {}

    def of(self, type_: Type, cost: int) -> list[Step]:
        """The functions of a type and cost that the bank holds."""
        key = type_, cost
        if key not in self._listed:
            bank = self.filled.bank
            rows = bank.segments[cost, bank.types[type_]].tolist() if 0 < cost < OUT_OF_ORDER else (0, 0)
            self._listed[key] = [self._step(entry, cost) for entry in range(*rows)]
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
            terminals[entry] = places[terminal]
        words = self.filled.vocabulary
        return SimpleNamespace(
            origins=bank.origins, terminals=terminals, instances=words.rows, kernels=kernels(self.language)
        )

    def _instance(self, primitive: Primitive, type_: Type) -> int | None:
        """The instance that chooses between two values of a type; None if the bank has no such."""
        for number, one in enumerate(self.filled.instances):
            if one.primitive is primitive and one.arguments == (BOOL, type_, type_) and not one.boxed:
                return number
        return None

    def with_choices(self, type_: Type, cost: int) -> Iterator[Step]:
        """The functions of a type and cost that the bank holds, then choices, which cost more."""
        yield from self.of(type_, cost)
        yield from self._choices(type_, cost + (EARLIER_OF_SEQUENCES if type_.is_sequence else EARLIER))

    def _choices(self, type_: Type, cost: int) -> Iterator[Step]:
        primitive = WHERE if type_ in (INT, BOOL) else IF_ELSE
        if primitive is WHERE and cost <= self.filled.level:
            return  # The bank has them.
        if type_ not in self._parts:
            # A sequence is changed or left as it is by what it and the item say, while a number may begin anew.
            tests = [one for one in self._far(BOOL) if one.needs(FIRST_TWO) or (one.uses and not type_.is_sequence)]
            kept = [one for one in self._far(type_) if one.needs(FIRST) or not type_.is_sequence]
            self._parts[type_] = by_cost(tests[:MOST_CONDITIONS]), by_cost(kept[:MOST_BRANCHES])
        instance = self._instance(primitive, type_)
        if instance is None:
            return
        conditions, branches = self._parts[type_]
        left = cost - primitive.cost
        for one, tests in conditions.items():
            for other, thens in branches.items():
                for test in tests if left - one - other in branches else ():
                    for then in thens:
                        for otherwise in branches[left - one - other]:
                            if then is not otherwise:
                                yield self._choice(instance, cost, test, then, otherwise)

    def _choice(self, instance: int, cost: int, test: Step, then: Step, otherwise: Step) -> Step:
        parts = test, then, otherwise
        return Step(
            cost,
            test.uses | then.uses | otherwise.uses,
            lambda: choice(test.run, then.run, otherwise.run),
            lambda: call(self.filled.instances[instance].primitive, *(part.express() for part in parts)),
            (instance, test.row[1], then.row[1], otherwise.row[1]),
        )

    def _step(self, entry: int, cost: int) -> Step:
        of_entry = partial(self._closure, entry), partial(self.filled.expression, entry)
        return Step(cost, self._used(entry), *of_entry, (-1, entry, 0, 0))

    def _used(self, entry: int) -> int:
        """The places of the variables in the function of an entry, as bits."""
        if entry not in self._uses:
            terminal = self.filled.bank.terminals.get(entry)
            if terminal is None:
                self._uses[entry] = reduce(or_, map(self._used, self._parts_of(entry)[1]))
            else:
                self._uses[entry] = 1 << self._places[terminal] if isinstance(terminal, Variable) else 0
        return self._uses[entry]

    def _closure(self, entry: int) -> Closure:
        if entry not in self._closures:
            self._closures[entry] = self._made(entry)
        return self._closures[entry]

    def _made(self, entry: int) -> Closure:
        terminal = self.filled.bank.terminals.get(entry)
        if isinstance(terminal, Variable):
            return itemgetter(self._places[terminal])
        if isinstance(terminal, Literal):
            value = terminal.value
            return lambda _: value
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


@dataclass(frozen=True)
class SmallPrior:
    """The costs of a prior, between few types alone: what needs others is too dear for a bank."""

    usual: Prior
    types: frozenset[Type]

    def instance_cost(self, instance: Instance, given: Sequence[Type], *, outermost: bool = False) -> int:
        if not self.types.issuperset((*instance.arguments, instance.result)):
            return MAX_COST
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
) -> Steps | None:
    """The small functions of some variables, told apart by probes; None if memory lacks.

    Parameters
    ----------
    probes
        Values of all variables, row by row.
    result
        The type of the functions that are wanted first.
    """
    types = frozenset((BOOL, INT, result, *(variable.type for variable in variables)))
    starts = [
        Terminal(variable, VARIABLE_COST, [row[place] for row in probes]) for place, variable in enumerate(variables)
    ]
    chosen = [(literal, cost) for literal, cost in constants if literal.type in types]
    starts += [Terminal(literal, cost, [literal.value] * len(probes)) for literal, cost in chosen]
    signature = (*(variable.type for variable in variables), result)
    filled = subsearch.grown(
        signature, starts,
        of_integers=False, prior=SmallPrior(subsearch.prior, types), candidates=CANDIDATES, least=ENTRIES,
    )  # fmt: skip
    return None if filled is None else Steps(filled, variables, subsearch.problem.language)
