"""Programs that are whole but for a condition on a number, and what the goal says of that condition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Any

from ....dsl.core.expression import Expression, Function, Literal, Undefined, Variable, evaluate
from ....dsl.core.patience import look
from ....dsl.core.types import INT, Type, list_of
from ....dsl.text.variables import fresh_variables
from ...readings.scene.applying import applied
from ...task.problem import Problem
from ..loops.bodies import Row

NUMBERS = list_of(INT)
MOST_ROWS, MOST_OF_ONE = 4000, 1500
"""So many numbers of all examples together, and of one of them, are looked at."""
LEAST_TOLD, LEAST_NOT = 3, 6
"""Of so many numbers the goal must say that they meet the condition, and of so many that they do not."""
Inputs = Mapping[str, Any]
Close = Callable[[Expression], Expression | None]
Labels = Callable[[int], Mapping[int, bool]]
"""The numbers of which an example tells, and whether the condition holds for them. Of all examples they are many."""


@dataclass(frozen=True)
class Shape:
    """A program without a condition.

    Parameters
    ----------
    parameters
        Of the condition: the number, and those of the program that it may ask.
    rows
        For which of these it holds, and for which not.
    close
        Makes the program of a condition; None where there is none.
    """

    parameters: tuple[Variable, ...]
    rows: Sequence[Row]
    close: Close


@dataclass(frozen=True)
class Told:
    """What the goal says of numbers, example by example.

    Parameters
    ----------
    used
        The parameters that say which numbers are looked at.
    labels
        What each example tells, by its place.
    asks_all
        Whether the condition may ask for what says which numbers are looked at, where nothing else is given.
    """

    used: tuple[Variable, ...]
    labels: Labels
    close: Callable[[Variable, Expression], Expression | None]
    asks_all: bool = False


class Shapes:
    """The shapes that a goal may have, the likelier ones first.

    Parameters
    ----------
    given
        The inputs of the examples, in the order of the goal's values.
    """

    def __init__(self, problem: Problem, given: Sequence[Sequence[Any]]) -> None:
        self._problem, self._given = problem, given
        self._parameters = problem.parameters
        names = [one.name for one in self._parameters]
        self.inputs: list[Inputs] = [dict(zip(names, row, strict=True)) for row in given]
        (self._number,) = fresh_variables([("x", INT)], scope=problem.parameters, language=problem.language)

    def of(self, type_: Type, wanted: Sequence[Any]) -> list[Shape]:
        """Those of a goal of a type that has these values."""
        found: dict[str, Shape] = {}
        told = self._lists(wanted) if type_ == NUMBERS else self._numbers(wanted) if type_ == INT else ()
        for one in told:
            shape = self._shape(one)
            if shape is not None:
                found.setdefault(repr((shape.parameters, shape.rows)), shape)
        return sorted(found.values(), key=lambda shape: len(shape.parameters))

    def _lists(self, wanted: Sequence[list[int]]) -> Iterator[Told]:
        yield from _firsts(self._parameters, self.inputs, wanted)
        yield from _filters(self._parameters, self.inputs, wanted)
        turned = [value[::-1] for value in wanted]
        if turned != list(wanted):
            for told in _filters(self._parameters, self.inputs, turned):
                yield replace(told, close=partial(_turned, told.close))

    def _numbers(self, wanted: Sequence[int]) -> Iterator[Told]:
        yield from _nexts(self._parameters, self.inputs, wanted)
        yield from _places(self._parameters, self.inputs, wanted)

    def _shape(self, told: Told) -> Shape | None:
        """The shape whose condition asks nothing but the number, if that may be, or else what else is given."""
        others = tuple(one for one in self._parameters if one not in told.used)
        for asked in ((), others or (self._parameters if told.asks_all else ())):
            rows = self._rows(told, asked)
            if _says_enough(rows):
                return Shape((self._number, *asked), rows, partial(told.close, self._number))
        return None

    def _rows(self, told: Told, asked: Sequence[Variable]) -> list[Row]:
        """What is told of each number, once; nothing if that is contradictory or too much."""
        truths: dict[tuple[int, ...], bool] = {}
        for example, inputs in enumerate(self.inputs):
            look()
            given = tuple(inputs[one.name] for one in asked)
            for number, truth in told.labels(example).items():
                if truths.setdefault((number, *given), truth) != truth:
                    return []
            if len(truths) > MOST_ROWS:
                return []
        return [Row(one, truth) for one, truth in truths.items()]


def _says_enough(rows: Sequence[Row]) -> bool:
    holds = len(rows_of(rows, True))
    return holds >= LEAST_TOLD and len(rows) - holds >= LEAST_NOT


def ranges_of(
    parameters: Sequence[Variable], inputs: Sequence[Inputs]
) -> Iterator[tuple[tuple[Variable, ...], Expression]]:
    """The ranges that people look through, with the parameters that they are made of."""
    for first in parameters:
        for last in parameters:
            if first != last and all(row[first.name] <= row[last.name] for row in inputs):
                yield (first, last), applied("range", first, applied("add", last, 1))
                yield (first, last), applied("range", first, last)
                yield (first, last), applied("range", applied("add", first, 1), last)
    for last in parameters:
        after = applied("add", last, 1)
        yield (last,), applied("one_to", last)
        yield (last,), applied("range", 2, after)
        yield (last,), applied("range", 1, last)
        yield (last,), applied("range", 2, last)
        yield (last,), applied("iota", after)
        yield (last,), applied("iota", last)


def _filters(parameters: Sequence[Variable], inputs: Sequence[Inputs], wanted: Sequence[list[int]]) -> Iterator[Told]:
    """The numbers of a range that meet a condition."""
    if any(one >= other for value in wanted for one, other in pairwise(value)):
        return
    for used, body in ranges_of(parameters, inputs):
        looked_at: list[list[int]] = []
        for row, value in zip(inputs, wanted, strict=True):
            if not all(abs(row[one.name]) <= MOST_OF_ONE for one in used[-1:]):
                break
            try:
                numbers = evaluate(body, row)
            except Undefined:
                break
            if len(numbers) > MOST_OF_ONE or not set(value).issubset(numbers):
                break
            looked_at.append(numbers)
        if len(looked_at) == len(wanted):
            yield Told(used, partial(_chosen, looked_at, wanted), partial(_filter, body), asks_all=True)


def _chosen(looked_at: Sequence[list[int]], wanted: Sequence[list[int]], example: int) -> Mapping[int, bool]:
    chosen = set(wanted[example])
    return {number: number in chosen for number in looked_at[example]}


def _nexts(parameters: Sequence[Variable], inputs: Sequence[Inputs], wanted: Sequence[int]) -> list[Told]:
    """The first number from one of the parameters on, up or down, that meets a condition; the nearest first."""
    found = []
    for start in parameters:
        begun = [row[start.name] for row in inputs]
        for step in (1, -1):
            distances = [step * (value - first) for first, value in zip(begun, wanted, strict=True)]
            if min(distances) < 0 or max(distances) > MOST_OF_ONE:
                continue
            skipped = int(min(distances) > 0)
            labels = partial(_passed, begun, distances, step, skipped)
            found.append((sum(distances), Told((start,), labels, partial(_next, start, step, skipped))))
    return [told for _, told in sorted(found, key=lambda pair: pair[0])]


def _passed(
    begun: Sequence[int], distances: Sequence[int], step: int, skipped: int, example: int
) -> Mapping[int, bool]:
    """The numbers on the way to the one that is wanted, and that one."""
    first, distance = begun[example], distances[example]
    return {first + step * place: place == distance for place in range(skipped, distance + 1)}


@dataclass(frozen=True)
class Places:
    """A number that is the n-th of some: which numbers are known by their places, ascending."""

    used: tuple[Variable, ...]
    known: Sequence[tuple[int, int]]

    def close(self, number: Variable, body: Expression) -> Expression | None:
        """The loop that takes n steps, each to the next number."""
        return _place(self.used[0], *self.known[0], number, body)


def places_of(parameters: Sequence[Variable], inputs: Sequence[Inputs], wanted: Sequence[int]) -> Places | None:
    """What the examples say where the one argument may be a place; None if it is none."""
    if len(parameters) != 1:
        return None
    known = sorted((row[parameters[0].name], value) for row, value in zip(inputs, wanted, strict=True))
    pairs = pairwise(known)
    if known[0][0] < 0 or known[-1][0] > MOST_OF_ONE:
        return None
    is_one = all(later - place <= last - number for (place, number), (later, last) in pairs)
    return Places(tuple(parameters), known) if is_one else None


def _places(parameters: Sequence[Variable], inputs: Sequence[Inputs], wanted: Sequence[int]) -> Iterator[Told]:
    """The number that is the n-th to meet a condition: some of the others follow from how many there are."""
    places = places_of(parameters, inputs, wanted)
    if places is None or places.known[-1][1] - places.known[0][1] > MOST_ROWS:
        return
    labels = dict.fromkeys((number for _, number in places.known), True)
    first = places.known[0]
    before = [(0, 0)] if first[0] == 1 and 0 < first[1] <= MOST_ROWS else []
    known = [*before, *places.known]
    for (place, number), (later, last) in pairwise(known):
        between = range(number + 1, last)
        if later - place - 1 in (0, len(between)):
            labels.update(dict.fromkeys(between, later - place > 1))
    yield Told(places.used, partial(_at_once, labels), places.close)


def _firsts(parameters: Sequence[Variable], inputs: Sequence[Inputs], wanted: Sequence[list[int]]) -> Iterator[Told]:
    """The first n numbers that meet a condition."""
    longest = max(wanted, key=len)
    if any(value != longest[: len(value)] for value in wanted) or longest != sorted(set(longest)):
        return
    if len(longest) < 2 or longest[-1] - longest[0] > MOST_OF_ONE:
        return
    chosen = set(longest)
    labels = {number: number in chosen for number in range(longest[0], longest[-1] + 1)}
    for count in parameters:
        if all(row[count.name] == len(value) for row, value in zip(inputs, wanted, strict=True)):
            yield Told((count,), partial(_at_once, labels), partial(_first, count, longest[0]))


def _at_once(labels: Mapping[int, bool], example: int) -> Mapping[int, bool]:
    """What only all examples together tell, as if the first told it."""
    return {} if example else labels


def _turned(close: Callable[[Variable, Expression], Expression | None], number: Variable, body: Expression) -> Any:
    made = close(number, body)
    return None if made is None else applied("reverse", made)


def _filter(source: Expression, number: Variable, body: Expression) -> Expression:
    return applied("filter", source, Function((number,), body))


def _next(start: Expression, step: int, skipped: int, number: Variable, body: Expression) -> Expression:
    """The loop that goes on from a number until a condition holds."""
    if skipped:
        start = _moved(start, step)
    fails = applied("not", body)
    return applied("repeat_while", start, Function((number,), fails), Function((number,), _moved(number, step)))


def _moved(number: Expression, step: int) -> Expression:
    return applied("add", number, 1) if step > 0 else applied("sub", number, 1)


def _following(before: Variable, number: Variable, body: Expression) -> Function:
    """The step from a number to the next that meets a condition."""
    return Function((before,), _next(before, 1, 1, number, body))


def _before(number: Variable) -> Variable:
    return Variable("value" if number.name != "value" else "x", INT)


def _place(count: Variable, least: int, first: int, number: Variable, body: Expression) -> Expression | None:
    """The n-th number: counted from zero, or else from where the count is right; None if it is right nowhere near."""
    start, left = first, least
    while left and start >= max(0, first - MOST_ROWS):
        left -= _holds(number, body, start)
        start -= 1
    if left:
        return None
    if least and start <= MOST_ROWS and not any(_holds(number, body, value) for value in range(1, start + 1)):
        start = min(start, 0)
    return applied("iterate", count, Literal(start, INT), _following(_before(number), number, body))


def _first(count: Variable, first: int, number: Variable, body: Expression) -> Expression:
    return applied("unfold", count, Literal(first, INT), _following(_before(number), number, body))


def _holds(number: Variable, body: Expression, value: int) -> bool:
    try:
        return bool(evaluate(body, {number.name: value}))
    except Undefined:
        return False


def rows_of(rows: Iterable[Row], truth: bool) -> list[Row]:
    """The rows for which a condition holds, or those for which it does not."""
    return [row for row in rows if row.output == truth]
