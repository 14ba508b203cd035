"""Records in the sources of the loops: what stands for them in what is compiled."""

from __future__ import annotations

import ast

import pytest

from induce.search.engine.codegen.records import Kept, kinds_of, take_apart
from induce.search.engine.compiled.arrays import ArrayKind


def taken_apart(source: str) -> tuple[str, Kept]:
    """Functions as they are compiled, and the attributes that each of them takes."""
    functions = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    kept = take_apart(functions)
    return "\n".join(ast.unparse(ast.fix_missing_locations(function)) for function in functions), kept


def test_attributes_become_parameters() -> None:
    source = "def first(goal: ValueArrays, e: int) -> int:\n    return goal.offsets[e]"
    assert taken_apart(source) == (
        "def first(goal_offsets, e) -> int:\n    return goal_offsets[e]",
        {("first", "goal"): ("offsets",)},
    )


def test_a_function_takes_what_those_that_it_calls_need() -> None:
    source = (
        "def outer(bank: BankArrays, table: HashArrays):\n    return middle(table, bank, bank.cap)\n"
        "def middle(table: HashArrays, given: BankArrays, n):\n    return inner(given, 1) + table.keys[n]\n"
        "def inner(bank: BankArrays, n):\n    return innermost(bank) + bank.width\n"
        "def innermost(bank: BankArrays):\n    bank.mem[0] = 1"
    )
    assert taken_apart(source)[0] == (
        "def outer(bank_mem, bank_width, bank_cap, table_keys):\n"
        "    return middle(table_keys, bank_mem, bank_width, bank_cap)\n"
        "def middle(table_keys, given_mem, given_width, n):\n"
        "    return inner(given_mem, given_width, 1) + table_keys[n]\n"
        "def inner(bank_mem, bank_width, n):\n    return innermost(bank_mem) + bank_width\n"
        "def innermost(bank_mem):\n    bank_mem[0] = 1"
    )


def test_functions_that_call_one_another_in_a_circle_take_the_same() -> None:
    source = (
        "def even(bank: BankArrays, n):\n    return n == 0 or odd(bank, n - bank.cap)\n"
        "def odd(bank: BankArrays, n):\n    return n != 0 and even(bank, n - bank.width)"
    )
    assert taken_apart(source)[1] == {("even", "bank"): ("width", "cap"), ("odd", "bank"): ("width", "cap")}


def test_what_takes_no_record_stays_as_it_is() -> None:
    source = "def mask(keys: UInt64Vector, n):\n    return prefetch(keys, n.bit_length())"
    assert taken_apart(source) == (source.replace(": UInt64Vector", ""), {})


TAKER = "def inner(goal: ValueArrays):\n    return goal.lengths\n"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "def f(goal: ValueArrays):\n    return goal.offset",
            "f: goal.offset: ValueArrays has no offset, only offsets",
        ),
        ("def f(goal: ValueArrays):\n    return goal", "f: goal: expected an attribute"),
        ("def f(goal: ValueArrays):\n    return prefetch(goal, 1)", "f: goal: expected an attribute"),
        ("def f(goal: ValueArrays):\n    goal = 1", "f: goal: expected an attribute"),
        ("def f(goal: ValueArrays):\n    goal_lengths = 1", "f: goal_lengths: expected another name"),
        (TAKER + "def f(goal):\n    return inner(goal)", r"f: inner\(goal\): expected ValueArrays for goal, not goal"),
        (TAKER + "def f(goal: HashArrays):\n    return inner(goal)", "expected ValueArrays for goal"),
        (TAKER + "def f(goal: ValueArrays):\n    return inner(goal, 1)", "expected 1 arguments by position"),
        (TAKER + "def f(goal: ValueArrays):\n    return inner(goal=goal)", "expected 1 arguments by position"),
        ("def f(goal: Values):\n    return goal.offsets", "Values: expected int, a kind of array or a record"),
    ],
)
def test_other_uses_of_a_record_are_refused(source: str, message: str) -> None:
    with pytest.raises(SyntaxError, match=message):
        taken_apart(source)


def test_the_kinds_of_a_parameter() -> None:
    assert kinds_of("int") == {"": ArrayKind("int64", 0)}
    assert kinds_of("Int32Matrix") == {"": ArrayKind("int32", 2)}
    assert kinds_of("HashArrays") == {"keys": ArrayKind("uint64", 1), "entries": ArrayKind("int32", 1)}
    assert kinds_of("BankArrays")["mem"].is_arena
