"""Kernels as statements of another function: they leave in `value` what they would have returned."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from induce.search.engine.codegen.inlining import RESULT, inlined


def plain(x, y):  # type: ignore[no-untyped-def]
    """A docstring that is dropped."""
    double = 2 * x
    return double + y


def early(x, y):  # type: ignore[no-untyped-def]
    if x < 0:
        return -1
    if y == 0:
        return 0
    return x // y


def searching(x, y):  # type: ignore[no-untyped-def]
    for i in range(x):
        for j in range(y):
            if i * j == 6:
                return i
            if i + j > 9:
                break
        if i == 5:
            return 50 + y
    return 99


def stepping(x, y):  # type: ignore[no-untyped-def]
    total = 0
    while total < 30:
        total += max(x, 1)
        if total % 7 == y % 7:
            return total
        elif total > 25:
            break
    total += 1
    return total


def writing(mem, x, y):  # type: ignore[no-untyped-def]
    for i in range(min(x, 4)):
        if i == y:
            return i
        mem[i] = x + i
    return 4


def run(kernel: Callable[..., Any], prefix: str, values: dict[str, int], mem: list[int]) -> tuple[int, set[str]]:
    """The value that the statements leave, and the local names that they use."""
    (node,) = ast.parse(textwrap.dedent(inspect.getsource(kernel))).body
    assert isinstance(node, ast.FunctionDef)
    body = inlined(node, {name: f"given_{name}" for name in values}, prefix)
    scope: dict[str, Any] = {**{f"given_{name}": value for name, value in values.items()}, "mem": mem}
    before = set(scope)
    module = ast.fix_missing_locations(ast.Module(body=body, type_ignores=[]))
    exec(compile(module, "inlined", "exec"), scope)
    return scope[RESULT], set(scope) - before - {"__builtins__"}


KERNELS = [plain, early, searching, stepping, writing]


@pytest.mark.parametrize("kernel", KERNELS, ids=lambda kernel: kernel.__name__)
@settings(max_examples=60)
@given(x=st.integers(-3, 9), y=st.integers(-3, 9))
def test_the_value_is_what_the_kernel_returns(kernel: Callable[..., Any], x: int, y: int) -> None:
    ours, theirs = [0] * 5, [0] * 5
    wanted = kernel(theirs, x, y) if kernel is writing else kernel(x, y)
    assert run(kernel, "k_", {"x": x, "y": y}, ours)[0] == wanted
    assert ours == theirs


@pytest.mark.parametrize("kernel", KERNELS, ids=lambda kernel: kernel.__name__)
def test_kernels_in_one_function_share_no_names(kernel: Callable[..., Any]) -> None:
    _, names = run(kernel, "k7_", {"x": 3, "y": 4}, [0] * 5)
    assert all(name.startswith("k7_") for name in names - {RESULT, "left"})
    assert {"k7_x", "k7_y"} <= names


def test_a_kernel_that_only_ends_with_a_return_needs_no_loop() -> None:
    (node,) = ast.parse(textwrap.dedent(inspect.getsource(plain))).body
    assert isinstance(node, ast.FunctionDef)
    assert not any(isinstance(part, ast.While) for part in inlined(node, {"x": "a", "y": "b"}, "k_"))
