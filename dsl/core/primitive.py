"""How a primitive is declared, and what its application to given types means.

A primitive is declared once: the decorator gives signature, cost, laws and
Python template, the function is the reference implementation (the meaning),
and ``.kernel`` adds the compiled twin (the speed). Everything else that
induce knows about primitives is derived from these declarations.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Any

from .bounds import gathered
from .types import INT, Type, function_of, list_of, parse_type, substitute, unify

UNDEFINED_ERRORS = (ValueError, IndexError, KeyError, ZeroDivisionError, OverflowError)
"""What a reference implementation raises where the primitive is undefined."""

INDEX = "Index"
"""In a signature, an ``Int`` that says where or how many: a position, a length, a count."""


@dataclass(frozen=True, kw_only=True)
class Laws:
    """Equations that make some forms redundant, so that the search skips them.

    Parameters
    ----------
    commutative
        The first two arguments may be exchanged.
    distinct
        ``f(x, x)`` says nothing that another form does not say better: only different arguments are tried.
    associative
        ``f(f(x, y), z) == f(x, f(y, z))``: only the right-nested form is tried.
    identity
        Argument position -> the literal that makes the application equal to its other argument.
    absorbs
        Argument position -> names of primitives whose application there makes the form
        equal to one that costs no more (``sort`` absorbs ``reverse``; an involution
        absorbs itself).
    """

    commutative: bool = False
    distinct: bool = False
    associative: bool = False
    identity: Mapping[int, Any] = field(default_factory=dict)
    absorbs: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Primitive:
    """One primitive of the language, as declared.

    `elementwise` primitives take scalars and broadcast over lists, which meet
    at the shortest. A `lazy` one evaluates only the branch that it chooses.
    One that takes a function has no kernel, and the enumeration leaves it out.
    """

    name: str
    parameters: tuple[Type, ...]
    result: Type
    cost: int
    reference: Callable[..., Any]
    kernel: Callable[..., Any] | None
    python: str | None
    symbol: str | None
    elementwise: bool
    lazy: bool
    laws: Laws
    family: str
    index_arguments: tuple[bool, ...]
    """Which arguments are written ``Index`` in the signature."""
    index_result: bool
    calculates: bool
    alike: bool
    printed: Callable[..., Any] | None = None
    """The helper that is printed, where it is not the reference."""
    witnesses: Mapping[int, Callable[..., Any]] = field(default_factory=dict)
    """Argument position -> kernel that deduces this argument from the result and the other argument."""
    multiset_witnesses: Mapping[int, Callable[..., Any]] = field(default_factory=dict)
    """The same where only the items of the result are known, not their order; nor is that of the argument."""

    @property
    def arity(self) -> int:
        return len(self.parameters)

    @property
    def signature(self) -> str:
        return str(function_of(self.parameters, self.result))

    @cached_property
    def takes_function(self) -> bool:
        """Whether an argument is a function: a loop, whose step it is."""
        return any(parameter.is_function for parameter in self.parameters)

    @cached_property
    def meaning(self) -> str:
        """What it does, in one line."""
        return (self.reference.__doc__ or "").strip().splitlines()[0]


class Declaration:
    """A primitive in the making: the reference, to which `kernel` adds the compiled twin."""

    def __init__(self, reference: Callable[..., Any], options: Mapping[str, Any]) -> None:
        self.reference = reference
        self._options = dict(options)
        self._kernel: Callable[..., Any] | None = None
        self._printed: Callable[..., Any] | None = None
        self._witnesses: dict[int, Callable[..., Any]] = {}
        self._multiset_witnesses: dict[int, Callable[..., Any]] = {}

    def kernel(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Register the Numba kernel. Its parameters are, in order: ``mem`` (unless the
        primitive is elementwise), for each argument either its value (a scalar or an
        ``a``) or its offset and length, then ``out`` and ``cap``. It returns the scalar
        result, or the length of what it wrote at ``out``; UNDEFINED where there is none.
        """
        self._kernel = function
        return function

    def printed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Register the helper that is printed instead of a reference whose care for its work would not read well."""
        self._printed = function
        return function

    def witness(self, position: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Register a witness function (Polozov and Gulwani, "FlashMeta", OOPSLA 2015, section 4).

        It is written as a kernel that takes the result and, if there is one, the
        other argument, and returns what the argument at `position` may have been:
        the primitive then gives that result. UNDEFINED where there is none, or none
        that can be told.
        """

        return _registering(self._witnesses, position)

    def multiset_witness(self, position: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Register a witness function for a result that is in order, ascending or descending.

        The primitive then gives its items, in some order, if the argument at `position` is
        what the function returns; a list is returned in the order of the result.
        """
        return _registering(self._multiset_witnesses, position)

    def build(self, family: str) -> Primitive:
        return Primitive(
            kernel=self._kernel,
            printed=self._printed,
            reference=self.reference,
            family=family,
            witnesses=dict(sorted(self._witnesses.items())),
            multiset_witnesses=dict(sorted(self._multiset_witnesses.items())),
            **self._options,
        )


def _registering(
    functions: dict[int, Callable[..., Any]], position: int
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        functions[position] = function
        return function

    return register


def primitive(
    signature: str,
    *,
    cost: int = 4,
    python: str | None = None,
    symbol: str | None = None,
    name: str | None = None,
    elementwise: bool = False,
    lazy: bool = False,
    laws: Laws | None = None,
    calculates: bool = False,
    alike: bool = False,
) -> Callable[[Callable[..., Any]], Declaration]:
    """Declare a primitive whose meaning is the decorated function.

    Parameters
    ----------
    signature
        ``"(List[a], Index) -> List[a]"``; see `types.KINDS` for the variables. `INDEX`
        is the type ``Int``, and tells the prior what the number means. A function is
        written in the same way: ``"(List[t], (t) -> u) -> List[u]"``.
    cost
        Default cost, about twice -log2 of how often it is wanted.
    python
        An expression over the parameter names that says the same wherever the
        primitive is defined. Without it, a reference that is a single ``return``
        serves as template, and any other is printed as a helper function.
    symbol
        The infix operator that stands for it in program text.
    name
        Its name in program text, where that is a Python keyword or built-in
        (the function is then called ``name_``).
    calculates
        It treats integers as quantities, not as names of things.
    alike
        Its arguments should stand for the same kind of thing: not an item of the data here, a position there.
    """
    type_ = parse_type(signature.replace(INDEX, str(INT)))
    if type_.result is None:
        raise ValueError(f"{signature!r} is no signature")

    def declare(reference: Callable[..., Any]) -> Declaration:
        return Declaration(
            reference,
            {
                "name": name or reference.__name__,
                "parameters": type_.parameters,
                "result": type_.result,
                "index_arguments": _index_arguments(signature, len(type_.parameters)),
                "index_result": INDEX in signature.rpartition("->")[2],
                "cost": cost,
                "python": python,
                "symbol": symbol,
                "elementwise": elementwise,
                "lazy": lazy,
                "laws": laws or Laws(),
                "calculates": calculates,
                "alike": alike,
            },
        )

    return declare


def _index_arguments(signature: str, arity: int) -> tuple[bool, ...]:
    """Which arguments are written `INDEX`; none where a function of several parameters is among them."""
    parts = signature.rpartition("->")[0].split(",")
    return tuple(INDEX in part for part in parts) if len(parts) == arity else (False,) * arity


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


def resolve(primitive: Primitive, types: Sequence[Type], *, each: bool = False) -> Application | None:
    """Find how `primitive` applies to arguments of these types, None if it does not.

    Where several ways exist, the one that maps over the most arguments is taken.
    """
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


def apply(primitive: Primitive, application: Application, values: Sequence[Any]) -> Any:
    """Apply the reference implementation to values of the types it was resolved for.

    Raises
    ------
    ValueError, IndexError, KeyError, ZeroDivisionError, OverflowError
        Where the primitive is undefined.
    """

    def inner(arguments: Sequence[Any]) -> Any:
        return _mapped(primitive.reference, application.broadcast, arguments)

    return _mapped(lambda *arguments: inner(arguments), application.rows, values)


def _mapped(function: Callable[..., Any], lifted: tuple[bool, ...], values: Sequence[Any]) -> Any:
    if not any(lifted):
        return function(*values)
    count = min(len(value) for value, lift in zip(values, lifted, strict=True) if lift)
    return gathered(
        function(*(value[i] if lift else value for value, lift in zip(values, lifted, strict=True)))
        for i in range(count)
    )
