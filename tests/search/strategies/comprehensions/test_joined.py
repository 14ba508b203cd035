"""Texts joined of pieces whose lengths are not known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from induce.search.strategies.comprehensions.joined import Joined

from .banks import gives, items_of, wanted

TEXTS = ["Sea otter", "lynx", "Gnu and Emu", "polar bear", "", "Yak"]
NUMBERS = [3, 1, 0, 5, 12, 2]

OF_WORDS: dict[str, Callable[[str], str]] = {
    "around each piece": lambda s: "".join(f"<{word}>" for word in s.split()),
    "around each piece, with a mark between": lambda s: ", ".join(f"{word}!" for word in s.split()),
    "between the pieces": lambda s: " & ".join(word[::-1] for word in s.split()),
    "nothing between": lambda s: "".join(word[:2] for word in s.split()),
    "two parts of each piece": lambda s: ", ".join(f"{word}: {len(word)}" for word in s.split()),
    "some of the pieces": lambda s: "".join(word[::-1] for word in s.split() if word[0].isupper()),
}
OF_NUMBERS: dict[str, Callable[[int], str]] = {
    "counted on": lambda n: "".join(f"{i} owl... " for i in range(1, n + 1)),
    "triangle": lambda n: "\n".join("#" * i for i in range(1, n + 1)),
}


@pytest.mark.parametrize("name", list(OF_WORDS))
def test_of_words(name: str) -> None:
    _is_found([(text, OF_WORDS[name](text)) for text in TEXTS], "words")


@pytest.mark.parametrize("name", list(OF_NUMBERS))
def test_of_numbers(name: str) -> None:
    _is_found([(number, OF_NUMBERS[name](number)) for number in NUMBERS], "one_to")


def _is_found(examples: list[tuple[Any, str]], source: str) -> None:
    items = items_of(examples, source)
    found = [body for _, body in Joined(items, items.problem.result_type, wanted(items), 90).found()]
    assert found
    assert all(gives(body, items) for body in found)


def test_lists_of_two_parts() -> None:
    items = items_of([(text, [f"{word}/{word[::-1]}" for word in text.split()]) for text in TEXTS], "words")
    found = [body for _, body in Joined(items, items.problem.result_type, wanted(items), 90).found()]
    assert found
    assert all(gives(body, items) for body in found)


def test_nothing_is_found_where_the_pieces_are_not_made_alike() -> None:
    items = items_of([("ab cd", "<ab>[cd]"), ("e", "<e>"), ("f gh i", "<f>[gh]<i>")], "words")
    assert not [*Joined(items, items.problem.result_type, wanted(items), 90).found()]


def test_programs_cost_less_than_the_bound() -> None:
    examples = [(text, OF_WORDS["around each piece"](text)) for text in TEXTS]
    items = items_of(examples, "words")
    costs = [cost for cost, _ in Joined(items, items.problem.result_type, wanted(items), 90).found()]
    assert costs
    assert not [*Joined(items, items.problem.result_type, wanted(items), min(costs)).found()]
