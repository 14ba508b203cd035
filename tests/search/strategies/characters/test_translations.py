"""Tables of characters, and when there are none."""

from __future__ import annotations

from induce import synthesize
from induce.search.strategies.characters.translations import of_an_exchange, translation_of


def test_marks_that_change_places() -> None:
    examples = [("1.234,5", "1,234.5"), ("20,75", "20.75"), ("9.000", "9,000"), ("1.000.000,1", "1,000,000.1")]
    found = translation_of([text for text, _ in examples], [output for _, output in examples])
    assert found is not None
    assert dict(zip(found.before, found.after, strict=True)) == {".": ",", ",": "."}
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
    assert dict(zip(found.before, found.after, strict=True)) == dict(zip("abcdxy", "badcyx", strict=True))
    assert of_an_exchange({"a": "b", "b": "a", "c": "d"}) == {}
    assert of_an_exchange({"a": "b", "b": "a", "c": "d", "d": "c", "x": "y", "y": "z"}) == {}


def test_one_program_for_several_characters() -> None:
    table = str.maketrans("aeio", "4310")
    words = ["oleander", "violin", "aioli", "neon lane", "rodeo"]
    result = synthesize([(word, word.translate(table)) for word in words], inputs=["oregano"], max_candidates=400_000)
    assert result.predictions == ["0r3g4n0"]
    assert "maketrans" in result.program.python()  # type: ignore[union-attr]
