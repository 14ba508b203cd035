"""How sure a rule is: more bits explained, surer; rivals share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from induce.sequences.exact.exact import exact_rules
from induce.sequences.rules.confidence import RIVAL, confidences


def test_no_rules() -> None:
    assert confidences([], [1, 2, 3]) == []


def test_much_explained_by_little_is_sure() -> None:
    terms = [3 * n**5 + 7 * n**2 + 10**9 for n in range(15)]
    assert confidences(exact_rules(terms), terms)[0] > 0.95


def test_little_explained_is_not() -> None:
    terms = [1, 2, 3]
    assert confidences(exact_rules(terms), terms)[0] < 0.6


def test_every_term_more_makes_surer() -> None:
    terms = [n * n for n in range(20)]
    found = [confidences(exact_rules(terms[:count])[:1], terms[:count])[0] for count in (5, 8, 12, 20)]
    assert found == sorted(found)


def test_rivals_share_the_probability() -> None:
    terms = [n * n for n in range(12)]
    best = exact_rules(terms)[0]
    alone = confidences([best], terms)[0]
    both = confidences([best, replace(best, bits=best.bits + RIVAL)], terms)
    assert sum(both) == pytest.approx(alone)
    assert both[0] == pytest.approx(2 * both[1])


def test_enormous_terms_are_no_trouble() -> None:
    terms = [10 ** (5000 * n) for n in range(8)]
    assert confidences(exact_rules(terms), terms)[0] == pytest.approx(1.0)
