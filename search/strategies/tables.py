"""Tables: what an entry of the bank says decides what is wanted, as the examples show it.

Where nothing explains an output, it may still go with a word, a letter or a number of the input. A table is evidence
only as far as its keys come again: one in which every key was seen once would have learnt the outputs by heart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, permutations
from typing import Any

import numpy as np

from ...dsl.core.expression import Call, Expression, Literal, Variable, call, free_variables, walk
from ...dsl.core.types import BOOL, INT, STR, Type, list_of
from ...dsl.language.language import BUILTIN
from ..cost.costs import Costs
from ..cost.literals import constant_cost
from ..readings.scene.scene import Scene
from ..task.goals import Bound, Goal
from .characters.correspondences import translation_of
from .context.context import SearchContext
from .junctions import junctions
from .ranges import range_of

MOST_ENTRIES, MOST_KEY_COST, MOST_FOUND = 3_000, 14, 8
"""How many entries are tried as keys, what they may cost, and how many tables are offered."""
LEAST_REPEATED = 2
"""How many examples must do without a key of their own; for a key that is a whole input one is enough."""
IGNORED_COST = 4
"""What a ladder is dearer for each parameter on which its number does not depend, where the best are chosen."""
KEY_COST, LONE_KEY_COST = 3, 8
"""What a key costs that was seen more than once, and what one costs that was not."""
KEYS = (STR, INT)
"""What keys may be; where only a part of the output is looked up, whole inputs and numbers: a rest of a word says
nothing."""
MOST_TRANSLATED = 60
"""How many texts of the right lengths are translated character by character."""
MOST_VALUES = 40
"""The most outputs that are told apart."""
LEAST_WITH_LONE = 5
"""So many examples let one of them be on one side of a limit alone."""
MOST_CONDITION_COST, LEAST_IN_A_CASE = 16, 2
"""What a condition may cost, and how many examples each of its cases must have."""
MOST_JUNCTION_COST = 24
"""What a condition made of several may cost."""
MOST_NUMBERS, MOST_LADDERS = 20_000, 60
"""How many numbers are tried for ranges, and of how many of these that have them the best are chosen."""
KEY_FAMILIES = frozenset({"structure", "text", "words", "pieces", "membership"})
OTHERS = frozenset({"to_text", "codes", "concat"})
"""Primitives that make keys, and those among them that do not: they take no part of anything."""


@dataclass(frozen=True)
class Table:
    """What each key stands for, in the order of the examples, and how often it was seen; perhaps a default."""

    entries: dict[Any, Any]
    seen: Counter[Any]
    default: Any = None

    @classmethod
    def of(cls, keys: Sequence[Any], values: Sequence[Any]) -> Table | None:
        """The table that says of each key what it goes with; None if a key goes with two values."""
        found: dict[Any, Any] = {}
        for key, value in zip(keys, values, strict=True):
            if found.setdefault(key, value) != value:
                return None
        return cls(found, Counter(keys))

    def with_default(self) -> Table | None:
        """The same with the value of the most keys for all keys that are not listed, if it has two keys or more."""
        value, count = Counter(self.entries.values()).most_common(1)[0]
        listed = {key: other for key, other in self.entries.items() if other != value}
        return Table(listed, self.seen, default=value) if count > 1 and len(listed) > 1 else None

    @property
    def repeated(self) -> int:
        """How many examples do without a key of their own."""
        return sum(self.seen.values()) - len(self.entries) - (self.default is not None)

    def cost(self, type_: Type) -> int:
        """What looking up costs beside the key: the keys, and the values, of this type, each once."""
        name = "lookup" if self.default is None else "lookup_or"
        values = {*self.entries.values()} if self.default is None else {*self.entries.values(), self.default}
        keys = sum(KEY_COST if self.seen[key] > 1 else LONE_KEY_COST for key in self.entries)
        return BUILTIN.vocabulary[name].cost + keys + sum(constant_cost(value, type_) for value in values)

    def lookup(self, key: Expression, result: Type) -> Expression:
        """The program that looks up a key."""
        keys = Literal([*self.entries], list_of(key.type))
        values = Literal([*self.entries.values()], list_of(result))
        if self.default is None:
            return call(BUILTIN.vocabulary["lookup"], key, keys, values)
        return call(BUILTIN.vocabulary["lookup_or"], key, keys, values, Literal(self.default, result))


class Tables:
    """Looks the goal up in a table whose keys are the values of an entry, or finds its values in ranges of an entry."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        problem = context.subsearch.problem
        self._order = problem.in_given_order.tolist()
        self._inputs = len({repr(example.inputs) for example in context.examples})
        self._arity = problem.arity
        self._applies = STR in (*problem.task.parameter_types, problem.result_type)

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives."""
        if goal.depth > 1 or not self._applies or goal.type not in (STR, INT):
            return
        wanted = self._in_given_order(self.bank.goal_values(goal))
        for source in self._sources(goal, wanted):
            cheap = (pair for pair in source if goal.cost + pair[0] < bound())
            for cost, body in islice(cheap, MOST_FOUND):
                yield goal.cost + cost, goal.complete(body)

    def _sources(self, goal: Goal, wanted: Sequence[Any]) -> Iterator[Iterator[tuple[int, Expression]]]:
        """Ways to find programs for the wanted values: each gives programs with their costs."""
        if 2 <= len(set(wanted)) <= min(MOST_VALUES, len(wanted) - 1):
            yield self._choices(wanted, goal.type)
            if goal.type == STR and goal.depth == 0:
                yield self._ladders(wanted)
                yield self._limits(wanted)
            yield self._programs(wanted, goal.type, is_part=goal.depth > 0)
        if goal.type == STR and goal.depth == 0:
            yield self._translations(wanted)

    def _translations(self, wanted: Sequence[str]) -> Iterator[tuple[int, Expression]]:
        """Texts whose characters always become the same others, for the cheapest texts that have the lengths."""
        lengths = np.array([len(wanted[place]) for place in np.argsort(self._order).tolist()], np.int64)
        for entry in islice(self.bank.alike(STR, lengths, MOST_KEY_COST), self.budget.at_most(MOST_TRANSLATED)):
            found = translation_of(self._in_given_order(self.bank.values(entry, STR)), wanted)
            if found is not None and _is_key(text := self.context.expression(entry)):
                yield self.bank.cost_of(entry) + found.cost, found.translation(text)

    def _programs(self, wanted: Sequence[Any], type_: Type, *, is_part: bool) -> Iterator[tuple[int, Expression]]:
        """Programs for the wanted values, with their costs; those over cheap keys first."""
        tried = 0
        for key_cost, entry, key_type in islice(self._keys(is_part=is_part), self.budget.at_most(MOST_ENTRIES)):
            tried += 1
            keys = self._in_given_order(self.bank.values(entry, key_type))
            is_input = key_cost == 1
            if not 1 < len(set(keys)) < self._inputs + is_input:
                continue
            for cost, make in self._made(keys, wanted, type_, is_input=is_input):
                if _is_key(key := self.context.expression(entry)) and _are_all_seen(key, keys):
                    yield key_cost + cost, make(key, type_)
        self.budget.note("tables", tried, 0.0)

    def _in_given_order(self, values: Sequence[Any]) -> list[Any]:
        """Values of the examples in the order that these were given in, which a table keeps to."""
        return [values[number] for number in self._order]

    def _keys(self, *, is_part: bool) -> Iterator[tuple[int, int, Type]]:
        """The entries that may be keys, cheapest first: their costs, numbers and types."""
        for cost in range(1, MOST_KEY_COST + 1):
            for type_ in KEYS:
                if type_ in self.bank.types and (cost == 1 or type_ == INT or not is_part):
                    start, end = self.bank.segments[cost, self.bank.types[type_]].tolist()
                    yield from ((cost, entry, type_) for entry in range(start, end))

    def _made(
        self, keys: Sequence[Any], wanted: Sequence[Any], type_: Type, *, is_input: bool
    ) -> Iterator[tuple[int, Callable[[Expression, Type], Expression]]]:
        """Ways to come from these keys to what is wanted that enough examples bear out, with their costs."""
        table = Table.of(keys, wanted)
        if table is None:
            return
        if table.repeated >= (1 if is_input else LEAST_REPEATED):
            yield table.cost(type_), table.lookup
        general = None if is_input else table.with_default()
        if general is not None and general.repeated >= LEAST_REPEATED:
            yield general.cost(type_), general.lookup
        if type_ == STR and isinstance(keys[0], int) and (ranges := range_of(keys, wanted)) is not None:
            yield ranges.cost(type_), ranges.chain

    def _ladders(self, wanted: Sequence[str]) -> Iterator[tuple[int, Expression]]:
        """Ranges of the cheapest numbers that the inputs give, however many different ones there are."""
        found = []
        for entry in islice(self._numbers_in_ranges(wanted), MOST_LADDERS):
            numbers = self._in_given_order(self.bank.values(entry, INT))
            ranges = range_of(numbers, wanted) if len(set(numbers)) > len(set(wanted)) else None
            if ranges is not None:
                number = self.context.expression(entry)
                ignored = max(0, self._arity - len(free_variables(number)))
                cost = self.bank.cost_of(entry) + ranges.cost(STR)
                found.append((cost + IGNORED_COST * ignored, cost, ranges.chain(number, STR)))
        yield from ((cost, body) for _, cost, body in sorted(found, key=lambda one: one[0]))

    def _limits(self, wanted: Sequence[str]) -> Iterator[tuple[int, Expression]]:
        """Two texts told apart by a limit of a number that texts write.

        Conditions of the bank have the behaviour of this one by chance, where the examples are few.
        """
        counts = Counter(wanted)
        if len(counts) != 2 or min(counts.values()) < (LEAST_IN_A_CASE if len(wanted) < LEAST_WITH_LONE else 1):
            return
        problem = self.context.subsearch.problem
        scene, costs = Scene(problem), Costs(problem.given, self.context.subsearch.prior, problem.extras)
        for number in map(scene.read, [body for body in problem.extras if body.type == INT]):
            ranges = None if number is None else range_of(self._in_given_order(number.values), wanted, least=2)
            if number is not None and ranges is not None:
                known = replace(ranges, lone=0)  # What else tells one text from all others is learnt by heart.
                yield costs.of_parts(number.body) + known.cost(STR), known.chain(number.body, STR)

    def _numbers_in_ranges(self, wanted: Sequence[str]) -> Iterator[int]:
        """The integers of the bank of which each output has a range of its own, the cheapest first."""
        levels = [np.arange(level.start, level.stop) for level in self.bank.levels(INT)]
        entries = np.concatenate([np.zeros(0, np.int64), *levels])[: self.budget.at_most(MOST_NUMBERS)]
        labels = np.unique(np.array(wanted), return_inverse=True)[1]
        labels = labels[np.argsort(self._order)]
        in_order = labels[np.argsort(self.bank.mem[self.bank.starts(entries)], axis=0, kind="stable")]
        changes = np.count_nonzero(np.diff(in_order, axis=0), axis=0)
        self.budget.note("tables", len(entries), 0.0)
        yield from entries[changes == labels.max()].tolist()

    def _choices(self, wanted: Sequence[Any], type_: Type) -> Iterator[tuple[int, Expression]]:
        """The choices between two values by a condition that the bank has."""
        counts = Counter(wanted)
        if len(counts) != 2 or BOOL not in self.bank.types or len(wanted) < 2 * LEAST_IN_A_CASE:
            return
        is_exception = min(counts.values()) < LEAST_IN_A_CASE
        choice = BUILTIN.vocabulary["if_else"]
        values = sum(constant_cost(value, type_) for value in counts)
        for one, other in permutations(counts):
            truths = {number: wanted[place] == one for place, number in enumerate(self._order)}
            cases = Literal(one, type_), Literal(other, type_)
            for cost in range(1, MOST_CONDITION_COST + 1):
                for entry in self.bank.equal(BOOL, cost, truths)[:1]:
                    condition = self.context.expression(entry)
                    if not is_exception or _names_an_input(condition):
                        yield cost + choice.cost + values, call(choice, condition, *cases)
            if not is_exception:
                told = [truths[number] for number in range(len(wanted))]
                for cost, condition in junctions(self.context, told, MOST_JUNCTION_COST):
                    yield cost + choice.cost + values, call(choice, condition, *cases)


def _names_an_input(condition: Expression) -> bool:
    """Whether a condition says that an input is a constant: one example is enough for such an exception."""
    match condition:
        case Call(primitive, (Variable(), Literal()) | (Literal(), Variable())):
            return primitive.name in ("eq", "same")
    return False


def _is_key(expression: Expression) -> bool:
    """Whether a person would look something up by it: by an input, a part of one, its size or a remainder.

    What goes with a quotient goes with ranges of the number.
    """
    match expression:
        case Call(primitive, (number, Literal())) if primitive.name == "mod":
            return _is_key(number)
        case Call(primitive, arguments):
            parts = primitive.family in KEY_FAMILIES and primitive.name not in OTHERS
            return parts and _has_parts(arguments[0]) and all(map(_is_key, arguments))
    return True


def _has_parts(expression: Expression) -> bool:
    """Whether it is made from a text or list that is given: a number has no parts."""
    return any(isinstance(part, Variable) and part.type.depth > 0 for part in walk(expression))


def _are_all_seen(key: Expression, values: Sequence[Any]) -> bool:
    """Whether a table keyed by a remainder has all that there are, each twice: else one number was meant."""
    match key:
        case Call(primitive, (_, Literal(int() as divisor))) if primitive.name == "mod":
            seen = Counter(values)
            return len(seen) == abs(divisor) and min(seen.values()) > 1
    return True
