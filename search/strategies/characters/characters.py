"""Texts edited character by character: each becomes one of a few things, by a condition.

What each character has become is read off the outputs. Then the edits that are right at all places of a condition
are known at once, for what is right where is a set of places, and sets are compared in a word or two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from ....dsl.core.expression import Call, Expression, Function, Literal, call, free_variables
from ....dsl.core.types import INT, STR, list_of
from ....dsl.text.variables import fresh_variables
from ...cost.costs import Costs
from ...readings.scene.applying import applied
from ...task.goals import Bound, Goal
from ..context.context import SearchContext
from .alignment import always_alike, separated, side_by_side
from .choices import Choices, Option
from .correspondences import Correspondence
from .positions import Places
from .reorderings import reorderings
from .unaligned import Unaligned

TEXTS = list_of(STR)
MOST_SOURCE_COST, MOST_SOURCES, MOST_DEEP, MOST_UNALIGNED = 6, 40, 8, 2
"""What a text may cost whose characters are edited, how many such texts are tried, how many for a deduced goal, and
for how many of them the pieces need not be known."""
MOST_PLACES = 1_500
"""How many characters all examples together have at most."""
MOST_FOUND = 8
"""How many programs are taken of each text."""

BY_THEMSELVES = frozenset({"shift_letters", "mirror_letters", "map_letters", "upper", "lower", "swapcase"})
"""What does to a text what it does to each of its characters."""

NOTHING = ""
"""What stands between the edited characters mostly."""


@dataclass(frozen=True)
class _Source:
    body: Expression
    values: list[str]


class Characters:
    """Edits of the characters of cheap texts, for one goal."""

    def __init__(self, context: SearchContext) -> None:
        self.context, self.bank, self.budget = context, context.bank, context.budget
        self.problem = problem = context.subsearch.problem
        self._costs = Costs(problem.given, context.subsearch.prior, problem.extras)
        self._names = [parameter.name for parameter in problem.parameters]
        self._inputs = [dict(zip(self._names, example.inputs, strict=True)) for example in context.examples]
        wanted = [("c", STR), ("i", INT)]
        self._c, self._i = fresh_variables(wanted, scope=problem.parameters, language=problem.language)
        self._applies = STR in self.bank.types and problem.result_type in (STR, TEXTS)
        self._known: dict[str, list[Option]] = {}

    def solve(self, goal: Goal, bound: Bound) -> Iterator[tuple[int, Expression]]:
        """Programs for the target, with their costs, that the present bank gives for the goal."""
        if not self._applies or goal.depth > 1 or goal.type not in (STR, TEXTS):
            return
        wanted = self.bank.goal_values(goal)
        key = repr((goal.type, wanted))
        if key not in self._known:
            self._known[key] = list(self._programs(goal, wanted))
        for option in self._known[key]:
            if goal.cost + option.cost < bound():
                yield goal.cost + option.cost, goal.complete(option.body)

    def _programs(self, goal: Goal, wanted: Sequence[Any]) -> Iterator[Option]:
        """Programs for the wanted values."""
        most = self.budget.at_most(MOST_DEEP if goal.depth else MOST_SOURCES)
        for number, source in enumerate(islice(self._sources(), most)):
            if self.budget.stopped_by():
                return
            self.budget.note("tables", 1, 0.0)
            is_first = goal.depth == 0 and number < MOST_UNALIGNED
            places = Places(source.body, source.values, self._inputs, self._c, self._i, self.problem.parameters)
            if goal.type == TEXTS:
                found = self._items(places, wanted)
            else:
                found = chain(self._edited(places, wanted, is_first), self._reordered(places, wanted, is_first))
            yield from (option for option in found if self.context.gives(option.body, wanted))

    def _sources(self) -> Iterator[_Source]:
        """The cheapest texts that are short enough."""
        for cost in range(1, MOST_SOURCE_COST + 1):
            for entry in range(*self.bank.segments[cost, self.bank.types[STR]].tolist()):
                values = self.bank.values(entry, STR)
                body = self.context.expression(entry)
                if 0 < sum(map(len, values)) <= MOST_PLACES and free_variables(body):
                    yield _Source(body, values)

    def _edited(self, places: Places, wanted: Sequence[str], is_first: bool) -> Iterator[Option]:
        texts = places.texts
        pieces = side_by_side(texts, wanted)
        if pieces is not None:
            yield from self._chosen(places, pieces, NOTHING)
        for mark, rows in separated(texts, wanted):
            yield from self._chosen(places, rows, mark)
        if pieces is None and is_first:
            few = [wanted[e] for e in places.few]
            if Unaligned(places.restricted(places.few), few, self._price, least=0).found():
                yield from self._made(places, Unaligned(places, wanted, self._price).found(), NOTHING)
            if (guessed := always_alike(texts, wanted)) is not None:
                yield from self._chosen(places, guessed, NOTHING, is_certain=False)

    def _items(self, places: Places, wanted: Sequence[list[str]]) -> Iterator[Option]:
        if all(len(text) == len(row) for text, row in zip(places.texts, wanted, strict=True)):
            yield from self._chosen(places, wanted, None)

    def _reordered(self, places: Places, wanted: Sequence[str], is_first: bool) -> Iterator[Option]:
        if is_first and list(wanted) != list(places.texts):
            yield from (Option(self._price(body), body) for body in reorderings(places, wanted))

    def _chosen(
        self, places: Places, pieces: Sequence[Sequence[str]], between: str | None, *, is_certain: bool = True
    ) -> Iterator[Option]:
        """Programs whose edits give these pieces; where these are not certain, a table of them has to be borne out."""
        flat = [piece for row in pieces for piece in row]
        few = [piece for e in places.few for piece in pieces[e]]
        if Choices(places.restricted(places.few), few, self._price, least=0).found():
            yield from self._made(places, Choices(places, flat, self._price).found(), between)
        table = Correspondence.of(places.characters, flat)
        if table is None or not (is_certain or table.is_borne_out):
            return
        if table.translates and between == NOTHING:
            yield Option(self._price(places.source) + table.cost, table.translation(places.source))
        else:
            around = self._price(self._program(places, self._c, between))
            yield Option(around + table.cost, self._program(places, table.lookup(self._c), between))

    def _made(self, places: Places, edits: Sequence[Option], between: str | None) -> Iterator[Option]:
        for edit in edits[:MOST_FOUND]:
            body = self._program(places, edit.body, between)
            yield Option(self._price(body), body)

    def _program(self, places: Places, edit: Expression, between: str | None) -> Expression:
        """The text with each character edited and a mark between them; without a mark, the list of these."""
        if between == NOTHING:
            return self._glued(places, edit)
        characters = applied("chars", places.source)
        if self._i in free_variables(edit):
            listed = applied("map_by_position", characters, Function((self._i, self._c), edit))
        else:
            listed = applied("map", characters, Function((self._c,), edit))
        return listed if between is None else applied("join", listed, between)

    def _glued(self, places: Places, edit: Expression) -> Expression:
        if self._i in free_variables(edit):
            return applied("edit_by_position", places.source, Function((self._i, self._c), edit))
        match edit:
            case Call(primitive, (self._c, *others)) if primitive.name in BY_THEMSELVES:
                return call(primitive, places.source, *others)
            case Call(primitive, (condition, self._c, Literal(""))) if primitive.name == "if_else":
                return applied("keep_characters", places.source, Function((self._c,), condition))
            case Call(primitive, (condition, Literal(""), self._c)) if primitive.name == "if_else":
                return applied("keep_characters", places.source, Function((self._c,), applied("not", condition)))
        return applied("edit_characters", places.source, Function((self._c,), edit))

    def _price(self, body: Expression) -> int:
        return self._costs.of_parts(body)
