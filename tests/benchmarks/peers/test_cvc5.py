"""cvc5 as a solver: what it finds is judged like any other's answer, and it ends in time."""

from __future__ import annotations

import random
from dataclasses import replace
from importlib import metadata
from typing import Any

import pytest

from induce import InputError, Task
from induce.benchmarks.outcome import verdict
from induce.benchmarks.peers.cvc5 import OPTIONS, Cvc5, Cvc5Failed
from induce.benchmarks.peers.operators import Operator, definitions, operators
from induce.benchmarks.peers.process import kill
from induce.benchmarks.peers.terms import written
from induce.benchmarks.solver import Answer, Limits
from induce.dsl.primitive import UNDEFINED_ERRORS

SORTS = ["Int", "Bool", "String", "(Seq Int)", "(Seq Bool)", "(Seq String)"]
OPERATORS = {(row.name, *row.arguments): row for row in (*operators(SORTS), *operators(["Int", "Bool"]))}


def solved(task: Task, *, seconds: float = 20.0) -> Answer:
    solver = Cvc5()
    try:
        return solver.solve(task, Limits(timeout=seconds))
    finally:
        if solver._ahead is not None:
            kill(solver._ahead)


def draw(sort: str, source: random.Random) -> Any:
    match sort:
        case "Int":
            return source.randrange(-3, 5)
        case "Bool":
            return source.random() < 0.5
        case "String":
            return "".join(source.choice('ab1"\\é') for _ in range(source.randrange(5)))
    return [draw(sort[5:-1], source) for _ in range(source.randrange(5))]


def accepts(row: Operator, pairs: list[tuple[list[Any], Any]]) -> bool:
    """Whether cvc5 says that the operator maps these arguments to these values."""
    cvc5 = pytest.importorskip("cvc5")
    names = [f"x{place}" for place in range(len(row.arguments))]
    header = " ".join(f"({name} {sort})" for name, sort in zip(names, row.arguments, strict=True))
    text = f"(set-logic ALL){definitions(SORTS)}(synth-fun f ({header}) {row.result} ((X {row.result}))"
    text += f"((X {row.result} (({row.name} {' '.join(names)})))))"
    for arguments, value in pairs:
        given = " ".join(written(one, sort) for one, sort in zip(arguments, row.arguments, strict=True))
        text += f"(constraint (= (f {given}) {written(value, row.result)}))"
    terms = cvc5.TermManager()
    solver, symbols = cvc5.Solver(terms), cvc5.SymbolManager(terms)
    for name, setting in OPTIONS.items():
        solver.setOption(name, setting)
    parser = cvc5.InputParser(solver, symbols)
    parser.setStringInput(cvc5.InputLanguage.SYGUS_2_1, text + "(check-synth)", "test")
    said = ""
    while not (command := parser.nextCommand()).isNull():
        said += command.invoke(solver, symbols)
    return "define-fun" in said


@pytest.mark.parametrize("row", OPERATORS.values(), ids=lambda row: f"{row.name} {row.arguments}")
def test_operators_mean_what_cvc5_says(row: Operator) -> None:
    source = random.Random(row.name)
    pairs = []
    for _ in range(8):
        arguments = [draw(sort, source) for sort in row.arguments]
        try:
            pairs.append((arguments, row.meaning(*arguments)))
        except UNDEFINED_ERRORS:
            continue
    assert accepts(row, pairs)
    arguments, value = pairs.pop()
    wrong = not value if row.result == "Bool" else value + {"Int": 1, "String": "x"}.get(row.result, value[:1] or [])
