"""Where values have no order, the printed Python has a value wherever its program has one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any
from warnings import catch_warnings

import pytest

from induce.check.judging.values import alike
from induce.dsl.core.application import resolve
from induce.dsl.core.expression import Undefined, call
from induce.dsl.core.types import ANY, BOOL, DECIMAL, INT, KINDS, STR, Type, list_of, optional, record_of
from induce.dsl.core.unification import substitute
from induce.dsl.language.language import BUILTIN
from induce.dsl.program import Program, parse
from induce.dsl.text.variables import parameters_for

FEW: dict[Type, tuple[Any, ...]] = {
    INT: (0, 1),
    BOOL: (False, True),
    STR: ("", "a"),
    DECIMAL: (1.0, 0.5),
    ANY: (1, None),
    record_of({"x": INT}): ({"x": 2}, {"x": 1}),
}
UNORDERED = (optional(INT), ANY, record_of({"x": INT}))
ROWS = [row for row in BUILTIN.vocabulary.values() if not row.takes_function and row.rule is None]


def few(type_: Type) -> list[Any]:
    """Some values of a type, lists with none, one and two items among them."""
    if type_.is_optional:
        return [None, *few(type_.parts[0])[:1]]
    if type_.item is None:
        return [*FEW[type_]]
    items = few(type_.item)[:4]
    return [*map(list, [(), *product(items), *product(items, repeat=2)])]


def programs_over(unordered: Type) -> Iterator[Program]:
    """A program for each primitive that takes values of the type, or lists of them."""
    bound = {**dict.fromkeys(KINDS, unordered), "n": INT, "s": list_of(unordered)}
    for row in ROWS:
        types = [substitute(pattern, bound) for pattern in row.parameters]
        parameters = parameters_for(types)
        if types != [*row.parameters] and resolve(row, types) is not None:
            yield Program(parameters, call(row, *parameters))


@pytest.mark.parametrize("unordered", UNORDERED, ids=str)
def test_what_has_no_order_is_not_compared(unordered: Type) -> None:
    for program in programs_over(unordered):
        space: dict[str, Any] = {}
        exec(program.python(), space)
        for arguments in product(*(few(parameter.type) for parameter in program.parameters)):
            try:
                expected = program(*arguments)
            except Undefined:
                continue
            assert alike(space["solve"](*arguments), expected), f"{program} on {arguments}"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("(p: Bool) -> coalesce(some(9.25), 1.5)", "9.25"),
        ("(p: Bool) -> is_missing(some(-1))", "False"),
        ("(n: Int) -> is_missing(some(n + 1))", "False"),
    ],
)
def test_a_constant_is_not_asked_whether_it_is_missing(text: str, body: str) -> None:
    with catch_warnings(action="error"):
        source = parse(text).python()
        compile(source, "printed", "exec")
    assert source.endswith(f"    return {body}\n")
