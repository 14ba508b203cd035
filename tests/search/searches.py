"""Banks, goals and searches that tests look into, and a plain twin of the search in Python."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from induce.dsl.core.expression import Expression, Literal, Undefined, Variable, call, evaluate
from induce.dsl.core.layout import encode
from induce.dsl.core.types import Type
from induce.dsl.text.variables import parameters_for
from induce.search.answer.solutions import Solutions
from induce.search.cost.prior import DefaultPrior
from induce.search.engine.bank import MAX_COST, OUT_OF_ORDER, Bank
from induce.search.engine.instances import Instance
from induce.search.engine.native import kernels
from induce.search.enumeration.enumeration import Enumeration
from induce.search.enumeration.storing import BankBuilder
from induce.search.enumeration.terminals import terminals_from
from induce.search.strategies.context.context import SearchContext
from induce.search.strategies.context.subsearch import Subsearch
from induce.search.task.budget import Budget
from induce.search.task.goals import Goal
from induce.search.task.problem import Problem
from induce.search.task.settings import Settings
from induce.search.task.task import Task
from induce.search.task.terminal import Terminal

Terminals = Sequence[tuple[Expression, Sequence[Any]]]


def search_of(examples: list[tuple[Any, Any]]) -> tuple[Enumeration, Goal]:
    """A small search for a task, which has run, and its target."""
    task = Task.from_examples(examples)
    budget = Budget(timeout=None, max_candidates=20_000, memory=10**8)
    search = Enumeration(Problem.of(task), DefaultPrior(), budget)
    search.run()
    return search, search.target


class Recorded(Solutions):
    """Solutions that remember at what cost each program was offered."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.offered: list[tuple[int, Expression]] = []

    def offer(self, cost: int, body: Expression, candidates: int) -> None:
        self.offered.append((cost, body))
        super().offer(cost, body, candidates)


def resident() -> int:
    """The bytes that this process has in memory, as Linux tells."""
    fields = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return 1024 * next(int(line.split()[1]) for line in fields if line.startswith("VmRSS:"))


def unlimited(memory: int = 10**8) -> Budget:
    return Budget(timeout=None, max_candidates=None, memory=memory)


def bank_of(types: Sequence[Type], terminals: Terminals, *, cost: int = 1) -> Bank:
    """A bank of a few terminals of one cost."""
    longest = max(len(encode(value, terminal.type)) for terminal, row in terminals for value in row)
    bank = Bank(examples=len(terminals[0][1]), types=types, longest=max(longest, 40), memory=10**8)
    for type_, type_id in bank.types.items():
        start = bank.count
        for terminal, row in terminals:
            if terminal.type == type_:
                bank.add_terminal(terminal, row, cost)
        bank.segments[cost, type_id] = start, bank.count
    bank.level_ends[cost:] = bank.count
    return bank


def goal_of(bank: Bank, type_: Type, wanted: Sequence[Any]) -> Goal:
    lengths = np.array([len(encode(value, type_)) for value in wanted], np.int64)
    return Goal(type_, bank.write(wanted, type_), lengths, 0, lambda body: body)


def never_grown(*_: Any, **__: Any) -> Any:
    """What fills banks for a strategy that needs none."""
    raise AssertionError("no bank is to be filled")


def context_of(bank: Bank, chosen: Sequence[Instance], budget: Budget) -> SearchContext:
    """What a strategy sees of a search that has only a bank and a few instances."""
    task = Task.from_examples([([1], [1])])

    def none(*_: Any, **__: Any) -> Any:
        raise AssertionError("nothing is to be searched for")

    subsearch = Subsearch(none, never_grown, Problem.of(task), DefaultPrior(), budget, Settings())
    return SearchContext(bank, chosen, [1] * len(chosen), kernels(), budget, (), subsearch)


@dataclass(frozen=True)
class FewPrimitives:
    """A prior under which a search comes to a few primitives only."""

    costs: Mapping[str, int]

    def instance_cost(self, instance: Instance, given: Sequence[Type], *, outermost: bool = False) -> int:
        return self.costs.get(instance.primitive.name, MAX_COST) + instance.each

    def terminal_cost(self, terminal: Variable | Literal, cost: int) -> int:
        return cost

    def surprise(self, expression: Expression, judged: Expression | None = None, *, ignored: int = 0) -> int:
        return 0


@dataclass(frozen=True)
class SmallLanguage:
    """A few primitives with costs, the types of parameters and result, and constants with costs."""

    costs: Mapping[str, int]
    parameters: Sequence[Type]
    result: Type
    constants: Sequence[tuple[Literal, int]] = ()

    def terminals(self, inputs: Sequence[Sequence[Any]]) -> list[Terminal]:
        return list(terminals_from(parameters_for(self.parameters), inputs, self.constants, FewPrimitives(self.costs)))

    def builder(self, inputs: Sequence[Sequence[Any]], budget: Budget | None = None) -> BankBuilder:
        """What fills a bank with the values of this language's programs."""
        signature = (*self.parameters, self.result)
        return BankBuilder(
            signature, self.terminals(inputs), FewPrimitives(self.costs), budget or unlimited(),
            examples=len(inputs), longest=40,
        )  # fmt: skip


Behaviour = tuple[Type, str]
"""A type, and the values in all examples as Python writes them."""


def behaviours_of(bank: Bank) -> list[tuple[Behaviour, int]]:
    """The behaviour of every entry of a bank and the cost under which it is found, in the order of the entries."""
    found = {}
    for type_, type_id in bank.types.items():
        for cost in range(OUT_OF_ORDER):
            for entry in range(*bank.segments[cost, type_id].tolist()):
                found[entry] = (type_, repr(bank.values(entry, type_))), cost
    return [found[entry] for entry in sorted(found)]


class NaiveBank:
    """Every behaviour of a language at its least cost, in plain Python.

    Of the laws it knows only those that leave values out on purpose: `distinct`, and that a scalar that is made of
    constants is a constant's business.
    """

    def __init__(self, prior: FewPrimitives, instances: Sequence[Instance], terminals: Sequence[Terminal]) -> None:
        self.prior, self.terminals = prior, terminals
        self.instances = [one for one in instances if one.primitive.name in prior.costs]
        self.costs: dict[Behaviour, int] = {}
        self.levels: dict[tuple[int, Type], list[tuple[list[Any], bool]]] = defaultdict(list)

    def grow(self, most: int) -> NaiveBank:
        """Add the values of all costs up to this one."""
        for cost in range(1, most + 1):
            self._store(cost)
        return self

    def _store(self, cost: int) -> None:
        for terminal in self.terminals:
            if terminal.cost == cost:
                self._add(
                    terminal.body.type, list(terminal.values), cost, is_literal=isinstance(terminal.body, Literal)
                )
        for instance in self.instances:
            for costs in splits(cost - self.prior.instance_cost(instance, ()), instance.primitive.arity):
                for values in self._applied(instance, costs):
                    self._add(instance.result, values, cost, is_literal=False)

    def _applied(self, instance: Instance, costs: Sequence[int]) -> Iterator[list[Any]]:
        variables = [Variable(f"v{position}", type_) for position, type_ in enumerate(instance.arguments)]
        applied = call(instance.primitive, *variables, each=instance.each)
        for rows in product(*(self.levels[pair] for pair in zip(costs, instance.arguments, strict=True))):
            if _is_left_out(instance, rows):
                continue
            scopes = (
                {variable.name: value for variable, value in zip(variables, column, strict=True)}
                for column in zip(*(values for values, _ in rows), strict=True)
            )
            try:
                yield [evaluate(applied, scope) for scope in scopes]
            except Undefined:
                continue

    def _add(self, type_: Type, values: list[Any], cost: int, *, is_literal: bool) -> None:
        if self.costs.setdefault((type_, repr(values)), cost) == cost and values not in [
            known for known, _ in self.levels[cost, type_]
        ]:
            self.levels[cost, type_].append((values, is_literal))


def splits(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to make a sum of so many positive integers."""
    yield from (split for split in product(range(1, total + 1), repeat=parts) if sum(split) == total)


def _is_left_out(instance: Instance, rows: Sequence[tuple[list[Any], bool]]) -> bool:
    constant = all(is_literal for _, is_literal in rows) and instance.result.is_scalar and len(rows) < 3
    alike = len(rows) > 1 and instance.arguments[0] == instance.arguments[1] and len(set(instance.rows[:2])) == 1
    return constant or (alike and instance.primitive.laws.distinct and rows[0][0] == rows[1][0])
