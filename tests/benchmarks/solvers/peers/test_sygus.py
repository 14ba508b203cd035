"""Tasks become SyGuS problems, and terms become values again; none of this needs a solver."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import Task
from induce.benchmarks.solvers.peers.sygus import Unsupported, function_of, problem
from induce.benchmarks.solvers.peers.terms import Function, read, written

VALUES = {
    "Int": st.integers(-(2**53), 2**53),
    "Bool": st.booleans(),
    "String": st.text(st.characters(max_codepoint=0x2FFFF, exclude_categories=["Cs"])),
}
VALUES |= {f"(Seq {sort})": st.lists(values, max_size=4) for sort, values in VALUES.items()}
NUMBERS = Task.from_examples([([3, 1], 1), ([5], 0)])


def called(task: Task, body: str, *inputs: Any) -> Any:
    found = function_of(task, f"(\n(define-fun f (...) Int {body})\n)")
    assert found is not None
    return found(*inputs)


@pytest.mark.parametrize("sort", VALUES)
@given(st.data())
def test_values_come_back_as_they_were(sort: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[sort])
    concat = {"seq.++": lambda *parts: [*chain(*parts)], "seq.unit": lambda item: [item]}
    (term,) = read(written(value, sort))
    assert Function((), term, concat)() == value


def test_a_problem_is_made_of_grammar_and_examples() -> None:
    text = problem(Task.from_examples([(("a\\b", -2), True), (('"', 7), False)]))
    assert "(synth-fun f ((s String) (n Int)) Bool\n  ((B Bool) (S String) (I Int))" in text
    assert '(constraint (= (f "a\\u{5c}b" (- 2)) true))' in text
    assert '(constraint (= (f """" 7) false))' in text
    assert "(ite B S S)" in text
    assert "(Seq" not in text
    assert text.endswith("(check-synth)\n")


def test_lists_come_with_their_functions_and_without_conditionals() -> None:
    text = problem(Task.from_examples([([3, 1], [True, False]), ([], [])]))
    assert "(synth-fun f ((xs (Seq Int))) (Seq Bool)\n  ((Bs (Seq Bool)) (Is (Seq Int)) (B Bool) (I Int))" in text
    assert "(constraint (= (f (as seq.empty (Seq Int))) (as seq.empty (Seq Bool))))" in text
    assert "(define-fun take ((x (Seq Int)) (n Int)) (Seq Int)" in text
    assert "(define-fun take-Bool ((x (Seq Bool)) (n Int)) (Seq Bool)" in text
    assert "(ite B" not in text
    assert "$" not in text
    assert "ITEM" not in text.replace("; Functions", "")


def test_what_has_no_translation_says_why() -> None:
    for examples in ([([[1]], 1)], [([["a"]], "a")]):
        with pytest.raises(Unsupported, match=r"^List\[List\["):
            problem(Task.from_examples(examples))
    with pytest.raises(Unsupported, match="the character"):
        problem(Task.from_examples([("\U00100000", "a")]))


@pytest.mark.parametrize(
    ("body", "inputs", "value"),
    [
        ("(seq.nth xs (- (seq.len xs) 1))", [4, 9], 9),
        ("(seq.nth xs 5)", [4, 9], None),
        ("(seq.nth xs (- 1))", [4, 9], None),
        ("(ite (<= 2 (seq.len xs)) (mod (- 7) 2) (div 1 0))", [4, 9], 1),
        ("(ite (<= 2 (seq.len xs)) (mod (- 7) 2) (div 1 0))", [4], None),
        ("(sum (add (take xs 1) 10))", [4, 9], 14),
        ("(seq.len (range 1000000000))", [4], None),
        ("(- " * 3000 + "1" + ")" * 3000, [4], None),
    ],
)
def test_terms_are_evaluated(body: str, inputs: list[int], value: int | None) -> None:
    assert called(NUMBERS, body, inputs) == value


@pytest.mark.parametrize("output", ["infeasible\n", "fail\n", ""])
def test_without_a_definition_there_is_no_function(output: str) -> None:
    assert function_of(NUMBERS, output) is None
