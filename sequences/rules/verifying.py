"""Rules found: printed, read back, and run by the reference interpreter before anybody sees them."""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose

from ...dsl.core.expression import Undefined
from ...dsl.program import parse
from ...dsl.text.parser import ProgramError
from .rule import Number, Rule

MOST_RUN = 200
"""Of more terms only some are run: those of a recurrence take the longer the later they come."""
ENDS, MIDDLE = 6, 4
"""The first and last terms that are run of very many, on either side of what is given; and others between them."""


def continuation(rule: Rule, terms: Sequence[Number], *, start: int, count: int) -> tuple[Number, ...] | None:
    """The next terms by a rule whose program, as it reads, gives the terms and these; None if it gives none.

    Parameters
    ----------
    rule
        A noisy one need not give the terms, but what it says of them.
    start
        The number of the first term.
    count
        How many terms are to come next; there are fewer where the rule comes to an end before.
    """
    try:
        program = parse(str(rule.program), exact=True)
        values = rule.following(len(terms) + count)
        if len(values) <= len(terms) or (rule.intervals is None and values[: len(terms)] != list(terms)):
            return None
        agree = all(_same(program(start + i), values[i]) for i in _sampled(len(terms), len(values) - len(terms)))
    except (ProgramError, Undefined):
        return None
    return tuple(values[len(terms) :]) if agree else None


def _sampled(known: int, count: int) -> list[int]:
    """The positions of the terms that are run."""
    total = known + count
    if total <= MOST_RUN:
        return list(range(total))
    ends = {*range(ENDS), *range(known - ENDS, known + ENDS), *range(total - ENDS, total)}
    return sorted(i for i in ends | set(range(0, total, total // MIDDLE)) if 0 <= i < total)


def _same(value: object, expected: Number) -> bool:
    if isinstance(value, float):
        return isclose(value, expected, rel_tol=1e-9, abs_tol=1e-9)
    return value == expected
