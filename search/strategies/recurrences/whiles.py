"""Loops that go on while a condition holds: the value in the end, the number of steps, or all values passed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

import numpy as np

from ....dsl.core.expression import Expression, Function, Literal, Variable, call
from ....dsl.core.primitive import UNDEFINED_ERRORS, Primitive
from ....dsl.core.types import BOOL, INT, Type, list_of
from ....dsl.language.language import BUILTIN
from ...cost.literals import integer_cost
from ...cost.prior import FUNCTION_COST, VARIABLE_COST
from ...engine.compiled.stepping import ALL, BEFORE, COUNT, SINGLE, VALUE
from ..context.closures import Closure
from ..context.context import Known
from .running import TrailRunner, WalkRunner
from .steps import USUAL_POOL, Found, Pool, Step, Steps

FIRST = 1
"""The place of the value among the variables of steps and conditions, as a bit."""
AT_ONCE, NUMBERS_AT_ONCE = 64, 512
"""Steps that are taken again and again between two looks at the budget."""
MOST_STEPS, MOST_COUNTED = 100, 250
"""No loop of more steps is looked for, and where the goal says how many there are."""
MOST_OF_ANY = 12
"""Steps from number to number that cost more have conditions that compare the number with a constant."""
PASSED_FOR_ONE = 16
"""So many numbers are passed while the search tries one candidate."""
MOST_CONDITIONS, FEWER_CONDITIONS, MOST_LIMITS = 150, 50, 1000
"""How many conditions are tried, also for many steps, and among how many numbers the roundest is looked for."""
TRIED_CLOSELY = 30
"""A step whose condition is looked for is booked as so many candidates."""
REPEAT, STEPS, TRAIL = (BUILTIN.unsearched[name] for name in ("repeat_while", "steps_while", "trail_while"))
ITERATE, HEAD, INIT, LESS, UNEQUAL = (BUILTIN.searched[name] for name in ("iterate", "head", "init", "lt", "ne"))

Reading = Callable[[list[Any], Any], int | None]
"""After how many steps the values from the start on would give what is wanted; None if they would not."""


@dataclass(frozen=True)
class Ending:
    """What is made of a loop: how it is written, what that costs, and where it would end.

    `bit` is what `run_trails` says of a step that it suits.
    """

    cost: int
    end: Reading
    primitive: Primitive
    bit: int
    outer: Primitive | None = None


def _value(values: list[Any], wanted: Any) -> int | None:
    return values.index(wanted) if wanted in values else None


def _first(values: list[Any], wanted: Any) -> int | None:
    return next((place for place, value in enumerate(values) if value[:1] == [wanted] and len(value) == 1), None)


def _count(values: list[Any], wanted: Any) -> int | None:
    return wanted if 0 <= wanted < len(values) else None


def _all(values: list[Any], wanted: Any) -> int | None:
    return len(wanted) - 1 if 0 < len(wanted) <= len(values) and values[: len(wanted)] == wanted else None


def _before(values: list[Any], wanted: Any) -> int | None:
    return len(wanted) if len(wanted) < len(values) and values[: len(wanted)] == wanted else None


def endings_for(state: Type, goal: Type) -> list[Ending]:
    """What may be made of loops with states of a type, for a goal of a type."""
    found = []
    if state == goal:
        found.append(Ending(REPEAT.cost, _value, REPEAT, VALUE))
    if goal == INT:
        found.append(Ending(STEPS.cost, _count, STEPS, COUNT))
    if state.item == goal and goal.is_scalar:
        found.append(Ending(REPEAT.cost + HEAD.cost, _first, REPEAT, SINGLE, HEAD))
    if goal.item == state:
        found.append(Ending(TRAIL.cost, _all, TRAIL, ALL))
    if goal == list_of(INT) and state == INT:
        found.append(Ending(TRAIL.cost + INIT.cost, _before, TRAIL, BEFORE, INIT))
    return found


class Whiles:
    """Loops with a condition that may give a goal.

    Parameters
    ----------
    steps
        Functions of the value and the shared parameters, in this order.
    starts
        What a loop may start from.
    counts
        How often a step may be taken where no condition says.
    pool
        What steps that choose are made of: the cheapest conditions and values.
    more
        Conditions besides those that are made of the steps.
    """

    def __init__(
        self,
        goal: tuple[Type, Sequence[Any]],
        steps: Steps,
        starts: Sequence[Known],
        counts: Sequence[Known],
        given: Sequence[Sequence[Any]],
        pool: Pool = USUAL_POOL,
        more: Sequence[Step] = (),
    ) -> None:
        self.type, self.wanted = goal
        self.steps, self.starts, self.counts, self.given, self.pool = steps, starts, counts, given, pool
        self.state = steps.variables[0].type
        self.endings = endings_for(self.state, self.type)
        most = MOST_CONDITIONS if pool is USUAL_POOL else FEWER_CONDITIONS
        self.conditions = sorted([*steps.cheapest(BOOL, most, places=FIRST), *more], key=lambda step: step.cost)
        self.order = sorted(range(len(given)), key=lambda example: _size(self.wanted[example]))
        self.longest = MOST_STEPS if self.type in (self.state, self.state.item) else None
        self.bits = reduce(or_, (ending.bit for ending in self.endings))
        self.runners = [*map(self._runner, starts)]
        self._memory: dict[int, dict[Any, bool | None]] = {}

    def at(self, cost: int, most: int) -> Iterator[Found]:
        """Programs below a cost whose loops cost so much but for the condition, and the work for each step."""
        weight, at_once = (5, AT_ONCE) if self.state.is_sequence else (1 / PASSED_FOR_ONE, NUMBERS_AT_ONCE)
        for start, runner in zip(self.starts, self.runners, strict=True):
            less = start.cost + REPEAT.cost + 2 * FUNCTION_COST
            for batch in self.steps.batches(
                self.state,
                cost - less,
                FIRST,
                choices=self.pool.conditions > 0 and not self.state.is_sequence,
                pool=self.pool,
            ):
                for rows in np.array_split(batch.rows, -(-len(batch.rows) // at_once)):
                    told, passed = runner.told(rows, is_plain=batch.cost > MOST_OF_ANY)
                    yield int(passed * weight)
                    for row in rows[told & self.bits != 0]:
                        yield TRIED_CLOSELY * isinstance(runner, WalkRunner)
                        step = self.steps.step(batch.cost, row.tolist())
                        trails = self._trails(step, row, runner, start)
                        yield from self._tried(step, start, less + batch.cost, most, trails)

    def _runner(self, start: Known) -> TrailRunner:
        make = WalkRunner if self.state == INT else TrailRunner
        return make(
            self.steps, starts=start.values, given=self.given, wanted=self.wanted, type_=self.type,
            most=[*map(self._most, self.wanted)], order=self.order,
        )  # fmt: skip

    def _trails(self, step: Step, row: np.ndarray, runner: TrailRunner, start: Known) -> Iterator[list[Any]]:
        """The values that a step passes, example by example in the order in which they are tried."""
        for place, example in enumerate(self.order):
            most = self._most(self.wanted[example])
            if isinstance(runner, WalkRunner):
                yield runner.orbits(row[None, :], place, most, is_whole=False)[0]
            else:
                yield _trail(step.run, start.values[example], self.given[example], most)

    def _tried(self, step: Step, start: Known, cost: int, most: int, passed: Iterator[list[Any]]) -> Iterator[Found]:
        trails: dict[int, list[Any]] = {}
        ends: dict[int, dict[int, int]] = {number: {} for number in range(len(self.endings))}
        counts = [count for count in self.counts if self.state == self.type and count.express() != start.express()]
        for example in self.order:
            wanted = self.wanted[example]
            trail = trails[example] = next(passed)
            for number in list(ends):
                place = self.endings[number].end(trail, wanted)
                if place is None:
                    del ends[number]
                else:
                    ends[number][example] = place
            counts = [count for count in counts if _after(trail, count.values[example]) == [wanted]]
            if not ends and not counts:
                return
        for count in counts:
            iterated = call(ITERATE, count.express(), start.express(), self._function(step))
            yield cost + ITERATE.cost + count.cost - REPEAT.cost - FUNCTION_COST, iterated
        for number, places in ends.items():
            ending = self.endings[number]
            left = most - cost - ending.cost + REPEAT.cost
            condition = self._condition(trails, places, left) if any(places.values()) else None
            if condition is not None:
                body = self._loop(ending, start, condition, step)
                yield cost + ending.cost - REPEAT.cost + condition.cost, body

    def _most(self, wanted: Any) -> int:
        """How many steps may matter where this is wanted."""
        told = wanted if isinstance(wanted, int) else len(wanted)
        if self.longest is not None:
            return told if self.longest < told <= MOST_COUNTED else self.longest
        return min(MOST_COUNTED, max(0, told))

    def _condition(self, trails: Mapping[int, list[Any]], ends: Mapping[int, int], most: int) -> Step | None:
        """The cheapest condition that holds before the ends, and not there."""
        last = [(trails[example][end], *self.given[example]) for example, end in ends.items()]
        before = [(value, *self.given[example]) for example, end in ends.items() for value in trails[example][:end]]
        if not set(map(_key, last)).isdisjoint(map(_key, before)):
            return None
        (value,) = self.steps.variables[:1]
        limit = limit_of(value, [row[0] for row in last], [row[0] for row in before]) if self.state == INT else None
        if limit is not None:
            most = min(most, limit.cost + 1)
        for number, one in enumerate(self.conditions):
            if one.cost >= most:
                break
            holds = self._memory.setdefault(number, {})
            if all(_holds(one, row, holds) is False for row in last) and all(_holds(one, row, holds) for row in before):
                return one
        return limit if limit is not None and limit.cost < most else None

    def _loop(self, ending: Ending, start: Known, condition: Step, step: Step) -> Expression:
        loop = call(ending.primitive, start.express(), self._function(condition), self._function(step))
        return loop if ending.outer is None else call(ending.outer, loop)

    def _function(self, step: Step) -> Function:
        return Function(self.steps.variables[:1], step.express())


def limit_of(value: Variable, last: Sequence[int], before: Sequence[int]) -> Step | None:
    """Whether a number is beyond the roundest one that tells it from those at the ends, or not the one end."""
    if max(last) < min(before):
        number = cheapest_between(max(last), min(before) - 1)
        body = call(LESS, number, value)
        return Step(_cost_of_limit(number), FIRST, lambda: lambda row: number.value < row[0], lambda: body)
    if max(before) < min(last):
        number = cheapest_between(max(before) + 1, min(last))
        body = call(LESS, value, number)
        return Step(_cost_of_limit(number), FIRST, lambda: lambda row: row[0] < number.value, lambda: body)
    if max(last) == min(last) and last[0] not in before:
        end = Literal(last[0], INT)
        cost, differs = UNEQUAL.cost + VARIABLE_COST + integer_cost(end.value), call(UNEQUAL, value, end)
        return Step(cost, FIRST, lambda: lambda row: row[0] != end.value, lambda: differs)
    return None


def _size(value: Any) -> int:
    """How much a value says: of those that say little a loop gives any soon."""
    size = abs(value) if isinstance(value, int) else len(value)
    return size if size > 1 else MOST_STEPS


def _holds(condition: Step, row: tuple[Any, ...], known: dict[Any, bool | None]) -> bool | None:
    """Whether a condition holds; None if it is undefined. What is known of numbers is not asked again."""
    key = _key(row) if isinstance(row[0], int | str) else None
    if key is not None and key in known:
        return known[key]
    try:
        holds = bool(condition.run(row))
    except UNDEFINED_ERRORS:
        holds = None
    if key is not None:
        known[key] = holds
    return holds


def _key(row: tuple[Any, ...]) -> Any:
    """What tells a row from others: lists are told by how they are written."""
    return row if all(isinstance(value, int | str) for value in row) else repr(row)


def cheapest_between(least: int, most: int) -> Literal:
    """The cheapest number between two, both included; the first of several."""
    numbers = range(least, min(most, least + MOST_LIMITS) + 1)
    return Literal(min(numbers, key=integer_cost), INT)


def _cost_of_limit(number: Literal) -> int:
    return LESS.cost + VARIABLE_COST + integer_cost(number.value)


def _after(trail: Sequence[Any], count: int) -> Sequence[Any]:
    """The value after so many steps, as a list of one; none if it is not known."""
    return trail[count : count + 1] if count >= 0 else []


def _trail(run: Closure, value: Any, given: Sequence[Any], most: int) -> list[Any]:
    """The values from one on, until one is undefined, or has come before, or there are too many.

    A value that comes again is soon seen by comparing all with one of them, a later one from time to time (Brent, "An
    improved Monte Carlo factorization algorithm", BIT 20, 1980, section 2).
    """
    values, earlier, until = [value], value, 2
    try:
        while len(values) <= most:
            value = run((value, *given))
            if value == earlier:
                break
            values.append(value)
            if len(values) == until:
                earlier, until = value, 2 * until
    except UNDEFINED_ERRORS:
        pass
    return values
