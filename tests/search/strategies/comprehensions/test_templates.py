"""Templates of two holes, filled for each item."""

from __future__ import annotations

from induce.dsl.core.expression import Variable, evaluate
from induce.dsl.core.types import STR
from induce.search.readings.scene.applying import applied
from induce.search.strategies.comprehensions.templates import Part, filled_templates

WORD = Variable("word", STR)
WORDS = ["owl", "emu", "heron"]
PARTS = [Part(1, WORD, WORDS), Part(8, applied("to_text", applied("len", WORD)), ["3", "3", "5"])]


def test_what_stands_between_is_read_off() -> None:
    pieces = [f"{len(word)}-{word}" for word in WORDS]
    ((cost, body),) = filled_templates(PARTS, pieces)
    assert [evaluate(body, {"word": word}) for word in WORDS] == pieces
    assert cost > sum(part.cost for part in PARTS)


def test_it_is_always_the_same() -> None:
    assert not [*filled_templates(PARTS, ["owl-3", "emu-3", "heron+5"])]
