"""Functions, and what they need, as one text in LLVM's language.

A function is translated anew for every combination of kinds of arguments.
The kinds of its variables follow from what they are assigned: it is
translated again until no assignment widens one any more.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

import numpy as np

from .code import returned
from .expressions import slot
from .kinds import NOTHING, Array, Kind, Untranslatable, Value
from .operations import DECLARED
from .statements import Statements

CHECKS = "@failed = internal global i64 0\n@outside = internal global [2 x i64] zeroinitializer, align 16\n"
"""Where accesses are checked: whether one has failed, and the word that is accessed instead."""


@dataclass(frozen=True)
class Source:
    """A function as it is written, and what its names mean."""

    node: ast.FunctionDef
    names: Mapping[str, Any]

    @classmethod
    def of(cls, function: Callable[..., Any]) -> Source:
        """The source of a function of Python's.

        Raises
        ------
        Untranslatable
            If it is not written with `def`.
        """
        assert isinstance(function, FunctionType)
        code = function.__code__
        node = _definitions(Path(code.co_filename).read_text(encoding="utf-8")).get(code.co_firstlineno)
        if node is None:
            raise Untranslatable(f"{code.co_name}: expected a function written with def")
        return cls(node, function.__globals__)

    @property
    def parameters(self) -> list[str]:
        return [one.arg for one in self.node.args.args]


@cache
def _definitions(text: str) -> Mapping[int, ast.FunctionDef]:
    """The functions of a file with this text, by the line that each begins at: a file may change meanwhile."""
    tree = ast.parse(text)
    found = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {node.decorator_list[0].lineno if node.decorator_list else node.lineno: node for node in found}


class Unit:
    """Functions that are compiled together.

    Parameters
    ----------
    checked
        Whether every access to an array is checked.
    """

    def __init__(self, *, checked: bool = False) -> None:
        self.checked = checked
        self._functions: dict[tuple[Callable[..., Any], tuple[Kind, ...]], tuple[str, Kind]] = {}
        self._arrays: dict[int, tuple[np.ndarray, str]] = {}
        self._texts: list[str] = []
        self._count = 0
        self._begun: list[Callable[..., Any]] = []

    @property
    def text(self) -> str:
        """All functions so far."""
        arrays = [_array_text(name, array) for array, name in self._arrays.values()]
        return "\n".join([DECLARED, *([CHECKS] if self.checked else []), *arrays, *self._texts])

    def function(self, function: Callable[..., Any], arguments: Sequence[Kind]) -> tuple[str, Kind]:
        """The name and the result of a function for arguments of these kinds; it is translated if need be.

        Raises
        ------
        Untranslatable
            If it is not written in the part of Python that can be compiled.
        """
        key = (function, tuple(arguments))
        if key not in self._functions:
            if function in self._begun:
                raise Untranslatable(f"{function.__name__} calls itself")
            self._begun.append(function)
            self._functions[key] = self.translated(Source.of(function), arguments)
            self._begun.pop()
        return self._functions[key]

    def translated(self, source: Source, arguments: Sequence[Kind]) -> tuple[str, Kind]:
        """The name and the result of a function that is added."""
        if len(source.parameters) != len(arguments):
            raise Untranslatable(f"{source.node.name} takes {len(source.parameters)} arguments")
        self._count += 1
        symbol = f"f{self._count}.{source.node.name}" if source.node.name.isascii() else f"f{self._count}"
        text, result = _Translation(self, source, arguments).text(symbol)
        self._texts.append(text)
        return symbol, result

    def add(self, text: str) -> None:
        """Add a function that is written in LLVM's language."""
        self._texts.append(text)

    def array(self, array: np.ndarray) -> Value:
        """An array that is known when the code is compiled."""
        if array.dtype != np.int64 or array.ndim != 1:
            raise Untranslatable("an array that is known beforehand has one dimension, of 64-bit integers")
        _, name = self._arrays.setdefault(id(array), (array, f"array.{len(self._arrays)}"))
        return Value(Array("int64", 1), (f"@{name}", str(array.size)))


def _array_text(name: str, array: np.ndarray) -> str:
    items = ", ".join(f"i64 {item}" for item in array.tolist())
    return f"@{name} = internal constant [{array.size} x i64] [{items}]"


class _Translation:
    """One function for arguments of certain kinds."""

    def __init__(self, unit: Unit, source: Source, arguments: Sequence[Kind]) -> None:
        self.unit, self.source = unit, source
        self.given: dict[str, Value] = {}
        for name, kind in zip(source.parameters, arguments, strict=True):
            self.given[name] = Value(kind, tuple(f'%"{name}:{i}"' for i in range(len(kind.words))))
        nodes = (node for one in source.node.body for node in ast.walk(one))
        assigned = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        self.moving = {name: value for name, value in self.given.items() if name in assigned}
        self.still = {name: value for name, value in self.given.items() if name not in assigned}

    def text(self, symbol: str) -> tuple[str, Kind]:
        """The function in LLVM's language, and what it returns."""
        kinds: dict[str, Kind] = {}
        result: Kind | None = None
        while True:
            code = Statements(self.unit, self.source.names, self.still, kinds, result)
            for name, value in self.moving.items():
                code.assign(name, value)
            code.body(self.source.node.body)
            result = code.result if code.result is not None else NOTHING
            if code.is_settled:
                break
        if code.is_reached:
            if result != NOTHING:
                raise Untranslatable(f"{self.source.node.name} may end without a result")
            code.end("ret void")
        return self._define(symbol, code, result), result

    def _define(self, symbol: str, code: Statements, result: Kind) -> str:
        parameters = ", ".join(
            f"{kind} {word}"
            for value in self.given.values()
            for kind, word in zip(value.kind.words, value.words, strict=True)
        )
        slots = [
            f"  {slot(name, i)} = alloca {word}"
            for name, kind in code.kinds.items()
            for i, word in enumerate(kind.words)
        ]
        return "\n".join(
            [f"define internal {returned(result)} @{symbol}({parameters}) {{", *slots, *code.lines, "}", ""]
        )
