"""Loops from number to number, one way or another."""

from __future__ import annotations

from induce import synthesize


def passed(n: int) -> list[int]:
    found = [n]
    while n > 60:
        n -= 37 if n % 2 == 0 else 50
        found.append(n)
    return found


def test_steps_are_looked_for_and_searched_for() -> None:
    """No step with these constants is among the small ones; where there is no list, they are looked for alone."""
    given = (200, 431, 90, 305, 512, 77, 60)
    listed = synthesize([(n, passed(n)) for n in given], inputs=[333], max_candidates=400_000, timeout=None)
    assert listed.predictions == [passed(333)]
    halved = [(n, n.bit_length()) for n in given]
    counted = synthesize(halved, inputs=[333], max_candidates=400_000, timeout=None, without=["comprehensions"])
    assert counted.predictions == [9]
