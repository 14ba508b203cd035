"""The characters of a text at all their places in all examples, and what expressions say of each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import Any

from ....dsl.core.expression import Call, Expression, Function, Literal, Variable, evaluate, free_variables
from ....dsl.core.primitive import UNDEFINED_ERRORS

UNDEFINED = object()
"""Stands for what an expression has no value for."""

FEW = 12
"""How many characters the shortest examples have together that are looked at first."""

Mask = int
"""A set of places, one bit for each."""


@dataclass(frozen=True)
class Places:
    """The characters of a text in all examples, one after another.

    Parameters
    ----------
    source
        The text, an expression over the parameters of the program.
    texts
        Its value in each example.
    inputs
        The arguments of the program by name, in each example.
    character, position
        What stands for a character and its position in its text, counted from 0.
    parameters
        Of the program.
    """

    source: Expression
    texts: Sequence[str]
    inputs: Sequence[Mapping[str, Any]]
    character: Variable
    position: Variable
    parameters: Sequence[Variable]
    _known: dict[Expression, list[Any]] = field(default_factory=dict, repr=False)

    @cached_property
    def rows(self) -> list[tuple[int, int, str]]:
        """Example, position and character of each place."""
        return [(e, i, c) for e, text in enumerate(self.texts) for i, c in enumerate(text)]

    @cached_property
    def all(self) -> Mask:
        """All places."""
        return (1 << len(self.rows)) - 1

    @cached_property
    def characters(self) -> str:
        """The characters at all places."""
        return "".join(self.texts)

    def restricted(self, examples: Sequence[int]) -> Places:
        """The places in some of the examples."""
        texts, inputs = [self.texts[e] for e in examples], [self.inputs[e] for e in examples]
        return Places(self.source, texts, inputs, self.character, self.position, self.parameters)

    @cached_property
    def few(self) -> list[int]:
        """Some of the shortest examples, which tell soon whether it is worth looking at all of them."""
        ordered = sorted((e for e, text in enumerate(self.texts) if text), key=lambda e: len(self.texts[e]))
        sizes = list(accumulate(len(self.texts[e]) for e in ordered))
        return ordered[: max(2, 1 + sum(size < FEW for size in sizes))]

    def values(self, body: Expression) -> list[Any]:
        """The value of an expression at each place, `UNDEFINED` where it has none."""
        if body not in self._known:
            self._known[body] = self._evaluated(body)
        return self._known[body]

    def _evaluated(self, body: Expression) -> list[Any]:
        free, value = free_variables(body), _compiled(body)
        by_example = any(parameter in free for parameter in self.parameters)
        known: dict[tuple[Any, ...], Any] = {}
        values = []
        for e, i, c in self.rows:
            key = (
                e if by_example else None,
                i if self.position in free else None,
                c if self.character in free else None,
            )
            if key not in known:
                scope = {**self.inputs[e], self.position.name: i, self.character.name: c}
                known[key] = _value(value, scope)
            values.append(known[key])
        return values

    def where(self, holds: Callable[[int], bool]) -> Mask:
        """The places, by number, for which a test holds."""
        bits = "".join("1" if holds(number) else "0" for number in reversed(range(len(self.rows))))
        return int(bits, 2) if bits else 0

    def right(self, body: Expression, wanted: Sequence[str]) -> Mask:
        """Where an expression has the value that is wanted."""
        values = self.values(body)
        return self.where(lambda number: values[number] == wanted[number])

    def truths(self, condition: Expression) -> tuple[Mask, Mask]:
        """Where a condition is defined, and where it holds."""
        values = self.values(condition)
        return self.where(lambda n: values[n] is not UNDEFINED), self.where(lambda n: values[n] is True)


Scope = Mapping[str, Any]


def _value(value: Callable[[Scope], Any], scope: Scope) -> Any:
    try:
        return value(scope)
    except UNDEFINED_ERRORS:
        return UNDEFINED


def _compiled(body: Expression) -> Callable[[Scope], Any]:
    """The expression as a function of the values of its variables, mostly without the interpreter's bounds."""
    match body:
        case Variable(name):
            return itemgetter(name)
        case Literal(value):
            return lambda _: value
        case Call(primitive, arguments, each):
            if each or primitive.elementwise or any(isinstance(argument, Function) for argument in arguments):
                return lambda scope: evaluate(body, scope)
            parts = [_compiled(argument) for argument in arguments]
            if primitive.lazy:
                test, then, otherwise = parts
                return lambda scope: then(scope) if test(scope) else otherwise(scope)
            reference = primitive.reference
            return lambda scope: reference(*[part(scope) for part in parts])
    raise AssertionError(body)


def numbers_in(mask: Mask) -> list[int]:
    """The numbers of the places in a set."""
    return [number for number, bit in enumerate(bin(mask)[:1:-1]) if bit == "1"]
