"""The item-level bank: what can be said of one item of a source, as vectors over all items of all examples."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, pairwise
from typing import Any

from ....dsl.core.expression import Call, Expression, Function, Literal, Undefined, evaluate, walk
from ....dsl.core.layout import has_layout
from ....dsl.core.types import BOOL, INT, STR, Type, list_of
from ....dsl.language.language import BUILTIN
from ....dsl.text.variables import fresh_variables
from ...cost.costs import Costs
from ...cost.literals import literals
from ...cost.prior import FUNCTION_COST, VARIABLE_COST
from ...readings.scene.applying import applied
from ...task.problem import Problem
from ...task.terminal import Terminal
from ..context.subsearch import Grown, Subsearch
from .columns import Column, column_of
from .conditions import FIRST_MADE, Conditions
from .questions import (
    about_character,
    about_row,
    about_two,
    about_word,
    about_words_in,
    around_places,
    at_places,
    distances,
    occurrences,
    questions,
)
from .sources import Source

MOST_OF_A_TYPE = 1500
"""So many entries of a type are looked at, the cheapest first."""
MOST_TEXTS = 400
"""The same of texts, which are compared in Python."""
MOST_DIGIT, DIGITS_COST = 9, 4
"""Numbers of more than one digit may be asked about their digits, which cost so much."""
DEAREST_LITERAL = 6
"""No dearer constant is compared with items."""
MOST_TOLD = 6
"""What is told of an item in one breath costs its bank this at most: the bank would not come to what the parts cost."""
WORD = re.compile(r"[^\W\d_]+")
BETWEEN_COST, LONGEST_LITERAL = 4, 2
"""What a separator of two characters costs that all items have, and how long texts are that are compared with items."""
SEPARATORS = (", ", ": ", " - ", "; ", " | ", ",", ":", ";", "|", "=", "-", "/", "@", "\t", " ")
MOST_SEPARATORS, MOST_FIELDS = 2, 5
"""How many separators texts are cut at, and how many fields are looked at."""
NUMBER = re.compile("-?[0-9]{1,15}")
LONGEST_ROW = 3
"""Of rows that all have so many items or fewer, each item is spoken of."""
MOST_RECURRING = 8
"""So many words that come again in items are asked about."""
PUT_IN_COST, MOST_PUT_IN = 4, 4
"""What a character costs that outputs have and their inputs do not, and how many of these are tried."""


@dataclass(frozen=True)
class Size:
    """How much is looked at over one source.

    Parameters
    ----------
    entries, candidates
        With so many entries, or after so many candidates, an item-level bank is large enough.
    conditions, functions
        The cheapest ones, of which each goes with each: what is joined of more says more than outputs do.
    paired
        So many conditions, the cheapest, are put together in pairs.
    has_lists
        Whether lists that the search has found are sources.
    """

    entries: int
    candidates: int
    conditions: int
    functions: int
    paired: int
    has_lists: bool


QUICK = Size(1200, 15_000, conditions=160, functions=240, paired=48, has_lists=False)
THOROUGH = Size(5000, 150_000, conditions=400, functions=600, paired=128, has_lists=True)


class Items:
    """All items of a source and what can be said of them.

    `variable` is the parameter of functions on an item, `spans` says which rows belong to which of the
    source's examples, and `is_over` whether the search is at its end.
    """

    def __init__(
        self, source: Source, problem: Problem, subsearch: Subsearch, costs: Costs, size: Size = THOROUGH
    ) -> None:
        self.source, self.problem, self.size = source, problem, size
        self.cost, self._costs = costs.of_parts(source.body), costs
        (self.variable,) = fresh_variables(
            [(_name_of(source), source.item)], scope=problem.parameters, language=problem.language
        )
        ends = list(accumulate((len(value) for value in source.values), initial=0))
        self.spans = [slice(start, end) for start, end in pairwise(ends)]
        self.rows = ends[-1]
        self.is_over = subsearch.budget.is_over
        self._grown = self._grow(subsearch)
        self._columns: dict[Type, Column] = {}

    @property
    def is_empty(self) -> bool:
        return self._grown is None

    def expression(self, entry: int) -> Expression:
        """The program of an entry of the bank, or of a condition that was made of such."""
        assert self._grown is not None
        if entry < FIRST_MADE:
            return self._grown.expression(entry)
        return self._conditions.expression(entry, self.expression)

    def function(self, entry: int) -> Function:
        """An entry as a function of an item."""
        return Function((self.variable,), self.expression(int(entry)))

    def applied(self, name: str, entry: int, *others: Expression) -> Call:
        """A primitive on the source and a function of its items."""
        return applied(name, self.source.body, self.function(entry), *others)

    def around(self, *names: str) -> int:
        """What programs of these primitives cost beside the bodies of their functions."""
        primitives = [BUILTIN.vocabulary[name] for name in names]
        return self.cost + sum(one.cost + FUNCTION_COST * one.takes_function for one in primitives)

    @property
    def conditions(self) -> Column:
        """What is true of some items and not of others: of the bank, thresholds, and two of them together."""
        return self._conditions.column

    @cached_property
    def _conditions(self) -> Conditions:
        return Conditions(self.functions(BOOL), self.functions(INT), self.size.paired)

    def functions(self, type_: Type) -> Column:
        """What can be made of an item that is of a type, the cheapest first."""
        if type_ not in self._columns:
            self._columns[type_] = self._column(type_)
        return self._columns[type_]

    def _column(self, type_: Type) -> Column:
        assert self._grown is not None
        return column_of(self._grown.bank, type_, most=MOST_TEXTS if type_ == STR else MOST_OF_A_TYPE)

    def _grow(self, subsearch: Subsearch) -> Grown | None:
        terminals = [one for one in self._terminals() if has_layout(one.body.type)]
        types = _types_of(terminals, self.source.item)
        variables = (one.body.type for one in terminals if not isinstance(one.body, Literal))
        return subsearch.grown(
            (*variables, BOOL), terminals, types=types, candidates=self.size.candidates, least=self.size.entries
        )

    def _terminals(self) -> Iterator[Terminal]:
        """The item or its parts, parameters, what is often asked of an item, and the constants of the task."""
        for view in self._views():
            values = self._of_items(view)
            yield Terminal(view, VARIABLE_COST, values)
            if view.type.is_list and view.type.item in (INT, STR):
                yield from self._told(about_row(view))
            if view.type == STR:
                are_characters = all(len(value) == 1 for value in values)
                yield from self._told(about_character(view) if are_characters else about_word(view))
                if not are_characters:
                    yield from self._told(about_words_in(view, self._recurring(values)))
                    yield from self._told(_fields_of(view, values))
            if view.type == INT and all(value >= 0 for value in values) and max(values) > MOST_DIGIT:
                yield Terminal(applied("digits", view), DIGITS_COST, self._of_items(applied("digits", view)))
        yield from self._told(about_two(*self._two()) if self._two() else ())
        for position, parameter in enumerate(self.problem.parameters):
            if parameter.type.is_scalar or parameter.type == STR:
                yield Terminal(parameter, VARIABLE_COST, self._repeated(position))
        yield from self._asked()
        constants = dict(literals(self.problem.given))
        for character in _put_in(self.problem):
            literal = Literal(character, STR)
            constants[literal] = min(PUT_IN_COST, constants.get(literal, PUT_IN_COST))
        texts = [item for value in self.source.values for item in value if isinstance(item, str)]
        for text in separators_of(texts):
            constants.setdefault(Literal(text, STR), BETWEEN_COST)
        for literal, cost in constants.items():
            is_short = literal.type.is_scalar or (literal.type == STR and len(literal.value) <= LONGEST_LITERAL)
            if is_short and cost <= DEAREST_LITERAL:
                yield Terminal(literal, cost, [literal.value] * self.rows)

    def _recurring(self, texts: Sequence[str]) -> list[str]:
        """The words that are in several items of more than one example, the most frequent first."""
        words = [set(WORD.findall(text)) for text in texts]
        items = Counter(word for found in words for word in found)
        examples = Counter(word for span in self.spans for word in set().union(*words[span]))
        known = [word for word, count in items.items() if examples[word] > 1 and count < len(texts)]
        return sorted(known, key=lambda word: (-examples[word], -items[word], word))[:MOST_RECURRING]

    def _told(self, bodies: Iterable[Expression]) -> Iterator[Terminal]:
        """What people say of an item in one breath, where it is defined for all items."""
        for body in bodies:
            try:
                yield Terminal(body, min(MOST_TOLD, self._costs.of_parts(body)), self._of_items(body))
            except Undefined:
                continue

    def _of_items(self, body: Expression) -> list[Any]:
        """The value of what depends on an item alone, for each item."""
        items = (item for value in self.source.values for item in value)
        return [evaluate(body, {self.variable.name: item}) for item in items]

    def _views(self) -> Iterator[Expression]:
        type_ = self.source.item
        if type_.is_tuple:
            for position, part in enumerate(type_.parts):
                if has_layout(part):
                    yield applied("part", self.variable, position)
        else:
            yield self.variable
            if type_.is_list and type_.item in (INT, STR):
                yield from (applied("at", self.variable, place) for place in range(self._row_length()))

    def _two(self) -> list[Expression]:
        """The two parts of an item that are of one type; nothing if it is no such pair."""
        views = [view for view in self._views() if view != self.variable]
        return views if len(views) == 2 and views[0].type == views[1].type else []

    def _row_length(self) -> int:
        """How many items each row has, where all have the same few."""
        lengths = {len(item) for value in self.source.values for item in value}
        return lengths.pop() if len(lengths) == 1 and max(lengths) <= LONGEST_ROW else 0

    def _asked(self) -> Iterator[Terminal]:
        """How often an item occurs, whether it is in another list, how long the list is, and what is largest in it."""
        asked = [questions(self.variable, self.source.body, self.problem)]
        asked += [occurrences(view, self.problem) for view in self._views() if view.type == STR]
        asked.append(at_places(self.source.body, self._views()))
        if self.problem.result_type.is_list:
            asked.append(around_places(self.source.body, self.variable))
            nearest = distances(self.source.body, self.variable, self.problem.parameters)
            asked.append((MOST_TOLD, body) for body in nearest)
        for cost, body in chain.from_iterable(asked):
            values = []
            try:
                for example, items in zip(self.source.examples, self.source.values, strict=True):
                    inputs = self._inputs(example)
                    if self.variable in walk(body):
                        values += [evaluate(body, {**inputs, self.variable.name: item}) for item in items]
                    else:
                        values += [evaluate(body, inputs)] * len(items)
            except Undefined:
                continue
            yield Terminal(body, cost, values)

    def _given(self, example: int) -> Sequence[Any]:
        return self.problem.examples[example].inputs

    def _inputs(self, example: int) -> dict[str, Any]:
        names = (parameter.name for parameter in self.problem.parameters)
        return dict(zip(names, self._given(example), strict=True))

    def _repeated(self, position: int) -> list[Any]:
        """The argument at a position, for each item of its example."""
        pairs = zip(self.source.examples, self.source.values, strict=True)
        return [self._given(example)[position] for example, items in pairs for _ in items]


def _fields_of(text: Expression, values: Sequence[str]) -> Iterator[Expression]:
    """What stands between separators that all texts have, and the number that it is."""
    for separator in separators_of(values):
        rows = [value.split(separator) for value in values]
        for place in range(min(MOST_FIELDS, *map(len, rows))):
            field = applied("at", applied("split", text, separator), place)
            yield field
            if all(NUMBER.fullmatch(row[place]) for row in rows):
                yield applied("to_number", field)


def separators_of(texts: Sequence[str]) -> list[str]:
    """What people put between the fields of a text, where all texts have it; with the spaces beside it, if any."""
    common = [mark for mark in SEPARATORS if texts and all(mark in text for text in texts)]
    return [mark for mark in common if not any(mark != other and mark in other for other in common)][:MOST_SEPARATORS]


def _put_in(problem: Problem) -> list[str]:
    """The characters that most outputs have and their inputs do not."""
    if problem.result_type != STR:
        return []
    new: Counter[str] = Counter()
    for example in problem.examples:
        given = {character for value in example.inputs if isinstance(value, str) for character in value}
        new.update(sorted(set(example.output) - given))
    return [character for character, _ in new.most_common(MOST_PUT_IN)]


def _types_of(terminals: Sequence[Terminal], item: Type) -> tuple[Type, ...]:
    """Plain types, and what is needed to look into an item."""
    found = {INT, BOOL, *(terminal.body.type for terminal in terminals)}
    if item.is_list or list_of(INT) in found:
        found |= {list_of(INT), list_of(BOOL)}
    return tuple(sorted(found, key=str))


def _name_of(source: Source) -> str:
    type_ = source.item
    if type_ == INT:
        return "x"
    if type_ == STR:
        return "c" if all(len(item) == 1 for value in source.values for item in value) else "word"
    return "pair" if type_.is_tuple else "row"
