"""What a program is made of, numbered: the productions of a grammar that knows types, and where a program begins.

The probability of a program under such a grammar is the product, over its
nodes, of the probability of the node's production given the nonterminal that it
is to replace: the kind of its type, or the start symbol for the outermost one
(Ellis et al., "DreamCoder", PLDI 2021, where the context is each node's parent).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from types import MappingProxyType

from ...dsl.core.expression import Call, Expression, Function, Literal, walk
from ...dsl.core.primitive import Primitive
from ...dsl.core.types import BOOL, INT, KINDS, STR, Type, function_of, list_of
from ...dsl.core.unification import substitute
from ...dsl.language.language import BUILTIN

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

NONTERMINAL_NAMES = (*TypeClass.__members__, "START")

_TYPE_CLASSES = {
    INT: TypeClass.INT,
    BOOL: TypeClass.BOOL,
    STR: TypeClass.STR,
    list_of(INT): TypeClass.INTS,
    list_of(BOOL): TypeClass.BOOLS,
    list_of(STR): TypeClass.STRS,
}


def is_known(type_: Type) -> bool:
    """Whether the guide has learnt of values of a type."""
    return is_known(type_.item) if type_.item is not None else type_ in _TYPE_CLASSES


def type_class_of(type_: Type) -> TypeClass:
    """The kind of a type; all lists of lists are one."""
    return _TYPE_CLASSES.get(type_, TypeClass.NESTED)


@cache
def productions() -> tuple[str, ...]:
    """The productions by number: the common primitives, the variables as one, and literals."""
    small = (f"integer {value}" for value in SMALL_INTEGERS)
    return (*BUILTIN.common, VARIABLE, *small, "integer", "text", "truth", "list")


@dataclass(frozen=True)
class Production:
    """A production as weights name it: for a primitive with its signature and meaning, which it was learnt with."""

    name: str
    signature: str = ""
    meaning: str = ""


@cache
def described() -> tuple[Production, ...]:
    """The productions by number, with all that tells whether one is still the same."""
    known = BUILTIN.common
    return tuple(
        Production(name, _signature(known[name]), known[name].meaning) if name in known else Production(name)
        for name in productions()
    )


def _signature(row: Primitive) -> str:
    """The signature as it was learnt: of numbers the guide knows integers only."""
    meant = {letter: Type(letter) for letter in KINDS} | {"n": INT}
    return str(substitute(function_of(row.parameters, row.result), meant))


def matched(learnt: Sequence[Production]) -> tuple[Mapping[str, int], tuple[str, ...]]:
    """What was learnt of productions that are still the same, and the names of those that have changed since.

    Those that are new, or that there are no more, are in neither.

    Returns
    -------
    numbers
        The numbers, among those learnt, by name.
    changed
    """
    now = {one.name: one for one in described()}
    same = {one.name: number for number, one in enumerate(learnt) if now.get(one.name) == one}
    changed = tuple(one.name for one in learnt if one.name in now and one.name not in same)
    return MappingProxyType(same), changed


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
    return numbers().get(name_of(expression))


def name_of(expression: Expression) -> str:
    """The name of the production that an expression begins with.

    Raises
    ------
    TypeError
        For a function, which is an argument of a primitive and has none.
    """
    match expression:
        case Call(primitive):
            return primitive.name
        case Literal(value, type_):
            return _literal(value, type_)
        case Function():
            raise TypeError("a function has no production")
    return VARIABLE


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
    """A digest of names and order: a training goes on under the same numbering only."""
    return hashlib.sha256("\n".join((*NONTERMINAL_NAMES, *productions())).encode()).hexdigest()[:16]
