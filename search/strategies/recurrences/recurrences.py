"""Loops whose step the examples do not give away: many small steps are run over the inputs, the cheapest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product
from operator import eq
from typing import Any

from ....dsl.core.expression import Literal, Variable
from ....dsl.core.types import BOOL, INT, STR, Type, list_of
from ....dsl.text.variables import fresh_variables
from ...cost.literals import LETTER_COST, SEPARATOR_COST, literals
from ..context.context import Known, SearchContext
from .ends import ends_for
from .folds import Folds, track_of
from .forms import Form, FormSearch, Terms
from .numbers import are_numbers
from .pairs import Recursions, beginnings
from .sources import are_apart, probes, sources, starts, value_probes
from .steps import steps_over
from .whiles import Whiles, endings_for

LEAST_TRIED, LEAST_TRIED_ELSE = 1_000_000, 80_000
"""How many candidates the search must have tried before, and where no input is a list: what it finds soon needs no
loop."""
BELIEVED, BELIEVED_OF_LISTS = 25, 30
"""Where a program has been found that costs little less, no loop is looked for; of lists longer ones are found too."""
SHARE = 0.4
"""Of the candidates that the search has tried, so many small steps may be run."""
MOST_STEP_CONSTANT = 4
"""No dearer constant is used in a step."""
MOST_CHARACTERS = 8
"""Texts of more different characters say nothing by a single one."""
MOST_LOOP_COST = 48
"""Dearer loops are not looked for."""
ITEMS = (INT, STR)
"""The types of items that loops run over."""


class Recurrences(FormSearch):
    """Loops for the target."""

    def __init__(self, context: SearchContext) -> None:
        of_lists = any(one.type.is_list for one in context.subsearch.problem.parameters)
        least_tried, believed = (LEAST_TRIED, BELIEVED_OF_LISTS) if of_lists else (LEAST_TRIED_ELSE, BELIEVED)
        super().__init__(context, Terms("recurrences", least_tried, believed, SHARE, MOST_LOOP_COST))

    def forms(self, type_: Type, wanted: Sequence[Any]) -> list[Form]:
        forms: list[Form] = []
        for item in ITEMS:
            forms += self._folds(item, type_, wanted)
        forms += self._whiles(type_, wanted)
        if type_ == INT:
            forms += self._recursions(wanted)
        return forms

    def _shared(self) -> tuple[tuple[Variable, ...], list[tuple[Any, ...]]]:
        """The parameters that steps may use, numbers and texts, and their values in each example."""
        places = [place for place, one in enumerate(self.parameters) if one.type in (INT, STR, BOOL)]
        if any(one.type == STR for one in self.parameters) and len(places) == 1:
            places = []  # A text that is run over.
        given = [tuple(example.inputs[place] for place in places) for example in self.examples]
        return tuple(self.parameters[place] for place in places), given

    def _folds(self, item: Type, type_: Type, wanted: Sequence[Any]) -> Iterator[Form]:
        """Loops over items of a type, with states of the goal's type, or numbers of which the goal is made."""
        over = sources(self.context, item)
        if not over:
            return
        shared, given = self._shared()
        items = [[x for one in over for x in one.values[place]] for place in range(len(self.examples))]
        for state in dict.fromkeys(one for one in (type_, INT) if _is_made_of(one, item)):
            ends = None
            if state == INT and type_ in (INT, BOOL, list_of(INT)):
                ends = ends_for(self.subsearch, shared, given, type_)
            if state != type_ and ends is None:
                continue
            bound = self._bound([("acc", state), (_item_name(item, over), item)])
            rows = probes(state, items, given, wanted)
            steps = steps_over(self.subsearch, (*bound, *shared), rows, self._constants(items), state)
            if steps is not None:
                pairs = product(over, starts(self.context, state))
                tracks = [track_of(one, start, given) for one, start in pairs if are_apart(one, start)]
                yield Folds((type_, wanted), steps, tracks, ends, given)

    def _whiles(self, type_: Type, wanted: Sequence[Any]) -> Iterator[Form]:
        shared, given = self._shared()
        given_types = {one.type for one in self.parameters}
        for state in (INT, STR, list_of(INT), list_of(STR)):
            if state not in given_types and state != INT:
                continue
            begun = starts(self.context, state) if state == INT else self._parameters(state)
            if state == INT and are_numbers(self.parameters):
                continue  # Walks have looked for these.
            if not begun or not endings_for(state, type_):
                continue
            bound = self._bound([("value", state)])
            rows = value_probes(begun, given, wanted)
            steps = steps_over(self.subsearch, (*bound, *shared), rows, self._constants([]), state)
            if steps is not None:
                yield Whiles((type_, wanted), steps, begun, self._parameters(INT), given)

    def _recursions(self, wanted: Sequence[int]) -> Iterator[Form]:
        begun = beginnings(self._parameters(INT), wanted)
        if not begun:
            return
        shared, given = self._shared()
        bound = self._bound([("a", INT), ("b", INT), ("k", INT)])
        rows = [
            (one[0], other[0], *one[1:])
            for one, other in zip(
                *(probes(INT, [[*range(2, 9)]] * len(given), given, values) for values in (wanted, [])), strict=True
            )
        ]
        steps = steps_over(self.subsearch, (*bound, *shared), rows, self._constants([]), INT)
        if steps is not None:
            yield Recursions(wanted, steps, begun, given)

    def _parameters(self, type_: Type) -> list[Known]:
        """The parameters of a type."""
        return list(self.context.entries(partial(eq, type_), 1))

    def _bound(self, wanted: Sequence[tuple[str, Type]]) -> tuple[Variable, ...]:
        return fresh_variables(wanted, scope=self.parameters, language=self.subsearch.problem.language)

    def _constants(self, items: Sequence[Sequence[Any]]) -> list[tuple[Literal, int]]:
        """The constants of a step: small ones that the task suggests, and characters where there are few."""
        suggested = [
            (literal, cost)
            for literal, cost in literals(self.subsearch.problem.given)
            if literal.type in (INT, STR) and cost <= MOST_STEP_CONSTANT
        ]
        known = {literal for literal, _ in suggested}
        characters = sorted({x for row in items for x in row if isinstance(x, str) and len(x) == 1})
        if len(characters) <= MOST_CHARACTERS:
            for character in characters:
                literal = Literal(character, STR)
                if literal not in known:
                    suggested.append((literal, LETTER_COST // 2 if character.isalnum() else SEPARATOR_COST))
        return suggested


def _is_made_of(state: Type, item: Type) -> bool:
    """Whether states of a type may be made of such items: numbers of any, texts of texts, lists of what they hold."""
    return state in (INT, item, list_of(item))


def _item_name(item: Type, over: Sequence[Known]) -> str:
    if item == INT:
        return "x"
    return "c" if any(all(len(x) == 1 for value in one.values for x in value) for one in over) else "word"
