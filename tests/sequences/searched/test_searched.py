"""Rules that the search finds in sequences, and what they are as programs."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest

from induce import Program, parse
from induce.dsl.core.expression import Undefined
from induce.search.task.budget import Budget
from induce.sequences.rules.rule import INDEX
from induce.sequences.searched.forms import FORMS, SuchThat
from induce.sequences.searched.searched import searched_rules

PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
STEPS = [1, 2, 3, 4, 6, 8, 10, 13, 16, 20, 24, 28, 33, 38, 44]
"""Each term adds the root of the one before."""
DOUBLED = [1, 3, 5, 11, 21, 43, 85, 171, 341, 683]
"""Each term adds twice the one before the last."""
SQUARES = [k * k for k in range(12)]


def rules(terms: list[int], form: str, **options: Any) -> list[Any]:
    budget = Budget(None, 1_500_000, 10**9)
    return searched_rules(terms, budget=budget, forms=[one for one in FORMS if one.kind == form], **options)


@pytest.mark.parametrize(
    ("form", "terms", "start"),
    [
        ("program of the index", SQUARES, 0),
        ("program of the index", SQUARES, -2),
        ("numbers such that", PRIMES, 0),
        ("numbers such that", PRIMES, 1),
        ("step", STEPS, 0),
        ("step", STEPS, 5),
        ("terms before", DOUBLED, 0),
        ("terms before", DOUBLED, 1),
    ],
)
def test_each_form_finds_its_rules_and_writes_them_as_programs(form: str, terms: list[int], start: int) -> None:
    known = terms[:-2]
    rule = rules(known, form, start=start)[0]
    assert rule.kind == form
    assert rule.following(len(terms)) == terms
    program = parse(str(rule.program), exact=True)
    scope: dict[str, Any] = {}
    exec(program.python(), scope)
    numbers = range(start, start + len(terms))
    assert [program(n) for n in numbers] == terms == [scope["solve"](n) for n in numbers]


def test_a_rule_holds_for_all_terms_not_only_those_searched_with() -> None:
    assert rules([*range(100), 7], "program of the index") == []
    assert rules([*range(100), 100], "program of the index") != []


@pytest.mark.parametrize("terms", [[1, 2, 3, 4], [10**20 + k for k in range(9)]])
def test_too_few_or_too_large_terms_are_not_searched(terms: list[int]) -> None:
    assert searched_rules(terms) == []


@pytest.mark.parametrize("terms", [[3, 3, 5, 7, 11, 13], [-2, 3, 5, 7, 11], [1, 2, 3, 4, 5, 6]])
def test_only_increasing_natural_numbers_with_gaps_are_numbers_such_that(terms: list[int]) -> None:
    assert rules(terms, "numbers such that") == []


def test_a_condition_that_holds_no_more_ends_the_sequence() -> None:
    (form,) = (one for one in FORMS if one.kind == "numbers such that")
    condition = parse("(k: Int) -> k < 10 and is_even(k)")
    assert list(form.following(condition, [0, 2, 4], 0)) == [0, 2, 4, 6, 8]


@pytest.mark.parametrize(
    ("kind", "text"),
    [("step", "(before: Int, k: Int) -> before * 3"), ("terms before", "(terms: List[Int]) -> last(terms) * 3")],
)
def test_terms_may_outgrow_the_arguments_of_programs(kind: str, text: str) -> None:
    (form,) = (one for one in FORMS if one.kind == kind)
    following = form.following(parse(text), [1, 3], 0)
    assert list(islice(following, 101)) == [3**n for n in range(101)]


def test_the_budget_is_that_of_all_forms_together() -> None:
    budget = Budget(None, 100_000, 10**9)
    searched_rules([2, 9, 4, 1, 7, 33, 12, 0, 5], budget=budget)
    assert 0 < budget.candidates <= 100_000
    assert searched_rules(SQUARES, budget=budget) == []


def test_a_rule_found_with_the_last_of_the_budget_counts() -> None:
    (form,) = (one for one in FORMS if one.kind == "program of the index")
    result = searched_rules(SQUARES, budget=Budget(None, 3_000, 10**9), forms=[form])
    assert result
    assert result[0].following(14) == [k * k for k in range(14)]


def test_numbers_such_that_end_where_their_program_does() -> None:
    form, terms = SuchThat(), [1, 5001]
    condition = parse("(k: Int) -> k % 5000 == 1")
    following = list(islice(form.following(condition, terms, 0), 1000))
    program = Program((INDEX,), form.expression(condition, terms, 0), exact=True)
    assert following == list(range(1, 100_001, 5000))
    assert program(len(following) - 1) == following[-1]
    with pytest.raises(Undefined):
        program(len(following))
