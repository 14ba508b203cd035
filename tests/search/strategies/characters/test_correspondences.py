"""Tables of what characters become, and what they cost."""

from __future__ import annotations

from induce.dsl.core.expression import evaluate
from induce.search.strategies.characters.correspondences import Correspondence

from .places import C, S, places_of


def test_what_changes_is_listed() -> None:
    table = Correspondence.of("abcab", ["x", "yy", "c", "x", "yy"])
    assert table is not None
    assert table.pieces == {"a": "x", "b": "yy"}
    assert (table.lone, table.is_borne_out, table.translates) == (0, True, False)
    assert places_of("abc").values(table.lookup(C)) == ["x", "yy", "c"]


def test_a_character_that_becomes_two_things_has_no_table() -> None:
    assert Correspondence.of("aba", ["x", "y", "z"]) is None
    assert Correspondence.of("aab", ["x", "x", "b"]) is None


def test_what_was_seen_once_costs_more() -> None:
    once, often = Correspondence.of("ab", ["x", "y"]), Correspondence.of("abab", ["x", "y", "x", "y"])
    assert once is not None
    assert often is not None
    assert once.translates
    assert not once.is_borne_out
    assert once.cost > often.cost
    assert evaluate(once.translation(S), {"s": "abc"}) == "xyc"
