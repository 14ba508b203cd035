"""Texts with brackets: whether they are nested well, and how deep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ....dsl.core.expression import Expression, Literal, Variable, call
from ....dsl.core.types import BOOL, INT, STR, Type
from ....dsl.language.language import BUILTIN
from ...cost.prior import VARIABLE_COST

PAIRS = ("()", "[]", "{}", "<>")
PAIR_COST = 2
"""What it costs to say which brackets are meant, for each kind of them that occurs."""
MEASURES = {BOOL: BUILTIN.unsearched["is_nested"], INT: BUILTIN.unsearched["nesting_depth"]}


def bracketed(
    parameters: Sequence[Variable], inputs: Sequence[Sequence[Any]], result: Type
) -> Iterator[tuple[int, Expression]]:
    """What may be asked of the brackets in a parameter, most of whose texts have some, with its cost."""
    measure = MEASURES.get(result)
    for place, parameter in enumerate(parameters):
        if parameter.type == STR and measure is not None:
            texts = [given[place] for given in inputs]
            pairs = [pair for pair in PAIRS if any(c in text for text in texts for c in pair)]
            if pairs and 2 * sum(any(c in "".join(pairs) for c in text) for text in texts) > len(texts):
                body = call(measure, parameter, Literal("".join(pairs), STR))
                yield measure.cost + VARIABLE_COST + PAIR_COST * len(pairs), body
