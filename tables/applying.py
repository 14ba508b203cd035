"""`induce apply PROGRAM TABLE`: a saved program, run on the rows of a table."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..dsl.core.types import BOOL, DECIMAL, INT, STR, Type
from ..dsl.program import Program
from ..support.errors import InputError
from .cells.coding import Coding
from .cells.typed import UNTYPED
from .cells.written import INTEGERS, NUMBERS, TEXT, WORDS, Noted
from .filling import Meter, new_column, output_path, unseen
from .formats.opening import open_table
from .formats.table import Table, Target
from .learning.sheet import Profile, column_named, listed, profile
from .running.evaluating import NAME, Evaluator
from .running.naming import identifier
from .running.passing import Pass, Tally

NEW = "result"
"""The name of the new column, unless another is given."""
READ_AS = {STR: TEXT, INT: INTEGERS, DECIMAL: NUMBERS, BOOL: WORDS}
"""How text is read and written, for each type of a program."""
KINDS = {
    STR: ("text", "date", "time", "time of day"),
    INT: ("integer",),
    DECIMAL: ("number", "integer"),
    BOOL: ("truth",),
}


@dataclass(frozen=True)
class Application:
    """What a program is applied to.

    Parameters
    ----------
    columns
        The inputs, in the order of the parameters; none means those that the parameters are called after.
    to
        The column that is written: a new one, or one there is, whose empty cells are filled.
    """

    program: Program
    path: Path
    columns: Sequence[str] = ()
    to: str = NEW
    output: Path | None = None
    in_place: bool = False
    processes: int = 1
    on_ray: bool = False


@dataclass(frozen=True)
class Applied:
    """What came of it."""

    target: Target
    names: tuple[str, ...]
    tally: Tally
    written: Path
    seconds: float
    notes: tuple[str, ...] = ()


def prepared(application: Application, *, meter: Meter = unseen) -> tuple[Table, Target, tuple[int, ...], Evaluator]:
    """The table, the column that is written, the inputs, and what fills cells.

    Raises
    ------
    InputError
        If the table cannot be read, or the program does not go with it.
    """
    table = open_table(application.path)
    columns = input_columns(application.program, application.columns, table.names)
    target = _target(application.to, table.names)
    found = _looked_at(application.program, table, target, columns, meter)
    evaluator = Evaluator(
        source=application.program.python(NAME),
        codings=tuple(
            coding_for(parameter.type, found.codings[index], table, table.names[index])
            for parameter, index in zip(application.program.parameters, columns, strict=True)
        ),
        blanks=tuple(parameter.type.is_optional for parameter in application.program.parameters),
        output=_output(application.program.body.type, table, target, found, columns),
    )
    return table, target, columns, evaluator


def _looked_at(program: Program, table: Table, target: Target, columns: tuple[int, ...], meter: Meter) -> Profile:
    """How the columns concerned can be read; where types alone say it, the table need not be gone through."""
    concerned = [*columns, *([] if target.index is None else [target.index])]
    types = [*(parameter.type for parameter in program.parameters), program.body.type]
    if isinstance(table.noted(), Noted) and not {BOOL, DECIMAL} & set(map(_plain, types)):
        return Profile(0, [0] * len(table.names), [(TEXT, INTEGERS, NUMBERS)] * len(table.names))
    with meter("reading", None) as told:
        return profile(table, concerned, told=told)


def apply(application: Application, *, meter: Meter = unseen) -> Applied:
    """Apply a program to a table, and write the table with what it gives.

    Raises
    ------
    InputError
        As `prepared`, or if the file cannot be written.
    """
    began = time.monotonic()
    output = output_path(application.path, application.output, in_place=application.in_place)
    assert output is not None
    table, target, columns, evaluator = prepared(application, meter=meter)
    with meter("applying", None) as told, table.writer(output, target) as writer:
        way = Pass(table, evaluator, columns, target.index, told, application.processes, application.on_ray)
        tally = way.run(writer)
    names = tuple(table.names[index] for index in columns)
    return Applied(target, names, tally, output, time.monotonic() - began, table.notes)


def input_columns(program: Program, columns: Sequence[str], names: Sequence[str]) -> tuple[int, ...]:
    """The columns that a program takes.

    Raises
    ------
    InputError
        If there are too few or too many, or no column is called as a parameter is.
    """
    wanted = [parameter.name for parameter in program.parameters]
    if not wanted:
        raise InputError("the program has no parameters; expected one for each column that it is given")
    if columns:
        if len(columns) != len(wanted):
            raise InputError(f"--column: {len(columns)} given; the program takes {len(wanted)} ({', '.join(wanted)})")
        return tuple(column_named(name, names, option="--column") for name in columns)
    called = [identifier(name).rstrip("_") for name in names]
    found = []
    for name in wanted:
        if called.count(name.rstrip("_")) != 1:
            some = "no column is" if name.rstrip("_") not in called else "several columns are"
            raise InputError(
                f"{some} called {name}, as a parameter of the program is; expected --column for each of "
                f"{', '.join(wanted)}, from {listed(names)}"
            )
        found.append(called.index(name.rstrip("_")))
    return tuple(found)


def _target(to: str, names: Sequence[str]) -> Target:
    return Target(names.index(to), to) if names.count(to) == 1 else new_column(to, names)


def coding_for(type_: Type, codings: Sequence[Coding], table: Table, name: str) -> Coding:
    """How the cells of a column are read for a parameter.

    Raises
    ------
    InputError
        If they cannot be.
    """
    plain = _plain(type_)
    if plain in READ_AS:
        for coding in codings:
            if coding.name in KINDS[plain]:
                return coding
        if isinstance(table.noted(), Noted):
            return READ_AS[plain]
    raise InputError(f"column {name} holds no values of the type {type_}, which the program takes")


def _plain(type_: Type) -> Type:
    item = type_.item
    return item if type_.is_optional and item is not None else type_


def _output(type_: Type, table: Table, target: Target, found: Profile, columns: Sequence[int]) -> Coding:
    if target.index is not None and found.filled[target.index]:
        return coding_for(type_, found.codings[target.index], table, target.name)
    if isinstance(table.noted(), Noted):
        if _plain(type_) not in READ_AS:
            raise InputError(f"the program gives {type_}; expected text, numbers or truth values for a cell")
        if _plain(type_) == DECIMAL:  # As those that it is made of.
            numbers = (coding for index in columns for coding in found.codings[index] if coding.name == "number")
            return next(numbers, NUMBERS)
        return READ_AS[_plain(type_)]
    return UNTYPED
