"""How probable continuations are."""

from __future__ import annotations

import pytest

from induce.sequences.answer.weighing import weighed_exact, weighed_noisy
from induce.sequences.noisy.rule import constant_rule

from ..made import exact, noisy

TERMS = [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
SQUARES = "(n: Int) -> n * n"


def test_nothing_found() -> None:
    assert weighed_exact([], TERMS) == []
    assert weighed_noisy([], known=10, whole=True) == []


def test_rules_that_continue_alike_count_together() -> None:
    one, other, rival = exact(SQUARES, bits=9), exact("(n: Int) -> pow(n, 2)", bits=10), exact(SQUARES, bits=9.5)
    found = weighed_exact([(other, (100, 121)), (rival, (100, 122)), (one, (100, 121))], TERMS)
    assert [(one.rule, one.terms) for one in found] == [(one, (100, 121)), (rival, (100, 122))]
    assert found[0].probability > found[1].probability > 0
    assert found[0].probability + found[1].probability < 1


def test_shorter_rules_are_likelier_and_so_are_those_that_explain_more() -> None:
    short, long = weighed_exact([(exact(SQUARES, bits=9), (1,)), (exact(SQUARES, bits=30), (2,))], TERMS)
    assert short.probability > 2 * long.probability
    alone = [weighed_exact([(exact(SQUARES, bits=9), (1,))], TERMS[:length])[0].probability for length in (3, 6, 10)]
    assert alone == sorted(alone)


def test_noisy_rules_share_what_chance_leaves_them() -> None:
    rules = [noisy("(n: Int) -> 2.0 * real(n)", length=bits, chance=0.1) for bits in (50.0, 52.0, 51.0)]
    found = weighed_noisy([(rule, (float(i),)) for i, rule in enumerate(rules)], known=4, whole=False)
    assert [(one.rule, one.terms) for one in found] == [(rule, (float(i),)) for i, rule in enumerate(rules)]
    assert [one.probability for one in found] == pytest.approx([0.9 * 4 / 6, 0.9 / 6, 0.9 / 6])
    integers = weighed_noisy([(rules[0], (0.0,))], known=4, whole=True)
    assert [one.probability for one in integers] == pytest.approx([0.45])


def test_equal_terms_say_little() -> None:
    rule = constant_rule(2.5)
    assert weighed_noisy([(rule, (2.5, 2.5))], known=3, whole=False)[0].probability == pytest.approx(4 / 6)
    assert weighed_noisy([(rule, (2.5,) * 10)], known=3, whole=False)[0].probability == pytest.approx(4 / 14)
