"""Numbers of kernels: each has one, and those of added primitives leave the built-in ones alone."""

from __future__ import annotations

from induce import primitive
from induce.dsl.language.language import BUILTIN
from induce.search.engine.codegen.numbering import (
    first_own,
    kernels,
    multiset_numbers,
    numbers,
    own_kernels,
    witness_numbers,
)


@primitive("(Int) -> Int", elementwise=True)
def plus_seven(x: int) -> int:
    """Seven more."""
    return x + 7


@plus_seven.kernel
def _(x: int) -> int:
    return x + 7


@primitive("(Int) -> Int", elementwise=True)
def plus_eight(x: int) -> int:
    """Eight more."""
    return x + 8


def test_what_takes_a_function_has_none() -> None:
    without = {row.name for row in BUILTIN.searched.values() if row not in numbers(BUILTIN)}
    assert without == {row.name for row in BUILTIN.searched.values() if row.takes_function} >= {"fold", "map", "filter"}
    assert len(kernels()) == len(numbers(BUILTIN)) + len(witness_numbers()) + len(multiset_numbers())
    assert min(witness_numbers().values()) == len(numbers(BUILTIN))


def test_an_added_kernel_follows_the_built_in_ones() -> None:
    language = BUILTIN.with_primitives([plus_eight, plus_seven])
    added = numbers(language)
    assert {row: number for row, number in added.items() if not row.is_own} == numbers(BUILTIN)
    assert [(row.name, number) for row, number in added.items() if row.is_own] == [("plus_seven", first_own())]
    assert first_own() == len(kernels())
    assert [kernel.function for kernel in own_kernels(language)] == [plus_seven.kernel_function]
