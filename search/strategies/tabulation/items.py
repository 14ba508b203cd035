"""What tables run over: primitives of what is known."""

from __future__ import annotations

from ....dsl.core.expression import Literal, call
from ....dsl.core.primitive import Primitive
from ....dsl.core.types import INT
from ....dsl.language.language import BUILTIN
from ..context.context import Known

SUB = BUILTIN.searched["sub"]


def of_one(primitive: Primitive, known: Known) -> Known:
    """What a primitive makes of something; no dearer, as a table is over all of its input."""
    values = [primitive.reference(value) for value in known.values]
    return Known(known.cost, call(primitive, known.express()).type, values, lambda: call(primitive, known.express()))


def less_one(known: Known) -> Known:
    """A number less one."""
    values = [value - 1 for value in known.values]
    return Known(known.cost, INT, values, lambda: call(SUB, known.express(), Literal(1, INT)))
