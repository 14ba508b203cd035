"""What becomes of all items together: a function of Python on a generator expression."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import replace

from .streams import Stream, written
from .tree import calling

AGGREGATES = {"count_where": "sum", "any_of": "any", "all_of": "all", "first_where": "next", "sum_of": "sum"}
"""The functions of Python that take together what a function says of each item."""

SELECTING = frozenset({"count_where", "first_where"})
"""Those whose function says which items count."""


def aggregate(name: str, stream: Stream, others: Iterable[ast.expr]) -> ast.expr:
    """The call for a primitive of this name on what the function says of each item."""
    loop = written(replace(stream, element=ast.Constant(1)) if name == "count_where" else stream)
    generator = ast.GeneratorExp(loop.elt, loop.generators) if isinstance(loop, ast.ListComp) else loop
    return calling(AGGREGATES[name], generator, *others)
