"""Sorted lists, words and characters, and groups."""

from __future__ import annotations

import pytest

from induce.search.readings.orders.orders import groups, half_bits, sorted_lists

from ..texts.scenes import Examples, exact


def by(key: object, *inputs: str) -> list[tuple[str, str]]:
    return [(text, " ".join(sorted(text.split(), key=key))) for text in inputs]  # type: ignore[call-overload]


LINES = ("one Two three four five", "An apple on a Tree", "zoo keepers run Up hill")


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        (
            by(lambda word: (len(word), word), *LINES),
            'join(sorted_by(sorted_by(words(s), (word: Str) -> word), (word: Str) -> len(word)), " ")',
        ),
        (by(str.lower, *LINES), 'join(sorted_by(words(s), (word: Str) -> lower(word)), " ")'),
        (
            [("cabaacd", "aaaccbd"), ("zzyxxxw", "xxxzzwy")],
            "glue(sorted_by_desc(sorted_by(chars(s), (c: Str) -> c), (c: Str) -> count_of(chars(s), c)))",
        ),
        (
            [([3, 1, 2, 3, 2, 3, 5], [3, 3, 3, 2, 2, 1, 5]), ([1, 9, 4, 4, 1, 8], [1, 1, 4, 4, 8, 9])],
            "sorted_by_desc(sorted_by(xs, (x: Int) -> x), (x: Int) -> count_of(xs, x))",
        ),
    ],
    ids=["length and alphabet", "no case", "characters by frequency", "numbers by frequency"],
)
def test_orders_of_several_keys(examples: Examples, expected: str) -> None:
    assert next(iter(exact(sorted_lists, examples)), "") == expected


@pytest.mark.parametrize(
    "examples",
    [
        [([3, 1, 2], [1, 2, 3]), ([9, 7, 8, 1], [1, 7, 8, 9])],
        [(["b", "a", "c"], ["a", "b", "c"]), (["x", "w"], ["w", "x"])],
        [([3, -1, 2, -5], [-1, 2, 3, -5]), ([9, -7, 8], [-7, 8, 9])],
    ],
    ids=["numbers", "texts", "numbers by one key"],
)
def test_what_a_primitive_sorts_is_left_to_the_search(examples: Examples) -> None:
    assert not exact(sorted_lists, examples)


def test_lists_of_two_are_sorted_by_chance() -> None:
    assert not exact(sorted_lists, [(["no", "yes"], ["yes", "no"]), (["b", "a"], ["a", "b"])])
    assert half_bits([["a", "b"], ["a", "a"]]) == 2


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        (
            [(["eat", "tan", "tea"], [["eat", "tea"], ["tan"]]), (["no", "x", "on"], [["no", "on"], ["x"]])],
            "grouped_by(lines, (word: Str) -> glue(sort(chars(word))))",
        ),
        (
            [([5, 2, 4, 7], [[5, 7], [2, 4]]), ([8, 6, 1], [[8, 6], [1]])],
            "grouped_by(xs, (x: Int) -> is_even(x))",
        ),
        (
            [(["bb", "a", "cc"], [["a"], ["bb", "cc"]]), (["one", "or", "two"], [["or"], ["one", "two"]])],
            "grouped_by(sorted_by(lines, (word: Str) -> len(word)), (word: Str) -> len(word))",
        ),
    ],
    ids=["anagrams", "parity", "lengths in order"],
)
def test_groups(examples: Examples, expected: str) -> None:
    assert exact(groups, examples)[0] == expected


def test_where_the_search_finds_the_order_no_dearer_one_is_read() -> None:
    examples = [([5, 2, 3, 8], [2, 8, 5, 3]), ([7, 4, 1, 4], [4, 4, 7, 1]), ([1, 12, 9, 6, 3], [12, 6, 1, 9, 3])]
    assert not exact(sorted_lists, examples)
