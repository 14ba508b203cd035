"""Primitives at concrete types: which there are, which of them lead anywhere, and how compiled code reads them."""

from __future__ import annotations

import random
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.dsl.core.application import resolve
from induce.dsl.core.expression import Literal, Undefined, Variable, call, evaluate
from induce.dsl.core.layout import encode
from induce.dsl.core.notation import parse_type
from induce.dsl.core.types import BOOL, INT, STR, Type, list_of
from induce.search.engine.compiled.encoding import (
    ARITY,
    BITS,
    BOX,
    COMMUTATIVE,
    DIRECT,
    DISTINCT,
    EACH,
    FIRST_ROOT,
    LAZY,
    MODE,
    RESULT_SCALAR,
    ROOT,
)
from induce.search.engine.instances import (
    Instance,
    encode_instances,
    instance_of,
    instances,
    reachable,
    universe,
    vocabulary,
)
from induce.search.enumeration.evaluation import Evaluator

from ..searches import bank_of, goal_of

INTS, BOOLS, ROWS = list_of(INT), list_of(BOOL), list_of(list_of(INT))
TYPES = universe((ROWS, STR), BOOL)
ALL = instances(TYPES, of_integers=True)


@pytest.mark.parametrize(
    ("parameters", "result", "more"),
    [
        ("Int", "Int", ""),
        ("List[Int]", "Bool", ""),
        ("Str", "Int", "Str, List[Str]"),
        ("Int", "List[Str]", "Str, List[Str]"),
        ("List[List[Str]]", "Int", "Str, List[Str], List[List[Str]], List[List[Bool]]"),
        ("List[List[List[Int]]]", "Int", "List[List[List[Int]]], List[List[Bool]]"),
        ("Int", "List[List[Bool]]", "List[List[Bool]]"),
    ],
)
def test_values_have_the_types_of_parts_of_what_is_given_and_wanted(parameters: str, result: str, more: str) -> None:
    usual = {INT, BOOL, INTS, BOOLS, ROWS}
    found = universe([parse_type(parameters)], parse_type(result))
    assert set(found) == usual | {parse_type(text) for text in more.split(", ") if text}
    assert list(found) == sorted(found, key=str)


def test_every_instance_applies_as_the_language_says() -> None:
    for one in ALL:
        how = resolve(one.primitive, one.arguments, each=one.each)
        assert how is not None, one
        assert (how.result, how.rows) == (one.result, one.rows), one
        assert set(one.arguments) | {one.result} <= set(TYPES)


def test_an_instance_is_found_again_in_a_program() -> None:
    for one in ALL:
        variables = [Variable(f"v{n}", type_) for n, type_ in enumerate(one.arguments)]
        assert instance_of(call(one.primitive, *variables, each=one.each)) == one
    assert len(set(ALL)) == len(ALL)


FLAT = (INT, BOOL, INTS, BOOLS)


def test_no_application_to_flat_values_is_missing() -> None:
    """But for those that the order of the arguments makes superfluous."""
    known = {(one.primitive, one.arguments) for one in ALL if not one.each}
    for row in {one.primitive for one in ALL}:
        for types in product(FLAT, repeat=row.arity):
            how = resolve(row, types)
            exchanged = row.laws.commutative and types[::-1] in {a for p, a in known if p is row}
            if how is not None and how.result in TYPES and not exchanged:
                assert (row, types) in known, f"{row.name} {types}"


def test_primitives_for_integers_are_there_for_integers_only() -> None:
    names = [{one.primitive.name for one in instances((INT,), of_integers=flag)} for flag in (False, True)]
    assert "totient" in names[1] - names[0]
    assert names[0] < names[1]


def naive_reachable(every: tuple[Instance, ...], given_: set[Type], target: Type) -> list[Instance]:
    """Those on a way: made in some order of steps, and needed in some order back."""
    have = set(given_)
    for _ in every:
        have |= {one.result for one in every if all(type_ in have for type_ in one.arguments)}
    made = [one for one in every if all(type_ in have for type_ in one.arguments)]
    needed = {target}
    for _ in made:
        needed |= {type_ for one in made if one.result in needed for type_ in one.arguments}
    return [one for one in made if one.result in needed]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, len(ALL) - 1), max_size=12), st.sets(st.sampled_from(TYPES)), st.sampled_from(TYPES))
def test_what_is_reachable_lies_on_a_way(numbers: set[int], given_: set[Type], target: Type) -> None:
    some = tuple(ALL[number] for number in sorted(numbers))
    assert list(reachable(some, given_, target)) == naive_reachable(some, given_, target)


def test_a_vocabulary_is_what_is_reachable_as_rows() -> None:
    found = vocabulary(TYPES, frozenset([STR]), BOOL)
    assert found.instances == reachable(instances(TYPES), [STR], BOOL)
    assert len(found.instances) == len(found.rows) == len(found.absorbs) > 0
    assert vocabulary(TYPES, frozenset(), BOOL).instances == ()


ROWS_OF, ABSORBS = encode_instances(ALL)
NUMBERS = {one.primitive.name: int(row[ROOT] - FIRST_ROOT) // 2 for one, row in zip(ALL, ROWS_OF, strict=True)}


def test_rows_say_what_is_declared() -> None:
    for one, row in zip(ALL, ROWS_OF, strict=True):
        laws, same = one.primitive.laws, len(set(one.arguments[:2])) == 1 < len(one.arguments)
        assert row[ARITY] == len(one.arguments)
        assert [bool(row[BITS] >> p & 1) for p in range(3)] == [*one.broadcast, False, False, False][:3]
        assert row[MODE] == (BOX if one.boxed else EACH if one.each else DIRECT)
        assert row[RESULT_SCALAR] == (one.result in (INT, BOOL))
        assert row[LAZY] == (one.primitive.name == "if_else")
        assert not row[COMMUTATIVE] or (laws.commutative and same)
        assert not row[DISTINCT] or (laws.distinct and same)
    assert len({int(row[ROOT]) for row in ROWS_OF}) == len({(one.primitive.name, one.each) for one in ALL})


def test_exchanged_arguments_give_the_same_where_a_row_says_so() -> None:
    draw = random.Random(4)
    checked = 0
    for one, row in zip(ALL, ROWS_OF, strict=True):
        if row[COMMUTATIVE]:
            for _ in range(5):
                values = [_drawn(type_, draw) for type_ in one.arguments]
                assert _applied(one, values) == _applied(one, [values[1], values[0], *values[2:]]), one
                checked += 1
    assert checked > 50


def test_what_is_absorbed_is_what_the_laws_name() -> None:
    for one, absorbs in zip(ALL, ABSORBS, strict=True):
        laws = one.primitive.laws
        for position in range(3):
            names = set(laws.absorbs.get(position, ()))
            if laws.associative and position == 0:
                names.add(one.primitive.name)
            wanted = {FIRST_ROOT + 2 * NUMBERS[name] + one.each for name in names if name in NUMBERS}
            assert set(np.flatnonzero(absorbs[position]).tolist()) == wanted


def _drawn(type_: Type, draw: random.Random) -> Any:
    if type_ == STR:
        return "".join(draw.choice("ab, A1") for _ in range(draw.randint(0, 6)))
    if type_ == BOOL:
        return draw.random() < 0.5
    if type_.item is None:
        return draw.randint(-2, 6)
    return [_drawn(type_.item, draw) for _ in range(draw.randint(0, 4))]


def _applied(one: Instance, values: list[Any]) -> Any:
    literals = [Literal(value, type_) for value, type_ in zip(values, one.arguments, strict=True)]
    try:
        return evaluate(call(one.primitive, *literals, each=one.each), {})
    except Undefined:
        return None


@pytest.mark.bounds
@pytest.mark.parametrize("seed", range(2))
def test_what_the_engine_makes_of_every_row_is_what_the_reference_says(seed: int) -> None:
    """One application of every instance to drawn arguments, in the mode and the forms that its row tells."""
    draw, defined = random.Random(seed), 0
    bank = bank_of(TYPES, [(Variable(f"v{n}{type_}", type_), [_drawn(type_, draw)]) for type_ in TYPES for n in "abcd"])
    entries = {type_: list(range(*bank.segments[1, bank.types[type_]].tolist())) for type_ in TYPES}
    words = vocabulary(TYPES, frozenset(TYPES), BOOL, of_integers=True)
    evaluator = Evaluator(bank, words)
    for number, one in enumerate(words.instances):
        chosen = [draw.choice(entries[type_]) for type_ in one.arguments]
        if words.rows[number, COMMUTATIVE]:
            chosen[:2] = sorted(chosen[:2])
        if words.rows[number, DISTINCT] and chosen[0] == chosen[1]:
            continue
        wanted = _applied(one, [bank.value(n, 0, type_) for n, type_ in zip(chosen, one.arguments, strict=True)])
        if wanted is not None and len(encode(wanted, one.result)) >= bank.cap:
            continue
        plan = [number, *(end for n in chosen for end in (n, n + 1)), *[0, 1] * (3 - len(chosen))]
        asked = _drawn(one.result, draw) if wanted is None else wanted
        assert _matches(evaluator, plan, one.result, asked) == (wanted is not None), str(one)
        defined += wanted is not None
    assert defined > 0.6 * len(words.instances)


def _matches(evaluator: Evaluator, plan: list[int], type_: Type, wanted: Any) -> bool:
    """Whether the one candidate of a plan gives a value."""
    bank, tails, solutions = evaluator.bank, evaluator.bank.tails.copy(), np.zeros((4, 4), np.int64)
    goal = goal_of(bank, type_, [wanted])
    _, tried, found = evaluator.match(
        np.array([plan], np.int64), np.array([0, -1, -1, -1], np.int64), 10, goal, 0, bank.tails.copy(), solutions, 0
    )
    bank.tails[:] = tails
    assert tried == 1
    return bool(found)
