"""Words have a meaning of their own where they stand alone, or come exactly where a token comes."""

from __future__ import annotations

from induce.search.strategies.grammars.lexicon import Said, lexicons_of


def said(*pairs: tuple[str, str]) -> list[Said]:
    return [(tuple(phrase.split()), tuple(meaning.split())) for phrase, meaning in pairs]


def test_words_that_stand_alone() -> None:
    found = list(lexicons_of(said(("go", "G"), ("turn", "T T"), ("go twice", "G G"))))
    assert found == [{"go": ("G",), "turn": ("T", "T")}]


def test_a_word_does_not_mean_two_things() -> None:
    assert not list(lexicons_of(said(("go", "G"), ("go", "H"))))


def test_words_that_come_where_a_token_does() -> None:
    found = list(
        lexicons_of(said(("go twice", "G G"), ("run twice", "R R"), ("run and go", "R G"), ("go and go", "G G")))
    )
    assert found == [{"go": ("G",), "run": ("R",)}]


def test_of_words_that_always_come_together_nothing_is_known() -> None:
    assert not list(lexicons_of(said(("up down", "A B"), ("up down now", "A B"))))


def test_a_word_that_adds_a_token_may_be_an_operator_or_mean_that() -> None:
    shown = said(("go", "G"), ("run", "R"), ("not go", "no G"), ("not run", "no R"))
    alone = {"go": ("G",), "run": ("R",)}
    assert list(lexicons_of(shown)) == [alone, {**alone, "not": ("no",)}]
