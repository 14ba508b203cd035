"""Primitives without a template in printed Python: helper functions, called by names of their own."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..core.primitive import Primitive
from ..core.types import Type
from .streams import Value, written
from .templates import helper_name, helper_source, may_be_called
from .tree import load, surely_decimal


class Helpers:
    """The helpers that the Python of one program may call, and what they are called with.

    Parameters
    ----------
    primitives
        Those of the program.
    taken
        Names that mean something else.
    hinted
        The type of which a hint tells.
    """

    def __init__(self, primitives: Iterable[Primitive], taken: set[str], hinted: Callable[[Type], Type]) -> None:
        self.names = {one: helper_name(one, taken) for one in primitives if may_be_called(one)}
        self.hinted = hinted
        self._uses: dict[Primitive, set[tuple[tuple[Type, ...], Type]]] = {}

    def call(self, primitive: Primitive, values: Sequence[Value], types: Sequence[Type], result: Type) -> ast.expr:
        """A call with values of these types."""
        self._uses.setdefault(primitive, set()).add((tuple(types), result))
        given = [surely_decimal(written(value), type_) for value, type_ in zip(values, types, strict=True)]
        return ast.Call(load(self.names[primitive]), given, [])

    def sources(self, called: set[str]) -> Iterator[str]:
        """The sources of the helpers that are called, each with hints if all its uses agree on the types."""
        for primitive, uses in self._uses.items():
            if self.names[primitive] not in called:
                continue
            types, result = next(iter(uses)) if len(uses) == 1 else (None, None)
            types, result = types and tuple(map(self.hinted, types)), result and self.hinted(result)
            yield helper_source(primitive, types, result, name=self.names[primitive])
