"""Primitives without a kernel: their references are run in Python, between the levels of the search.

The compiled search knows nothing of Python functions. So before a level is
matched, the references are applied to the values that the bank has, as far as
that makes programs of the level's cost. What they give is compared with the
target, and stored with the level like a parameter or constant: from then on the
compiled search goes on from it. This takes some microseconds an application,
so that it may have a small share of the work only, and the cheapest values first.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import chain, islice, product
from math import prod
from typing import Any

from ...dsl.core.application import Application, Fault, apply, resolve
from ...dsl.core.bounds import within_bounds
from ...dsl.core.expression import Expression, call
from ...dsl.core.layout import length_of
from ...dsl.core.primitive import UNDEFINED_ERRORS
from ...dsl.core.types import Type
from ..engine.bank import OUT_OF_ORDER, Bank
from ..engine.instances import Instance
from ..task.budget import Budget
from ..task.reference_log import ReferenceLog
from ..task.terminal import Terminal

PHASE = "references"
SHARE = 0.25
"""Of the work of a search, for references."""
FIRST, FIRST_SHARE = 2000, 0.01
"""Applications that are always affordable: so many, or this share of the candidates of a small search."""
LEVEL_SHARE = 0.5
"""Of what is left of that, for one level: there are dearer programs to come."""
ITEMS = 200
"""Items of values that count as one application more, so that long values have no larger share."""
CHUNK, PAUSE = 50, 0.02
"""Applications between pauses, and seconds after which there is a pause earlier."""


class Runner:
    """An instance without a kernel, with what its application costs."""

    def __init__(self, instance: Instance, cost: int) -> None:
        self.instance, self.cost = instance, cost
        application = resolve(instance.primitive, instance.arguments, each=instance.each)
        assert application is not None
        self.application: Application = application
        laws, arguments = instance.primitive.laws, instance.arguments
        same = len(arguments) > 1 and arguments[0] == arguments[1] and len(set(instance.rows[:2])) == 1
        self.commutative, self.distinct = laws.commutative and same, laws.distinct and same

    def splits(self, bank: Bank, cost: int) -> list[tuple[range, ...]]:
        """Ranges of entries for the arguments, with which the application has this cost."""
        arguments = self.instance.arguments
        found = []
        for costs in _splits(min(cost, OUT_OF_ORDER) - self.cost, len(arguments)):
            segments = (bank.segments[one, bank.types[type_]] for one, type_ in zip(costs, arguments, strict=True))
            ranges = tuple(range(int(start), int(end)) for start, end in segments)
            if all(ranges):
                found.append(ranges)
        return found

    def combinations(self, ranges: Sequence[range]) -> Iterator[tuple[int, ...]]:
        """Entries for the arguments, one of each range: those that all come early first."""
        for last in range(max(map(len, ranges))):
            for position, entries in enumerate(ranges):
                if last < len(entries):
                    before = (one[:last] for one in ranges[:position])
                    after = (one[: last + 1] for one in ranges[position + 1 :])
                    yield from filter(self._is_wanted, product(*before, (entries[last],), *after))

    def _is_wanted(self, entries: Sequence[int]) -> bool:
        if self.commutative and entries[0] > entries[1]:
            return False
        return not (self.distinct and entries[0] == entries[1])

    def apply(self, values: Sequence[Any]) -> Any:
        """The value of the application.

        Raises
        ------
        ValueError, IndexError, KeyError, ZeroDivisionError, OverflowError
            Where it is undefined.
        """
        value = apply(self.instance.primitive, self.application, values)
        if not within_bounds(value):
            raise ValueError("out of bounds")
        return value

    def call(self, arguments: Sequence[Expression]) -> Expression:
        """The application as an expression."""
        return call(self.instance.primitive, *arguments, each=self.instance.each)


def _splits(cost: int, parts: int) -> Iterator[tuple[int, ...]]:
    """All ways to share a cost among so many parts, each of which costs 1 at least."""
    if parts == 1:
        if cost >= 1:
            yield (cost,)
        return
    for first in range(1, cost - parts + 2):
        for rest in _splits(cost - first, parts - 1):
            yield (first, *rest)


class Interpreted:
    """The applications of instances without a kernel in one search.

    Parameters
    ----------
    costs
        Of the instances.
    compiled
        The instances with a kernel, of which entries of the bank are made.
    wanted
        Type and value in each example of what the search is for, if it is for anything.
    """

    def __init__(
        self,
        bank: Bank,
        instances: Sequence[Instance],
        costs: Sequence[int],
        *,
        compiled: Sequence[Instance],
        wanted: tuple[Type, Sequence[Any]] | None,
        budget: Budget,
        log: ReferenceLog,
    ) -> None:
        self.bank, self.compiled, self.budget, self.log = bank, compiled, budget, log
        self._runners = [Runner(one, cost) for one, cost in zip(instances, costs, strict=True)]
        self._wanted = None if wanted is None else (wanted[0], repr(list(wanted[1])))
        self._done = self._items = 0
        self._seen: set[tuple[Type, str]] = set()
        self._decoded: dict[int, list[Any]] = {}

    def of_cost(self, cost: int, *, only: Type | None = None) -> Iterator[list[Terminal]]:
        """The values of all programs of a cost that begin with such an instance, some at a time.

        Parameters
        ----------
        only
            The type of the values that are wanted; all by default.
        """
        runners = [one for one in self._runners if only in (None, one.instance.result)]
        work = sorted(((one, one.splits(self.bank, cost)) for one in runners), key=lambda pair: _size(pair[1]))
        left = self._affordable()
        self._decoded.clear()
        for number, (runner, splits) in enumerate(work):
            share = min(left // (len(work) - number), _size(splits))
            left -= share
            self.log.left_out += _size(splits) - share
            combinations = islice(chain.from_iterable(map(runner.combinations, splits)), share)
            before, end = -1, self._done + share
            while before < self._done < end:
                before = self._done
                yield self._run(runner, combinations, cost)

    def _affordable(self) -> int:
        """How many applications a level may have; under a candidate budget this does not look at the clock."""
        limit = self.budget.max_candidates
        first = FIRST if limit is None else min(FIRST, FIRST_SHARE * limit)
        most = first + SHARE * self.budget.effort * self.budget.steady_rate(PHASE)
        return max(0, int(LEVEL_SHARE * (most - self._done)))

    def _run(self, runner: Runner, combinations: Iterator[tuple[int, ...]], cost: int) -> list[Terminal]:
        """The next applications; few where they are slow, unless a candidate budget forbids a look at the clock."""
        began, tried = time.perf_counter(), 0
        timed = self.budget.max_candidates is None
        found = []
        for entries in islice(combinations, CHUNK):
            tried += 1
            values = self._values(runner, entries)
            if values is not None and self._is_news(runner.instance.result, values):
                parts = [self.bank.expression(entry, self.compiled) for entry in entries]
                found.append(Terminal(runner.call(parts), cost, values))
            if timed and time.perf_counter() - began > PAUSE:
                break
        self._note(runner, tried, time.perf_counter() - began)
        return found

    def _is_news(self, type_: Type, values: list[Any]) -> bool:
        """Whether no application has given this yet; of what is wanted, every program is news."""
        key = (type_, repr(values))
        if key == self._wanted:
            return True
        known = key in self._seen
        self._seen.add(key)
        return not known

    def _note(self, runner: Runner, applications: int, seconds: float) -> None:
        self._done += applications + self._items // ITEMS
        self._items = 0
        self.budget.note(PHASE, applications, seconds)
        self.log.names.add(runner.instance.primitive.name)
        self.log.applications += applications
        self.log.seconds += seconds

    def _values(self, runner: Runner, entries: Sequence[int]) -> list[Any] | None:
        """What the application gives in each example; None if it is undefined or too long in one."""
        rows = zip(*map(self._of_entry, entries, runner.instance.arguments), strict=True)
        try:
            values = [runner.apply(row) for row in rows]
        except Fault as fault:
            self.log.faults.setdefault(runner.instance.primitive.name, str(fault))
            return None
        except UNDEFINED_ERRORS:
            return None
        if not runner.instance.result.is_scalar:
            self._items += sum(map(len, values))
        if any(length_of(value, runner.instance.result) > self.bank.cap for value in values):
            return None
        return values

    def _of_entry(self, entry: int, type_: Type) -> list[Any]:
        if entry not in self._decoded:
            self._decoded[entry] = self.bank.values(entry, type_)
        return self._decoded[entry]


def _size(splits: Sequence[Sequence[range]]) -> int:
    """How many combinations of entries there are."""
    return sum(prod(map(len, ranges)) for ranges in splits)
