"""Deduction row by row, under an ordering, in shapes and at places: what is deduced is right, and finds programs."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from induce import Task, synthesize
from induce.dsl.core.expression import Call, Expression, Literal, Undefined, Variable, call, evaluate
from induce.dsl.core.layout import encode
from induce.dsl.core.notation import parse_type
from induce.dsl.core.types import BOOL, INT, STR, Type, list_of
from induce.dsl.language.language import BUILTIN
from induce.search.engine.instances import Instance, instance_of, instances, universe
from induce.search.strategies.deduction.deduction import Backward
from induce.search.task.settings import MOST_COST

from ....strategies import values
from ...searches import bank_of, context_of, goal_of, search_of, unlimited

pytestmark = pytest.mark.bounds

TYPES = universe((list_of(list_of(INT)), list_of(STR)), list_of(list_of(BOOL)))
LIFTED = [
    (instance, missing)
    for instance in instances(TYPES)
    for missing in instance.primitive.witnesses
    if instance.each or instance.boxed
]


def deduced(
    chosen: Sequence[Instance], type_: Type, wanted: Sequence[Any], given_: Sequence[tuple[Expression, Sequence[Any]]]
) -> list[Expression]:
    """The programs that deduction makes of the goal and a few values, one for each example."""
    bank = bank_of(TYPES, given_)
    backward = Backward(context_of(bank, chosen, unlimited()))
    return [program for _, program in backward.solve(goal_of(bank, type_, wanted), lambda: MOST_COST)]


def value_of(program: Expression, inputs: dict[str, Any]) -> Any:
    try:
        return evaluate(program, inputs)
    except Undefined:
        return None


@pytest.mark.parametrize(
    ("instance", "missing"), LIFTED, ids=[f"{one.primitive.name}-{i}-{n}" for n, (one, i) in enumerate(LIFTED)]
)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_deduced_argument_put_back_gives_the_goal(instance: Instance, missing: int, data: st.DataObject) -> None:
    variables = [Variable(f"v{n}", type_) for n, type_ in enumerate(instance.arguments)]
    program = call(instance.primitive, *variables, each=instance.each)
    examples = []
    for _ in range(data.draw(st.integers(1, 3))):
        inputs = {variable.name: data.draw(values(variable.type)) for variable in variables}
        value = value_of(program, inputs)
        if value is not None and max(len(encode(inputs[v.name], v.type)) for v in variables) < 200:
            examples.append((inputs, value))
    if not examples or max(len(encode(value, instance.result)) for _, value in examples) > 200:
        return
    known = [(v, [inputs[v.name] for inputs, _ in examples]) for v in variables]
    offered = known if data.draw(st.booleans()) else [one for n, one in enumerate(known) if n != missing] or known
    for found in deduced([instance], instance.result, [value for _, value in examples], offered):
        for inputs, value in examples:
            assert evaluate(found, inputs) == value, str(found)


def literal_of(name: str, each: bool, missing: int, goal: tuple[str, Any], known: tuple[str, Any], wanted: str) -> Any:
    """The argument that one example tells: what is the same in all examples becomes a literal."""
    types = {1 - missing: parse_type(known[0]), missing: parse_type(wanted)}
    shape = [Literal(None, types[position]) for position in range(2)]
    chosen = instance_of(call(BUILTIN.searched[name], *shape, each=each))
    variable = Variable("known", parse_type(known[0]))
    for found in deduced([chosen], parse_type(goal[0]), [goal[1]], [(variable, [known[1]])]):
        assert isinstance(found, Call)
        if found.arguments[1 - missing] == variable:
            return evaluate(found.arguments[missing], {"known": known[1]})
    return None


NESTED, FLAT = "List[List[Int]]", "List[Int]"


@pytest.mark.parametrize(
    ("name", "each", "missing", "goal", "known", "wanted", "expected"),
    [
        ("concat", True, 1, (NESTED, [[1, 2], [3, 2]]), (NESTED, [[1], [3]]), NESTED, [[2], [2]]),
        ("concat", True, 1, (NESTED, [[1, 2], [3, 2]]), (NESTED, [[1], [3]]), FLAT, [2]),
        ("concat", True, 1, (NESTED, [[1, 2], [3, 4]]), (NESTED, [[1], [3]]), FLAT, None),
        ("concat", True, 1, (NESTED, [[], [3]]), (NESTED, [[], []]), NESTED, [[], [3]]),
        ("concat", True, 1, (NESTED, []), (NESTED, []), NESTED, []),
        ("concat", True, 1, (NESTED, []), (NESTED, []), FLAT, None),
        ("concat", True, 1, (NESTED, [[1, 2]]), (NESTED, [[1], [3]]), NESTED, [[2]]),
        ("concat", True, 1, (NESTED, [[1, 2]]), (NESTED, [[1], [3]]), FLAT, None),
        ("concat", True, 1, (NESTED, [[1, 2], [3]]), (NESTED, [[1]]), NESTED, None),
        ("append", True, 1, (NESTED, [[1, 7], [9]]), (NESTED, [[1], []]), FLAT, [7, 9]),
        ("append", True, 1, (NESTED, [[1, 7], [7]]), (NESTED, [[1], []]), "Int", 7),
        ("append", True, 1, (NESTED, [[1, 7], [8]]), (NESTED, [[1], []]), "Int", None),
        ("append", True, 0, (NESTED, [[1, 7], [9]]), (FLAT, [7, 9, 5]), NESTED, [[1], []]),
        ("at", True, 1, (FLAT, [2, 3]), (NESTED, [[1, 2], [3, 4]]), FLAT, [1, 0]),
        ("add", True, 1, (NESTED, [[5, 6], [], [9]]), (NESTED, [[1, 2], [], [5]]), "Int", 4),
        ("add", True, 1, (NESTED, [[5, 6], [9]]), (NESTED, [[1, 2], [5]]), FLAT, [4, 4]),
        ("add", True, 1, (NESTED, [[5, 6], []]), (NESTED, [[1, 2], []]), FLAT, None),
        ("add", True, 1, (NESTED, [[5, 6]]), (NESTED, [[1, 2, 3]]), FLAT, None),
        ("concat", True, 1, ("List[Str]", ["ab", "b"]), ("List[Str]", ["a", ""]), "Str", "b"),
        ("concat", True, 0, ("List[Str]", ["ab", "b"]), ("List[Str]", ["b", "b"]), "List[Str]", ["a", ""]),
        ("concat", False, 1, (NESTED, [[1], [2, 3], []]), (NESTED, [[1]]), NESTED, [[2, 3], []]),
        ("concat", False, 1, (NESTED, [[1], [2]]), (NESTED, [[2]]), NESTED, None),
        ("cons", False, 0, (NESTED, [[], [2]]), (NESTED, [[2]]), FLAT, []),
        ("append", False, 1, ("List[Str]", ["a", "bc"]), ("List[Str]", ["a"]), "Str", "bc"),
        ("at", False, 1, (FLAT, [2, 3]), (NESTED, [[1], [2, 3]]), "Int", 1),
        ("compress", False, 1, ("List[Str]", ["b"]), ("List[Str]", ["a", "b"]), "List[Bool]", [False, True]),
    ],
)
def test_what_rows_tell(
    name: str, each: bool, missing: int, goal: tuple[str, Any], known: tuple[str, Any], wanted: str, expected: Any
) -> None:
    assert literal_of(name, each, missing, goal, known, wanted) == expected


def lists(seed: int) -> list[list[int]]:
    draw = random.Random(seed)
    return [[draw.randrange(60) for _ in range(draw.randint(4, 9))] for _ in range(7)]


def tables(seed: int) -> list[list[list[int]]]:
    draw = random.Random(seed)
    return [
        [[draw.randrange(12) for _ in range(draw.randint(1, 4))] for _ in range(draw.randint(2, 4))] for _ in range(7)
    ]


def texts(seed: int) -> list[list[str]]:
    draw = random.Random(seed)
    return [
        ["".join(draw.choice("abcdeXY") for _ in range(draw.randint(1, 6))) for _ in range(draw.randint(2, 5))]
        for _ in range(7)
    ]


REACHED: dict[str, tuple[list[Any], Callable[[Any], Any]]] = {
    "each: an item for each row": (tables(2), lambda rows: [[*row, max(row) + min(row)] for row in rows]),
    "each: three parts": (tables(3), lambda rows: [row + sorted(row) + row[::-1] for row in rows]),
    "each: one list for all rows": (tables(4), lambda rows: [[*row[::-1], 7, 3, 9] for row in rows]),
    "each: an ending": (texts(6), lambda words: [word + "-end!" for word in words]),
    "flatten: an ending for each row": (tables(8), lambda rows: [x for row in rows for x in [*row, 99, 5]]),
    "flatten: an item for each row": (tables(9), lambda rows: [x for row in rows for x in [*row, max(row) * 2]]),
    "interleave": (lists(10), lambda xs: [y for x in xs for y in (x, x * x + 3)]),
    "sort: two lists": (lists(11), lambda xs: sorted([x * x + 1 for x in xs] + [2 * x for x in xs])),
    "sort: constants": (lists(13), lambda xs: sorted([2 * x for x in xs] + [5, 21])),
    "sort: descending": (lists(12), lambda xs: sorted([3 * x for x in xs] + [x + 7 for x in xs], reverse=True)),
    "sort: words": (texts(14), lambda words: sorted([word.upper() for word in words] + words + ["zz"])),
    "where: the mask": (lists(1), lambda xs: [x + 1 if x * x % 7 < 3 else 0 for x in xs]),
    "where: the first value": (lists(6), lambda xs: [7 * x + 19 if x % 2 else x for x in xs]),
    "where: the second value": (lists(9), lambda xs: [0 if x < 20 else sum(xs) - 2 * x for x in xs]),
}
"""Tasks that deduction solves and the search without it does not, within so many candidates."""
BUDGET = 1_500_000


@pytest.mark.parametrize("name", REACHED)
def test_tasks_that_only_deduction_solves(name: str) -> None:
    inputs, function = REACHED[name]
    examples, asked = [(one, function(one)) for one in inputs[:6]], inputs[6:]
    options: dict[str, Any] = {"timeout": None, "max_candidates": BUDGET, "guide": None}
    whole = synthesize(examples, inputs=asked, **options)
    assert whole.status == "solved"
    assert list(whole.predictions) == [function(one) for one in asked]
    assert whole.stats.candidates <= BUDGET
    less = synthesize(examples, inputs=asked, without=["deduction"], **options)
    assert less.status != "solved" or str(less.program) != str(whole.program)


@pytest.mark.parametrize(
    "examples",
    [
        [([[]], [[]]), ([], [])],
        [([[], []], [[1], [1]]), ([[2]], [[2, 1]])],
        [([], []), ([[]], [])],
        [([""], ["", ""]), ([], [""])],
        [([3, 1], [1, 3]), ([], [])],
    ],
    ids=["no rows", "empty rows", "flat and empty", "empty texts", "in order"],
)
def test_boundary_values_end_with_a_right_result(examples: list[tuple[Any, Any]]) -> None:
    result = synthesize(examples, timeout=None, max_candidates=400_000)
    assert result.status != "solved" or all(result.fits)
    assert Task.from_examples(examples).train


def test_the_target_is_not_a_goal_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    search, target = search_of([(3, 17), (8, 91)])
    backward = Backward(search.context)
    opening = SimpleNamespace(promise=0, goal=target, deduction=None, known=0)
    monkeypatch.setattr(backward, "_openings", [opening])
    monkeypatch.setattr(backward, "_values", lambda *_: search.bank.goal_values(target))
    monkeypatch.setattr(backward, "_opened", lambda *_: target)
    assert backward.goals(target, 5) == []
