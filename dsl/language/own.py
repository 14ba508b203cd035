"""Primitives that are not built in: their declarations are checked, since nobody has tested them."""

from __future__ import annotations

import ast
import builtins
import dis
import inspect
import keyword
import re
import textwrap
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from ...support.errors import InputError, shown
from ..core.primitive import MODULES, OWN, Declaration, Laws, Primitive
from ..core.types import FLOAT, Type
from ..primitives import character_kernels, decimal_kernels, kernels

MOST_ARGUMENTS = 3
SYNTAX_WORDS = frozenset({"each", "empty", "missing", "true", "false"})
"""Words of the program text that Python does not reserve."""
RESERVED = SYNTAX_WORDS | {"solve", "Int", "Bool", "Str", "Float", "List", "Optional", "Tuple", "Record"}
"""These, the names of types, and what the printed program is called."""
KERNEL_BUILTINS = frozenset({"abs", "bool", "float", "int", "len", "max", "min", "range"})
"""What a kernel may use beside the functions and constants of `SHARED`."""
SHARED = (kernels, character_kernels, decimal_kernels)


def own_primitive(declaration: Declaration) -> Primitive:
    """The primitive that somebody has declared; the same object each time.

    Raises
    ------
    InputError
        If something is wrong with the declaration: one line that names the file, the line and what was expected.
    """
    return _built(declaration, declaration.kernel_function)


@lru_cache(maxsize=256)
def _built(declaration: Declaration, _kernel: Callable[..., Any] | None) -> Primitive:
    place = place_of(declaration.reference)
    if complaint := not_a_function(declaration):
        raise InputError(f"@primitive: {complaint}")
    row = declaration.build(OWN)
    for complaint in _complaints(row, declaration.reference):
        raise InputError(f"{place}: {row.name}: {complaint}")
    return row


def not_a_function(declaration: Declaration) -> str | None:
    """What is to be said if something else was declared: it has no place of its own."""
    if inspect.isfunction(declaration.reference):
        return None
    return f"{shown(declaration.reference)} is not a function; expected one written with def"


def place_of(function: Callable[..., Any]) -> str:
    """File and line of a function, for messages."""
    code = getattr(function, "__code__", None)
    return "@primitive" if code is None else f"{Path(code.co_filename).name}:{code.co_firstlineno}"


def _complaints(row: Primitive, function: Callable[..., Any]) -> Iterator[str]:
    """What is wrong with a declaration, the first things first: later ones rely on earlier ones."""
    if not _is_name(row.name):
        yield f"{row.name!r} cannot be its name; expected ASCII letters, digits and _, and no reserved word"
    if type(row.cost) is not int or row.cost < 1:
        yield f"its cost is {row.cost!r}; expected a positive integer, 4 say"
    yield from _of_signature(row)
    yield from _of_options(row)
    yield from _of_function(row, function)
    if row.kernel is not None:
        yield from _of_kernel(row, row.kernel)


def _is_name(name: object) -> bool:
    if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z_][A-Za-z_0-9]*", name):
        return False
    return not keyword.iskeyword(name) and name not in RESERVED


def _of_signature(row: Primitive) -> Iterator[str]:
    if row.takes_function or row.result.is_function:
        yield f"its signature {row.signature} has a function in it; expected values only"
    if not 1 <= row.arity <= MOST_ARGUMENTS:
        yield f"its signature {row.signature} has {row.arity} parameters; expected 1 to {MOST_ARGUMENTS}"
    types = (*row.parameters, row.result)
    if any(_inmost(type_) == FLOAT for type_ in types):
        yield f"its signature {row.signature} has Float in it, which no search tries; expected Int, Bool, Str and List"
    unbound = {_inmost(type_).name for type_ in types[-1:] if _inmost(type_).is_variable}
    if unbound - {_inmost(type_).name for type_ in row.parameters}:
        yield f"its signature {row.signature} has a result that no argument tells; expected its letter among them"
    if row.elementwise and any(type_.is_sequence for type_ in types):
        yield f"it is elementwise, and its signature is {row.signature}; expected scalars"


def _inmost(type_: Type) -> Type:
    return type_ if type_.item is None else _inmost(type_.item)


def _of_options(row: Primitive) -> Iterator[str]:
    if row.symbol is not None:
        yield f"its symbol is {row.symbol!r}; only built-in primitives are written as operators"
    if row.lazy:
        yield "it is lazy, as only if_else can be; expected a function that takes all of its arguments"
    for name in ("python_for_text", "python_for_scalars"):
        if getattr(row, name) is not None:
            yield f"it has {name}; only built-in primitives may have one"
    if not isinstance(row.laws, Laws):
        yield f"its laws are {row.laws!r:.60}; expected Laws(...)"
    if row.witnesses or row.multiset_witnesses:
        yield "it has a witness; only built-in primitives may have one"


def _of_function(row: Primitive, function: Callable[..., Any]) -> Iterator[str]:
    parameters = list(inspect.signature(function).parameters.values())
    plain = all(one.kind is one.POSITIONAL_OR_KEYWORD and one.default is one.empty for one in parameters)
    if not plain or inspect.iscoroutinefunction(function) or inspect.isgeneratorfunction(function):
        yield "its function is not a plain one; expected parameters without defaults or *, and a value returned"
    if len(parameters) != row.arity:
        yield f"its function takes {len(parameters)} parameters; its signature {row.signature} has {row.arity}"
    if not row.meaning:
        yield "it has no docstring; expected one whose first line says what it means"
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError, IndentationError):
        tree = ast.Module([], [])
    if not tree.body or not isinstance(tree.body[0], ast.FunctionDef):
        yield "its source cannot be read, which is to be printed; expected a function written with def in a file"
    names = [one.name for one in parameters]
    foreign = _foreign_names(function) if row.python is None else _of_template(row.python, names)
    yield from foreign


def _foreign_names(function: Callable[..., Any]) -> Iterator[str]:
    """Names from around the reference, which is printed alone."""
    allowed = "expected built-in functions of Python, and " + ", ".join(sorted(MODULES))
    inner = sorted(function.__code__.co_freevars)
    for name in (*inner, *sorted(set(_global_names(function.__code__)))):
        value = function.__globals__.get(name)
        is_module = isinstance(value, ModuleType) and value.__name__ == name and name in MODULES
        is_builtin = name not in function.__globals__ and hasattr(builtins, name)
        if name in inner or not (is_module or is_builtin):
            yield f"its function uses {name}, which the printed Python does not have; {allowed}"
    if _imports(function.__code__):
        yield f"its function imports within itself; import at the top of the file: {', '.join(sorted(MODULES))}"


def _global_names(code: CodeType) -> Iterator[str]:
    for step in dis.get_instructions(code):
        if step.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            yield str(step.argval)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _global_names(constant)


def _imports(code: CodeType) -> bool:
    inner = [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    return any(step.opname == "IMPORT_NAME" for step in dis.get_instructions(code)) or any(map(_imports, inner))


def _of_template(template: object, parameters: list[str]) -> Iterator[str]:
    try:
        if not isinstance(template, str):
            raise SyntaxError("it is not a text")
        body = ast.parse(template.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError) as error:
        why = getattr(error, "msg", error)
        yield f"its Python template {template!r:.60} cannot be read: {why}; expected an expression"
        return
    nodes = list(ast.walk(body))
    bound = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    bound |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    for name in sorted(used - bound - set(parameters) - MODULES):
        if not hasattr(builtins, name):
            yield f"its Python template uses {name}; expected its parameters: {', '.join(parameters)}"


def _of_kernel(row: Primitive, kernel: Callable[..., Any]) -> Iterator[str]:
    if not inspect.isfunction(kernel):
        yield f"its kernel is {kernel!r:.60}; expected a function written with def"
        return
    names = list(inspect.signature(kernel).parameters)
    words = [1 if row.elementwise or type_.is_word else 2 for type_ in row.parameters]
    expected = sum(words) if row.elementwise else sum(words) + 3
    around = row.elementwise or (names[:1], names[-2:]) == (["mem"], ["out", "cap"])
    if len(names) != expected or not around:
        yield f"its kernel takes ({', '.join(names)}); expected ({', '.join(_kernel_parameters(row, words))})"
    for name in sorted({*kernel.__code__.co_freevars, *_global_names(kernel.__code__)}):
        if name not in KERNEL_BUILTINS and not any(hasattr(module, name) for module in SHARED):
            yield f"its kernel uses {name}; expected what induce.dsl.primitives.kernels has"


def _kernel_parameters(row: Primitive, words: list[int]) -> list[str]:
    """What the parameters of its kernel may be called."""
    names = list(inspect.signature(row.reference).parameters)
    inner = [part for name, count in zip(names, words, strict=True) for part in (name, f"n_{name}")[:count]]
    return inner if row.elementwise else ["mem", *inner, "out", "cap"]
