"""Types that signatures leave open, bound to those of arguments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .types import DECIMAL, INT, Type, function_of, list_of, optional


def _admits(variable: Type, type_: Type, *, inside: bool) -> bool:
    if type_.is_function:
        return False
    match variable.name:
        case "e":
            return type_.is_scalar
        case "n":
            return type_ in (INT, DECIMAL)
        case "s":
            return type_.is_flat if inside else type_.is_sequence
    return True


def unify(pattern: Type, type_: Type, bound: Mapping[str, Type], *, inside: bool = False) -> dict[str, Type] | None:
    """Bind the variables of `pattern` so that it becomes `type_`.

    Returns the extended bindings, or None if there are none.
    """
    if pattern.is_variable:
        known = bound.get(pattern.name)
        if known is not None:
            return dict(bound) if known == type_ else None
        return {**bound, pattern.name: type_} if _admits(pattern, type_, inside=inside) else None
    if pattern.item is not None:
        return unify(pattern.item, type_.item, bound, inside=True) if type_.item is not None else None
    if pattern.result is not None:
        return _unify_functions(pattern, type_, bound)
    if pattern.parts:
        alike = pattern.name == type_.name and pattern.keys == type_.keys and len(pattern.parts) == len(type_.parts)
        return _unify_parts(pattern.parts, type_.parts, bound) if alike else None
    return dict(bound) if pattern == type_ else None


def _unify_functions(pattern: Type, type_: Type, bound: Mapping[str, Type]) -> dict[str, Type] | None:
    if pattern.result is None or type_.result is None or len(pattern.parameters) != len(type_.parameters):
        return None
    return _unify_parts((*pattern.parameters, pattern.result), (*type_.parameters, type_.result), bound)


def _unify_parts(patterns: Sequence[Type], types: Sequence[Type], bound: Mapping[str, Type]) -> dict[str, Type] | None:
    extended: dict[str, Type] | None = dict(bound)
    for part, given in zip(patterns, types, strict=True):
        extended = None if extended is None else unify(part, given, extended)
    return extended


def substitute(pattern: Type, bound: Mapping[str, Type]) -> Type:
    """`pattern` with its variables replaced by what they are bound to."""
    if pattern.item is not None:
        return list_of(substitute(pattern.item, bound))
    if pattern.result is not None:
        parameters = (substitute(parameter, bound) for parameter in pattern.parameters)
        return function_of(parameters, substitute(pattern.result, bound))
    if pattern.parts:
        parts = tuple(substitute(part, bound) for part in pattern.parts)
        # What may be missing already is no more optional for being so once more.
        return optional(parts[0]) if pattern.is_optional else replace(pattern, parts=parts)
    return bound[pattern.name] if pattern.is_variable else pattern
