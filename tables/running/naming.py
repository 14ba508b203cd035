"""Programs whose parameters are called as the columns they take, and that take no others."""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...dsl.core.expression import Call, Expression, Function, Variable, walk
from ...dsl.program import Program, parse
from ...dsl.text.parser import ProgramError

UNNAMED = "column"
"""Names a column without letters in its name."""


def used(program: Program) -> tuple[int, ...]:
    """The numbers of the parameters that a program uses."""
    names = {part.name for part in walk(program.body) if isinstance(part, Variable)}
    return tuple(number for number, one in enumerate(program.parameters) if one.name in names)


def only(program: Program, parameters: Sequence[int]) -> Program:
    """The program with some of its parameters alone; the others are not used."""
    return replace(program, parameters=tuple(program.parameters[number] for number in parameters))


def named(program: Program, columns: Sequence[str]) -> Program:
    """The program with its parameters called as columns are; as it is if its text could not be read again."""
    taken = _names_in(program)
    names: dict[str, str] = {}
    for parameter, column in zip(program.parameters, columns, strict=True):
        name = identifier(column)
        while name in taken:
            name += "_"
        taken.add(name)
        names[parameter.name] = name
    parameters = tuple(replace(one, name=names[one.name]) for one in program.parameters)
    renamed = replace(program, parameters=parameters, body=_renamed(program.body, names))
    try:
        same = str(parse(str(renamed), language=program.language)) == str(renamed)
    except ProgramError:
        return program
    return renamed if same else program


def _names_in(program: Program) -> set[str]:
    """The names that mean something else in a program: in its text, and in its Python."""
    inner = {one.name for part in walk(program.body) if isinstance(part, Function) for one in part.parameters}
    nodes = list(ast.walk(ast.parse(program.python())))
    read = {node.id for node in nodes if isinstance(node, ast.Name)}
    imported = {alias.name for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names}
    return (inner | read | imported) - {one.name for one in program.parameters}


def identifier(column: str) -> str:
    """A name for a column in programs."""
    words = re.sub(r"[^a-z0-9]+", "_", column.lower()).strip("_")
    name = words if words[:1].isalpha() else f"{UNNAMED}_{words}".rstrip("_")
    return f"{name}_" if keyword.iskeyword(name) else name


def _renamed(part: Expression, names: Mapping[str, str]) -> Expression:
    match part:
        case Variable(name):
            return replace(part, name=names.get(name, name))
        case Call(_, arguments):
            return replace(part, arguments=tuple(_renamed(one, names) for one in arguments))
        case Function(_, body):
            return replace(part, body=_renamed(body, names))
    return part
