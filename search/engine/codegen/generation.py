"""What is compiled: for every kernel and every entry point of the loops a function that is called by address.

A kernel is called alike for every primitive, with three slices of the arena
and a place for its result; `_wrapped` puts its own parameters in between. An
entry point gets two addresses: of the words that it is given, an array being
its address and shape, and of where its results go.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Annotated, Any, Protocol, get_args, get_origin, get_type_hints

from ....dsl.primitives.kernels import LIMIT, copy
from ..compiled import fits, loops, probes, stepping, walking
from ..compiled.arrays import ArrayKind
from ..translation.functions import Source, Unit
from ..translation.kinds import INT, Array, Kind, Record, Untranslatable
from .numbering import Kernel, kernels

LOOPS = (loops, probes, fits, stepping, walking)
"""The modules that have entry points."""
COMPILED = Path(loops.__file__).parent
KERNELS_A_UNIT = 48
"""So many kernels are compiled together: enough to share what they call, and few enough to share out the work."""
CHECKED = "INDUCE_BOUNDSCHECK"
"""The environment variable that asks for checks."""


def is_checked() -> bool:
    """Whether every access to an array is to be checked."""
    return os.environ.get(CHECKED, "0") not in {"", "0"}


@dataclass(frozen=True)
class Parameter:
    """A parameter of an entry point: what Python passes for it, by attribute of a record or under an empty name."""

    name: str
    kinds: Mapping[str, ArrayKind]

    @property
    def kind(self) -> Kind:
        """What compiled code has in its place."""
        kinds = tuple(map(_translated, self.kinds.values()))
        return Record(tuple(self.kinds), kinds) if "" not in self.kinds else kinds[0]


@dataclass(frozen=True)
class EntryPoint:
    """A function of the loops that Python calls: its parameters, and how many integers it returns."""

    name: str
    parameters: tuple[Parameter, ...]
    results: int


@dataclass(frozen=True)
class Job:
    """Functions that are compiled together: the kernels from a number on, or the entry points of a module."""

    name: str
    functions: tuple[str, ...]
    kernels: tuple[Kernel, ...] = ()

    def text(self) -> str:
        """The functions in LLVM's language.

        Raises
        ------
        Untranslatable
            If one is not written in the part of Python that can be compiled.
        """
        unit = Unit(checked=is_checked())
        for symbol, kernel in zip(self.functions, self.kernels, strict=False):
            _add_kernel(unit, symbol, kernel)
        if not self.kernels:
            module = next(module for module in LOOPS if _stem(module) == self.name)
            for symbol in self.functions:
                _add_entry(unit, symbol, vars(module)[symbol])
        return unit.text


@cache
def jobs() -> tuple[Job, ...]:
    """What the built-in language needs, the longest jobs first."""
    of_loops = [Job(_stem(module), tuple(function.__name__ for function in _functions(module))) for module in LOOPS]
    return (*of_loops, *kernel_jobs(kernels()))


def kernel_jobs(rows: Sequence[Kernel], first: int = 0) -> tuple[Job, ...]:
    """The jobs for some kernels, which have numbers from `first` on."""
    found = []
    for start in range(0, len(rows), KERNELS_A_UNIT):
        part = tuple(rows[start : start + KERNELS_A_UNIT])
        names = tuple(kernel_symbol(first + start + i) for i in range(len(part)))
        found.append(Job(f"kernels_{first + start:03}", names, part))
    return tuple(found)


def kernel_symbol(number: int) -> str:
    """The name of a compiled kernel."""
    return f"kernel_{number}"


def _stem(module: Any) -> str:
    return str(module.__name__.rpartition(".")[2])


# Entry points.


@cache
def entry_points() -> tuple[EntryPoint, ...]:
    """The functions of the loops whose result is annotated."""
    return tuple(entry_point(function) for module in LOOPS for function in _functions(module))


def _functions(module: Any) -> list[FunctionType]:
    return [
        found
        for found in vars(module).values()
        if isinstance(found, FunctionType) and found.__module__ == module.__name__ and "return" in found.__annotations__
    ]


def entry_point(function: Callable[..., Any]) -> EntryPoint:
    """A function of the loops as an entry point.

    Raises
    ------
    Untranslatable
        If a parameter does not say what it takes.
    """
    hints = get_type_hints(function, include_extras=True)
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    for name in names:
        if name not in hints:
            raise Untranslatable(f"{name}: expected an annotation, as a parameter of an entry point")
    parameters = tuple(Parameter(name, kinds_of(hints[name])) for name in names)
    return EntryPoint(function.__name__, parameters, str(function.__annotations__["return"]).count("int"))


def kinds_of(hint: Any) -> Mapping[str, ArrayKind]:
    """What a parameter with this annotation stands for: the attributes of a record, else itself under an empty name.

    Raises
    ------
    Untranslatable
        If there is no such kind of array and no such record.
    """
    if isinstance(hint, type) and Protocol in hint.__bases__:
        return {name: _kind(one) for name, one in get_type_hints(hint, include_extras=True).items()}
    if hint is int or get_origin(hint) is Annotated:
        return {"": _kind(hint)}
    raise Untranslatable(f"{hint}: expected int, a kind of array or a record, as compiled/arrays.py declares them")


def _kind(hint: Any) -> ArrayKind:
    found: ArrayKind = ArrayKind("int64", 0) if hint is int else get_args(hint)[1]
    return found


def _translated(kind: ArrayKind) -> Kind:
    return Array(kind.item, kind.dimensions) if kind.dimensions else INT


def _add_entry(unit: Unit, symbol: str, function: Callable[..., Any]) -> None:
    """Add the function around an entry point that reads what it is given, and writes its results."""
    entry = entry_point(function)
    kinds = [parameter.kind for parameter in entry.parameters]
    name, result = unit.function(function, kinds)
    lines, given = [], []
    for place, word in enumerate(word for kind in kinds for word in kind.words):
        lines += [f"%p{place} = getelementptr i64, ptr %words, i64 {place}", f"%w{place} = load {word}, ptr %p{place}"]
        given.append(f"{word} %w{place}")
    returned = "{" + ", ".join(result.words) + "}" if len(result.words) > 1 else "".join(result.words) or "void"
    call = f"call {returned} @{name}({', '.join(given)})"
    lines.append(f"%result = {call}" if entry.results else call)
    for i in range(entry.results):
        part = "%result" if entry.results == 1 else f"%r{i}"
        if entry.results > 1:
            lines.append(f"{part} = extractvalue {returned} %result, {i}")
        lines += [f"%q{i} = getelementptr i64, ptr %results, i64 {i}", f"store i64 {part}, ptr %q{i}"]
    if unit.checked:
        lines += ["%status = load i64, ptr @failed", "store i64 0, ptr @failed"]
    lines.append(f"ret i64 {'%status' if unit.checked else 0}")
    unit.add(_defined(f"i64 @{symbol}(ptr %words, ptr %results)", lines))


# Kernels.

SLICES = ("a", "b", "c")


def _add_kernel(unit: Unit, symbol: str, kernel: Kernel) -> None:
    """Add a kernel with the parameters that all kernels have."""
    source = _wrapped(kernel)
    name, _ = unit.translated(source, [INT, Array("int64", 1), *[INT] * 8])
    words = ", ".join(f"i64 %{word}" for word in source.parameters[2:])
    # The length of the arena lies before it, and before that is noted that a check has failed.
    lines = ["%at = getelementptr i64, ptr %mem, i64 -1", "%length = load i64, ptr %at"]
    lines.append(f"%result = call i64 @{name}(i64 %bits, ptr %mem, i64 %length, {words})")
    if unit.checked:
        lines += ["%note = getelementptr i64, ptr %mem, i64 -2", "%old = load i64, ptr %note"]
        lines += ["%failed = load i64, ptr @failed", "%new = or i64 %old, %failed", "store i64 %new, ptr %note"]
        lines.append("store i64 0, ptr @failed")
    unit.add(_defined(f"i64 @{symbol}(i64 %bits, ptr %mem, {words})", [*lines, "ret i64 %result"]))


def _defined(head: str, lines: Sequence[str]) -> str:
    return "\n".join([f"define {head} {{", *(f"  {line}" for line in lines), "}", ""])


def _wrapped(row: Kernel) -> Source:
    """A function that takes what all kernels take and calls this one, for every item if it is elementwise."""
    words = SLICES[: len(row.parameters)]
    if row.function is None:
        body = LAZY
    elif row.elementwise:
        given = ", ".join(f"mem[{word} + i * s_{word}]" for word in words)
        bounds = "".join(BOUND.format(word=word, position=position) for position, word in enumerate(words))
        body = f"n = cap if bits != 0 else 1\n{bounds}{ELEMENTWISE.format(given=given)}"
    else:
        slices = zip(words, row.parameters, strict=True)
        given = ", ".join(f"mem[{word}]" if type_.is_word else f"{word}, n_{word}" for word, type_ in slices)
        body = (WORD_RESULT if row.result.is_word else SLICE_RESULT).format(given=given)
    node = _parsed(body)
    return Source(node, {"kernel": row.function, "copy": copy, "LIMIT": LIMIT})


@cache
def _parsed(body: str) -> ast.FunctionDef:
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    (node,) = ast.parse(f"def wrapped(bits, mem, a, n_a, b, n_b, c, n_c, out, cap):\n{lines}").body
    assert isinstance(node, ast.FunctionDef)
    return node


LAZY = """\
chosen, n = (b, n_b) if mem[a] != 0 else (c, n_c)
if n < 0 or n > cap:
    return -1
return copy(mem, chosen, n, out)
"""
BOUND = """\
s_{word} = (bits >> {position}) & 1
if s_{word} == 1 and n_{word} < n:
    n = n_{word}
"""
ELEMENTWISE = """\
if n >= cap and bits != 0:
    return -1
for i in range(n):
    value = kernel({given})
    if value > LIMIT or value < -LIMIT:
        return -1
    mem[out + i] = value
return n
"""
WORD_RESULT = """\
value = kernel(mem, {given}, out, cap)
if value > LIMIT or value < -LIMIT:
    return -1
mem[out] = value
return 1
"""
SLICE_RESULT = """\
value = kernel(mem, {given}, out, cap)
return value if value >= 0 else -1
"""
