"""Every kernel, run uncompiled, against its reference; and that it keeps to its memory."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from induce.check.drawing.applications import bindings
from induce.dsl.core.bounds import within_bounds
from induce.dsl.core.decimals import mapped, of_word, word_of
from induce.dsl.core.layout import decode, encode
from induce.dsl.core.primitive import UNDEFINED_ERRORS, Primitive
from induce.dsl.core.types import LIMIT, Type, list_of
from induce.dsl.core.unification import substitute
from induce.dsl.language.language import BUILTIN
from induce.dsl.primitives.kernels import UNDEFINED

from ...strategies import values

ROWS = [row for row in BUILTIN.searched.values() if row.kernel is not None]


MORE = st.sampled_from([0, 1, 7, 200])
"""Words that a result may have beyond those of the longest argument."""


@cache
def bindings_of(row: Primitive) -> st.SearchStrategy[dict[str, Type]]:
    """What the type variables of a primitive may stand for."""
    return st.sampled_from(bindings(row))


class Memory:
    """A memory that knows who may touch what: arguments are read only, the rest is out of bounds."""

    def __init__(self, arguments: list[list[int]], cap: int) -> None:
        self.words: dict[int, int] = {}
        self.slices: list[tuple[int, int]] = []
        place = 8
        for words in arguments:
            self.words |= {place + i: word for i, word in enumerate(words)}
            self.slices.append((place, len(words)))
            place += len(words) + 3
        self.out, self.end = place, place + 2 * cap

    def __getitem__(self, index: int) -> int:
        if self.out <= index < self.end:
            return self.words.get(index, -777)
        assert index in self.words, f"reads out of bounds at {index - self.out} from out"
        return self.words[index]

    def __setitem__(self, index: int, word: int) -> None:
        assert self.out <= index < self.end, f"writes out of bounds at {index - self.out} from out"
        assert abs(int(word)) < 2**63
        self.words[index] = int(word)


def run_kernel(row: Primitive, arguments: tuple[Any, ...], types: list[Type], result: Type, cap: int) -> Any:
    """The kernel's value, None where it says that there is none."""
    assert row.kernel is not None
    words = [encode(value, type_) for value, type_ in zip(arguments, types, strict=True)]
    if row.elementwise:
        value = row.kernel(*(word[0] for word in words))
        return None if abs(value) > LIMIT else decode([value], result)
    memory = Memory(words, cap)
    given_: list[int] = []
    for pattern, (place, length) in zip(row.parameters, memory.slices, strict=True):
        given_ += [memory[place]] if pattern.is_word else [place, length]
    value = row.kernel(memory, *given_, memory.out, cap)
    if row.result.is_word:
        return None if abs(value) > LIMIT else decode([value], result)
    if value < 0:
        assert value == UNDEFINED
        return None
    assert value <= cap
    return decode([memory[memory.out + i] for i in range(value)], result)


def run_reference(row: Primitive, arguments: tuple[Any, ...]) -> Any:
    try:
        value = row.reference(*arguments)
    except UNDEFINED_ERRORS:
        return None
    return value if within_bounds(value) else None


def as_kernels_see(value: Any, type_: Type) -> Any:
    """A value of a type, its decimals rounded to as many places as a word has."""
    return None if value is None else mapped(lambda number: of_word(word_of(Decimal(number))), value, type_)


def draw_arguments(data: st.DataObject, types: list[Type]) -> tuple[Any, ...]:
    """Arguments of the types; one that could be an item of the first often is one."""
    drawn: list[Any] = []
    for type_ in types:
        first = drawn[0] if drawn and types[0] == list_of(type_) else []
        if first and data.draw(st.booleans()):
            drawn.append(data.draw(st.sampled_from(first)))
        else:
            drawn.append(data.draw(values(type_)))
    return tuple(drawn)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_kernel_agrees_with_reference(row: Primitive, data: st.DataObject) -> None:
    bound = data.draw(bindings_of(row))
    types = [substitute(pattern, bound) for pattern in row.parameters]
    result = substitute(row.result, bound)
    arguments = draw_arguments(data, types)
    longest = max(len(encode(value, type_)) for value, type_ in zip(arguments, types, strict=True))
    cap = max(longest, 1) + data.draw(MORE)
    expected = as_kernels_see(run_reference(row, arguments), result)
    got = run_kernel(row, arguments, types, result, cap)
    if got is None and expected is not None:
        needed = len(encode(expected, result))
        assert needed + 1 >= cap, f"undefined on {arguments}, where the reference has {expected!r}"
    else:
        assert got == expected, arguments
        assert type(got) is type(expected)


def products(kernel: Callable[..., Any]) -> Iterator[ast.BinOp]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(kernel)))
    for part in ast.walk(tree):
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Mult | ast.Pow):
            yield part


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_kernel_never_multiplies_two_values(row: Primitive) -> None:
    """A product of values wraps silently in compiled code; `times` is the way. Lengths are bounded."""
    assert row.kernel is not None
    for product_ in products(row.kernel):
        operands = (product_.left, product_.right)
        if row.elementwise:
            assert any(isinstance(operand, ast.Constant) for operand in operands), ast.unparse(product_)
        assert not any(isinstance(operand, ast.Subscript) for operand in operands), ast.unparse(product_)
