"""induce and cvc5 are held to the same grammar, with the same meaning."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest

from induce.benchmarks.solvers.peers.sygus import sort_of
from induce.benchmarks.solvers.peers.terms import Function, Term, read, written
from induce.benchmarks.speed.grammars import GRAMMARS, Production
from induce.benchmarks.speed.peers import restricted_search
from induce.benchmarks.speed.unsolvable import unsolvable_task
from induce.dsl.core.expression import Call, Expression, Literal, Undefined, Variable, call, evaluate
from induce.dsl.core.types import BOOL, INT, STR, Type, list_of
from induce.dsl.language.language import BUILTIN
from induce.search.engine.instances import instance_of
from induce.search.enumeration.enumeration import Enumeration
from induce.search.task.settings import MOST_COST

Row = tuple[str, tuple[str, ...], str]
"""An operator, the sorts of its arguments, and that of its result."""

PRODUCTIONS = [
    pytest.param(row, id=f"{kind}-{row.primitive}") for kind, one in GRAMMARS.items() for row in one.productions
]
VALUES: dict[Type, list[Any]] = {
    INT: [0, 1, 2, 3, 7, -1, -5],
    BOOL: [False, True],
    STR: ["", "a", "b", "ab", "bab", "a b", "abab"],
    list_of(INT): [[], [1], [2, 1], [3, 1, 2], [1, 2, 1, 7]],
}
SEQUENCES = {"seq.++": lambda *parts: [*chain(*parts)], "seq.unit": lambda item: [item]}


def search_of(kind: str) -> Enumeration:
    return restricted_search(unsolvable_task(kind), GRAMMARS[kind], 60.0)


def given_to_cvc5(kind: str) -> tuple[set[Row], set[str]]:
    """The productions and the terminals of the SyGuS problem."""
    terms: Any = read(GRAMMARS[kind].problem(unsolvable_task(kind)))
    (function,) = [term for term in terms if term[0] == "synth-fun"]
    *_, declared, groups = function
    sorts = {name: spelled(sort) for name, sort in declared}
    rows = [(row, sorts[name]) for name, _, rows in groups for row in rows]
    productions = {(row[0], tuple(sorts[one] for one in row[1:]), its) for row, its in rows if isinstance(row, tuple)}
    return productions, {row for row, _ in rows if isinstance(row, str)}


def spelled(term: Term) -> str:
    return term if isinstance(term, str) else f"({' '.join(map(spelled, term))})"


def given_to_induce(kind: str) -> set[Row]:
    """What induce can afford to apply, under the names that cvc5 is given."""
    operators = {row.primitive: row.operator for row in GRAMMARS[kind].productions}
    planner = search_of(kind).builder.planner
    rows = zip(planner.vocabulary.instances, planner.costs, planner.outermost, strict=True)
    found = {
        (operators.get(one.primitive.name, one.primitive.name), tuple(map(sort_of, one.arguments)), sort_of(one.result))
        for one, inside, outermost in rows
        if min(inside, outermost) < MOST_COST
    }
    return found


def enumerated_by_induce(kind: str, least: int) -> Iterator[Expression]:
    """The programs in the bank, but for those that no program can afford to be made of."""
    builder = search_of(kind).builder
    builder.grow(least)
    for entry in range(builder.bank.count):
        if builder.bank.cost_of(entry) < MOST_COST:
            yield builder.expression(entry)


def leaves_and_calls(expression: Expression) -> Iterator[Expression]:
    yield expression
    if isinstance(expression, Call):
        for argument in expression.arguments:
            yield from leaves_and_calls(argument)


@pytest.mark.parametrize("kind", GRAMMARS)
def test_both_have_the_same_productions(kind: str) -> None:
    productions, _ = given_to_cvc5(kind)
    assert given_to_induce(kind) == productions
    assert len(productions) == len(GRAMMARS[kind].productions)


@pytest.mark.parametrize("kind", GRAMMARS)
def test_both_start_from_the_same_terminals(kind: str) -> None:
    names = []
    for one in enumerated_by_induce(kind, 2000):
        if isinstance(one, Literal):
            names.append(written(one.value, sort_of(one.type)))
        elif isinstance(one, Variable):
            names.append(one.name)
    assert len(names) == len({*names})
    assert {*names} == given_to_cvc5(kind)[1]


@pytest.mark.parametrize("kind", GRAMMARS)
def test_induce_enumerates_the_grammar_and_nothing_else(kind: str) -> None:
    grammar = GRAMMARS[kind]
    used = set()
    for program in enumerated_by_induce(kind, 20_000):
        for part in leaves_and_calls(program):
            if isinstance(part, Call):
                assert grammar.has(instance_of(part)), program
                used.add(part.primitive.name)
            else:
                assert isinstance(part, Variable) or part in grammar.constants
    assert len(used) > len(grammar.productions) / 2  # What only gives behaviours that are there already is not kept.


class Cvc5:
    """A solver that knows a definition, and the values of terms."""

    def __init__(self, definition: str) -> None:
        cvc5 = pytest.importorskip("cvc5")
        terms = cvc5.TermManager()
        self._solver, self._symbols = cvc5.Solver(terms), cvc5.SymbolManager(terms)
        self._parser = cvc5.InputParser
        self._language = cvc5.InputLanguage.SMT_LIB_2_6
        self._said(f"(set-option :produce-models true)(set-logic ALL){definition}(check-sat)")

    def value(self, term: str) -> Any:
        answer: Any = read(self._said(f"(get-value ({term}))"))
        (((_, value),),) = answer
        return Function((), value, SEQUENCES)()

    def _said(self, text: str) -> str:
        parser, said = self._parser(self._solver, self._symbols), ""
        parser.setStringInput(self._language, text, "test")
        while not (command := parser.nextCommand()).isNull():
            said += command.invoke(self._solver, self._symbols)
        return said


@pytest.mark.parametrize("row", PRODUCTIONS)
def test_where_a_primitive_is_defined_cvc5_has_its_value(row: Production) -> None:
    draw, solver, compared = random.Random(row.primitive), Cvc5(row.definition), 0
    for _ in range(40):
        arguments = [Literal(draw.choice(VALUES[type_]), type_) for type_ in row.arguments]
        applied = call(BUILTIN.searched[row.primitive], *arguments)
        assert applied.type == row.result
        try:
            expected = evaluate(applied, {})
        except Undefined:
            continue
        given = " ".join(written(one.value, sort_of(one.type)) for one in arguments)
        assert solver.value(f"({row.operator} {given})") == expected, applied
        compared += 1
    assert compared >= 5
