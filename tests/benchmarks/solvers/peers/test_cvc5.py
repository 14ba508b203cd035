"""cvc5 as a solver: what it finds is judged like any other's answer, and it ends in time."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from induce import InputError, Task
from induce.benchmarks.runs.outcome import verdict
from induce.benchmarks.solvers.peers.cvc5 import OPTIONS, Cvc5, Cvc5Failed, _answer
from induce.benchmarks.solvers.peers.operators import Operator, definitions, operators
from induce.benchmarks.solvers.peers.process import Finished, kill
from induce.benchmarks.solvers.peers.terms import written
from induce.benchmarks.solvers.solver import Answer, Limits
from induce.dsl.core.primitive import UNDEFINED_ERRORS

SORTS = ["Int", "Bool", "String", "(Seq Int)", "(Seq Bool)", "(Seq String)"]
OPERATORS = {(row.name, *row.arguments): row for row in (*operators(SORTS), *operators(["Int", "Bool"]))}


pytest.importorskip("cvc5")


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


def other(value: Any, sort: str) -> Any:
    """Another value of the same sort."""
    match sort:
        case "Int":
            return value + 1
        case "Bool":
            return not value
        case "String":
            return value + "x"
    return [*value, draw(sort[5:-1], random.Random(1))]


def accepts(row: Operator, pairs: list[tuple[list[Any], Any]]) -> bool:
    """Whether cvc5 says that the operator maps these arguments to these values."""
    import cvc5

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
    assert not accepts(row, [*pairs, (arguments, other(value, row.result))])


@pytest.mark.parametrize(
    ("examples", "inputs", "outputs"),
    [
        ([(["ab", "cd"], "ab-cd"), (["x", "yz"], "x-yz")], [["q", "r"]], ["q-r"]),
        ([("a b", "b a"), ("cc d", "d cc"), ("e fff", "fff e")], ["gg h"], ["h gg"]),
        ([((3, 4), 7), ((5, 1), 6), ((0, 2), 2)], [(10, 10)], [20]),
        ([([3, 1, 2], [2, 1, 3]), ([5, 1], [1, 5])], [[4, 9, 9]], [[9, 9, 4]]),
        ([([3, 1, 2], 6), ([5, 1], 6), ([], 0)], [[4, 9]], [13]),
        (
            [(("naïve", "ï"), True), (("nail", "ï"), False), (("aïb", "b"), True), (("b", "ab"), False)],
            [("", "ï")],
            [False],
        ),
    ],
)
def test_it_predicts(examples: list[tuple[Any, Any]], inputs: list[Any], outputs: list[Any]) -> None:
    task = Task.from_examples(examples, inputs=inputs, expected=outputs)
    answer = solved(task)
    assert answer.program.startswith("(define-fun f (")
    assert answer.reproduced == [output for _, output in examples]
    assert verdict(task, answer) == "solved"
    assert verdict(replace(task, expected=(None,) * len(inputs)), answer) == "fitted"


def test_texts_in_a_program_are_kept_as_they_are() -> None:
    output = '(\n(define-fun f ((s String)) String (str.++ s "  "))\n)\n'
    answer = _answer(Finished(0, output, ""), Task.from_examples([("a", "a  ")]))
    assert answer.program == '(define-fun f ((s String)) String (str.++ s "  "))'
    assert answer.reproduced == ["a  "]


def test_what_it_cannot_take_is_unsupported() -> None:
    answer = solved(Task.from_examples([([[1], [2]], 2)]))
    assert answer.unsupported.startswith("List[List[Int]]: ")


def test_it_gives_up_in_time_and_goes_on() -> None:
    unsolvable = Task.from_examples([([n, n + 1, 7], [n * n * n % 101] * 9) for n in range(8)])
    easy = Task.from_examples([([3, 1, 2], [2, 1, 3]), ([5, 1], [1, 5])])
    solver = Cvc5()
    solver.prepare()
    answers = [solver.solve(task, Limits(timeout=seconds)) for task, seconds in ((unsolvable, 0.5), (easy, 20.0))]
    assert [answer.claims for answer in answers] == [False, True]
    assert solver._ahead is not None
    kill(solver._ahead)


def test_a_contradiction_has_no_answer() -> None:
    task = Task.from_examples([([1], 1), ([1], 2)], noise=1)
    assert not solved(task, seconds=1.0).claims


def test_it_needs_a_limit_of_time() -> None:
    task = Task.from_examples([(1, 2)])
    with pytest.raises(InputError, match="has no limit of candidates"):
        Cvc5().solve(task, Limits(timeout=None, candidates=1000))


def test_its_end_without_an_answer_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(OPTIONS, "no-such-option", "1")
    with pytest.raises(Cvc5Failed, match="exit code 1: "):
        solved(Task.from_examples([(1, 2)]))
