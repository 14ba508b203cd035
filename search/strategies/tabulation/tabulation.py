"""Dynamic programming: tables over two lists, two numbers, a grid, or amounts, whose step is looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product
from operator import eq
from typing import Any

from ....dsl.core.expression import Variable
from ....dsl.core.types import BOOL, INT, STR, Type, list_of
from ....dsl.language.language import BUILTIN
from ....dsl.text.variables import fresh_variables
from ..context.context import Known, SearchContext
from ..recurrences.forms import Form, FormSearch, Terms
from .amounts import are_amounts, is_choice, plans_up_to, sheet_up_to
from .grids import are_grids, plans_on, sheet_over
from .items import less_one, of_one
from .pairs import BEHIND, Over, are_small, depends_on_both, is_about_both, plans_over, sheet_of
from .steps import Kind, cell_steps
from .tables import Tables

LEAST_TRIED, LEAST_TRIED_ELSE = 200_000, 15_000
"""How many candidates the search must have tried before, and where no input is a list of plain items: what it finds
soon needs no table."""
BELIEVED = 16
"""Where a program has been found that costs no more, no table is looked for."""
SHARE, LEAST_WORK = 0.4, 60_000
"""Of the candidates that the search has tried, so many small steps may be run, and so many in any case: the strategies
may not have another turn for long."""
MOST_COUNTED = 2000
"""No table has a row for each number up to a larger one."""
MOST_COST = 44
"""Dearer tables are not looked for."""
CHARS, ONE_TO, IOTA, REVERSE = (BUILTIN.searched[name] for name in ("chars", "one_to", "iota", "reverse"))

COMPARED = Kind(frozenset({"add", "sub", "smaller", "larger"}), is_about_both, tests=BEHIND, extremes=True, choosing=1)
NUMBERED = Kind(frozenset({"add", "sub", "mul"}), depends_on_both)
CHOOSING = Kind(frozenset({"add", "sub", "smaller", "larger", "eq"}), is_about_both, tests=BEHIND, extremes=True)
REACHED = Kind(frozenset({"add", "sub", "mul", "smaller", "larger"}), is_choice)
"""The steps over two lists, over two numbers, over a grid, and over amounts."""


class Tabulation(FormSearch):
    """Tables for the target."""

    def __init__(self, context: SearchContext) -> None:
        of_lists = any(one.type.is_list and one.type.depth == 1 for one in context.subsearch.problem.parameters)
        least_tried = LEAST_TRIED if of_lists else LEAST_TRIED_ELSE
        super().__init__(context, Terms("tabulation", least_tried, BELIEVED, SHARE, MOST_COST, LEAST_WORK))

    def forms(self, type_: Type, wanted: Sequence[Any]) -> list[Form]:
        if type_ not in (INT, BOOL):
            return []
        found: list[Form] = [*self._over_lists(type_, wanted), *self._over_amounts(type_, wanted)]
        if type_ == INT:
            found += [*self._over_numbers(wanted), *self._over_grids(wanted)]
        return found

    def _over_lists(self, type_: Type, wanted: Sequence[Any]) -> Iterator[Form]:
        """Tables over two lists or texts, or over a text and its reverse; a step sees whether items are the same."""
        texts = [of_one(CHARS, one) for one in self._parameters(STR)]
        if len(texts) == 1:
            texts.append(of_one(REVERSE, texts[0]))
        for lists in (texts, self._parameters(list_of(INT)), self._parameters(list_of(STR))):
            if len(lists) != 2 or not are_small(over := Over(*lists)):
                continue
            item = lists[0].type.item
            assert item is not None
            names = self._fresh(("x", item), ("y", item), *around(type_), ("i", INT), ("j", INT), ("same", BOOL))
            bound, numbers, condition = names[:5], names[5:7], names[7]
            steps = cell_steps(self.subsearch, COMPARED, (*bound[2:], condition), [(False,), (True,)])
            if steps is not None:
                sheets = [sheet_of(xs, ys, compared=True) for xs, ys in over.pairs]
                yield Tables(wanted, steps, sheets, [*plans_over(over, bound, numbers, condition)])

    def _over_numbers(self, wanted: Sequence[Any]) -> Iterator[Form]:
        """Tables over two numbers, counted from 1 or from 0, or from 1 to one less."""
        given = self._parameters(INT)
        if len(given) != 2 or not all(map(can_be_counted_to, given)):
            return
        names = self._fresh(("i", INT), ("j", INT), *around(INT), ("row", INT), ("column", INT))
        bound, numbers = names[:5], names[5:]
        steps = cell_steps(self.subsearch, NUMBERED, (*bound[2:], *bound[:2]), [*product(range(6), repeat=2)])
        fewer = [less_one(one) for one in given]
        counted = [(ONE_TO, given), (IOTA, given)] + [(ONE_TO, fewer)] * all(map(can_be_counted_to, fewer))
        for primitive, ends in counted if steps is not None else ():
            over = Over(*(of_one(primitive, one) for one in ends))
            if steps is not None and are_small(over):
                sheets = [sheet_of(xs, ys, compared=False) for xs, ys in over.pairs]
                yield Tables(wanted, steps, sheets, [*plans_over(over, bound, numbers)])

    def _over_grids(self, wanted: Sequence[Any]) -> Iterator[Form]:
        """Tables over the cells of a grid."""
        for grid in self._parameters(list_of(list_of(INT))):
            if not are_grids(grid):
                continue
            names = self._fresh(("x", INT), *around(INT), ("earlier", INT))
            bound, earlier = names[:4], names[4]
            items = sorted({(x,) for rows in grid.values for row in rows for x in row})
            steps = cell_steps(self.subsearch, CHOOSING, (*bound[1:], bound[0]), items)
            if steps is not None:
                yield Tables(wanted, steps, [*map(sheet_over, grid.values)], [*plans_on(grid, bound, earlier)])

    def _over_amounts(self, type_: Type, wanted: Sequence[Any]) -> Iterator[Form]:
        """Tables over amounts, of the items of a list or of all numbers up to one."""
        numbers = self._parameters(INT)
        lists = [*self._parameters(list_of(INT)), *(of_one(ONE_TO, one) for one in numbers if can_be_counted_to(one))]
        pairs = [(items, number) for items in lists for number in numbers if are_amounts(items, number)]
        if not pairs:
            return
        bound = self._fresh(("x", INT), ("value", type_), ("less", type_))
        given = sorted({(x,) for items, _ in pairs for xs in items.values for x in xs})
        steps = cell_steps(self.subsearch, REACHED, (*bound[1:], bound[0]), given)
        for items, number in pairs if steps is not None else ():
            for once in (False, True):
                sheets = [sheet_up_to(xs, n, once=once) for xs, n in zip(items.values, number.values, strict=True)]
                assert steps is not None
                yield Tables(wanted, steps, sheets, [*plans_up_to(items, number, bound, sheets, once=once)])

    def _parameters(self, type_: Type) -> list[Known]:
        return list(self.context.entries(partial(eq, type_), 1))

    def _fresh(self, *wanted: tuple[str, Type]) -> tuple[Variable, ...]:
        return fresh_variables(wanted, scope=self.parameters, language=self.subsearch.problem.language)


def around(cells: Type) -> list[tuple[str, Type]]:
    """What a step calls the cells around."""
    return [(name, cells) for name in ("above", "left", "corner")]


def can_be_counted_to(known: Known) -> bool:
    """Whether a table may have a row for each number up to one, in all examples."""
    return all(0 <= value <= MOST_COUNTED for value in known.values)
