"""Sequences in turn: two or three rules, each for every second or third term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....dsl.core.expression import Expression
from ...rules.building import divided, integer, with_index
from ...rules.rule import INDEX, Finder, Rule, apply, position
from .holonomic import holonomic
from .linear import linear_recurrences
from .periodic import periodic
from .polynomial import polynomials

PARTS: tuple[Finder, ...] = (polynomials, periodic, linear_recurrences, holonomic)

FEWEST = 3
"""How many terms each of the rules must have."""


def interleaved(terms: Sequence[int], *, start: int) -> Iterator[Rule]:
    """The shortest rule of every second term with that of the others, and the same with every third."""
    for count in (2, 3):
        parts = [_shortest(terms[offset::count]) for offset in range(count)]
        rules = [part for part in parts if part is not None]
        if len(rules) == count:
            yield _rule(rules, start)


def _shortest(terms: Sequence[int]) -> Rule | None:
    if len(terms) < FEWEST:
        return None
    rules = [rule for finder in PARTS for rule in finder(terms, start=0)]
    right = [rule for rule in rules if rule.free < len(terms) and rule.gives(terms)]
    return min(right, key=lambda rule: rule.bits, default=None)


def _rule(parts: Sequence[Rule], start: int) -> Rule:
    count = len(parts)

    def following(length: int) -> list[int | float]:
        each = [part.following((length - offset + count - 1) // count) for offset, part in enumerate(parts)]
        known = min(len(one) * count + offset for offset, one in enumerate(each))
        return [each[i % count][i // count] for i in range(min(length, known))]

    names = "; ".join(part.words for part in parts)
    formulas = [_formula(part, f"a({count}n{f' + {start + i}' if start + i else ''})") for i, part in enumerate(parts)]
    return Rule(
        kind="interleaved",
        words=f"{'two' if count == 2 else 'three'} sequences in turn: {names}",
        formula="; ".join(formulas),
        expression=_expression(parts, start),
        bits=3 + sum(part.bits for part in parts),
        free=sum(part.free for part in parts),
        following=following,
    )


def _formula(part: Rule, name: str) -> str:
    """The formula of a part, which counts from 0, under its name in the whole."""
    closed = part.formula.removeprefix("a(n) = ")
    return f"{name} = {closed}" if "a(" not in closed else f"{name} = b(n), {part.formula.replace('a(', 'b(')}"


def _expression(parts: Sequence[Rule], start: int) -> Expression:
    count = len(parts)
    number = divided(position(start), count)
    *others, total = [with_index(part.expression, number) for part in parts]
    for offset, expression in reversed(list(enumerate(others))):
        residue = apply("mod", INDEX, integer(count))
        total = apply("if_else", apply("eq", residue, integer((start + offset) % count)), expression, total)
    return total
