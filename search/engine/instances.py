"""Primitives instantiated to the types that a task can reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np

from ...dsl.core.application import resolve
from ...dsl.core.expression import Call
from ...dsl.core.layout import has_layout
from ...dsl.core.primitive import Primitive
from ...dsl.core.types import ANY, BOOL, DECIMAL, INT, STR, Type, list_of
from ...dsl.core.unification import substitute, unify
from ...dsl.language.language import BUILTIN, Language
from .codegen.numbering import numbers
from .compiled.encoding import (
    ARGUMENT,
    ARITY,
    BITS,
    BOX,
    COMMUTATIVE,
    DIRECT,
    DISTINCT,
    EACH,
    FIRST_ROOT,
    INSTANCE_WIDTH,
    LAZY,
    MODE,
    ONE,
    PLAIN,
    PRIMITIVE,
    RESULT,
    RESULT_SCALAR,
    ROOT,
    ROWS,
    SIDES,
    SINGLE,
    WITNESS_WIDTH,
)

ROOTS_PER_PRIMITIVE = 2
REMEMBERED = 64
"""Sets of instances that are kept for the next search of tasks with the same types: one takes about half a megabyte."""
NEVER_BOXED = frozenset(["", "n"])
"""The variables in whose place there are no rows: numbers are words, and so is what has no variable."""
ORDERING = "order"
"""The family of primitives that compare items by size."""


@dataclass(frozen=True)
class Instance:
    """A primitive at argument types: `bits` says what broadcasts, `rows` what ``each`` maps over."""

    primitive: Primitive
    arguments: tuple[Type, ...]
    result: Type
    rows: tuple[bool, ...]
    broadcast: tuple[bool, ...]
    boxed: bool

    @property
    def each(self) -> bool:
        return any(self.rows)


def instance_of(applied: Call) -> Instance:
    """The instance that a part of a program applies."""
    primitive, how = applied.primitive, applied.application
    arguments = tuple(argument.type for argument in applied.arguments)
    boxed = not primitive.takes_function and _is_boxed(primitive, how.bound)
    return Instance(primitive, arguments, how.result, how.rows, how.broadcast, boxed)


def universe(parameter_types: Iterable[Type], result_type: Type, *, language: Language = BUILTIN) -> tuple[Type, ...]:
    """The types that values may have on the way from inputs of these types to the result.

    Primitives that are not built in may have others in their signatures, which they bring with them.
    """
    wanted = {INT, BOOL, list_of(INT), list_of(BOOL), list_of(list_of(INT))}
    given: set[Type] = set()
    brought = [t for row in language.own.values() for t in (*row.parameters, row.result) if not _variable(t)]
    for type_ in (*parameter_types, result_type, *brought):
        part: Type | None = type_
        while part is not None:
            if has_layout(part):
                given.add(part)
            part = part.item
    wanted |= given
    if any(type_.depth > 1 and type_ != list_of(STR) for type_ in given):
        wanted.add(list_of(list_of(BOOL)))
    if STR in given:
        wanted |= {STR, list_of(STR)}
    wanted |= {list_of(type_) for type_ in (DECIMAL, ANY) if type_ in given}
    return tuple(sorted(wanted, key=str))


@lru_cache(maxsize=REMEMBERED)
def instances(
    types: tuple[Type, ...], *, of_integers: bool = False, language: Language = BUILTIN
) -> tuple[Instance, ...]:
    """All instances between these types of the primitives of a language; some of them are `of_integers` only.

    Those that take a function are left out.
    """
    rows = (row for row in language.searched.values() if of_integers or row.name not in language.of_integers)
    return tuple(one for row in rows if not row.takes_function for one in _instances_of(row, types))


class EncodedInstances(NamedTuple):
    """The instances of a search as the compiled code reads them (see `compiled.arrays.InstanceArrays`)."""

    rows: np.ndarray
    absorbs: np.ndarray
    identities: np.ndarray


@dataclass(frozen=True)
class Vocabulary:
    """The instances that a search may use: those with a kernel, also as the compiled code reads them.

    See `encode_instances`; the `interpreted` instances have no kernel.
    """

    instances: tuple[Instance, ...]
    rows: np.ndarray
    absorbs: np.ndarray
    interpreted: tuple[Instance, ...]


@lru_cache(maxsize=REMEMBERED)
def vocabulary(
    types: tuple[Type, ...],
    given: frozenset[Type],
    target: Type,
    *,
    of_integers: bool = False,
    language: Language = BUILTIN,
) -> Vocabulary:
    """The instances between these types that lie on a way from the given ones to the target.

    Parameters
    ----------
    of_integers
        Whether all inputs are integers.
    """
    chosen = reachable(instances(types, of_integers=of_integers, language=language), given, target)
    compiled = tuple(one for one in chosen if one.primitive in numbers(language))
    interpreted = tuple(one for one in chosen if one.primitive not in numbers(language))
    return Vocabulary(compiled, *encode_instances(compiled, language=language), interpreted)


def reachable(all_instances: Iterable[Instance], given: Iterable[Type], target: Type) -> tuple[Instance, ...]:
    """Those instances whose arguments can be made from the given types and that can serve the target."""
    instances_ = tuple(all_instances)
    have = set(given)
    while True:
        new = {i.result for i in instances_ if set(i.arguments) <= have} - have
        if not new:
            break
        have |= new
    instances_ = tuple(i for i in instances_ if set(i.arguments) <= have)
    useful = {target}
    while True:
        more = {argument for i in instances_ if i.result in useful for argument in i.arguments} - useful
        if not more:
            return tuple(i for i in instances_ if i.result in useful)
        useful |= more


def _instances_of(row: Primitive, types: tuple[Type, ...]) -> Iterator[Instance]:
    for bound in _bindings(row, types):
        base = tuple(substitute(parameter, bound) for parameter in row.parameters)
        result = substitute(row.result, bound)
        boxed = _is_boxed(row, bound)
        if boxed and row.family == ORDERING and any(not (type_.is_scalar or type_.is_flat) for type_ in bound.values()):
            continue  # The engine compares rows word by word, which orders flat ones only.
        if row.lazy or boxed:
            none = (False,) * row.arity
            yield from _among(types, Instance(row, base, result, none, none, boxed))
            continue
        yield from _lifted(row, base, result, types)


def _among(types: tuple[Type, ...], instance: Instance) -> Iterator[Instance]:
    """An instance, if its arguments and its result are of these types."""
    if instance.result in types and all(argument in types for argument in instance.arguments):
        yield instance


def _bindings(row: Primitive, types: tuple[Type, ...]) -> Iterator[Mapping[str, Type]]:
    """Every assignment of universe types to the variables of a signature."""
    patterns = (*row.parameters, row.result)
    names = sorted({_variable(pattern) for pattern in patterns} - {""})
    for choice in product(types, repeat=len(names)):
        bound = dict(zip(names, choice, strict=True))
        if all(unify(pattern, substitute(pattern, bound), {}) is not None for pattern in patterns):
            yield bound


def _variable(pattern: Type) -> str:
    while pattern.item is not None:
        pattern = pattern.item
    return pattern.name if pattern.is_variable else ""


def _is_boxed(row: Primitive, bound: Mapping[str, Type]) -> bool:
    inside = any(_variable(p) == "s" and p.is_list for p in (*row.parameters, row.result))
    nested = "s" in bound and not bound["s"].is_flat and not inside
    return nested or ("a" in bound and not bound["a"].is_scalar)


def _lifted(row: Primitive, base: tuple[Type, ...], result: Type, types: tuple[Type, ...]) -> Iterator[Instance]:
    none = (False,) * row.arity
    for broadcast in product((False, True), repeat=row.arity) if row.elementwise else (none,):
        arguments = _lift(base, broadcast)
        value = list_of(result) if any(broadcast) else result
        if row.laws.commutative and row.arity > 1 and broadcast[1] and not broadcast[0]:
            continue
        yield from _among(types, Instance(row, arguments, value, none, broadcast, False))
        if value.depth > 1 or any(argument.depth > 1 for argument in arguments):
            continue
        for rows in _row_masks(arguments, scalars=row.is_own and not row.elementwise):
            for lifted in _among(types, Instance(row, _lift(arguments, rows), list_of(value), rows, broadcast, False)):
                application = resolve(row, lifted.arguments, each=True)
                if application is not None and (application.rows, application.broadcast) == (rows, broadcast):
                    yield lifted


def _lift(types: tuple[Type, ...], lifted: tuple[bool, ...]) -> tuple[Type, ...]:
    return tuple(list_of(type_) if lift else type_ for type_, lift in zip(types, lifted, strict=True))


def _row_masks(arguments: tuple[Type, ...], *, scalars: bool) -> list[tuple[bool, ...]]:
    """What ``each`` maps over: the sequences alone, or all arguments; all or nothing for scalars only."""
    every = (True,) * len(arguments)
    if not any(argument.is_sequence for argument in arguments):
        return [every] if scalars else []
    first = next(p for p, argument in enumerate(arguments) if argument.is_sequence)
    alone = tuple(p == first for p in range(len(arguments)))
    return [every] if every == alone else [alone, every]


def encode_instances(selected: tuple[Instance, ...], *, language: Language = BUILTIN) -> tuple[np.ndarray, np.ndarray]:
    """The instances as the compiled code reads them, and what their laws exclude.

    Returns
    -------
    rows : int64, (instances, INSTANCE_WIDTH)
    absorbs : bool, (instances, 3, roots)
    """
    known = {row.name: number for row, number in numbers(language).items()}
    rows = np.zeros((len(selected), INSTANCE_WIDTH), np.int64)
    absorbs = np.zeros((len(selected), 3, FIRST_ROOT + ROOTS_PER_PRIMITIVE * (1 + max(known.values()))), np.bool_)
    for index, instance in enumerate(selected):
        laws = instance.primitive.laws
        same = len(instance.arguments) > 1 and instance.arguments[0] == instance.arguments[1]
        number = known[instance.primitive.name]
        rows[index, PRIMITIVE] = number
        rows[index, BITS] = sum(lift << p for p, lift in enumerate(instance.broadcast))
        rows[index, MODE] = _mode(instance)
        rows[index, ARITY] = instance.primitive.arity
        rows[index, COMMUTATIVE] = laws.commutative and same and instance.rows.count(True) != 1
        rows[index, RESULT_SCALAR] = instance.result.is_scalar
        rows[index, ROOT] = FIRST_ROOT + ROOTS_PER_PRIMITIVE * number + instance.each
        rows[index, DISTINCT] = laws.distinct and same and len(set(instance.rows[:2])) == 1
        rows[index, LAZY] = instance.primitive.lazy
        rows[index, RESULT] = _result_form(instance)
        rows[index, SIDES] = _sides(instance)
        for position in range(instance.primitive.arity):
            rows[index, ARGUMENT + position] = _argument_form(instance, position)
        names = {position: set(excluded) for position, excluded in laws.absorbs.items()}
        if laws.associative:
            names.setdefault(0, set()).add(instance.primitive.name)
        for position, excluded in names.items():
            for name in excluded & set(known):
                absorbs[index, position, FIRST_ROOT + ROOTS_PER_PRIMITIVE * known[name] + instance.each] = True
    return rows, absorbs


def encode_witness(instance: Instance, missing: int, number: int) -> list[int]:
    """The row of the witness of this number, by which an argument of an instance is deduced from the goal."""
    others = [position for position in range(instance.primitive.arity) if position != missing]
    lifted = any(instance.broadcast)
    row = [0] * WITNESS_WIDTH
    row[PRIMITIVE] = number
    row[BITS] = lifted + sum(2 * instance.broadcast[position] for position in others)
    row[MODE] = _mode(instance)
    row[RESULT_SCALAR] = instance.arguments[missing].is_scalar
    row[RESULT] = _argument_form(instance, missing)
    row[ARGUMENT] = _goal_form(instance)
    for position in others:
        row[ARGUMENT + 1] = _argument_form(instance, position)
    row[SINGLE] = lifted and not instance.broadcast[missing]
    return row


def _sides(instance: Instance) -> int:
    """What the kernel maps over where values of one word lie side by side; 0 if it is not called like that."""
    of_words = instance.primitive.elementwise and not instance.primitive.lazy and instance.result.is_scalar
    return (1 << instance.primitive.arity) - 1 if of_words and not instance.each else 0


def _mode(instance: Instance) -> int:
    return BOX if instance.boxed else EACH if instance.each else DIRECT


def _argument_form(instance: Instance, position: int) -> int:
    type_ = instance.arguments[position]
    if instance.boxed:
        variable = instance.primitive.parameters[position]
        return PLAIN if _variable(variable) in NEVER_BOXED else ONE if variable.name == "a" else ROWS
    if not instance.rows[position]:
        return PLAIN
    return ROWS if type_.depth > 1 else ONE


def _result_form(instance: Instance) -> int:
    if instance.boxed:
        pattern = instance.primitive.result
        return PLAIN if _variable(pattern) in NEVER_BOXED else ONE if pattern.name == "a" else ROWS
    return ROWS if instance.each and instance.result.depth > 1 else PLAIN


def _goal_form(instance: Instance) -> int:
    """What a result is when it is an argument of a witness: the items of a flat list stand for rows, too."""
    return ONE if instance.each and instance.result.depth < 2 else _result_form(instance)
