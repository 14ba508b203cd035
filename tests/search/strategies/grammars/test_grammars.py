"""Commands and other phrases are interpreted, those that were not shown as well."""

from __future__ import annotations

import pytest

from induce import synthesize

CREW = [
    ("row", "ROW"), ("rest", "REST"), ("steer", "STEER"), ("row thrice", "ROW ROW ROW"),
    ("rest thrice", "REST REST REST"),
    ("row then steer", "ROW STEER"), ("steer once rest", "REST STEER"), ("row once rest thrice", "REST REST REST ROW"),
    ("rest then row once steer", "STEER REST ROW"),
]  # fmt: skip
TESTS = [("steer thrice then rest", "STEER STEER STEER REST"), ("steer once row thrice", "ROW ROW ROW STEER")]


def test_commands() -> None:
    result = synthesize(CREW, inputs=[phrase for phrase, _ in TESTS], max_candidates=300_000, guide=None)
    assert result.predictions == [meaning for _, meaning in TESTS]
    assert result.program is not None
    scope: dict[str, object] = {}
    exec(result.program.python(), scope)
    assert [scope["solve"](phrase) for phrase, _ in TESTS] == result.predictions  # type: ignore[operator]


def test_meanings_without_spaces_and_phrases_in_another_case() -> None:
    beats = [
        ("Ka", "k"),
        ("Di", "d"),
        ("Mi", "m"),
        ("Ka di", "kd"),
        ("Di mi", "dm"),
        ("Mi double", "mm"),
        ("Ka double", "kk"),
    ]
    result = synthesize(beats, inputs=["Mi di ka", "Di double"], max_candidates=300_000, guide=None)
    assert result.predictions == ["mdk", "dd"]


def test_it_can_be_switched_off() -> None:
    result = synthesize(CREW, max_candidates=50_000, without=["grammars"], guide=None)
    assert result.program is None or "interpret" not in str(result.program)


@pytest.mark.parametrize("word", ["{x}", "->"])
def test_words_that_rules_cannot_be_written_with_do_no_harm(word: str) -> None:
    examples, tests = ([(phrase.replace("row", word), said) for phrase, said in pairs] for pairs in (CREW, TESTS))
    result = synthesize(examples, inputs=[phrase for phrase, _ in tests], max_candidates=30_000, guide=None)
    assert result.predictions in ([None, None], [meaning for _, meaning in tests])
