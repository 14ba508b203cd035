"""Tables of what characters become, and what they cost."""

from __future__ import annotations

from induce import synthesize
from induce.dsl.core.expression import evaluate
from induce.search.strategies.characters.correspondences import Correspondence, of_an_exchange, translation_of

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


def test_to_leave_out_some_digits_costs_more_than_to_leave_out_marks() -> None:
    digits, marks = Correspondence.of("1212", ["", "", "", ""]), Correspondence.of(".,.,", ["", "", "", ""])
    assert digits is not None
    assert marks is not None
    assert digits.cost > marks.cost


def test_marks_that_change_places() -> None:
    examples = [("1.234,5", "1,234.5"), ("20,75", "20.75"), ("9.000", "9,000"), ("1.000.000,1", "1,000,000.1")]
    found = translation_of([text for text, _ in examples], [output for _, output in examples])
    assert found is not None
    assert found.pieces == {".": ",", ",": "."}
    assert found.lone == 0


def test_a_character_becomes_one_other() -> None:
    assert translation_of(["aab", "ba"], ["xyb", "bx"]) is None
    assert translation_of(["aab", "ba"], ["xxyy", "yx"]) is None


def test_a_shift_is_no_table() -> None:
    assert translation_of(["abca", "bca"], ["bcdb", "cdb"]) is None


def test_characters_seen_once_are_no_evidence() -> None:
    assert translation_of(["abcd"], ["xrqp"]) is None


def test_characters_that_change_places_do_so_where_it_was_not_seen() -> None:
    found = translation_of(["abab", "dcdx"], ["baba", "cdcy"])
    assert found is not None
    assert found.pieces == dict(zip("abcdxy", "badcyx", strict=True))
    assert of_an_exchange({"a": "b", "b": "a", "c": "d"}) == {}
    assert of_an_exchange({"a": "b", "b": "a", "c": "d", "d": "c", "x": "y", "y": "z"}) == {}


def test_one_program_for_several_characters() -> None:
    table = str.maketrans("aeio", "4310")
    words = ["oleander", "violin", "aioli", "neon lane", "rodeo"]
    result = synthesize([(word, word.translate(table)) for word in words], inputs=["oregano"], max_candidates=400_000)
    assert result.predictions == ["0r3g4n0"]
    assert "maketrans" in result.program.python()  # type: ignore[union-attr]
