"""Exact rules of integer sequences: all finders, on the earlier terms, confirmed on the later ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from time import monotonic

from ...dsl.core.expression import Undefined
from ..rules.rule import Finder, Number, Rule
from .finders.algebraic import algebraic
from .finders.denominators import cyclotomic_denominators
from .finders.holonomic import holonomic
from .finders.interleaved import interleaved
from .finders.linear import linear_recurrences
from .finders.local import local_rules
from .finders.periodic import periodic
from .finders.polynomial import polynomials
from .finders.quasi import quasi_polynomials, rounded_lines
from .finders.residues import residues
from .finders.transforms import transforms

FINDERS: tuple[tuple[Finder, int], ...] = (
    (polynomials, 60),
    (periodic, 300),
    (linear_recurrences, 300),
    (quasi_polynomials, 60),
    (rounded_lines, 60),
    (holonomic, 60),
    (algebraic, 60),
    (interleaved, 60),
    (residues, 60),
    (cyclotomic_denominators, 40),
    (transforms, 40),
    (local_rules, 40),
)
"""What finds rules, the plainest first, and on how many terms at most."""

CHECKED = 400
"""Rules are compared on this many terms; if there are more, only the shortest rule has to reproduce all."""

CLEARER = 8.0
"""A rule replaces one of a plainer sort with the same continuation if it is this many bits shorter."""

AHEAD = 10
"""Rules that agree on this many terms beyond those known count as one."""


def exact_rules(
    terms: Sequence[int], *, start: int = 0, validate: int | None = None, timeout: float = 5.0
) -> list[Rule]:
    """Rules that reproduce all of the terms, the shortest first.

    Parameters
    ----------
    start
        The number of the first term.
    validate
        This many terms at the end are not looked at until there is a rule, which they have to confirm;
        by default a fifth of them, and at least one.
    timeout
        After this many seconds no further sort of rule is tried.
    """
    held_back = held_back_of(len(terms)) if validate is None else validate
    earlier = list(terms[: len(terms) - held_back])
    if len(earlier) < 2:
        return []
    rules = distinct(_found(earlier, start=start, deadline=monotonic() + timeout), terms[:CHECKED])
    if len(terms) <= CHECKED:
        return rules
    return list(islice((rule for rule in rules if continued(rule, terms) is not None), 1))


def held_back_of(count: int) -> int:
    """How many of this many terms are held back to confirm rules."""
    return max(1, count // 5)


def _found(earlier: Sequence[int], *, start: int, deadline: float) -> Iterator[Rule]:
    for finder, most in FINDERS:
        if monotonic() > deadline:
            return
        yield from finder(earlier[:most], start=start)


def distinct(rules: Iterable[Rule], terms: Sequence[int]) -> list[Rule]:
    """Those of the rules that reproduce all terms with fewer numbers than terms, one of each continuation.

    It is the first, unless another is much shorter and no transform that leads to the same expression, and counts as
    short as the shortest.
    """
    kept: dict[tuple[Number, ...], Rule] = {}
    for rule in rules:
        continuation = continued(rule, terms)
        if continuation is not None and rule.free < len(terms):
            known = kept.get(continuation, rule)
            is_detour = rule.kind == "transform" and rule.expression == known.expression
            is_clearer = rule.bits < known.bits - CLEARER and not is_detour
            kept[continuation] = replace(rule if is_clearer else known, bits=min(rule.bits, known.bits))
    return sorted(kept.values(), key=lambda rule: rule.bits)


def continued(rule: Rule, terms: Sequence[int]) -> tuple[Number, ...] | None:
    """How the rule goes on after the terms, None if it does not or does not reproduce them."""
    try:
        values = rule.following(len(terms) + AHEAD)
    except Undefined:
        return None
    return tuple(values[len(terms) :]) if values[: len(terms)] == list(terms) else None
