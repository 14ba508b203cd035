"""The bigram grammar: probabilities that depend on the place."""

from __future__ import annotations

import pytest

from induce import parse
from induce.guide.programs.grammar import UNSEEN, WHOLE, Grammar, of_the_corpus

BODIES = [
    parse(text).body
    for text in (
        "(xs: List[Int]) -> sum(sort(xs))",
        "(xs: List[Int]) -> sum(map(xs, (x: Int) -> x * 2))",
        "(xs: List[Int]) -> max(xs)",
    )
]
GRAMMAR = Grammar.of(BODIES)


def test_counts_are_by_place_and_the_body_of_a_function_stands_where_the_function_does() -> None:
    assert GRAMMAR.at[WHOLE] == {"sum": 2, "max": 1}
    assert GRAMMAR.at["sum", 0] == {"sort": 1, "map": 1}
    assert GRAMMAR.at["map", 1] == {"mul": 1}
    assert GRAMMAR.at["mul", 1] == {"integer 2": 1}


def test_what_was_seen_in_a_place_is_less_surprising_there() -> None:
    assert GRAMMAR.bits(WHOLE, "sum") < GRAMMAR.bits(WHOLE, "max") < GRAMMAR.bits(WHOLE, "sort")
    assert GRAMMAR.bits(("sum", 0), "sort") < GRAMMAR.bits(("max", 0), "sort")


@pytest.mark.parametrize("place", [WHOLE, ("sum", 0), ("unheard_of", 3)])
def test_the_probabilities_of_a_place_sum_to_one(place: tuple[str, int]) -> None:
    seen = sum(2 ** -GRAMMAR.bits(place, name) for name in GRAMMAR.anywhere)
    assert seen + 2 ** -GRAMMAR.bits(place, "unheard_of") == pytest.approx(1)
    assert UNSEEN > 0


def test_the_surprise_of_the_inside_is_that_of_all_nodes_but_the_outermost() -> None:
    bits, nodes = GRAMMAR.inner(BODIES[0])
    assert nodes == 2
    assert bits == pytest.approx(GRAMMAR.bits(("sum", 0), "sort") + GRAMMAR.bits(("sort", 0), "variable"))


def test_what_people_write_is_less_surprising_than_what_they_do_not() -> None:
    grammar = of_the_corpus()
    usual = parse('(s: Str) -> join(words(lower(s)), "-")').body
    odd = parse("(xs: List[Int]) -> at(xs, sum(rotate(xs, head(xs))))").body
    means = [bits / nodes for bits, nodes in map(grammar.inner, (usual, odd))]
    assert means[0] < means[1]
