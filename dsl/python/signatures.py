"""What a printed function takes: any number of arguments, and arguments that may be left out."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from ..core.decimals import Style
from ..core.signature import Signature
from ..core.types import Type
from .decimals import constant
from .templates import hint_of

READERS = frozenset({"all", "any", "enumerate", "len", "list", "max", "min", "set", "sorted", "sum", "tuple", "zip"})
"""Functions that return the same for a tuple as for a list."""


def take(function: ast.FunctionDef, signature: Signature, types: Sequence[Type], style: Style) -> None:
    """Give a function the signature of its program, with defaults in the style of its decimals.

    Further arguments come as a tuple: it becomes a list where that makes a difference.
    """
    arguments = function.args
    if signature.rest:
        rest = arguments.args.pop()
        item = types[-1].item
        assert item is not None
        rest.annotation = ast.parse(hint_of(item), mode="eval").body
        arguments.vararg = rest
        if any(_needs_list(statement, rest.arg) for statement in function.body):
            function.body.insert(0, ast.parse(f"{rest.arg} = list({rest.arg})").body[0])
    texts = [constant(value, exact=style is Style.EXACT) for value in signature.defaults]
    arguments.defaults = [ast.parse(text, mode="eval").body for text in texts]


def _needs_list(node: ast.AST, name: str) -> bool:
    """Whether something is done with the arguments of this name that tells a tuple from a list."""
    uses = sum(isinstance(part, ast.Name) and part.id == name for part in ast.walk(node))
    return uses > sum(isinstance(part, ast.Name) and part.id == name for part in _read_alike(node))


def _read_alike(node: ast.AST) -> Iterator[ast.AST]:
    """Values that are read in ways in which tuples and lists are alike."""
    for part in ast.walk(node):
        match part:
            case ast.Call(func=ast.Name(id=reader), args=values) if reader in READERS:
                yield from (value for value in values if reader not in ("max", "min") or len(values) == 1)
            case ast.Call(func=ast.Attribute(attr="join" | "isdisjoint"), args=values):
                yield from values
            case ast.comprehension(iter=value) | ast.For(iter=value):
                yield value
            case ast.Subscript(value=value, slice=index) if not isinstance(index, ast.Slice):
                yield value
            case ast.Compare(left=_, ops=[ast.In() | ast.NotIn()], comparators=[value]):
                yield value
