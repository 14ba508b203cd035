"""Languages: a set of primitives each, which does not change; the built-in one, and others made from it."""

from __future__ import annotations

import copyreg
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from ...support.errors import InputError, shown
from ..core.primitive import Declaration, Primitive
from ..primitives.table import FAMILIES, INTEGER_FAMILIES, TYPED_FAMILIES, UNSEARCHED_FAMILIES, Table, assemble
from .own import own_primitive, place_of


@dataclass(frozen=True, eq=False)
class Language:
    """The primitives that programs are made of.

    Parameters
    ----------
    common
        Built-in ones that the search tries whatever the inputs are; the guide knows these.
    of_integers
        Built-in ones that it tries only where all inputs are integers.
    typed
        Built-in ones of types that few tasks have, which it tries where these types are.
    unsearched
        Built-in ones that programs may use, but the enumeration does not try.
    own
        Those that somebody has added; the search tries them whatever the inputs are.
    """

    common: Table
    of_integers: Table
    typed: Table
    unsearched: Table
    own: Table = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        _joined(self.common, self.of_integers, self.typed, self.unsearched, self.own)

    @cached_property
    def searched(self) -> Table:
        """The primitives that the search tries, by name: the built-in ones as they are declared, then others."""
        return _joined(self.common, self.of_integers, self.typed, self.own)

    @cached_property
    def vocabulary(self) -> Table:
        """All primitives that a program may use, by name."""
        return _joined(self.common, self.of_integers, self.typed, self.unsearched, self.own)

    @cached_property
    def by_symbol(self) -> Mapping[str, tuple[str, ...]]:
        """The primitives that an infix operator stands for: that of integers, of decimals, of real numbers."""
        names: dict[str, tuple[str, ...]] = {}
        for row in self.vocabulary.values():
            if row.symbol is not None:
                names[row.symbol] = (*names.get(row.symbol, ()), row.name)
        return MappingProxyType(names)

    @cached_property
    def digest(self) -> str:
        """A digest of the primitives that every search tries, their signatures and meanings."""
        rows = (f"{row.name}: {row.signature}: {row.meaning}" for row in (*self.common.values(), *self.own.values()))
        return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]

    def __reduce__(self) -> str | tuple[Any, ...]:
        """For pickle: the built-in language is the same in every process."""
        return "BUILTIN" if self is BUILTIN else (_with_own, (tuple(self.own.values()),))

    def with_primitives(self, declarations: Iterable[Declaration]) -> Language:
        """The language with primitives more; the same object for the same declarations.

        Raises
        ------
        InputError
            If something is not a declaration, or a declaration is wrong, or two primitives have one name.
        """
        return _extended(self, tuple(own_primitive(one) for one in _listed(declarations)))


def _listed(declarations: Iterable[Declaration]) -> tuple[Declaration, ...]:
    """The declarations, each once."""
    expected = "expected functions declared with @primitive"
    if isinstance(declarations, str) or not isinstance(declarations, Iterable):
        raise InputError(f"primitives: {shown(declarations)}; {expected}")
    listed = list(declarations)
    for one in listed:
        if not isinstance(one, Declaration):
            raise InputError(f"primitives: {shown(one)}; {expected}")
    return tuple(dict.fromkeys(listed))


@lru_cache(maxsize=64)
def _extended(language: Language, rows: tuple[Primitive, ...]) -> Language:
    if not rows:
        return language
    own = dict(language.own)
    for row in rows:
        if row.name in own or row.name in language.vocabulary:
            whose = "another of your own" if row.name in own else "a built-in primitive"
            place = place_of(row.reference)
            raise InputError(f"{place}: {row.name}: the name is that of {whose}; expected another name")
        own[row.name] = row
    return replace(language, own=MappingProxyType(own))


def _joined(*tables: Table) -> Table:
    joined: dict[str, Primitive] = {}
    for table in tables:
        if doubled := joined.keys() & table.keys():
            raise ValueError(f"two primitives are called {min(doubled)}")
        joined.update(table)
    return MappingProxyType(joined)


BUILTIN = Language(
    assemble(FAMILIES),
    assemble(INTEGER_FAMILIES),
    assemble(TYPED_FAMILIES, compiled=False),
    assemble(UNSEARCHED_FAMILIES, compiled=False),
)
"""The language that comes with induce."""


def _with_own(rows: tuple[Primitive, ...]) -> Language:
    return _extended(BUILTIN, rows)


def _by_name(primitive: Primitive) -> tuple[Any, ...]:
    """For pickle: a built-in primitive is known by its name in every process, and another one may be unknown there."""
    if BUILTIN.vocabulary.get(primitive.name) is not primitive:
        raise TypeError(f"{primitive.name} is not built in, so pickle cannot take it to another process; text can")
    return _builtin, (primitive.name,)


def _builtin(name: str) -> Primitive:
    return BUILTIN.vocabulary[name]


copyreg.pickle(Primitive, _by_name)
