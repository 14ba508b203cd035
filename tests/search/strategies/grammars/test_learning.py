"""Grammars that are drawn are learnt from a few of their phrases."""

from __future__ import annotations

from random import Random

import pytest

from induce.search.strategies.grammars.grammar import LEFT, RIGHT, Grammar, Operator, Place, Tokens
from induce.search.strategies.grammars.learning import MOST_OPERATORS, grammars_of
from induce.search.strategies.grammars.lexicon import Said

WORDS = ("fim", "gor", "hup", "jex")


def drawn_grammar(rng: Random) -> Grammar:
    between = [(LEFT, RIGHT), (RIGHT, LEFT), (LEFT, RIGHT, LEFT), (RIGHT, LEFT, LEFT), (LEFT, "so", RIGHT)]
    around = [(LEFT, LEFT), (LEFT, LEFT, LEFT), ("no", LEFT), (LEFT, "please")]
    operators = [Operator("ti", Place.BETWEEN, rng.choice(between)), Operator("ba", Place.BETWEEN, rng.choice(between))]
    operators.append(Operator("ku", rng.choice((Place.BEFORE, Place.AFTER)), rng.choice(around)))
    rng.shuffle(operators)
    return Grammar(operators, {word: (word.upper(),) for word in WORDS})


def drawn_phrase(grammar: Grammar, depth: int, rng: Random) -> Tokens:
    if not depth or rng.random() < 0.2:
        return (rng.choice(WORDS),)
    operator = rng.choice(list(grammar.operators))
    one, other = (drawn_phrase(grammar, depth - 1, rng) for _ in range(2))
    assert operator.word is not None
    return {
        Place.BETWEEN: (*one, operator.word, *other),
        Place.BEFORE: (operator.word, *one),
        Place.AFTER: (*one, operator.word),
    }[operator.place]


def phrases(grammar: Grammar, count: int, depth: int, rng: Random) -> list[Said]:
    drawn = [drawn_phrase(grammar, depth, rng) for _ in range(count)]
    return [(phrase, meaning) for phrase in drawn if (meaning := grammar.meaning(phrase)) is not None]


@pytest.mark.parametrize("seed", range(12))
def test_a_drawn_grammar_is_learnt(seed: int) -> None:
    rng = Random(seed)
    grammar = drawn_grammar(rng)
    alone = [((word,), grammar.lexicon[word]) for word in WORDS]
    shown = [*alone, *phrases(grammar, 25, 1, rng), *phrases(grammar, 40, 3, rng)]
    found = next(grammars_of(shown))
    assert all(found.meaning(phrase) == meaning for phrase, meaning in shown)
    assert all(found.meaning(phrase) == meaning for phrase, meaning in phrases(grammar, 40, 3, rng))


def said(*pairs: tuple[str, str]) -> list[Said]:
    return [(tuple(phrase.split()), tuple(meaning.split())) for phrase, meaning in pairs]


def test_turns_hold_more_than_repetitions_where_the_phrases_say_so() -> None:
    shown = said(
        ("hop", "HOP"), ("run", "RUN"), ("hop left", "LEFT HOP"), ("run right", "RIGHT RUN"), ("run left", "LEFT RUN"),
        ("hop right", "RIGHT HOP"), ("hop twice", "HOP HOP"), ("run left twice", "LEFT RUN LEFT RUN"),
        ("hop and run", "HOP RUN"), ("hop right and run twice", "RIGHT HOP RUN RUN"),
    )  # fmt: skip
    grammar = next(grammars_of(shown))
    assert grammar.meaning(("hop", "left", "twice", "and", "run", "right")) == (
        "LEFT", "HOP", "LEFT", "HOP", "RIGHT", "RUN",
    )  # fmt: skip


def test_orders_that_nothing_decides_are_rivals() -> None:
    shown = said(
        ("go", "G"), ("stop", "S"), ("go and stop", "G S"), ("stop and go", "S G"), ("stop then go", "G S"),
        ("go then stop", "S G"),
    )  # fmt: skip
    meanings = {grammar.meaning(("go", "and", "stop", "then", "stop")) for grammar in grammars_of(shown)}
    assert meanings == {("S", "G", "S"), ("G", "S", "S")}


def test_there_is_no_grammar_where_words_do_not_decide() -> None:
    assert not list(grammars_of(said(("go", "G"), ("go up", "A B C"), ("go up up", "D"))))
    assert not list(grammars_of(said(("go", "G"), ("go", "H"))))
    assert not list(grammars_of(said(("go", "G"), ("stop", "S"))))
    many = [(f"go w{number}", "G G") for number in range(MOST_OPERATORS + 1)]
    assert not list(grammars_of(said(("go", "G"), *many)))
