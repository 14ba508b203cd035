"""Words listed as in a sentence, and texts laid out in lines."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

import pytest

from induce import synthesize

LISTS: list[Any] = [["oak"], ["elm", "fir"], ["ash", "yew", "box"], ["bay", "fig", "pine", "palm"]]
TEXTS = ["some short words in here", "a few of them are quite long ones", "go on", "the last text of all these"]


def listed(words: list[str], last: str) -> str:
    return last.join(filter(None, [", ".join(words[:-1]), words[-1]]))


KINDS: dict[str, tuple[Callable[[Any], Any], list[Any], list[Any]]] = {
    "words": (lambda xs: listed(xs, " and "), LISTS, [["gum", "tea", "ivy", "nut", "rue"], ["hop"]]),
    "words that stand in what is between them": (
        lambda xs: listed(xs, " and "),
        [["Ann", "Bob", "Cy"], ["X", "Y"], ["one"], ["a", "b", "c", "d"]],
        [["n", "d", ","], ["an", "and"]],
    ),
    "words with something before and after": (
        lambda xs: f"[{listed(xs, ' or ')}]",
        LISTS,
        [["gum", "tea", "ivy"], ["hop"]],
    ),
    "numbers": (lambda xs: listed([*map(str, xs)], " & "), [[4], [8, 15], [16, 23, 42], [7, 7, 1, 3]], [[5, 6, 9]]),
    "the words of a text": (lambda s: listed(s.split(), " then "), ["up", "up on", "up on top", "a b c d"], ["q r s"]),
    "with a comma before the last": (
        lambda xs: listed(xs, ", and ") if len(xs) > 2 else " and ".join(xs),
        LISTS,
        [["gum", "tea", "ivy", "nut"], ["hop", "rye"]],
    ),
    "lines of a width": (lambda s: textwrap.wrap(s, 10), TEXTS, ["one more text that is wrapped"]),
    "lines with breaks": (lambda s: "\n".join(textwrap.wrap(s, 10)), TEXTS, ["one more text that is wrapped"]),
    "words that are too long": (
        lambda s: textwrap.wrap(s, 4, break_long_words=False),
        TEXTS,
        ["indispensable words"],
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read(kind: str) -> None:
    function, given, others = KINDS[kind]
    examples = [(one, function(one)) for one in given]
    result = synthesize(examples, inputs=others, timeout=None, max_candidates=100_000)
    assert result.predictions == [*map(function, others)]


def test_the_width_may_be_given() -> None:
    examples = [((text, n), textwrap.wrap(text, n)) for text, n in zip(TEXTS, (9, 14, 4, 11), strict=True)]
    result = synthesize(examples, inputs=[("and one more text", 8)], timeout=None, max_candidates=50_000)
    assert str(result.program) == "(s: Str, n: Int) -> wrapped(s, n)"


def test_the_same_mark_everywhere_is_no_list_of_words() -> None:
    examples = [(words, ", ".join(words)) for words in LISTS]
    result = synthesize(examples, timeout=None, max_candidates=50_000)
    assert "listed" not in str(result.program)
