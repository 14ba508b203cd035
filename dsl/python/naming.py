"""What the variables of printed Python are called."""

from __future__ import annotations

import ast
import builtins
import keyword
from collections.abc import Container, Sequence
from itertools import chain

from ..core.expression import Call, Expression, Variable, bound_variables, renamed
from ..core.primitive import MODULES
from ..core.types import ANY, BOOL, DECIMAL, FLOAT, INT, STR, Type, list_of
from ..text.variables import names_for
from .tree import argument_of, fresh_names

ITEM_NAMES = {
    list_of(INT): ("x", "y", "z", "w"),
    list_of(ANY): ("x", "y", "z", "w"),
    list_of(DECIMAL): ("x", "y", "z", "w"),
    list_of(FLOAT): ("x", "y", "z", "w"),
    list_of(BOOL): ("p", "q", "r"),
    list_of(STR): ("word", "text"),
    STR: ("c", "d"),
}
"""What the items of a sequence are called, by its type."""


MEANINGS = {
    "sum": ("total",),
    "product": ("product",),
    "max": ("largest",),
    "min": ("smallest",),
    "mean": ("average",),
    "median": ("middle",),
    "mode": ("most_common",),
    "len": ("length",),
    "head": ("first",),
    "last": ("last",),
    "sort": ("ordered",),
    "sort_desc": ("descending",),
    "unique": ("distinct",),
    "digits": ("digits",),
    "divisors": ("divisors",),
    "prime_factors": ("factors",),
    "running_sum": ("totals",),
    "differences": ("steps",),
    "words": ("words",),
    "chars": ("chars",),
    "split": ("parts",),
    "numbers": ("numbers",),
    "gcd": ("divisor",),
    "from_float": ("exact",),
    "pairs_of": ("pairs",),
    "combinations_of": ("combos",),
    "subsets_of": ("subsets",),
    "permutations_of": ("orders",),
    "substrings": ("substrings",),
    "sublists": ("sublists",),
    "counted": ("counts",),
    "most_common": ("counts",),
    "runs_of": ("runs",),
    "object_starts": ("starts",),
    "object_sizes": ("sizes",),
    "object_colours": ("colours",),
}
"""What the values of some primitives are called, if they get a name."""


def names_for_value(expression: Expression) -> tuple[str, ...]:
    """Names for the value of an expression: what it is, else what its type suggests."""
    usual = names_for(expression.type)
    if isinstance(expression, Call) and not any(expression.application.rows):
        return (*MEANINGS.get(expression.primitive.name, ()), *usual)
    return usual


def item_names(type_: Type) -> tuple[str, ...]:
    """Names for the items of a sequence."""
    if type_.item is not None and type_.item.is_optional:
        return item_names(list_of(type_.item.parts[0]))
    return ITEM_NAMES.get(type_, ("row", "part"))


def item_names_of(sequence: ast.expr, type_: Type) -> tuple[str, ...]:
    """Names for the items of a sequence, which are characters if it is the list of a text."""
    if isinstance(sequence, ast.Name) and sequence.id == "lines":
        return ("line", *item_names(type_))
    return item_names(STR if type_ == list_of(STR) and argument_of(sequence, "list") is not None else type_)


def told_apart(parameters: Sequence[Variable], body: Expression) -> tuple[tuple[Variable, ...], Expression]:
    """A program whose parameters have no name of Python's own or of a module: `max_` in place of `max` (PEP 8)."""
    taken = {one.name for one in (*parameters, *bound_variables(body))}
    given: dict[Variable, Variable] = {}
    for one in parameters:
        if keyword.iskeyword(one.name) or hasattr(builtins, one.name) or one.name in MODULES:
            name = one.name + "_"
            while name in taken:
                name += "_"
            taken.add(name)
            given[one] = Variable(name, one.type)
    if not given:
        return tuple(parameters), body
    return tuple(given.get(one, one) for one in parameters), renamed(body, given)


def parameter_names(variable: Variable, primitives: Container[str]) -> tuple[str, ...]:
    """Names for a parameter of a function: its own, unless that means something else in Python, or a primitive."""
    name = variable.name
    if keyword.iskeyword(name) or hasattr(builtins, name) or name in primitives or name.startswith("_"):
        return item_names(list_of(variable.type))
    return (name,)


class UnusedNames:
    """Names that nothing else has yet."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = taken

    def first_of(self, usual: tuple[str, ...]) -> str:
        """One of the usual names, or one like the first, which is taken from now on."""
        candidates = chain(usual, fresh_names(usual[0]))
        name = next(new for new in candidates if new not in self.taken)
        self.taken.add(name)
        return name

    def give_back(self, name: str) -> None:
        """Let others take a name that is known in a small place alone."""
        self.taken.discard(name)
