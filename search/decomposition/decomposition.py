"""Solves a problem with structure: copies what is there, searches for what is plain, takes apart the rest."""

from __future__ import annotations

from collections.abc import Iterator

from ...dsl.core.patience import OutOfTime
from ...dsl.core.types import BOOL, STR, Type, join_types
from ..task.budget import Budget
from ..task.problem import Problem
from .coalescing import coalesced
from .counting import counted
from .cuts import by_pieces
from .fields import by_field, by_position, has_positions
from .gaps import by_missing_input, by_presence
from .lookups import by_lookup
from .pieces import Piece, Solver, Way, with_outputs
from .searched import Search, searched
from .tables import (
    by_alignment,
    by_choice,
    by_column,
    by_row,
    by_rows,
    by_selection,
    chooses_rows,
    keeps_length,
    lists_of_rows,
)
from .views import Views

DEAR, DEAR_PART = 24, 4
"""A program that costs more than this, and this for each plain value in its result, may not be what is meant."""

PLAIN, WORTH_OF_ROWS = 8, 12
"""Lists of rows at other places cost no more than the first; a condition on rows may cost so much more than others."""

MOST_NESTED = 6
"""Problems are taken apart no more often than this, one within another."""


def concerns(problem: Problem) -> bool:
    """Whether a problem is to be taken apart, or may be if a search finds nothing."""
    types = (*problem.given.parameter_types, problem.result_type)
    return any(type_.is_structured for type_ in types) or _may_be_split(problem)


def _may_be_split(problem: Problem) -> bool:
    return has_positions(problem) or (_is_table(problem.result_type) and bool(lists_of_rows(problem)))


def _is_table(type_: Type) -> bool:
    return type_.item is not None and (type_.item.is_list or type_.item.is_tuple or type_.item.is_record)


class Decomposition:
    """Solves problems of any types by searches for those of plain result type.

    `reason` says why the part has no program that was given up last.

    Parameters
    ----------
    search
        For a problem whose types are all plain.
    """

    def __init__(self, search: Search) -> None:
        self.search = search
        self.reason = ""
        self._depth = 0

    def solve(self, problem: Problem, budget: Budget) -> list[Piece]:
        """The programs found, the best first."""
        if self._depth > MOST_NESTED:
            return []
        problem = problem if self._depth else _widened(problem)
        self._depth += 1
        try:
            return copied(problem) or coalesced(problem) or counted(problem) or self._by_ways(problem, budget)
        finally:
            self._depth -= 1

    def _by_ways(self, problem: Problem, budget: Budget) -> list[Piece]:
        """The programs of the first way whose best one is not dear, or of the way with the cheapest."""
        found: list[Piece] = []
        for way, share in ways_of(problem):
            if budget.stopped_by():
                break
            try:
                with budget.portion(share) as part:
                    pieces = self.searched(problem, part) if way is None else way(self, problem, part)
            except OutOfTime:
                break
            if pieces and (not found or pieces[0].cost < found[0].cost):
                found = pieces
            if found and found[0].cost <= DEAR + DEAR_PART * _count(problem.result_type):
                break
        return found

    def searched(self, problem: Problem, budget: Budget) -> list[Piece]:
        """The programs that a search for the whole finds."""
        pieces, reason = searched(self.search, problem, budget)
        self.reason = reason if not pieces else self.reason
        return pieces


def _widened(problem: Problem) -> Problem:
    """The problem with rows for its result in which there may be null wherever there may in the rows given.

    Otherwise rows without null would not be rows of the list that they are chosen from.
    """
    for parameter in problem.parameters:
        for type_ in filter(None, (parameter.type, parameter.type.item)):
            row = type_.item or type_
            if (row.is_record or row.is_tuple) and _is_wider(type_, problem.result_type):
                outputs = [example.output for example in problem.given.train]
                return with_outputs(problem, outputs, type_) or problem
    return problem


def _is_wider(type_: Type, other: Type) -> bool:
    try:
        return type_ != other and join_types([type_, other]) == type_
    except TypeError:
        return False


def copied(problem: Problem) -> list[Piece]:
    """What the outputs are already, where that is a field, a column or another part of a parameter."""
    types = (*problem.given.parameter_types, problem.result_type)
    if not any(type_.is_structured for type_ in types):
        return []
    outputs = [example.output for example in problem.given.train]
    found = Views(problem).equal_to(outputs, problem.result_type)
    return [Piece(1 + view.extra, view.body) for view in found]


def ways_of(problem: Problem) -> Iterator[tuple[Way | None, float]]:
    """The ways to take for a type, each with its share of what is left; None is a search."""
    type_ = problem.result_type
    if any(parameter.type.is_structured and parameter.type.is_list for parameter in problem.parameters):
        yield by_lookup, 0.1
    if type_.is_optional:
        yield by_presence, 1.0
    elif type_.is_record or type_.is_tuple:
        yield by_choice, 0.3
        yield (by_field if type_.is_record else by_position), 0.7
        yield by_missing_input, 1.0
    elif type_.is_structured:
        yield by_selection, 0.3
        yield by_row, 0.4
        others = [(by_column, 0.3), (by_rows, 0.7)]
        yield from others if keeps_length(problem) else reversed(others)
    else:
        yield from _ways_of_plain(problem)


def _ways_of_plain(problem: Problem) -> Iterator[tuple[Way | None, float]]:
    """The same for a plain type: a search may do it all."""
    type_ = problem.result_type
    rows = [problem.parameters[position].type for position in lists_of_rows(problem)] if type_.is_list else []
    if any(row.is_structured and row.item is not None and not row.item.is_optional for row in rows):
        yield by_row, 0.4
        yield by_alignment, 0.3
        yield None, 0.5
        yield by_rows, 1.0
        return
    if type_ != BOOL and any(parameter.type.is_optional for parameter in problem.parameters):
        yield by_missing_input, 0.6
    if type_ == STR and any(parameter.type.is_structured for parameter in problem.parameters):
        yield by_pieces, 0.6
    may_be_split = _may_be_split(problem) or any(row.is_structured for row in rows)
    yield (_by_search_or_choice, 0.6) if chooses_rows(problem) else (None, 0.4 if may_be_split else 1.0)
    if has_positions(problem):
        yield by_position, 1.0
    elif may_be_split:
        yield by_selection, 0.4
        yield by_row, 0.5
        yield by_rows, 1.0


def _by_search_or_choice(solver: Solver, problem: Problem, budget: Budget) -> list[Piece]:
    """Rows chosen by what is in them: that takes constants, but explains every row that is kept or not."""
    assert isinstance(solver, Decomposition)
    with budget.portion(0.6) as share:
        found = solver.searched(problem, share)
    if found and found[0].cost <= PLAIN:
        return found
    chosen = by_selection(solver, problem, budget)
    if chosen and (not found or chosen[0].cost <= found[0].cost + WORTH_OF_ROWS):
        return chosen
    return found


def _count(type_: Type) -> int:
    """How many plain values a type has in it."""
    inner = (*type_.parts, *filter(None, [type_.item]))
    return sum(map(_count, inner)) if inner else 1
