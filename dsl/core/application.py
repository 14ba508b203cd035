"""What the application of a primitive to given types means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any

from .bounds import MAX_LENGTH, gathered
from .decimals import mapped, plain
from .primitive import UNDEFINED_ERRORS, Primitive, TypeRule
from .types import Type, infer_type, join_types, list_of
from .unification import substitute, unify


@dataclass(frozen=True)
class Application:
    """How a primitive applies to arguments of given types.

    `rows` tells which arguments ``each`` maps over; `broadcast` which ones an
    elementwise primitive maps over (inside of the rows); `bound` what the type
    variables of the signature stand for; `result` the type of the value.
    """

    result: Type
    rows: tuple[bool, ...]
    broadcast: tuple[bool, ...]
    bound: Mapping[str, Type]


def resolve(
    primitive: Primitive, types: Sequence[Type], *, each: bool = False, constants: Sequence[Any] | None = None
) -> Application | None:
    """Find how `primitive` applies to arguments of these types, None if it does not.

    Where several ways exist, the one that maps over the most arguments is taken.

    Parameters
    ----------
    constants
        The values of the arguments that are constants, None for the others: some primitives look at them.
    """
    if primitive.rule is not None:
        return _resolve_by_rule(primitive.rule, types, constants or (None,) * len(types), each=each)
    if len(types) != primitive.arity:
        return None
    flat = (False,) * primitive.arity
    if not each:
        return _resolve_rows(primitive, types, flat)
    if primitive.takes_function:
        return None
    masks = sorted(product((True, False), repeat=primitive.arity), key=sum, reverse=True)
    for rows in masks:
        if any(rows) and not primitive.lazy:
            found = _resolve_rows(primitive, types, rows)
            if found is not None:
                return found
    return None


def _resolve_by_rule(
    rule: TypeRule, types: Sequence[Type], constants: Sequence[Any], *, each: bool
) -> Application | None:
    """The same where a rule tells the type of the result; ``each`` maps over the first argument."""
    lifted = tuple(each and position == 0 for position in range(len(types)))
    inner = _items(types, lifted)
    result = None if not inner else rule(inner, constants)
    if result is None:
        return None
    return Application(list_of(result) if each else result, lifted, (False,) * len(types), {})


def _resolve_rows(primitive: Primitive, types: Sequence[Type], rows: tuple[bool, ...]) -> Application | None:
    inner = _items(types, rows)
    if inner is None:
        return None
    flat = (False,) * primitive.arity
    masks = [flat]
    if primitive.elementwise:
        masks += sorted(product((True, False), repeat=primitive.arity), key=sum, reverse=True)[:-1]
    for broadcast in masks:
        base = _items(inner, broadcast)
        bound = None if base is None else _bind(primitive, base)
        if bound is not None:
            result = substitute(primitive.result, bound)
            for lifted in (broadcast, rows):
                result = list_of(result) if any(lifted) else result
            return Application(result, rows, broadcast, bound)
    return None


def _items(types: Sequence[Type], lifted: tuple[bool, ...]) -> list[Type] | None:
    if any(lift and type_.item is None for type_, lift in zip(types, lifted, strict=True)):
        return None
    return [type_.item if lift and type_.item else type_ for type_, lift in zip(types, lifted, strict=True)]


def _bind(primitive: Primitive, types: Sequence[Type]) -> dict[str, Type] | None:
    bound: dict[str, Type] | None = {}
    for pattern, type_ in zip(primitive.parameters, types, strict=True):
        if bound is not None:
            bound = unify(pattern, type_, bound)
    return bound


class Fault(ValueError):
    """A primitive that is not built in raised what it should not, changed its arguments, or returned another type."""


def apply(primitive: Primitive, application: Application, values: Sequence[Any]) -> Any:
    """Apply the reference implementation to values of the types it was resolved for.

    Raises
    ------
    ValueError, IndexError, KeyError, ArithmeticError
        Where the primitive is undefined; `Fault` is such an error, too.
    """
    value = _guarded(primitive, application, values) if primitive.is_own else _applied(primitive, application, values)
    return mapped(_plain, value, application.result)


def _plain(value: Any) -> Any:
    """The one form of a decimal; what people's own primitives return for one may be an integer."""
    return plain(value if isinstance(value, Decimal) else Decimal(value))


def _applied(primitive: Primitive, application: Application, values: Sequence[Any]) -> Any:
    def inner(arguments: Sequence[Any]) -> Any:
        return _mapped(primitive.reference, application.broadcast, arguments)

    return _mapped(lambda *arguments: inner(arguments), application.rows, values)


def _guarded(primitive: Primitive, application: Application, values: Sequence[Any]) -> Any:
    """The same for a reference of which nothing is known: it may change its arguments, raise and return anything."""
    copies = [_copied(value) for value in values]
    try:
        value = _applied(primitive, application, copies)
    except UNDEFINED_ERRORS:
        raise
    except (Exception, SystemExit) as error:  # Any mistake of its author must leave the search alone.
        raise Fault(f"{primitive.name} raises {type(error).__name__}: {' '.join(str(error).split()):.80}") from error
    if copies != list(values):  # The printed program makes no copies, and would go on with the changed ones.
        raise Fault(f"{primitive.name} changes its arguments")
    if isinstance(value, list | str) and len(value) > MAX_LENGTH:
        raise ValueError(f"more than {MAX_LENGTH} items")  # Before all of them are looked at.
    try:
        if join_types([infer_type(value, exact=True), application.result]) == application.result:
            return value
    except (TypeError, RecursionError):
        pass
    raise Fault(f"{primitive.name} returns {_shown(value)} where {application.result} is expected")


def _copied(value: Any) -> Any:
    return [_copied(item) for item in value] if isinstance(value, list) else value


def _shown(value: Any) -> str:
    try:
        return f"{value!r:.60}"
    except Exception:  # noqa: BLE001 - a value of any class
        return f"a {type(value).__name__}"


def _mapped(function: Callable[..., Any], lifted: tuple[bool, ...], values: Sequence[Any]) -> Any:
    if not any(lifted):
        return function(*values)
    count = min(len(value) for value, lift in zip(values, lifted, strict=True) if lift)
    return gathered(
        function(*(value[i] if lift else value for value, lift in zip(values, lifted, strict=True)))
        for i in range(count)
    )
