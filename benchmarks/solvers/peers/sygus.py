"""Tasks as SyGuS problems, in the format SyGuS-IF 2.1.

Strings, integers and truth values have the grammars of the SyGuS competition; lists are sequences, an
extension of cvc5, with functions on them given ready-made. Constants are those that induce starts from.
Only strings have conditionals: elsewhere cvc5 would fit nearly every task by a tree that learns its
examples by heart, and solve fewer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ....dsl.core.types import BOOL, INT, STR, Type
from ....dsl.text.variables import parameters_for
from ....search.cost.literals import literals
from ....search.task.task import Task
from .operators import definitions, items_of, list_sort, operators
from .terms import Function, read, written

SCALARS = {INT: "Int", BOOL: "Bool", STR: "String"}
NONTERMINALS = {
    "Int": "I",
    "Bool": "B",
    "String": "S",
    "(Seq Int)": "Is",
    "(Seq Bool)": "Bs",
    "(Seq String)": "Ss",
}
FUNCTION = "f"


class Unsupported(ValueError):
    """The task has no translation; the message says why."""


def problem(task: Task) -> str:
    """The task as a SyGuS problem that ends with `(check-synth)`.

    Raises
    ------
    Unsupported
        If a type has no translation, or a string a character that SMT-LIB does not have.
    """
    sorts = sorts_of(task)
    return stated(task, {sort: list(_productions(sort, sorts, task)) for sort in sorts}, definitions(sorts))


def stated(task: Task, productions: Mapping[str, Sequence[str]], defined: str) -> str:
    """The task as a SyGuS problem with a grammar.

    Parameters
    ----------
    productions
        By the sort of what they make, that of the output first.
    defined
        The definitions of functions that they use.

    Raises
    ------
    Unsupported
        As `problem` does.
    """
    given = zip(parameter_names(task), map(sort_of, task.parameter_types), strict=True)
    header = " ".join(f"({name} {sort})" for name, sort in given)
    groups = [f"({NONTERMINALS[sort]} {sort} ({' '.join(rows)}))" for sort, rows in productions.items()]
    return "\n".join(
        [
            "(set-logic ALL)",
            defined,
            f"(synth-fun {FUNCTION} ({header}) {sort_of(task.result_type)}",
            f"  ({' '.join(f'({NONTERMINALS[sort]} {sort})' for sort in productions)})",
            "  (" + "\n   ".join(groups) + "))",
            *_constraints(task),
            "(check-synth)",
            "",
        ]
    )


def parameter_names(task: Task) -> list[str]:
    """What the parameters of the function are called."""
    return [parameter.name for parameter in parameters_for(task.parameter_types)]


def sorts_of(task: Task) -> list[str]:
    """The sorts of the grammar, that of the output first.

    Raises
    ------
    Unsupported
        If a type has none.
    """
    types = (task.result_type, *task.parameter_types)
    items = [type_.item for type_ in types if type_.item is not None]
    return list(dict.fromkeys(map(sort_of, (*types, *items, INT, BOOL))))


def function_of(task: Task, output: str) -> Function | None:
    """The function that a solver's output defines for a task; None if there is none in it."""
    match read(output):
        case ((("define-fun", _, _, _, body),),):
            meanings = {row.name: row.meaning for row in operators(sorts_of(task))}
            return Function(tuple(parameter_names(task)), body, meanings)
    return None


def sort_of(type_: Type) -> str:
    """The sort of a type.

    Raises
    ------
    Unsupported
        If it has none.
    """
    if type_.item in SCALARS:
        return list_sort(SCALARS[type_.item])
    if type_ in SCALARS:
        return SCALARS[type_]
    raise Unsupported(f"{type_}: only scalars, strings and flat lists of them are translated to SyGuS")


def _productions(sort: str, sorts: Sequence[str], task: Task) -> Iterator[str]:
    for parameter in parameters_for(task.parameter_types):
        if sort_of(parameter.type) == sort:
            yield parameter.name
    for literal, _ in literals(task):
        if sort_of(literal.type) == sort:
            yield _written(literal.value, literal.type)
    for row in operators(sorts):
        if row.result == sort:
            yield f"({row.name} {' '.join(NONTERMINALS[argument] for argument in row.arguments)})"
    if "String" in sorts and not items_of(sorts):
        yield f"(ite B {NONTERMINALS[sort]} {NONTERMINALS[sort]})"


def _constraints(task: Task) -> Iterator[str]:
    for example in task.train:
        pairs = zip(example.inputs, task.parameter_types, strict=True)
        arguments = " ".join(_written(value, type_) for value, type_ in pairs)
        yield f"(constraint (= ({FUNCTION} {arguments}) {_written(example.output, task.result_type)}))"


def _written(value: object, type_: Type) -> str:
    try:
        return written(value, sort_of(type_))
    except ValueError as error:
        raise Unsupported(str(error)) from None
