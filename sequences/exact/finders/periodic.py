"""Sequences that repeat, at once or after some exceptions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...rules.bits import integer_bits, numbers_bits
from ...rules.building import chosen, later
from ...rules.rule import INDEX, Rule
from ...rules.writing import counted, digits

EXCEPTIONS = 4
"""How many terms at the beginning may be exceptions."""


def periodic(terms: Sequence[int], *, start: int) -> Iterator[Rule]:
    """The shortest period, and shorter ones that begin later."""
    shortest = len(terms)
    for skipped in range(min(EXCEPTIONS, len(terms) - 2) + 1):
        period = _period(terms[skipped:], shortest)
        if period is not None:
            shortest = period
            yield _rule(terms[:skipped], terms[skipped : skipped + period], start)


def _period(terms: Sequence[int], below: int) -> int | None:
    """The shortest period of terms, if it is shorter than `below` and the terms."""
    candidates = range(1, min(below, len(terms)))
    return next((p for p in candidates if all(terms[i] == terms[i - p] for i in range(p, len(terms)))), None)


def _rule(first: Sequence[int], values: Sequence[int], start: int) -> Rule:
    period, skipped = len(values), len(first)
    shift = (start + skipped) % period
    expression = later(first, chosen([*values[period - shift :], *values[: period - shift]], INDEX), start)
    cycle = ", ".join(map(digits, values))
    after = f", after {', '.join(map(digits, first))}" if first else ""
    return Rule(
        kind="periodic" if period > 1 else "constant",
        words=f"the {counted(period, 'term')} {cycle} over and over{after}" if period > 1 else f"always {cycle}{after}",
        formula=f"a(n) = a(n-{period})" if period > 1 else f"a(n) = {cycle}",
        expression=expression,
        bits=3 + integer_bits(period) + numbers_bits(values) + (1 + skipped + numbers_bits(first) if skipped else 0),
        free=period + skipped,
        following=lambda count: [first[i] if i < skipped else values[(i - skipped) % period] for i in range(count)],
    )
