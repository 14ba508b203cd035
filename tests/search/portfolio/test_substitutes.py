"""Rivals of doubted programs, in which pieces are taken out in another way."""

from __future__ import annotations

from induce import parse, synthesize
from induce.dsl.core.expression import Expression
from induce.dsl.program import Program
from induce.search.answer.solutions import Solution
from induce.search.portfolio.substitutes import Substitutes, with_part
from induce.search.task.problem import Problem
from induce.search.task.task import Task

REQUESTS = [("GET /index.html 200 12ms", 200), ("POST /api/login 401 7ms", 401)]


def body(text: str) -> Expression:
    return parse(f"(s: Str) -> {text}").body


def rivals(program: str, asked: list[str]) -> set[str]:
    problem = Problem.of(Task.from_examples(REQUESTS, inputs=asked))
    found = Substitutes(problem).of([Solution(10, body(program), 10)])
    return {str(Program(problem.parameters, one)).partition(") -> ")[2] for one in found}


def test_another_way_to_the_same_piece() -> None:
    found = rivals("to_number(head(numbers(s)))", ["HEAD /f-1.png 404 2ms", "PUT /b 200 9ms"])
    assert "to_number(at(words(s), 2))" in found
    assert "to_number(head(numbers(s)))" not in found


def test_a_program_that_nothing_speaks_against_has_no_rivals() -> None:
    assert not rivals("to_number(head(numbers(s)))", ["PUT /b 200 9ms"])
    assert not rivals("to_number(head(numbers(s)))", [])


def test_without_time_there_are_none() -> None:
    problem = Problem.of(Task.from_examples(REQUESTS, inputs=["HEAD /f-1.png 404 2ms"]))
    found = [Solution(10, body("to_number(head(numbers(s)))"), 10)]
    assert [*Substitutes(problem).of(found)]
    assert not [*Substitutes(problem, lambda: True).of(found)]


def test_a_part_is_replaced_wherever_it_stands() -> None:
    part, other = body('after(s, " ")'), body("last(words(s))")
    whole = body('concat(after(s, " "), take(after(s, " "), 1))')
    assert with_part(whole, part, other) == body("concat(last(words(s)), take(last(words(s)), 1))")


def test_the_rival_is_the_answer_where_what_the_bank_kept_is_strange() -> None:
    asked = ["DELETE /item/9 204 120ms", "HEAD /f-1.png 200 2ms"]
    result = synthesize(REQUESTS, inputs=asked, timeout=None, max_candidates=300_000)
    assert result.predictions == [204, 200]
