"""What a program is made of, numbered: the productions of a grammar that knows types, and where a program begins.

The probability of a program under such a grammar is the product, over its
nodes, of the probability of the node's production given the nonterminal that it
is to replace: the kind of its type, or the start symbol for the outermost one
(Ellis et al., "DreamCoder", PLDI 2021, where the context is each node's parent).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import cache
from types import MappingProxyType

from ...dsl.core.expression import Call, Expression, Function, Literal, walk
from ...dsl.core.types import BOOL, INT, STR, Type, list_of
from ...dsl.primitives.table import common

SMALL_INTEGERS = range(-1, 11)
"""Literals with a production each; all others of a type share one."""
VARIABLE = "variable"


class TypeClass(IntEnum):
    """Types, as far as the guide tells them apart."""

    INT = 0
    BOOL = 1
    STR = 2
    INTS = 3
    BOOLS = 4
    STRS = 5
    NESTED = 6


START_SYMBOL = len(TypeClass)
"""The nonterminal of a whole program; the others are the kinds of the parts inside."""
NONTERMINALS = len(TypeClass) + 1

_TYPE_CLASSES = {
    INT: TypeClass.INT,
    BOOL: TypeClass.BOOL,
    STR: TypeClass.STR,
    list_of(INT): TypeClass.INTS,
    list_of(BOOL): TypeClass.BOOLS,
    list_of(STR): TypeClass.STRS,
}


def type_class_of(type_: Type) -> TypeClass:
    """The kind of a type; all lists of lists are one."""
    return _TYPE_CLASSES.get(type_, TypeClass.NESTED)


@cache
def productions() -> tuple[str, ...]:
    """The productions by number: the common primitives, the variables as one, and literals."""
    small = (f"integer {value}" for value in SMALL_INTEGERS)
    return (*common(), VARIABLE, *small, "integer", "text", "truth", "list")


@cache
def numbers() -> Mapping[str, int]:
    """The numbers of the productions by name."""
    return MappingProxyType({name: number for number, name in enumerate(productions())})


def production_of(expression: Expression) -> int | None:
    """The number of the production that an expression begins with; None for a primitive that the guide does not know.

    Raises
    ------
    TypeError
        For a function, which is an argument of a primitive and has none.
    """
    match expression:
        case Call(primitive):
            return numbers().get(primitive.name)
        case Literal(value, type_):
            return numbers()[_literal(value, type_)]
        case Function():
            raise TypeError("a function has no production")
    return numbers()[VARIABLE]


def _literal(value: object, type_: Type) -> str:
    if type_ == INT:
        return f"integer {value}" if value in SMALL_INTEGERS else "integer"
    if type_.is_list:
        return "list"
    return "text" if type_ == STR else "truth"


def nodes_of(expression: Expression) -> Iterator[tuple[int, int]]:
    """Nonterminal and production of every node that the guide knows, those in the bodies of functions included."""
    for part in walk(expression):
        production = None if isinstance(part, Function) else production_of(part)
        if production is not None:
            yield START_SYMBOL if part is expression else int(type_class_of(part.type)), production


@cache
def numbering_hash() -> str:
    """A digest of names and order: weights mean nothing under another numbering."""
    return hashlib.sha256("\n".join((*TypeClass.__members__, "START", *productions())).encode()).hexdigest()[:16]
