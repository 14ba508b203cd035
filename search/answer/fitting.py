"""Which values an argument may have, as the inputs given show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...dsl.core.bounds import within_bounds
from ...dsl.core.types import Type, common_type, infer_type, settle
from ...dsl.core.values import has_type


def types_in(given: Sequence[tuple[Any, ...]]) -> list[Type | None]:
    """The type of each argument over all inputs: whether a list is a tuple shows in several. None for any kind."""
    return [_type_of(column) for column in zip(*given, strict=True)]


def _type_of(column: Sequence[Any]) -> Type | None:
    try:
        return settle(common_type(column))
    except TypeError:
        return None


def may_be(made: Any, value: Any, type_: Type | None) -> bool:
    """Whether an argument of a type may be what was made of a value that it has; that alone if there is no type."""
    return has_type(made, settle(infer_type(value)) if type_ is None else type_) and within_bounds(made)
