"""The bank is filled: every behaviour once and at its least cost, and no law loses one."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from typing import Any

import pytest

from induce import Task
from induce.dsl.core.expression import Call, Literal, Variable, evaluate, walk
from induce.dsl.core.types import BOOL, INT, STR, list_of
from induce.dsl.core.values import same_value
from induce.dsl.program import parse
from induce.dsl.text.variables import parameters_for
from induce.search.cost.prior import DefaultPrior
from induce.search.engine.bank import LEAST_FOR_COLUMNS, OutOfMemory
from induce.search.engine.instances import instance_of
from induce.search.enumeration.steps import result_of
from induce.search.enumeration.storing import DEAR_TERMINAL, BankBuilder
from induce.search.enumeration.terminals import terminals_of
from induce.search.task.budget import Budget
from induce.search.task.problem import Problem
from induce.search.task.terminal import Terminal

from ..searches import FewPrimitives, NaiveBank, SmallLanguage, behaviours_of, resident, unlimited

pytestmark = pytest.mark.bounds

INTS = list_of(INT)


def number(value: int) -> Literal:
    return Literal(value, INT)


LANGUAGES: dict[str, tuple[SmallLanguage, int]] = {
    "lists": (SmallLanguage({"reverse": 2, "tail": 2, "concat": 2, "sort": 3}, [INTS], INTS), 9),
    "two numbers": (SmallLanguage({"sub": 2, "mod": 2, "lt": 1}, [INT, INT], BOOL, [(number(2), 2)]), 10),
    "sums": (
        SmallLanguage({"add": 2, "mul": 2}, [INT, INT], INT, [(number(0), 2), (number(1), 2), (number(3), 2)]),
        11,
    ),
    "a choice": (SmallLanguage({"if_else": 2, "lt": 2, "sub": 1, "not": 1}, [INT, INT], INT, [(number(1), 1)]), 8),
    "items and lists": (SmallLanguage({"sub": 2, "head": 1, "iota": 2}, [INTS], INTS, [(number(1), 1)]), 9),
    "rows": (SmallLanguage({"sum": 1, "reverse": 2, "flatten": 1, "concat": 1}, [list_of(INTS)], INTS), 7),
    "texts": (
        SmallLanguage({"concat": 2, "words": 2, "reverse": 2, "head": 1}, [STR], STR, [(Literal("-", STR), 2)]),
        9,
    ),
}


def inputs_of(language: SmallLanguage, seed: int, examples: int = 3) -> list[list[Any]]:
    """The inputs of some examples."""
    draw = random.Random(seed)

    def value(type_: Any) -> Any:
        if type_ == INT:
            return draw.randint(-9, 9)
        if type_ == STR:
            return "".join(draw.choice("ab ") for _ in range(draw.randint(0, 6)))
        return [value(type_.item) for _ in range(draw.randint(2, 4))]

    return [[value(type_) for type_ in language.parameters] for _ in range(examples)]


def filled(
    language: SmallLanguage, inputs: Sequence[Sequence[Any]], most: int, budget: Budget | None = None
) -> BankBuilder:
    builder = language.builder(inputs, budget)
    for level in range(1, most + 1):
        assert result_of(builder.store(level)) is None
    return builder


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", LANGUAGES)
def test_every_behaviour_is_stored_once_and_at_its_least_cost(name: str, seed: int) -> None:
    language, most = LANGUAGES[name]
    inputs = inputs_of(language, seed)
    builder = filled(language, inputs, most)
    found = behaviours_of(builder.bank)
    naive = NaiveBank(FewPrimitives(language.costs), builder.instances, language.terminals(inputs)).grow(most)
    assert len(found) == len(dict(found)) > 25
    assert dict(found) == naive.costs


@pytest.mark.parametrize("name", LANGUAGES)
def test_many_examples_are_evaluated_side_by_side_and_give_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    language, most = LANGUAGES[name]
    inputs = inputs_of(language, 3, LEAST_FOR_COLUMNS)
    side_by_side = filled(language, inputs, most)
    assert side_by_side.bank.columns > 0
    monkeypatch.setattr("induce.search.engine.bank.LEAST_FOR_COLUMNS", LEAST_FOR_COLUMNS + 1)
    one_by_one = filled(language, inputs, most)
    assert one_by_one.bank.columns == 0
    assert behaviours_of(side_by_side.bank) == behaviours_of(one_by_one.bank)
    entries = range(one_by_one.bank.count)
    assert [*map(side_by_side.expression, entries)] == [*map(one_by_one.expression, entries)]


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_stored_program_has_the_value_and_the_cost_of_its_entry(name: str) -> None:
    language, most = LANGUAGES[name]
    inputs = inputs_of(language, 5)
    builder = filled(language, inputs, most)
    names = [parameter.name for parameter in parameters_for(language.parameters)]
    constants = dict(language.constants)
    for entry, ((type_, values), cost) in enumerate(behaviours_of(builder.bank)):
        program = builder.expression(entry)
        assert program.type == type_
        assert repr([evaluate(program, dict(zip(names, row, strict=True))) for row in inputs]) == values
        parts = (
            language.costs[part.primitive.name] + part.each if isinstance(part, Call) else constants.get(part, 1)  # type: ignore[arg-type]
            for part in walk(program)
        )
        assert cost == builder.bank.cost_of(entry) == sum(parts), str(program)


@pytest.mark.parametrize("name", LANGUAGES)
def test_no_stored_program_has_a_form_that_a_law_makes_redundant(name: str) -> None:
    language, most = LANGUAGES[name]
    builder = filled(language, inputs_of(language, 5), most)
    numbers = {builder.expression(entry): entry for entry in range(builder.bank.count)}
    for program in numbers:
        if isinstance(program, Call):
            laws, (first, *others) = program.primitive.laws, program.arguments
            absorbed = {p: set(names) for p, names in laws.absorbs.items()}
            if laws.associative:
                absorbed.setdefault(0, set()).add(program.primitive.name)
            for position, argument in enumerate(program.arguments):
                inner = isinstance(argument, Call) and argument.each == program.each and argument.primitive.name
                assert inner not in absorbed.get(position, ()), str(program)
                if isinstance(argument, Literal) and position in laws.identity and argument.type == INT:
                    lifted = instance_of(program).broadcast[position]
                    assert lifted or not same_value(argument.value, laws.identity[position]), str(program)
            if others and first.type == others[0].type:
                assert not (laws.distinct and first == others[0]), str(program)
                assert not laws.commutative or numbers[first] <= numbers[others[0]], str(program)


def builder_for(examples: list[tuple[Any, Any]], budget: Budget) -> BankBuilder:
    """What fills the bank of a usual search."""
    problem, prior = Problem.of(Task.from_examples(examples)), DefaultPrior()
    return BankBuilder(
        problem.signature, tuple(terminals_of(problem, prior)), prior, budget,
        examples=len(problem.examples), longest=problem.longest,
    )  # fmt: skip


LISTS: list[tuple[Any, Any]] = [([3, 1, 2], [9, 12]), ([5, 4], [7]), ([0, 8, 8, 1], [1, 2, 99])]


def test_the_bank_grows_level_by_level_until_it_has_enough() -> None:
    builder = builder_for(LISTS, unlimited())
    builder.grow(500)
    assert builder.bank.count >= 500
    assert builder.bank.first_of_cost(builder.level - 1) < 500, "one level less would not have done"
    before = builder.bank.count, builder.level
    builder.grow(500)
    assert (builder.bank.count, builder.level) == before


@pytest.mark.parametrize("limit", [1, 29_999, 70_000])
def test_storing_ends_with_the_candidates(limit: int) -> None:
    builder = builder_for(LISTS, Budget(timeout=None, max_candidates=limit, memory=10**8))
    stops = [result_of(builder.store(level)) for level in range(1, 20) if builder.bank.count < 10**5]
    assert "candidates" in stops
    assert stops[0] in (None, "candidates")


def test_a_level_that_takes_too_much_of_what_is_left_is_not_afforded() -> None:
    builder = builder_for(LISTS, Budget(timeout=None, max_candidates=100_000, memory=10**8))
    builder.grow(4000)
    work = sum(builder.planner.to_store(builder.level + 1, type_).work for type_ in builder.bank.types)
    budget = builder._budget
    budget.max_candidates = budget.total + int(work / 0.6) + 10
    assert builder.affords(builder.level + 1)
    budget.max_candidates = budget.total + int(work / 0.6) - 10
    assert not builder.affords(builder.level + 1)


def test_without_memory_what_is_stored_stays_right() -> None:
    least = 500_000
    full, whole = builder_for(LISTS, unlimited(least)), builder_for(LISTS, unlimited())
    stops = []
    for level in range(1, 30):
        stops.append(result_of(full.store(level)))
        if stops[-1]:
            break
    assert set(stops[:-1]) == {None}
    assert stops[-1] == "memory"
    while whole.level < full.level:
        assert result_of(whole.store(whole.level + 1)) is None
    some, every = dict(behaviours_of(full.bank)), dict(behaviours_of(whole.bank))
    assert 100 < len(some) < len(every)
    assert some.items() <= every.items()
    assert full.bank.bytes() <= least
    full.grow(10**6)
    assert full.bank.count == len(some), "no further value fits"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux")
def test_a_bank_takes_what_it_says_and_no_more_than_it_may() -> None:
    memory = 4 * 10**7
    builder = builder_for(LISTS, unlimited(memory))
    before = resident()
    builder.grow(10**7)
    taken = resident() - before
    assert builder.bank.bytes() > 0.5 * memory
    assert 0.7 * builder.bank.bytes() < taken < 1.2 * memory


def test_memory_that_does_not_hold_the_examples_is_told_at_once() -> None:
    with pytest.raises(OutOfMemory):
        builder_for(LISTS, unlimited(50_000))


def test_dear_constants_are_stored_ahead_and_again_at_their_own_cost() -> None:
    dear = Literal([7, 7, 7], INTS)
    language = SmallLanguage({"reverse": 1, "cons": 1}, [INT], INTS, [(number(7), 1), (dear, DEAR_TERMINAL)])
    builder = language.builder([[1], [2]])
    assert [builder.expression(entry) for entry in range(builder.bank.count)] == [dear]
    assert builder.bank.cost_of(0) == DEAR_TERMINAL
    assert behaviours_of(builder.bank) == [], "out of order"
    single = SmallLanguage({"cons": 1}, [INT], INTS, [(number(7), 1), (Literal([], INTS), 1), (dear, DEAR_TERMINAL)])
    builder = filled(single, [[1], [2]], 7)
    assert ((INTS, repr([[7, 7, 7]] * 2)), 7) in behaviours_of(builder.bank)


def test_an_entry_is_a_terminal_for_another_search() -> None:
    builder = filled(LANGUAGES["lists"][0], [[[3, 1]], [[2]]], 3)
    place = next(n for n in range(builder.bank.count) if str(builder.expression(n)).count("reverse"))
    terminal = builder.terminal(place, INTS, cost=4)
    assert (terminal.cost, list(terminal.values)) == (4, [[1, 3], [2]])
    assert terminal.body == builder.expression(place)


def test_a_dear_reading_does_not_hide_what_behaves_like_it() -> None:
    reading = Terminal(parse('(s: Str) -> at(matches(s, "[A-Z]+"), 0)').body, 14, ["J", "M"])
    text = Variable("s", STR)
    builder = BankBuilder(
        (STR, STR), [Terminal(text, 1, ["Jane A", "Mark T"]), reading, Terminal(Literal(1, INT), 2, [1, 1])],
        DefaultPrior(), Budget(timeout=None, max_candidates=None, memory=10**8), examples=2, longest=6,
    )  # fmt: skip
    builder.grow(400)
    entries = [entry for cost in range(1, 8) for entry in builder.bank.equal(STR, cost, {0: "J", 1: "M"})]
    assert [builder.expression(entry) for entry in entries] == [parse("(s: Str) -> take(s, 1)").body]


@pytest.mark.parametrize("words", [666, 6_000, 60_000])
def test_values_longer_than_those_of_the_task_have_room(words: int) -> None:
    rows = [[*range(words)], [*range(words, 0, -1)]]
    terminal = Terminal(Variable("xs", INTS), 1, rows)
    prior = FewPrimitives({"reverse": 2, "tail": 2, "init": 2, "indices": 2, "sort": 3})
    builder = BankBuilder(
        (INTS, INTS), [terminal], prior,
        Budget(timeout=None, max_candidates=None, memory=10**9), examples=2, longest=1,
    )  # fmt: skip
    builder.grow(100)
    bank = builder.bank
    assert bank.count > 24
    for entry in range(bank.count):
        if bank.type_id_of(entry) == bank.types[INTS]:
            expression = builder.expression(entry)
            assert bank.values(entry, INTS) == [evaluate(expression, {"xs": row}) for row in rows]
