"""Lists as scenes: patterns of neighbourhoods, and runs drawn anew."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induce import parse
from induce.dsl.primitives.scenes import repaint, repainted

from .printed import check, run


@pytest.mark.parametrize(
    ("patterns", "made"),
    [
        (["0*0..", "..0*0"], [7, 7, 7, 2, 2, 0, 3, 3, 3, 0, 0]),
        (["0x0 0"], [0, 0, 0, 2, 2, 0, 3, 3, 3, 0, 0]),
        (["=x= 9"], [0, 7, 0, 2, 2, 0, 3, 9, 3, 0, 0]),
        (["!x! 5", "!x. -1"], [0, 5, 0, -1, 2, 0, -1, 3, 3, 0, 0]),
        (["*.."], [0, 7, 7, 2, 2, 2, 3, 3, 3, 3, 0]),
        (["0 4", ". 6"], [4, 6, 4, 6, 6, 4, 6, 6, 6, 4, 4]),
        ([], [0, 7, 0, 2, 2, 0, 3, 3, 3, 0, 0]),
    ],
)
def test_the_first_pattern_that_fits_says_what_an_item_becomes(patterns: list[str], made: list[int]) -> None:
    assert repaint([0, 7, 0, 2, 2, 0, 3, 3, 3, 0, 0], patterns) == made


@pytest.mark.parametrize("pattern", ["", "0x", "0?0 1", "0x0", "*x* ", "0*0 1", "0=0 1", "0x0 one"])
def test_what_is_no_pattern_is_undefined(pattern: str) -> None:
    check(f"(xs: List[Int]) -> repaint(xs, {[pattern]})".replace("'", '"'), [1, 2], None)


MARKS = st.lists(st.sampled_from("0x=!."), min_size=1, max_size=3)


@st.composite
def a_pattern(draw: st.DrawFn) -> str:
    left, right = draw(MARKS), draw(MARKS)
    size = min(len(left), len(right))
    marks = [*left[:size], draw(st.sampled_from("0x.")), *right[:size]]
    if draw(st.booleans()):
        marks[draw(st.sampled_from([place for place in range(len(marks)) if place != size]))] = "*"
        return "".join(marks)
    return f"{''.join(marks)} {draw(st.integers(-3, 12))}"


@given(st.lists(st.integers(0, 3), max_size=9), st.lists(a_pattern(), max_size=3))
def test_what_is_printed_says_the_same(xs: list[int], patterns: list[str]) -> None:
    expected = repaint(xs, patterns)
    assert repainted(xs, patterns) == expected
    assert run("(xs: List[Int], ps: List[Str]) -> repaint(xs, ps)", xs, patterns) == expected
    text = ", ".join(f'"{pattern}"' for pattern in patterns)
    if patterns:
        assert run(f"(xs: List[Int]) -> repaint(xs, [{text}])", xs) == expected
        assert run(f"(xs: List[Int]) -> repaint(reverse(xs), [{text}])", xs[::-1]) == expected


def test_neighbours_are_called_by_their_places() -> None:
    source = parse('(xs: List[Int]) -> repaint(xs, ["0*0..", "xx. 0"])').python()
    assert "before if not x and before and not before2 else 0 if x and before else x" in " ".join(source.split())
    assert "zip([0, 0, *xs], [0, *xs], xs)" in source


def test_the_names_of_neighbours_give_way() -> None:
    text = '(before: List[Int], x: Int) -> repaint(append(before, x), ["*0x", "0x0 1"])'
    arguments: tuple[Any, ...] = ([4, 0, 5, 0], 3)
    assert run(text, *arguments) == parse(text)(*arguments) == [1, 4, 1, 5, 1]


@pytest.mark.parametrize(
    ("xs", "starts", "sizes", "colours"),
    [
        ([], [], [], []),
        ([0, 0], [], [], []),
        ([7], [0], [1], [7]),
        ([0, 7, 7, 2, 0, 0, 2, -1], [1, 3, 6, 7], [2, 1, 1, 1], [7, 2, 2, -1]),
    ],
)
def test_objects_are_runs_of_items_that_are_not_zero(
    xs: list[int], starts: list[int], sizes: list[int], colours: list[int]
) -> None:
    for name, expected in (("starts", starts), ("sizes", sizes), ("colours", colours)):
        check(f"(xs: List[Int]) -> object_{name}(xs)", xs, expected)


@given(st.lists(st.integers(0, 3), max_size=12))
def test_objects_drawn_as_they_were_give_the_scene(xs: list[int]) -> None:
    text = "(xs: List[Int]) -> drawn(object_starts(xs), object_sizes(xs), object_colours(xs), len(xs))"
    assert parse(text)(xs) == run(text, xs) == xs


INTEGERS = st.lists(st.integers(-3, 9), max_size=5)


@given(INTEGERS, INTEGERS, INTEGERS, st.integers(0, 9))
def test_the_printed_drawing_is_the_same(starts: list[int], sizes: list[int], colours: list[int], n: int) -> None:
    text = "(xs: List[Int], ys: List[Int], zs: List[Int], n: Int) -> drawn(xs, ys, zs, n)"
    assert parse(text)(starts, sizes, colours, n) == run(text, starts, sizes, colours, n)


def test_later_objects_are_drawn_over_others_and_nothing_beyond_the_list() -> None:
    text = "(xs: List[Int]) -> drawn(xs, [4, 2, 9], [5, 6, 7], 8)"
    check(text, [-1, 2, 6], [5, 5, 6, 6, 0, 0, 7, 7])
    check(text.replace("8)", "-1)"), [-1, 2, 6], None)


def test_columns_of_objects_have_names() -> None:
    text = "drawn(object_starts(xs), object_sizes(xs), object_sizes(xs) + object_colours(xs), len(xs))"
    source = parse(f"(xs: List[Int]) -> {text}").python()
    assert "sizes = [len(list(run)) for x, run in groupby(xs) if x]" in source
