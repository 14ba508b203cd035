"""Functions as compiled code, called from Python."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Sequence
from typing import Any

from induce.search.engine.codegen.machine import loaded, machine_code
from induce.search.engine.translation.functions import Unit
from induce.search.engine.translation.kinds import BOOL, FLOAT, INT, UNSIGNED, Array, Kind

NUMBERS = itertools.count()
IN_C: dict[Kind, Any] = {INT: ctypes.c_int64, UNSIGNED: ctypes.c_uint64, BOOL: ctypes.c_bool, FLOAT: ctypes.c_double}
VECTOR = Array("int64", 1)


def text_of(function: Any, *arguments: Kind, checked: bool = False) -> str:
    """A function in LLVM's language."""
    unit = Unit(checked=checked)
    unit.function(function, arguments)
    return unit.text


def compiled(function: Any, *arguments: Kind) -> Callable[..., Any]:
    """A function of numbers and vectors, which are given as lists and change in place."""
    unit = Unit()
    name, result = unit.function(function, arguments)
    words = [word for kind in arguments for word in kind.words]
    symbol = f"tested_{next(NUMBERS)}"
    given = ", ".join(f"{word} %a{i}" for i, word in enumerate(words))
    returned = result.words[0]
    unit.add(
        f"define {returned} @{symbol}({given}) {{\n  %r = call {returned} @{name}({given})\n  ret {returned} %r\n}}\n"
    )
    (address,) = loaded([machine_code(unit.text)], [symbol])
    in_c: dict[str, Any] = {
        "i64": ctypes.c_int64,
        "i1": ctypes.c_bool,
        "double": ctypes.c_double,
        "ptr": ctypes.c_void_p,
    }
    kinds = [in_c[word] for word in words]
    called = ctypes.CFUNCTYPE(IN_C[result], *kinds)(address)

    def call(*values: int | float | list[int]) -> Any:
        passed: list[Any] = []
        arrays: list[tuple[list[int], Any]] = []
        for value in values:
            if isinstance(value, list):
                array = (ctypes.c_int64 * max(len(value), 1))(*value)
                arrays.append((value, array))
                passed += [ctypes.addressof(array), len(value)]
            else:
                passed.append(value)
        found = called(*passed)
        for value, array in arrays:
            value[:] = array[: len(value)]
        return found

    return call


def agree(function: Any, *examples: Sequence[Any]) -> None:
    """Assert that a function of integers and vectors does the same compiled as in Python."""
    kinds = [VECTOR if isinstance(value, list) else INT for value in examples[0]]
    fast = compiled(function, *kinds)
    for example in examples:
        mine, yours = ([list(v) if isinstance(v, list) else v for v in example] for _ in range(2))
        assert (fast(*mine), mine) == (function(*yours), yours), example
