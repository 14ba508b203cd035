"""Calls with different numbers of arguments: what the parameters of their program are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...dsl.core.decimals import without_floats
from ...dsl.core.signature import PLAIN, Signature
from ...dsl.core.types import common_type
from ...support.errors import InputError
from .opaque import opaque_type

MOST_LEFT_OUT = 2
"""Calls may leave out so many arguments that others have."""

Row = tuple[Any, ...]


def signature_of(rows: Sequence[Row], places: Sequence[str], *, shown: int) -> Signature:
    """What a program takes that is called with these arguments, the values of defaults not yet known (None).

    One argument that only some calls have is taken for one with a default, any number of arguments of one type for a
    list. That the calls have different numbers of arguments, the first ones have to show, those with outputs.

    Raises
    ------
    InputError
        If it is neither.
    """
    counts = sorted({len(row) for row in rows})
    if len(counts) == 1:
        return PLAIN
    fewest, most = counts[0], counts[-1]
    if len({len(row) for row in rows[:shown]}) > 1:
        if counts == [fewest, fewest + 1]:
            return Signature(defaults=(None,))
        if rest_begins(rows) is not None:
            return Signature(rest=True)
        if most - fewest <= MOST_LEFT_OUT:
            return Signature(defaults=(None,) * (most - fewest))
    place, row = next(pair for pair in zip(places, rows, strict=True) if len(pair[1]) != len(rows[0]))
    raise InputError(
        f"{place}: {len(row)} arguments; expected {len(rows[0])} as in train[0], or further ones of one type"
    )


def parameters_in(row: Row, signature: Signature, rows: Sequence[Row]) -> Row:
    """The values of the parameters in a call that is one of these."""
    if signature.rest:
        first = rest_begins(rows)
        assert first is not None
        return (*row[:first], [*row[first:]])
    return signature.bound(row, max(map(len, rows)))


def rest_begins(rows: Sequence[Row]) -> int | None:
    """After how many arguments all further ones have one type; None if there is no such place."""
    fewest = min(map(len, rows))
    return next((first for first in range(fewest + 1) if _have_one_type(rows, first)), None)


def _have_one_type(rows: Sequence[Row], first: int) -> bool:
    further = [[*row[first:]] for row in rows]
    try:
        return not common_type([without_floats(one) for one in further]).is_tuple
    except (TypeError, RecursionError):
        return opaque_type(further) is not None
