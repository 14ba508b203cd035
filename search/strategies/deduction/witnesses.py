"""The ways to deduce an argument: an instance, the argument that is missing, and the witness that tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....dsl.core.expression import Call, Expression, Literal, call, evaluate
from ....dsl.core.primitive import Primitive
from ....dsl.core.types import Type
from ...engine.codegen.numbering import multiset_numbers, witness_numbers
from ...engine.instances import Instance, encode_witness


@dataclass(frozen=True, eq=False)
class Deduction:
    """An instance of which one argument is deduced.

    Parameters
    ----------
    cost
        Of all that is put around the arguments.
    witness
        As the compiled code reads it (see `instances.encode_witness`).
    ordering
        What puts the items of the instance in order: the witness then tells the argument but for its order.
    reordering
        What puts a list that is the argument in the order in which the witness tells it.
    """

    instance: Instance
    cost: int
    missing: int
    witness: np.ndarray
    ordering: Instance | None = None
    reordering: Instance | None = None

    @property
    def known(self) -> int | None:
        """The position of the other argument."""
        return 1 - self.missing if len(self.instance.arguments) == 2 else None

    def is_redundant(self, missing: Expression, known: Expression | None) -> bool:
        """Whether the laws give the value in a shorter way."""
        laws = self.instance.primitive.laws
        if isinstance(missing, Literal) and self.missing in laws.identity:
            return laws.leaves_other(self.missing, missing.value)
        return laws.distinct and missing == known

    def apply(self, missing: Expression, known: Expression | None) -> Call:
        """The instance on its arguments, in order if there is an ordering."""
        arguments = [missing] if known is None else [known, known]
        arguments[self.missing] = missing
        made = call(self.instance.primitive, *arguments, each=self.instance.each)
        if self.ordering is None:
            return made
        return call(self.ordering.primitive, made, each=self.ordering.each)


def is_ordering(row: Primitive) -> bool:
    """Whether a primitive puts items into an order that depends on the items alone, not on the order they were in."""
    return {"reverse", "sort", row.name} <= set(row.laws.absorbs.get(0, ()))


def reordered(ordering: Instance, values: Sequence[Any]) -> list[Any]:
    """The values as an ordering leaves them."""
    (type_,) = ordering.arguments
    return [evaluate(call(ordering.primitive, Literal(value, type_), each=ordering.each), {}) for value in values]


def is_in_order(ordering: Instance, values: Sequence[Any]) -> bool:
    """Whether an ordering leaves all values as they are, and some value could be in another order."""
    return any(value != value[::-1] for value in values) and reordered(ordering, values) == list(values)


def deductions(type_: Type, instances: Sequence[Instance], costs: Sequence[int]) -> list[Deduction]:
    """Every way to deduce an argument from a goal of a type; only one of two that the laws make the same."""
    pairs = [(one, int(cost)) for one, cost in zip(instances, costs, strict=True) if one.result == type_]
    orderings = [pair for pair in pairs if is_ordering(pair[0].primitive)]
    found: list[Deduction] = []
    for instance, cost in pairs:
        found += _plain(instance, cost)
        for ordering, more in orderings:
            if ordering.each == instance.each:
                found += _ordered(instance, cost + more, ordering, instances)
    return found


def _plain(instance: Instance, cost: int) -> Iterator[Deduction]:
    row = instance.primitive
    same = row.laws.commutative and instance.arguments[0] == instance.arguments[1]
    for missing in row.witnesses:
        if not (same and missing == 0):
            yield Deduction(instance, cost, missing, _encoded(instance, missing, witness_numbers()[row, missing]))


def _ordered(instance: Instance, cost: int, ordering: Instance, instances: Sequence[Instance]) -> Iterator[Deduction]:
    row = instance.primitive
    alike = [other for other in instances if other.primitive is ordering.primitive]
    for missing in row.multiset_witnesses:
        witness = _encoded(instance, missing, multiset_numbers()[row, missing])
        wanted = (instance.arguments[missing], instance.rows[missing])
        reordering = next((other for other in alike if (other.result, other.each) == wanted), None)
        yield Deduction(instance, cost, missing, witness, ordering, reordering)


def _encoded(instance: Instance, missing: int, number: int) -> np.ndarray:
    return np.array([encode_witness(instance, missing, number)], np.int64)
